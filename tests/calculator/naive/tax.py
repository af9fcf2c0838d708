"""Income tax and withholding again, from the Wet IB 2001 and the Rekenvoorschriften loonheffingen 2026."""

from datetime import date
from fractions import Fraction

from tests.calculator.naive.law import down, law, nearest_cent, up


def belasting(inkomen: Fraction, day: date) -> Fraction:
    """Art. 2.10: every band by itself, down to whole euros."""
    limits = [Fraction(0), *(law(f"inkomstenbelasting.schijf_{band}_tot", day) for band in (1, 2)), None]
    total = Fraction(0)
    for band in (1, 2, 3):
        low, high = limits[band - 1], limits[band]
        assert low is not None
        inside = max(Fraction(0), (inkomen if high is None else min(inkomen, high)) - low)
        total += down(inside * law(f"inkomstenbelasting.schijf_{band}_tarief", day))
    return total


def algemene_heffingskorting(inkomen: Fraction, day: date) -> Fraction:
    """Art. 8.10: the maximum less a part of all income above a limit, not below zero, up to whole euros."""
    above = max(Fraction(0), inkomen - law("inkomstenbelasting.algemene_heffingskorting_vanaf", day))
    less = above * law("inkomstenbelasting.algemene_heffingskorting_afbouw", day)
    return up(max(Fraction(0), law("inkomstenbelasting.algemene_heffingskorting_maximum", day) - less))


def arbeidskorting(arbeid: Fraction, day: date) -> Fraction:
    """Art. 8.11: a, b and c added, each with a maximum of the whole so far, less d; up to whole euros."""
    knots = [Fraction(0), *(law(f"inkomstenbelasting.arbeidskorting_vanaf_{part}", day) for part in (2, 3))]
    total = Fraction(0)
    for part, knot in enumerate(knots, start=1):
        total += max(Fraction(0), arbeid - knot) * law(
            f"inkomstenbelasting.arbeidskorting_opbouw_{part}", day
        )
        total = min(total, law(f"inkomstenbelasting.arbeidskorting_maximum_{part}", day))
    above = max(Fraction(0), arbeid - law("inkomstenbelasting.arbeidskorting_vanaf_afbouw", day))
    return up(max(Fraction(0), total - above * law("inkomstenbelasting.arbeidskorting_afbouw", day)))


def combinatiekorting(arbeid: Fraction, day: date) -> Fraction:
    """Art. 8.14a: a part of the wage above a limit, up to a maximum; up to whole euros."""
    above = max(Fraction(0), arbeid - law("inkomstenbelasting.combinatiekorting_vanaf", day))
    part = above * law("inkomstenbelasting.combinatiekorting_opbouw", day)
    return up(min(part, law("inkomstenbelasting.combinatiekorting_maximum", day)))


def inkomstenbelasting(inkomen: Fraction, arbeid: Fraction, day: date, *, parent: bool = False) -> Fraction:
    """Art. 8.8: the credits are never more than the tax."""
    inkomen, arbeid = down(inkomen), down(arbeid)
    kortingen = algemene_heffingskorting(inkomen, day) + arbeidskorting(arbeid, day)
    kortingen += combinatiekorting(arbeid, day) if parent else 0
    return belasting(inkomen, day) - min(kortingen, belasting(inkomen, day))


def loonheffing(loon: Fraction, periods: int, korting: str, day: date) -> Fraction:
    """Par. 2.2: the year's wage on its step, the tax less the credits, spread over the periods."""
    step, highest = law("loonheffing.tabelstap", day), law("loonheffing.hoogste_tabelloon", day)
    jaarloon = min(down(loon * periods / step) * step, highest)
    tax = belasting(jaarloon, day)
    if korting in ("green", "white"):
        tax -= algemene_heffingskorting(jaarloon, day)
    if korting == "white":
        tax -= arbeidskorting(jaarloon, day)
    withheld = nearest_cent(max(Fraction(0), tax) / periods)
    above = max(Fraction(0), loon - up(highest * 100 / periods) / 100)
    return withheld + down(above * law("inkomstenbelasting.schijf_3_tarief", day) * 100) / 100
