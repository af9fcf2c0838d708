"""Huurtoeslag: the examples of Dienst Toeslagen, a second calculation, and what holds for every home."""

from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.calculator.rules import huurtoeslag
from app.calculator.rules.huurtoeslag import (
    Home,
    has_full_limit,
    huurtoeslag_per_month,
    is_within_vermogen,
    rekeninkomen_per_year,
)
from app.calculator.trace import Traced
from tests.calculator.cases import Case, examples, parameters_on
from tests.calculator.naive import toeslagen

DAY = date(2026, 11, 21)
P = huurtoeslag.P.on(parameters_on(DAY))
RENTS = st.integers(0, 120_000)
INCOMES = st.integers(0, 7_000_000)
HOMES = st.builds(Home, RENTS, st.integers(1, 6), st.booleans())


def outcomes(given: dict[str, Any], p: huurtoeslag.P) -> dict[str, int]:
    full = has_full_limit([given.get("leeftijd", 30)], p, with_child=False, with_handicap=False)
    trace: list[Traced] = []
    home = Home(given["kale_huur"], given["personen"], full)
    per_month = huurtoeslag_per_month(home, given["inkomen"], p, trace)
    steps = {step.rule: step.result for step in trace}
    return {
        "huurtoeslag_per_maand": per_month,
        "rekenhuur": steps["rekenhuur"],
        "verlaging": steps["verlaging_door_inkomen"],
    }


@examples("huurtoeslag")
def test_the_examples(case: Case) -> None:
    found = outcomes(case.given, huurtoeslag.P.on(parameters_on(case.day)))
    assert {name: found[name] for name in case.expected} == case.expected


@given(HOMES, INCOMES)
def test_the_second_calculation_agrees(home: Home, income: int) -> None:
    theirs = toeslagen.huurtoeslag_per_month(
        Fraction(home.kale_huur_per_month, 100),
        home.persons,
        Fraction(income, 100),
        DAY,
        young=not home.has_full_limit,
    )
    trace: list[Traced] = []
    assert huurtoeslag_per_month(home, income, P) == 100 * theirs
    assert huurtoeslag_per_month(home, income, P, trace) == trace[-1].result == 100 * theirs


@given(HOMES, INCOMES, st.integers(0, 500_000))
def test_more_income_never_brings_more(home: Home, income: int, more: int) -> None:
    assert 0 <= huurtoeslag_per_month(home, income + more, P) <= huurtoeslag_per_month(home, income, P)


@given(HOMES, INCOMES, st.integers(0, 50_000))
def test_more_rent_never_brings_less_and_never_more_than_the_rent(home: Home, income: int, more: int) -> None:
    dearer = Home(home.kale_huur_per_month + more, home.persons, home.has_full_limit)
    before, after = huurtoeslag_per_month(home, income, P), huurtoeslag_per_month(dearer, income, P)
    assert before <= after <= before + more + 100
    assert before <= home.kale_huur_per_month


@given(RENTS, st.integers(2_400_000, 3_500_000), st.sampled_from([(1, 27_000), (2, 22_000)]))
def test_a_thousand_euros_more_income_costs_270_or_220_a_year(
    rent: int, income: int, kind: tuple[int, int]
) -> None:
    persons, less = kind
    income += 800_000 if persons > 1 else 0
    home = Home(rent, persons)
    before, after = (huurtoeslag_per_month(home, each, P) for each in (income, income + 100_000))
    if after:
        assert abs(12 * (before - after) - less) <= 1_200


def test_a_parent_with_a_child_is_no_household_of_one() -> None:
    assert huurtoeslag_per_month(Home(70_000, 2), 3_000_000, P) > huurtoeslag_per_month(
        Home(70_000, 1), 3_000_000, P
    )


@pytest.mark.parametrize(
    ("ages", "with_child", "with_handicap", "is_full"),
    [
        ([21], False, False, True),
        ([20], False, False, False),
        ([20, 18], False, False, False),
        ([18, 45], False, False, True),
        ([19], True, False, True),
        ([19], False, True, True),
    ],
)
def test_the_low_limit_is_for_the_young_alone(
    ages: list[int], with_child: bool, with_handicap: bool, is_full: bool
) -> None:
    assert has_full_limit(ages, P, with_child=with_child, with_handicap=with_handicap) is is_full


@pytest.mark.parametrize(
    ("vermogen", "medebewoners", "has_partner", "is_within"),
    [
        (3_847_900, [], False, True),
        (3_847_901, [], False, False),
        (7_695_800, [], True, True),
        (7_695_801, [], True, False),
        (0, [3_847_900, 3_847_900], False, True),
        (0, [3_847_901], True, False),
    ],
)
def test_too_much_savings_end_the_right(
    vermogen: int, medebewoners: list[int], has_partner: bool, is_within: bool
) -> None:
    assert is_within_vermogen(vermogen, medebewoners, P, has_partner=has_partner) is is_within


def test_of_a_child_at_home_only_income_above_a_limit_counts() -> None:
    trace: list[Traced] = []
    assert rekeninkomen_per_year([2_000_050], [], P) == 2_000_000
    assert rekeninkomen_per_year([2_000_000, 500_000], [621_800, 721_850], P, trace) == 2_600_000
    assert dict(trace[0].inputs) == {"volwassenen": 2_500_000, "kinderen": 100_000}
