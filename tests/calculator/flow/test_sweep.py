"""What a household has at every whole hour, and from how many hours it is better off."""

from datetime import date

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.calculator.flow.budget import budget, budget_at, with_job
from app.calculator.flow.frame import frame_of
from app.calculator.flow.sweep import job_at, sweep
from app.calculator.flow.zones import ZoneKind
from app.calculator.model import WW, Adult, Child, Dwelling, Home, Job, Kind, Situation
from app.calculator.rules.kinderopvangtoeslag import Opvang, Soort
from tests.calculator.flow.random_households import law, situations

PERSON = Adult(born=date(1990, 1, 1))
RENTED = Home(Dwelling.HUUR, 65_000)
MINIMUM = Job(207_861, 3_200, 1_499)
TENANT = Situation(person=PERSON, home=RENTED)
ON_BIJSTAND = Situation(person=PERSON, home=RENTED, has_bijstand=True)


@given(
    situations(), st.integers(1_000, 6_000), st.integers(1, 4_000), st.sampled_from([0, 9_000]), st.booleans()
)
def test_every_whole_hour_is_exactly_the_budget_with_that_job(
    situation: Situation, uurloon: int, uren: int, premie: int, with_opvang: bool
) -> None:
    frame = frame_of(situation, law())
    job = Job(uurloon * uren * 52 // 1_200, uren, uurloon, False, premie)
    found = sweep(frame, job, 0, with_opvang=with_opvang)
    assert [row.hours for row in found.rows] == list(range(41))
    for row in found.rows[::8]:
        assert row.job == job_at(job, row.hours)
        work = with_job(situation, row.job)
        assert row.budget == budget_at(frame, work, with_opvang=with_opvang)


@given(situations(), st.integers(1_000, 6_000), st.integers(0, 600_000))
def test_from_there_on_every_hour_gives_more_than_now(situation: Situation, uurloon: int, now: int) -> None:
    found = sweep(frame_of(situation, law()), Job(0, 0, uurloon), now)
    totals = [row.budget.per_month for row in found.rows]
    always = [hours for hours in range(1, 41) if min(totals[hours:]) > now]
    assert found.better_from == (always[0] if always else None)


@pytest.mark.parametrize(
    ("situation", "better_from"),
    [
        (TENANT, 1),
        # 20 hours at the minimum wage leave a little less than the norm, so bijstand goes down as much.
        (ON_BIJSTAND, 21),
        (msgspec.structs.replace(ON_BIJSTAND, person=Adult(born=date(1990, 1, 1), has_vrijlating=True)), 1),
        (Situation(person=Adult(born=date(1990, 1, 1), ww=WW(150_000, has_toeslag=True)), home=RENTED), 18),
    ],
)
def test_from_how_many_hours_it_is_better(situation: Situation, better_from: int) -> None:
    now = budget(situation, law()).per_month
    assert sweep(frame_of(situation, law()), MINIMUM, now).better_from == better_from


def test_who_has_more_now_than_at_forty_hours_is_never_better_off() -> None:
    found = sweep(frame_of(TENANT, law()), MINIMUM, 500_000)
    assert found.better_from is None


def test_childcare_counts_unless_it_is_left_out() -> None:
    care = Opvang(Soort.DAGOPVANG, 16_000, 1_200)
    parent = msgspec.structs.replace(ON_BIJSTAND, children=(Child(date(2023, 5, 5), (care,)),))
    frame = frame_of(parent, law())
    with_, without = sweep(frame, MINIMUM, 0), sweep(frame, MINIMUM, 0, with_opvang=False)
    assert with_.rows[10].budget.of(Kind.OPVANGKOSTEN) == -192_000
    assert without.rows[10].budget.of(Kind.OPVANGKOSTEN) == 0
    assert with_.zones[0].causes == (Kind.OPVANGKOSTEN,)
    assert without.zones[0].kind is ZoneKind.PLATEAU


def test_the_hours_that_somebody_filled_in_do_not_change_the_sweep() -> None:
    frame = frame_of(ON_BIJSTAND, law())
    assert sweep(frame, job_at(MINIMUM, 12) or MINIMUM, 0) == sweep(frame, MINIMUM, 0)


def test_no_hours_are_no_job() -> None:
    assert job_at(MINIMUM, 0) is None


def test_the_job_itself_stays_as_it_was_given() -> None:
    # A monthly wage that is a cent off the wage per hour: what was filled in holds.
    job = Job(207_862, 3_200, 1_499)
    assert job_at(job, 32) is job


@pytest.mark.parametrize(
    ("job", "hours", "loon"),
    [
        (MINIMUM, 40, 259_827),  # 14,99 * 40 * 52 / 12
        (MINIMUM, 1, 6_496),
        (Job(200_000, 3_600), 18, 100_000),
        (Job(200_000, 3_600), 1, 5_556),  # 55,5555…, half up
        (Job(200_001, 2_000), 10, 100_001),  # a half cent up
        (Job(0, 0, 1_499), 40, 259_827),
    ],
)
def test_the_wage_goes_with_the_hours(job: Job, hours: int, loon: int) -> None:
    found = job_at(job, hours)
    assert found is not None
    assert (found.loon_per_month, found.uren_per_week) == (loon, hours * 100)


def test_the_pension_premium_goes_with_the_hours_and_travel_does_not() -> None:
    job = Job(200_000, 4_000, pensioenpremie_per_month=10_001, reiskosten_per_month=8_000, is_all_in=True)
    assert job_at(job, 20) == Job(
        100_000, 2_000, pensioenpremie_per_month=5_001, reiskosten_per_month=8_000, is_all_in=True
    )


def test_a_job_without_hours_or_a_wage_per_hour_cannot_be_asked() -> None:
    with pytest.raises(ValueError, match="without hours"):
        job_at(Job(200_000), 10)


def test_work_without_wage_gives_a_sweep_without_zones() -> None:
    found = sweep(frame_of(TENANT, law()), Job(0, 2_000), 0)
    assert found.zones == ()
    assert len({row.budget.per_month for row in found.rows}) == 1
