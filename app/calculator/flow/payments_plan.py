"""The months that a calendar works out, with the law and the work of each.

It begins in May of the year before: all holiday pay of the first year is built up after that. Those months
are as the household is now, ages too, under the law of the first year.
"""

from collections.abc import Callable, Iterator
from datetime import date, timedelta

import msgspec

from app.calculator.flow.law_on import Law
from app.calculator.model import Adult, Job, Situation
from app.calculator.rounding import half_up
from app.calculator.rules.minimumloon import maandloon_per_month, minimumloon_per_hour
from app.period import MONTHS_IN_A_YEAR, Month, add_months, months_between

MAY, JUNE = 5, 6
MONTHS_SHOWN = 12


class Stretch(msgspec.Struct, frozen=True):
    """A job with its first and last day; nothing where that lies outside the plan.

    By month: its wage for the whole month in cents, and how many days of it are worked of how many.
    """

    job: Job
    begin: date | None
    end: date | None
    loon: tuple[int, ...]
    days: tuple[tuple[int, int], ...]


class Plan(msgspec.Struct, frozen=True, kw_only=True):
    """A household, the work it begins, and the months with their law; `begin` is the place of the first."""

    situation: Situation
    job: Job | None
    start: date
    months: tuple[Month, ...]
    laws: tuple[Law, ...]
    begin: int
    work: tuple[tuple[Stretch, ...], ...] = ()
    """The jobs of each adult."""

    def at(self, year: int, number: int) -> int:
        """Return the place of a month among the months."""
        first = self.months[0]
        return (year - first.year) * MONTHS_IN_A_YEAR + number - first.number

    def in_year(self, year: int) -> range:
        """Return the places of the months of a year."""
        return range(self.at(year, 1), self.at(year + 1, 1))

    @property
    def years(self) -> range:
        """The calendar years that are worked out whole."""
        return range(self.start.year, self.months[-1].year)


def plan_of(situation: Situation, job: Job | None, start: date, law_for: Callable[[date], Law]) -> Plan:
    """Return the months from May before the year of the start to the January after the last year.

    What is paid in December for that January needs it.
    """
    first = date(start.year - 1, MAY, 1)
    last = add_months(start.replace(day=1), MONTHS_SHOWN - 1)
    days = [add_months(first, n) for n in range((last.year - first.year + 1) * MONTHS_IN_A_YEAR - MAY + 2)]
    plan = Plan(
        situation=situation,
        job=job,
        start=start,
        months=tuple(Month(day.year, day.month) for day in days),
        laws=_laws(days, start.replace(day=1), last, law_for),
        begin=months_between(first, start),
    )
    work = tuple(tuple(_stretches(plan, place)) for place in range(len(situation.adults)))
    return msgspec.structs.replace(plan, work=work)


def _laws(days: list[date], first: date, last: date, law_for: Callable[[date], Law]) -> tuple[Law, ...]:
    """Return the law of every month; ages are those of the first month before it, of the last shown after it.

    So no birthday outside the twelve months makes the household one that is not covered.
    """
    earliest = date(first.year, 1, 1)
    known: dict[date, Law] = {}
    for day in days:
        of, seen = max(day, earliest), min(max(day, first), last)
        if of not in known:
            law = law_for(of)
            known[of] = law if law.day == seen else msgspec.structs.replace(law, day=seen)
    return tuple(known[max(day, earliest)] for day in days)


def _stretches(plan: Plan, place: int) -> Iterator[Stretch]:
    """Return the work of one adult: that of now, and for the person the job that takes its place."""
    adult = plan.situation.adults[place]
    found: list[tuple[Job | None, date | None, date | None]] = [(adult.job, None, None)]
    if place == 0 and adult.job != plan.job:
        found = [(adult.job, None, plan.start - timedelta(1)), (plan.job, plan.start, None)]
    for job, begin, end in found:
        if job is not None and job.loon_per_month:
            days = tuple(_days_in(month, begin, end) for month in plan.months)
            yield Stretch(job, begin, end, _loon(plan, adult, job), days)


def _days_in(month: Month, begin: date | None, end: date | None) -> tuple[int, int]:
    opening, closing = month.first_day, month.last_day
    first = opening if begin is None else max(begin, opening)
    last = closing if end is None else min(end, closing)
    return max(0, (last - first).days + 1), closing.day


def _loon(plan: Plan, adult: Adult, job: Job) -> tuple[int, ...]:
    """Return the wage of every whole month, in cents; a minimum wage moves with the law and with age.

    Source: WML, art. 7 and 8 (BWBR0002638).
    """
    usual = _minimum(adult, plan.laws[plan.begin])
    if job.uurloon != usual:
        return (job.loon_per_month,) * len(plan.months)
    minimum = (_minimum(adult, law) for law in plan.laws)
    return tuple(
        job.loon_per_month if now == usual else maandloon_per_month(now, job.uren_per_week) for now in minimum
    )


def _minimum(adult: Adult, law: Law) -> int:
    return minimumloon_per_hour(months_between(adult.born, law.day) // MONTHS_IN_A_YEAR, law.minimumloon)


def parts(plan: Plan, place: int, at: int) -> Iterator[Job]:
    """Return the jobs of one adult in a month; of a job for part of it that part of the wage, by days."""
    for stretch in plan.work[place]:
        days, whole = stretch.days[at]
        if days:
            job = stretch.job
            yield msgspec.structs.replace(
                job,
                loon_per_month=half_up(stretch.loon[at] * days, whole),
                pensioenpremie_per_month=half_up(job.pensioenpremie_per_month * days, whole),
                reiskosten_per_month=half_up(job.reiskosten_per_month * days, whole),
            )


def job_in(plan: Plan, place: int, at: int) -> Job | None:
    """Return all work of one adult in a month as one job."""
    found = list(parts(plan, place, at))
    if len(found) < 2:
        return found[0] if found else None
    return msgspec.structs.replace(
        found[-1],
        loon_per_month=sum(each.loon_per_month for each in found),
        pensioenpremie_per_month=sum(each.pensioenpremie_per_month for each in found),
    )
