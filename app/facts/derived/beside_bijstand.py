"""Derived facts about work beside bijstand: whether bijstand goes on, and which exemption is in force."""

from datetime import date

from app.condition import Value
from app.facts.derived.household import COUPLES, RATIO, huishouden
from app.facts.derived.model import Given, all_of, is_at_least
from app.facts.derived.work import leeftijd
from app.period import add_months

Bounds = tuple[int, int]
NEW = "34a"
"""The one exemption that takes the place of all others in 2027."""
WITHOUT_FIRST = frozenset({"lang", "op", "had_werk_al"})


def bijstand_bij_werk(given: Given) -> Value | None:
    """Return whether bijstand goes on beside this wage, stops, or may do either.

    The wage that is asked has no holiday pay in it and the norm has, so only what stays true with 8 percent
    more, or with the largest exemption, is said for certain; the municipality decides on what lies between.

    Source: Participatiewet art. 19, 31 lid 2 and 4, 32 and 34a (BWBR0015703).
    """
    wage, partner = given.number("nettoloon"), _partner_income(given)
    low, high = norm_bounds(given)
    least, most = (0, 0) if wage is None else _largest_exemption(given, wage)
    if wage is not None and wage - most + (partner or 0) >= high:
        return "stopt"
    if wage is None or partner is None:
        return None
    with_holiday_pay = (wage + partner) * (RATIO + given.law("minimumloon.vakantiebijslag")) // RATIO
    if with_holiday_pay < low:
        return "loopt_door"
    is_open = wage - least + partner >= high or not _household_is_known(given)
    return None if is_open else "misschien"


def _largest_exemption(given: Given, wage: int) -> Bounds:
    """Return the most that may be left out of count of this wage: at least, and at most, as far as is known.

    Source: Participatiewet art. 31 lid 2 onder n, r and y, and 34a (BWBR0015703).
    """
    found = [_exempt(given, wage, kind) for kind in _best_exemptions(given)]
    return min(found), max(found)


def _exempt(given: Given, wage: int, kind: str) -> int:
    """Return what one exemption leaves out of count: a part with a cap, or from 2027 one without."""
    if kind == NEW:
        return wage * given.law("participatiewet.nieuwe_vrijlating_deel") // RATIO
    part = wage * given.law(f"participatiewet.vrijlating_{kind}_deel") // RATIO
    return min(part, given.law(f"participatiewet.vrijlating_{kind}_maximum"))


def _best_exemptions(given: Given) -> tuple[str, ...]:
    """Return the exemptions of which one is the best that there is for this work."""
    old, first, agreed = oude_vrijlating(given), _has_first_exemption(given), given.value("afspraken_werk")
    later = ("y",) if agreed else ("y", "r") if agreed is None else ("r",)
    kinds = (() if first is False else ("n",)) + (() if first else later)
    if old is False:
        return (NEW,)
    return kinds if old else (*kinds, NEW)


def _has_first_exemption(given: Given) -> bool | None:
    """Whether the months of the first exemption are left, which is not for people under 27.

    Source: Participatiewet art. 31 lid 2 onder n and lid 5 (BWBR0015703).
    """
    used = given.value("vrijlating_tot_nu")
    left = None if used is None else used not in WITHOUT_FIRST
    return all_of(left, is_at_least(leeftijd(given), given.law("participatiewet.jongerenleeftijd")))


def _partner_income(given: Given) -> int | None:
    household = huishouden(given)
    if household is None:
        return None
    return given.number("inkomen_partner") if household in COUPLES else 0


def _household_is_known(given: Given) -> bool:
    """Whether nothing that is left to answer can change the norm."""
    return huishouden(given) is not None and leeftijd(given) is not None and _shares(given) is not None


def norm_bounds(given: Given) -> Bounds:
    """Return the lowest and the highest norm that this household can have, in euro cents per month.

    Source: Participatiewet art. 20, 21 and 22a (BWBR0015703). How many housemates share is not asked.
    """
    young, couple = given.law("participatiewet.norm_jongere"), given.law("participatiewet.norm_paar")
    household = huishouden(given)
    grown_up = is_at_least(leeftijd(given), given.law("participatiewet.leeftijd_volle_norm"))
    if household is None:
        return young, couple
    if household in COUPLES:
        low, high = _sharing(given, couple, adults=2)
        lowest = given.law("participatiewet.norm_jong_paar")
    else:
        low, high = _sharing(given, given.law("participatiewet.norm_alleenstaande"), adults=1)
        lowest = min(low, young)
    if grown_up is False:
        high = min(high, _highest_of_the_young(given, household))
    return low if grown_up else lowest, high


def _highest_of_the_young(given: Given, household: Value) -> int:
    """Return the norm under 21 with the raise for who has no parents to rely on, and the best partner.

    Source: Participatiewet art. 20 lid 1, 3 and 4 (BWBR0015703).
    """
    more = given.law("participatiewet.verhoging_jongere")
    if household not in COUPLES:
        return given.law("participatiewet.norm_jongere") + more
    ending = "_kinderen" if household == "paar_met_kinderen" else ""
    both = given.law(f"participatiewet.norm_jong_paar{ending}") + 2 * more
    return max(both, given.law(f"participatiewet.norm_gemengd_paar{ending}") + more)


def _shares(given: Given) -> bool | None:
    """Whether somebody in the house shares the costs: only who lives alone cannot have one."""
    return False if given.value("woonsituatie") == "alleen" else given.truth("huisgenoot_27")


def _sharing(given: Given, full: int, adults: int) -> Bounds:
    """Return the bounds of the norm of these adults together; one sharer is the least there can be."""
    shares = _shares(given)
    if shares is False:
        return full, full
    couple = given.law("participatiewet.norm_paar")
    lowest = couple * given.law("participatiewet.kostendelen_per_persoon") // RATIO
    one_sharer = given.law(f"participatiewet.norm_kostendeler_{adults + 1}")
    return adults * lowest, adults * one_sharer if shares else full


def norm_with_one_sharer(given: Given, adults: int) -> Bounds:
    """Return the bounds of the norm of grown-ups where at most one housemate shares the costs.

    Source: Participatiewet art. 21 and 22a (BWBR0015703).
    """
    full = given.law("participatiewet.norm_paar" if adults > 1 else "participatiewet.norm_alleenstaande")
    shared = adults * given.law(f"participatiewet.norm_kostendeler_{adults + 1}")
    shares = _shares(given)
    return full if shares is False else shared, shared if shares else full


def uitkering_onder_bijstand(given: Given) -> Value | None:
    """Return whether the lowest WW of this wage, with a partner's income, is certainly under bijstand.

    The tax of the benefit is not worked out: it is between none and the rate of the second band.

    Source: Werkloosheidswet art. 47 (BWBR0004045); Participatiewet art. 21 and 22a (BWBR0015703).
    """
    wage, partner, household = given.number("brutoloon"), _partner_income(given), huishouden(given)
    if household is None:
        return None
    lowest, highest = norm_with_one_sharer(given, adults=2 if household in COUPLES else 1)
    if (partner or 0) >= highest:
        return False
    if wage is None or partner is None:
        return None
    benefit = wage * given.law("ww.percentage_later") // RATIO
    benefit = benefit * (RATIO + given.law("minimumloon.vakantiebijslag")) // RATIO
    if benefit + partner < lowest:
        return True
    after_tax = benefit * (RATIO - given.law("inkomstenbelasting.schijf_2_tarief")) // RATIO
    return False if after_tax + partner >= highest else None


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
