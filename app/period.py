"""Periods and months: counting in calendar months, and an amount made monthly."""

import calendar
import re
from datetime import date
from enum import StrEnum
from typing import TypeVar, cast

import msgspec

MONTHS_IN_A_YEAR = 12
MONTHS_IN_A_QUARTER = 3
WEEKS_IN_A_YEAR = 52
FOUR_WEEKS_IN_A_YEAR = 13

# An amount in cents; the type of app.money comes in and goes out, as money and period stand side by side.
_Amount = TypeVar("_Amount", bound=int)


class Period(StrEnum):
    """How often an amount comes."""

    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    FOUR_WEEKS = "four_weeks"
    MONTH = "month"
    YEAR = "year"


_PER_YEAR = {
    Period.WEEK: WEEKS_IN_A_YEAR,
    Period.FOUR_WEEKS: FOUR_WEEKS_IN_A_YEAR,
    Period.MONTH: MONTHS_IN_A_YEAR,
    Period.YEAR: 1,
}


class Month(msgspec.Struct, frozen=True, order=True):
    """A month of a year."""

    year: int
    number: int

    def __post_init__(self) -> None:
        """Refuse a month that no calendar has."""
        date(self.year, self.number, 1)

    @classmethod
    def parse(cls, text: str) -> "Month":
        """Read `2026-11`; anything else is a ValueError."""
        match = re.fullmatch(r"([0-9]{4})-([0-9]{2})", text)
        if not match:
            raise ValueError(text)
        return cls(int(match.group(1)), int(match.group(2)))

    def __str__(self) -> str:
        """Write `2026-11`."""
        return f"{self.year:04d}-{self.number:02d}"

    @property
    def first_day(self) -> date:
        """The first day of the month."""
        return date(self.year, self.number, 1)

    @property
    def last_day(self) -> date:
        """The last day of the month."""
        return date(self.year, self.number, calendar.monthrange(self.year, self.number)[1])


def add_months(day: date, months: int) -> date:
    """Return the same day of the month, so many months later; the last day where that month is shorter."""
    years, month = divmod(day.month - 1 + months, MONTHS_IN_A_YEAR)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def months_between(first: date, last: date) -> int:
    """Return how many months are complete on the last day: the most that can be added to the first."""
    months = (last.year - first.year) * MONTHS_IN_A_YEAR + last.month - first.month
    return months if add_months(first, months) <= last else months - 1


def per_month(cents: _Amount, period: Period) -> _Amount:
    """Return the amount per month, half a cent up; hours and days cannot be made monthly alone."""
    if period not in _PER_YEAR:
        raise ValueError(f"an amount per {period} needs the hours or days of a week")
    # Adding half of the divisor before dividing down rounds half up, without fractions.
    return cast("_Amount", (2 * cents * _PER_YEAR[period] + MONTHS_IN_A_YEAR) // (2 * MONTHS_IN_A_YEAR))
