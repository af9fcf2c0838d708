"""A calendar year: the income of its months, the tax of it beside what was withheld, and the toeslagen.

Income belongs to the year in which it is paid, so a year is a mixture of the months before and after the
start of work. Toeslagen are advances on an estimate of that income, and are settled over the real one.
"""

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from app.calculator.flow.budget import budget_at, jobs_of
from app.calculator.flow.frame import Frame, frame_of
from app.calculator.flow.law_on import Law
from app.calculator.flow.means import credit_holder
from app.calculator.flow.months_entitled import Entitled, Jobs
from app.calculator.flow.payments import Entry, Pay
from app.calculator.flow.payments_plan import Plan
from app.calculator.flow.toeslagen_at import toeslag_lines
from app.calculator.model import Kind, PersonYear
from app.calculator.rules.inkomstenbelasting import combinatiekorting_per_year, inkomstenbelasting_per_year
from app.calculator.rules.kinderbijslag import kinderbijslag_per_quarter
from app.calculator.rules.toeslagen import toetsingsinkomen_per_year
from app.money import Cents
from app.period import MONTHS_IN_A_QUARTER, MONTHS_IN_A_YEAR, add_months, months_between

PAYDAY_OF_TOESLAGEN = 20
TOESLAGEN = Kind.ZORGTOESLAG, Kind.HUURTOESLAG, Kind.KINDGEBONDEN_BUDGET, Kind.KINDEROPVANGTOESLAG


class Income(msgspec.Struct, frozen=True):
    """What one adult had in a calendar year: taxed income, the part of it that is wage, the tax withheld."""

    bruto: int
    arbeid: int
    withheld: int


def incomes_of(plan: Plan, entries: Iterable[Entry], year: int) -> tuple[Income, ...]:
    """Return the year of each adult, by date of payment.

    Source: Wet IB 2001, art. 3.146 (BWBR0011353); Wet LB 1964, art. 13a (BWBR0002471).
    """
    places, mine = plan.in_year(year), [[0, 0, 0] for _ in plan.situation.adults]
    for entry in entries:
        if entry.at in places:
            sums = mine[entry.place]
            sums[0] += entry.bruto
            sums[1] += entry.arbeid
            sums[2] += entry.withheld
    return tuple(Income(*each) for each in mine)


def tax_settled(incomes: Sequence[Income], holder: int | None, law: Law) -> Cents:
    """Return what comes back over a year in cents, below zero what is to be paid: withheld less tax due.

    Source: Wet IB 2001, art. 9.2 (BWBR0011353).
    """
    return Cents(
        sum(
            each.withheld
            - inkomstenbelasting_per_year(
                each.bruto, each.arbeid, law.belasting, with_combinatiekorting=place == holder
            )
            for place, each in enumerate(incomes)
        )
    )


def holder_in(frame: Frame, incomes: Sequence[Income]) -> int | None:
    """Return which adult has the combinatiekorting over the wages of a real year.

    Source: Wet IB 2001, art. 8.14a (BWBR0011353).
    """
    return credit_holder(frame, tuple(PersonYear(0, each.arbeid, 0, 0, 0, 0, 0, 0) for each in incomes))


def credits_as_means(plan: Plan, wages: Sequence[Entry]) -> dict[tuple[int, int], int]:
    """Return the combinatiekorting of a real year per month with a wage, by year and adult, in cents.

    The year before the first one has that of the first.
    Source: Participatiewet, art. 31 lid 1 (BWBR0015703).
    """
    found: dict[tuple[int, int], int] = {}
    for year in plan.years:
        incomes, law = incomes_of(plan, wages, year), plan.laws[plan.at(year, 1)]
        place = holder_in(frame_of(plan.situation, law), incomes)
        if place is None:
            continue
        worked = {each.at for each in wages if each.place == place and each.arbeid and not _is_holiday(each)}
        months = len(worked.intersection(plan.in_year(year)))
        credit = combinatiekorting_per_year(incomes[place].arbeid, law.belasting)
        found[year, place] = credit // max(1, months)
    first = plan.start.year
    return found | {(first - 1, place): each for (year, place), each in found.items() if year == first}


def _is_holiday(entry: Entry) -> bool:
    return entry.pay is Pay.VAKANTIEGELD


class Toeslagen(msgspec.Struct, frozen=True):
    """The toeslagen of the plan: what is paid, and per year the right less the advances."""

    entries: tuple[Entry, ...]
    settled: dict[int, int]


def toeslagen_of(plan: Plan, months: Sequence[Entitled], incomes: dict[int, int]) -> Toeslagen:
    """Return the advances, each paid around the 20th of the month before, and what is left to settle.

    Until the month of the start the estimate is that of now; a new one holds from the payment after it, and
    childcare that began with the work is paid for in arrears then. `incomes` is by year; a later year is
    taken to be as the last one.
    Source: Awir, art. 14, 16, 17 and 24 (BWBR0018472).
    """
    now_income = _income_now(plan)
    entries: list[Entry] = []
    settled = dict.fromkeys(plan.years, 0)
    arrears = 0
    for at in range(1, len(months)):
        month, year = months[at], plan.months[at].year
        is_new = at - 1 > plan.begin
        right = _at(
            month.frame,
            month.jobs,
            incomes.get(year, incomes[plan.years[-1]] if at > plan.begin else now_income),
            with_opvang=_opvang(plan, at),
        )
        advance = right
        if not is_new:
            now_opvang = plan.situation.has_opvang_now
            advance = _at(month.frame, jobs_of(plan.situation), now_income, with_opvang=now_opvang)
        entries += _advances(plan, at - 1, advance)
        if year in settled:
            settled[year] += sum(right[kind] - advance[kind] for kind in TOESLAGEN)
            if at in {plan.begin, plan.begin + 1}:
                late = max(0, right[Kind.KINDEROPVANGTOESLAG] - advance[Kind.KINDEROPVANGTOESLAG])
                settled[year] -= late
                arrears += late
        if cost := right[Kind.OPVANGKOSTEN]:
            entries.append(Entry(at=at, pay=Pay.OPVANGKOSTEN, net=cost))
    if arrears:
        entries.append(_toeslag(plan, plan.begin + 1, Pay.KINDEROPVANGTOESLAG, arrears))
    return Toeslagen(tuple(entries), settled)


def _income_now(plan: Plan) -> int:
    """Return the toetsingsinkomen on which the advances are based before the work begins."""
    situation, law = plan.situation, plan.laws[plan.begin]
    return budget_at(frame_of(situation, law), jobs_of(situation)).toetsingsinkomen


def _opvang(plan: Plan, at: int) -> bool:
    return plan.situation.has_opvang_now or (at >= plan.begin and plan.job is not None)


def _at(frame: Frame, jobs: Jobs, income: int, *, with_opvang: bool) -> dict[Kind, int]:
    found = dict.fromkeys((*TOESLAGEN, Kind.OPVANGKOSTEN), 0)
    for line in toeslag_lines(frame, jobs, income, None, with_opvang=with_opvang):
        found[line.kind] = line.per_month
    return found


def _advances(plan: Plan, at: int, advance: dict[Kind, int]) -> Iterator[Entry]:
    for kind in TOESLAGEN:
        if advance[kind]:
            yield _toeslag(plan, at, Pay(kind.value), advance[kind])


def _toeslag(plan: Plan, at: int, pay: Pay, amount: int) -> Entry:
    return Entry(at=at, pay=pay, net=amount, day=plan.months[at].first_day.replace(day=PAYDAY_OF_TOESLAGEN))


def kinderbijslag_entries(plan: Plan) -> Iterator[Entry]:
    """Return the kinderbijslag, paid in the first days after each quarter.

    Source: Algemene Kinderbijslagwet, art. 12 and 18 (BWBR0002368).
    """
    for at, month in enumerate(plan.months):
        if at < MONTHS_IN_A_QUARTER or month.number % MONTHS_IN_A_QUARTER != 1:
            continue
        first = add_months(month.first_day, -MONTHS_IN_A_QUARTER)
        born = [child.born for child in plan.situation.children if child.born <= first]
        ages = [months_between(each, first) // MONTHS_IN_A_YEAR for each in born]
        amount = kinderbijslag_per_quarter(ages, plan.laws[at - MONTHS_IN_A_QUARTER].kinderbijslag)
        if amount:
            yield Entry(at=at, pay=Pay.KINDERBIJSLAG, net=amount)


def income_in(plan: Plan, entries: Sequence[Entry], year: int) -> Cents:
    """Return the toetsingsinkomen of a real year, of all adults together.

    Source: Awir, art. 7 and 8 (BWBR0018472).
    """
    return toetsingsinkomen_per_year([each.bruto for each in incomes_of(plan, entries, year)])
