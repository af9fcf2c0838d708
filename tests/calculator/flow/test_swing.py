"""A low, a usual and a high month, and what to keep apart."""

from __future__ import annotations

from datetime import date

import msgspec
import pytest

from app.calculator.flow.budget import budget_at, with_job
from app.calculator.flow.frame import Frame, frame_of
from app.calculator.flow.law_on import law_on
from app.calculator.flow.swing import SETTLED_BY_MONTH, scaled, swing
from app.calculator.model import WW, Adult, Child, Dwelling, Home, Job, Kind, Situation
from app.calculator.rules.minimumloon import maandloon_per_month
from app.calculator.rules.ww import Earned, Right, uitkering_per_month
from tests.calculator.cases import parameters_on

DAY = date(2026, 11, 21)
RENTED = Home(Dwelling.HUUR, 65_000)
BORN = date(1985, 3, 1)
SINGLE = Situation(person=Adult(born=BORN), home=RENTED, has_bijstand=True)
ON_WW = Situation(person=Adult(born=BORN, ww=WW(300_000)), home=RENTED)
PARENT = Situation(
    person=Adult(born=BORN), children=(Child(date(2019, 1, 1)),), home=RENTED, has_bijstand=True
)
WITHOUT = Situation(person=Adult(born=BORN), home=RENTED)
EVERYONE = [SINGLE, ON_WW, PARENT, WITHOUT]


def frame(situation: Situation) -> Frame:
    """The household in November 2026."""
    return frame_of(situation, law_on(parameters_on(DAY)))


def work(hours: int) -> Job:
    """A job of so many hours a week at the minimum wage."""
    return Job(maandloon_per_month(1499, hours * 100), hours * 100, 1499)


@pytest.mark.row("C10")
def test_a_fifth_less_and_a_fifth_more_than_24_hours() -> None:
    found = swing(frame(SINGLE), work(24))
    assert (found.low_hours, found.high_hours) == (19_20, 28_80)


def test_beside_bijstand_a_month_is_the_same_until_the_wage_is_above_the_norm() -> None:
    found = swing(frame(SINGLE), work(16))
    assert found.low.per_month == found.usual.per_month == found.high.per_month
    # All of the extra wage of a high month is bijstand that must be paid back.
    assert found.set_aside == found.high.of(Kind.LOON) - found.usual.of(Kind.LOON) > 0


def test_with_an_exemption_a_part_of_the_extra_wage_stays() -> None:
    granted = msgspec.structs.replace(
        SINGLE, person=msgspec.structs.replace(SINGLE.person, has_vrijlating=True)
    )
    found = swing(frame(granted), work(12))
    extra = found.high.of(Kind.LOON) - found.usual.of(Kind.LOON)
    assert found.set_aside == pytest.approx(extra * 75 / 100, abs=1)
    assert found.high.per_month - found.usual.per_month == extra - found.set_aside


def test_beside_ww_the_sum_is_what_the_formula_takes_off() -> None:
    on = frame(ON_WW)
    found = swing(on, work(16))
    right, usual, high = Right(300_000, 3), work(16).loon_per_month, scaled(work(16), 120_000).loon_per_month
    gross = uitkering_per_month(right, Earned(usual), on.law.ww) - uitkering_per_month(
        right, Earned(high), on.law.ww
    )
    # Net is less than gross, and more than half of it in these bands.
    assert gross / 2 < found.set_aside < gross
    assert found.set_aside == found.usual.of(Kind.WW) - found.high.of(Kind.WW)


def test_without_benefit_there_is_nothing_to_keep_apart() -> None:
    found = swing(frame(WITHOUT), work(24))
    assert found.set_aside == 0
    assert found.low.per_month < found.usual.per_month < found.high.per_month


@pytest.mark.parametrize("situation", EVERYONE)
@pytest.mark.parametrize("hours", [8, 20, 32])
def test_the_toeslagen_of_one_month_are_those_of_the_usual_year(situation: Situation, hours: int) -> None:
    found = swing(frame(situation), work(hours))
    own = {Kind.LOON, Kind.AANGIFTE, *SETTLED_BY_MONTH}
    for kind in set(Kind) - own:
        assert found.low.of(kind) == found.usual.of(kind) == found.high.of(kind)


@pytest.mark.parametrize("situation", EVERYONE)
@pytest.mark.parametrize("hours", [8, 20, 32])
def test_wage_and_benefit_of_a_month_are_those_of_its_hours(situation: Situation, hours: int) -> None:
    on, job = frame(situation), work(hours)
    found = swing(on, job)
    high = budget_at(on, with_job(situation, scaled(job, 120_000)))
    for kind in (Kind.LOON, *SETTLED_BY_MONTH):
        assert found.high.of(kind) == high.of(kind)
    assert found.usual.per_month == budget_at(on, with_job(situation, job)).per_month


@pytest.mark.parametrize("situation", EVERYONE)
def test_rows_stand_in_the_order_of_a_page(situation: Situation) -> None:
    found = swing(frame(situation), work(24))
    order = [list(Kind).index(line.kind) for line in found.low.lines]
    assert order == sorted(set(order))


def test_a_benefit_that_the_usual_wage_ended_does_not_come_back_in_a_low_month() -> None:
    found = swing(frame(SINGLE), work(24))
    low = budget_at(frame(SINGLE), with_job(SINGLE, scaled(work(24), 80_000)))
    assert found.usual.of(Kind.BIJSTAND) == found.low.of(Kind.BIJSTAND) == 0 < low.of(Kind.BIJSTAND)
    over = swing(frame(ON_WW), Job(280_000, 36_00))
    assert over.usual.of(Kind.WW) == over.low.of(Kind.WW) == 0
    assert over.low.of(Kind.LOON) < over.usual.of(Kind.LOON)


def test_a_ww_that_is_only_too_low_to_be_paid_is_paid_in_a_low_month() -> None:
    little = msgspec.structs.replace(ON_WW, person=Adult(born=BORN, ww=WW(100_000)))
    found = swing(frame(little), Job(65_000, 10_00))
    assert found.usual.of(Kind.WW) == 0 < found.low.of(Kind.WW)


def test_beside_bijstand_the_credit_goes_with_it_so_that_norm_and_wage_still_meet() -> None:
    found = swing(frame(PARENT), work(16))
    for month in (found.low, found.usual, found.high):
        means = (Kind.LOON, Kind.BIJSTAND, Kind.AANGIFTE)
        assert sum(month.of(kind) for kind in means) == pytest.approx(frame(PARENT).norm, abs=1)


def test_a_swing_of_nothing_is_three_usual_months() -> None:
    found = swing(frame(ON_WW), work(24), spread_ratio=0)
    assert found.low.lines == found.usual.lines == found.high.lines
    assert found.set_aside == 0


def test_a_month_can_be_without_work() -> None:
    found = swing(frame(SINGLE), work(10), spread_ratio=150_000)
    assert (found.low_hours, found.high_hours) == (0, 25_00)
    assert found.low.of(Kind.LOON) == 0


def test_what_is_shown_as_hours_times_the_wage_per_hour_is_the_wage() -> None:
    job = scaled(work(23), 120_000)
    assert job.loon_per_month == maandloon_per_month(1499, job.uren_per_week)


def test_a_wage_per_month_is_scaled_with_its_pension_and_not_its_travel() -> None:
    job = scaled(Job(200_000, pensioenpremie_per_month=10_000, reiskosten_per_month=5_000), 120_000)
    assert job == Job(240_000, pensioenpremie_per_month=12_000, reiskosten_per_month=5_000)
