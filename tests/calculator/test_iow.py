"""IOW after WW: who has it, and how much beside work."""

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.calculator.rules import iow
from app.calculator.rules.iow import (
    grondslag_per_month,
    has_iow,
    iow_per_month,
    vakantie_uitkering_per_month,
)
from app.calculator.trace import Traced
from tests.calculator.cases import Case, examples, parameters_on
from tests.calculator.naive import iow as naive

DAY = date(2026, 11, 21)
P = iow.P.on(parameters_on(DAY))
AMOUNTS = st.integers(0, 500_000)


@examples("iow")
def test_the_examples(case: Case) -> None:
    p, given = iow.P.on(parameters_on(case.day)), case.given
    amount = iow_per_month(given["loon"], given["arbeid"], given["overig"], p)
    got = {"iow": amount, "vakantie_uitkering": vakantie_uitkering_per_month(amount, p)}
    assert {name: got[name] for name in case.expected} == case.expected


@given(AMOUNTS, AMOUNTS, AMOUNTS, st.sampled_from([date(2026, 1, 1), DAY]))
def test_the_second_calculation_agrees(loon: int, arbeid: int, overig: int, day: date) -> None:
    mine = iow_per_month(loon, arbeid, overig, iow.P.on(parameters_on(day)))
    assert mine == 100 * naive.iow(Fraction(loon, 100), Fraction(arbeid, 100), Fraction(overig, 100), day)


@given(AMOUNTS, AMOUNTS, st.integers(0, 50_000))
def test_more_work_is_never_less_together(loon: int, arbeid: int, more: int) -> None:
    trace: list[Traced] = []
    before, after = iow_per_month(loon, arbeid, 0, P, trace), iow_per_month(loon, arbeid + more, 0, P)
    assert 0 <= after <= before <= 166_931
    assert after + more >= before
    assert trace[-1].result == before
    assert trace[-2].result == grondslag_per_month(loon, P)
    assert vakantie_uitkering_per_month(before, P, trace) == trace[-1].result


@pytest.mark.parametrize(
    ("first_day", "months", "ww", "has_it"),
    [
        (date(2026, 11, 1), 724, 4, True),
        (date(2026, 11, 1), 723, 24, False),
        (date(2026, 11, 1), 724, 3, False),
        (date(2027, 12, 31), 724, 24, True),
        (date(2028, 1, 1), 724, 24, False),
    ],
)
def test_who_can_have_it(first_day: date, months: int, ww: int, has_it: bool) -> None:
    assert has_iow(first_day, months, ww, P) is has_it
