"""The rows of the toeslagen at one income, each with its reason when it is zero."""

from app.calculator.assumptions import assumptions_in
from app.calculator.flow.frame import Frame
from app.calculator.model import Job, Kind, Line, Reason
from app.calculator.rules.huurtoeslag import huurtoeslag_per_month, rekeninkomen_per_year
from app.calculator.rules.kinderopvangtoeslag import counts_as_active, kinderopvangtoeslag_per_month
from app.calculator.rules.kindgebonden_budget import kindgebonden_budget_per_month
from app.calculator.rules.zorgtoeslag import zorgtoeslag_per_month
from app.calculator.trace import Traced
from app.money import Cents

Jobs = tuple[Job | None, ...]
Before = tuple[Traced, ...] | None


def toeslag_lines(frame: Frame, jobs: Jobs, income: int, before: Before, *, with_opvang: bool) -> list[Line]:
    """Return the toeslagen, the kinderbijslag and the cost of childcare at this toetsingsinkomen.

    `before` is how the income came about; nothing when no trace is wanted.
    """
    lines = [_zorg(frame, income, before), _huur(frame, income, before)]
    if frame.situation.children:
        lines.append(_kgb(frame, income, before))
        if frame.opvang is not None and with_opvang:
            lines += _opvang(frame, jobs, income, before)
        reason = None if frame.kinderbijslag else Reason.NO_CHILDREN
        lines.append(Line(Kind.KINDERBIJSLAG, Cents(frame.kinderbijslag), reason, frame.kinderbijslag_trace))
    return lines


def _line(kind: Kind, amount: int, trace: list[Traced] | None, reason: Reason) -> Line:
    return Line(
        kind, Cents(amount), None if amount else reason, tuple(trace or ()), assumptions_in(trace or ())
    )


def _zorg(frame: Frame, income: int, before: Before) -> Line:
    if frame.zorg_reason is not None:
        return Line(Kind.ZORGTOESLAG, Cents(0), frame.zorg_reason)
    trace = None if before is None else list(before)
    has_partner = frame.situation.partner is not None
    amount = zorgtoeslag_per_month(income, frame.law.zorgtoeslag, trace, has_partner=has_partner)
    return _line(Kind.ZORGTOESLAG, amount, trace, Reason.INCOME_TOO_HIGH)


def _huur(frame: Frame, income: int, before: Before) -> Line:
    if frame.huis is None:
        return Line(Kind.HUURTOESLAG, Cents(0), frame.huur_reason)
    trace = None if before is None else list(before)
    p, others = frame.law.huurtoeslag, frame.situation.home.medebewoners_per_year
    total = rekeninkomen_per_year((income, others), (), p, trace) if others else income
    amount = huurtoeslag_per_month(frame.huis, total, p, trace)
    is_low = frame.huis.kale_huur_per_month <= (
        p.basishuur_een if frame.huis.persons == 1 else p.basishuur_meer
    )
    return _line(Kind.HUURTOESLAG, amount, trace, Reason.RENT_TOO_LOW if is_low else Reason.INCOME_TOO_HIGH)


def _kgb(frame: Frame, income: int, before: Before) -> Line:
    if frame.kgb_reason is not None:
        return Line(Kind.KINDGEBONDEN_BUDGET, Cents(0), frame.kgb_reason)
    trace = None if before is None else [*before, *frame.kgb_trace]
    has_partner = frame.situation.partner is not None
    amount = kindgebonden_budget_per_month(
        frame.kgb_maximum, income, frame.law.kindgebonden_budget, trace, has_partner=has_partner
    )
    return _line(Kind.KINDGEBONDEN_BUDGET, amount, trace, Reason.INCOME_TOO_HIGH)


def _opvang(frame: Frame, jobs: Jobs, income: int, before: Before) -> list[Line]:
    """Return the toeslag and the bill; without work of every parent there is neither."""
    p = frame.law.kinderopvangtoeslag
    active = all(
        counts_as_active(0 if job and job.loon_per_month else None, p, in_traject=adult.is_in_traject)
        for adult, job in zip(frame.situation.adults, jobs, strict=True)
    )
    if not active or frame.opvang is None:
        return [Line(Kind.KINDEROPVANGTOESLAG, Cents(0), Reason.NOT_EVERYONE_WORKS)]
    trace = None if before is None else [*before, *frame.opvang_trace]
    amount = kinderopvangtoeslag_per_month(frame.opvang, income, p, trace)
    return [
        _line(Kind.KINDEROPVANGTOESLAG, amount, trace, Reason.INCOME_TOO_HIGH),
        Line(Kind.OPVANGKOSTEN, Cents(-frame.opvang_per_month)),
    ]
