"""Zorgtoeslag: help with the cost of health insurance.

Law: Wet op de zorgtoeslag (BWBR0018451).
"""

import msgspec

from app.calculator.numbers import numbers
from app.calculator.rounding import RATIO_ONE, cents_of, tegemoetkoming, voorschot
from app.calculator.trace import Rule, Traced
from app.money import Cents
from app.parameters import ParametersOn

NORMPREMIE = Rule(
    "normpremie",
    "Wet op de zorgtoeslag, art. 2 (BWBR0018451)",
    (
        "toeslagen.drempelinkomen",
        "zorgtoeslag.norm_een",
        "zorgtoeslag.norm_paar",
        "zorgtoeslag.afbouw",
    ),
)
ZORGTOESLAG = Rule(
    "zorgtoeslag",
    "Wet op de zorgtoeslag, art. 2 lid 1 (BWBR0018451); Awir, art. 14 lid 4 en 5 (BWBR0018472)",
    ("zorgtoeslag.standaardpremie", "zorgtoeslag.deel_partner_onverzekerd", "toeslagen.minste_per_jaar"),
)
PER_MONTH = Rule("zorgtoeslag_per_maand", "Awir, art. 16 lid 1 (BWBR0018472)")


class P(msgspec.Struct, frozen=True):
    """The numbers of zorgtoeslag on one day."""

    standaardpremie: int
    norm_een: int
    norm_paar: int
    afbouw: int
    deel_partner_onverzekerd: int
    drempelinkomen: int
    minste_per_jaar: int
    vermogen_een: int
    vermogen_paar: int

    @classmethod
    def on(cls, parameters: ParametersOn) -> "P":
        """Return the numbers as they stand on the day of the parameters."""
        return numbers(
            cls,
            parameters,
            "zorgtoeslag",
            drempelinkomen="toeslagen.drempelinkomen",
            minste_per_jaar="toeslagen.minste_per_jaar",
            vermogen_een="toeslagen.zorgtoeslag_vermogen_een",
            vermogen_paar="toeslagen.zorgtoeslag_vermogen_paar",
        )


def is_within_vermogen(vermogen: int, p: P, *, has_partner: bool) -> bool:
    """Tell whether savings on 1 January, of both partners together, leave a right to zorgtoeslag.

    Source: Wet op de zorgtoeslag, art. 3 (BWBR0018451).
    """
    return vermogen <= (p.vermogen_paar if has_partner else p.vermogen_een)


def zorgtoeslag_per_year(
    inkomen_per_year: int,
    p: P,
    trace: list[Traced] | None = None,
    *,
    has_partner: bool = False,
    is_partner_insured: bool = True,
) -> Cents:
    """Return the zorgtoeslag in cents per year, of both partners together.

    `inkomen_per_year` is the toetsingsinkomen; who has too much vermogen gets nothing and is not asked here.
    Source: Wet op de zorgtoeslag, art. 2 lid 1 (BWBR0018451); Awir, art. 14 lid 4 en 5 (BWBR0018472).
    """
    # Everything stays exact until the year is rounded: rounding the normpremie first misses official rows.
    above = max(0, inkomen_per_year - p.drempelinkomen)
    normpremie = p.drempelinkomen * (p.norm_paar if has_partner else p.norm_een) + above * p.afbouw
    premie = p.standaardpremie + (p.standaardpremie if has_partner else 0)
    exact = max(0, premie * RATIO_ONE - normpremie)
    if not is_partner_insured:
        exact = exact * p.deel_partner_onverzekerd // RATIO_ONE
    result = tegemoetkoming(exact, p.minste_per_jaar)
    if trace is not None:
        norm = cents_of(normpremie)
        trace.append(NORMPREMIE.traced(norm, toetsingsinkomen=inkomen_per_year, boven_drempel=above))
        trace.append(ZORGTOESLAG.traced(result, standaardpremie=premie, normpremie=norm))
    return result


def zorgtoeslag_per_month(
    inkomen_per_year: int,
    p: P,
    trace: list[Traced] | None = None,
    *,
    has_partner: bool = False,
    is_partner_insured: bool = True,
) -> Cents:
    """Return the zorgtoeslag that is paid per month, in cents per month.

    Source: Awir, art. 16 lid 1 (BWBR0018472).
    """
    per_year = zorgtoeslag_per_year(
        inkomen_per_year, p, trace, has_partner=has_partner, is_partner_insured=is_partner_insured
    )
    result = voorschot(per_year * RATIO_ONE)
    if trace is not None:
        trace.append(PER_MONTH.traced(result, zorgtoeslag=per_year))
    return result
