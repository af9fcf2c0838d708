"""Gross bijstand and credits as means again: tried over and over from nothing until it no longer changes."""

from datetime import date
from fractions import Fraction
from math import floor

from tests.calculator.naive.tax import inkomstenbelasting

NOTHING = Fraction(0)


def gross(net: Fraction, income: Fraction, earned: Fraction, day: date) -> Fraction:
    """Pw 19 lid 4: what must be paid so that, with the tax it adds, the net amount is left."""
    before = inkomstenbelasting(income, earned, day)
    found = NOTHING
    while True:
        following = net + inkomstenbelasting(income + found, earned, day) - before
        if following <= found:
            return found
        found = following


def together(
    rest: Fraction, income: Fraction, earned: Fraction, day: date, *, people: int
) -> tuple[Fraction, Fraction, Fraction]:
    """Pw 31 lid 1: net bijstand, credit and gross bijstand of the one with the credit, all agreeing."""

    def credit(bijstand: Fraction) -> Fraction:
        without = inkomstenbelasting(income + bijstand, earned, day)
        return without - inkomstenbelasting(income + bijstand, earned, day, parent=True)

    before = inkomstenbelasting(income, earned, day)
    found = NOTHING
    while True:
        share = Fraction(floor((rest - credit(found)) / people * 100), 100)
        following = share + inkomstenbelasting(income + found, earned, day) - before
        if following <= found:
            break
        found = following
    if rest <= credit(found):
        found = NOTHING
    return max(NOTHING, rest - credit(found)), credit(found), found
