"""Zorgtoeslag: all rows of the official tables, a second calculation, and what holds for every income."""

from collections.abc import Callable
from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.calculator.rules import zorgtoeslag
from app.calculator.rules.zorgtoeslag import is_within_vermogen, zorgtoeslag_per_month, zorgtoeslag_per_year
from app.calculator.trace import Traced
from tests.calculator.cases import Case, examples, parameters_on
from tests.calculator.naive import toeslagen

DAY = date(2026, 11, 21)
P = zorgtoeslag.P.on(parameters_on(DAY))
INCOMES = st.integers(0, 6_000_000)

OUTCOMES: dict[str, Callable[..., int]] = {
    "zorgtoeslag_per_jaar": zorgtoeslag_per_year,
    "zorgtoeslag_per_maand": zorgtoeslag_per_month,
}


def outcome(name: str, given: dict[str, Any], p: zorgtoeslag.P) -> int:
    return OUTCOMES[name](
        given["inkomen"],
        p,
        has_partner=given.get("partner", False),
        is_partner_insured=given.get("partner_verzekerd", True),
    )


@examples("zorgtoeslag")
def test_the_tables_and_examples(case: Case) -> None:
    p = zorgtoeslag.P.on(parameters_on(case.day))
    assert {name: outcome(name, case.given, p) for name in case.expected} == case.expected


@given(INCOMES, st.booleans(), st.booleans())
def test_the_second_calculation_agrees(income: int, has_partner: bool, insured: bool) -> None:
    mine = zorgtoeslag_per_year(income, P, has_partner=has_partner, is_partner_insured=insured)
    theirs = toeslagen.zorgtoeslag_per_year(Fraction(income, 100), DAY, partner=has_partner, insured=insured)
    assert mine == 100 * theirs


@given(INCOMES, st.integers(0, 500_000), st.booleans())
def test_more_income_never_brings_more(income: int, more: int, has_partner: bool) -> None:
    before = zorgtoeslag_per_month(income, P, has_partner=has_partner)
    after = zorgtoeslag_per_month(income + more, P, has_partner=has_partner)
    assert 0 <= after <= before
    if income + more <= P.drempelinkomen:
        assert after == before


@given(INCOMES, st.booleans())
def test_a_year_is_nothing_or_at_least_the_least_amount(income: int, has_partner: bool) -> None:
    per_year = zorgtoeslag_per_year(income, P, has_partner=has_partner)
    assert per_year == 0 or per_year >= P.minste_per_jaar
    assert per_year % 100 == 0
    assert 0 <= per_year - 12 * zorgtoeslag_per_month(income, P, has_partner=has_partner) < 1200


@given(INCOMES)
def test_an_uninsured_partner_halves_it(income: int) -> None:
    both = zorgtoeslag_per_year(income, P, has_partner=True)
    half = zorgtoeslag_per_year(income, P, has_partner=True, is_partner_insured=False)
    assert abs(both - 2 * half) <= 2 * P.minste_per_jaar


@pytest.mark.parametrize(
    ("vermogen", "has_partner", "is_within"),
    [
        (14_601_100, False, True),
        (14_601_101, False, False),
        (18_463_300, True, True),
        (18_463_301, True, False),
    ],
)
def test_too_much_savings_end_the_right(vermogen: int, has_partner: bool, is_within: bool) -> None:
    assert is_within_vermogen(vermogen, P, has_partner=has_partner) is is_within


def test_the_trace_tells_the_sum() -> None:
    trace: list[Traced] = []
    assert zorgtoeslag_per_month(3_888_000, P, trace) == 2_400
    assert [(step.rule, step.result) for step in trace] == [
        ("normpremie", 182_402),
        ("zorgtoeslag", 29_500),
        ("zorgtoeslag_per_maand", 2_400),
    ]
    assert dict(trace[0].inputs) == {"toetsingsinkomen": 3_888_000, "boven_drempel": 914_400}
