"""The transitievergoeding: a third of a month per year, to the day, up to its maximum."""

from datetime import date, timedelta
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from app.calculator.rules import transitievergoeding
from app.calculator.rules.transitievergoeding import (
    Employment,
    last_day_to_claim,
    transitievergoeding_at_once,
)
from app.calculator.trace import Traced
from tests.calculator.cases import Case, examples, parameters_on
from tests.calculator.naive import transitievergoeding as naive

DAY = date(2026, 11, 21)
P = transitievergoeding.P.on(parameters_on(DAY))
EMPLOYMENTS = st.builds(
    lambda first, days, loon: Employment(first, first + timedelta(days), loon),
    st.dates(date(1980, 1, 1), date(2026, 1, 1)),
    st.integers(0, 14_000),
    st.integers(0, 1_000_000),
)


@examples("transitievergoeding")
def test_the_examples(case: Case) -> None:
    p, given = transitievergoeding.P.on(parameters_on(case.day)), case.given
    first, last = (date.fromisoformat(given[name]) for name in ("eerste_dag", "laatste_dag"))
    employment = Employment(first, last, given["loon"])
    got: dict[str, object] = {
        "transitievergoeding": transitievergoeding_at_once(employment, p),
        "uiterlijk": last_day_to_claim(employment, p).isoformat(),
    }
    assert {name: got[name] for name in case.expected} == case.expected


@given(EMPLOYMENTS)
def test_the_second_calculation_agrees(employment: Employment) -> None:
    trace: list[Traced] = []
    mine = transitievergoeding_at_once(employment, P, trace)
    wage = Fraction(employment.loon_per_month, 100)
    assert mine == 100 * naive.amount(employment.first_day, employment.last_day, wage, DAY)
    assert trace[-1].result == mine


@given(EMPLOYMENTS, st.integers(1, 400))
def test_longer_work_never_brings_less(employment: Employment, days: int) -> None:
    longer = Employment(
        employment.first_day, employment.last_day + timedelta(days), employment.loon_per_month
    )
    assert transitievergoeding_at_once(longer, P) >= transitievergoeding_at_once(employment, P) >= 0
