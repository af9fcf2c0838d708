"""Bijstand and its exemptions again, from the Participatiewet."""

from datetime import date
from fractions import Fraction

from tests.calculator.naive.law import law, nearest_cent

NOTHING = Fraction(0)


def norm(ages: list[int], day: date, *, children: bool, sharing: int, without_parents: int = 0) -> Fraction:
    """Art. 20, 21 and 22a: everyone of the household has a right to bijstand and is under the AOW age."""
    full = law("participatiewet.leeftijd_volle_norm", day)
    young = [age for age in ages if age < full]
    if not young:
        return norm_of_adults(len(ages), sharing, day)
    amount = norm_of_young(len(ages), len(young), day, children=children, sharing=sharing)
    raised = amount + without_parents * law("participatiewet.verhoging_jongere", day)
    return max(amount, min(raised, norm_of_adults(len(ages), sharing, day)))


def norm_of_adults(adults: int, sharing: int, day: date) -> Fraction:
    """Art. 21 and 22a lid 1 and 2."""
    couple = law("participatiewet.norm_paar", day)
    if sharing == 0:
        return couple if adults == 2 else law("participatiewet.norm_alleenstaande", day)
    return adults * share(adults + sharing, day)


def share(people: int, day: date) -> Fraction:
    """Art. 22a lid 1: (40 % + A x 30 %) / A x B, to the cent."""
    part = law("participatiewet.kostendelen_vast", day)
    part += people * law("participatiewet.kostendelen_per_persoon", day)
    return nearest_cent(part / people * law("participatiewet.norm_paar", day))


def norm_of_young(people: int, young: int, day: date, *, children: bool, sharing: int) -> Fraction:
    """Art. 20 and 22a lid 3."""
    tail = "_kinderen" if children else ""
    if people == 1:
        return law("participatiewet.norm_jongere", day)
    if young == 2:
        return law(f"participatiewet.norm_jong_paar{tail}", day)
    if sharing:
        return law(f"participatiewet.jonge_partner_kostendelen{tail}", day) + share(1 + sharing, day)
    return law(f"participatiewet.norm_gemengd_paar{tail}", day)


def exempt(earnings: Fraction, kind: str, day: date) -> Fraction:
    """Art. 31 lid 2 and art. 34a: a part of the earnings, until 2027 with a maximum, to the cent."""
    part = nearest_cent(earnings * law(f"participatiewet.vrijlating_{kind}_deel", day))
    if kind.startswith("34a"):
        return part
    return min(part, law(f"participatiewet.vrijlating_{kind}_maximum", day))


def beside(earnings: Fraction, kind: str | None, norm: Fraction, day: date) -> Fraction:
    """Art. 19 lid 2: the norm less the earnings that are not exempt."""
    counted = earnings - (exempt(earnings, kind, day) if kind else NOTHING)
    return norm - counted if counted < norm else NOTHING


def holiday(bijstand: Fraction, day: date) -> Fraction:
    """Art. 19 lid 3."""
    return nearest_cent(bijstand * law("participatiewet.vakantietoeslag", day))
