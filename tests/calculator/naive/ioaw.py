"""IOAW again, from articles 5, 8 and 9."""

from datetime import date
from fractions import Fraction

from tests.calculator.naive.brutering import gross
from tests.calculator.naive.law import law, nearest_cent

NOTHING = Fraction(0)


def grondslag(household: str, loon: Fraction, day: date) -> Fraction:
    """Art. 5: the gross amount that leaves the net one, at most the old wage."""
    norm = law(f"ioaw.norm_{'partner' if household == 'paar' else household}", day)
    month = nearest_cent(gross(12 * norm, NOTHING, NOTHING, day) / 12)
    return min(loon, 2 * month if household == "paar" else month)


def exempt(earned: Fraction, kind: str, day: date) -> Fraction:
    """Art. 8 lid 2, 5, 7, 9 and 10 until 2027, art. 8a after it."""
    part = nearest_cent(earned * law(f"ioaw.vrijlating_{kind}_deel", day))
    if kind.startswith("34a"):
        return part
    return min(part, law(f"ioaw.vrijlating_{kind}_maximum", day))


def ioaw(base: Fraction, earned: Fraction, kind: str, day: date) -> Fraction:
    """Art. 9."""
    return max(NOTHING, base - (earned - exempt(earned, kind, day)))
