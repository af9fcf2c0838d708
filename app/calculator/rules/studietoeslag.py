"""Studietoeslag: the least a municipality pays a student whom an illness keeps from earning beside study.

Law: Participatiewet (BWBR0015703), art. 36b. A municipality may pay more.
"""

import msgspec

from app.calculator.numbers import band_at, numbers
from app.calculator.trace import Rule, Traced
from app.money import Cents
from app.parameters import Bands, ParametersOn

STUDIETOESLAG = Rule(
    "studietoeslag",
    "Participatiewet, art. 36b lid 1 en 5 (BWBR0015703)",
    ("studietoeslag.minimum", "studietoeslag.stage"),
)


class P(msgspec.Struct, frozen=True):
    """The numbers of studietoeslag on one day."""

    minimum: Bands
    stage: int

    @classmethod
    def on(cls, parameters: ParametersOn) -> "P":
        """Return the numbers as they stand on the day of the parameters."""
        return numbers(cls, parameters, "studietoeslag")


def studietoeslag_per_month(age: int, stage_per_month: int, p: P, trace: list[Traced] | None = None) -> Cents:
    """Return the least studietoeslag in cents per month, less what a traineeship pays above a free amount.

    Source: Participatiewet, art. 36b lid 1 and 5 (BWBR0015703).
    """
    minimum = band_at(p.minimum, age)[1]
    result = Cents(max(0, minimum - max(0, stage_per_month - p.stage)))
    if trace is not None:
        trace.append(STUDIETOESLAG.traced(result, leeftijd=age, minimum=minimum, stage=stage_per_month))
    return result
