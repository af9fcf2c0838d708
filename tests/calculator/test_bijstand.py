"""Bijstand: the norm of every household, and what is left of it beside an income."""

from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.calculator.not_covered import NotCovered
from app.calculator.rules import bijstand
from app.calculator.rules.bijstand import (
    Household,
    bijstand_per_month,
    income_of_partner_without_right_per_month,
    netto_loon_per_month,
    norm_per_month,
    vakantietoeslag_per_month,
)
from app.calculator.trace import Traced
from tests.calculator.cases import Case, examples, parameters_on
from tests.calculator.naive import bijstand as naive

HALVES = (date(2026, 1, 1), date(2026, 11, 21))
P = bijstand.P.on(parameters_on(HALVES[1]))
ADULTS = st.integers(18, 66)
HOUSEHOLDS = st.builds(
    Household,
    age=ADULTS,
    partner_age=st.none() | ADULTS,
    has_children=st.booleans(),
    kostendelers=st.integers(0, 5),
    without_parents=st.integers(0, 2),
)
AMOUNTS = st.integers(0, 400_000)


def household_of(given: dict[str, Any]) -> Household:
    partner = given.get("leeftijd_partner", "geen")
    return Household(
        age=given["leeftijd"],
        partner_age=None if partner == "geen" else partner,
        has_children=given.get("kinderen", False),
        kostendelers=given.get("kostendelers", 0),
        without_parents=given.get("zonder_ouders", 0),
        partner_has_right=given.get("partner_heeft_recht", True),
    )


def outcome(name: str, given: dict[str, Any], p: bijstand.P) -> int:
    match name:
        case "norm":
            return norm_per_month(household_of(given), p)
        case "vakantietoeslag":
            return vakantietoeslag_per_month(given["bijstand"], p)
        case "uitbetaald":
            return int(given["bijstand"]) - vakantietoeslag_per_month(given["bijstand"], p)
        case "netto_loon":
            return netto_loon_per_month(given["jaarloon"], given["belasting"], given["pensioenpremie"])
        case "telt_mee":
            partner, own, norm = given["partner"], given["eigen"], given["norm_eigen"]
            return income_of_partner_without_right_per_month(partner, own, norm, p)
    raise AssertionError(name)


@examples("bijstand")
def test_the_examples(case: Case) -> None:
    p = bijstand.P.on(parameters_on(case.day))
    assert {name: outcome(name, case.given, p) for name in case.expected} == case.expected


@pytest.mark.parametrize(
    ("age", "partner", "why"),
    [
        (17, None, "under_18"),
        (67, None, "aow_age"),
        (35, 17, "partner_under_18"),
        (66, 67, "partner_aow_age"),
        (80, 35, "aow_age"),
    ],
)
def test_a_household_that_is_not_covered_is_refused_by_name(age: int, partner: int | None, why: str) -> None:
    with pytest.raises(NotCovered) as refused:
        norm_per_month(Household(age, partner), P)
    assert refused.value.situation == why


@given(HOUSEHOLDS, st.sampled_from(HALVES))
def test_the_second_calculation_agrees_on_the_norm(household: Household, day: date) -> None:
    ages = [household.age, *([household.partner_age] if household.partner_age else [])]
    theirs = naive.norm(
        ages,
        day,
        children=household.has_children,
        sharing=household.kostendelers,
        without_parents=household.without_parents,
    )
    assert norm_per_month(household, bijstand.P.on(parameters_on(day))) == 100 * theirs


@given(HOUSEHOLDS)
def test_who_a_household_is_does_not_hang_on_who_asks(household: Household) -> None:
    if household.partner_age is not None:
        other = Household(
            household.partner_age,
            household.age,
            household.has_children,
            household.kostendelers,
            household.without_parents,
        )
        assert norm_per_month(other, P) == norm_per_month(household, P)


@given(st.integers(0, 10))
def test_who_shares_with_more_people_never_gets_more(kostendelers: int) -> None:
    norms = [norm_per_month(Household(35, kostendelers=number), P) for number in range(kostendelers + 2)]
    assert norms == sorted(norms, reverse=True)


@given(AMOUNTS, AMOUNTS, st.integers(0, 50_000))
def test_more_income_never_brings_more_bijstand_nor_less_together(norm: int, income: int, more: int) -> None:
    before, after = bijstand_per_month(norm, income), bijstand_per_month(norm, income + more)
    assert 0 <= after <= before
    assert income + more + after >= income + before
    assert income + before == max(norm, income)


@given(AMOUNTS)
def test_the_second_calculation_agrees_on_the_holiday_allowance(amount: int) -> None:
    assert vakantietoeslag_per_month(amount, P) == 100 * naive.holiday(Fraction(amount, 100), HALVES[1])


@given(AMOUNTS, AMOUNTS)
def test_a_partner_without_right_lifts_nobody_above_the_norm_of_a_couple(partner: int, own: int) -> None:
    norm = norm_per_month(Household(35, 30, partner_has_right=False), P)
    counted = income_of_partner_without_right_per_month(partner, own, norm, P)
    got = bijstand_per_month(norm, own + counted)
    assert 0 <= counted <= partner
    assert got == 0 or own + partner + got <= P.norm_paar + 1  # Half of an odd norm is rounded up.


@given(HOUSEHOLDS, AMOUNTS)
def test_the_trace_says_what_came_out(household: Household, income: int) -> None:
    trace: list[Traced] = []
    norm = norm_per_month(household, P, trace)
    # A young partner beside those who share costs has a fixed amount of art. 22a lid 3 on top.
    assert norm in {trace[-1].result, 2 * trace[-1].result} or trace[-1].rule == "kostendelersnorm"
    amount = bijstand_per_month(norm, income, trace)
    assert trace[-1].result == amount
    assert vakantietoeslag_per_month(amount, P, trace) == trace[-1].result


@pytest.mark.parametrize("has_children", [True, False])
def test_the_trace_of_a_partner_without_right(has_children: bool) -> None:
    trace: list[Traced] = []
    household = Household(35, 30, has_children, partner_has_right=False)
    norm = norm_per_month(household, P, trace)
    assert trace[-1].result == norm
    assert income_of_partner_without_right_per_month(150_000, 0, norm, P, trace) == trace[-1].result


def test_net_wage_is_never_below_zero_and_leaves_its_trace() -> None:
    trace: list[Traced] = []
    assert netto_loon_per_month(10_000, 0, 20_000) == 0
    assert netto_loon_per_month(1_200_000, 120_000, 0, trace) == trace[0].result == 90_000
