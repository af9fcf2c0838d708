"""Rounding, each way named after the law or the table that asks for it; nothing else in the room rounds.

A product of cents and a ratio counts hundred-thousandths of a cent until one of these functions ends it.
"""

from app.money import CENTS_IN_A_EURO, Cents
from app.period import MONTHS_IN_A_YEAR

RATIO_ONE = 100_000
"""A ratio of one: ratios are integers per 100.000."""

EURO_BY_RATIO = CENTS_IN_A_EURO * RATIO_ONE
"""One euro, counted as a product of cents and a ratio."""


def half_up(numerator: int, denominator: int) -> int:
    """Return the nearest whole number, a half up; for amounts that are not below zero."""
    return (2 * numerator + denominator) // (2 * denominator)


def cents_of(product: int) -> Cents:
    """Return a product of cents and a ratio in whole cents, half a cent up."""
    return Cents((2 * product + RATIO_ONE) // (2 * RATIO_ONE))


def jaaropgaaf(per_year: int) -> Cents:
    """Return a wage or benefit as a jaaropgaaf and a tax return state it: whole euros, cents dropped.

    Source: Belastingdienst, Handboek Loonheffingen, model jaaropgaaf; aangifte inkomstenbelasting.
    """
    return Cents(per_year - per_year % CENTS_IN_A_EURO)


def schijf(product: int) -> int:
    """Return the tax over one band: down to whole euros.

    Source: Rekenvoorschriften loonheffingen 2026, par. 2.2.2.
    """
    return product // EURO_BY_RATIO * CENTS_IN_A_EURO


def heffingskorting(product: int) -> int:
    """Return a tax credit per year: up to whole euros.

    Source: Rekenvoorschriften loonheffingen 2026, par. 2.2.3.
    """
    return -(-product // EURO_BY_RATIO) * CENTS_IN_A_EURO


def tijdvak(per_year: int, tijdvakken: int) -> Cents:
    """Return what is withheld in one of the periods of a year: whole cents, half a cent up.

    Source: Rekenvoorschriften loonheffingen 2026, par. 2.2.4.
    """
    return Cents((2 * per_year + tijdvakken) // (2 * tijdvakken))


def tegemoetkoming(product: int, least_per_year: int) -> Cents:
    """Return a toeslag per year: to the nearest whole euro, and nothing below the least that is granted.

    Source: Awir, art. 14 lid 4 en 5 (BWBR0018472).
    """
    per_year = (2 * product + EURO_BY_RATIO) // (2 * EURO_BY_RATIO) * CENTS_IN_A_EURO
    return Cents(per_year if per_year >= least_per_year else 0)


def voorschot(product: int) -> Cents:
    """Return the monthly advance of a toeslag per year: a twelfth, down to whole euros.

    Source: Dienst Toeslagen, berekening van de toeslagen 2026 (tg0811, tg0821, tg0831).
    """
    return Cents(product // (MONTHS_IN_A_YEAR * EURO_BY_RATIO) * CENTS_IN_A_EURO)
