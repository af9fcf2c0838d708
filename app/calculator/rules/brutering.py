"""Brutering: bijstand before tax, and credits that come back from the tax and count as means.

Law: Participatiewet (BWBR0015703), art. 19 lid 4 and 31 lid 1; Wet inkomstenbelasting 2001 (BWBR0011353).
The municipality pays the tax over the bijstand, so the year statement shows more than was received. The
arbeidskorting is taken off first, so that the tax of the year is what was withheld and nothing is settled.
All amounts are cents per year.
"""

from collections.abc import Callable

import msgspec

from app.calculator.rounding import RATIO_ONE
from app.calculator.rules import inkomstenbelasting
from app.calculator.rules.inkomstenbelasting import (
    algemene_heffingskorting_per_year,
    arbeidskorting_per_year,
    belasting_per_year,
    combinatiekorting_per_year,
)
from app.calculator.trace import Rule, Traced
from app.money import Cents

BRUTERING = Rule("brutering", "Participatiewet, art. 19 lid 4 (BWBR0015703)")
HEFFINGSKORTING = Rule("heffingskorting_als_middel", "Participatiewet, art. 31 lid 1 (BWBR0015703)")

P = inkomstenbelasting.P

ROUNDED_AWAY = 1_200
"""More than all roundings to whole euros together can shift a gross amount, in cents."""


class Beside(msgspec.Struct, frozen=True):
    """What one person has in a year beside bijstand: taxed income, and how much of it is arbeidsinkomen."""

    inkomen_per_year: int = 0
    arbeidsinkomen_per_year: int = 0
    has_combinatiekorting: bool = False


class Samenloop(msgspec.Struct, frozen=True):
    """Bijstand and a credit settled together.

    The net bijstand is of the household, the credit and the gross bijstand of the person who has the credit.
    """

    netto_per_year: Cents
    heffingskorting_per_year: Cents
    bruto_per_year: Cents


def bruto_per_year(netto_per_year: int, beside: Beside, p: P, trace: list[Traced] | None = None) -> Cents:
    """Return the gross bijstand of one person: the net amount with the tax that it adds to other income.

    Source: Participatiewet, art. 19 lid 4 (BWBR0015703).
    """
    tax, _ = _taxes(beside, p)
    before = tax(0)
    result = _least(lambda bruto: netto_per_year + tax(bruto) - before, p.schijf_1_tarief)
    if trace is not None:
        step = BRUTERING.traced(result, netto=netto_per_year, inkomen=beside.inkomen_per_year)
        trace.append(step)
    return result


def samenloop_per_year(
    rest_per_year: int, beside: Beside, p: P, trace: list[Traced] | None = None, *, people: int = 1
) -> Samenloop:
    """Return the bijstand beside a credit that counts as means but is never more than the tax that is due.

    `rest_per_year` is what the norm leaves after all other income, for the household; the bijstand is divided
    over `people`, one of whom has the credit. Less bijstand gives less tax, less tax less credit, less credit
    more bijstand: the gross amount is the least at which all of them agree.
    Source: Participatiewet, art. 19 lid 2 and 4 and 31 lid 1 (BWBR0015703); Wet IB 2001, art. 8.8.
    """
    tax, credit = _taxes(beside, p)
    before = tax(0)
    bruto = _least(
        lambda bruto: (rest_per_year - credit(bruto)) // people + tax(bruto) - before,
        p.schijf_1_tarief // people,
    )
    if rest_per_year <= credit(bruto):
        bruto = Cents(0)  # Less than a euro a year would be left: a rounding, no bijstand.
    paid = credit(bruto)
    result = Samenloop(Cents(max(0, rest_per_year - paid)), Cents(paid), bruto)
    if trace is not None:
        if beside.has_combinatiekorting:
            most = combinatiekorting_per_year(beside.arbeidsinkomen_per_year, p, trace)
            trace.append(HEFFINGSKORTING.traced(paid, korting=most, belasting=tax(bruto)))
        trace.append(BRUTERING.traced(bruto, netto=result.netto_per_year, inkomen=beside.inkomen_per_year))
    return result


def heffingskorting_per_year(
    arbeidsinkomen_per_year: int, belasting_per_year: int, p: P, trace: list[Traced] | None = None
) -> Cents:
    """Return what the credit of a parent takes off the tax of the year, in cents: never more than that tax.

    Source: Wet IB 2001, art. 8.8 (BWBR0011353); Participatiewet, art. 31 lid 1 (BWBR0015703).
    """
    most = combinatiekorting_per_year(arbeidsinkomen_per_year, p, trace)
    result = Cents(min(most, belasting_per_year))
    if trace is not None:
        trace.append(HEFFINGSKORTING.traced(result, korting=most, belasting=belasting_per_year))
    return result


def _taxes(beside: Beside, p: P) -> tuple[Callable[[int], int], Callable[[int], int]]:
    """Return the tax of the year and what the combinatiekorting takes off it, both by gross bijstand."""
    inkomen = beside.inkomen_per_year
    arbeidskorting = arbeidskorting_per_year(beside.arbeidsinkomen_per_year, p)
    most = (
        combinatiekorting_per_year(beside.arbeidsinkomen_per_year, p) if beside.has_combinatiekorting else 0
    )

    def tax(bruto: int) -> int:
        together = inkomen + bruto
        due = belasting_per_year(together, p) - algemene_heffingskorting_per_year(together, p)
        return max(0, due - arbeidskorting)

    def credit(bruto: int) -> int:
        return min(most, tax(bruto)) if most else 0

    return tax, credit


def _least(bruto_from: Callable[[int], int], least_ratio: int) -> Cents:
    """Return the least gross amount that gives itself; zero when none above it does.

    `bruto_from` never falls; once it rises it does so by `least_ratio` at least, and faster and faster, as
    tax does. A step along that ratio therefore stays below the answer; from there it comes nearer by itself.
    """
    bruto = max(0, bruto_from(0))
    further = bruto_from(bruto) - bruto
    bruto += max(0, further * RATIO_ONE // (RATIO_ONE - least_ratio) - ROUNDED_AWAY)
    while bruto < (following := bruto_from(bruto)):
        bruto = following
    return Cents(bruto)
