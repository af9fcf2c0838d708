"""Work that is looked at: from what was answered about it to a job, whichever way the pay was told."""

from datetime import date

import msgspec

from app.calculator.flow.law_on import Law
from app.calculator.model import Adult, Child, Job, Situation
from app.calculator.rules.kinderopvangtoeslag import Opvang, Soort
from app.calculator.rules.loonheffing import Korting, loon_of_netto_per_month
from app.calculator.rules.minimumloon import maandloon_per_month, minimumloon_per_hour
from app.condition import Missing
from app.facts.model import Amount
from app.facts.values import Answer, Answers
from app.money import Cents
from app.period import MONTHS_IN_A_YEAR, Period, months_between, per_month

HOURS_WHEN_UNKNOWN = 2_400
"""Three days a week: where the picture of all hours begins for who does not know the hours yet, no law."""


class Offer(msgspec.Struct, frozen=True):
    """A job with the household as it is beside that job: its childcare, whether hours are limited."""

    job: Job
    situation: Situation
    is_minimum_wage: bool
    is_under_minimum_wage: bool
    are_hours_unknown: bool = False


def minimum_per_hour(born: date, law: Law) -> Cents:
    """Return the minimum wage per hour of somebody of this age, in cents without holiday pay."""
    return minimumloon_per_hour(months_between(born, law.day) // MONTHS_IN_A_YEAR, law.minimumloon)


def offer_of(answers: Answers, situation: Situation, law: Law) -> Offer:
    """Return the job that these answers tell of, and the situation with its childcare.

    Pay per hour, per month or per four weeks, before or after tax, leads to one wage per month.
    """
    told = {fact: answer for fact, answer in answers.items() if not isinstance(answer, Missing)}
    hours = _whole(told.get("werk_uren")) or HOURS_WHEN_UNKNOWN
    least = minimum_per_hour(situation.person.born, law)
    pay = told.get("werk_loon")
    uurloon = _uurloon(pay, told, least)
    loon = maandloon_per_month(uurloon, hours) if uurloon is not None else _per_month(pay)
    premium = _per_month(told.get("werk_pensioen"))
    is_net = told.get("werk_netto") == "netto" and pay is not None
    if is_net:
        # A premium is taken off before tax: the wage behind a net amount is that much higher.
        loon = loon_of_netto_per_month(loon, Korting.WHITE, law.loonheffing) + premium
    job = Job(
        loon_per_month=loon,
        uren_per_week=hours,
        uurloon=None if is_net else uurloon,
        is_all_in=told.get("werk_vakantiegeld") is True,
        pensioenpremie_per_month=premium,
        reiskosten_per_month=_per_month(told.get("werk_reis")),
        is_paid_per_four_weeks=isinstance(pay, Amount) and pay.period is Period.FOUR_WEEKS,
    )
    return Offer(
        job=job,
        situation=_beside(told, situation, law),
        is_minimum_wage=pay is None,
        are_hours_unknown="werk_uren" not in told,
        is_under_minimum_wage=pay is not None and loon < maandloon_per_month(least, hours),
    )


def _uurloon(pay: Answer | None, told: Answers, least: Cents) -> int | None:
    if not isinstance(pay, Amount):
        return least
    return pay.cents if pay.period is Period.HOUR else None


def _per_month(pay: Answer | None) -> int:
    return per_month(Cents(pay.cents), pay.period) if isinstance(pay, Amount) else 0


def _whole(answer: Answer | None) -> int:
    return answer if isinstance(answer, int) and not isinstance(answer, bool) else 0


def _beside(told: Answers, situation: Situation, law: Law) -> Situation:
    """Return the household with the childcare and the limit of hours that go with this work."""
    person: Adult = situation.person
    person = msgspec.structs.replace(
        person,
        is_medisch_urenbeperkt=told.get("werk_urenbeperkt") is True,
        has_loonkostensubsidie=told.get("werk_subsidie") is True,
    )
    soort = told.get("opvang_soort")
    hours = _whole(told.get("opvang_uren"))
    if soort not in {each.value for each in Soort} or not hours:
        return msgspec.structs.replace(situation, person=person)
    kind = Soort(str(soort))
    highest = {
        Soort.DAGOPVANG: law.kinderopvangtoeslag.uurprijs_dagopvang,
        Soort.BSO: law.kinderopvangtoeslag.uurprijs_bso,
        Soort.GASTOUDER: law.kinderopvangtoeslag.uurprijs_gastouder,
    }
    price = told.get("opvang_prijs")
    per_hour = price.cents if isinstance(price, Amount) else highest[kind]
    number = _whole(told.get("opvang_kinderen")) or 1
    opvang = (Opvang(kind, hours, per_hour),)
    youngest = sorted(situation.children, key=lambda child: child.born, reverse=True)[:number]
    children = tuple(Child(child.born, opvang if child in youngest else ()) for child in situation.children)
    return msgspec.structs.replace(situation, person=person, children=children)
