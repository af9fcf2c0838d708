"""Wages by payment: what an employer withholds, the holiday pay of May, and the cost of getting there.

A monthly wage comes in the month itself, on a day that each employer sets. A four-weekly wage comes on the
last day of four weeks that are counted from the first working day.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from app.calculator.flow.payments import Entry, Pay
from app.calculator.flow.payments_plan import MAY, Plan, Stretch
from app.calculator.model import Job
from app.calculator.rounding import half_up
from app.calculator.rules.inkomstenbelasting import (
    P,
    algemene_heffingskorting_per_year,
    arbeidskorting_per_year,
    belasting_per_year,
)
from app.calculator.rules.loonheffing import Korting, loonheffing_per_four_weeks, loonheffing_per_month
from app.calculator.rules.minimumloon import vakantiebijslag_per_year
from app.calculator.rules.ww import Earned, Right, uitbetaald_per_month, uitkering_per_month
from app.period import FOUR_WEEKS_IN_A_YEAR, MONTHS_IN_A_YEAR

FOUR_WEEKS = timedelta(weeks=4)
LOON = Pay.LOON, Pay.LOON_PARTNER


def loon_entries(plan: Plan) -> list[Entry]:
    """Return the wages, holiday pay and travel costs of all adults, in every month of the plan."""
    return [
        entry
        for place in range(len(plan.situation.adults))
        for stretch in plan.work[place]
        for entry in _of(plan, place, stretch)
    ]


def has_korting_at_employer(plan: Plan, place: int, job: Job, at: int) -> bool:
    """Tell whether the employer takes off the loonheffingskorting, and not UWV: the one who pays most.

    Source: Wet LB 1964, art. 23 (BWBR0002471).
    """
    ww, law = plan.situation.adults[place].ww, plan.laws[plan.begin].ww
    if ww is None or (ww.last_day is not None and ww.last_day < plan.months[at].first_day):
        return True
    beside = uitkering_per_month(Right(ww.loon_per_month, ww.month), Earned(job.loon_per_month), law)
    return job.loon_per_month >= uitbetaald_per_month(beside, law)


def extra_tax(usual_per_year: int, extra: int, korting: Korting, p: P) -> int:
    """Return what is withheld from an extra payment: the tax that it adds to twelve usual months.

    The table for such payments looks at the wage of last year; over a whole year both come to the same.
    Source: Wet LB 1964, art. 26 (BWBR0002471).
    """

    def tax(inkomen: int) -> int:
        due: int = belasting_per_year(inkomen, p)
        if korting is not Korting.NONE:
            due -= algemene_heffingskorting_per_year(inkomen, p)
        if korting is Korting.WHITE:
            due -= arbeidskorting_per_year(inkomen, p)
        return max(0, due)

    return min(extra, tax(usual_per_year + extra) - tax(usual_per_year))


def _korting(plan: Plan, place: int, job: Job, at: int) -> Korting:
    return Korting.WHITE if has_korting_at_employer(plan, place, job, at) else Korting.NONE


def _of(plan: Plan, place: int, stretch: Stretch) -> Iterator[Entry]:
    if stretch.job.is_paid_per_four_weeks:
        yield from _four_weekly(plan, place, stretch)
    else:
        yield from _monthly(plan, place, stretch)
    if not stretch.job.is_all_in:
        yield from _holiday(plan, place, stretch)
    for at, (days, whole) in enumerate(stretch.days):
        if cost := half_up(stretch.job.reiskosten_per_month * days, whole):
            yield Entry(at=at, pay=Pay.REISKOSTEN, net=-cost, place=place)


def _monthly(plan: Plan, place: int, stretch: Stretch) -> Iterator[Entry]:
    job = stretch.job
    for at, (days, whole) in enumerate(stretch.days):
        if not days:
            continue
        loon = half_up(stretch.loon[at] * days, whole)
        fiscaal = max(0, loon - half_up(job.pensioenpremie_per_month * days, whole))
        net = fiscaal - loonheffing_per_month(
            fiscaal, _korting(plan, place, job, at), plan.laws[at].loonheffing
        )
        yield Entry(at=at, pay=LOON[place], net=net, place=place, bruto=fiscaal, arbeid=fiscaal)


def _four_weekly(plan: Plan, place: int, stretch: Stretch) -> Iterator[Entry]:
    job = stretch.job
    for day in _paydays(plan, stretch):
        at = plan.at(day.year, day.month)
        per_year = (stretch.loon[at] - job.pensioenpremie_per_month) * MONTHS_IN_A_YEAR
        fiscaal = half_up(max(0, per_year), FOUR_WEEKS_IN_A_YEAR)
        net = fiscaal - loonheffing_per_four_weeks(
            fiscaal, _korting(plan, place, job, at), plan.laws[at].loonheffing
        )
        yield Entry(at=at, pay=LOON[place], net=net, place=place, bruto=fiscaal, arbeid=fiscaal, day=day)


def _paydays(plan: Plan, stretch: Stretch) -> Iterator[date]:
    """Return the last day of each four weeks within the stretch."""
    first = plan.months[0].first_day
    day = plan.start - timedelta(1) - (plan.start - first) // FOUR_WEEKS * FOUR_WEEKS
    while day <= plan.months[-1].last_day:
        begun = stretch.begin is None or day - FOUR_WEEKS >= stretch.begin - timedelta(1)
        if day >= first and begun and (stretch.end is None or day <= stretch.end):
            yield day
        day += FOUR_WEEKS


def _holiday(plan: Plan, place: int, stretch: Stretch) -> Iterator[Entry]:
    """Return the holiday pay of every May, and what is left of it when a job ends.

    Source: WML, art. 15 and 17 (BWBR0002638).
    """
    job, built_up = stretch.job, 0
    for at, month in enumerate(plan.months):
        days, whole = stretch.days[at]
        loon = stretch.loon[at]
        # A job that was there already pays a whole year in the first May of the plan.
        built_up += half_up(loon * days, whole) * (1 if at else MONTHS_IN_A_YEAR)
        is_last = stretch.end is not None and month.first_day <= stretch.end <= month.last_day
        if not built_up or (month.number != MAY and not is_last):
            continue
        law = plan.laws[at]
        bruto = vakantiebijslag_per_year(built_up, law.minimumloon)
        usual = max(0, loon - job.pensioenpremie_per_month) * MONTHS_IN_A_YEAR
        net = bruto - extra_tax(usual, bruto, _korting(plan, place, job, at), law.belasting)
        yield Entry(at=at, pay=Pay.VAKANTIEGELD, net=net, place=place, bruto=bruto, arbeid=bruto)
        built_up = 0
