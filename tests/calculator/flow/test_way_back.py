"""The ways back when a job stops again, and what the employer owes."""

from __future__ import annotations

from datetime import date

import msgspec
import pytest

from app.calculator.flow.law_on import Law, law_on
from app.calculator.flow.way_back import Back, Lost, WayBack, lost_job, ways_back
from app.calculator.model import WW, Adult, Dwelling, Home, Job, Situation
from app.calculator.rules.minimumloon import maandloon_per_month
from app.money import Cents
from tests.calculator.cases import parameters_on

DAY = date(2026, 11, 21)
START = date(2026, 12, 1)
BORN = date(1985, 3, 1)
RENTED = Home(Dwelling.HUUR, 65_000)
SINGLE = Situation(person=Adult(born=BORN), home=RENTED, has_bijstand=True)
FULL_TIME = Job(300_000, 40_00)


def law() -> Law:
    """The law in November 2026."""
    return law_on(parameters_on(DAY))


def work(hours: int) -> Job:
    """A job of so many hours a week at the minimum wage."""
    return Job(maandloon_per_month(1499, hours * 100), hours * 100, 1499)


def on_ww(last_day: date | None = date(2027, 9, 30), month: int = 5) -> Situation:
    """Somebody with WW from a wage of 3.000 a month."""
    return Situation(person=Adult(born=BORN, ww=WW(300_000, month, last_day)), home=RENTED)


def ways(situation: Situation, job: Job, start: date = START) -> dict[Back, WayBack]:
    """The ways back by their name."""
    found = ways_back(situation, job, start, law())
    by_name = {each.back: each for each in found}
    assert len(by_name) == len(found)
    return by_name


@pytest.mark.row("C14")
def test_after_a_job_that_ended_bijstand_the_short_way_is_open_for_twelve_months() -> None:
    found = ways(SINGLE, FULL_TIME)
    assert found[Back.BIJSTAND_SHORT].until == date(2027, 11, 30)
    assert found[Back.BIJSTAND_NEW].from_day == date(2027, 12, 1)
    assert Back.BIJSTAND_GOES_ON not in found


def test_the_short_way_is_counted_from_the_last_day_of_bijstand_also_in_february() -> None:
    assert ways(SINGLE, FULL_TIME, date(2027, 3, 1))[Back.BIJSTAND_SHORT].until == date(2028, 2, 28)


def test_bijstand_that_goes_on_beside_the_job_needs_no_new_application() -> None:
    found = ways(SINGLE, work(16))
    assert Back.BIJSTAND_GOES_ON in found
    assert not found.keys() & {Back.BIJSTAND_SHORT, Back.BIJSTAND_NEW}


def test_a_new_ww_comes_from_the_job_after_26_weeks_and_lasts_three_months_at_least() -> None:
    found = ways(SINGLE, FULL_TIME)[Back.NEW_WW]
    assert found.from_day == date(2027, 6, 1)
    assert found.months == 3
    # A year of 3.000 with 8 % is 38.880; a day is 1/261 of it, a month 21,75 days, and 75 % of that is paid.
    assert found.ww_per_month == pytest.approx(243_000, abs=1)


def test_a_small_job_gives_no_new_ww_that_is_paid() -> None:
    assert Back.NEW_WW not in ways(SINGLE, work(4))
    assert Back.NEW_WW not in ways(SINGLE, Job(0))


def test_a_job_above_the_limit_ends_the_ww_and_what_was_left_of_it_can_begin_again() -> None:
    found = ways(on_ww(), FULL_TIME)[Back.OLD_WW]
    assert found.until == date(2027, 9, 30)
    assert found.ww_per_month == 210_000
    assert found.months == 10


def test_a_job_below_the_limit_leaves_the_ww_as_it_is() -> None:
    found = ways(on_ww(), work(16))
    assert Back.OLD_WW not in found
    assert found[Back.WW_GOES_ON].ww_per_month == 210_000


def test_the_percentage_is_that_of_the_month_in_which_the_work_begins() -> None:
    def per_month(start: date) -> int | None:
        return ways(on_ww(month=1), FULL_TIME, start)[Back.OLD_WW].ww_per_month

    assert per_month(date(2026, 12, 1)) == 225_000
    assert per_month(date(2027, 1, 21)) == 210_000


def test_a_right_that_ends_before_the_work_begins_is_no_way_back() -> None:
    assert Back.OLD_WW not in ways(on_ww(date(2026, 11, 30)), FULL_TIME)
    assert Back.OLD_WW in ways(on_ww(START), FULL_TIME)


def test_without_its_last_day_the_end_of_the_old_ww_is_not_known() -> None:
    found = ways(on_ww(None), FULL_TIME)[Back.OLD_WW]
    assert (found.until, found.months) == (None, None)


def test_after_ww_there_is_bijstand_for_who_has_little() -> None:
    assert Back.BIJSTAND_NEW in ways(on_ww(), FULL_TIME)


def test_savings_above_the_limit_close_bijstand() -> None:
    rich = msgspec.structs.replace(on_ww(), savings=2_000_000)
    assert ways(rich, FULL_TIME).keys() == {Back.OLD_WW, Back.NEW_WW}


def test_a_partner_who_earns_enough_closes_bijstand() -> None:
    partner = Adult(born=BORN, job=Job(300_000, 36_00))
    assert ways(Situation(person=Adult(born=BORN), partner=partner, home=RENTED), FULL_TIME).keys() == {
        Back.NEW_WW
    }


def test_where_nothing_is_known_it_says_so() -> None:
    partner = Adult(born=BORN, job=Job(300_000, 36_00))
    couple = Situation(person=Adult(born=BORN), partner=partner, home=RENTED)
    assert ways_back(couple, work(4), START, law()) == (WayBack(Back.NOTHING_KNOWN),)


def test_ww_stands_before_bijstand() -> None:
    both = msgspec.structs.replace(on_ww(), has_bijstand=True)
    order = [each.back for each in ways_back(both, FULL_TIME, START, law())]
    assert order == [Back.OLD_WW, Back.NEW_WW, Back.BIJSTAND_SHORT, Back.BIJSTAND_NEW]


def test_who_loses_a_job_of_three_years_gets_one_month_of_wage() -> None:
    found = lost_job(date(2023, 12, 1), date(2026, 11, 30), 324_000, law())
    assert found == Lost(Cents(324_000), date(2027, 2, 28))


def test_a_job_cannot_end_before_it_begins() -> None:
    with pytest.raises(ValueError, match="before it begins"):
        lost_job(date(2026, 12, 1), date(2026, 11, 30), 324_000, law())
    assert lost_job(START, START, 324_000, law()).transitievergoeding > 0
