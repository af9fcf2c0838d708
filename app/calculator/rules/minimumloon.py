"""Minimumloon: the least that an hour of work is paid, by age, and the holiday pay on top of it.

Law: Wet minimumloon en minimumvakantiebijslag, WML (BWBR0002638).
"""

import msgspec

from app.calculator.numbers import band_at, numbers
from app.calculator.rounding import cents_of, half_up
from app.calculator.trace import Rule, Traced
from app.money import Cents
from app.parameters import Bands, ParametersOn
from app.period import MONTHS_IN_A_YEAR, WEEKS_IN_A_YEAR

HUNDREDTHS = 100
"""Hours are whole hundredths of an hour, as people write 28,8 or 22,75."""

UURLOON = Rule("minimumuurloon", "WML, art. 7 en 8 (BWBR0002638)", ("minimumloon.uurloon",))
UURLOON_BBL = Rule("minimumuurloon", "WML, art. 7 en 8 (BWBR0002638)", ("minimumloon.uurloon_bbl",))
MAANDLOON = Rule("maandloon", "WML, art. 8 (BWBR0002638)")
VAKANTIEBIJSLAG = Rule("vakantiebijslag", "WML, art. 15 (BWBR0002638)", ("minimumloon.vakantiebijslag",))


class P(msgspec.Struct, frozen=True):
    """The numbers of the minimum wage on one day."""

    uurloon: Bands
    uurloon_bbl: Bands
    vakantiebijslag: int

    @classmethod
    def on(cls, parameters: ParametersOn) -> "P":
        """Return the numbers as they stand on the day of the parameters."""
        return numbers(cls, parameters, "minimumloon")


def minimumloon_per_hour(age: int, p: P, trace: list[Traced] | None = None, *, in_bbl: bool = False) -> Cents:
    """Return the minimum wage in cents per hour, without holiday pay; LookupError for who is too young.

    Source: WML, art. 7 en 8 (BWBR0002638).
    """
    uurloon = band_at(p.uurloon_bbl if in_bbl else p.uurloon, age)[1]
    if not uurloon:
        raise LookupError(f"no minimum wage at {age}")
    if trace is not None:
        trace.append((UURLOON_BBL if in_bbl else UURLOON).traced(uurloon, leeftijd=age))
    return Cents(uurloon)


def maandloon_per_month(uurloon: int, uren_per_week: int, trace: list[Traced] | None = None) -> Cents:
    """Return the wage in cents per month; hours per week are hundredths, and a year has 52 weeks.

    Source: WML, art. 8 (BWBR0002638).
    """
    result = half_up(uurloon * uren_per_week * WEEKS_IN_A_YEAR, MONTHS_IN_A_YEAR * HUNDREDTHS)
    if trace is not None:
        trace.append(MAANDLOON.traced(result, uurloon=uurloon, uren=uren_per_week))
    return Cents(result)


def vakantiebijslag_per_year(loon_per_year: int, p: P, trace: list[Traced] | None = None) -> Cents:
    """Return the holiday pay over a year's wage, in cents per year.

    Source: WML, art. 15 (BWBR0002638).
    """
    # Not counted: at a high wage an employer may agree to pay less holiday pay (art. 16). The page says so.
    result = cents_of(loon_per_year * p.vakantiebijslag)
    if trace is not None:
        trace.append(VAKANTIEBIJSLAG.traced(result, loon=loon_per_year))
    return result
