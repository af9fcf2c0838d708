"""Kinderbijslag: an amount per child and quarter; neither work nor income changes it.

Law: Algemene Kinderbijslagwet, AKW (BWBR0002368).
"""

from collections.abc import Iterable

import msgspec

from app.calculator.numbers import band_at, numbers
from app.calculator.rounding import half_up
from app.calculator.trace import Rule, Traced
from app.money import Cents
from app.parameters import Bands, ParametersOn
from app.period import MONTHS_IN_A_QUARTER

KINDERBIJSLAG = Rule(
    "kinderbijslag", "Algemene Kinderbijslagwet, art. 12 lid 3 (BWBR0002368)", ("kinderbijslag.bedrag",)
)


class P(msgspec.Struct, frozen=True):
    """The amounts of kinderbijslag on one day: those of the first day of a quarter hold for the quarter."""

    bedrag: Bands

    @classmethod
    def on(cls, parameters: ParametersOn) -> "P":
        """Return the amounts as they stand on the day of the parameters."""
        return numbers(cls, parameters, "kinderbijslag")


def kinderbijslag_per_quarter(ages: Iterable[int], p: P, trace: list[Traced] | None = None) -> Cents:
    """Return the kinderbijslag of all children, in cents per quarter; it is paid after the quarter.

    `ages` are those on the first day of the quarter; a child that is born later counts from the next one.
    Source: Algemene Kinderbijslagwet, art. 12 lid 3 (BWBR0002368).
    """
    # Not counted: double kinderbijslag for a child that lives elsewhere or needs much care. The page says so.
    amounts = [band_at(p.bedrag, age)[1] for age in ages]
    if trace is not None:
        trace.append(KINDERBIJSLAG.traced(sum(amounts), kinderen=sum(each > 0 for each in amounts)))
    return Cents(sum(amounts))


def kinderbijslag_per_month(ages: Iterable[int], p: P, trace: list[Traced] | None = None) -> Cents:
    """Return what the kinderbijslag comes to per month, in cents per month; no law pays it so.

    Source: Algemene Kinderbijslagwet, art. 12 lid 3 (BWBR0002368).
    """
    return Cents(half_up(kinderbijslag_per_quarter(ages, p, trace), MONTHS_IN_A_QUARTER))
