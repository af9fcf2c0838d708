"""Which question comes next, how many are left, and where the way closes."""

from __future__ import annotations

import random
from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from app.condition import Known, Missing
from app.wayfinder.flow import (
    Progress,
    RouteOn,
    answered,
    before,
    closed_gate,
    extra_answers,
    next_question,
    progress,
    worth_asking,
)
from app.wayfinder.model import Outcome
from app.wayfinder.outcome import outcome
from tests.people import voorbeeldstad
from tests.wayfinder.walking import Walk, anybody, possible, visitor

LOTS = random.Random
CHANCES = some.randoms(use_true_random=False)
MOST_QUESTIONS = 8


def at(walk: Walk) -> Progress:
    """Where a visitor stands."""
    question = walk.question
    assert question is not None
    return progress(walk.on, walk.known, question)


EARLY: list[tuple[dict[str, Any], str | None]] = [
    ({}, "woont_in_gemeente"),
    ({"woont_in_gemeente": True}, "mag_hier_werken"),
    ({"woont_in_gemeente": "?"}, "mag_hier_werken"),
    ({"woont_in_gemeente": True, "mag_hier_werken": True}, "geboortemaand"),
    (
        {"woont_in_gemeente": True, "mag_hier_werken": True, "geboortemaand": "1980-02"},
        "einde_werk",
    ),
    ({"einde_werk": "ontslagen"}, "woont_in_gemeente"),
    ({"mag_hier_werken": False}, None),
]


@pytest.mark.row("W1")
@pytest.mark.parametrize(("answers", "question"), EARLY)
def test_the_next_question_is_the_first_that_can_still_change_something(
    answers: dict[str, Any], question: str | None
) -> None:
    assert visitor(**answers).question == question


@pytest.mark.row("W2")
def test_who_resigned_is_not_asked_in_how_many_weeks_they_worked() -> None:
    """Whoever resigned gets no WW (WW 24), so the weeks of WW 17 cannot change anything."""
    start: dict[str, Any] = {"woont_in_gemeente": True, "mag_hier_werken": True, "geboortemaand": "1980-02"}
    resigned = visitor(**start, einde_werk="zelf_ontslag").to_the_end(LOTS(1))
    dismissed = visitor(**start, einde_werk="ontslagen", kan_werken=True).to_the_end(LOTS(1))
    assert "weken_gewerkt_van_36" not in resigned
    assert "weken_gewerkt_van_36" in dismissed


@pytest.mark.row("W6")
@settings(max_examples=150, deadline=None)
@given(CHANCES)
def test_going_forward_the_number_of_questions_left_never_grows(chance: random.Random) -> None:
    walk = visitor()
    steps: list[Progress] = []
    while (question := walk.question) is not None:
        steps.append(progress(walk.on, walk.known, question))
        walk.answer(question, walk.any_answer(question, chance))
    assert [step.number for step in steps] == list(range(1, len(steps) + 1))
    assert [step.most for step in steps] == sorted((step.most for step in steps), reverse=True)
    assert all(step.number <= step.most <= MOST_QUESTIONS for step in steps)


@pytest.mark.row("W6")
@settings(max_examples=100, deadline=None)
@given(CHANCES)
def test_the_same_holds_on_a_route_of_another_municipality(chance: random.Random) -> None:
    walk = visitor(voorbeeldstad(), "hulp")
    most = MOST_QUESTIONS
    while (question := walk.question) is not None:
        now = progress(walk.on, walk.known, question)
        assert now.number <= now.most <= most
        most = now.most
        walk.answer(question, walk.any_answer(question, chance))


@pytest.mark.row("W1")
def test_two_thousand_visitors_answer_at_most_eight_questions_each_once() -> None:
    chance = LOTS(2026)
    longest = 0
    for _ in range(2_000):
        asked = visitor().to_the_end(chance)
        longest = max(longest, len(asked))
        assert len(asked) <= MOST_QUESTIONS
        assert len(asked) == len(set(asked))
    assert longest == MOST_QUESTIONS, "eight is promised as the most, so it should be reached"


@pytest.mark.row("W4")
def test_who_knows_nothing_still_gets_to_the_outcome_and_is_asked_nothing_twice() -> None:
    walk = visitor()
    asked = []
    while (question := walk.question) is not None:
        asked.append(question)
        walk.answer(question, Missing.DONT_KNOW)
    assert len(asked) == len(set(asked)) <= MOST_QUESTIONS
    assert outcome(walk.on, walk.known).maybe


def what_is_said(found: Outcome) -> object:
    """Everything that a visitor would notice, without the reasons' wording."""
    return (
        [fit.item.id for fit in found.fits],
        [may.item.id for may in found.maybe],
        [no.item.id for no in found.not_now],
        [(step.item.id, step.step.id, step.day) for step in found.steps],
        [crisis.id for crisis in found.crises],
        found.headline,
        found.closed_gate,
    )


def can_matter(walk: Walk, question: str, chance: random.Random, tries: int) -> bool:
    """Whether two answers to a question lead to different outcomes, with some way to answer the rest."""
    on = walk.on
    for _ in range(tries):
        rest = {
            each: walk.any_answer(each, chance)
            for each in sorted(on.questions)
            if each not in walk.answers and each != question
        }
        seen = {
            repr(what_is_said(outcome(on, Walk(walk.installed, on, {**given, **rest}).known)))
            for answer in possible(walk.installed.facts[question])
            if answer is not Missing.DONT_KNOW
            for given in ({**walk.answers, question: answer},)
        }
        if len(seen) > 1:
            return True
    return False


@pytest.mark.row("W2")
@settings(max_examples=25, deadline=None)
@given(CHANCES)
def test_no_question_is_asked_that_cannot_matter(chance: random.Random) -> None:
    walk = visitor()
    while (question := walk.question) is not None:
        assert can_matter(walk, question, chance, tries=150), f"{question} after {walk.answers}"
        walk.answer(question, walk.any_answer(question, chance))


@settings(max_examples=60, deadline=None)
@given(CHANCES)
def test_what_is_not_worth_asking_changes_nothing(chance: random.Random) -> None:
    """The other side: whatever the answer to a question that is left out, what is said stays the same."""
    walk = anybody(chance)
    known = walk.known
    matter = worth_asking(walk.on, known)
    for question in walk.on.route.ask:
        if question in matter or question in known or closed_gate(walk.on, known):
            continue
        said = {
            repr(confirmed(walk.on, Walk(walk.installed, walk.on, {**walk.answers, question: answer}).known))
            for answer in possible(walk.installed.facts[question])
        }
        assert len(said) == 1, f"{question} is left out after {walk.answers}"


def confirmed(on: RouteOn, known: Mapping[str, Known]) -> object:
    """What is said about items that are known to exist; for others no question is asked."""
    found = outcome(on, known)
    return (
        [fit.item.id for fit in found.fits],
        [no.item.id for no in found.not_now if no.item.is_confirmed],
        [(step.item.id, step.step.id, step.day) for step in found.steps],
        [crisis.id for crisis in found.crises],
        found.closed_gate,
    )


GATES: list[tuple[dict[str, Any], str]] = [
    ({"mag_hier_werken": False}, "mag_hier_werken"),
    ({"geboortemaand": "1950-01"}, "geboortemaand"),  # AOW age
    ({"woont_in_gemeente": False}, "woont_in_gemeente"),
]


@pytest.mark.parametrize(("answers", "gate"), GATES)
def test_a_closed_gate_ends_the_questions(answers: dict[str, Any], gate: str) -> None:
    walk = visitor(**answers)
    assert closed_gate(walk.on, walk.known) == gate
    assert walk.question is None
    assert outcome(walk.on, walk.known).closed_gate == gate


@pytest.mark.parametrize("answer", ["?", "1959-11"])
def test_a_gate_that_is_not_certain_stays_open(answer: str) -> None:
    """Born in November 1959: 67 this month or not yet; nobody is sent away on a guess."""
    walk = visitor(geboortemaand=answer)
    assert closed_gate(walk.on, walk.known) is None


def test_changing_the_answer_opens_the_gate_again() -> None:
    walk = visitor(woont_in_gemeente=True, mag_hier_werken=False)
    assert walk.question is None
    walk.answer("mag_hier_werken", True)
    assert walk.question == "geboortemaand"


@pytest.mark.row("W5")
def test_back_leads_to_the_question_before_with_its_answer_kept() -> None:
    walk = visitor(woont_in_gemeente=True, mag_hier_werken="?", geboortemaand="1980-02")
    known = walk.known
    assert before(walk.on, known, "einde_werk") == "geboortemaand"
    assert before(walk.on, known, "geboortemaand") == "mag_hier_werken"
    assert before(walk.on, known, "woont_in_gemeente") is None
    assert before(walk.on, known, "controleer") == "geboortemaand"


@pytest.mark.row("W5")
def test_an_answer_that_does_not_apply_is_not_counted_but_comes_back() -> None:
    installed = voorbeeldstad()
    walk = visitor(installed, "hulp", reden="geen_werk", laatste_dag="2026-11-10")
    assert answered(walk.on, walk.known) == ("reden", "laatste_dag")
    walk.answer("reden", "anders")
    assert answered(walk.on, walk.known) == ("reden",)
    walk.answer("reden", "geen_werk")
    assert answered(walk.on, walk.known) == ("reden", "laatste_dag")


@pytest.mark.row("W6")
def test_a_question_that_is_changed_keeps_its_own_number() -> None:
    walk = visitor(woont_in_gemeente=True, mag_hier_werken=True, geboortemaand="1980-02")
    assert progress(walk.on, walk.known, "mag_hier_werken") == Progress(2, 8)
    assert at(walk) == Progress(4, 8)


def test_answers_beyond_the_first_tier_are_named_when_they_count() -> None:
    walk = visitor(einde_werk="ontslagen", spaargeld=[100_000, "month"], woonsituatie="alleen")
    assert extra_answers(walk.on, walk.known) == ("spaargeld", "woonsituatie")
    walk.answers |= visitor(inkomen_partner=[100_000, "month"]).answers
    assert "inkomen_partner" not in extra_answers(walk.on, walk.known)


def test_for_what_nobody_confirmed_no_question_is_asked() -> None:
    """The example's trial hangs on `reden` alone: with all else decided it is not asked for it."""
    installed = voorbeeldstad()
    on = installed.route("hulp")
    only_trial = RouteOn(
        on.route, on.facts, tuple(i for i in on.items if i.id == "proef"), on.conditions, {}, {}, on.way, {},
        on.questions,
    )  # fmt: skip
    assert not only_trial.items[0].is_confirmed
    assert next_question(only_trial, {}) is None
