"""Work with hours that change: a low, a usual and a high month, and what to keep apart after a high one."""

import msgspec

from app.calculator.flow.budget import budget_at, with_job
from app.calculator.flow.frame import Frame
from app.calculator.model import Budget, Job, Kind, Reason
from app.calculator.rounding import RATIO_ONE, half_up
from app.calculator.rules.minimumloon import maandloon_per_month
from app.money import Cents

SPREAD = 20_000
"""A fifth more and a fifth less than usual, as a ratio."""

SETTLED_BY_MONTH = frozenset({Kind.WW, Kind.WW_PARTNER, Kind.TOESLAG_UWV, Kind.BIJSTAND})
"""What is worked out anew from what came in that month; toeslagen look at the whole year."""


class Swing(msgspec.Struct, frozen=True):
    """A usual month, and one low and one high month in a year that is usual; hours are hundredths a week.

    `set_aside` is the benefit, net per month, that is paid too much when a high month is paid as a usual one:
    for WW with its toeslag and for bijstand, the usual amount less that of the high month. It has to be paid
    back after one such month, at most: UWV may let one month above the limit of WW pass. Toeslagen are not in
    it: they change only when the whole year ends higher than usual.
    Source: Participatiewet, art. 32 and 58 (BWBR0015703); WW, art. 36 and 47 (BWBR0004045).
    """

    low: Budget
    usual: Budget
    high: Budget
    low_hours: int
    high_hours: int
    set_aside: Cents


def swing(frame: Frame, job: Job, *, spread_ratio: int = SPREAD, with_opvang: bool = True) -> Swing:
    """Return the months around the usual one of this job; the ratio is per 100.000 of the usual hours."""
    usual = _steady(frame, job, with_opvang=with_opvang)
    less = scaled(job, max(0, RATIO_ONE - spread_ratio))
    more = scaled(job, RATIO_ONE + spread_ratio)
    low = _month(usual, _steady(frame, less, with_opvang=with_opvang))
    high = _month(usual, _steady(frame, more, with_opvang=with_opvang))
    return Swing(
        low=low,
        usual=usual,
        high=high,
        low_hours=less.uren_per_week,
        high_hours=more.uren_per_week,
        set_aside=Cents(sum(max(0, usual.of(kind) - high.of(kind)) for kind in SETTLED_BY_MONTH)),
    )


def scaled(job: Job, ratio: int) -> Job:
    """Return the job with this part of its hours, per 100.000; travel stays what it is."""
    hours = half_up(job.uren_per_week * ratio, RATIO_ONE)
    # Where the wage follows from the hours, it stays so: what is shown times the wage per hour is the wage.
    by_the_hour = job.uurloon is not None and job.loon_per_month == maandloon_per_month(
        job.uurloon, job.uren_per_week
    )
    if job.uurloon is not None and by_the_hour:
        loon = maandloon_per_month(job.uurloon, hours)
    else:
        loon = Cents(half_up(job.loon_per_month * ratio, RATIO_ONE))
    premie = half_up(job.pensioenpremie_per_month * ratio, RATIO_ONE)
    return msgspec.structs.replace(
        job, loon_per_month=loon, uren_per_week=hours, pensioenpremie_per_month=premie
    )


def _steady(frame: Frame, job: Job, *, with_opvang: bool) -> Budget:
    return budget_at(frame, with_job(frame.situation, job), with_opvang=with_opvang)


def _month(usual: Budget, steady: Budget) -> Budget:
    """Return one month with other hours in a usual year: only wage and benefits are those of the month."""
    own = _of_the_month(usual)
    lines = [line for line in usual.lines if line.kind not in own]
    lines += [line for line in steady.lines if line.kind in own]
    order = list(Kind)
    return msgspec.structs.replace(usual, lines=tuple(sorted(lines, key=lambda line: order.index(line.kind))))


def _of_the_month(usual: Budget) -> set[Kind]:
    """Return the rows that follow the hours of one month.

    A benefit that the usual wage ended does not come back by itself in a month that is low. Beside bijstand
    the credit of a parent goes along with it, as it counts as means there.
    """
    own = {Kind.LOON, *SETTLED_BY_MONTH}
    if usual.of(Kind.BIJSTAND):
        own.add(Kind.AANGIFTE)
    else:
        own.remove(Kind.BIJSTAND)
    if any(line.kind is Kind.WW and line.reason is Reason.WW_OVER_LIMIT for line in usual.lines):
        own -= {Kind.WW, Kind.TOESLAG_UWV}
    return own
