"""Months of the calendar, and amounts made monthly."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.money import Cents
from app.period import Month, Period, add_months, months_between, per_month

days = st.dates(date(1900, 1, 1), date(2200, 12, 31))


def test_a_month_is_read_and_written() -> None:
    assert Month.parse("2026-11") == Month(2026, 11)
    assert str(Month(2026, 2)) == "2026-02"
    assert Month(2025, 12) < Month(2026, 1)


@pytest.mark.parametrize(
    "text", ["", "2026-13", "2026-00", "0000-01", "2026-1", "26-01", "2026-11-01", "٢٠٢٦-١١"]
)
def test_a_month_that_no_calendar_has_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        Month.parse(text)


def test_a_month_knows_its_first_and_last_day() -> None:
    assert Month(2028, 2).first_day == date(2028, 2, 1)
    assert Month(2028, 2).last_day == date(2028, 2, 29)
    assert Month(2026, 12).last_day == date(2026, 12, 31)


@settings(deadline=None)
@given(days)
def test_the_months_follow_each_other_without_a_gap(day: date) -> None:
    month = Month(day.year, day.month)
    assert month.first_day <= day <= month.last_day
    assert add_months(month.first_day, 1) - month.last_day == timedelta(1)
    assert Month.parse(str(month)) == month


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2028, 1, 31), 1, date(2028, 2, 29)),
        (date(2026, 11, 30), 3, date(2027, 2, 28)),
        (date(2026, 11, 21), 2, date(2027, 1, 21)),
        (date(2026, 3, 31), -1, date(2026, 2, 28)),
        (date(2026, 1, 15), -1, date(2025, 12, 15)),
        (date(2026, 5, 5), 0, date(2026, 5, 5)),
    ],
)
def test_months_later_stays_within_the_month(day: date, months: int, later: date) -> None:
    assert add_months(day, months) == later


@pytest.mark.parametrize(
    ("first", "last", "months"),
    [
        (date(2026, 1, 31), date(2026, 2, 27), 0),
        (date(2026, 1, 31), date(2026, 2, 28), 1),
        (date(1966, 3, 1), date(2026, 11, 21), 728),
        (date(2026, 11, 21), date(2026, 11, 20), -1),
        (date(2026, 11, 21), date(2026, 10, 21), -1),
    ],
)
def test_months_between_counts_only_complete_months(first: date, last: date, months: int) -> None:
    assert months_between(first, last) == months


@settings(deadline=None)
@given(days, st.integers(-1200, 1200))
def test_the_months_added_are_the_months_between(day: date, months: int) -> None:
    assert months_between(day, add_months(day, months)) == months


@settings(deadline=None)
@given(days, days)
def test_the_months_between_are_the_most_that_fit(first: date, last: date) -> None:
    months = months_between(first, last)
    assert add_months(first, months) <= last < add_months(first, months + 1)


@pytest.mark.parametrize(
    ("cents", "period", "monthly"),
    [
        (120000, Period.MONTH, 120000),
        (120000, Period.YEAR, 10000),
        (100000, Period.FOUR_WEEKS, 108333),
        (30000, Period.WEEK, 130000),
        (6, Period.YEAR, 1),
        (5, Period.YEAR, 0),
        (-6, Period.YEAR, 0),
        (-7, Period.YEAR, -1),
    ],
)
def test_an_amount_is_made_monthly_half_a_cent_up(cents: int, period: Period, monthly: int) -> None:
    assert per_month(Cents(cents), period) == monthly


@pytest.mark.parametrize("period", [Period.HOUR, Period.DAY])
def test_an_hour_or_a_day_cannot_be_made_monthly_alone(period: Period) -> None:
    with pytest.raises(ValueError, match="hours or days"):
        per_month(Cents(1500), period)
