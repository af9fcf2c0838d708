"""The longest way through a route: how many questions one visitor can meet before the outcome."""

import time
from collections.abc import Mapping

import msgspec

from app.condition import Comparison, Condition, Known, Missing, Span, comparisons_in, evaluate
from app.facts.derived import DERIVED
from app.facts.flow import known_facts
from app.facts.values import Answer, Answers
from app.wayfinder.check.recording import Heard, classes, questions_behind
from app.wayfinder.flow import RouteOn, next_question

SECONDS = 2.0


class Longest(msgspec.Struct, frozen=True):
    """The most questions on one way, and which questions were ever met; a bound when time ran out."""

    most: int
    asked: frozenset[str]
    is_exact: bool

    def __str__(self) -> str:
        return str(self.most) if self.is_exact else f"hooguit {self.most} (bovengrens, niet alles is geteld)"


class _OutOfTimeError(Exception):
    """Counting all ways would take longer than an editor wants to wait."""


def longest(on: RouteOn, heard: Mapping[str, Heard], seconds: float = SECONDS) -> Longest:
    """Return the longest way over all classes of answers that the conditions of a route can tell apart."""
    search = _Search(on, heard, time.monotonic() + seconds)
    try:
        most = search.ahead({})
    except _OutOfTimeError:
        return Longest(len(on.route.ask), frozenset(on.route.ask), is_exact=False)
    return Longest(most, frozenset(search.asked), is_exact=True)


class _Search:
    """Walks every way once: answers that leave the same things open lead to the same rest."""

    def __init__(self, on: RouteOn, heard: Mapping[str, Heard], until: float) -> None:
        self.on = on
        self.until = until
        self.asked: set[str] = set()
        self.comparisons = tuple(dict.fromkeys(_comparisons(on)))
        self.behind = {
            derived.id: questions_behind(derived)
            for derived in DERIVED.values()
            if derived.id in on.facts.facts
        }
        self.answers: dict[str, tuple[Answer, ...]] = {
            fact: classes(on.facts.facts[fact], self.comparisons, heard, on.facts.parameters)
            for fact in on.route.ask
        }
        self.found: dict[tuple[object, ...], int] = {}

    def ahead(self, answers: Answers) -> int:
        """Return the most questions that can still come after these answers."""
        if time.monotonic() > self.until:
            raise _OutOfTimeError
        known = known_facts(self.on.facts, answers)
        state = self._state(known)
        if state not in self.found:
            question = next_question(self.on, known)
            self.found[state] = 0 if question is None else self._after(answers, question)
        return self.found[state]

    def _after(self, answers: Answers, question: str) -> int:
        self.asked.add(question)
        left = len(self.on.route.ask) - len(answers)
        most = 0
        for answer in self.answers[question]:
            most = max(most, 1 + self.ahead({**answers, question: answer}))
            # No way can be longer than one that asks all that is left, and then all has been met as well.
            if most == left:
                break
        return most

    def _state(self, known: Mapping[str, Known]) -> tuple[object, ...]:
        """Return all that the rest of the way depends on."""
        read = tuple(evaluate(comparison, known) for comparison in self.comparisons)
        answered = tuple(fact for fact in self.on.route.ask if fact in known)
        unsettled = {
            question
            for fact, questions in self.behind.items()
            if isinstance(known.get(fact), Missing | Span)
            for question in questions
        }
        return read, answered, tuple((fact, known[fact]) for fact in answered if fact in unsettled)


def _comparisons(on: RouteOn) -> list[Comparison]:
    conditions: list[Condition] = [
        *on.gates.values(),
        *on.crises.values(),
        *on.conditions.values(),
        *on.step_conditions.values(),
        *on.facts.guards.values(),
    ]
    return [comparison for condition in conditions for comparison in comparisons_in(condition)]
