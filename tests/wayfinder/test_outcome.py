"""What comes out of a route: what fits, what may fit, what does not, and what to do first."""

from __future__ import annotations

import random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from app.condition import Missing, Truth
from app.facts.flow import applies, known_facts
from app.wayfinder.flow import route_on
from app.wayfinder.model import Fitting, NotNow, Outcome, Possible
from app.wayfinder.outcome import outcome
from tests.people import voorbeeldstad, zwolle
from tests.wayfinder.walking import Walk, anybody, visitor

CHANCES = some.randoms(use_true_random=False)
OPEN_GATES: dict[str, Any] = {"woont_in_gemeente": True, "mag_hier_werken": True, "geboortemaand": "1980-02"}


def outcome_of(walk: Walk) -> Outcome:
    """What the route says to a visitor."""
    return outcome(walk.on, walk.known)


def example(**answers: Any) -> Outcome:
    """What the example's route says to somebody with these answers."""
    return outcome_of(visitor(voorbeeldstad(), "hulp", **answers))


@pytest.mark.row("W1")
@settings(max_examples=150, deadline=None)
@given(CHANCES)
def test_every_considered_item_stands_in_exactly_one_place(chance: random.Random) -> None:
    walk = anybody(chance)
    found = outcome_of(walk)
    places: list[Fitting | Possible | NotNow] = [*found.fits, *found.maybe, *found.not_now]
    placed = [each.item.id for each in places]
    expected = [] if found.closed_gate else [item.id for item in walk.on.items]
    assert sorted(placed) == sorted(expected)


@settings(max_examples=150, deadline=None)
@given(CHANCES)
def test_what_is_urgent_comes_first_and_then_the_weight_of_the_route(chance: random.Random) -> None:
    walk = anybody(chance)
    fits = [fit.item for fit in outcome_of(walk).fits]
    weights = [(not item.urgent, walk.on.route.consider.index(item.id)) for item in fits]
    assert weights == sorted(weights)


@settings(max_examples=150, deadline=None)
@given(CHANCES)
def test_maybe_is_ordered_by_urgency_then_by_how_little_is_missing_then_by_weight(
    chance: random.Random,
) -> None:
    walk = anybody(chance)
    maybe = outcome_of(walk).maybe
    order = [
        (
            not may.item.is_confirmed,
            not may.item.urgent,
            may.unknown_facts,
            walk.on.route.consider.index(may.item.id),
        )
        for may in maybe
    ]
    assert order == sorted(order)


@settings(max_examples=150, deadline=None)
@given(CHANCES)
def test_what_nobody_confirmed_is_last_under_maybe_and_never_the_first_thing_to_do(
    chance: random.Random,
) -> None:
    found = outcome_of(anybody(chance))
    assert all(fit.item.is_confirmed for fit in found.fits)
    assert all(step.item.is_confirmed for step in found.steps)
    assert all(may.question is None for may in found.maybe if not may.item.is_confirmed)
    first_doubtful = next(
        (place for place, may in enumerate(found.maybe) if not may.item.is_confirmed), len(found.maybe)
    )
    assert not any(may.item.is_confirmed for may in found.maybe[first_doubtful:])


@settings(max_examples=150, deadline=None)
@given(CHANCES)
def test_the_headline_and_the_first_step_are_of_the_most_urgent_thing_that_fits(
    chance: random.Random,
) -> None:
    found = outcome_of(anybody(chance))
    speaking = [fit.item for fit in found.fits if fit.item.headline]
    assert found.headline == (speaking[0].headline if speaking else None)
    if found.first_step is not None:
        assert found.first_step.item == speaking[0]
        assert found.first_step in found.steps


@settings(max_examples=100, deadline=None)
@given(CHANCES)
def test_people_who_help_are_known_and_named_once(chance: random.Random) -> None:
    found = outcome_of(anybody(chance))
    assert len(set(found.organisations)) == len(found.organisations)
    assert set(found.organisations) <= zwolle().catalogue.organisations.keys()
    assert found.organisations or found.closed_gate, "somebody always helps"


@pytest.mark.row("W4")
@settings(max_examples=60, deadline=None)
@given(CHANCES)
def test_settling_questions_are_asked_once_until_none_is_left(chance: random.Random) -> None:
    walk = visitor()
    walk.to_the_end(chance)
    asked: list[str] = []
    while (
        question := next((may.question for may in outcome_of(walk).maybe if may.question), None)
    ) is not None:
        assert question not in walk.answers
        assert question in walk.on.questions
        assert not walk.installed.facts[question].derived
        asked.append(question)
        walk.answer(question, walk.any_answer(question, chance))
    assert len(asked) == len(set(asked))


@settings(max_examples=60, deadline=None)
@given(CHANCES)
def test_a_settling_question_stands_only_with_what_it_can_settle(chance: random.Random) -> None:
    walk = anybody(chance)
    for may in outcome_of(walk).maybe:
        assert walk.on.conditions[may.item.id] is not None
        if may.question is None:
            continue
        applies_now = applies(walk.on.facts, walk.known, may.question)
        assert applies_now is not Truth.NO
        assert walk.known.get(may.question) is None


@pytest.mark.row("W5")
@settings(max_examples=150, deadline=None)
@given(CHANCES)
def test_only_answers_that_apply_count(chance: random.Random) -> None:
    """The outcome is that of a visitor who never gave the answers that no longer apply."""
    walk = anybody(chance)
    for question in chance.sample(sorted(walk.answers), min(4, len(walk.answers))):
        walk.answer(question, walk.any_answer(question, chance))
    fresh = dict(walk.answers)
    while stale := [
        fact for fact in fresh if applies(walk.on.facts, known_facts(walk.on.facts, fresh), fact) is Truth.NO
    ]:
        for fact in stale:
            del fresh[fact]
    assert outcome_of(walk) == outcome_of(Walk(walk.installed, walk.on, fresh))


@pytest.mark.row("W5")
@settings(max_examples=60, deadline=None)
@given(CHANCES)
def test_an_answer_changed_back_gives_the_same_outcome_again(chance: random.Random) -> None:
    walk = anybody(chance)
    before = outcome_of(walk)
    for question in sorted(walk.answers):
        kept = walk.answers[question]
        walk.answer(question, walk.any_answer(question, chance))
        outcome_of(walk)
        walk.answer(question, kept)
    assert outcome_of(walk) == before


@pytest.mark.row("W4")
@settings(max_examples=100, deadline=None)
@given(CHANCES)
def test_telling_more_never_takes_back_what_was_certain(chance: random.Random) -> None:
    walk = anybody(chance)
    before = outcome_of(walk)
    left = sorted(fact for fact in walk.on.questions if fact not in walk.answers)
    for question in left[:3]:
        walk.answer(question, walk.any_answer(question, chance))
    after = outcome_of(walk)
    if after.closed_gate:
        return
    assert {fit.item.id for fit in before.fits} <= {fit.item.id for fit in after.fits}
    assert {no.item.id for no in before.not_now} <= {no.item.id for no in after.not_now}


@settings(max_examples=60, deadline=None)
@given(CHANCES)
def test_not_knowing_is_never_better_or_worse_than_not_answering(chance: random.Random) -> None:
    walk = anybody(chance)
    before = outcome_of(walk)
    for question in sorted(walk.on.questions - walk.answers.keys()):
        walk.answer(question, Missing.DONT_KNOW)
    after = outcome_of(walk)
    assert [fit.item.id for fit in before.fits] == [fit.item.id for fit in after.fits]
    assert {no.item.id for no in before.not_now} == {no.item.id for no in after.not_now}


def test_nothing_is_said_to_whom_the_way_is_closed_but_a_crisis_exit_stays() -> None:
    found = example(woont_in_gemeente=False, zorgen=["gevaar"], reden="geen_werk", inkomen=[0, "month"])
    assert found.closed_gate == "woont_in_gemeente"
    assert (found.fits, found.maybe, found.not_now, found.steps) == ((), (), (), ())
    assert [crisis.id for crisis in found.crises] == ["gevaar"]


@pytest.mark.parametrize(
    ("worries", "shown"),
    [(["niet_veilig_thuis"], ["gevaar", "veilig_thuis"]), (["somber"], ["somber"]), ([], []), ("?", [])],
)
def test_crisis_exits_stand_above_every_result(worries: Any, shown: list[str]) -> None:
    found = outcome_of(visitor(**OPEN_GATES, zorgen=worries))
    assert [crisis.id for crisis in found.crises] == shown


def test_one_may_fit_until_its_one_question_is_answered() -> None:
    before = example(reden="geen_werk")
    assert {may.item.id: may.question for may in before.maybe}["werkhulp"] == "weken"
    long, short, unknown = (example(reden="geen_werk", weken=weeks) for weeks in (4, 3, "?"))
    assert "werkhulp" in [fit.item.id for fit in long.fits]
    assert "werkhulp" in [no.item.id for no in short.not_now]
    assert {may.item.id: may.question for may in unknown.maybe}["werkhulp"] is None


def test_switched_off_items_are_left_out() -> None:
    installed = voorbeeldstad()
    off = frozenset({"steun"})
    on = route_on(installed.way.routes["hulp"], installed.way, installed.catalogue, installed.on(), off)
    assert "steun" not in [item.id for item in on.items]
    assert "inkomen" not in on.questions - frozenset(on.route.ask)
