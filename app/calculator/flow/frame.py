"""What of a household does not change with its hours of work: worked out once, used for every hour."""

from datetime import date

import msgspec

from app.calculator.flow.law_on import Law
from app.calculator.model import Adult, Dwelling, Reason, Situation
from app.calculator.rules import huurtoeslag, kindgebonden_budget, toeslagenwet, zorgtoeslag
from app.calculator.rules.bijstand import Household, norm_per_month
from app.calculator.rules.huurtoeslag import Home, has_full_limit
from app.calculator.rules.kinderbijslag import kinderbijslag_per_month
from app.calculator.rules.kinderopvangtoeslag import Kosten, kosten_per_month
from app.calculator.rules.kindgebonden_budget import maximum_per_year
from app.calculator.rules.toeslagen import age_in_month
from app.calculator.rules.vermogen import Possessions, counted_vermogen
from app.calculator.rules.vrijlating import Vrijlating, Worker, vrijlating_of
from app.calculator.trace import Traced
from app.period import MONTHS_IN_A_YEAR, Month, months_between

ADULT = 18


class Frame(msgspec.Struct, frozen=True, kw_only=True):
    """The fixed part of a household on one day; every trace is what led to it."""

    situation: Situation
    law: Law
    norm: int
    norm_trace: tuple[Traced, ...]
    savings_above_limit: int
    exemptions: tuple[Vrijlating | None, ...]
    youngest: int | None
    """The age of the youngest child on 1 January."""
    kgb_maximum: int
    kgb_trace: tuple[Traced, ...]
    kgb_reason: Reason | None
    kinderbijslag: int
    kinderbijslag_trace: tuple[Traced, ...]
    zorg_reason: Reason | None
    huis: Home | None
    huur_reason: Reason | None
    opvang: Kosten | None
    opvang_trace: tuple[Traced, ...]
    opvang_per_month: int
    """What the childcare costs, whatever part of it counts."""
    tw_households: tuple[toeslagenwet.Household, ...]
    """The household as the Toeslagenwet sees it, from each adult who may have a benefit."""
    has_known_schemes: bool
    """Whether the amount of any scheme of the municipality is known, so that it can move the total."""


def frame_of(situation: Situation, law: Law) -> Frame:
    """Return the fixed part of a household; NotCovered for a household that the rules were not made for."""
    norm_trace: list[Traced] = []
    norm = norm_per_month(_household(situation, law), law.bijstand, norm_trace)
    minors = [child for child in situation.children if _age(child.born, law) < ADULT]
    above = counted_vermogen(
        Possessions(situation.savings),
        is_family=situation.partner is not None or bool(minors),
        p=law.vermogen,
        trace=norm_trace,
    )
    kgb_trace: list[Traced] = []
    birthdays = [age_in_month(child.born, Month(law.day.year, law.day.month)) for child in situation.children]
    maximum = maximum_per_year(
        [age for age in birthdays if age is not None],
        law.kindgebonden_budget,
        kgb_trace,
        has_partner=situation.partner is not None,
    )
    kb_trace: list[Traced] = []
    kinderbijslag = kinderbijslag_per_month(
        _ages_on_first_of_quarter(situation, law), law.kinderbijslag, kb_trace
    )
    opvang_trace: list[Traced] = []
    childcare = [child.opvang for child in situation.children if child.opvang]
    huis, huur_reason = _home(situation, law)
    return Frame(
        situation=situation,
        law=law,
        norm=norm,
        norm_trace=tuple(norm_trace),
        savings_above_limit=above,
        exemptions=tuple(_exemption(adult, situation, law) for adult in situation.adults),
        youngest=_youngest_on_1_january(situation, law),
        kgb_maximum=maximum,
        kgb_trace=tuple(kgb_trace),
        kgb_reason=_kgb_reason(situation, maximum, law),
        kinderbijslag=kinderbijslag,
        kinderbijslag_trace=tuple(kb_trace),
        zorg_reason=_zorg_reason(situation, law),
        huis=huis,
        huur_reason=huur_reason,
        opvang=kosten_per_month(childcare, law.kinderopvangtoeslag, opvang_trace) if childcare else None,
        opvang_trace=tuple(opvang_trace),
        opvang_per_month=sum(
            (each.uurprijs * each.uren_per_month + 50) // 100 for opvang in childcare for each in opvang
        ),
        tw_households=tuple(_tw_household(place, situation, law) for place in range(len(situation.adults))),
        has_known_schemes=any(
            each.per_year
            and each.first_day <= law.day
            and (each.last_day is None or law.day <= each.last_day)
            for scheme in law.schemes
            for each in scheme.amounts
        ),
    )


def _age(born: date, law: Law) -> int:
    return months_between(born, law.day) // MONTHS_IN_A_YEAR


def _household(situation: Situation, law: Law) -> Household:
    partner = situation.partner
    return Household(
        age=_age(situation.person.born, law),
        partner_age=None if partner is None else _age(partner.born, law),
        has_children=any(_age(child.born, law) < ADULT for child in situation.children),
        kostendelers=situation.home.kostendelers,
        without_parents=sum(
            adult.cannot_rely_on_parents and _age(adult.born, law) < law.bijstand.leeftijd_volle_norm
            for adult in situation.adults
        ),
    )


def _exemption(adult: Adult, situation: Situation, law: Law) -> Vrijlating | None:
    """Return the exemption of one adult; the first two of the law are the municipality's to grant."""
    if not adult.has_vrijlating:
        return None
    ages = [_age(child.born, law) for child in situation.children]
    is_single = situation.partner is None
    worker = Worker(
        age=_age(adult.born, law),
        youngest_child=min(ages) if ages and is_single else None,
        is_medisch_urenbeperkt=adult.is_medisch_urenbeperkt,
        has_loonkostensubsidie=adult.has_loonkostensubsidie
        or (adult.job is not None and adult.job.has_loonkostensubsidie),
        can_work_more=adult.can_work_more,
        months_used=adult.months_used,
    )
    return vrijlating_of(worker, law.vrijlating)


def _youngest_on_1_january(situation: Situation, law: Law) -> int | None:
    new_year = law.day.replace(month=1, day=1)
    ages = [months_between(child.born, new_year) // MONTHS_IN_A_YEAR for child in situation.children]
    return max(0, min(ages)) if ages else None


def _ages_on_first_of_quarter(situation: Situation, law: Law) -> list[int]:
    first = law.day.replace(month=(law.day.month - 1) // 3 * 3 + 1, day=1)
    return [
        months_between(child.born, first) // MONTHS_IN_A_YEAR
        for child in situation.children
        if child.born <= first
    ]


def _kgb_reason(situation: Situation, maximum: int, law: Law) -> Reason | None:
    if not maximum:
        return Reason.NO_CHILDREN
    within = kindgebonden_budget.is_within_vermogen(
        situation.savings, law.kindgebonden_budget, has_partner=situation.partner is not None
    )
    return None if within else Reason.SAVINGS_TOO_HIGH


def _zorg_reason(situation: Situation, law: Law) -> Reason | None:
    if not situation.is_insured:
        return Reason.NOT_INSURED
    within = zorgtoeslag.is_within_vermogen(
        situation.savings, law.zorgtoeslag, has_partner=situation.partner is not None
    )
    return None if within else Reason.SAVINGS_TOO_HIGH


def _home(situation: Situation, law: Law) -> tuple[Home | None, Reason | None]:
    """Return the rented home as huurtoeslag sees it, or why there is none."""
    home = situation.home
    if home.dwelling is not Dwelling.HUUR:
        return None, Reason.NO_RENTED_HOME
    if home.medebewoners and home.medebewoners_per_year is None:
        return None, Reason.HOUSEMATES_UNKNOWN
    has_partner = situation.partner is not None
    if not huurtoeslag.is_within_vermogen(situation.savings, (), law.huurtoeslag, has_partner=has_partner):
        return None, Reason.SAVINGS_TOO_HIGH
    full = has_full_limit(
        [_age(adult.born, law) for adult in situation.adults],
        law.huurtoeslag,
        # A medebewoner of 21 or older is enough as well, and who shares the costs is 27 or older.
        with_child=bool(situation.children) or home.kostendelers > 0,
        with_handicap=False,
    )
    persons = len(situation.adults) + len(situation.children) + home.medebewoners
    return Home(home.kale_huur_per_month, persons, full), None


def _tw_household(place: int, situation: Situation, law: Law) -> toeslagenwet.Household:
    adult, others = situation.adults[place], [*situation.adults[:place], *situation.adults[place + 1 :]]
    ages = [_age(child.born, law) for child in situation.children]
    return toeslagenwet.Household(
        age=_age(adult.born, law),
        partner_born=others[0].born if others else None,
        youngest_child=min(ages) if ages else None,
        shares_home=situation.home.kostendelers > 0,
    )
