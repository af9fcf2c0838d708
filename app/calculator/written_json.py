"""A whole result as JSON: what there is now, what every offer leaves and what follows from it, the stamp.

Amounts are cents unless their name says euros.
"""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Any

import msgspec

from app.calculator.flow.budget import budget
from app.calculator.flow.compare import Offered, offered
from app.calculator.flow.earnings import wage_year
from app.calculator.flow.frame import Frame, frame_of
from app.calculator.flow.law_on import Law, Stamp, stamp_of
from app.calculator.flow.months import calendar
from app.calculator.flow.not_reported import paid_back
from app.calculator.flow.payments import Calendar
from app.calculator.flow.sweep import sweep
from app.calculator.flow.swing import swing
from app.calculator.flow.to_do import Begin, ToDo, to_do
from app.calculator.flow.unknown import range_over
from app.calculator.flow.way_back import lost_job, ways_back
from app.calculator.model import Budget, Job, Situation
from app.calculator.not_covered import NotCovered
from app.calculator.rules.minimumloon import HUNDREDTHS
from app.calculator.situation_json import Asked
from app.calculator.unknown_json import variants_of
from app.calculator.written_budget import (
    About,
    BudgetJson,
    Difference,
    JobThen,
    about_json,
    budget_json,
    difference_json,
    job_json,
)
from app.calculator.written_flow import (
    CalendarJson,
    LostJson,
    NotReported,
    RangeJson,
    SweepJson,
    SwingJson,
    WayBackJson,
    calendar_json,
    lost_json,
    not_reported_json,
    range_json,
    sweep_json,
    swing_json,
    way_back_json,
)
from app.catalogue.model import Item
from app.period import MONTHS_IN_A_YEAR, add_months

MONTHS_NOT_REPORTED = 6
"""For how long the result says what would have to be paid back, as the page does."""


class BriefThen(msgspec.Struct, frozen=True, kw_only=True):
    """The same household with other work."""

    job: JobThen
    budget: BudgetJson
    difference: Difference


class Then(BriefThen, frozen=True, kw_only=True):
    """The same household with other work, and everything that follows from it.

    No `sweep` for pay without hours, or of less than a cent an hour. No `calendar` where other rules begin
    within the year: why not stands beside it. No `range` where nothing was called unknown.
    """

    sweep: SweepJson | None
    calendar: CalendarJson | None
    calendar_not_covered: str | None
    swing: SwingJson
    ways_back: tuple[WayBackJson, ...]
    lost: LostJson
    not_reported: NotReported
    to_do: tuple[ToDo, ...]
    range: RangeJson | None


class Result(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that is worked out of one situation; the range is that of what there is now."""

    stamp: Stamp
    now: BudgetJson
    range: RangeJson | None
    start: date | None
    is_start_known: bool
    then: tuple[BriefThen, ...]
    parameters: dict[str, About]


class Around(msgspec.Struct, frozen=True):
    """What lies around a situation: the law of every day, and the support that exists.

    A brief result has the budgets only.
    """

    law_of: Callable[[date], Law]
    items: Mapping[str, Item] = {}
    is_brief: bool = False


class _Beside(msgspec.Struct, frozen=True):
    """What every offer is laid beside: the household, its budget of now, the first day of work."""

    asked: Asked
    now: Budget
    start: date
    around: Around

    @property
    def law(self) -> Law:
        return self.asked.law


def result_of(asked: Asked, around: Around) -> Result:
    """Return everything that is worked out; NotCovered for a household that the rules were not made for."""
    law = asked.law
    now = budget(asked.situation, law)
    beside = _Beside(asked, now, asked.start or _next_month(law.day), around)
    found = [_offered(job, beside) for job in asked.offers]
    write = _brief if around.is_brief else _whole
    return Result(
        stamp=stamp_of(law),
        now=budget_json(now, law),
        range=_range_now(asked),
        start=beside.start if asked.offers else None,
        is_start_known=asked.start is not None,
        then=tuple(write(frame, each, beside) for frame, each in found),
        parameters=about_json([now, *(each.budget for _, each in found)], law),
    )


def written(asked: Asked, around: Around) -> bytes:
    """Return everything that is worked out, as one line of JSON."""
    return msgspec.json.encode(result_of(asked, around))


def in_other_work(situation: Situation, job: Job) -> Situation:
    """Return the household with other work of the person, on which an exemption may hang."""
    return msgspec.structs.replace(situation, person=msgspec.structs.replace(situation.person, job=job))


def _next_month(day: date) -> date:
    return add_months(day.replace(day=1), 1)


def _offered(job: Job, beside: _Beside) -> tuple[Frame, Offered]:
    """Return the fixed part beside a job, with the work of now to count its hours from, and the budget."""
    situation = beside.asked.situation
    frame = frame_of(in_other_work(situation, job), beside.law)
    frame = msgspec.structs.replace(frame, situation=situation)
    return frame, offered(frame, job, beside.now)


def _brief(_frame: Frame, found: Offered, beside: _Beside) -> BriefThen:
    return BriefThen(
        job=job_json(found.job),
        budget=budget_json(found.budget, beside.law),
        difference=difference_json(beside.now, found),
    )


def _whole(frame: Frame, found: Offered, beside: _Beside) -> Then:
    job, now = found.job, beside.now
    brief = _brief(frame, found, beside)
    months, not_covered = _calendar(job, beside)
    return Then(
        job=brief.job,
        budget=brief.budget,
        difference=brief.difference,
        sweep=sweep_json(sweep(frame, job, now.per_month)) if _goes_with_hours(job) else None,
        calendar=None if months is None else calendar_json(months),
        calendar_not_covered=not_covered,
        swing=swing_json(swing(frame, job), job.uren_per_week),
        ways_back=_ways_back(job, beside),
        lost=_lost(job, beside),
        not_reported=not_reported_json(
            paid_back(now, found.budget, MONTHS_NOT_REPORTED), MONTHS_NOT_REPORTED
        ),
        to_do=_to_do(found, months, beside),
        range=_range_then(job, beside.asked),
    )


def _goes_with_hours(job: Job) -> bool:
    """Whether every hour more is a cent more at least: without hours or pay there is nothing to sweep."""
    if job.uurloon is not None or not job.uren_per_week:
        return job.uurloon is not None
    return job.loon_per_month * HUNDREDTHS >= job.uren_per_week


def _calendar(job: Job, beside: _Beside) -> tuple[Calendar | None, str | None]:
    try:
        return calendar(beside.asked.situation, job, beside.start, beside.around.law_of), None
    except NotCovered as error:
        return None, error.situation


def _ways_back(job: Job, beside: _Beside) -> tuple[WayBackJson, ...]:
    situation = in_other_work(beside.asked.situation, job)
    ww = situation.person.ww
    if ww is not None and ww.last_day == date.max:
        # No calendar has the day after it: somebody who means a right without an end.
        person = msgspec.structs.replace(situation.person, ww=msgspec.structs.replace(ww, last_day=None))
        situation = msgspec.structs.replace(situation, person=person)
    found = ways_back(situation, job, beside.start, beside.law)
    return tuple(way_back_json(each) for each in found)


def _lost(job: Job, beside: _Beside) -> LostJson:
    """Return what the employer owes who ends the job after a year."""
    last_day = add_months(beside.start, MONTHS_IN_A_YEAR) - timedelta(1)
    per_month = sum(wage_year(job, beside.law)[:2]) // MONTHS_IN_A_YEAR
    return lost_json(lost_job(beside.start, last_day, per_month, beside.law), last_day)


def _to_do(found: Offered, months: Calendar | None, beside: _Beside) -> tuple[ToDo, ...]:
    is_low = months is not None and any(month.is_low for month in months.months[:2])
    begin = Begin(beside.asked.situation, found.job, beside.start, beside.now, found.budget, is_low)
    return to_do(begin, beside.law, beside.around.items, beside.law.day)


def _range_now(asked: Asked) -> RangeJson | None:
    if not asked.unknown:
        return None
    situation = asked.situation
    variants = variants_of(asked.unknown, situation, asked.law)
    job, with_opvang = situation.person.job, situation.has_opvang_now
    return range_json(range_over(variants, job, asked.law, situation=situation, with_opvang=with_opvang))


def _range_then(job: Job, asked: Asked) -> RangeJson | None:
    if not asked.unknown:
        return None
    situation = in_other_work(asked.situation, job)
    variants = variants_of(asked.unknown, situation, asked.law)
    return range_json(range_over(variants, job, asked.law, situation=situation))


def refused_json(refusal: Any) -> bytes:
    """Return what is wrong with a situation, as one line of JSON."""
    return msgspec.json.encode({"error": refusal})
