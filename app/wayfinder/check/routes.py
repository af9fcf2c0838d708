"""Routes: short enough to finish, every question met by somebody, and the figures of each."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

import msgspec

from app.catalogue.content import load_catalogue
from app.content_file import ContentError
from app.facts.content import load_facts
from app.facts.flow import facts_on
from app.parameters import Parameters
from app.wayfinder.check.finding import Finding
from app.wayfinder.check.links import ROOMS
from app.wayfinder.check.paths import Longest, longest
from app.wayfinder.check.reading import Content, Entry
from app.wayfinder.check.recording import Heard
from app.wayfinder.content import load_way
from app.wayfinder.flow import RouteOn, route_on
from app.wayfinder.model import Route

MOST_QUESTIONS = 8


class Figures(msgspec.Struct, frozen=True):
    """What a route asks of someone."""

    route: str
    items: int
    questions: int
    longest: Longest

    def __str__(self) -> str:
        counts = f"{self.items} vormen van hulp, {self.questions} vragen"
        return f"{self.route}: {counts}, langste weg {self.longest}"


def figures(
    directories: Sequence[Path], parameters: Parameters, day: date, heard: Mapping[str, Heard]
) -> list[Figures]:
    """Return the figures of every route; none when the content cannot be put together yet."""
    try:
        routes = _routes_on(directories, parameters, day)
    except (ContentError, KeyError, ValueError):
        return []  # What keeps a route from being put together is a finding of another check.
    return [Figures(on.route.id, len(on.items), len(on.route.ask), longest(on, heard)) for on in routes]


def _routes_on(directories: Sequence[Path], parameters: Parameters, day: date) -> list[RouteOn]:
    facts = load_facts(directories)
    catalogue = load_catalogue(directories)
    way = load_way(directories, facts, catalogue, ROOMS)
    on = facts_on(facts, parameters.on(day), day)
    return [route_on(route, way, catalogue, on) for route in way.routes.values()]


def check_routes(content: Content, counted: list[Figures]) -> Iterator[Finding]:
    """Yield a finding for every route that asks too much, and every question that nobody meets."""
    for entry in content.routes.values():
        if len(entry.value.ask) > MOST_QUESTIONS:
            words = f"deze route heeft {len(entry.value.ask)} vragen. Hooguit {MOST_QUESTIONS} kan."
            yield entry.finding(words, "ask")
        if not entry.value.consider:
            yield entry.finding("deze route bekijkt geen enkele vorm van hulp.", "consider")
    for each in counted:
        if each.route in content.routes:
            yield from _met(content.routes[each.route], each.longest)


def _met(entry: Entry[Route], way: Longest) -> Iterator[Finding]:
    if way.most > MOST_QUESTIONS:
        yield entry.finding(f"de langste weg heeft {way} vragen. Hooguit {MOST_QUESTIONS} kan.", "ask")
    for place, fact in enumerate(entry.value.ask):
        if way.is_exact and fact not in way.asked:
            words = f"de vraag ‘{fact}’ komt bij niemand aan de beurt: eerdere antwoorden beslissen al."
            yield entry.finding(words, "ask", place)
