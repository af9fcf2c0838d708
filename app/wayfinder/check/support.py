"""Forms of support: the four fields that people always need, the steps, and where it was read."""

import re
from collections.abc import Iterator
from datetime import date
from typing import TypeAlias

import msgspec

from app.catalogue.guide import Chain, Work
from app.catalogue.model import Due, Item, Number, Organisation, Source, When
from app.catalogue.place import Place
from app.wayfinder.check.finding import Finding
from app.wayfinder.check.reading import Content, Entry

Checked: TypeAlias = Entry[Item] | Entry[Organisation] | Entry[Place] | Entry[Chain] | Entry[Work]
"""Everything that says where it was read, who keeps it, and when somebody has to look at it again."""

NOT_SURE = frozenset({"M", "oud"})
"""Marks of the references for what is written from memory or may have changed since."""

MARKS = frozenset({"2+", "1L", "1", "D", "M", "oud"})
SCOPES = ("landelijk", "lokaal")
_NOT_KNOWN = re.compile(r"(?:nog )?(?:niet bekend|onbekend)\W*", re.IGNORECASE)
_BWB = re.compile(r"BWBR\d{7}")
WANTED = {
    "title": "hoe dit heet",
    "gives": "wat iemand krijgt",
    "bring": "wat iemand meeneemt, of ‘niet bekend, vraag bij …’",
    "where": "waar het is, of ‘niet bekend, vraag bij …’",
    "takes": "hoe lang het duurt, of ‘niet bekend, vraag bij …’",
    "call": "wie iemand belt, of ‘niet bekend, vraag bij …’",
}


def check_support(content: Content) -> Iterator[Finding]:
    """Yield what is missing from each form of support."""
    for entry in content.items.values():
        yield from _fields(entry)
        yield from _steps(entry)
        yield from check_origin(entry)
    for organisation in content.organisations.values():
        yield from check_origin(organisation)
        if not organisation.value.does.strip():
            yield organisation.finding("er staat niet wat deze organisatie doet (‘does’).", "does")


def _fields(entry: Entry[Item]) -> Iterator[Finding]:
    item = entry.value
    for key, missing in WANTED.items():
        value = getattr(item, key)
        lines = value if isinstance(value, tuple) else (value,)
        if not lines or not all(isinstance(line, Number) or line.strip() for line in lines):
            yield entry.finding(f"er staat niet {missing} (‘{key}’).", key)
        for place, line in enumerate(lines):
            if isinstance(line, str) and _NOT_KNOWN.fullmatch(line.strip()):
                keys = (key, place) if isinstance(value, tuple) else (key,)
                yield entry.finding("schrijf erbij wie het wel weet: ‘niet bekend, vraag bij …’.", *keys)
    if item.scope not in SCOPES:
        yield entry.finding(f"‘{item.scope}’ kan niet: kies {' of '.join(SCOPES)}.", "scope")
    for place, key in enumerate(item.critical):
        if key not in Item.__struct_encode_fields__:
            yield entry.finding(f"‘{key}’ is geen sleutel van dit bestand.", "critical", place)


def check_origin(entry: Checked) -> Iterator[Finding]:
    """Yield what is missing from the source, the owner and the days of checking."""
    it = entry.value
    if not it.owner.strip():
        yield entry.finding("er staat niet wie dit bijhoudt (‘owner’).", "owner")
    if not it.sources:
        yield entry.finding("er staat geen bron (‘sources’).", "sources")
    for place, source in enumerate(it.sources):
        yield from _source(entry, place, source)
    checked, review = _day(it.checked_on), _day(it.review_by)
    for key, day in (("checked_on", checked), ("review_by", review)):
        if day is None:
            yield entry.finding(f'‘{key}’ is geen datum. Schrijf bijvoorbeeld "2026-11-21".', key)
    if checked and review and review <= checked:
        yield entry.finding("‘review_by’ hoort na ‘checked_on’ te liggen.", "review_by")
    yield from _confidence(entry)


def check_age(content: Content, day: date) -> Iterator[Finding]:
    """Yield a remark for everything that should have been looked at again by now."""
    for entry in everything_checked(content):
        review = _day(entry.value.review_by)
        if review is not None and review < day:
            words = f"dit moest voor {review} opnieuw bekeken worden."
            yield msgspec.structs.replace(entry.finding(words, "review_by"), is_remark=True)


def everything_checked(content: Content) -> Iterator[Checked]:
    """Yield everything that somebody has to look at again one day."""
    yield from content.items.values()
    yield from content.organisations.values()
    yield from content.places
    yield from content.chains
    yield from content.works


def _confidence(entry: Checked) -> Iterator[Finding]:
    it = entry.value
    if it.confidence is not None and it.confidence not in MARKS:
        words = f"het merk ‘{it.confidence}’ bestaat niet: {', '.join(sorted(MARKS))}."
        yield entry.finding(words, "confidence")
    if it.confidence in NOT_SURE and not it.check_with:
        words = "dit is niet zeker. Schrijf bij ‘check_with’ welke organisatie het weet."
        yield entry.finding(words, "confidence")


def _source(entry: Checked, place: int, source: Source) -> Iterator[Finding]:
    if not source.law and not source.page:
        yield entry.finding("een bron is een wet (‘law’) of een bladzijde (‘page’).", "sources", place)
    if source.law and not source.article:
        yield entry.finding("bij een wet hoort het artikel (‘article’).", "sources", place)
    if source.page and _day(source.date or "") is None:
        words = "bij een bladzijde hoort de dag waarop u die las (‘date’)."
        yield entry.finding(words, "sources", place)
    if source.bwb is not None and not _BWB.fullmatch(source.bwb):
        words = f"‘{source.bwb}’ is geen nummer van een wet, zoals BWBR0004045."
        yield entry.finding(words, "sources", place, "bwb")


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _steps(entry: Entry[Item]) -> Iterator[Finding]:
    seen: set[str] = set()
    for place, step in enumerate(entry.value.steps):
        if step.id in seen:
            yield entry.finding(f"de stap ‘{step.id}’ staat er twee keer.", "steps", place, "id")
        seen.add(step.id)
        if not step.do.strip():
            yield entry.finding("er staat niet wat iemand doet (‘do’).", "steps", place, "do")
        if step.when in {When.BY, When.FROM_MONTH} and step.by is None:
            words = f"bij ‘when: {step.when}’ hoort ‘by’: vanaf welke datum wij tellen."
            yield entry.finding(words, "steps", place, "when")
        if step.when is When.NOW and step.by is not None:
            yield entry.finding("‘now’ en ‘by’ samen kan niet. Kies één.", "steps", place, "by")
        if step.by is not None:
            yield from _due(entry, place, step.by)


def _due(entry: Entry[Item], place: int, due: Due) -> Iterator[Finding]:
    keys = ("steps", place, "by")
    if (due.after is None) is (due.before is None):
        yield entry.finding("‘by’ heeft precies één van ‘after’ en ‘before’.", *keys)
    if sum(part is not None for part in (due.days, due.weeks, due.months)) > 1:
        yield entry.finding("kies één van ‘days’, ‘weeks’ en ‘months’.", *keys)
