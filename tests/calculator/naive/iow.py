"""IOW again, from article 10."""

from datetime import date
from fractions import Fraction

from tests.calculator.naive.law import law, nearest_cent


def iow(loon: Fraction, earned: Fraction, other: Fraction, day: date) -> Fraction:
    """0,7 x (A - B), A at most 10/7 of the norm per day times 21,75; other income is taken off in full."""
    month = law("toeslagenwet.dagnorm_alleenstaande", day) * law("ww.dagen_per_maand", day)
    a = min(loon, Fraction(10, 7) * month)
    amount = nearest_cent(max(Fraction(0), Fraction(7, 10) * (a - earned)))
    return max(Fraction(0), amount - other)
