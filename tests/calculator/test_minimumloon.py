"""The minimum wage: the amounts by age in both halves of the year, and hours made into a month."""

from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.calculator.rules import minimumloon
from app.calculator.rules.minimumloon import (
    maandloon_per_month,
    minimumloon_per_hour,
    vakantiebijslag_per_year,
)
from app.calculator.trace import Traced
from tests.calculator.cases import Case, examples, parameters_on
from tests.calculator.naive.law import nearest

DAY = date(2026, 11, 21)
P = minimumloon.P.on(parameters_on(DAY))


def outcomes(given: dict[str, Any], p: minimumloon.P) -> dict[str, int]:
    if "leeftijd" in given:
        age = given["leeftijd"]
        return {
            "per_uur": minimumloon_per_hour(age, p),
            "per_uur_bbl": minimumloon_per_hour(age, p, in_bbl=True),
        }
    if "loon_per_jaar" in given:
        return {"vakantiegeld": vakantiebijslag_per_year(given["loon_per_jaar"], p)}
    per_month = maandloon_per_month(given["uurloon"], given["uren"])
    per_year = 12 * per_month + vakantiebijslag_per_year(12 * per_month, p)
    return {"per_maand": per_month, "per_jaar_met_vakantiegeld": per_year}


@examples("minimumloon")
def test_the_examples(case: Case) -> None:
    found = outcomes(case.given, minimumloon.P.on(parameters_on(case.day)))
    assert {name: found[name] for name in case.expected} == case.expected


@pytest.mark.parametrize("age", [0, 13, 14])
def test_there_is_no_minimum_wage_for_a_child(age: int) -> None:
    with pytest.raises(LookupError, match=f"no minimum wage at {age}"):
        minimumloon_per_hour(age, P)


@given(st.integers(15, 66), st.integers(0, 5))
def test_older_is_never_paid_less(age: int, more: int) -> None:
    assert minimumloon_per_hour(age + more, P) >= minimumloon_per_hour(age, P)
    assert minimumloon_per_hour(age, P, in_bbl=True) <= minimumloon_per_hour(age, P)


@given(st.integers(0, 20_000), st.integers(0, 8_000))
def test_hours_make_a_month_and_a_year(uurloon: int, uren: int) -> None:
    assert maandloon_per_month(uurloon, uren) == nearest(Fraction(uurloon * uren * 52, 1200))


@given(st.integers(0, 20_000_000))
def test_holiday_pay_is_8_percent(loon: int) -> None:
    assert vakantiebijslag_per_year(loon, P) == nearest(loon * Fraction(8, 100))


def test_each_step_is_traced() -> None:
    trace: list[Traced] = []
    uurloon = minimumloon_per_hour(20, P, trace)
    minimumloon_per_hour(20, P, trace, in_bbl=True)
    loon = maandloon_per_month(uurloon, 2_400, trace)
    vakantiebijslag_per_year(12 * loon, P, trace)
    assert [(step.rule, step.result) for step in trace] == [
        ("minimumuurloon", 1_199),
        ("minimumuurloon", 922),
        ("maandloon", 124_696),
        ("vakantiebijslag", 119_708),
    ]
