"""Toeslag of the Toeslagenwet: what UWV adds to WW or another benefit that is under the social minimum.

Law: Toeslagenwet (BWBR0004043). Amounts are gross cents per month. A norm is without holiday pay, so every
income beside it is too: WW for 100/108, wages without their holiday pay. Savings do not count.
"""

from datetime import date
from enum import StrEnum

import msgspec

from app.calculator.not_covered import NotCovered
from app.calculator.numbers import band_at, numbers
from app.calculator.rounding import RATIO_ONE, cents_of
from app.calculator.trace import Rule, Traced
from app.money import Cents
from app.parameters import Bands, ParametersOn
from app.period import MONTHS_IN_A_YEAR

NORM = Rule(
    "norm_toeslagenwet",
    "Toeslagenwet, art. 2 (BWBR0004043)",
    (
        "toeslagenwet.dagnorm_paar",
        "toeslagenwet.dagnorm_alleenstaande",
        "toeslagenwet.dagnorm_alleenstaande_20",
        "toeslagenwet.dagnorm_alleenstaande_19",
        "toeslagenwet.dagnorm_alleenstaande_18",
        "toeslagenwet.dagnorm_woningdeler",
        "ww.dagen_per_maand",
    ),
)
VRIJLATING = Rule(
    "vrijlating_toeslagenwet",
    "Toeslagenwet, art. 7 (BWBR0004043)",
    (
        "toeslagenwet.vrijlating_vast",
        "toeslagenwet.vrijlating_deel",
        "toeslagenwet.vrijlating_maximum",
        "minimumloon.referentiemaandloon",
    ),
)
GRENS = Rule(
    "grens_toeslag",
    "Toeslagenwet, art. 8a (BWBR0004043)",
    (
        "toeslagenwet.laag_loon_paar",
        "toeslagenwet.laag_loon_alleenstaande",
        "toeslagenwet.laag_loon_woningdeler",
        "toeslagenwet.minimumjeugdloon",
        "minimumloon.referentiemaandloon",
    ),
)
TOESLAG = Rule("toeslag", "Toeslagenwet, art. 8 (BWBR0004043)")
VAKANTIE_UITKERING = Rule(
    "vakantie_uitkering_toeslag",
    "Toeslagenwet, art. 10 (BWBR0004043)",
    ("toeslagenwet.vakantie_uitkering",),
)


class P(msgspec.Struct, frozen=True):
    """The numbers of the Toeslagenwet on one day."""

    leeftijd_vanaf: int
    leeftijd_bij_ouders: int
    leeftijd_aow: int
    kind_leeftijd: int
    partner_geboren_voor: date
    dagnorm_paar: int
    dagnorm_alleenstaande: int
    dagnorm_alleenstaande_20: int
    dagnorm_alleenstaande_19: int
    dagnorm_alleenstaande_18: int
    dagnorm_woningdeler: int
    dagen_per_maand: int
    vrijlating_vast: int
    vrijlating_deel: int
    vrijlating_maximum: int
    vrijlating_jaren: int
    vrijlating_leeftijd_maanden: int
    laag_loon_paar: int
    laag_loon_alleenstaande: int
    laag_loon_woningdeler: int
    vakantie_uitkering: int
    minimumjeugdloon: Bands
    referentiemaandloon: int

    @classmethod
    def on(cls, parameters: ParametersOn) -> "P":
        """Return the numbers as they stand on the day of the parameters."""
        return numbers(
            cls,
            parameters,
            "toeslagenwet",
            leeftijd_aow="aow.leeftijd",
            dagen_per_maand="ww.dagen_per_maand",
            referentiemaandloon="minimumloon.referentiemaandloon",
        )


class Exclusion(StrEnum):
    """Why there is no right to a toeslag, however low the income is."""

    UNDER_18 = "under_18"
    WITH_PARENTS = "with_parents"
    PARTNER_WITHOUT_YOUNG_CHILD = "partner_without_young_child"


class Household(msgspec.Struct, frozen=True):
    """Who lives together as the Toeslagenwet sees it.

    `shares_home` is with someone of 27 or older, no student and without a commercial price (art. 2 lid 9).
    """

    age: int
    partner_born: date | None = None
    youngest_child: int | None = None
    lives_with_parents: bool = False
    shares_home: bool = False


class Income(msgspec.Struct, frozen=True):
    """What comes in per month, all without holiday pay: the benefit, earnings and other income.

    Earnings and other income are those of both partners; `loon_per_month` is the wage behind the benefit.
    """

    uitkering: int
    loon_per_month: int
    arbeid: int = 0
    overig: int = 0
    has_vrijlating: bool = True


def exclusion(household: Household, p: P) -> Exclusion | None:
    """Return why this household has no right to a toeslag; nothing when it can have one.

    Source: Toeslagenwet, art. 2 lid 3, 5 and 6 and art. 3 (BWBR0004043).
    """
    if household.age >= p.leeftijd_aow:
        raise NotCovered("aow_age")
    if household.age < p.leeftijd_vanaf:
        return Exclusion.UNDER_18
    if household.partner_born is None:
        is_young = household.age < p.leeftijd_bij_ouders
        return Exclusion.WITH_PARENTS if is_young and household.lives_with_parents else None
    has_young_child = household.youngest_child is not None and household.youngest_child < p.kind_leeftijd
    if household.partner_born < p.partner_geboren_voor or has_young_child:
        return None
    return Exclusion.PARTNER_WITHOUT_YOUNG_CHILD


def norm_per_day(household: Household, p: P) -> Cents:
    """Return the social minimum in gross cents per day, for a household that is not excluded.

    Source: Toeslagenwet, art. 2 lid 1, 2 and 7 (BWBR0004043).
    """
    young = p.dagnorm_alleenstaande_18, p.dagnorm_alleenstaande_19, p.dagnorm_alleenstaande_20
    if household.partner_born is not None:
        return Cents(p.dagnorm_paar)
    if household.age < p.leeftijd_bij_ouders:
        return Cents(young[household.age - p.leeftijd_vanaf])
    return Cents(p.dagnorm_woningdeler if household.shares_home else p.dagnorm_alleenstaande)


def has_vrijlating(months_used: int, age_in_months_at_loss: int, p: P) -> bool:
    """Tell whether part of the earnings does not count: for two years, and for good who lost work after 57,5.

    Source: Toeslagenwet, art. 7 lid 1 and 4 (BWBR0004043).
    """
    if age_in_months_at_loss > p.vrijlating_leeftijd_maanden:
        return True
    return months_used < p.vrijlating_jaren * MONTHS_IN_A_YEAR


def vrijgelaten_per_month(
    household: Household, arbeid: int, p: P, trace: list[Traced] | None = None
) -> Cents:
    """Return what does not count of the earnings of both partners, in gross cents per month.

    Source: Toeslagenwet, art. 7 lid 1 and 2 (BWBR0004043).
    """
    minimum = _minimumloon(household, p)
    fixed = cents_of(minimum * p.vrijlating_vast)
    part = cents_of(max(0, arbeid - fixed) * p.vrijlating_deel)
    result = Cents(min(arbeid, fixed + part, cents_of(minimum * p.vrijlating_maximum)))
    if trace is not None:
        trace.append(VRIJLATING.traced(result, arbeid=arbeid, minimumloon=minimum))
    return result


def toeslag_per_month(household: Household, income: Income, p: P, trace: list[Traced] | None = None) -> Cents:
    """Return the toeslag in gross cents per month, without its holiday pay.

    Source: Toeslagenwet, art. 2, 6, 8 and 8a (BWBR0004043).
    """
    if exclusion(household, p) is not None:
        return Cents(0)
    free = vrijgelaten_per_month(household, income.arbeid, p, trace) if income.has_vrijlating else 0
    total = income.uitkering + income.arbeid - free + income.overig
    day = norm_per_day(household, p)
    norm = cents_of(day * p.dagen_per_maand)
    lacking = cents_of(max(0, day * p.dagen_per_maand - total * RATIO_ONE))
    most = _most_per_month(household, income, p, trace)
    result = Cents(lacking if most is None else min(lacking, most))
    if trace is not None:
        trace.append(NORM.traced(norm, per_dag=day))
        trace.append(TOESLAG.traced(result, norm=norm, inkomen=total))
    return result


def vakantie_uitkering_per_month(toeslag: int, p: P, trace: list[Traced] | None = None) -> Cents:
    """Return the holiday pay built up over the toeslag, in gross cents per month; it is paid in May.

    Source: Toeslagenwet, art. 10 lid 1 (BWBR0004043).
    """
    result = cents_of(toeslag * p.vakantie_uitkering)
    if trace is not None:
        trace.append(VAKANTIE_UITKERING.traced(result, toeslag=toeslag))
    return result


def _minimumloon(household: Household, p: P) -> int:
    """Return the minimum wage per month: that of an adult for a couple, of the age for others (art. 1)."""
    if household.partner_born is not None:
        return p.referentiemaandloon
    return cents_of(p.referentiemaandloon * band_at(p.minimumjeugdloon, household.age)[1])


def _most_per_month(household: Household, income: Income, p: P, trace: list[Traced] | None) -> int | None:
    """Return the limit of the toeslag for who earned little: the old wage less the benefit (art. 8a)."""
    if household.partner_born is not None:
        share = p.laag_loon_paar
    elif household.shares_home and household.age >= p.leeftijd_bij_ouders:
        share = p.laag_loon_woningdeler
    else:
        share = p.laag_loon_alleenstaande
    if income.loon_per_month * RATIO_ONE >= share * _minimumloon(household, p):
        return None
    # Lid 3 lets a decree count other income as benefit here; that decree was not read.
    result = max(0, income.loon_per_month - income.uitkering)
    if trace is not None:
        trace.append(GRENS.traced(result, loon=income.loon_per_month, uitkering=income.uitkering))
    return result
