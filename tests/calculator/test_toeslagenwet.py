"""The toeslag on top of WW: norms, who has none, what counts, and the limit at the old wage."""

from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.calculator.not_covered import NotCovered
from app.calculator.rules import toeslagenwet
from app.calculator.rules.toeslagenwet import (
    Household,
    Income,
    exclusion,
    has_vrijlating,
    norm_per_day,
    toeslag_per_month,
    vakantie_uitkering_per_month,
    vrijgelaten_per_month,
)
from app.calculator.trace import Traced
from tests.calculator.cases import Case, examples, parameters_on
from tests.calculator.naive import toeslagenwet as naive

DAY = date(2026, 11, 21)
P = toeslagenwet.P.on(parameters_on(DAY))
AMOUNTS = st.integers(0, 300_000)
HOUSEHOLDS = st.builds(
    Household,
    age=st.integers(17, 66),
    partner_born=st.none() | st.sampled_from([date(1971, 12, 31), date(1972, 1, 1)]),
    youngest_child=st.none() | st.integers(0, 17),
    lives_with_parents=st.booleans(),
    shares_home=st.booleans(),
)
INCOMES = st.builds(Income, AMOUNTS, AMOUNTS, AMOUNTS, AMOUNTS)


def household_of(given: dict[str, Any]) -> Household:
    partner, child = given.get("partner", "geen"), given.get("jongste_kind", "geen")
    return Household(
        age=given["leeftijd"],
        partner_born=None if partner == "geen" else date.fromisoformat(partner),
        youngest_child=None if child == "geen" else child,
        lives_with_parents=given.get("bij_ouders", False),
        shares_home=given.get("huisgenoot", False),
    )


@examples("toeslagenwet")
def test_the_examples(case: Case) -> None:
    p, given, household = toeslagenwet.P.on(parameters_on(case.day)), case.given, household_of(case.given)
    got: dict[str, object] = {"reden": exclusion(household, p) or "recht"}
    if "norm" in case.expected or "norm_dag" in case.expected:
        trace: list[Traced] = []
        toeslag_per_month(household, Income(0, 0), p, trace)
        norm = next(step.result for step in trace if step.rule == "norm_toeslagenwet")
        got |= {"norm": norm, "norm_dag": norm_per_day(household, p)}
    else:
        income = Income(given["uitkering"], given["loon"], given["arbeid"], given["overig"])
        amount = toeslag_per_month(household, income, p)
        got |= {"toeslag": amount, "vakantie_uitkering": vakantie_uitkering_per_month(amount, p)}
    assert {name: got[name] for name in case.expected} == case.expected


@given(HOUSEHOLDS, INCOMES)
def test_the_second_calculation_agrees(household: Household, income: Income) -> None:
    person = naive.Person(
        household.age,
        household.partner_born,
        household.youngest_child,
        household.lives_with_parents,
        household.shares_home,
    )
    amounts = (income.uitkering, income.loon_per_month, income.arbeid, income.overig)
    benefit, wage, earned, other = (Fraction(each, 100) for each in amounts)
    theirs = naive.toeslag(person, benefit, wage, earned, other=other, day=DAY)
    assert toeslag_per_month(household, income, P) == 100 * theirs


def test_who_has_reached_the_aow_age_is_refused_by_name() -> None:
    with pytest.raises(NotCovered, match="aow_age"):
        toeslag_per_month(Household(67), Income(0, 0), P)


@pytest.mark.parametrize(
    ("months", "age_in_months", "free"),
    [(0, 500, True), (23, 690, True), (24, 690, False), (24, 691, True), (90, 720, True)],
)
def test_part_of_the_earnings_is_free_for_two_years(months: int, age_in_months: int, free: bool) -> None:
    assert has_vrijlating(months, age_in_months, P) is free


def test_after_two_years_all_earnings_count() -> None:
    income = Income(130_000, 240_000, 30_000, has_vrijlating=False)
    assert toeslag_per_month(Household(40), income, P) == 166_931 - 160_000


@given(HOUSEHOLDS, INCOMES, st.integers(0, 50_000))
def test_more_earnings_never_bring_more_toeslag_nor_less_together(
    household: Household, income: Income, more: int
) -> None:
    higher = Income(income.uitkering, income.loon_per_month, income.arbeid + more, income.overig)
    before, after = (toeslag_per_month(household, each, P) for each in (income, higher))
    assert 0 <= after <= before
    assert after + more >= before - 1  # The free part is rounded to cents by itself.


@given(HOUSEHOLDS, AMOUNTS)
def test_what_is_free_stays_under_its_limits(household: Household, earned: int) -> None:
    assert 0 <= vrijgelaten_per_month(household, earned, P) <= min(earned, 35_055)


@given(HOUSEHOLDS, INCOMES)
def test_the_trace_says_what_came_out(household: Household, income: Income) -> None:
    trace: list[Traced] = []
    amount = toeslag_per_month(household, income, P, trace)
    steps = {step.rule: step for step in trace}
    if exclusion(household, P) is not None:
        assert amount == 0
        assert not trace
        return
    lacking = steps["norm_toeslagenwet"].result - dict(steps["toeslag"].inputs)["inkomen"]
    assert amount == steps["toeslag"].result
    most = steps["grens_toeslag"].result if "grens_toeslag" in steps else lacking
    assert abs(amount - max(0, min(lacking, most))) <= 1  # Norms per day have half cents per month.
    assert vakantie_uitkering_per_month(amount, P, trace) == trace[-1].result
