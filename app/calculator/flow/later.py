"""What changes by itself after the work began: a WW that ends, an exemption that ends or becomes another one.

A steady month says nothing of it, so the page says it beside the amount. Totals are cents per month.
"""

from collections.abc import Callable
from datetime import date, timedelta

import msgspec

from app.calculator.flow.budget import budget_at, jobs_of, with_job
from app.calculator.flow.frame import frame_of
from app.calculator.flow.law_on import Law
from app.calculator.model import Job, Situation
from app.period import MONTHS_IN_A_YEAR, add_months, months_between


class Later(msgspec.Struct, frozen=True):
    """From which day something changes, and what the household then has with the work and without it."""

    day: date
    with_work: int
    without_work: int


def at_the_start(situation: Situation, start: date) -> Situation:
    """Return the household as it is when the work begins: a WW that has ended by then is there no more."""
    ww = situation.person.ww
    has_ended = ww is not None and ww.last_day is not None and ww.last_day < start
    return _changed(situation, ww=None) if has_ended else situation


def after_ww(now: Situation, then: Situation, job: Job, start: date, law: Law) -> Later | None:
    """Return what is left when the WW is used up; nothing where it goes on for a year of the work, or longer.

    Source: WW, art. 42 (BWBR0004045).
    """
    ww = now.person.ww
    if ww is None or ww.last_day is None or ww.last_day >= add_months(start, MONTHS_IN_A_YEAR):
        return None
    without = _changed(now, ww=None)
    return Later(ww.last_day, _total(_changed(then, ww=None), job, law), _now(without, law))


def without_vrijlating(then: Situation, job: Job, law: Law) -> int | None:
    """Return what is left once the exemption has ended; nothing where none is in the amount."""
    usual = _total(then, job, law)
    without = _total(_changed(then, has_vrijlating=False), job, law)
    return without if without != usual else None


def new_vrijlating(
    now: Situation, then: Situation, job: Job, law: Law, law_of: Callable[[date], Law]
) -> Later | None:
    """Return what is left under the exemption of the next law, for who has one under the law of the day.

    Source: Participatiewet, art. 34a (BWBR0015703).
    """
    begins = law.parameters.value("participatiewet.nieuwe_vrijlating_vanaf")
    if not isinstance(begins, date) or law.day >= begins or not then.person.has_vrijlating:
        return None
    new = law_of(begins)
    return Later(begins, _total(then, job, new), _now(now, new))


def months_of_ww(situation: Situation, start: date, most: int) -> int:
    """Return for how many months too much may be paid: no longer than the WW itself lasts."""
    ww = situation.person.ww
    if ww is None or ww.last_day is None:
        return most
    return max(0, min(most, months_between(start, ww.last_day + timedelta(1))))


def _changed(situation: Situation, **changes: object) -> Situation:
    return msgspec.structs.replace(situation, person=msgspec.structs.replace(situation.person, **changes))


def _total(situation: Situation, job: Job, law: Law) -> int:
    return budget_at(frame_of(situation, law), with_job(situation, job), with_opvang=True).per_month


def _now(situation: Situation, law: Law) -> int:
    return budget_at(frame_of(situation, law), jobs_of(situation)).per_month
