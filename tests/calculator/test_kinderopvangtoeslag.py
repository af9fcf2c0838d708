"""Kinderopvangtoeslag: the whole table, the examples, a second calculation, what holds for every family."""

from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.calculator.numbers import band_at
from app.calculator.rules import kinderopvangtoeslag
from app.calculator.rules.kinderopvangtoeslag import (
    Kosten,
    Opvang,
    Soort,
    counts_as_active,
    kinderopvangtoeslag_per_month,
    kosten_per_month,
)
from app.calculator.trace import Traced
from tests.calculator.cases import Case, examples, parameters_on
from tests.calculator.naive import toeslagen

DAY = date(2026, 11, 21)
P = kinderopvangtoeslag.P.on(parameters_on(DAY))
INCOMES = st.integers(0, 26_000_000)
CHILD = st.builds(Opvang, st.sampled_from(Soort), st.integers(0, 30_000), st.integers(0, 1_500))
CHILDREN = st.lists(CHILD.map(lambda opvang: (opvang,)), max_size=4)


def opvang(given: dict[str, Any]) -> Opvang:
    return Opvang(Soort(given["soort"]), given["uren"], given["uurprijs"])


def outcomes(given: dict[str, Any], p: kinderopvangtoeslag.P) -> dict[str, int]:
    children = [each if isinstance(each, list) else [each] for each in given.get("kinderen", [])]
    kosten = kosten_per_month([tuple(opvang(one) for one in child) for child in children], p)
    _, first, other = band_at(p.vergoeding, given["inkomen"])
    return {
        "kosten_eerste_kind": kosten.first_per_month,
        "kosten_andere_kinderen": sum(kosten.others_per_month),
        "kinderopvangtoeslag_per_maand": kinderopvangtoeslag_per_month(kosten, given["inkomen"], p),
        "percentage_eerste_kind": first // 10,
        "percentage_andere_kinderen": other // 10,
    }


@pytest.mark.row("C5")
@examples("kinderopvangtoeslag")
def test_the_table_and_the_examples(case: Case) -> None:
    found = outcomes(case.given, kinderopvangtoeslag.P.on(parameters_on(case.day)))
    assert {name: found[name] for name in case.expected} == case.expected


def test_the_table_has_all_69_bands_and_never_rises() -> None:
    assert len(P.vergoeding) == 69
    assert [first for _, first, _ in P.vergoeding] == sorted((row[1] for row in P.vergoeding), reverse=True)
    assert [other for _, _, other in P.vergoeding] == sorted((row[2] for row in P.vergoeding), reverse=True)
    assert all(other >= first for _, first, other in P.vergoeding)


@given(CHILDREN, INCOMES)
def test_the_second_calculation_agrees(children: list[tuple[Opvang, ...]], income: int) -> None:
    theirs = toeslagen.kinderopvangtoeslag_per_month(
        [
            (one.soort.value, Fraction(one.uren_per_month, 100), Fraction(one.uurprijs, 100))
            for (one,) in children
        ],
        Fraction(income, 100),
        DAY,
    )
    trace: list[Traced] = []
    mine = kinderopvangtoeslag_per_month(kosten_per_month(children, P, trace), income, P, trace)
    assert mine == trace[-1].result == 100 * theirs
    assert len(trace) == len(children) + 1
    assert mine == kinderopvangtoeslag_per_month(kosten_per_month(children, P), income, P)


@given(CHILDREN, INCOMES, st.integers(0, 500_000))
def test_more_income_never_brings_more(children: list[tuple[Opvang, ...]], income: int, more: int) -> None:
    kosten = kosten_per_month(children, P)
    after = kinderopvangtoeslag_per_month(kosten, income + more, P)
    assert 0 <= after <= kinderopvangtoeslag_per_month(kosten, income, P)


@given(CHILDREN, INCOMES)
def test_never_more_than_the_costs_that_count(children: list[tuple[Opvang, ...]], income: int) -> None:
    kosten = kosten_per_month(children, P)
    paid = sum(one.uren_per_month * one.uurprijs for (one,) in children)
    assert kinderopvangtoeslag_per_month(kosten, income, P) <= kosten.first_per_month + sum(
        kosten.others_per_month
    )
    assert 100 * (kosten.first_per_month + sum(kosten.others_per_month)) <= paid + 50 * len(children)


@given(st.permutations(range(4)), st.lists(CHILD, min_size=4, max_size=4), INCOMES)
def test_the_order_of_children_does_not_matter(
    order: list[int], childcare: list[Opvang], income: int
) -> None:
    one_way = kosten_per_month([(each,) for each in childcare], P)
    other_way = kosten_per_month([(childcare[place],) for place in order], P)
    assert kinderopvangtoeslag_per_month(one_way, income, P) == kinderopvangtoeslag_per_month(
        other_way, income, P
    )


def test_cents_of_an_income_stay_in_the_band_of_its_euros() -> None:
    kosten = Kosten(100_000)
    assert kinderopvangtoeslag_per_month(kosten, 5_641_299, P) == 96_000
    assert kinderopvangtoeslag_per_month(kosten, 5_641_300, P) == 95_500


@pytest.mark.parametrize(
    ("months_since_work", "in_traject", "is_active"),
    [
        (0, False, True),
        (3, False, True),
        (4, False, False),
        (None, False, False),
        (None, True, True),
        (12, True, True),
    ],
)
def test_work_a_traject_or_work_until_lately_gives_the_right(
    months_since_work: int | None, in_traject: bool, is_active: bool
) -> None:
    assert counts_as_active(months_since_work, P, in_traject=in_traject) is is_active
