"""Loonheffing: what an employer or a payer of a benefit withholds from one payment.

Law: Wet op de loonbelasting 1964 (BWBR0002471) and the Rekenvoorschriften loonheffingen 2026 made under it.
The white table is for wages, the green one for benefits; both take the wage in steps and round per band.
"""

from bisect import bisect_left
from enum import Enum

import msgspec

from app.calculator.rounding import RATIO_ONE, tijdvak
from app.calculator.rules import inkomstenbelasting
from app.calculator.rules.inkomstenbelasting import (
    algemene_heffingskorting_per_year,
    arbeidskorting_per_year,
    belasting_per_year,
)
from app.calculator.trace import Rule, Traced
from app.money import Cents
from app.parameters import ParametersOn
from app.period import FOUR_WEEKS_IN_A_YEAR, MONTHS_IN_A_YEAR

LOONHEFFING = Rule(
    "loonheffing",
    "Wet LB 1964, art. 25 (BWBR0002471)",
    ("loonheffing.tabelstap", "loonheffing.hoogste_tabelloon", "inkomstenbelasting.schijf_3_tarief"),
)
VERREKENDE_ARBEIDSKORTING = Rule(
    "verrekende_arbeidskorting",
    "Wet LB 1964, art. 22a (BWBR0002471)",
    ("loonheffing.tabelstap", "loonheffing.hoogste_tabelloon"),
)


class Korting(Enum):
    """Which credits the payer takes off; only one payer at a time may take any."""

    NONE = "none"
    GREEN = "green"
    """Loonheffingskorting on a benefit: the algemene heffingskorting."""
    WHITE = "white"
    """Loonheffingskorting on a wage: the algemene heffingskorting and the arbeidskorting."""


class P(msgspec.Struct, frozen=True):
    """The numbers of withholding on one day."""

    tabelstap: int
    hoogste_tabelloon: int
    belasting: inkomstenbelasting.P

    @classmethod
    def on(cls, parameters: ParametersOn) -> "P":
        """Return the numbers as they stand on the day of the parameters."""
        return msgspec.convert(
            {
                "tabelstap": parameters.value("loonheffing.tabelstap"),
                "hoogste_tabelloon": parameters.value("loonheffing.hoogste_tabelloon"),
                "belasting": inkomstenbelasting.P.on(parameters),
            },
            cls,
        )


def loonheffing_per_month(
    loon_per_month: int, korting: Korting, p: P, trace: list[Traced] | None = None
) -> Cents:
    """Return the tax withheld from a month's wage or benefit, in cents per month.

    Source: Wet LB 1964, art. 25 (BWBR0002471).
    """
    return _withheld(loon_per_month, MONTHS_IN_A_YEAR, korting, p, trace)


def loonheffing_per_four_weeks(
    loon_per_four_weeks: int, korting: Korting, p: P, trace: list[Traced] | None = None
) -> Cents:
    """Return the tax withheld from a wage of four weeks, in cents per four weeks.

    Source: Wet LB 1964, art. 25 (BWBR0002471).
    """
    return _withheld(loon_per_four_weeks, FOUR_WEEKS_IN_A_YEAR, korting, p, trace)


def loon_of_netto_per_month(netto_per_month: int, korting: Korting, p: P) -> Cents:
    """Return the lowest wage in cents per month of which this much is left after loonheffing.

    Source: Wet LB 1964, art. 25 (BWBR0002471).
    """
    step = p.tabelstap // MONTHS_IN_A_YEAR

    def is_enough(loon: int) -> bool:
        return loon - loonheffing_per_month(loon, korting, p) >= netto_per_month

    # What is left falls a little where a step begins, but rises from the last cent of one step to the next.
    most = 2 * netto_per_month // step + 1
    first_step = bisect_left(range(most), True, key=lambda number: is_enough((number + 1) * step - 1)) * step
    return Cents(first_step + bisect_left(range(step), True, key=lambda cents: is_enough(first_step + cents)))


def verrekende_arbeidskorting_per_month(
    loon_per_month: int, p: P, trace: list[Traced] | None = None
) -> Cents:
    """Return how much arbeidskorting a payslip says was used, in cents per month: what tax there was for it.

    Source: Wet LB 1964, art. 22a (BWBR0002471).
    """
    jaarloon = tabelloon_per_year(loon_per_month, MONTHS_IN_A_YEAR, p)
    left: int = belasting_per_year(jaarloon, p.belasting, trace)
    left -= algemene_heffingskorting_per_year(jaarloon, p.belasting, trace)
    used = min(arbeidskorting_per_year(jaarloon, p.belasting, trace), max(0, left))
    result = tijdvak(used, MONTHS_IN_A_YEAR)
    if trace is not None:
        trace.append(VERREKENDE_ARBEIDSKORTING.traced(result, tabelloon=jaarloon, verrekend=used))
    return result


def tabelloon_per_year(loon: int, tijdvakken: int, p: P) -> Cents:
    """Return the wage of a period as a year's wage on the step of the table at or below it, in cents.

    Source: Rekenvoorschriften loonheffingen 2026, par. 2.2.1.
    """
    jaarloon = loon * tijdvakken
    return Cents(min(jaarloon - jaarloon % p.tabelstap, p.hoogste_tabelloon))


def _withheld(loon: int, tijdvakken: int, korting: Korting, p: P, trace: list[Traced] | None) -> Cents:
    jaarloon = tabelloon_per_year(loon, tijdvakken, p)
    tax: int = belasting_per_year(jaarloon, p.belasting, trace)
    if korting is not Korting.NONE:
        tax -= algemene_heffingskorting_per_year(jaarloon, p.belasting, trace)
        if korting is Korting.WHITE:
            tax -= arbeidskorting_per_year(jaarloon, p.belasting, trace)
    result: int = tijdvak(max(0, tax), tijdvakken)
    # Above the table: the tax of its last row and the highest rate over the rest, down to cents.
    highest = -(-p.hoogste_tabelloon // tijdvakken)
    if loon > highest:
        result += (loon - highest) * p.belasting.schijf_3_tarief // RATIO_ONE
    if trace is not None:
        trace.append(LOONHEFFING.traced(result, loon=loon, tijdvakken=tijdvakken, tabelloon=jaarloon))
    return Cents(result)
