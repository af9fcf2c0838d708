"""What a household is entitled to of WW and bijstand in each month, whenever it is paid.

Every month is reckoned as if it lasted a year, as wage tax does too. WW and bijstand that work has ended stay
ended; before the first working day everything is as it is now.
"""

from bisect import bisect_left
from collections.abc import Sequence

import msgspec

from app.calculator.flow.earnings import person_year, tax_of
from app.calculator.flow.frame import Frame, frame_of
from app.calculator.flow.law_on import Law
from app.calculator.flow.means import means_of, net_person
from app.calculator.flow.payments_plan import Plan, job_in
from app.calculator.flow.toeslag_uwv import income_beside
from app.calculator.model import WW, Job, PersonYear, Situation
from app.calculator.rounding import half_up
from app.calculator.rules.brutering import Beside, bruto_per_year
from app.calculator.rules.toeslagenwet import toeslag_per_month, vakantie_uitkering_per_month
from app.calculator.rules.vrijlating import WITH_MONTHS, Vrijlating
from app.calculator.rules.ww import (
    Earned,
    Right,
    has_ended,
    is_paid,
    uitbetaald_per_month,
    uitkering_per_month,
)
from app.period import MONTHS_IN_A_YEAR, Month

Jobs = tuple[Job | None, ...]


class Entitled(msgspec.Struct, frozen=True, kw_only=True):
    """One month: before tax except bijstand, which is net with its holiday allowance; per adult.

    `uitkering` is the WW that UWV pays out, `vakantie` what it keeps of WW and toeslag; `bruto` is the
    bijstand before tax, and `exemptions` are those that were used.
    """

    frame: Frame
    jobs: Jobs
    uitkering: tuple[int, ...]
    toeslag: tuple[int, ...]
    vakantie: tuple[int, ...]
    ww_ended: tuple[bool, ...]
    bijstand: int
    bruto: tuple[int, ...]
    bijstand_ended: bool
    exemptions: tuple[Vrijlating | None, ...]

    @property
    def has_wage(self) -> bool:
        """Whether anyone works in the month, so that bijstand waits for a payslip."""
        return any(self.jobs)


class _State(msgspec.Struct):
    """What the months so far have ended or used up, beside what is known of all of them."""

    plan: Plan
    holiday: dict[tuple[int, int], int]
    credits_: dict[tuple[int, int], int]
    ww_ended: list[bool]
    months_used: list[dict[Vrijlating, int]]
    bijstand_ended: bool = False
    frame: Frame | None = None


def entitled(
    plan: Plan, holiday: dict[tuple[int, int], int], credits_: dict[tuple[int, int], int]
) -> list[Entitled]:
    """Return every month of the plan.

    `holiday` is the holiday pay of a job by month and adult; `credits_` is the combinatiekorting that counts
    as means in a month with work, by year and adult.
    """
    adults = plan.situation.adults
    used = [dict(each.months_used) for each in adults]
    state = _State(plan, holiday, credits_, [False] * len(adults), used)
    return [_month(at, state) for at in range(len(plan.months))]


def _month(at: int, state: _State) -> Entitled:
    plan = state.plan
    law, month = plan.laws[at], plan.months[at]
    places = range(len(plan.situation.adults))
    jobs = tuple(job_in(plan, place, at) for place in places)
    frame = _frame(jobs, law, state)
    ww = [_ww(place, at, jobs[place], state) for place in places]
    paid = [uitbetaald_per_month(each, law.ww) for each in ww]
    toeslag = _toeslagen(frame, jobs, paid)
    extra = [vakantie_uitkering_per_month(each, law.toeslagenwet) for each in toeslag]
    years = tuple(
        person_year(
            jobs[place],
            ww[place] * MONTHS_IN_A_YEAR,
            (toeslag[place] + extra[place]) * MONTHS_IN_A_YEAR,
            law,
        )
        for place in places
    )
    bijstand, bruto = 0, (0,) * len(years)
    if not state.bijstand_ended:
        credit = tuple(state.credits_.get((month.year, place), 0) if jobs[place] else 0 for place in places)
        bijstand, bruto = _bijstand(frame, years, credit)
        state.bijstand_ended = not bijstand and any(jobs) and at >= plan.begin
    kinds = tuple(
        kind if bijstand and job else None for kind, job in zip(frame.exemptions, jobs, strict=True)
    )
    if at >= plan.begin:
        _count(kinds, state)
    return Entitled(
        frame=frame,
        jobs=jobs,
        uitkering=tuple(paid),
        toeslag=tuple(toeslag),
        vakantie=tuple(ww[place] - paid[place] + extra[place] for place in places),
        ww_ended=tuple(state.ww_ended),
        bijstand=bijstand,
        bruto=bruto,
        bijstand_ended=state.bijstand_ended,
        exemptions=kinds,
    )


def _frame(jobs: Jobs, law: Law, state: _State) -> Frame:
    adults = [
        msgspec.structs.replace(adult, job=job, months_used=dict(used))
        for adult, job, used in zip(state.plan.situation.adults, jobs, state.months_used, strict=True)
    ]
    situation: Situation = msgspec.structs.replace(
        state.plan.situation, person=adults[0], partner=adults[1] if adults[1:] else None
    )
    if state.frame is None or state.frame.law is not law or state.frame.situation != situation:
        state.frame = frame_of(situation, law)
    return state.frame


def _count(kinds: tuple[Vrijlating | None, ...], state: _State) -> None:
    for kind, used in zip(kinds, state.months_used, strict=True):
        if kind in WITH_MONTHS:
            used[kind] = used.get(kind, 0) + 1


def month_of_right(plan: Plan, right: WW, at: int) -> int:
    """Return which month of the right it is, from 1; the months before the work began count back from it."""
    return max(1, right.month + at - plan.begin)


def _ww(place: int, at: int, job: Job | None, state: _State) -> int:
    """Return the WW of a month with its holiday pay, and remember when it ends.

    Holiday pay of a job lowers the WW of the month in which it comes, and does not end it.
    Source: WW, art. 20 lid 1c, 41 and 47 (BWBR0004045).
    """
    plan = state.plan
    right = plan.situation.adults[place].ww
    if right is None or state.ww_ended[place]:
        return 0
    law, month = plan.laws[at].ww, plan.months[at]
    of = Right(right.loon_per_month, month_of_right(plan, right, at))
    usual = 0 if job is None else job.loon_per_month - job.pensioenpremie_per_month
    days, whole = _days_of_right(right, month), month.last_day.day
    if not days or has_ended(of, Earned(usual), law):
        state.ww_ended[place] = at >= plan.begin or not days
        return 0
    amount = uitkering_per_month(of, Earned(usual + state.holiday.get((at, place), 0)), law)
    return half_up(amount * days, whole) if is_paid(amount, law) else 0


def _days_of_right(right: WW, month: Month) -> int:
    if right.last_day is None or right.last_day >= month.last_day:
        return month.last_day.day
    return max(0, (right.last_day - month.first_day).days + 1)


def _toeslagen(frame: Frame, jobs: Jobs, paid: Sequence[int]) -> list[int]:
    """Return the toeslag of UWV in a month, before tax and without its holiday pay; a household has only one.

    Source: Toeslagenwet, art. 2, 6 and 8 (BWBR0004043).
    """
    found, law = [0] * len(paid), frame.law
    for place, adult in enumerate(frame.situation.adults):
        if adult.ww is None or not adult.ww.has_toeslag or not paid[place]:
            continue
        income = income_beside(place, frame, jobs, paid)
        found[place] = toeslag_per_month(frame.tw_households[place], income, law.toeslagenwet)
        break
    return found


def _bijstand(
    frame: Frame, years: tuple[PersonYear, ...], credits_: tuple[int, ...]
) -> tuple[int, tuple[int, ...]]:
    """Return the net bijstand of a month with its holiday allowance, and the gross one of each adult.

    The combinatiekorting of the real year counts as means, and never more of it than there is tax.
    Source: Participatiewet, art. 19, 31 and 32 (BWBR0015703).
    """
    without = means_of(msgspec.structs.replace(frame, youngest=None), years, tuple(map(net_person, years)))
    if not without.bijstand or not any(credits_):
        return without.bijstand, tuple(half_up(each, MONTHS_IN_A_YEAR) for each in without.bruto)
    place = next(place for place, each in enumerate(credits_) if each)

    def bruto(credit: int, at: int) -> int:
        share = (without.bijstand - credit) * MONTHS_IN_A_YEAR // len(years)
        beside = Beside(years[at].inkomen, years[at].fiscaal_loon)
        return bruto_per_year(max(0, share), beside, frame.law.belasting)

    def is_too_much(credit: int) -> bool:
        inkomen = years[place].inkomen + bruto(credit, place)
        return credit * MONTHS_IN_A_YEAR > tax_of(inkomen, years[place].fiscaal_loon, frame.law)

    most = min(credits_[place], without.bijstand)
    if is_too_much(most):
        most = max(0, bisect_left(range(most), True, key=is_too_much) - 1)
    left = without.bijstand - most
    return left, tuple(half_up(bruto(most, at), MONTHS_IN_A_YEAR) if left else 0 for at in range(len(years)))
