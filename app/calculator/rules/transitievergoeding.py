"""Transitievergoeding: what an employer owes who ends the work.

Law: Burgerlijk Wetboek boek 7 (BWBR0005290), art. 673. An amount at once, gross, in cents.
"""

from datetime import date, timedelta

import msgspec

from app.calculator.numbers import numbers
from app.calculator.rounding import half_up
from app.calculator.trace import Rule, Traced
from app.money import Cents
from app.parameters import ParametersOn
from app.period import MONTHS_IN_A_YEAR, add_months, months_between

TRANSITIEVERGOEDING = Rule(
    "transitievergoeding",
    "BW, art. 7:673 (BWBR0005290)",
    ("bw.transitie_noemer", "bw.transitie_maximum"),
)


class P(msgspec.Struct, frozen=True):
    """The numbers of the transitievergoeding on one day."""

    transitie_noemer: int
    transitie_maximum: int
    vervaltermijn_transitie: int

    @classmethod
    def on(cls, parameters: ParametersOn) -> "P":
        """Return the numbers as they stand on the day of the parameters."""
        return numbers(cls, parameters, "bw")


class Employment(msgspec.Struct, frozen=True):
    """A job that ends; the wage is gross per month, with holiday pay and fixed extras."""

    first_day: date
    last_day: date
    loon_per_month: int


def transitievergoeding_at_once(employment: Employment, p: P, trace: list[Traced] | None = None) -> Cents:
    """Return the transitievergoeding: a third of a month's wage per year, also over parts of a year.

    It is at most the maximum, or a year's wage where that is more. It is not owed to who resigns or is under
    18 with little work; the caller asks why the work ends.
    Source: BW, art. 7:673 lid 1 and 2 (BWBR0005290).
    """
    after = employment.last_day + timedelta(1)
    months = months_between(employment.first_day, after)
    begun = add_months(employment.first_day, months)
    days, days_in_month = (after - begun).days, (add_months(employment.first_day, months + 1) - begun).days
    # Days of a month that is not complete count by the wage that they bring, as a part of a month's wage.
    served = months * days_in_month + days
    per_year = days_in_month * MONTHS_IN_A_YEAR * p.transitie_noemer
    amount = half_up(employment.loon_per_month * served, per_year)
    most = max(p.transitie_maximum, employment.loon_per_month * MONTHS_IN_A_YEAR)
    result = Cents(min(amount, most))
    if trace is not None:
        step = TRANSITIEVERGOEDING.traced(
            result, loon=employment.loon_per_month, maanden=months, dagen=days, hoogste=most
        )
        trace.append(step)
    return result


def last_day_to_claim(employment: Employment, p: P) -> date:
    """Return the last day on which the court can be asked for it.

    Source: BW, art. 7:686a lid 4 onderdeel b (BWBR0005290).
    """
    # Counted from the last day itself: where a month is short, the earlier of two readings is the safe one.
    return add_months(employment.last_day, p.vervaltermijn_transitie)
