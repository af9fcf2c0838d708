"""The rows of wage, WW, its toeslag, bijstand and the credit of a parent."""

import msgspec

from app.calculator.assumptions import Assumption, assumptions_in
from app.calculator.flow.earnings import tax_of, wage_year, ww_year
from app.calculator.flow.frame import Frame
from app.calculator.flow.means import Means, NetPerson, net_loon
from app.calculator.flow.toeslag_uwv import toeslag_uwv_per_year
from app.calculator.model import Adult, Job, Kind, Line, PersonYear, Reason
from app.calculator.rules.netto import netto_uitkering_per_month
from app.calculator.rules.toeslagenwet import exclusion
from app.calculator.rules.ww import Earned, Right, has_ended
from app.calculator.trace import Traced
from app.money import Cents

LOON = Kind.LOON, Kind.LOON_PARTNER
WW = Kind.WW, Kind.WW_PARTNER
Years = tuple[PersonYear, ...]
Net = tuple[NetPerson, ...]


class _Own(msgspec.Struct, frozen=True):
    """One adult with this work: the year before tax and the month after it."""

    adult: Adult
    job: Job | None
    year: PersonYear
    net: NetPerson


def own_lines(
    frame: Frame, jobs: tuple[Job | None, ...], years: Years, net: Net, *, is_traced: bool
) -> list[Line]:
    """Return the rows of what the adults earn and get of UWV."""
    lines: list[Line] = []
    with_toeslag: list[tuple[PersonYear, int]] = []
    for place, found in enumerate(zip(frame.situation.adults, jobs, years, net, strict=True)):
        own = _Own(*found)
        if place == 0 or own.job is not None:
            lines.append(_loon(LOON[place], own, frame, is_traced=is_traced))
        if own.adult.ww is None:
            continue
        ww_net = _ww_net(own.year, own.net, frame)
        if own.year.toeslag_uwv:
            with_toeslag.append((own.year, own.net.loon + ww_net))
        lines.append(_ww(WW[place], own, ww_net, frame, is_traced=is_traced))
    if any(adult.ww and adult.ww.has_toeslag for adult in frame.situation.adults):
        lines.append(_toeslag(frame, jobs, years, with_toeslag, is_traced=is_traced))
    return lines


def _loon(kind: Kind, own: _Own, frame: Frame, *, is_traced: bool) -> Line:
    if not own.net.loon:
        return Line(kind, Cents(0), Reason.NO_JOB)
    if not is_traced:
        return Line(kind, Cents(own.net.loon))
    trace: list[Traced] = []
    wage_year(own.job, frame.law, trace)
    tax_of(own.year.fiscaal_loon, own.year.fiscaal_loon, frame.law, trace)
    net_loon(own.year, trace)
    return Line(kind, Cents(own.net.loon), None, tuple(trace), assumptions_in(trace))


def _ww_net(year: PersonYear, net: NetPerson, frame: Frame) -> int:
    """Return the WW less the tax that it adds to the wage; the rest of the benefit is the toeslag of UWV."""
    if not year.toeslag_uwv:
        return net.uitkering
    taxed = year.fiscaal_loon + year.ww
    return netto_uitkering_per_month(taxed, tax_of(taxed, year.fiscaal_loon, frame.law), net.loon)


def _ww(kind: Kind, own: _Own, ww_net: int, frame: Frame, *, is_traced: bool) -> Line:
    reason = None if ww_net else _why_no_ww(own, frame)
    if not is_traced:
        return Line(kind, Cents(ww_net), reason)
    trace: list[Traced] = []
    ww = ww_year(own.adult.ww, own.job, frame.law, trace)
    arbeid = own.year.fiscaal_loon
    tax = tax_of(arbeid + ww, arbeid, frame.law, trace)
    if ww:
        netto_uitkering_per_month(arbeid + ww, tax, own.net.loon, trace)
    taken = assumptions_in(trace)
    if arbeid:
        taken = (*taken, Assumption.LOONHEFFINGSKORTING_BIJ_EEN)
    return Line(kind, Cents(ww_net), reason, tuple(trace), taken)


def _why_no_ww(own: _Own, frame: Frame) -> Reason:
    """Return which of the two limits ended the WW."""
    assert own.adult.ww is not None  # noqa: S101 — only who has WW comes here
    job = own.job
    earned = Earned(0 if job is None else max(0, job.loon_per_month - job.pensioenpremie_per_month))
    right = Right(own.adult.ww.loon_per_month, own.adult.ww.month)
    return Reason.WW_OVER_LIMIT if has_ended(right, earned, frame.law.ww) else Reason.WW_UNDER_MINIMUM


def _toeslag(
    frame: Frame,
    jobs: tuple[Job | None, ...],
    years: Years,
    with_toeslag: list[tuple[PersonYear, int]],
    *,
    is_traced: bool,
) -> Line:
    """Return the row of the toeslag; who has one comes with the net month of wage and WW before it."""
    trace: list[Traced] | None = [] if is_traced else None
    if trace is not None:
        toeslag_uwv_per_year(frame, jobs, [year.ww for year in years], trace)
        for year, _ in with_toeslag:
            tax_of(year.inkomen, year.fiscaal_loon, frame.law, trace)
    net = sum(
        netto_uitkering_per_month(year.inkomen, year.belasting, before, trace)
        for year, before in with_toeslag
    )
    reason = None if net else _why_no_toeslag(frame, years)
    taken = (*assumptions_in(trace or ()), Assumption.TOESLAG_STOPT_MET_WW)
    return Line(Kind.TOESLAG_UWV, Cents(net), reason, tuple(trace or ()), taken)


def _why_no_toeslag(frame: Frame, years: Years) -> Reason:
    for household, adult, year in zip(frame.tw_households, frame.situation.adults, years, strict=True):
        if adult.ww is not None and adult.ww.has_toeslag and year.ww:
            excluded = exclusion(household, frame.law.toeslagenwet) is not None
            return Reason.TOESLAG_EXCLUDED if excluded else Reason.INCOME_TOO_HIGH
    return Reason.NOT_RECEIVED


def means_lines(frame: Frame, means: Means, trace: tuple[Traced, ...]) -> list[Line]:
    """Return the row of bijstand for who has it, and that of the credit of a parent."""
    lines: list[Line] = []
    if frame.situation.has_bijstand:
        taken = assumptions_in(trace)
        if len(frame.situation.adults) > 1 and trace:
            taken = (*taken, Assumption.BIJSTAND_VOOR_DE_HELFT)
        lines.append(Line(Kind.BIJSTAND, Cents(means.bijstand), _why_no_bijstand(frame, means), trace, taken))
    if means.heffingskorting:
        lines.append(Line(Kind.AANGIFTE, Cents(means.heffingskorting), None, trace))
    return lines


def _why_no_bijstand(frame: Frame, means: Means) -> Reason | None:
    if means.bijstand:
        return None
    return Reason.SAVINGS_TOO_HIGH if frame.savings_above_limit else Reason.INCOME_TOO_HIGH
