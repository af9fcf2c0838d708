"""WW again, from the Werkloosheidswet."""

from datetime import date
from fractions import Fraction

from tests.calculator.naive.law import law, nearest_cent

NOTHING = Fraction(0)


def maximum(day: date) -> Fraction:
    """The maximum daily wage times the days of a month."""
    return nearest_cent(law("ww.maximumdagloon", day) * law("ww.dagen_per_maand", day))


def formula(loon: Fraction, month: int, earned: Fraction, instead: Fraction, day: date) -> Fraction:
    """Art. 47: p x (A - B x C/D) - E."""
    if loon == 0:
        return NOTHING
    begin = month <= law("ww.maanden_begin", day)
    p = law("ww.percentage_begin" if begin else "ww.percentage_later", day)
    a = min(loon, maximum(day))
    c, d = a / law("ww.dagen_per_maand", day), loon / law("ww.dagen_per_maand", day)
    return max(NOTHING, nearest_cent(max(NOTHING, p * (a - earned * c / d))) - instead)


def paid(loon: Fraction, month: int, earned: Fraction, instead: Fraction, day: date) -> Fraction:
    """Art. 20 lid 1c and art. 41."""
    a = min(loon, maximum(day))
    if loon and earned * a / loon > law("ww.eindgrens", day) * a:
        return NOTHING
    amount = formula(loon, month, earned, instead, day)
    least = law("ww.minimum_deel", day) * law("minimumloon.referentiemaandloon", day)
    return amount if amount >= least else NOTHING


def in_the_month(ww: Fraction, day: date) -> Fraction:
    """Art. 33 lid 3: 8/108 is kept for May."""
    return nearest_cent(ww / (1 + law("minimumloon.vakantiebijslag", day)))


def months(before_2016: int, after_2015: int, of_last_five: int, day: date) -> Fraction:
    """Art. 42: a month per year for ten years, then a month or half a month, from the oldest year on."""
    basic = law("ww.basisduur", day)
    if of_last_five < law("ww.jareneis", day):
        return basic
    total = NOTHING
    years = [True] * before_2016 + [False] * after_2015
    for place, is_before_2016 in enumerate(years, start=1):
        whole = place <= law("ww.jaren_hele_maand", day) or is_before_2016
        total += Fraction(1) if whole else Fraction(1, 2)
    return max(basic, min(total, law("ww.maximale_duur", day)))
