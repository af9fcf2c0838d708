"""Algemene bijstand: the norm of a household, what is left of it beside income, and its holiday reserve.

Law: Participatiewet (BWBR0015703), chapter 3, for people from 18 up to the AOW age. A norm is net and holds
the holiday allowance, so the income beside it is net too and holds the holiday pay that is built up with it.
"""

import msgspec

from app.calculator.not_covered import NotCovered
from app.calculator.numbers import numbers
from app.calculator.rounding import RATIO_ONE, cents_of, half_up
from app.calculator.trace import Rule, Traced
from app.money import Cents
from app.parameters import ParametersOn
from app.period import MONTHS_IN_A_YEAR

FILE = "participatiewet"

JONGEREN = Rule(
    "norm_jongere",
    "Participatiewet, art. 20 (BWBR0015703)",
    (
        "participatiewet.norm_jongere",
        "participatiewet.norm_jong_paar",
        "participatiewet.norm_jong_paar_kinderen",
        "participatiewet.norm_gemengd_paar",
        "participatiewet.norm_gemengd_paar_kinderen",
    ),
)
VERHOGING = Rule(
    "verhoging_jongere",
    "Participatiewet, art. 20 lid 3 en 4 (BWBR0015703)",
    ("participatiewet.verhoging_jongere",),
)
NORM = Rule(
    "norm",
    "Participatiewet, art. 21 (BWBR0015703)",
    ("participatiewet.norm_alleenstaande", "participatiewet.norm_paar"),
)
KOSTENDELERS_SAMEN = Rule("kostendelersnorm_samen", "Participatiewet, art. 22a lid 2 en 3 (BWBR0015703)")
KOSTENDELERS = Rule(
    "kostendelersnorm",
    "Participatiewet, art. 22a (BWBR0015703)",
    (
        "participatiewet.norm_paar",
        "participatiewet.kostendelen_vast",
        "participatiewet.kostendelen_per_persoon",
        "participatiewet.jonge_partner_kostendelen",
        "participatiewet.jonge_partner_kostendelen_kinderen",
    ),
)
NIET_RECHTHEBBENDE = Rule(
    "norm_met_niet_rechthebbende",
    "Participatiewet, art. 24 (BWBR0015703)",
    ("participatiewet.norm_paar", "participatiewet.deel_met_niet_rechthebbende"),
)
OPHOGING = Rule(
    "norm_opgehoogd",
    "Participatiewet, art. 24a (BWBR0015703)",
    ("kindgebonden_budget.alleenstaande_ouder",),
)
INKOMEN_NIET_RECHTHEBBENDE = Rule(
    "inkomen_niet_rechthebbende", "Participatiewet, art. 32 lid 3 (BWBR0015703)"
)
NETTO_LOON = Rule("netto_loon", "Participatiewet, art. 31 lid 3 en 4 (BWBR0015703)")
BIJSTAND = Rule("bijstand", "Participatiewet, art. 19 lid 2 (BWBR0015703)")
VAKANTIETOESLAG = Rule(
    "vakantietoeslag",
    "Participatiewet, art. 19 lid 3 (BWBR0015703)",
    ("participatiewet.vakantietoeslag",),
)


class P(msgspec.Struct, frozen=True):
    """The numbers of bijstand on one day."""

    leeftijd_vanaf: int
    leeftijd_volle_norm: int
    leeftijd_aow: int
    norm_alleenstaande: int
    norm_paar: int
    norm_jongere: int
    norm_jong_paar: int
    norm_jong_paar_kinderen: int
    norm_gemengd_paar: int
    norm_gemengd_paar_kinderen: int
    verhoging_jongere: int
    kostendelen_vast: int
    kostendelen_per_persoon: int
    jonge_partner_kostendelen: int
    jonge_partner_kostendelen_kinderen: int
    deel_met_niet_rechthebbende: int
    vakantietoeslag: int
    alleenstaande_ouder: int

    @classmethod
    def on(cls, parameters: ParametersOn) -> "P":
        """Return the numbers as they stand on the day of the parameters."""
        return numbers(
            cls,
            parameters,
            FILE,
            leeftijd_aow="aow.leeftijd",
            alleenstaande_ouder="kindgebonden_budget.alleenstaande_ouder",
        )


class Household(msgspec.Struct, frozen=True):
    """Who lives together as the Participatiewet sees it.

    `kostendelers` are housemates who share the costs: 27 or older, not a partner, a student or someone with
    a commercial contract (art. 19a). `without_parents` is how many people under 21 cannot rely on theirs.
    """

    age: int
    partner_age: int | None = None
    has_children: bool = False
    kostendelers: int = 0
    without_parents: int = 0
    partner_has_right: bool = True


def norm_per_month(household: Household, p: P, trace: list[Traced] | None = None) -> Cents:
    """Return the bijstandsnorm of the household, net with holiday allowance, in cents per month.

    Source: Participatiewet, art. 20, 21, 22a, 24 and 24a (BWBR0015703).
    """
    _refuse_who_is_not_covered(household, p)
    # Art. 27 and 28 (lower norm without housing costs or after school) are for the municipality to decide.
    if household.partner_age is not None and not household.partner_has_right:
        return _norm_beside_partner_without_right(household, p, trace)
    ages = (household.age,) if household.partner_age is None else (household.age, household.partner_age)
    young = sum(age < p.leeftijd_volle_norm for age in ages)
    if not young:
        return _norm_of_adults(len(ages), household.kostendelers, p, trace)
    norm = _norm_of_the_young(household, young, p, trace)
    if not household.without_parents:
        return norm
    highest = _norm_of_adults(len(ages), household.kostendelers, p, None)
    result = Cents(max(norm, min(norm + household.without_parents * p.verhoging_jongere, highest)))
    if trace is not None:
        trace.append(VERHOGING.traced(result, norm=norm, mensen=household.without_parents, hoogste=highest))
    return result


def kostendelersnorm_per_month(people: int, p: P, trace: list[Traced] | None = None) -> Cents:
    """Return the norm of one adult who shares the costs, in cents per month.

    `people` counts the housemates who share, the applicant, and a partner of 21 or older.
    Source: Participatiewet, art. 22a lid 1 (BWBR0015703).
    """
    share = p.kostendelen_vast + people * p.kostendelen_per_persoon
    result = Cents(half_up(share * p.norm_paar, people * RATIO_ONE))
    if trace is not None:
        trace.append(KOSTENDELERS.traced(result, mensen=people, norm_paar=p.norm_paar))
    return result


def bijstand_per_month(norm: int, income: int, trace: list[Traced] | None = None) -> Cents:
    """Return the bijstand with its holiday allowance, in cents per month: the norm less the counted income.

    `income` is net with the holiday pay built up in it, after the exemption; what is exempt is no means, so
    bijstand may go on above the norm.
    Source: Participatiewet, art. 19 lid 1 and 2 (BWBR0015703).
    """
    result = Cents(max(0, norm - income))
    if trace is not None:
        trace.append(BIJSTAND.traced(result, norm=norm, inkomen=income))
    return result


def netto_loon_per_month(
    loon_per_year: int, tax_per_year: int, pensioenpremie_per_year: int, trace: list[Traced] | None = None
) -> Cents:
    """Return the net earnings that are set against the norm, in cents per month.

    It is a year's wage with holiday pay, less its tax and pension premium, over twelve equal months.
    Source: Participatiewet, art. 31 lid 3 and 4 (BWBR0015703).
    """
    # The table of the Regeling Participatiewet for holiday pay was not found; see the assumptions.
    per_year = loon_per_year - tax_per_year - pensioenpremie_per_year
    result = Cents(half_up(max(0, per_year), MONTHS_IN_A_YEAR))
    if trace is not None:
        step = NETTO_LOON.traced(
            result, loon=loon_per_year, belasting=tax_per_year, pensioenpremie=pensioenpremie_per_year
        )
        trace.append(step)
    return result


def vakantietoeslag_per_month(bijstand: int, p: P, trace: list[Traced] | None = None) -> Cents:
    """Return the part of the bijstand that is kept for the holiday allowance, in cents per month.

    Source: Participatiewet, art. 19 lid 3 (BWBR0015703).
    """
    result = cents_of(bijstand * p.vakantietoeslag)
    if trace is not None:
        trace.append(VAKANTIETOESLAG.traced(result, bijstand=bijstand))
    return result


def income_of_partner_without_right_per_month(
    partner: int, own: int, norm: int, p: P, trace: list[Traced] | None = None
) -> Cents:
    """Return what counts of the income of a partner without right to bijstand, in cents per month.

    It counts as far as both incomes with the bijstand pass the norm of a couple; that is the bijstand of
    `norm` beside the `own` income.
    Source: Participatiewet, art. 32 lid 3 (BWBR0015703).
    """
    together = partner + own + max(0, norm - own)
    result = Cents(min(partner, max(0, together - p.norm_paar)))
    if trace is not None:
        step = INKOMEN_NIET_RECHTHEBBENDE.traced(result, partner=partner, samen=together)
        trace.append(step)
    return result


def _refuse_who_is_not_covered(household: Household, p: P) -> None:
    if household.age < p.leeftijd_vanaf:
        raise NotCovered("under_18")
    if household.age >= p.leeftijd_aow:
        raise NotCovered("aow_age")
    if household.partner_age is not None and household.partner_age < p.leeftijd_vanaf:
        raise NotCovered("partner_under_18")
    if household.partner_age is not None and household.partner_age >= p.leeftijd_aow:
        raise NotCovered("partner_aow_age")


def _norm_of_adults(adults: int, kostendelers: int, p: P, trace: list[Traced] | None) -> Cents:
    if kostendelers:
        each = kostendelersnorm_per_month(adults + kostendelers, p, trace)
        # Art. 22a lid 2: a couple gets the sum of both norms, so each is rounded by itself.
        return each if adults == 1 else _together(each, each, trace)
    result = Cents(p.norm_alleenstaande if adults == 1 else p.norm_paar)
    if trace is not None:
        trace.append(NORM.traced(result, mensen=adults))
    return result


def _together(one: int, other: int, trace: list[Traced] | None) -> Cents:
    result = Cents(one + other)
    if trace is not None:
        trace.append(KOSTENDELERS_SAMEN.traced(result, een=one, ander=other))
    return result


def _norm_of_the_young(household: Household, young: int, p: P, trace: list[Traced] | None) -> Cents:
    mixed = household.partner_age is not None and young == 1
    if mixed and household.kostendelers:
        # Art. 22a lid 3: the young partner has a fixed norm and is not counted among those who share.
        fixed = (
            p.jonge_partner_kostendelen_kinderen if household.has_children else p.jonge_partner_kostendelen
        )
        return _together(kostendelersnorm_per_month(1 + household.kostendelers, p, trace), fixed, trace)
    if household.partner_age is None:
        result = p.norm_jongere
    elif mixed:
        result = p.norm_gemengd_paar_kinderen if household.has_children else p.norm_gemengd_paar
    else:
        result = p.norm_jong_paar_kinderen if household.has_children else p.norm_jong_paar
    if trace is not None:
        trace.append(JONGEREN.traced(result, jongeren=young))
    return Cents(result)


def _norm_beside_partner_without_right(household: Household, p: P, trace: list[Traced] | None) -> Cents:
    norm = _half_norm(household, p, trace)
    if not household.has_children:
        return norm
    # Art. 24a: this parent counts as having a partner, so the kindgebonden budget has no addition for one.
    result = Cents(norm + half_up(p.alleenstaande_ouder, MONTHS_IN_A_YEAR))
    if trace is not None:
        trace.append(OPHOGING.traced(result, norm=norm))
    return result


def _half_norm(household: Household, p: P, trace: list[Traced] | None) -> Cents:
    if household.age < p.leeftijd_volle_norm:
        couple = p.norm_jong_paar_kinderen if household.has_children else p.norm_jong_paar
    elif household.kostendelers:
        partner = int(household.partner_age is not None and household.partner_age >= p.leeftijd_volle_norm)
        return kostendelersnorm_per_month(1 + partner + household.kostendelers, p, trace)
    else:
        couple = p.norm_paar
    result = cents_of(couple * p.deel_met_niet_rechthebbende)
    if trace is not None:
        trace.append(NIET_RECHTHEBBENDE.traced(result, norm_paar=couple))
    return result
