"""Loonkostensubsidie: what the municipality pays an employer for who cannot earn the minimum wage.

Law: Participatiewet (BWBR0015703), art. 10d. The worker earns the full wage; the subsidy is the employer's.
"""

import msgspec

from app.calculator.numbers import numbers
from app.calculator.rounding import RATIO_ONE, cents_of, half_up
from app.calculator.trace import Rule, Traced
from app.money import Cents
from app.parameters import ParametersOn

HUNDREDTHS = 100
"""Hours are whole hundredths of an hour."""

LOONKOSTENSUBSIDIE = Rule(
    "loonkostensubsidie",
    "Participatiewet, art. 10d lid 4 (BWBR0015703)",
    (
        "loonkostensubsidie.maximum",
        "loonkostensubsidie.uren",
        "minimumloon.referentiemaandloon",
        "minimumloon.vakantiebijslag",
    ),
)


class P(msgspec.Struct, frozen=True):
    """The numbers of loonkostensubsidie on one day."""

    maximum: int
    vast: int
    uren: int
    referentiemaandloon: int
    vakantiebijslag: int

    @classmethod
    def on(cls, parameters: ParametersOn) -> "P":
        """Return the numbers as they stand on the day of the parameters."""
        return numbers(
            cls,
            parameters,
            "loonkostensubsidie",
            referentiemaandloon="minimumloon.referentiemaandloon",
            vakantiebijslag="minimumloon.vakantiebijslag",
        )


def loonkostensubsidie_per_month(
    loonwaarde_ratio: int | None, uren_per_week: int, p: P, trace: list[Traced] | None = None
) -> Cents:
    """Return the subsidy in cents per month: what the worker is worth less than the minimum wage.

    `uren_per_week` is in hundredths; without a measured loonwaarde a fixed part is paid for half a year.
    Source: Participatiewet, art. 10d lid 4 and 5 (BWBR0015703).
    """
    minimum = cents_of(p.referentiemaandloon * (RATIO_ONE + p.vakantiebijslag))
    part = p.vast if loonwaarde_ratio is None else max(0, RATIO_ONE - loonwaarde_ratio)
    full_time = cents_of(minimum * min(part, p.maximum))
    result = Cents(half_up(full_time * min(uren_per_week, p.uren * HUNDREDTHS), p.uren * HUNDREDTHS))
    if trace is not None:
        trace.append(LOONKOSTENSUBSIDIE.traced(result, minimumloon=minimum, deel=part, uren=uren_per_week))
    return result
