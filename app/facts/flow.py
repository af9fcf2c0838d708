"""What is known of a visitor on a day: answers, derived facts, and which questions could tell more."""

from collections.abc import Iterator, Mapping
from datetime import date

import msgspec

from app.condition import Condition, Known, Missing, Truth, evaluate, facts_in, guarded, open_facts, resolved
from app.facts.derived import DERIVED, Derived
from app.facts.derived.model import Given
from app.facts.model import Fact, Facts, Kind, Person
from app.facts.values import Answers, known
from app.parameters import ParametersOn


class FactsOn(msgspec.Struct, frozen=True):
    """The facts as they stand on one day: every guard with its own guards and the numbers of that day."""

    facts: Facts
    parameters: ParametersOn
    day: date
    guards: Mapping[str, Condition]
    asked_when: Mapping[str, Condition]
    derived: tuple[Derived, ...]

    def condition(self, condition: Condition) -> Condition:
        """Return a condition with the numbers of the day filled in and the guards of its facts built in."""
        return guarded(resolved(condition, self.parameters.value), self.guards)


def facts_on(facts: Facts, parameters: ParametersOn, day: date) -> FactsOn:
    """Return the facts of a day; a guard's own facts are guarded as well."""
    guards = {fact_id: resolved(guard, parameters.value) for fact_id, guard in facts.guards.items()}
    asked_when = {fact_id: guarded(guard, guards) for fact_id, guard in guards.items()}
    installed = tuple(derived for derived in DERIVED.values() if derived.id in facts)
    return FactsOn(facts, parameters, day, guards, asked_when, installed)


def known_facts(on: FactsOn, answers: Answers) -> dict[str, Known]:
    """Return what conditions may see: each answer that applies; each derived fact, or why it is missing."""
    told = {fact: known(on.facts[fact], answer) for fact, answer in answers.items() if fact in on.facts}
    people = {fact: answer for fact, answer in answers.items() if isinstance(answer, tuple)}
    # Whether a question applies may hang on a derived fact, such as the household.
    everything = told | _derived(on, Given(told, people, on.parameters, on.day))
    applying = {fact: applies(on, everything, fact) for fact in (*told, *on.asked_when)}
    # What does not apply any more is kept in the visit, but must not work on anywhere.
    everything = {fact: value for fact, value in told.items() if applying[fact] is not Truth.NO}
    everything |= _derived(on, _given(on, told, people, applying))
    for derived in on.derived:
        if derived.id not in everything:
            everything[derived.id] = _missing(on, everything, derived.id)
    return everything


def _derived(on: FactsOn, given: Given) -> dict[str, Known]:
    found = {derived.id: derived.compute(given) for derived in on.derived}
    return {fact: value for fact, value in found.items() if value is not None}


def _given(
    on: FactsOn,
    told: Mapping[str, Known],
    people: Mapping[str, tuple[Person, ...]],
    applying: Mapping[str, Truth],
) -> Given:
    """Return what derived facts may count on: answers that certainly apply; nobody, where nobody can be."""
    sure = {fact: value for fact, value in told.items() if applying[fact] is Truth.YES}
    groups = {fact: each for fact, each in people.items() if fact in sure}
    nobody: dict[str, tuple[Person, ...]] = {
        fact: ()
        for fact, truth in applying.items()
        if truth is Truth.NO and on.facts[fact].kind is Kind.PEOPLE
    }
    return Given(sure, groups | nobody, on.parameters, on.day)


def _missing(on: FactsOn, everything: Mapping[str, Known], fact_id: str) -> Missing:
    return Missing.UNANSWERED if any(open_needs(on, everything, fact_id)) else Missing.DONT_KNOW


def open_needs(on: FactsOn, everything: Mapping[str, Known], fact_id: str) -> Iterator[str]:
    """Yield the questions behind a fact that are not answered yet and apply, or still may apply."""
    if fact_id in DERIVED:
        for need in DERIVED[fact_id].needs:
            yield from open_needs(on, everything, need)
        return
    if fact_id not in on.facts:
        return
    truth = applies(on, everything, fact_id)
    from_guard = list(_behind_guard(on, everything, fact_id)) if truth is Truth.UNKNOWN else []
    yield from from_guard
    # Under a guard that the visitor does not know either, the question would mean nothing to them.
    if fact_id not in everything and (truth is Truth.YES or from_guard):
        yield fact_id


def _behind_guard(on: FactsOn, everything: Mapping[str, Known], fact_id: str) -> Iterator[str]:
    for name in open_facts(on.asked_when[fact_id], everything):
        yield from open_needs(on, everything, name)


def applies(on: FactsOn, everything: Mapping[str, Known], fact_id: str) -> Truth:
    """Return whether a question applies to this visitor at all (`asked_if`)."""
    guard = on.asked_when.get(fact_id)
    return Truth.YES if guard is None else evaluate(guard, everything)


def questions_behind(fact: Fact) -> tuple[str, ...]:
    """Return the questions that a fact stands on: itself, or the needs of a derived fact."""
    return DERIVED[fact.id].needs if fact.id in DERIVED else (fact.id,)


def facts_of(condition: Condition | None) -> tuple[str, ...]:
    """Return the facts that a condition looks at; none without a condition."""
    return () if condition is None else facts_in(condition)
