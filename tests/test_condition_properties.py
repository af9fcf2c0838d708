"""What must be true of every condition and all answers, compared with trying every completion."""

from collections.abc import Mapping

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from app.condition import (
    Any,
    Condition,
    Known,
    Missing,
    Span,
    Truth,
    always,
    contradictory,
    evaluate,
    explain,
    facts_in,
    guarded,
    mapped,
    open_facts,
    useless_facts,
)
from tests import brute_force
from tests.brute_force import FEW, VALUES, answers, completions, conditions, holds, occurs_once, settling

pytestmark = pytest.mark.row("W8")

often = settings(max_examples=250, deadline=None)
EVERY = tuple(VALUES)
NEVER = Any(())


@often
@given(conditions(*EVERY), answers(*EVERY))
def test_yes_and_no_are_only_said_when_every_completion_agrees(
    condition: Condition, known: dict[str, Known]
) -> None:
    truth = evaluate(condition, known)
    assert truth in {Truth.UNKNOWN, brute_force.truth(condition, known)}


@often
@given(conditions(*EVERY), answers(*EVERY))
def test_what_is_certain_is_found_when_no_fact_occurs_twice(
    condition: Condition, known: dict[str, Known]
) -> None:
    assume(occurs_once(condition))
    assert evaluate(condition, known) is brute_force.truth(condition, known)


@often
@given(conditions(*FEW), answers(*FEW))
def test_what_is_certain_is_found_also_when_facts_occur_twice(
    condition: Condition, known: dict[str, Known]
) -> None:
    assert evaluate(condition, known) is brute_force.truth(condition, known)


@often
@given(conditions(*FEW), answers(*FEW), st.tuples(st.integers(1, 4), st.integers(1, 4)))
def test_a_value_between_two_bounds_says_no_more_than_the_bounds_do(
    condition: Condition, known: dict[str, Known], bounds: tuple[int, int]
) -> None:
    known = {**known, "weken": Span(min(bounds), max(bounds))}
    assert evaluate(condition, known) is brute_force.truth(condition, known)


def fixed(condition: Condition, known: Mapping[str, Known], facts: set[str]) -> Truth:
    """Return the truth that these answers alone give."""
    return brute_force.truth(condition, {fact: known[fact] for fact in facts})


@often
@given(conditions(*FEW), answers(*FEW))
def test_the_named_answers_fix_the_value_and_none_can_be_left_out(
    condition: Condition, known: dict[str, Known]
) -> None:
    verdict = explain(condition, known)
    assume(verdict.truth is not Truth.UNKNOWN)
    named = set(verdict.facts)
    assert fixed(condition, known, named) is verdict.truth
    assert all(fixed(condition, known, named - {fact}) is Truth.UNKNOWN for fact in named)


@often
@given(conditions(*FEW), answers(*FEW))
def test_the_deciding_comparisons_are_those_on_the_named_answers(
    condition: Condition, known: dict[str, Known]
) -> None:
    verdict = explain(condition, known)
    decided = {evaluate(comparison, known) for comparison in verdict.decisive}
    assert {comparison.fact for comparison in verdict.decisive} == set(verdict.facts)
    assert (Truth.UNKNOWN in decided) is bool(verdict.facts and verdict.truth is Truth.UNKNOWN)


@often
@given(conditions(*FEW), answers(*FEW))
def test_what_is_unknown_names_exactly_the_missing_facts_that_can_change_it(
    condition: Condition, known: dict[str, Known]
) -> None:
    verdict = explain(condition, known)
    assume(verdict.truth is Truth.UNKNOWN)
    all_unanswered = {fact: value for fact, value in known.items() if not isinstance(value, Missing)}
    assert set(verdict.facts) == settling(condition, all_unanswered)


@often
@given(conditions(*FEW), answers(*FEW))
def test_every_question_that_can_still_settle_something_is_open(
    condition: Condition, known: dict[str, Known]
) -> None:
    found = open_facts(condition, known)
    assert set(found) >= settling(condition, known)
    assert all(known.get(fact, Missing.UNANSWERED) is Missing.UNANSWERED for fact in found)


@often
@given(conditions(*FEW), answers(*FEW))
def test_no_question_is_open_that_cannot_settle_anything(
    condition: Condition, known: dict[str, Known]
) -> None:
    not_known = {fact for fact, value in known.items() if value is Missing.DONT_KNOW}
    assume(occurs_once(condition) or not not_known)
    assert set(open_facts(condition, known)) == settling(condition, known)


@often
@given(conditions(*FEW))
def test_a_condition_is_proved_to_always_or_never_hold(condition: Condition) -> None:
    outcomes = {holds(condition, each) for each in completions(facts_in(condition), {})}
    assert contradictory(condition, {}) is (outcomes == {False})
    assert always(condition, {}) is (outcomes == {True})


@often
@given(conditions(*EVERY))
def test_a_fact_is_useless_when_no_answer_to_it_changes_anything(condition: Condition) -> None:
    assert set(useless_facts(condition, {})) == set(facts_in(condition)) - settling(condition, {})


@often
@given(conditions("weken", "einde"), conditions("partner", "werk"), answers(*FEW))
def test_a_comparison_counts_only_while_its_guard_holds(
    condition: Condition, guard: Condition, known: dict[str, Known]
) -> None:
    under_guard = guarded(condition, {"weken": guard})
    without = mapped(condition, lambda each: NEVER if each.fact == "weken" else each)
    for values in completions(FEW, known):
        counts = condition if holds(guard, values) else without
        assert (evaluate(under_guard, values) is Truth.YES) is holds(counts, values)


@often
@given(conditions("weken", "einde"), conditions("partner", "werk"), answers(*FEW))
def test_a_guard_is_asked_before_what_it_guards(
    condition: Condition, guard: Condition, known: dict[str, Known]
) -> None:
    under_guard = guarded(condition, {"weken": guard})
    of_guard = open_facts(guard, known)
    found = open_facts(under_guard, known)
    truth = evaluate(guard, known)
    if "weken" in found:
        assert truth is Truth.YES or of_guard
        assert set(found[: found.index("weken")]) >= set(of_guard) & set(found)
    if "weken" in explain(under_guard, known).facts and evaluate(under_guard, known) is Truth.UNKNOWN:
        assert truth is Truth.YES
