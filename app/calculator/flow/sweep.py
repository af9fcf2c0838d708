"""What a household has at every whole hour of work, and where more hours bring nothing or take away."""

import msgspec

from app.calculator.flow.breakpoints import points_of
from app.calculator.flow.budget import budget_at, with_job
from app.calculator.flow.frame import Frame
from app.calculator.flow.zones import Zone, zones_of
from app.calculator.model import MOST_HOURS, Budget, Job
from app.calculator.rounding import half_up
from app.calculator.rules.minimumloon import HUNDREDTHS, maandloon_per_month


class Row(msgspec.Struct, frozen=True):
    """One number of whole hours per week, the work, and what the household has with it."""

    hours: int
    job: Job | None
    budget: Budget


class Sweep(msgspec.Struct, frozen=True):
    """All whole hours from none, the zones among them, and from how many hours it is better than now.

    `better_from` is the lowest whole hour from which there is more than now at that and at every more hours;
    nothing when there is not, 1 when there always is.
    """

    rows: tuple[Row, ...]
    zones: tuple[Zone, ...]
    better_from: int | None


def sweep(frame: Frame, job: Job, now_per_month: int, *, with_opvang: bool = True) -> Sweep:
    """Return what the household has with this job at 0 to 40 hours; `now_per_month` is what it has now."""
    situation = frame.situation

    def at(loon: int) -> Budget:
        return budget_at(frame, with_job(situation, _paid(full, loon)), with_opvang=with_opvang)

    jobs = [job_at(job, hours) for hours in range(MOST_HOURS + 1)]
    full = jobs[-1] or job
    rows = tuple(
        Row(hours, each, budget_at(frame, with_job(situation, each), with_opvang=with_opvang))
        for hours, each in enumerate(jobs)
    )
    wages = [each.loon_per_month if each is not None else 0 for each in jobs]
    points = points_of(wages, [row.budget for row in rows], at, frame, full)
    return Sweep(rows, zones_of(points, wages), _better_from(rows, now_per_month))


def job_at(job: Job, hours: int) -> Job | None:
    """Return the same job for another number of whole hours per week; nothing for none.

    What is paid and the pension premium go with the hours, half a cent up; travel costs stay as they are.
    A job without hours and without a wage per hour is a ValueError.
    """
    uren = hours * HUNDREDTHS
    if not hours:
        return None
    if uren == job.uren_per_week:
        return job
    if job.uurloon is not None:
        loon: int = maandloon_per_month(job.uurloon, uren)
    elif job.uren_per_week:
        loon = half_up(job.loon_per_month * uren, job.uren_per_week)
    else:
        raise ValueError("a job without hours and without a wage per hour")
    return msgspec.structs.replace(_paid(job, loon), uren_per_week=uren)


def _paid(job: Job, loon: int) -> Job:
    """Return the job at another wage per month, with the same part of it as pension premium."""
    premie = job.pensioenpremie_per_month
    if premie and job.loon_per_month:
        premie = half_up(premie * loon, job.loon_per_month)
    return msgspec.structs.replace(job, loon_per_month=loon, pensioenpremie_per_month=premie)


def _better_from(rows: tuple[Row, ...], now_per_month: int) -> int | None:
    found = None
    for row in reversed(rows[1:]):
        if row.budget.per_month <= now_per_month:
            break
        found = row.hours
    return found
