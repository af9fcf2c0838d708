"""Bijstand and WW in the calendar: when each month is paid, what ends it, and what is exempt."""

from datetime import date

import msgspec

from app.calculator.flow.payments import Note, Pay
from app.calculator.model import WW, Job
from app.calculator.rules.vrijlating import Vrijlating
from tests.calculator.flow.months_cases import (
    CHILD,
    adult,
    job_of,
    law_for,
    months_of,
    on_bijstand,
    with_note,
    without_bijstand,
)

COSTS = {Pay.OPVANGKOSTEN, Pay.REISKOSTEN}


def test_the_old_exemption_stops_after_its_months_and_the_new_one_begins_in_2027() -> None:
    used = {Vrijlating.N: 4}
    household = on_bijstand(adult(has_vrijlating=True, months_used=used))
    found = months_of(household, job_of(16), date(2026, 7, 1))
    # July and August are exempt; September is paid in October.
    assert with_note(Note.EXEMPTION_ENDS, found) == ["2026-10"]
    assert with_note(Note.EXEMPTION_2027, found) == ["2027-02"]
    assert found["2026-09"].of(Pay.BIJSTAND) > found["2026-10"].of(Pay.BIJSTAND)
    assert found["2027-02"].of(Pay.BIJSTAND) > found["2027-01"].of(Pay.BIJSTAND)


def test_the_exemption_of_2027_lasts_twelve_months() -> None:
    household = on_bijstand(adult(has_vrijlating=True, months_used={Vrijlating.A34A: 9}))
    found = months_of(household, job_of(16), date(2027, 1, 1))
    assert with_note(Note.EXEMPTION_ENDS, found) == ["2027-05"]


def test_months_before_the_new_work_use_up_no_exemption() -> None:
    household = on_bijstand(adult(job_of(8), has_vrijlating=True))
    found = months_of(household, job_of(10), date(2026, 9, 1))
    without = months_of(on_bijstand(adult(job_of(8))), job_of(10), date(2026, 9, 1))
    for month in ("2026-10", "2026-12", "2027-01"):
        assert found[month].of(Pay.BIJSTAND) > without[month].of(Pay.BIJSTAND)
    assert not with_note(Note.EXEMPTION_ENDS, found)
    assert with_note(Note.EXEMPTION_2027, found) == ["2027-02"]


def test_without_a_granted_exemption_there_is_none() -> None:
    found = months_of(on_bijstand(adult()), job_of(16))
    assert len({each.of(Pay.BIJSTAND) for month, each in found.items() if month > "2026-12"}) == 1
    assert not with_note(Note.EXEMPTION_2027, found)


def test_bijstand_that_has_ended_pays_its_holiday_pay_within_three_months() -> None:
    found = months_of(on_bijstand(adult()), job_of(36))
    assert not any(each.of(Pay.BIJSTAND) for each in found.values())
    kept = [month for month, each in found.items() if each.of(Pay.VAKANTIEGELD_BIJSTAND)]
    assert kept == ["2027-02"]  # The last month of bijstand is November.


def test_a_start_halfway_the_month_pays_part_of_the_wage_and_bijstand_beside_it() -> None:
    found = months_of(on_bijstand(adult()), job_of(32), date(2026, 12, 20))
    assert 0 < found["2026-12"].of(Pay.LOON) < found["2027-01"].of(Pay.LOON) // 2
    assert found["2027-01"].of(Pay.BIJSTAND)
    assert with_note(Note.LAST_BENEFIT, found) == ["2027-01"]


def test_ww_comes_a_month_later_and_falls_from_75_to_70_percent() -> None:
    found = months_of(without_bijstand(adult(ww=WW(300_000, 1))), job_of(20))
    full, beside = found["2026-12"].of(Pay.WW), found["2027-01"].of(Pay.WW)
    assert full > beside  # December pays November, without work.
    assert with_note(Note.WW_LOWER, found) == ["2027-03"]  # February is the third month.
    assert found["2027-02"].of(Pay.WW) > found["2027-03"].of(Pay.WW)
    assert Note.INCOME_STATEMENT in found["2027-01"].notes
    assert Note.INCOME_STATEMENT not in found["2026-12"].notes


def test_holiday_pay_of_a_job_lowers_the_ww_of_may_and_does_not_end_it() -> None:
    found = months_of(without_bijstand(adult(ww=WW(300_000, 3))), job_of(30))
    assert found["2027-05"].of(Pay.VAKANTIEGELD)
    assert found["2027-06"].of(Pay.WW) < found["2027-05"].of(Pay.WW)
    assert found["2027-07"].of(Pay.WW) == found["2027-05"].of(Pay.WW)


def test_ww_ends_above_its_limit_and_its_holiday_pay_follows() -> None:
    found = months_of(without_bijstand(adult(ww=WW(250_000, 3))), job_of(38))
    assert with_note(Note.LAST_BENEFIT, found) == ["2026-12"]
    assert with_note(Note.WW_ENDS, found) == ["2027-01"]
    assert found["2027-01"].of(Pay.VAKANTIEGELD_WW)


def test_ww_stops_on_its_last_day() -> None:
    found = months_of(without_bijstand(adult(ww=WW(300_000, 5, date(2027, 3, 10)))), None)
    april, march = found["2027-04"].of(Pay.WW), found["2027-03"].of(Pay.WW)
    assert 0 < april < march // 2
    assert not found["2027-05"].of(Pay.WW)
    assert found["2027-05"].is_low is False  # Its holiday pay comes.
    assert found["2027-06"].is_low
    assert with_note(Note.WW_ENDS, found) == ["2027-05"]


def test_a_household_has_one_toeslag_of_uwv() -> None:
    ww = WW(90_000, 3, has_toeslag=True)
    both, one = (
        months_of(without_bijstand(adult(ww=ww), adult(ww=other), children=CHILD), None)["2027-01"]
        for other in (ww, WW(90_000, 3))
    )
    assert both.of(Pay.TOESLAG_UWV) == one.of(Pay.TOESLAG_UWV) > 0


def test_minimum_wage_and_norm_move_on_1_july() -> None:
    law = law_for(date(2026, 4, 1))
    hour = law.minimumloon.uurloon[-1][1]
    job = Job(hour * 16 * 52 // 12, 1600, hour)
    found = months_of(on_bijstand(adult()), job, date(2026, 4, 1))
    assert with_note(Note.HALF_YEAR, found) == ["2026-07"]
    assert found["2026-07"].of(Pay.LOON) > found["2026-06"].of(Pay.LOON)
    other = months_of(on_bijstand(adult()), msgspec.structs.replace(job, uurloon=1_600), date(2026, 4, 1))
    assert other["2026-07"].of(Pay.LOON) == other["2026-06"].of(Pay.LOON)
