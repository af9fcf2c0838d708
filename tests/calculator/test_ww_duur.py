"""How long WW lasts."""

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.calculator.rules import ww_duur
from app.calculator.rules.ww_duur import Arbeidsverleden, duur, fictitious_years
from app.calculator.trace import Traced
from tests.calculator.cases import Case, examples, parameters_on
from tests.calculator.naive import ww as naive

DAY = date(2026, 11, 21)
P = ww_duur.P.on(parameters_on(DAY))
YEARS = st.integers(0, 40)


@examples("ww_duur")
def test_the_examples(case: Case) -> None:
    given = case.given
    verleden = Arbeidsverleden(given["voor_2016"], given["na_2015"], given["van_laatste_vijf"])
    found = duur(verleden, ww_duur.P.on(parameters_on(case.day)))
    assert {"maanden": found.months, "dagen": found.days} == case.expected


@given(YEARS, YEARS, st.integers(0, 5))
def test_the_second_calculation_agrees(before: int, after: int, of_last_five: int) -> None:
    trace: list[Traced] = []
    found = duur(Arbeidsverleden(before, after, of_last_five), P, trace)
    theirs = naive.months(before, after, of_last_five, DAY)
    assert found.months + Fraction(found.days, 30) == theirs
    assert trace[-1].result == found.months


@pytest.mark.parametrize(("born", "years"), [(1965, 15), (1979, 1), (1980, 0), (2001, 0), (1962, 18)])
def test_years_before_1998_count_from_the_eighteenth_birthday(born: int, years: int) -> None:
    assert fictitious_years(born, P) == years
