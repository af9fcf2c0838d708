"""Conditions: what they name exists and fits, they can be told in words, and they can go both ways."""

from collections.abc import Iterator

from app.condition import (
    Condition,
    Domain,
    always,
    contradictory,
    facts_in,
    guarded,
    mistakes,
    resolved,
    useless_facts,
)
from app.facts.derived import DERIVED
from app.facts.model import Fact, Kind
from app.parameters import ParametersOn
from app.wayfinder.check.finding import Finding
from app.wayfinder.check.placed import Placed
from app.wayfinder.check.reading import Content
from app.wayfinder.reasons import sentences_missing

CENTS_PER_EURO = 100
TOLD = {"because": "als het klopt", "because_not": "als het niet klopt"}


def domain(fact: Fact) -> Domain:
    """Return what the answers to a fact can be."""
    scale = CENTS_PER_EURO if fact.kind is Kind.AMOUNT else 1
    low, high = (None if limit is None else limit * scale for limit in (fact.limits.min, fact.limits.max))
    if fact.kind in {Kind.AMOUNT, Kind.NUMBER, Kind.PEOPLE} and not fact.derived:
        low = low or 0
    return Domain(fact.kind.value, tuple(option.id for option in fact.options), fact.unit, low, high)


def domains(content: Content) -> dict[str, Domain]:
    """Return what the answers to every fact can be."""
    return {fact_id: domain(entry.value) for fact_id, entry in content.facts.items()}


def check_fit(content: Content, placed: list[Placed]) -> Iterator[Finding]:
    """Yield a finding for every fact, answer, operator and number that does not exist or does not fit."""
    of = domains(content)
    units = {name: entry.value.unit.value for name, entry in content.parameters.items()}
    for each in placed:
        for keys, words in mistakes(each.condition, of.get, units.get):
            yield each.at.finding(words, *keys)


def check_words(content: Content, placed: list[Placed]) -> Iterator[Finding]:
    """Yield a finding for every comparison that a visitor could not be told about."""
    for each in placed:
        # Steps, gates and crisis exits give no reasons; a guard does, when a form of support hangs on it.
        if each.at.folder != "facts" and not each.at.is_of_an_item:
            continue
        for keys, comparison in each.comparisons():
            for _, sentence in sentences_missing(content.questions, comparison):
                if sentence == "unknown":
                    continue  # A fact without that sentence is a finding of its own.
                words = f"er is geen zin voor ‘{comparison.fact}’ {TOLD[sentence]} (‘{sentence}’)."
                yield each.at.finding(words, *keys)


def guards_of(placed: list[Placed]) -> tuple[dict[str, Condition], list[Finding]]:
    """Return the conditions under which questions are asked, and a finding for each that waits for itself."""
    guards = {each.at.owner: each for each in placed if each.at.folder == "facts"}
    found = [
        guard.at.finding(f"‘{fact}’ wordt alleen gevraagd na een antwoord op ‘{fact}’ zelf.")
        for fact, guard in guards.items()
        if fact in _behind(fact, guards)
    ]
    circles = {finding.path for finding in found}
    return {
        fact: guard.condition for fact, guard in guards.items() if guard.at.document.path not in circles
    }, found


def _behind(fact: str, guards: dict[str, Placed]) -> set[str]:
    seen: set[str] = set()
    ahead = [*facts_in(guards[fact].condition)]
    while ahead:
        name = ahead.pop()
        if name not in seen:
            seen.add(name)
            ahead += facts_in(guards[name].condition) if name in guards else ()
            ahead += DERIVED[name].needs if name in DERIVED else ()
    return seen


def check_proofs(content: Content, placed: list[Placed], numbers: ParametersOn) -> Iterator[Finding]:
    """Yield a finding for every condition that goes only one way, and every fact that decides nothing."""
    of = domains(content)
    guards = {fact: resolved(guard, numbers.value) for fact, guard in guards_of(placed)[0].items()}
    for each in placed:
        whole = guarded(resolved(each.condition, numbers.value), guards)
        if contradictory(whole, of):
            yield each.at.finding("dit kan nooit kloppen, wat iemand ook antwoordt.")
        elif always(whole, of):
            yield each.at.finding("dit klopt altijd, wat iemand ook antwoordt.")
        else:
            useless = {*useless_facts(whole, of)} & {*facts_in(each.condition)}
            for keys, comparison in each.comparisons():
                if comparison.fact in useless:
                    words = f"‘{comparison.fact}’ verandert hier nooit iets: andere regels beslissen al."
                    yield each.at.finding(words, *keys)
