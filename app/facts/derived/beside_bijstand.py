"""Derived facts about work beside bijstand: whether bijstand goes on, and which exemption is in force."""

from datetime import date

from app.condition import Value
from app.facts.derived.household import COUPLES, RATIO, SHARED_HOMES, huishouden
from app.facts.derived.model import Given, is_at_least
from app.facts.derived.work import leeftijd
from app.period import add_months

Bounds = tuple[int, int]


def bijstand_bij_werk(given: Given) -> Value | None:
    """Return whether bijstand goes on beside this wage, stops, or may do either.

    The wage that is asked has no holiday pay in it and the norm has, so only what stays true with 8 percent
    more, or with the largest exemption, is said for certain; the municipality decides on what lies between.

    Source: Participatiewet art. 19, 31 lid 2 and 4, 32 and 34a (BWBR0015703).
    """
    wage, partner = given.number("nettoloon"), _partner_income(given)
    low, high = norm_bounds(given)
    if wage is not None and wage - _largest_exemption(given, wage) + (partner or 0) >= high:
        return "stopt"
    if wage is None or partner is None:
        return None
    with_holiday_pay = (wage + partner) * (RATIO + given.law("minimumloon.vakantiebijslag")) // RATIO
    if with_holiday_pay < low:
        return "loopt_door"
    return "misschien" if _household_is_known(given) else None


def _largest_exemption(given: Given, wage: int) -> int:
    """Return the most that any rule may leave out of count: 25 percent with a cap, or 15 without one."""
    part = wage * given.law("participatiewet.vrijlating_n_deel") // RATIO
    new = wage * given.law("participatiewet.nieuwe_vrijlating_deel") // RATIO
    return max(min(part, given.law("participatiewet.vrijlating_n_maximum")), new)


def _partner_income(given: Given) -> int | None:
    household = huishouden(given)
    if household is None:
        return None
    return given.number("inkomen_partner") if household in COUPLES else 0


def _household_is_known(given: Given) -> bool:
    """Whether nothing that is left to answer can change the norm."""
    shares = given.value("woonsituatie") not in SHARED_HOMES or given.truth("huisgenoot_27") is not None
    return huishouden(given) is not None and leeftijd(given) is not None and shares


def norm_bounds(given: Given) -> Bounds:
    """Return the lowest and the highest norm that this household can have, in euro cents per month.

    Source: Participatiewet art. 20, 21 and 22a (BWBR0015703). How many housemates share is not asked.
    """
    single, couple = given.law("participatiewet.norm_alleenstaande"), given.law("participatiewet.norm_paar")
    young = given.law("participatiewet.norm_jongere")
    household = huishouden(given)
    grown_up = is_at_least(leeftijd(given), given.law("participatiewet.leeftijd_volle_norm")) is True
    if household is None:
        return young, couple
    if household in COUPLES:
        return couple if grown_up else given.law("participatiewet.norm_jong_paar"), couple
    low, high = _sharing(given, single)
    return low if grown_up else min(low, young), high


def _sharing(given: Given, single: int) -> Bounds:
    shares = given.truth("huisgenoot_27") if given.value("woonsituatie") in SHARED_HOMES else False
    if shares is False:
        return single, single
    couple = given.law("participatiewet.norm_paar")
    lowest = couple * given.law("participatiewet.kostendelen_per_persoon") // RATIO
    return lowest, given.law("participatiewet.norm_kostendeler_2") if shares else single


def oude_vrijlating(given: Given) -> Value | None:
    """Return whether the exemptions of 2026 still count on the day, or on the first day of work if later.

    Source: Participatiewet art. 31 lid 2 onder n, r, z and aa (BWBR0015703), until article 34a is in force.
    """
    start = given.day_of("startdatum_werk")
    until = given.law_day("participatiewet.nieuwe_vrijlating_vanaf")
    if given.day >= until:
        return False
    return None if start is None else start < until


def begin_nieuwe_vrijlating(given: Given) -> Value | None:
    """Return the first day on which article 34a can count for this work.

    Source: Participatiewet in balans, art. 34a (BWBR0051679).
    """
    start = given.day_of("startdatum_werk")
    return None if start is None else max(start, given.law_day("participatiewet.nieuwe_vrijlating_vanaf"))


def nieuwe_vrijlating(given: Given) -> Value | None:
    """Return whether article 34a counts on the day, or on the first day of work if that is later.

    Source: Participatiewet in balans, art. 34a (BWBR0051679): twelve months, and not before 2027.
    """
    start, begins = given.day_of("startdatum_werk"), begin_nieuwe_vrijlating(given)
    if start is None or not isinstance(begins, date):
        return None
    ends = add_months(begins, given.law("participatiewet.nieuwe_vrijlating_maanden"))
    return begins <= max(given.day, start) and given.day < ends


def inkomen_onder_110(given: Given) -> Value | None:
    """Return whether the income together is at most 110 percent of the norm without holiday pay.

    Source: Verordening individuele inkomenstoeslag Zwolle 2019 (CVDR626245).
    """
    return _at_most(given, "inkomenstoeslag.inkomensgrens")


def inkomen_onder_130(given: Given) -> Value | None:
    """Return whether the income together is at most 130 percent of the norm without holiday pay.

    Source: the rules of Zwolle for low incomes (CVDR647128); the norm is that of the Participatiewet.
    """
    return _at_most(given, "minima.inkomensgrens")


def _at_most(given: Given, share: str) -> bool | None:
    income = given.number("inkomen_samen")
    if income is None:
        return None
    norms = [_without_holiday_pay(given, norm) for norm in norm_bounds(given)]
    within = {income <= norm * given.law(share) // RATIO for norm in norms}
    return within.pop() if len(within) == 1 else None


def _without_holiday_pay(given: Given, norm: int) -> int:
    return norm * (RATIO - given.law("participatiewet.vakantietoeslag")) // RATIO
