"""Netto: what a benefit leaves beside a wage, and how much of all net income is set against bijstand.

Laws: Wet inkomstenbelasting 2001 (BWBR0011353), art. 8.8; Participatiewet (BWBR0015703), art. 31 and 32.
"""

from app.calculator.rounding import half_up
from app.calculator.trace import Rule, Traced
from app.money import Cents
from app.period import MONTHS_IN_A_YEAR

UITKERING = Rule("netto_uitkering", "Wet IB 2001, art. 8.8 (BWBR0011353)")
INKOMEN = Rule("inkomen_naast_bijstand", "Participatiewet, art. 31 en 32 lid 1 (BWBR0015703)")


def netto_uitkering_per_month(
    inkomen_per_year: int, belasting_per_year: int, before_per_month: int, trace: list[Traced] | None = None
) -> Cents:
    """Return what a benefit adds to the net month, in cents per month.

    Income and tax are of the year with the benefit in it; `before_per_month` is the net month without it.
    Source: Wet IB 2001, art. 8.8 (BWBR0011353).
    """
    result = Cents(half_up(inkomen_per_year - belasting_per_year, MONTHS_IN_A_YEAR) - before_per_month)
    if trace is not None:
        step = UITKERING.traced(
            result, inkomen=inkomen_per_year, belasting=belasting_per_year, zonder=before_per_month
        )
        trace.append(step)
    return result


def income_beside_bijstand_per_month(
    netto: int, exempt: int, credit: int, trace: list[Traced] | None = None
) -> Cents:
    """Return the income that is taken off the norm, in cents per month: all net income, less what is exempt.

    `credit` is the credit of a parent that comes back from the tax; it counts as means.
    Source: Participatiewet, art. 31 and 32 lid 1 (BWBR0015703).
    """
    result = Cents(netto - exempt + credit)
    if trace is not None:
        trace.append(INKOMEN.traced(result, netto=netto, vrijgelaten=exempt, korting=credit))
    return result
