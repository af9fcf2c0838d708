"""Derived facts about an own business: enough hours, the age at which it ends, and time left to ask IOAZ."""

from app.condition import Value
from app.facts.derived.model import Given, span
from app.period import Month, add_months, months_between

WEEKS_PER_YEAR = 52


def urencriterium(given: Given) -> Value | None:
    """Return whether the hours in the business reach the yearly hours that the law asks for.

    Source: Bbz 2004 art. 1 onder b (BWBR0015711), which refers to Wet IB 2001 art. 3.6 (BWBR0011353).
    """
    hours = given.number("uren_bedrijf")
    return None if hours is None else hours * WEEKS_PER_YEAR >= given.law("bbz.urencriterium")


def leeftijd_bij_stoppen(given: Given) -> Value | None:
    """Return the age in whole years on the day the business ends; a span in the month of the birthday.

    Source: IOAZ art. 2 lid 1 (BWBR0004163).
    """
    born, ended = given.value("geboortemaand"), given.day_of("stopdatum_bedrijf")
    if not isinstance(born, Month) or ended is None:
        return None
    return span(months_between(born.last_day, ended) // 12, months_between(born.first_day, ended) // 12)


def aanvraagtijd_ioaz_voorbij(given: Given) -> Value | None:
    """Return whether IOAZ can no longer be asked: it can until three months after the business ended.

    Source: IOAZ art. 5 lid 2 onder 4 (BWBR0004163).
    """
    ended = given.day_of("stopdatum_bedrijf")
    return None if ended is None else given.day > add_months(ended, given.law("ioaz.aanvraagtermijn"))
