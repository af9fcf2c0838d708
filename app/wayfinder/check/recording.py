"""Which numbers of law a derived fact really uses: it is worked out for many answers, and we listen."""

from collections.abc import Iterable, Mapping
from itertools import islice, product

import msgspec

from app.condition import Comparison, Known
from app.facts.derived import DERIVED, Derived
from app.facts.derived.model import Given
from app.facts.model import Fact, Person
from app.facts.values import Answer, known
from app.parameters import Listening, ParametersOn
from app.wayfinder.check.answers import answers_to

MOST_COMBINATIONS = 20_000


class Heard(msgspec.Struct, frozen=True):
    """The numbers that a derived fact asked for, and those without which it could not be worked out."""

    asked: frozenset[str]
    missed: frozenset[str]


def numbers_behind(facts: Mapping[str, Fact], on: ParametersOn) -> dict[str, Heard]:
    """Return for each derived fact of the content the numbers that it is worked out with."""
    return {derived.id: _heard(derived, facts, on) for derived in DERIVED.values() if derived.id in facts}


def _heard(derived: Derived, facts: Mapping[str, Fact], on: ParametersOn) -> Heard:
    first = _listen(derived, facts, on, ())
    # Once we know its numbers, answers on either side of them may bring it to still other numbers.
    second = _listen(derived, facts, on, tuple(sorted(first.asked)))
    return Heard(first.asked | second.asked, first.missed | second.missed)


def _listen(derived: Derived, facts: Mapping[str, Fact], on: ParametersOn, names: tuple[str, ...]) -> Heard:
    questions = [facts[question] for question in questions_behind(derived) if question in facts]
    listening, missed = Listening(on), set()
    choices = product(*(answers_to(each, on, names) for each in questions))
    for answers in islice(choices, MOST_COMBINATIONS):
        try:
            derived.compute(_given(questions, answers, listening))
        except LookupError:
            missed.add(listening.latest)
    return Heard(frozenset(listening.asked), frozenset(missed))


def classes(
    question: Fact, comparisons: Iterable[Comparison], heard: Mapping[str, Heard], on: ParametersOn
) -> tuple[Answer, ...]:
    """Return an answer of every class that these comparisons can tell apart, themselves or through a rule."""
    names: set[str] = set()
    for comparison in comparisons:
        derived = DERIVED.get(comparison.fact)
        if comparison.fact == question.id or (derived and question.id in questions_behind(derived)):
            names |= {comparison.parameter} if comparison.parameter else set()
            names |= heard[derived.id].asked if derived else set()
    return answers_to(question, on, sorted(names))


def _given(questions: list[Fact], answers: Iterable[Answer], on: ParametersOn) -> Given:
    everything: dict[str, Known] = {}
    people: dict[str, tuple[Person, ...]] = {}
    for fact, answer in zip(questions, answers, strict=True):
        everything[fact.id] = known(fact, answer)
        if isinstance(answer, tuple):
            people[fact.id] = answer
    return Given(everything, people, on, on.day)


def questions_behind(derived: Derived) -> tuple[str, ...]:
    """Return the questions that a derived fact stands on, also through other derived facts."""
    found: list[str] = []
    for need in derived.needs:
        found += questions_behind(DERIVED[need]) if need in DERIVED else (need,)
    return tuple(dict.fromkeys(found))
