"""Why a month of the calendar differs from the one before it."""

from collections.abc import Iterator, Sequence

from app.calculator.flow.months_entitled import Entitled, month_of_right
from app.calculator.flow.payments import Entry, Note, Pay
from app.calculator.flow.payments_benefits import WW
from app.calculator.flow.payments_loon import LOON
from app.calculator.flow.payments_plan import Plan
from app.calculator.rules.vrijlating import Vrijlating

HOLIDAY = frozenset({Pay.VAKANTIEGELD, Pay.VAKANTIEGELD_BIJSTAND, Pay.VAKANTIEGELD_WW})
FROM_2027 = frozenset({Vrijlating.A34A, Vrijlating.A34A_URENBEPERKT})
TOESLAGEN = Pay.ZORGTOESLAG, Pay.HUURTOESLAG, Pay.KINDGEBONDEN_BUDGET, Pay.KINDEROPVANGTOESLAG
JANUARY = 1


def notes_at(plan: Plan, months: Sequence[Entitled], paid: Sequence[Sequence[Entry]], at: int) -> list[Note]:
    """Return the notes of one month, at its place in the plan; `paid` are the payments of every month."""
    found = set(_of_payments(paid, at))
    found.update(_of_work(plan, months, paid, at))
    found.update(_of_bijstand(months, at))
    found.update(_of_ww(plan, months, at))
    found.update(_of_the_calendar(plan, months, at))
    return [note for note in Note if note in found]


def _sum(entries: Sequence[Entry], pays: Sequence[Pay]) -> int:
    return sum(each.net for each in entries if each.pay in pays)


def _of_payments(paid: Sequence[Sequence[Entry]], at: int) -> Iterator[Note]:
    pays = [each.pay for each in paid[at]]
    if HOLIDAY.intersection(pays):
        yield Note.HOLIDAY_PAY
    if Pay.KINDERBIJSLAG in pays:
        yield Note.KINDERBIJSLAG
    days = [[each.day for each in paid[at] if each.pay is pay and each.day] for pay in LOON]
    if any(len(each) > 1 for each in days):
        yield Note.EXTRA_WAGE
    for pays_of in ([Pay.BIJSTAND], [WW[0]], [WW[1]]):
        later = paid[at + 1 :]
        if _sum(paid[at], pays_of) and later and not any(_sum(each, pays_of) for each in later):
            yield Note.LAST_BENEFIT


def _of_work(
    plan: Plan, months: Sequence[Entitled], paid: Sequence[Sequence[Entry]], at: int
) -> Iterator[Note]:
    if at == plan.begin and plan.job is not None and plan.situation.person.job is None:
        yield Note.FIRST_WAGE_LATER
    if at == plan.begin + 1 and any(_sum(paid[at], [pay]) != _sum(paid[at - 1], [pay]) for pay in TOESLAGEN):
        yield Note.NEW_ESTIMATE
    waits, waited = months[at], months[at - 1]
    if waits.bijstand and waits.has_wage and not waited.has_wage:
        yield Note.OFFSET_MONTH_LATER


def _of_bijstand(months: Sequence[Entitled], at: int) -> Iterator[Note]:
    """Return the notes of the exemptions, in the month in which the bijstand with them is paid."""
    when = at - 1 if months[at - 1].has_wage else at
    now, before = months[when], months[when - 1]
    if not now.bijstand:
        return
    for new, old in zip(now.exemptions, before.exemptions, strict=True):
        if old is not None and new is None:
            yield Note.EXEMPTION_ENDS
        if new in FROM_2027 and old not in FROM_2027 and before.has_wage:
            yield Note.EXEMPTION_2027


def _of_ww(plan: Plan, months: Sequence[Entitled], at: int) -> Iterator[Note]:
    now, before = months[at - 1], months[at - 2]
    for place, adult in enumerate(plan.situation.adults):
        if adult.ww is None:
            continue
        if now.uitkering[place] and now.jobs[place] is not None:
            yield Note.INCOME_STATEMENT
        begun = plan.laws[at - 1].ww.maanden_begin
        if now.uitkering[place] and month_of_right(plan, adult.ww, at - 1) == begun + 1:
            yield Note.WW_LOWER
        if now.ww_ended[place] and not before.ww_ended[place]:
            yield Note.WW_ENDS


def _of_the_calendar(plan: Plan, months: Sequence[Entitled], at: int) -> Iterator[Note]:
    if plan.months[at].number == JANUARY and at > plan.begin:
        yield Note.NEW_YEAR
    now, before, situation = plan.laws[at], plan.laws[at - 1], plan.situation
    changes = (
        situation.has_bijstand and months[at].bijstand and months[at].frame.norm != months[at - 1].frame.norm,
        any(months[at].uitkering) and now.ww != before.ww,
        bool(situation.children) and now.kinderbijslag != before.kinderbijslag,
        any(each.loon[at] != each.loon[at - 1] and each.days[at][0] for jobs in plan.work for each in jobs),
    )
    if any(changes):
        yield Note.HALF_YEAR
