"""Facts: a question that can be asked and understood, and a derived fact that code and content both know."""

from collections.abc import Iterator

from app.facts.derived import DERIVED
from app.facts.model import Fact, Kind
from app.wayfinder.check.finding import Finding
from app.wayfinder.check.reading import Content, Entry

GROUPS = ("werk", "geld", "wonen", "gezin", "gezondheid", "taal", "u")
FEWEST_OPTIONS = 2
WANTED = {
    "question": "wat wij vragen",
    "why": "waarom wij dit vragen",
    "error": "wat iemand doet na een fout",
}


def check_facts(content: Content) -> Iterator[Finding]:
    """Yield what is missing from each fact."""
    for entry in content.facts.values():
        if entry.value.derived:
            yield from _derived(entry)
        else:
            yield from _question(entry)
        if not entry.value.unknown.strip():
            yield entry.finding("‘unknown’ is leeg. Schrijf wat wij nog niet weten, als hele zin.", "unknown")
        if entry.value.group not in GROUPS:
            yield entry.finding(f"de groep ‘{entry.value.group}’ bestaat niet: {', '.join(GROUPS)}.", "group")
    yield from _without_content(content)


def _derived(entry: Entry[Fact]) -> Iterator[Finding]:
    if entry.value.id not in DERIVED:
        words = "dit heet afgeleid (‘derived’), maar er is geen rekenregel met deze naam."
        yield entry.finding(words, "derived")
    if entry.value.question:
        yield entry.finding("een afgeleid feit wordt niet gevraagd: haal ‘question’ weg.", "question")


def _question(entry: Entry[Fact]) -> Iterator[Finding]:
    fact = entry.value
    if fact.id in DERIVED:
        yield entry.finding("dit wordt uitgerekend. Zet er ‘derived: true’ bij.", "id")
    for key, missing in WANTED.items():
        if not str(getattr(fact, key)).strip():
            yield entry.finding(f"er staat niet {missing} (‘{key}’).", key)
    if not fact.where.strip() and not (fact.help or "").strip():
        words = "er staat niet waar iemand dit vindt (‘where’), en ook geen uitleg (‘help’)."
        yield entry.finding(words, "where")
    yield from _answers(entry)
    yield from _options(entry)


def _answers(entry: Entry[Fact]) -> Iterator[Finding]:
    fact = entry.value
    if fact.kind in {Kind.CHOICE, Kind.CHOICES} and len(fact.options) < FEWEST_OPTIONS:
        yield entry.finding("bij deze vraag horen minstens twee antwoorden (‘options’).", "options")
    if fact.kind is Kind.PEOPLE and not fact.fields:
        yield entry.finding("hier ontbreekt wat wij van elke persoon vragen (‘fields’).", "fields")
    low, high = fact.limits.min, fact.limits.max
    if low is not None and high is not None and low >= high:
        yield entry.finding("‘min’ hoort kleiner te zijn dan ‘max’.", "limits")
    ids = {"options": [option.id for option in fact.options], "fields": [part.id for part in fact.fields]}
    for key, names in ids.items():
        for place, name in enumerate(names):
            if name in names[:place]:
                yield entry.finding(f"‘{name}’ staat er twee keer.", key, place, "id")


def _options(entry: Entry[Fact]) -> Iterator[Finding]:
    for place, option in enumerate(entry.value.options):
        for key in ("label", "statement", "denial"):
            if not str(getattr(option, key)).strip():
                yield entry.finding(f"‘{key}’ is leeg.", "options", place, key)


def _without_content(content: Content) -> Iterator[Finding]:
    """Yield a finding for what is worked out and used, but cannot be told in words."""
    for derived in DERIVED.values():
        entry = content.facts.get(derived.id)
        if entry is None:
            continue
        for need in derived.needs:
            if need not in content.facts:
                words = f"‘{derived.id}’ wordt uitgerekend uit ‘{need}’, maar die vraag bestaat niet."
                yield entry.finding(words, "id")
