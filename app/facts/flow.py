"""What is known of a visitor on a day: answers, derived facts, and which questions could tell more."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

import msgspec

from app.condition import Condition, Known, Missing, Truth, evaluate, facts_in, guarded, resolved
from app.facts.derived import DERIVED, Derived
from app.facts.derived.model import Given
from app.facts.model import Fact, Facts
from app.facts.values import Answers, known
from app.parameters import ParametersOn


class FactsOn(msgspec.Struct, frozen=True):
    """The facts as they stand on one day: every guard with its own guards and the numbers of that day."""

    facts: Facts
    parameters: ParametersOn
    day: date
    guards: Mapping[str, Condition]
    derived: tuple[Derived, ...]

    def condition(self, condition: Condition) -> Condition:
        """Return a condition with the numbers of the day filled in and the guards of its facts built in."""
        return guarded(resolved(condition, self.parameters.value), self.guards)


def facts_on(facts: Facts, parameters: ParametersOn, day: date) -> FactsOn:
    """Return the facts of a day; a guard's own facts are guarded as well."""
    guards = {fact_id: resolved(guard, parameters.value) for fact_id, guard in facts.guards.items()}
    installed = tuple(derived for derived in DERIVED.values() if derived.id in facts)
    return FactsOn(facts, parameters, day, guards, installed)


def known_facts(on: FactsOn, answers: Answers) -> dict[str, Known]:
    """Return what conditions may see: each answer, and each derived fact or why it is missing."""
    everything: dict[str, Known] = {
        fact_id: known(on.facts[fact_id], answer)
        for fact_id, answer in answers.items()
        if fact_id in on.facts
    }
    people = {fact_id: answer for fact_id, answer in answers.items() if isinstance(answer, tuple)}
    given = Given(everything, people, on.parameters, on.day)
    for derived in on.derived:
        value = derived.compute(given)
        everything[derived.id] = _missing(on, everything, derived.id) if value is None else value
    return everything


def _missing(on: FactsOn, everything: Mapping[str, Known], fact_id: str) -> Missing:
    return Missing.UNANSWERED if any(open_needs(on, everything, fact_id)) else Missing.DONT_KNOW


def open_needs(on: FactsOn, everything: Mapping[str, Known], fact_id: str) -> Iterator[str]:
    """Yield the questions behind a fact that are not answered yet and apply, or still may apply."""
    if fact_id in DERIVED:
        for need in DERIVED[fact_id].needs:
            yield from open_needs(on, everything, need)
        return
    if fact_id not in on.facts or fact_id in everything:
        return
    guard = on.guards.get(fact_id)
    truth = Truth.YES if guard is None else evaluate(guarded(guard, on.guards), everything)
    if truth is Truth.YES:
        yield fact_id
    elif truth is Truth.UNKNOWN:
        yield from _behind_open_guard(on, everything, fact_id, guard)


def _behind_open_guard(
    on: FactsOn, everything: Mapping[str, Known], fact_id: str, guard: Condition | None
) -> Iterator[str]:
    from_guard = [need for name in facts_of(guard) for need in open_needs(on, everything, name)]
    yield from from_guard
    # Under a guard that the visitor does not know either, the question would mean nothing to them.
    if from_guard:
        yield fact_id


def applies(on: FactsOn, everything: Mapping[str, Known], fact_id: str) -> Truth:
    """Return whether a question applies to this visitor at all (`asked_if`)."""
    guard = on.guards.get(fact_id)
    return Truth.YES if guard is None else evaluate(guarded(guard, on.guards), everything)


def questions_behind(fact: Fact) -> tuple[str, ...]:
    """Return the questions that a fact stands on: itself, or the needs of a derived fact."""
    return DERIVED[fact.id].needs if fact.id in DERIVED else (fact.id,)


def in_order(found: Iterable[str]) -> tuple[str, ...]:
    """Return each name once, in order of first appearance."""
    return tuple(dict.fromkeys(found))


def facts_of(condition: Condition | None) -> tuple[str, ...]:
    """Return the facts that a condition looks at; none without a condition."""
    return () if condition is None else facts_in(condition)
