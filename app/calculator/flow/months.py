"""The calendar of twelve months: what arrives when, from the month of the first working day.

It is about real months: entitlement and payment lie apart, and tax and toeslagen follow the calendar year.
Nothing of it may be mixed with the steady month of `budget.py`, which asks what a job leaves in the long run.
"""

from collections import defaultdict
from collections.abc import Callable, Sequence
from datetime import date

from app.calculator.flow.law_on import Law
from app.calculator.flow.months_entitled import Entitled, entitled
from app.calculator.flow.months_notes import notes_at
from app.calculator.flow.payments import ONCE_IN_A_WHILE, Calendar, Entry, MonthOf, Pay, Payment, Settlement
from app.calculator.flow.payments_benefits import bijstand_entries, ww_entries
from app.calculator.flow.payments_loon import LOON, loon_entries
from app.calculator.flow.payments_plan import MONTHS_SHOWN, Plan, plan_of
from app.calculator.flow.year import (
    credits_as_means,
    holder_in,
    income_in,
    incomes_of,
    kinderbijslag_entries,
    tax_settled,
    toeslagen_of,
)
from app.calculator.model import Job, Situation
from app.money import Cents

MARGIN = 2_500
"""How far below an ordinary month of now a month may be without a mark, in cents."""

OF_ONE_YEAR = (
    "participatiewet.norm_alleenstaande",
    "inkomstenbelasting.schijf_1_tarief",
    "minimumloon.uurloon",
)
"""Numbers that are set anew every year: when one of them is of before, the year is not known yet."""


def calendar(situation: Situation, job: Job | None, start: date, law_for: Callable[[date], Law]) -> Calendar:
    """Return the twelve months in which this work begins, and what is settled over their years.

    The household is taken to be on the first day as it is now. NotCovered when it comes to a household that
    the rules were not made for, such as somebody who reaches the AOW age within the twelve months.
    """
    plan = plan_of(situation, job, start, law_for)
    months, entries, settlements = worked_out(plan)
    paid: list[list[Entry]] = [[] for _ in plan.months]
    for entry in entries:
        paid[entry.at].append(entry)
    now = now_per_month(paid[plan.begin - 1])
    shown = range(plan.begin, plan.begin + MONTHS_SHOWN)
    return Calendar(
        now_per_month=now,
        months=tuple(_month_of(plan, months, paid, at, now) for at in shown),
        settlements=settlements,
        is_outdated=any(_is_outdated(plan.laws[at]) for at in shown),
    )


def worked_out(plan: Plan) -> tuple[list[Entitled], list[Entry], tuple[Settlement, ...]]:
    """Return what every month gives a right to, every payment, and the settlement of the years."""
    entries = loon_entries(plan)
    holiday: dict[tuple[int, int], int] = defaultdict(int)
    for each in entries:
        if each.pay is Pay.VAKANTIEGELD:
            holiday[each.at, each.place] += each.bruto
    months = entitled(plan, holiday, credits_as_means(plan, entries))
    entries += ww_entries(plan, months)
    entries += bijstand_entries(plan, months)
    toeslagen = toeslagen_of(plan, months, {year: income_in(plan, entries, year) for year in plan.years})
    settlements = tuple(
        Settlement(year, _tax(plan, months, entries, year), Cents(toeslagen.settled[year]))
        for year in plan.years
    )
    return months, [*entries, *toeslagen.entries, *kinderbijslag_entries(plan)], settlements


def now_per_month(paid: Sequence[Entry]) -> Cents:
    """Return the ordinary payments of a month together: no holiday pay or kinderbijslag, no extra wage."""
    wages = {each.pay: each.net for each in paid if each.pay in LOON}
    other = [each.net for each in paid if each.pay not in LOON and each.pay not in ONCE_IN_A_WHILE]
    return Cents(sum(wages.values()) + sum(other))


def _tax(plan: Plan, months: Sequence[Entitled], entries: Sequence[Entry], year: int) -> Cents:
    incomes, january = incomes_of(plan, entries, year), plan.at(year, 1)
    return tax_settled(incomes, holder_in(months[january].frame, incomes), plan.laws[january])


def _month_of(
    plan: Plan, months: Sequence[Entitled], paid: Sequence[Sequence[Entry]], at: int, now: int
) -> MonthOf:
    payments = _payments(paid[at])
    short = now - sum(each.amount for each in payments)
    return MonthOf(
        month=plan.months[at],
        payments=payments,
        notes=tuple(notes_at(plan, months, paid, at)),
        is_low=short > MARGIN,
        short_by=Cents(short if short > MARGIN else 0),
    )


def _payments(entries: Sequence[Entry]) -> tuple[Payment, ...]:
    """Return the payments of a month, those of one source on one day together, in the order of `Pay`."""
    sums: dict[tuple[Pay, date | None], int] = defaultdict(int)
    for each in entries:
        sums[each.pay, each.day] += each.net
    order = list(Pay)
    found = sorted(sums.items(), key=lambda item: (order.index(item[0][0]), item[0][1] or date.min))
    return tuple(Payment(pay, day, Cents(amount)) for (pay, day), amount in found if amount)


def _is_outdated(law: Law) -> bool:
    return any(law.parameters.in_force(each).outdated for each in OF_ONE_YEAR)
