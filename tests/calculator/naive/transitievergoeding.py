"""The transitievergoeding again: whole years, whole months of the rest, and the days that are left."""

from datetime import date, timedelta
from fractions import Fraction

from tests.calculator.naive.law import law, nearest_cent


def _later(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    for last in (day.day, 30, 29, 28):
        try:
            return date(year, month + 1, min(day.day, last))
        except ValueError:
            continue
    raise AssertionError(day)


def amount(first: date, last: date, wage: Fraction, day: date) -> Fraction:
    """BW 7:673: a third of a month's wage per year, the rest in proportion; a maximum, or a year's wage."""
    after, months = last + timedelta(1), 0
    while _later(first, months + 1) <= after:
        months += 1
    begun, following = _later(first, months), _later(first, months + 1)
    years = (months + Fraction((after - begun).days, (following - begun).days)) / 12
    most = max(law("bw.transitie_maximum", day), 12 * wage)
    return min(nearest_cent(years * wage / law("bw.transitie_noemer", day)), most)
