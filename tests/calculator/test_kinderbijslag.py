"""Kinderbijslag: the amounts of the law, a second calculation, and that nothing else changes them."""

from collections.abc import Callable
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from app.calculator.rules import kinderbijslag
from app.calculator.rules.kinderbijslag import kinderbijslag_per_month, kinderbijslag_per_quarter
from app.calculator.trace import Traced
from tests.calculator.cases import Case, examples, parameters_on
from tests.calculator.naive import toeslagen

DAY = date(2026, 11, 21)
P = kinderbijslag.P.on(parameters_on(DAY))
AGES = st.lists(st.integers(0, 25), max_size=8)
OUTCOMES: dict[str, Callable[[list[int], kinderbijslag.P], int]] = {
    "kinderbijslag_per_kwartaal": kinderbijslag_per_quarter,
    "kinderbijslag_per_maand": kinderbijslag_per_month,
}


@examples("kinderbijslag")
def test_the_examples(case: Case) -> None:
    p = kinderbijslag.P.on(parameters_on(case.day))
    assert {name: OUTCOMES[name](case.given["leeftijden"], p) for name in case.expected} == case.expected


@given(AGES)
def test_the_second_calculation_agrees(ages: list[int]) -> None:
    assert kinderbijslag_per_quarter(ages, P) == 100 * toeslagen.kinderbijslag_per_quarter(ages, DAY)


@given(AGES, st.integers(0, 17))
def test_one_more_child_brings_more_whatever_the_order(ages: list[int], another: int) -> None:
    before = kinderbijslag_per_quarter(ages, P)
    assert kinderbijslag_per_quarter([another, *ages], P) > before
    assert kinderbijslag_per_quarter(sorted(ages), P) == before
    assert abs(3 * kinderbijslag_per_month(ages, P) - before) <= 1


def test_the_youngest_get_70_and_the_middle_85_percent_of_the_oldest() -> None:
    for day in (date(2026, 1, 1), date(2026, 7, 1)):
        p = kinderbijslag.P.on(parameters_on(day))
        young, middle, old = (kinderbijslag_per_quarter([age], p) for age in (0, 6, 12))
        assert (round(old * 0.7), round(old * 0.85)) == (young, middle)


def test_the_trace_counts_the_children_that_bring_something() -> None:
    trace: list[Traced] = []
    assert kinderbijslag_per_month([8, 19], P, trace) == 12_078
    assert (trace[0].result, trace[0].inputs) == (36_235, (("kinderen", 1),))
