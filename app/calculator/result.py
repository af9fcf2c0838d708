"""Everything that the result page shows, worked out in memory for one visitor and thrown away after it."""

from datetime import date, timedelta

import msgspec

from app.calculator.asking import START, answers_that_apply, work_answers
from app.calculator.flow.budget import budget
from app.calculator.flow.compare import Offered, difference, offered, whole_euros
from app.calculator.flow.earnings import wage_year
from app.calculator.flow.frame import frame_of
from app.calculator.flow.later import (
    Later,
    after_ww,
    at_the_start,
    months_of_ww,
    new_vrijlating,
    without_vrijlating,
)
from app.calculator.flow.law_on import Law, Stamp, stamp_of
from app.calculator.flow.months import calendar
from app.calculator.flow.not_reported import PaidBack, paid_back
from app.calculator.flow.payments import Calendar
from app.calculator.flow.sweep import Sweep, sweep
from app.calculator.flow.swing import Swing, swing
from app.calculator.flow.to_do import Begin, ToDo, to_do
from app.calculator.flow.unknown import Open, Range, range_over
from app.calculator.flow.way_back import Lost, WayBack, lost_job, ways_back
from app.calculator.intake import Intake, Refusal, intake
from app.calculator.model import Budget, Kind, Reason, Situation
from app.calculator.not_covered import NotCovered
from app.calculator.offer import Offer, offer_of
from app.calculator.room import room
from app.calculator.rounding import cents_of
from app.catalogue.content import catalogue
from app.facts import cookie
from app.facts.model import Amount
from app.facts.values import Answer
from app.money import Cents
from app.period import MONTHS_IN_A_YEAR, add_months
from app.period import per_month as per_month_of
from app.web.clock import today

ENDED_BY_EMPLOYER = frozenset({"contract_stopt", "ontslagen"})
"""Ends of work for which the transitievergoeding is owed without more questions."""
MONTHS_NOT_REPORTED = 6
"""For how long the page says what would have to be paid back."""


class Offering(msgspec.Struct, frozen=True, kw_only=True):
    """One job beside now: what was told, what it brings, and the rows in whole euros."""

    number: int
    offer: Offer
    start: date
    is_start_known: bool
    found: Offered
    euros: dict[Kind, int]
    difference: dict[Kind, int]
    back: tuple[WayBack, ...]
    lost: Lost
    lost_on: date
    """The last day of a year of this job, to show what an employer owes who ends it then."""

    @property
    def budget(self) -> Budget:
        """The budget with this job."""
        return self.found.budget


class Result(msgspec.Struct, frozen=True, kw_only=True):
    """The result of one visitor on one day."""

    day: date
    is_preview: bool
    stamp: Stamp
    law: Law
    taken: Intake
    now: Budget
    now_euros: dict[Kind, int]
    offers: tuple[Offering, ...]
    sweep: Sweep
    months: Calendar | None
    """Nothing for who reaches the AOW age within the year, as other rules hold from then on."""
    swing: Swing
    not_reported: tuple[PaidBack, ...]
    months_not_reported: int
    to_do: tuple[ToDo, ...]
    range: Range | None
    lost_now: Lost | None
    after_ww: Later | None
    """When the WW ends within a year of the first day of work."""
    without_vrijlating: int | None
    """What is left per month once the exemption has ended; nothing where none is in the amount."""
    new_vrijlating: Later | None
    """From the day on which the exemption is another one."""

    @property
    def first(self) -> Offering:
        """The job that the page is about."""
        return self.offers[0]

    @property
    def best(self) -> Offering:
        """The job that leaves most; the first of those that leave the same."""
        return max(self.offers, key=lambda one: one.budget.per_month)

    @property
    def kinds(self) -> tuple[Kind, ...]:
        """The rows that stand in the table: those of now and of every job, in the order of a page."""
        found = {
            line.kind for each in (self.now, *(one.budget for one in self.offers)) for line in each.lines
        }
        return tuple(kind for kind in Kind if kind in found)

    def more_in_euros(self, one: Offering) -> int:
        """Return how much more than now, in whole euros, as the difference of the totals on the page."""
        return sum(one.difference.values())

    def reason(self, kind: Kind) -> str | None:
        """Return why a row that is zero with the first job is zero; nothing where it is not."""
        line = next((line for line in self.first.budget.lines if line.kind is kind), None)
        if line is None or line.reason is None:
            return None
        if kind is Kind.HUURTOESLAG and Open.RENT in self.taken.variants:
            return room().texts.why_zero(kind, Reason.RENT_UNKNOWN)
        return room().texts.why_zero(kind, line.reason)


class Stopped(msgspec.Struct, frozen=True):
    """No result: the situation is not covered, or something is needed that the visitor does not know."""

    refusals: tuple[Refusal, ...]
    needed: tuple[str, ...]


def refused_now() -> Stopped | None:
    """Return why nothing can be worked out for what was answered so far, as soon as it is known."""
    refusals = intake(answers_that_apply(), room().law(today())).refusals
    return Stopped(refusals, ()) if refusals else None


def result_on(day: date) -> Result | Stopped | None:
    """Return the result as worked out on a day; nothing while no work was told yet.

    The law is that of the first day of the work, when that comes later: now and then by the same rules.
    """
    works = [answers for number in (1, 2, 3) if (answers := work_answers(number)) is not None]
    if not works:
        return None
    start, is_known = _start(day)
    law = room().law(max(day, start), with_schemes=_lives_here())
    taken = intake(answers_that_apply(), law)
    if taken.refusals or taken.needed:
        return Stopped(taken.refusals, taken.needed)
    now = budget(taken.situation, law)
    beside = _Beside(taken.situation, now, law, start, is_known)
    offers = tuple(_offering(number, answers, beside) for number, answers in enumerate(works, start=1))
    first = offers[0]
    frame = frame_of(first.offer.situation, law)
    job = first.offer.job
    months = _months(first)
    is_low = months is not None and any(month.is_low for month in months.months[:2])
    months_not_reported = months_of_ww(taken.situation, start, MONTHS_NOT_REPORTED)
    begin = Begin(first.offer.situation, job, start, now, first.budget, is_low)
    return Result(
        day=day,
        is_preview=day != today(),
        stamp=stamp_of(law),
        law=law,
        taken=taken,
        now=now,
        now_euros=whole_euros(now),
        offers=offers,
        sweep=sweep(frame, job, now.per_month),
        months=months,
        swing=swing(frame, job),
        not_reported=paid_back(now, first.budget, months_not_reported) if months_not_reported else (),
        months_not_reported=months_not_reported,
        to_do=to_do(begin, law, catalogue().items, day),
        range=_range(taken, works[0], law),
        lost_now=_lost_now(law),
        after_ww=after_ww(taken.situation, first.offer.situation, job, start, law),
        without_vrijlating=without_vrijlating(first.offer.situation, job, law),
        new_vrijlating=new_vrijlating(taken.situation, first.offer.situation, job, law, room().law),
    )


class _Beside(msgspec.Struct, frozen=True):
    """What every job is laid beside: the household and its budget of now, the law, the first day of work."""

    situation: Situation
    now: Budget
    law: Law
    start: date
    is_start_known: bool


def _offering(number: int, answers: dict[str, Answer], beside: _Beside) -> Offering:
    law = beside.law
    offer = offer_of(answers, at_the_start(beside.situation, beside.start), law)
    found = offered(frame_of(offer.situation, law), offer.job, beside.now)
    last_day = add_months(beside.start, MONTHS_IN_A_YEAR) - timedelta(1)
    return Offering(
        number=number,
        offer=offer,
        start=beside.start,
        is_start_known=beside.is_start_known,
        found=found,
        euros=whole_euros(found.budget, beside.now),
        difference=difference(beside.now, found.budget),
        back=ways_back(offer.situation, offer.job, beside.start, law),
        lost=lost_job(beside.start, last_day, sum(wage_year(offer.job, law)[:2]) // MONTHS_IN_A_YEAR, law),
        lost_on=last_day,
    )


def _months(one: Offering) -> Calendar | None:
    try:
        return calendar(one.offer.situation, one.offer.job, one.start, room().law)
    except NotCovered:
        return None


def _start(day: date) -> tuple[date, bool]:
    """Return the first day of the work; where it is not known, the first of the next month."""
    told = cookie.answers().get(START)
    if isinstance(told, date):
        return told, True
    return add_months(day.replace(day=1), 1), False


def _lost_now(law: Law) -> Lost | None:
    """Return what the employer owes for the job that is lost, for who told how long and for what wage."""
    told = cookie.answers()
    last_day, years, wage = told.get("laatste_werkdag"), told.get("dienstjaren"), told.get("brutoloon")
    is_owed = told.get("einde_werk") in ENDED_BY_EMPLOYER
    if not (is_owed and isinstance(last_day, date) and isinstance(years, int) and isinstance(wage, Amount)):
        return None
    per_month = per_month_of(Cents(wage.cents), wage.period)
    with_holiday = per_month + cents_of(per_month * law.minimumloon.vakantiebijslag)
    first_day = add_months(last_day + timedelta(1), -years * MONTHS_IN_A_YEAR)
    return lost_job(first_day, last_day, with_holiday, law)


def _lives_here() -> bool:
    return cookie.answers().get("woont_in_gemeente") is not False


def _range(taken: Intake, answers: dict[str, Answer], law: Law) -> Range | None:
    """Return between which amounts the total lies, for who did not know everything."""
    if not taken.variants:
        return None
    variants = {
        one: tuple(offer_of(answers, each, law).situation for each in found)
        for one, found in taken.variants.items()
    }
    job = offer_of(answers, taken.situation, law).job
    return range_over(variants, job, law, situation=offer_of(answers, taken.situation, law).situation)
