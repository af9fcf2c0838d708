"""WW: the formula, its maximum, the two limits where it stops, and its holiday pay."""

from datetime import date
from fractions import Fraction

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.calculator.rules import ww
from app.calculator.rules.ww import (
    NOTHING,
    Earned,
    Right,
    highest_earnings_with_ww_per_month,
    loon_per_month,
    maandloon_per_month,
    uitbetaald_per_month,
    uitkering_per_month,
    uren_per_month,
    ww_per_month,
)
from app.calculator.trace import Traced
from tests.calculator.cases import Case, examples, parameters_on
from tests.calculator.naive import ww as naive

HALVES = (date(2026, 1, 1), date(2026, 11, 21))
DAY = HALVES[1]
P = ww.P.on(parameters_on(DAY))
WAGES = st.integers(0, 1_200_000)
RIGHTS = st.builds(Right, WAGES, st.integers(1, 24))


@pytest.mark.row("C3")
@examples("ww")
def test_the_examples(case: Case) -> None:
    p, given = ww.P.on(parameters_on(case.day)), case.given
    if "maximumdagloon" in given:
        p = msgspec.structs.replace(p, maximumdagloon=given["maximumdagloon"])
    loon = given["loon"] if "loon" in given else loon_per_month(given["jaarloon"], p)
    right, earned = Right(loon, given["maand"]), Earned(given["inkomen"], given.get("vervangend", 0))
    amount = ww_per_month(right, earned, p)
    got = {
        "loon": loon,
        "maandloon": maandloon_per_month(loon, p),
        "ww": amount,
        "samen": amount + earned.arbeid,
        "uitbetaald": uitbetaald_per_month(amount, p),
        "hoogste_inkomen": highest_earnings_with_ww_per_month(right, p),
    }
    assert {name: got[name] for name in case.expected} == case.expected


@given(RIGHTS, WAGES, st.sampled_from([0, 0, 40_000]), st.sampled_from(HALVES))
def test_the_second_calculation_agrees(right: Right, earned: int, instead: int, day: date) -> None:
    mine = ww_per_month(right, Earned(earned, instead), ww.P.on(parameters_on(day)))
    loon, income, other = (Fraction(each, 100) for each in (right.loon_per_month, earned, instead))
    theirs = naive.paid(loon, right.month, income, other, day)
    assert mine == 100 * theirs
    assert uitbetaald_per_month(mine, ww.P.on(parameters_on(day))) == 100 * naive.in_the_month(theirs, day)


@given(RIGHTS, WAGES)
def test_ww_is_never_more_than_its_part_of_the_wage(right: Right, earned: int) -> None:
    share = P.percentage_begin if right.month <= P.maanden_begin else P.percentage_later
    maandloon = maandloon_per_month(right.loon_per_month, P)
    assert 0 <= ww_per_month(right, Earned(earned), P) <= (share * maandloon + 50_000) // 100_000


@pytest.mark.row("C3")
@given(RIGHTS, WAGES, st.integers(0, 20_000))
def test_more_earnings_are_never_less_together_up_to_the_limit_and_drop_once_there(
    right: Right, earned: int, more: int
) -> None:
    highest = highest_earnings_with_ww_per_month(right, P)

    def together(wage: int) -> int:
        return wage + ww_per_month(right, Earned(wage), P)

    if highest is None or earned > highest:
        assert together(earned) == earned
    elif earned + more <= highest:
        assert together(earned + more) >= together(earned) >= earned + 29_212
    else:
        assert together(highest + 1) == highest + 1 < together(highest)


def test_a_wage_too_low_to_give_ww_has_no_limit() -> None:
    assert highest_earnings_with_ww_per_month(Right(0, 3), P) is None
    assert highest_earnings_with_ww_per_month(Right(41_700, 3), P) is None
    assert highest_earnings_with_ww_per_month(Right(41_733, 3), P) == 0
    assert ww_per_month(Right(0, 1), NOTHING, P) == 0


@pytest.mark.parametrize(("month", "share"), [(1, 75), (2, 75), (3, 70), (24, 70)])
def test_the_high_part_is_for_two_months(month: int, share: int) -> None:
    assert ww_per_month(Right(200_000, month), NOTHING, P) == 2_000 * share


def test_ten_hours_a_week_are_43_and_a_half_a_month() -> None:
    # Published by UWV (F1, P5), in hundredths of an hour.
    assert uren_per_month(1_000, P) == 4_350


@given(st.integers(0, 15_000_000))
def test_a_wage_by_the_month_is_a_twelfth_of_the_year(year: int) -> None:
    assert abs(12 * loon_per_month(year, P) - year) <= 6


@given(RIGHTS, st.integers(0, 300_000))
def test_the_trace_says_what_came_out(right: Right, earned: int) -> None:
    trace: list[Traced] = []
    amount = ww_per_month(right, Earned(earned), P, trace)
    steps = {step.rule: step.result for step in trace}
    if steps["ww_einde"]:
        assert amount == 0
        assert len(trace) == 1
    else:
        assert amount == (steps["ww"] if steps["ww_niet_betaald"] else 0)
        assert steps["ww"] == uitkering_per_month(right, Earned(earned), P)
    assert uitbetaald_per_month(amount, P, trace) == trace[-1].result
