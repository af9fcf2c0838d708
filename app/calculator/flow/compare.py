"""Offers of work beside what a household has now, and a budget in whole euros that adds up."""

import msgspec

from app.calculator.flow.budget import budget_at, with_job
from app.calculator.flow.frame import Frame
from app.calculator.model import Budget, Job, Kind
from app.calculator.rounding import half_up
from app.calculator.rules.minimumloon import HUNDREDTHS
from app.money import CENTS_IN_A_EURO, Cents
from app.period import MONTHS_IN_A_YEAR, WEEKS_IN_A_YEAR


class Offered(msgspec.Struct, frozen=True):
    """A job with the budget that it brings: how much more per month than now, and per hour worked for it.

    An amount below zero is less than now. The hours are those on top of the work that the person has now;
    nothing where there are none, or where they are not known.
    """

    job: Job
    budget: Budget
    more_per_month: Cents
    per_hour_worked: Cents | None


def offered(frame: Frame, job: Job, now: Budget, *, with_opvang: bool = True) -> Offered:
    """Return what a job brings, with how every row came about; `now` is the budget of the same household."""
    then = budget_at(frame, with_job(frame.situation, job), is_traced=True, with_opvang=with_opvang)
    more = Cents(then.per_month - now.per_month)
    return Offered(job, then, more, _per_hour(more, job, frame.situation.person.job))


def _per_hour(more_per_month: int, job: Job, now: Job | None) -> Cents | None:
    """Return what one more hour of work leaves, in cents; a year has 52 weeks."""
    if now is not None and now.loon_per_month and not now.uren_per_week:
        return None
    extra = job.uren_per_week - (now.uren_per_week if now is not None else 0)
    if not job.uren_per_week or extra <= 0:
        return None
    amount = half_up(abs(more_per_month) * MONTHS_IN_A_YEAR * HUNDREDTHS, extra * WEEKS_IN_A_YEAR)
    return Cents(amount if more_per_month >= 0 else -amount)


def whole_euros(budget: Budget, beside: Budget | None = None) -> dict[Kind, int]:
    """Return every row in whole euros per month, in the order of a page; together exactly the rounded total.

    The total is rounded half up. Each row is rounded down, and the euros that are then missing go to the
    rows that lost most. No row is a whole euro or more away from its amount. A row that is the same in the
    budget beside it is written the same, wherever the others can still make up the total.
    """
    cents = _cents(budget)
    euros = {kind: cents[kind] // CENTS_IN_A_EURO for kind in Kind if kind in cents}
    total = (budget.per_month + CENTS_IN_A_EURO // 2) // CENTS_IN_A_EURO
    others = {} if beside is None else _cents(beside)
    shown = {} if beside is None else whole_euros(beside)
    kept = {kind: shown[kind] for kind in euros if others.get(kind) == cents[kind]}
    free = [kind for kind in euros if kind not in kept and cents[kind] % CENTS_IN_A_EURO]
    if not 0 <= total - sum((euros | kept).values()) <= len(free):
        kept, free = {}, list(euros)
    euros |= kept
    missing = total - sum(euros.values())
    for kind in sorted(free, key=lambda kind: -(cents[kind] % CENTS_IN_A_EURO))[:missing]:
        euros[kind] += 1
    return euros


def _cents(budget: Budget) -> dict[Kind, int]:
    cents: dict[Kind, int] = {}
    for line in budget.lines:
        cents[line.kind] = cents.get(line.kind, 0) + line.per_month
    return cents


def difference(now: Budget, then: Budget) -> dict[Kind, int]:
    """Return per row the whole euros per month more than now, as the two columns beside it show them.

    Together they are the difference of the two totals as displayed, which may be a euro away from the exact
    one: a page that shows both columns says this sum.
    """
    before, after = whole_euros(now), whole_euros(then, now)
    return {
        kind: after.get(kind, 0) - before.get(kind, 0) for kind in Kind if kind in before or kind in after
    }
