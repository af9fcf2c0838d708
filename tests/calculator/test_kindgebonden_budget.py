"""Kindgebonden budget: the printed examples, a second calculation, what holds for every family."""

from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.calculator.rules import kindgebonden_budget
from app.calculator.rules.kindgebonden_budget import (
    is_within_vermogen,
    kindgebonden_budget_per_month,
    maximum_per_year,
)
from app.calculator.trace import Traced
from tests.calculator.cases import Case, examples, parameters_on
from tests.calculator.naive import toeslagen

DAY = date(2026, 11, 21)
P = kindgebonden_budget.P.on(parameters_on(DAY))
INCOMES = st.integers(0, 20_000_000)
AGES = st.lists(st.integers(0, 20), max_size=6)


def per_month(ages: list[int], income: int, *, has_partner: bool) -> int:
    maximum = maximum_per_year(ages, P, has_partner=has_partner)
    return kindgebonden_budget_per_month(maximum, income, P, has_partner=has_partner)


def outcomes(given: dict[str, Any], p: kindgebonden_budget.P) -> dict[str, int]:
    has_partner = given.get("partner", False)
    trace: list[Traced] = []
    maximum = maximum_per_year(given["leeftijden"], p, trace, has_partner=has_partner)
    paid = kindgebonden_budget_per_month(maximum, given["inkomen"], p, trace, has_partner=has_partner)
    return {
        "maximum_per_jaar": maximum,
        "vermindering_per_jaar": trace[1].result,
        "kindgebonden_budget_per_maand": paid,
    }


@examples("kindgebonden_budget")
def test_the_examples(case: Case) -> None:
    found = outcomes(case.given, kindgebonden_budget.P.on(parameters_on(case.day)))
    assert {name: found[name] for name in case.expected} == case.expected


@given(AGES, INCOMES, st.booleans())
def test_the_second_calculation_agrees(ages: list[int], income: int, has_partner: bool) -> None:
    theirs = toeslagen.kindgebonden_budget_per_month(ages, Fraction(income, 100), DAY, partner=has_partner)
    assert per_month(ages, income, has_partner=has_partner) == 100 * theirs


@given(AGES, INCOMES, st.integers(0, 500_000), st.booleans())
def test_more_income_never_brings_more(ages: list[int], income: int, more: int, has_partner: bool) -> None:
    before = per_month(ages, income, has_partner=has_partner)
    assert 0 <= per_month(ages, income + more, has_partner=has_partner) <= before


@given(AGES, st.integers(0, 17), INCOMES, st.booleans())
def test_one_more_child_never_brings_less(
    ages: list[int], another: int, income: int, has_partner: bool
) -> None:
    before = per_month(ages, income, has_partner=has_partner)
    assert per_month([*ages, another], income, has_partner=has_partner) >= before


@given(st.permutations([0, 5, 12, 16, 17]), INCOMES)
def test_the_order_of_children_does_not_matter(ages: list[int], income: int) -> None:
    assert per_month(ages, income, has_partner=False) == per_month(sorted(ages), income, has_partner=False)


@given(AGES, INCOMES)
def test_a_partner_without_income_never_brings_more_than_being_alone_at_a_low_income(
    ages: list[int], income: int
) -> None:
    income = min(income, P.drempelinkomen)
    assert per_month(ages, income, has_partner=True) <= per_month(ages, income, has_partner=False)


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
