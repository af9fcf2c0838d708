"""The calendar month by month: gaps, lags, notes, and what never happens."""

import itertools
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.calculator.flow.frame import frame_of
from app.calculator.flow.months import MARGIN, calendar
from app.calculator.flow.payments import Calendar, Note, Pay
from app.calculator.model import WW, Adult, Job, Situation
from app.calculator.not_covered import NotCovered
from app.calculator.rules.bijstand import vakantietoeslag_per_month
from app.calculator.rules.vrijlating import Vrijlating
from app.period import Month
from tests.calculator.flow.months_cases import (
    BEGINNERS,
    CHILD,
    DECEMBER,
    HUUR,
    STARTS,
    adult,
    job_of,
    law_for,
    months_of,
    on_bijstand,
    with_note,
    without_bijstand,
)
from tests.calculator.flow.random_households import jobs, situations

COSTS = {Pay.OPVANGKOSTEN, Pay.REISKOSTEN}


def every_calendar() -> list[Calendar]:
    return [calendar(*each, start, law_for) for each in BEGINNERS.values() for start in STARTS]


def test_there_are_twelve_months_from_that_of_the_first_working_day() -> None:
    months = calendar(on_bijstand(adult()), job_of(16), date(2026, 12, 14), law_for).months
    assert months[0].month == Month(2026, 12)
    assert [each.month.number for each in months] == [12, *range(1, 12)]


def test_a_month_of_now_has_no_kept_holiday_pay_and_is_that_of_the_same_engine() -> None:
    law = law_for(DECEMBER)
    norm = law.bijstand.norm_alleenstaande
    found = calendar(on_bijstand(adult()), None, DECEMBER, law_for)
    paid = norm - vakantietoeslag_per_month(norm, law.bijstand)
    assert found.months[1].of(Pay.BIJSTAND) == paid
    toeslagen = found.months[1].of(Pay.ZORGTOESLAG) + found.months[1].of(Pay.HUURTOESLAG)
    assert found.now_per_month == paid + toeslagen
    assert not any(each.is_low for each in found.months)


@pytest.mark.row("C9")
def test_work_from_december_leaves_a_gap_until_the_payslip_is_known() -> None:
    found = calendar(on_bijstand(adult(has_vrijlating=True)), job_of(16), DECEMBER, law_for)
    first, second, third = found.months[:3]
    assert not first.of(Pay.BIJSTAND)
    assert first.of(Pay.LOON)
    assert first.is_low
    assert first.short_by == found.now_per_month - first.per_month
    assert {Note.FIRST_WAGE_LATER, Note.OFFSET_MONTH_LATER} <= set(first.notes)
    assert second.of(Pay.BIJSTAND)
    assert not second.is_low
    # December has the old exemption of 25 percent, January the new one of 15: seen when January is paid.
    assert third.of(Pay.BIJSTAND) < second.of(Pay.BIJSTAND)
    assert Note.EXEMPTION_2027 in third.notes
    assert Note.EXEMPTION_2027 not in second.notes


@pytest.mark.row("C9")
def test_four_weekly_pay_comes_every_28_days_and_twice_in_one_month() -> None:
    found = months_of(without_bijstand(adult()), job_of(32, is_paid_per_four_weeks=True))
    days = [pay.day for each in found.values() for pay in each.payments if pay.pay is Pay.LOON and pay.day]
    assert len(days) == 13
    assert {(later - day).days for day, later in itertools.pairwise(days)} == {28}
    assert len(with_note(Note.EXTRA_WAGE, found)) == 1


def test_a_month_of_now_has_one_wage_of_four_weeks() -> None:
    job = job_of(32, is_paid_per_four_weeks=True)
    # November has two pay days before this start.
    starts = [
        calendar(without_bijstand(adult(job)), job_of(20), date(2026, *day), law_for)
        for day in ((12, 1), (12, 14))
    ]
    assert starts[0].now_per_month == starts[1].now_per_month


def test_a_month_of_now_has_no_kinderbijslag() -> None:
    household = on_bijstand(adult(), children=CHILD)
    after_january, after_february = (
        calendar(household, job_of(12), date(2027, month, 1), law_for) for month in (2, 3)
    )
    assert after_january.now_per_month == after_february.now_per_month


def test_kinderbijslag_comes_after_each_quarter() -> None:
    found = months_of(on_bijstand(adult(), children=CHILD), job_of(12))
    assert with_note(Note.KINDERBIJSLAG, found) == ["2027-01", "2027-04", "2027-07", "2027-10"]
    assert [month for month, each in found.items() if each.of(Pay.KINDERBIJSLAG)] == with_note(
        Note.KINDERBIJSLAG, found
    )


def test_toeslagen_come_on_the_20th_and_follow_the_work_after_the_first_month() -> None:
    found = months_of(on_bijstand(adult()), job_of(36))
    days = {
        pay.day.day
        for each in found.values()
        for pay in each.payments
        if pay.pay is Pay.HUURTOESLAG and pay.day
    }
    assert days == {20}
    assert found["2026-12"].of(Pay.HUURTOESLAG) > found["2027-01"].of(Pay.HUURTOESLAG)
    assert with_note(Note.NEW_ESTIMATE, found) == ["2027-01"]
    assert len({each.of(Pay.HUURTOESLAG) for month, each in found.items() if month > "2026-12"}) == 1


def test_december_pays_the_toeslagen_of_a_january_that_is_not_shown() -> None:
    found = months_of(on_bijstand(adult()), job_of(36), date(2026, 1, 1))
    assert found["2026-12"].of(Pay.HUURTOESLAG) == found["2026-11"].of(Pay.HUURTOESLAG) > 0


def test_two_payers_who_withhold_too_little_give_a_bill() -> None:
    settled = calendar(without_bijstand(adult(ww=WW(300_000, 4))), job_of(20), date(2026, 1, 1), law_for)
    assert settled.settlements[0].year == 2026
    assert settled.settlements[0].tax < 0


def test_a_parent_gets_the_combinatiekorting_the_year_after() -> None:
    child = calendar(without_bijstand(adult(), children=CHILD), job_of(24), date(2026, 1, 1), law_for)
    alone = calendar(without_bijstand(adult()), job_of(24), date(2026, 1, 1), law_for)
    assert child.settlements[0].tax > alone.settlements[0].tax


def test_a_calendar_into_2027_says_that_its_numbers_are_old() -> None:
    assert calendar(on_bijstand(adult()), job_of(16), DECEMBER, law_for).is_outdated
    assert not calendar(on_bijstand(adult()), job_of(16), date(2026, 1, 1), law_for).is_outdated


@settings(max_examples=60, deadline=None)
@given(situations(), st.none() | jobs(), st.sampled_from(STARTS))
def test_no_household_gets_less_than_nothing_of_any_source(
    situation: Situation, job: Job | None, start: date
) -> None:
    try:
        found = calendar(situation, job, start, law_for)
    except NotCovered:
        return
    for each in found.months:
        assert all((payment.amount < 0) == (payment.pay in COSTS) for payment in each.payments)


def test_nothing_comes_in_below_zero_and_costs_are_never_above_it() -> None:
    for found in every_calendar():
        for each in found.months:
            for payment in each.payments:
                assert (payment.amount < 0) == (payment.pay in COSTS), payment
            assert each.is_low == (found.now_per_month - each.per_month > MARGIN)
            assert each.short_by == (found.now_per_month - each.per_month if each.is_low else 0)
            assert each.per_month == sum(each.of(pay) for pay in Pay)


def test_every_note_is_seen_somewhere() -> None:
    calendars = every_calendar()
    half_year = on_bijstand(adult(job_of(12)), children=CHILD)
    calendars.append(calendar(half_year, job_of(12), date(2026, 4, 1), law_for))
    exempt = on_bijstand(adult(has_vrijlating=True, months_used={Vrijlating.N: 5}))
    calendars.append(calendar(exempt, job_of(12), date(2026, 7, 1), law_for))
    four_weeks = without_bijstand(adult()), job_of(32, is_paid_per_four_weeks=True)
    calendars.append(calendar(*four_weeks, DECEMBER, law_for))
    assert {note for found in calendars for each in found.months for note in each.notes} == set(Note)


@pytest.mark.parametrize("start", STARTS)
def test_no_change_of_work_changes_nothing(start: date) -> None:
    household = on_bijstand(adult(job_of(12)))
    found = calendar(household, household.person.job, start, law_for)
    assert not {Note.FIRST_WAGE_LATER, Note.OFFSET_MONTH_LATER, Note.LAST_BENEFIT} & {
        note for each in found.months for note in each.notes
    }
    assert not any(each.is_low for each in found.months)


def test_somebody_who_was_a_child_last_year_has_a_calendar() -> None:
    young = Situation(person=Adult(born=date(2008, 11, 30)), home=HUUR, has_bijstand=True)
    assert len(calendar(young, job_of(12), DECEMBER, law_for).months) == 12


def test_somebody_who_reaches_the_aow_age_is_not_covered() -> None:
    old = Situation(person=Adult(born=date(1960, 6, 1)), home=HUUR, has_bijstand=True)
    assert frame_of(old, law_for(DECEMBER)).norm
    with pytest.raises(NotCovered):
        calendar(old, job_of(12), DECEMBER, law_for)


def test_the_aow_age_after_the_twelve_months_changes_nothing() -> None:
    later = Situation(person=Adult(born=date(1960, 11, 15)), home=HUUR, has_bijstand=True)
    assert len(calendar(later, job_of(12), DECEMBER, law_for).months) == 12


def test_the_birthday_that_matters_is_that_of_the_month() -> None:
    turning_21 = Situation(person=Adult(born=date(2006, 3, 15)), home=HUUR, has_bijstand=True)
    found = months_of(turning_21, None)
    assert found["2027-03"].of(Pay.BIJSTAND) < found["2027-04"].of(Pay.BIJSTAND)
