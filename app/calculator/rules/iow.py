"""IOW: what follows WW for who lost work at 60 years and four months or later.

Law: Wet inkomensvoorziening oudere werklozen (BWBR0024394). Amounts are gross cents per month; holiday pay
comes on top. Only the own income counts: a partner and savings do not.
"""

from datetime import date

import msgspec

from app.calculator.numbers import numbers
from app.calculator.rounding import cents_of, half_up
from app.calculator.trace import Rule, Traced
from app.money import Cents
from app.parameters import ParametersOn

GRONDSLAG = Rule(
    "grondslag_iow",
    "IOW, art. 10 lid 1 (BWBR0024394)",
    ("iow.deel", "toeslagenwet.dagnorm_alleenstaande", "ww.dagen_per_maand"),
)
IOW = Rule("iow", "IOW, art. 10 lid 1 en 4 (BWBR0024394)", ("iow.deel",))
VAKANTIE_UITKERING = Rule(
    "vakantie_uitkering_iow", "IOW, art. 27a lid 1 (BWBR0024394)", ("iow.vakantie_uitkering",)
)


class P(msgspec.Struct, frozen=True):
    """The numbers of the IOW on one day."""

    leeftijd_maanden: int
    einddatum: date
    duur_ww: int
    deel: int
    vakantie_uitkering: int
    dagnorm_alleenstaande: int
    dagen_per_maand: int

    @classmethod
    def on(cls, parameters: ParametersOn) -> "P":
        """Return the numbers as they stand on the day of the parameters."""
        return numbers(
            cls,
            parameters,
            "iow",
            dagnorm_alleenstaande="toeslagenwet.dagnorm_alleenstaande",
            dagen_per_maand="ww.dagen_per_maand",
        )


def has_iow(first_unemployed_day: date, age_in_months: int, months_of_ww: int, p: P) -> bool:
    """Tell whether IOW can follow the WW; the age is that on the first unemployed day.

    Source: IOW, art. 2 and 3 (BWBR0024394).
    """
    is_in_time = first_unemployed_day < p.einddatum
    return is_in_time and age_in_months >= p.leeftijd_maanden and months_of_ww > p.duur_ww


def grondslag_per_month(loon_per_month: int, p: P, trace: list[Traced] | None = None) -> Cents:
    """Return the wage that IOW is worked out from: the old wage, up to 10/7 of the minimum of who is alone.

    Source: IOW, art. 10 lid 1 (BWBR0024394).
    """
    # The 10/7 of the law is one over the part that IOW gives, so that it gives the minimum at most.
    most = half_up(p.dagnorm_alleenstaande * p.dagen_per_maand, p.deel)
    result = Cents(min(loon_per_month, most))
    if trace is not None:
        trace.append(GRONDSLAG.traced(result, loon=loon_per_month, hoogste=most))
    return result


def iow_per_month(
    loon_per_month: int, arbeid: int, overig: int, p: P, trace: list[Traced] | None = None
) -> Cents:
    """Return the IOW in gross cents per month: a part of the wage that is lacking, less all other income.

    Source: IOW, art. 10 lid 1 and 4 (BWBR0024394).
    """
    # Worked out from the minimum itself: a grondslag in whole cents would lose a cent of it.
    highest = min(p.deel * loon_per_month, p.dagnorm_alleenstaande * p.dagen_per_maand)
    result = Cents(max(0, cents_of(max(0, highest - p.deel * arbeid)) - overig))
    if trace is not None:
        grondslag = grondslag_per_month(loon_per_month, p, trace)
        trace.append(IOW.traced(result, grondslag=grondslag, arbeid=arbeid, overig=overig))
    return result


def vakantie_uitkering_per_month(iow: int, p: P, trace: list[Traced] | None = None) -> Cents:
    """Return the holiday pay built up over the IOW, in gross cents per month; it is paid in May.

    Source: IOW, art. 27a (BWBR0024394).
    """
    result = cents_of(iow * p.vakantie_uitkering)
    if trace is not None:
        trace.append(VAKANTIE_UITKERING.traced(result, iow=iow))
    return result
