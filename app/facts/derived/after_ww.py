"""Derived facts about a WW that ends: the age at its begin and end, and which benefit may come after it."""

from datetime import date

from app.condition import Value
from app.facts.derived.beside_bijstand import norm_with_one_sharer
from app.facts.derived.household import COUPLES, huishouden, vermogen_onder_grens
from app.facts.derived.model import Given, all_of, is_at_least, is_not, span
from app.facts.derived.work import leeftijd
from app.period import Month, add_months, months_between

MONTHS_PER_YEAR = 12


def leeftijd_einde_ww(given: Given) -> Value | None:
    """Return the age in whole years on the last day of the WW; a wide span while that day is not known.

    Source: Werkloosheidswet art. 42 (BWBR0004045): a WW lasts two years at most, so its end is near.
    """
    born = given.value("geboortemaand")
    if not isinstance(born, Month):
        return None
    first, last = _end_of_ww(given)
    low, high = months_between(born.last_day, first), months_between(born.first_day, last)
    return span(low // MONTHS_PER_YEAR, high // MONTHS_PER_YEAR)


def _end_of_ww(given: Given) -> tuple[date, date]:
    """Return the first and the last day that may be the end of the WW."""
    end = given.day_of("einddatum_ww")
    if end is not None:
        return end, end
    longest = given.law("ww.maximale_duur")
    # The question takes whole calendar years, so a year more than the longest WW covers every answer.
    return add_months(given.day, -longest), add_months(given.day, longest + MONTHS_PER_YEAR)


def leeftijd_maanden_begin_ww(given: Given) -> Value | None:
    """Return the age in whole months on the first day of the WW; never more than at its end.

    Source: Wet inkomensvoorziening oudere werklozen art. 2 (BWBR0024394): 60 years and 4 months.
    """
    born, begin = given.value("geboortemaand"), given.day_of("begindatum_ww")
    if not isinstance(born, Month):
        return None
    if begin is None:
        return span(0, max(0, months_between(born.first_day, _end_of_ww(given)[1])))
    return span(months_between(born.last_day, begin), months_between(born.first_day, begin))


def recht_iow(given: Given) -> Value | None:
    """Return whether IOW can follow: old enough on the first day, a WW longer than three months, in time.

    Source: Wet inkomensvoorziening oudere werklozen art. 2 (BWBR0024394).
    """
    return _iow(given)


def _iow(given: Given) -> bool | None:
    old_enough = is_at_least(leeftijd_maanden_begin_ww(given), given.law("iow.leeftijd_maanden"))
    if old_enough is False:
        return False  # Nearly everybody: this is worked out at every answer, so it has to be quick.
    begin = given.day_of("begindatum_ww")
    in_time = None if begin is None else begin < given.law_day("iow.einddatum")
    return all_of(old_enough, _longer_than_basic(given), in_time, _before_aow(given))


def recht_ioaw(given: Given) -> Value | None:
    """Return whether IOAW can follow: no IOW, born before 1965, unemployed after 50, WW over three months.

    Source: IOAW art. 2 (BWBR0004044). What partners earn is a test of the benefit, not of this group.
    """
    return _ioaw(given, _iow(given))


def _ioaw(given: Given, iow: bool | None) -> bool | None:
    born = given.value("geboortemaand")
    early = born.last_day < given.law_day("ioaw.geboren_voor") if isinstance(born, Month) else None
    if early is False or iow is True:
        return False
    old_enough = is_at_least(leeftijd_maanden_begin_ww(given), given.law("ioaw.leeftijd_maanden"))
    return all_of(early, is_not(iow), old_enough, _longer_than_basic(given), _before_aow(given))


def bijstand_na_ww_kan(given: Given) -> Value | None:
    """Return whether bijstand can follow: no older people's benefit, and partner, savings and age allow it.

    Source: Participatiewet art. 11, 13, 15, 19, 20, 21 and 34 (BWBR0015703).
    """
    savings, partner = vermogen_onder_grens(given), partner_leaves_room(given)
    if savings is False or partner is False:
        return False
    iow = _iow(given)
    return all_of(
        is_not(iow),
        is_not(_ioaw(given, iow)),
        partner,
        savings is True or None,
        is_at_least(leeftijd(given), given.law("participatiewet.leeftijd_vanaf")),
        _before_aow(given),
    )


def partner_laat_ruimte(given: Given) -> Value | None:
    """Return whether there is a partner who earns less than bijstand for two.

    Source: Participatiewet art. 19, 20 and 21b (BWBR0015703).
    """
    household = huishouden(given)
    return False if household is not None and household not in COUPLES else partner_leaves_room(given)


def partner_leaves_room(given: Given) -> bool | None:
    """Return whether what a partner earns is under the norm; between the norms that may hold it stays open.

    Source: Participatiewet art. 19, 20, 21b and 22a (BWBR0015703): who shares the costs lowers the norm.
    """
    household, income = huishouden(given), given.number("inkomen_partner")
    if household is not None and household not in COUPLES:
        return True
    if household is None or income is None:
        return None
    lowest, highest = norm_with_one_sharer(given, adults=2)
    if income >= highest:
        return False
    grown_up = is_at_least(leeftijd(given), given.law("participatiewet.leeftijd_volle_norm"))
    return True if income < (lowest if grown_up else given.law("participatiewet.norm_jong_paar")) else None


def _longer_than_basic(given: Given) -> bool | None:
    months = given.number("duur_ww_maanden")
    return None if months is None else months > given.law("ww.basisduur")


def _before_aow(given: Given) -> bool | None:
    return is_not(is_at_least(leeftijd_einde_ww(given), given.law("aow.leeftijd")))
