"""Inkomstenbelasting: the tax of a year on income from work and benefits, and the credits against it.

Law: Wet inkomstenbelasting 2001 (BWBR0011353), box 1, for people under the AOW age.
All amounts are cents per year; tax and credits come out in whole euros.
"""

from datetime import date

import msgspec

from app.calculator.numbers import numbers
from app.calculator.rounding import RATIO_ONE, heffingskorting, jaaropgaaf, schijf
from app.calculator.trace import Rule, Traced
from app.money import Cents
from app.parameters import ParametersOn

FILE = "inkomstenbelasting"

BELASTING = Rule(
    "belasting",
    "Wet IB 2001, art. 2.10 (BWBR0011353)",
    (
        "inkomstenbelasting.schijf_1_tot",
        "inkomstenbelasting.schijf_2_tot",
        "inkomstenbelasting.schijf_1_tarief",
        "inkomstenbelasting.schijf_2_tarief",
        "inkomstenbelasting.schijf_3_tarief",
    ),
)
ALGEMENE_HEFFINGSKORTING = Rule(
    "algemene_heffingskorting",
    "Wet IB 2001, art. 8.10 (BWBR0011353)",
    (
        "inkomstenbelasting.algemene_heffingskorting_maximum",
        "inkomstenbelasting.algemene_heffingskorting_vanaf",
        "inkomstenbelasting.algemene_heffingskorting_afbouw",
    ),
)
ARBEIDSKORTING = Rule(
    "arbeidskorting",
    "Wet IB 2001, art. 8.11 (BWBR0011353)",
    (
        "inkomstenbelasting.arbeidskorting_opbouw_1",
        "inkomstenbelasting.arbeidskorting_maximum_1",
        "inkomstenbelasting.arbeidskorting_vanaf_2",
        "inkomstenbelasting.arbeidskorting_opbouw_2",
        "inkomstenbelasting.arbeidskorting_maximum_2",
        "inkomstenbelasting.arbeidskorting_vanaf_3",
        "inkomstenbelasting.arbeidskorting_opbouw_3",
        "inkomstenbelasting.arbeidskorting_maximum_3",
        "inkomstenbelasting.arbeidskorting_vanaf_afbouw",
        "inkomstenbelasting.arbeidskorting_afbouw",
    ),
)
COMBINATIEKORTING = Rule(
    "combinatiekorting",
    "Wet IB 2001, art. 8.14a (BWBR0011353)",
    (
        "inkomstenbelasting.combinatiekorting_vanaf",
        "inkomstenbelasting.combinatiekorting_opbouw",
        "inkomstenbelasting.combinatiekorting_maximum",
    ),
)
VERSCHULDIGD = Rule("inkomstenbelasting", "Wet IB 2001, art. 8.8 (BWBR0011353)")
UITBETAALD = Rule(
    "uitbetaalde_heffingskorting",
    "Wet IB 2001, art. 8.9 (BWBR0011353)",
    ("inkomstenbelasting.uitbetaling_geboren_voor",),
)


class P(msgspec.Struct, frozen=True):
    """The numbers of income tax on one day."""

    schijf_1_tot: int
    schijf_2_tot: int
    schijf_1_tarief: int
    schijf_2_tarief: int
    schijf_3_tarief: int
    algemene_heffingskorting_maximum: int
    algemene_heffingskorting_vanaf: int
    algemene_heffingskorting_afbouw: int
    arbeidskorting_opbouw_1: int
    arbeidskorting_maximum_1: int
    arbeidskorting_vanaf_2: int
    arbeidskorting_opbouw_2: int
    arbeidskorting_maximum_2: int
    arbeidskorting_vanaf_3: int
    arbeidskorting_opbouw_3: int
    arbeidskorting_maximum_3: int
    arbeidskorting_vanaf_afbouw: int
    arbeidskorting_afbouw: int
    combinatiekorting_vanaf: int
    combinatiekorting_opbouw: int
    combinatiekorting_maximum: int
    combinatiekorting_leeftijd: int
    uitbetaling_geboren_voor: date

    @classmethod
    def on(cls, parameters: ParametersOn) -> "P":
        """Return the numbers as they stand on the day of the parameters."""
        return numbers(cls, parameters, FILE)


def belasting_per_year(inkomen_per_year: int, p: P, trace: list[Traced] | None = None) -> Cents:
    """Return the tax over the three bands of box 1, in cents per year, before any credit.

    Source: Wet IB 2001, art. 2.10 (BWBR0011353).
    """
    inkomen = jaaropgaaf(inkomen_per_year)
    # Each band is rounded down by itself; together they would be up to two euros higher.
    if inkomen <= p.schijf_1_tot:
        result = schijf(inkomen * p.schijf_1_tarief)
    else:
        second = min(inkomen, p.schijf_2_tot) - p.schijf_1_tot
        result = schijf(p.schijf_1_tot * p.schijf_1_tarief) + schijf(second * p.schijf_2_tarief)
        if inkomen > p.schijf_2_tot:
            result += schijf((inkomen - p.schijf_2_tot) * p.schijf_3_tarief)
    if trace is not None:
        trace.append(BELASTING.traced(result, inkomen=inkomen))
    return Cents(result)


def algemene_heffingskorting_per_year(
    inkomen_per_year: int, p: P, trace: list[Traced] | None = None
) -> Cents:
    """Return the algemene heffingskorting in cents per year, over all income of the year.

    Source: Wet IB 2001, art. 8.10 (BWBR0011353).
    """
    inkomen = jaaropgaaf(inkomen_per_year)
    result = p.algemene_heffingskorting_maximum
    if inkomen > p.algemene_heffingskorting_vanaf:
        less = (inkomen - p.algemene_heffingskorting_vanaf) * p.algemene_heffingskorting_afbouw
        result = heffingskorting(max(0, result * RATIO_ONE - less))
    if trace is not None:
        trace.append(ALGEMENE_HEFFINGSKORTING.traced(result, inkomen=inkomen))
    return Cents(result)


def arbeidskorting_per_year(arbeidsinkomen_per_year: int, p: P, trace: list[Traced] | None = None) -> Cents:
    """Return the arbeidskorting in cents per year, over wages only: a benefit is no arbeidsinkomen.

    Source: Wet IB 2001, art. 8.11 (BWBR0011353).
    """
    arbeid = jaaropgaaf(arbeidsinkomen_per_year)
    # The maximums of the law are of everything so far, not of each part.
    exact = min(arbeid * p.arbeidskorting_opbouw_1, p.arbeidskorting_maximum_1 * RATIO_ONE)
    if arbeid > p.arbeidskorting_vanaf_2:
        more = (arbeid - p.arbeidskorting_vanaf_2) * p.arbeidskorting_opbouw_2
        exact = min(exact + more, p.arbeidskorting_maximum_2 * RATIO_ONE)
    if arbeid > p.arbeidskorting_vanaf_3:
        more = (arbeid - p.arbeidskorting_vanaf_3) * p.arbeidskorting_opbouw_3
        exact = min(exact + more, p.arbeidskorting_maximum_3 * RATIO_ONE)
    if arbeid > p.arbeidskorting_vanaf_afbouw:
        exact = max(0, exact - (arbeid - p.arbeidskorting_vanaf_afbouw) * p.arbeidskorting_afbouw)
    result = heffingskorting(exact)
    if trace is not None:
        trace.append(ARBEIDSKORTING.traced(result, arbeidsinkomen=arbeid))
    return Cents(result)


def has_combinatiekorting(
    arbeidsinkomen_per_year: int, partner_per_year: int | None, *, is_oldest: bool, child_age: int, p: P
) -> bool:
    """Tell whether this parent gets the combinatiekorting, and not the partner.

    `child_age` is that of the youngest child on 1 January; `partner_per_year` is the arbeidsinkomen of the
    partner, or nothing without a partner; of two equal incomes the oldest parent gets it.
    Source: Wet IB 2001, art. 8.14a lid 1 (BWBR0011353).
    """
    # Not looked at: whether the child lives in the household for six months of the year. The page says so.
    if child_age >= p.combinatiekorting_leeftijd or arbeidsinkomen_per_year <= p.combinatiekorting_vanaf:
        return False
    if partner_per_year is None or arbeidsinkomen_per_year < partner_per_year:
        return True
    return arbeidsinkomen_per_year == partner_per_year and is_oldest


def combinatiekorting_per_year(
    arbeidsinkomen_per_year: int, p: P, trace: list[Traced] | None = None
) -> Cents:
    """Return the inkomensafhankelijke combinatiekorting in cents per year, for a parent who may have it.

    Source: Wet IB 2001, art. 8.14a (BWBR0011353).
    """
    arbeid = jaaropgaaf(arbeidsinkomen_per_year)
    above = max(0, arbeid - p.combinatiekorting_vanaf)
    result = min(heffingskorting(above * p.combinatiekorting_opbouw), p.combinatiekorting_maximum)
    if trace is not None:
        trace.append(COMBINATIEKORTING.traced(result, arbeidsinkomen=arbeid))
    return Cents(result)


def inkomstenbelasting_per_year(
    inkomen_per_year: int,
    arbeidsinkomen_per_year: int,
    p: P,
    trace: list[Traced] | None = None,
    *,
    with_combinatiekorting: bool = False,
) -> Cents:
    """Return the income tax of a year in cents; credits take it to zero at most, never below.

    Source: Wet IB 2001, art. 8.8 (BWBR0011353).
    """
    belasting = belasting_per_year(inkomen_per_year, p, trace)
    kortingen: int = algemene_heffingskorting_per_year(inkomen_per_year, p, trace)
    kortingen += arbeidskorting_per_year(arbeidsinkomen_per_year, p, trace)
    if with_combinatiekorting:
        kortingen += combinatiekorting_per_year(arbeidsinkomen_per_year, p, trace)
    result = max(0, belasting - kortingen)
    if trace is not None:
        trace.append(VERSCHULDIGD.traced(result, belasting=belasting, kortingen=kortingen))
    return Cents(result)


def uitbetaalde_heffingskorting_per_year(
    unused_per_year: int, partner_tax_per_year: int, born: date, p: P, trace: list[Traced] | None = None
) -> Cents:
    """Return what is paid of the algemene heffingskorting that the least earning partner cannot use.

    `unused_per_year` is the part of it above the own tax, `partner_tax_per_year` what the partner has to pay.
    Source: Wet IB 2001, art. 8.9 (BWBR0011353).
    """
    result = min(unused_per_year, partner_tax_per_year) if born < p.uitbetaling_geboren_voor else 0
    if trace is not None:
        step = UITBETAALD.traced(result, unused=unused_per_year, partner_tax=partner_tax_per_year)
        trace.append(step)
    return Cents(result)
