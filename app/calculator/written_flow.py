"""What follows from a job, as JSON: every hour of work, the real months, and what to do and to keep in mind.

Amounts are cents. What is per month in `sweep` and `swing` is a steady month; `calendar` has the real ones.
"""

from datetime import date

import msgspec

from app.calculator.flow.not_reported import PaidBack
from app.calculator.flow.payments import Calendar, MonthOf, Note, Pay
from app.calculator.flow.sweep import Sweep
from app.calculator.flow.swing import Swing
from app.calculator.flow.unknown import Open, Range
from app.calculator.flow.way_back import Back, Lost, WayBack
from app.calculator.flow.zones import Zone, ZoneKind
from app.calculator.model import Budget, Kind
from app.calculator.rules.minimumloon import HUNDREDTHS
from app.calculator.written_budget import cents_of_kinds


class SweepRow(msgspec.Struct, frozen=True):
    """What the household has with the job at one number of whole hours per week."""

    uren_per_week: int
    loon_cents_per_month: int
    total_cents_per_month: int
    cents_per_month_of: dict[Kind, int]


class ZoneJson(msgspec.Struct, frozen=True, kw_only=True):
    """Where more hours bring almost nothing, or take away; the wages and the change are exact."""

    kind: ZoneKind
    from_hours: int
    to_hours: int
    from_loon_cents_per_month: int
    to_loon_cents_per_month: int
    change_cents_per_month: int
    causes: tuple[Kind, ...]
    better_from_hours: int | None
    better_from_loon_cents_per_month: int | None


class SweepJson(msgspec.Struct, frozen=True):
    """All whole hours from 0 to 40, the zones among them, and from which hours on there is more than now."""

    rows: tuple[SweepRow, ...]
    zones: tuple[ZoneJson, ...]
    better_from_hours: int | None


class PaymentJson(msgspec.Struct, frozen=True):
    """One payment, net; null where only the month of it is known. Costs are below zero."""

    pay: Pay
    day: date | None
    cents: int


class MonthJson(msgspec.Struct, frozen=True):
    """One real month: its payments, why it differs, and how far it is below an ordinary month of now."""

    month: str
    total_cents: int
    payments: tuple[PaymentJson, ...]
    notes: tuple[Note, ...]
    is_low: bool
    short_by_cents: int


class SettlementJson(msgspec.Struct, frozen=True):
    """What is settled over a year in the year after it: back above zero, to pay below it."""

    year: int
    tax_cents: int
    toeslagen_cents: int


class CalendarJson(msgspec.Struct, frozen=True):
    """Twelve real months from that of the first working day, beside an ordinary month before it."""

    now_cents_per_month: int
    months: tuple[MonthJson, ...]
    settlements: tuple[SettlementJson, ...]
    is_outdated: bool


class MonthOfHours(msgspec.Struct, frozen=True):
    """A month with these hours per week, in a year that is usual."""

    uren_per_week: float
    total_cents_per_month: int
    cents_per_month_of: dict[Kind, int]


class SwingJson(msgspec.Struct, frozen=True):
    """A fifth less, as usual, a fifth more; and what to keep apart after a high month."""

    low: MonthOfHours
    usual: MonthOfHours
    high: MonthOfHours
    set_aside_cents: int


class WayBackJson(msgspec.Struct, frozen=True, rename={"since": "from"}):
    """A benefit that is open when the job stops; null means no limit, or not known."""

    back: Back
    since: date | None
    until: date | None
    ww_cents_per_month: int | None
    months: int | None


class LostJson(msgspec.Struct, frozen=True):
    """What the employer owes who ends this job on its last day, gross, and the last day to claim it."""

    last_day: date
    transitievergoeding_cents: int
    claim_before: date


class PaidBackJson(msgspec.Struct, frozen=True):
    """What is paid too much of one benefit."""

    kind: Kind
    cents_per_month: int
    total_cents: int


class NotReported(msgspec.Struct, frozen=True):
    """What is to be paid back when this work is not reported for some months."""

    months: int
    total_cents: int
    of: tuple[PaidBackJson, ...]


class Because(msgspec.Struct, frozen=True):
    """One thing that is not known, and between which amounts it alone leaves the total."""

    unknown: Open
    low_cents_per_month: int
    high_cents_per_month: int


class RangeJson(msgspec.Struct, frozen=True):
    """Between which amounts the total lies, as not everything is known; the largest cause first."""

    low_cents_per_month: int
    high_cents_per_month: int
    because: tuple[Because, ...]


def sweep_json(found: Sweep) -> SweepJson:
    """Return every hour and every zone, as they are written."""
    rows = tuple(
        SweepRow(
            uren_per_week=row.hours,
            loon_cents_per_month=0 if row.job is None else row.job.loon_per_month,
            total_cents_per_month=row.budget.per_month,
            cents_per_month_of=cents_of_kinds(row.budget),
        )
        for row in found.rows
    )
    return SweepJson(rows, tuple(_zone(each) for each in found.zones), found.better_from)


def _zone(found: Zone) -> ZoneJson:
    return ZoneJson(
        kind=found.kind,
        from_hours=found.from_hours,
        to_hours=found.to_hours,
        from_loon_cents_per_month=found.from_per_month,
        to_loon_cents_per_month=found.to_per_month,
        change_cents_per_month=found.change_per_month,
        causes=found.causes,
        better_from_hours=found.better_from_hours,
        better_from_loon_cents_per_month=found.better_from_per_month,
    )


def calendar_json(found: Calendar) -> CalendarJson:
    """Return the real months, as they are written."""
    return CalendarJson(
        now_cents_per_month=found.now_per_month,
        months=tuple(_month(each) for each in found.months),
        settlements=tuple(SettlementJson(each.year, each.tax, each.toeslagen) for each in found.settlements),
        is_outdated=found.is_outdated,
    )


def _month(found: MonthOf) -> MonthJson:
    return MonthJson(
        month=str(found.month),
        total_cents=found.per_month,
        payments=tuple(PaymentJson(each.pay, each.day, each.amount) for each in found.payments),
        notes=found.notes,
        is_low=found.is_low,
        short_by_cents=found.short_by,
    )


def swing_json(found: Swing, usual_hours: int) -> SwingJson:
    """Return the months with fewer and more hours, as they are written; hours are hundredths a week."""
    return SwingJson(
        low=_of_hours(found.low, found.low_hours),
        usual=_of_hours(found.usual, usual_hours),
        high=_of_hours(found.high, found.high_hours),
        set_aside_cents=found.set_aside,
    )


def _of_hours(found: Budget, hours: int) -> MonthOfHours:
    return MonthOfHours(hours / HUNDREDTHS, found.per_month, cents_of_kinds(found))


def way_back_json(found: WayBack) -> WayBackJson:
    """Return a way back, as it is written."""
    return WayBackJson(found.back, found.from_day, found.until, found.ww_per_month, found.months)


def lost_json(found: Lost, last_day: date) -> LostJson:
    """Return what is owed at the end of a job, as it is written."""
    return LostJson(last_day, found.transitievergoeding, found.claim_before)


def not_reported_json(found: tuple[PaidBack, ...], months: int) -> NotReported:
    """Return what is paid too much in these months, as it is written."""
    of = tuple(PaidBackJson(each.kind, each.per_month, each.total) for each in found)
    return NotReported(months, sum(each.total_cents for each in of), of)


def range_json(found: Range) -> RangeJson:
    """Return between which amounts the total lies, as it is written."""
    because = tuple(Because(open_, low, high) for open_, low, high in found.because)
    return RangeJson(found.low, found.high, because)
