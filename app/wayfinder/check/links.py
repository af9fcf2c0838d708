"""Links inside the content: every id that is named exists, and nothing has the same id as its neighbour."""

from collections.abc import Collection, Iterator, Sequence
from typing import Any

from app.catalogue.guide import Chain
from app.catalogue.model import Item, Number
from app.content_file import Key
from app.facts.model import Fact, Kind
from app.wayfinder.check.finding import Finding
from app.wayfinder.check.reading import Content, Entry
from app.wayfinder.model import Route

ROOMS = frozenset({"calculator", "plan", "talk", "profiles"})
"""Rooms that a route may lead to; one that is not installed is left out of the page."""


def check_links(content: Content) -> Iterator[Finding]:
    """Yield a finding for every id that leads nowhere and every icon that does not exist."""
    yield from _of_items(content)
    yield from _of_routes(content)
    yield from _of_facts(content)
    for organisation in content.organisations.values():
        yield from _one(organisation, organisation.value.check_with, content.organisations, "check_with")
        yield from _icon(organisation, content, organisation.value.icon, "icon")
    for crisis in content.crises:
        yield from _one(crisis, crisis.value.organisation, content.organisations, "organisation")
    for municipality in content.municipalities:
        yield from _one(municipality, municipality.value.organisation, content.organisations, "organisation")
        yield from _each(municipality, municipality.value.help_points, content.organisations, "help_points")
    yield from _of_city(content)
    for listed in (content.crises, content.events, content.groups, content.terms, content.places):
        yield from _twice(listed)
    for topic in (*content.events, *content.groups):
        yield from _icon(topic, content, topic.value.icon, "icon")


def _of_city(content: Content) -> Iterator[Finding]:
    topics = {topic.value.id for topic in (*content.events, *content.groups)}
    for place in content.places:
        yield from _one(place, place.value.organisation, content.organisations, "organisation")
        yield from _one(place, place.value.check_with, content.organisations, "check_with")
        yield from _each(place, place.value.items, content.items, "items")
        yield from _each(place, place.value.life_events, topics, "for")
        yield from _icon(place, content, place.value.icon, "icon")
    for chain in content.chains:
        yield from _of_chain(chain, content)
    for work in content.works:
        yield from _one(work, work.value.check_with, content.organisations, "check_with")
        yield from _each(work, work.value.items, content.items, "items")
        for at, sector in enumerate(work.value.sectors):
            yield from _each(work, sector.items, content.items, "sectors", at, "items")
            yield from _icon(work, content, sector.icon, "sectors", at, "icon")


def _of_chain(chain: Entry[Chain], content: Content) -> Iterator[Finding]:
    yield from _one(chain, chain.value.check_with, content.organisations, "check_with")
    for keys, role in chain.value.roles():
        yield from _one(chain, role.organisation, content.organisations, *keys, "organisation")
        yield from _each(chain, role.items, content.items, *keys, "items")
    for at, one in enumerate(chain.value.possible):
        yield from _each(chain, one.items, content.items, "possible", at, "items")


def _of_items(content: Content) -> Iterator[Finding]:
    topics = {topic.value.id for topic in (*content.events, *content.groups)}
    for entry in content.items.values():
        item = entry.value
        yield from _one(entry, item.organisation, content.organisations, "organisation")
        yield from _one(entry, item.check_with, content.organisations, "check_with")
        yield from _each(entry, item.helpers, content.organisations, "helpers")
        yield from _each(entry, item.life_events, topics, "for")
        yield from _icon(entry, content, item.icon, "icon")
        for place, step in enumerate(item.steps):
            yield from _one(entry, step.organisation, content.organisations, "steps", place, "organisation")
            if step.by is not None and step.by.anchor:
                yield from _date(entry, content, step.by.anchor, "steps", place, "by")
        for keys, name in numbers_of(item):
            if name not in content.parameters:
                yield entry.finding(f"het getal ‘{name}’ bestaat niet in content/parameters.", *keys)


def _date(entry: Entry[Item], content: Content, anchor: str, *keys: Key) -> Iterator[Finding]:
    fact = content.facts.get(anchor)
    if fact is None:
        yield entry.finding(f"de datum ‘{anchor}’ bestaat niet in content/facts.", *keys)
    elif fact.value.kind is not Kind.DATE:
        yield entry.finding(f"‘{anchor}’ is geen datum. Tel vanaf een datum.", *keys)


def numbers_of(item: Item) -> Iterator[tuple[tuple[Key, ...], str]]:
    """Yield the keys and the name of each number of law outside conditions and texts."""
    if isinstance(item.takes, Number):
        yield ("takes",), item.takes.parameter
    for place, step in enumerate(item.steps):
        counted = {"days": step.by.days, "weeks": step.by.weeks, "months": step.by.months} if step.by else {}
        for unit, number in counted.items():
            if number is not None:
                yield ("steps", place, "by", unit), number.parameter


def _of_routes(content: Content) -> Iterator[Finding]:
    for entry in content.routes.values():
        route = entry.value
        yield from _each(entry, route.ask, content.facts, "ask")
        yield from _worked_out(entry, content)
        yield from _each(entry, route.consider, content.items, "consider")
        yield from _each(entry, route.next, {*content.routes, *ROOMS}, "next")
        yield from _icon(entry, content, route.icon, "icon")


def _worked_out(entry: Entry[Route], content: Content) -> Iterator[Finding]:
    for place, fact in enumerate(entry.value.ask):
        if fact in content.facts and content.facts[fact].value.derived:
            words = f"‘{fact}’ wordt uitgerekend en niet gevraagd. Vraag waar het uit komt."
            yield entry.finding(words, "ask", place)


def _of_facts(content: Content) -> Iterator[Finding]:
    for page in content.asks:
        yield from _each(page, page.value.ask, content.facts, "ask")
    for entry in (*content.facts.values(), *content.questions_of_work.values()):
        fact = entry.value
        if fact.gate is not None:
            yield from _one(entry, fact.gate.organisation, content.organisations, "gate", "organisation")
        yield from _icons_of(entry, fact, content)


def _icons_of(entry: Entry[Fact], fact: Fact, content: Content) -> Iterator[Finding]:
    yield from _icon(entry, content, fact.icon_yes, "icon_yes")
    yield from _icon(entry, content, fact.icon_no, "icon_no")
    for place, option in enumerate(fact.options):
        yield from _icon(entry, content, option.icon, "options", place, "icon")


def _icon(entry: Entry[Any], content: Content, icon: str | None, *keys: Key) -> Iterator[Finding]:
    if icon is not None and content.icons is not None and icon not in content.icons:
        yield entry.finding(f"het plaatje ‘{icon}’ staat niet in static/icons.svg.", *keys)


def _one(entry: Entry[Any], name: str | None, existing: Collection[str], *keys: Key) -> Iterator[Finding]:
    if name is not None and name not in existing:
        yield entry.finding(f"‘{name}’ bestaat niet.", *keys)


def _each(
    entry: Entry[Any], names: Sequence[str], existing: Collection[str], *keys: Key
) -> Iterator[Finding]:
    for place, name in enumerate(names):
        yield from _one(entry, name, existing, *keys, place)
        if name in names[:place]:
            yield entry.finding(f"‘{name}’ staat er twee keer.", *keys, place)


def _twice(listed: Sequence[Entry[Any]]) -> Iterator[Finding]:
    seen: set[str] = set()
    for entry in listed:
        if entry.value.id in seen:
            yield entry.finding(f"‘{entry.value.id}’ staat er twee keer.", "id")
        seen.add(entry.value.id)
