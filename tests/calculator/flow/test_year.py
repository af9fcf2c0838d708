"""The sums of the calendar: what is paid, owed and settled is what the rules give over the same months."""

from collections.abc import Callable, Iterable
from datetime import date
from fractions import Fraction

import msgspec
import pytest

from app.calculator.flow.budget import budget
from app.calculator.flow.law_on import Law
from app.calculator.flow.months import worked_out
from app.calculator.flow.payments import Entry, Pay, Settlement
from app.calculator.flow.payments_plan import Plan, plan_of
from app.calculator.model import WW, Job, Situation
from app.calculator.rules.huurtoeslag import Home, huurtoeslag_per_month
from app.calculator.rules.zorgtoeslag import zorgtoeslag_per_month
from tests.calculator.flow.months_cases import (
    BEGINNERS,
    CHILD,
    DECEMBER,
    STARTS,
    STEADY,
    adult,
    job_of,
    law_for,
    on_bijstand,
    one_law,
    without_bijstand,
)
from tests.calculator.naive import bijstand as naive_bijstand
from tests.calculator.naive import tax as naive_tax
from tests.calculator.naive import ww as naive_ww
from tests.calculator.naive.law import law, nearest_cent, table

TAXED = {
    Pay.LOON,
    Pay.LOON_PARTNER,
    Pay.WW,
    Pay.WW_PARTNER,
    Pay.TOESLAG_UWV,
    Pay.BIJSTAND,
    Pay.VAKANTIEGELD,
    Pay.VAKANTIEGELD_BIJSTAND,
    Pay.VAKANTIEGELD_WW,
}


class Worked(msgspec.Struct):
    """A plan with all that is paid in it."""

    plan: Plan
    entries: list[Entry]
    settled: dict[int, Settlement]

    def net(self, year: int, pays: Iterable[Pay]) -> int:
        wanted, places = set(pays), self.plan.in_year(year)
        return sum(each.net for each in self.entries if each.pay in wanted and each.at in places)

    def bruto(self, year: int, pays: Iterable[Pay]) -> int:
        wanted, places = set(pays), self.plan.in_year(year)
        return sum(each.bruto for each in self.entries if each.pay in wanted and each.at in places)


def work_out(
    situation: Situation, job: Job | None, start: date, law_of: Callable[[date], Law] = law_for
) -> Worked:
    plan = plan_of(situation, job, start, law_of)
    _, entries, settlements = worked_out(plan)
    return Worked(plan, entries, {each.year: each for each in settlements})


def euros(cents: int) -> Fraction:
    return Fraction(cents, 100)


def net_wage(loon: Fraction, day: date) -> Fraction:
    """Return the net month of a wage that lasts a year, with the holiday pay built up in it."""
    whole = loon * 12 + nearest_cent(loon * 12 * law("minimumloon.vakantiebijslag", day))
    return nearest_cent((whole - naive_tax.inkomstenbelasting(whole, whole, day)) / 12)


@pytest.mark.parametrize("name", STEADY)
def test_twelve_equal_months_are_a_year(name: str) -> None:
    situation = STEADY[name]
    found = work_out(situation, situation.person.job, date(2026, 1, 1), one_law)
    settled = found.settled[2026]
    together = found.net(2026, Pay) + settled.tax + settled.toeslagen
    steady = budget(situation, one_law(date(2026, 1, 1)))
    # Every row of a steady month is a twelfth, rounded to a cent; a credit that tax limits is in whole euros.
    assert abs(together - 12 * steady.per_month) <= (100 if "little left" in name else 15)
    settled_rows = steady.toetsingsinkomen - found.bruto(2026, TAXED)
    assert abs(settled_rows) <= 300  # Whole euros per adult, and gross bijstand per month.


@pytest.mark.parametrize("start", [DECEMBER, date(2026, 12, 15)])
def test_bijstand_paid_and_owed_is_the_norm_less_the_wage_of_every_month(start: date) -> None:
    found = work_out(on_bijstand(adult(has_vrijlating=True)), job_of(16), start)
    wage = euros(job_of(16).loon_per_month)
    rights, kept = {}, {}
    for number in range(12, 25):
        day = date(2026 + (number - 1) // 12, (number - 1) % 12 + 1, 1)
        share = Fraction(32 - start.day, 31) if number == 12 else Fraction(1)
        kind = "n" if number == 12 else "34a"
        norm = law("participatiewet.norm_alleenstaande", day)
        rights[number] = naive_bijstand.beside(net_wage(nearest_cent(wage * share), day), kind, norm, day)
        kept[number] = naive_bijstand.holiday(rights[number], day)
    june, later = (law("participatiewet.norm_alleenstaande", date(2026, month, 1)) for month in (6, 7))
    # What was kept before the work: from June, which came after the payment of June, to November.
    kept_before = naive_bijstand.holiday(june, DECEMBER) + 5 * naive_bijstand.holiday(later, DECEMBER)
    owed_before = rights[12] + kept_before
    owed_after = rights[24] - kept[24] + sum(kept[number] for number in range(18, 25))
    paid = euros(found.net(2027, (Pay.BIJSTAND, Pay.VAKANTIEGELD_BIJSTAND)))
    assert paid - owed_before + owed_after == sum(rights[number] for number in range(13, 25))


def test_ww_paid_and_owed_is_that_of_every_month() -> None:
    found = work_out(without_bijstand(adult(ww=WW(300_000, 2))), job_of(20), DECEMBER)
    wage, nothing = euros(job_of(20).loon_per_month), Fraction(0)
    # Holiday pay of six months comes in May and lowers the WW of May.
    may = nearest_cent(6 * wage * law("minimumloon.vakantiebijslag", DECEMBER))
    rights = {
        number: naive_ww.paid(
            Fraction(3000), number - 10, wage + (may if number == 17 else 0), nothing, DECEMBER
        )
        for number in range(12, 25)
    }
    usual = {number: naive_ww.in_the_month(each, DECEMBER) for number, each in rights.items()}
    full = naive_ww.paid(Fraction(3000), 1, nothing, nothing, DECEMBER)
    kept_before = 7 * (full - naive_ww.in_the_month(full, DECEMBER))  # May to November, without work.
    owed_before = rights[12] + kept_before
    owed_after = usual[24] + sum(rights[number] - usual[number] for number in range(17, 25))
    paid = euros(found.bruto(2027, (Pay.WW, Pay.VAKANTIEGELD_WW)))
    assert paid - owed_before + owed_after == sum(rights[number] for number in range(13, 25))


def test_a_wage_is_withheld_by_the_table_and_holiday_pay_is_eight_percent() -> None:
    job = job_of(32, pensioenpremie_per_month=6_000)
    found = work_out(without_bijstand(adult()), job, date(2026, 10, 16))
    wages = [each for each in found.entries if each.pay is Pay.LOON]
    assert wages[0].bruto == round(Fraction(job.loon_per_month * 16, 31)) - round(Fraction(6_000 * 16, 31))
    for each in wages:
        withheld = naive_tax.loonheffing(euros(each.bruto), 12, "white", DECEMBER)
        assert euros(each.net) == euros(each.bruto) - withheld
    built_up = euros(round(Fraction(job.loon_per_month * 16, 31)) + 7 * job.loon_per_month)
    holiday = next(each for each in found.entries if each.pay is Pay.VAKANTIEGELD)
    assert found.plan.months[holiday.at].number == 5
    assert euros(holiday.bruto) == nearest_cent(built_up * law("minimumloon.vakantiebijslag", DECEMBER))


@pytest.mark.parametrize("start", STARTS)
@pytest.mark.parametrize("name", BEGINNERS)
def test_what_is_kept_of_a_year_is_its_income_less_its_tax(name: str, start: date) -> None:
    situation, job = BEGINNERS[name]
    found = work_out(situation, job, start)
    for year, settled in found.settled.items():
        day, places = date(year, 1, 1), found.plan.in_year(year)
        mine = [each for each in found.entries if each.pay in TAXED and each.at in places]
        adults = range(len(situation.adults))
        bruto = [euros(sum(each.bruto for each in mine if each.place == place)) for place in adults]
        arbeid = [euros(sum(each.arbeid for each in mine if each.place == place)) for place in adults]
        least = law("inkomstenbelasting.combinatiekorting_vanaf", day)
        parent = bool(situation.children) and arbeid[0] > least
        tax = sum(
            naive_tax.inkomstenbelasting(bruto[place], arbeid[place], day, parent=parent) for place in adults
        )
        assert euros(found.net(year, TAXED) + settled.tax) == sum(bruto) - tax


@pytest.mark.parametrize("start", [DECEMBER, date(2027, 1, 1)])
@pytest.mark.parametrize("name", ["bijstand, 36 hours", "WW, 20 hours", "bijstand, 16 hours"])
def test_toeslagen_and_their_settlement_are_the_right_over_the_real_income(name: str, start: date) -> None:
    situation, job = BEGINNERS[name]
    found = work_out(situation, job, start)
    for year, settled in found.settled.items():
        months = {at - 1 for at in found.plan.in_year(year)}  # Paid in the month before.
        advances = sum(
            each.net
            for each in found.entries
            if each.pay in {Pay.ZORGTOESLAG, Pay.HUURTOESLAG} and each.at in months
        )
        income = found.bruto(year, TAXED) // 100 * 100
        on = law_for(date(year, 1, 1))
        home = Home(situation.home.kale_huur_per_month, 1)
        right = zorgtoeslag_per_month(income, on.zorgtoeslag)
        right_to_rent = huurtoeslag_per_month(home, income, on.huurtoeslag)
        assert advances + settled.toeslagen == 12 * (right + right_to_rent)


def test_childcare_that_begins_with_the_work_is_paid_for_in_the_end() -> None:
    situation, job = BEGINNERS["bijstand of a parent, 24 hours"]
    found = work_out(situation, job, DECEMBER)
    paid = [each for each in found.entries if each.pay is Pay.KINDEROPVANGTOESLAG]
    first, month = found.plan.begin, min(each.net for each in paid)
    assert min(each.at for each in paid) == first + 1
    until_march = sum(each.net for each in paid if each.at <= first + 2)
    assert until_march == 4 * month  # December to March, of which the last one is paid in February.
    assert sum(each.net for each in found.entries if each.pay is Pay.OPVANGKOSTEN) == -14 * 105_000


def test_kinderbijslag_is_four_quarters() -> None:
    found = work_out(on_bijstand(adult(), children=CHILD), job_of(12), date(2026, 3, 1))
    low, high = (table("kinderbijslag.bedrag", date(2026, month, 1))[0][1] for month in (1, 7))
    # In January the quarter of the year before, for which the first known amount stands.
    assert found.net(2026, [Pay.KINDERBIJSLAG]) == low + low + low + high
    assert found.net(2027, [Pay.KINDERBIJSLAG]) == 4 * high


def test_monthly_and_four_weekly_pay_give_the_same_year() -> None:
    years = []
    for four_weeks in (False, True):
        job = job_of(30, is_paid_per_four_weeks=four_weeks)
        found = work_out(without_bijstand(adult()), job, date(2026, 1, 1), one_law)
        years.append(found.net(2026, Pay) + found.settled[2026].tax + found.settled[2026].toeslagen)
    assert abs(years[0] - years[1]) <= 15


def test_a_couple_gets_all_of_its_bijstand_and_half_of_it_each() -> None:
    odd = 0
    for hours in range(4, 12):
        found = work_out(on_bijstand(adult(job_of(hours)), adult()), job_of(hours), DECEMBER, one_law)
        norm, day = law("participatiewet.norm_paar", DECEMBER), DECEMBER
        right = naive_bijstand.beside(net_wage(euros(job_of(hours).loon_per_month), day), None, norm, day)
        mine = [each.net for each in found.entries if each.pay is Pay.BIJSTAND and each.at == 10]
        assert euros(sum(mine)) == right - naive_bijstand.holiday(right, day)
        assert abs(mine[0] - mine[1]) <= 1
        odd += mine[0] != mine[1]
    assert odd


def test_an_extra_payment_loses_the_tax_that_it_adds_to_a_year() -> None:
    found = work_out(without_bijstand(adult(job_of(32))), job_of(32), date(2026, 1, 1), one_law)
    year = euros(12 * job_of(32).loon_per_month)
    extra = nearest_cent(year * law("minimumloon.vakantiebijslag", DECEMBER))
    with_it, without = (naive_tax.inkomstenbelasting(each, each, DECEMBER) for each in (year + extra, year))
    assert euros(found.net(2026, [Pay.VAKANTIEGELD])) == extra - (with_it - without)


def test_uwv_takes_off_the_credit_until_the_employer_does() -> None:
    found = work_out(without_bijstand(adult(ww=WW(300_000, 5))), job_of(24), DECEMBER)
    ww = {each.at - found.plan.begin: each for each in found.entries if each.pay is Pay.WW}
    for months, korting in ((-1, "green"), (0, "none"), (4, "none")):
        bruto = euros(ww[months].bruto)
        assert euros(ww[months].net) == bruto - naive_tax.loonheffing(bruto, 12, korting, DECEMBER)


def test_the_employer_takes_off_the_credit_when_ww_that_was_higher_is_over() -> None:
    household = without_bijstand(adult(ww=WW(400_000, 5, date(2027, 3, 31))))
    found = work_out(household, job_of(10), DECEMBER)
    wages = {each.at - found.plan.begin: each for each in found.entries if each.pay is Pay.LOON}
    assert wages[3].withheld > 0
    assert wages[4].withheld == 0  # April: nobody else takes it off, and the wage is low.


def test_a_job_that_stops_pays_its_holiday_pay_in_its_last_month() -> None:
    found = work_out(without_bijstand(adult(job_of(24))), None, date(2026, 11, 16))
    paid = [each for each in found.entries if each.pay is Pay.VAKANTIEGELD]
    assert [str(found.plan.months[each.at]) for each in paid][-1] == "2026-11"
    wages = sum(each.bruto for each in found.entries if each.pay is Pay.LOON and 13 <= each.at <= 18)
    built_up = wages and nearest_cent(euros(wages) * law("minimumloon.vakantiebijslag", DECEMBER))
    assert euros(paid[-1].bruto) == built_up


def test_a_credit_of_the_work_does_not_lower_bijstand_before_it() -> None:
    household = on_bijstand(adult(), children=CHILD)
    with_work, without = (work_out(household, job, date(2026, 9, 1)) for job in (job_of(36), None))
    january = with_work.plan.at(2026, 1)
    for at in range(january, january + 8):
        paid = [
            sum(each.net for each in found.entries if each.pay is Pay.BIJSTAND and each.at == at)
            for found in (with_work, without)
        ]
        assert paid[0] == paid[1] > 0


def test_childcare_in_arrears_is_not_settled_again() -> None:
    situation, job = BEGINNERS["bijstand of a parent, 24 hours"]
    settled = work_out(situation, job, DECEMBER).settled
    assert [each.toeslagen for each in settled.values()] == [0, 0]


def test_childcare_that_is_not_used_now_costs_nothing_before_the_work() -> None:
    household = without_bijstand(adult(job_of(8)), children=CHILD)
    found = work_out(msgspec.structs.replace(household, has_opvang_now=False), job_of(24), DECEMBER)
    bills = [each.at for each in found.entries if each.pay is Pay.OPVANGKOSTEN]
    assert min(bills) == found.plan.begin
