"""A budget as JSON: every row with its reason, its sum and its law, then the totals.

Amounts are cents unless their name says euros; whole euros are rounded so that the rows still add up.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

import msgspec

from app.calculator.assumptions import Assumption
from app.calculator.flow.compare import Offered
from app.calculator.flow.law_on import Law
from app.calculator.model import Budget, Job, Kind, Line, Reason
from app.calculator.rounding import half_up
from app.calculator.rules.lokaal import Outcome
from app.calculator.rules.lokaal import Reason as ReasonAgainst
from app.calculator.rules.minimumloon import HUNDREDTHS
from app.calculator.trace import Traced
from app.money import CENTS_IN_A_EURO
from app.parameters import Source


class Number(msgspec.Struct, frozen=True, rename={"since": "from"}):
    """A number of law in a sum: its value since when, and whether it held until before the day only."""

    id: str
    value: int | date | tuple[tuple[int, ...], ...]
    since: date
    outdated: bool


class About(msgspec.Struct, frozen=True):
    """What a number of law is, and where and when it was read."""

    label: str
    unit: str
    period: str | None
    source: Source
    checked_on: date
    confidence: str


class Step(msgspec.Struct, frozen=True):
    """One step of a sum: the rule and its law, what went in, the numbers of law, and what came out."""

    rule: str
    source: str
    inputs: dict[str, int]
    parameters: tuple[Number, ...]
    result: int


class Row(msgspec.Struct, frozen=True):
    """One source of money, or one cost; costs are below zero."""

    kind: Kind
    cents_per_month: int
    euros_per_month: int
    reason: Reason | None
    assumptions: tuple[Assumption, ...]
    trace: tuple[Step, ...]


class SchemeRow(msgspec.Struct, frozen=True):
    """A scheme of the municipality; an amount that is not known is null, never zero."""

    scheme: str
    label: str
    reason: ReasonAgainst | None
    cents_per_year: int | None
    latest_cents_per_year: int | None
    latest_until: date | None
    is_sure: bool


class BudgetJson(msgspec.Struct, frozen=True):
    """What a household has in a month when everything stays as it is for a whole year."""

    rows: tuple[Row, ...]
    total_cents_per_month: int
    total_euros_per_month: int
    toetsingsinkomen_cents_per_year: int
    schemes: tuple[SchemeRow, ...]


class Difference(msgspec.Struct, frozen=True):
    """How much more or less than now a household keeps, whole and per hour that is worked for it.

    The hours are those on top of the work of now; null where there are none, or where they are not known.
    """

    cents_per_month: int
    euros_per_month: int
    cents_per_hour: int | None
    cents_per_month_of: dict[Kind, int]


class JobThen(msgspec.Struct, frozen=True):
    """The work that is offered: its gross wage per month, its hours per week and what goes off it."""

    uren_per_week: float
    loon_cents_per_month: int
    is_all_in: bool
    pensioenpremie_cents_per_month: int
    reiskosten_cents_per_month: int


def whole_euros(amounts: Sequence[int]) -> tuple[int, ...]:
    """Return cents as whole euros that add up to the rounded total: the largest remainders go up.

    Of equal remainders the first goes up; nothing stays nothing.
    """
    down = [each // CENTS_IN_A_EURO for each in amounts]
    more = half_up(sum(amounts), CENTS_IN_A_EURO) - sum(down)
    by_remainder = sorted(range(len(down)), key=lambda place: -(amounts[place] % CENTS_IN_A_EURO))
    for place in by_remainder[:more]:
        down[place] += 1
    return tuple(down)


def budget_json(found: Budget, law: Law) -> BudgetJson:
    """Return a budget as it is written."""
    euros = whole_euros([line.per_month for line in found.lines])
    labels = {scheme.id: scheme.label for scheme in law.schemes}
    return BudgetJson(
        rows=tuple(_row(line, whole, law) for line, whole in zip(found.lines, euros, strict=True)),
        total_cents_per_month=found.per_month,
        total_euros_per_month=sum(euros),
        toetsingsinkomen_cents_per_year=found.toetsingsinkomen,
        schemes=tuple(_scheme(each, labels[each.scheme]) for each in found.lokaal),
    )


def _row(line: Line, euros: int, law: Law) -> Row:
    steps = tuple(_step(each, law) for each in line.trace)
    return Row(line.kind, line.per_month, euros, line.reason, line.assumptions, steps)


def _step(traced: Traced, law: Law) -> Step:
    numbers = tuple(_numbers(traced.parameters, law))
    return Step(traced.rule, traced.source, dict(traced.inputs), numbers, traced.result)


def _numbers(ids: Iterable[str], law: Law) -> Iterator[Number]:
    for each in ids:
        now = law.parameters.in_force(each)
        yield Number(each, now.bands or now.value, now.since, now.outdated)


def _scheme(found: Outcome, label: str) -> SchemeRow:
    return SchemeRow(
        scheme=found.scheme,
        label=label,
        reason=found.reason,
        cents_per_year=found.per_year,
        latest_cents_per_year=found.latest_per_year,
        latest_until=found.latest_until,
        is_sure=found.is_sure,
    )


def difference_json(now: Budget, found: Offered) -> Difference:
    """Return what a job brings, as it is written."""
    then = found.budget
    before, after = cents_of_kinds(now), cents_of_kinds(then)
    return Difference(
        cents_per_month=found.more_per_month,
        euros_per_month=half_up(then.per_month, CENTS_IN_A_EURO) - half_up(now.per_month, CENTS_IN_A_EURO),
        cents_per_hour=found.per_hour_worked,
        cents_per_month_of={
            kind: after.get(kind, 0) - before.get(kind, 0) for kind in Kind if kind in before or kind in after
        },
    )


def cents_of_kinds(found: Budget) -> dict[Kind, int]:
    """Return every row of a budget by its kind, in cents per month and in the order of a page."""
    return {kind: found.of(kind) for kind in Kind if any(line.kind is kind for line in found.lines)}


def job_json(job: Job) -> JobThen:
    """Return the work that is offered, as it is written."""
    return JobThen(
        uren_per_week=job.uren_per_week / HUNDREDTHS,
        loon_cents_per_month=job.loon_per_month,
        is_all_in=job.is_all_in,
        pensioenpremie_cents_per_month=job.pensioenpremie_per_month,
        reiskosten_cents_per_month=job.reiskosten_per_month,
    )


def about_json(budgets: Iterable[Budget], law: Law) -> dict[str, About]:
    """Return where and when each number of law behind these budgets was read, by its name."""
    steps = (step for found in budgets for line in found.lines for step in line.trace)
    ids = sorted({each for step in steps for each in step.parameters})
    return {each: _about(each, law) for each in ids}


def _about(id_: str, law: Law) -> About:
    now = law.parameters.in_force(id_)
    number = now.parameter
    dated = next(value for value in number.values if value.first_day == now.since)
    return About(
        label=number.label,
        unit=number.unit.value,
        period=None if number.period is None else number.period.value,
        source=number.source,
        checked_on=dated.checked_on,
        confidence=dated.confidence,
    )
