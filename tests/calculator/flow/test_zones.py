"""Where working more brings almost nothing or takes away, held against every euro of wage."""

from datetime import date
from itertools import pairwise

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.calculator.flow.breakpoints import Point
from app.calculator.flow.budget import budget_at, with_job
from app.calculator.flow.frame import Frame, frame_of
from app.calculator.flow.sweep import Sweep, job_at, sweep
from app.calculator.flow.zones import Zone, ZoneKind, zones_of
from app.calculator.model import WW, Adult, Budget, Child, Dwelling, Home, Job, Kind, Line, Situation
from app.calculator.rules.kinderopvangtoeslag import Opvang, Soort
from app.money import Cents
from tests.calculator.flow.random_households import DAY, NEW_YEAR, SCHEME, at, law, situations

PERSON = Adult(born=date(1990, 1, 1))
RENTED = Home(Dwelling.HUUR, 65_000)
MINIMUM = Job(0, 0, 1_499)
TODDLER = Child(date(2023, 5, 5), (Opvang(Soort.DAGOPVANG, 16_000, 1_200),))
DROP, PLATEAU = ZoneKind.DROP, ZoneKind.PLATEAU
WAGES = [hours * 6_500 for hours in range(41)]


def situation(person: Adult = PERSON, **more: object) -> Situation:
    return Situation(**{"person": person, "home": RENTED, **more})  # type: ignore[arg-type]


def zones(of: Situation, job: Job = MINIMUM, day: date = DAY) -> tuple[Zone, ...]:
    return sweep(frame_of(of, law(day)), job, 0).zones


def made(totals: dict[float, int] | dict[int, int]) -> list[Point]:
    """Return points by hour, with a total for each."""
    return [
        Point(int(hour * 6_500), Cents(total), Budget((Line(Kind.LOON, Cents(total)),), (), Cents(0)))
        for hour, total in totals.items()
    ]


def steep() -> dict[int, int]:
    return {hour: 100_000 + hour * 4_000 for hour in range(41)}


def told(found: tuple[Zone, ...]) -> list[tuple[ZoneKind, int, int, int]]:
    return [(zone.kind, zone.from_hours, zone.to_hours, zone.change_per_month) for zone in found]


def test_a_saw_of_whole_euros_is_no_zone() -> None:
    saw: dict[float, int] = {hour: total - (480 if hour % 2 else 0) for hour, total in steep().items()}
    near: dict[float, int] = {hour + 0.01: saw[hour] - 490 for hour in range(40)}
    assert zones_of(made(dict(sorted({**saw, **near}.items()))), WAGES) == ()


def test_a_fall_of_five_euros_is_no_drop_and_a_cent_more_is_one() -> None:
    for fall, found in ((500, []), (501, [(DROP, 10, 11, -501)])):
        totals = {hour: total - (fall + 4_000 if hour > 10 else 0) for hour, total in steep().items()}
        assert told(zones_of(made(totals), WAGES)) == found


def test_a_drop_between_two_hours_is_seen_though_both_hours_rise() -> None:
    totals: dict[float, int] = {**dict[float, int](steep().items()), 10.5: 142_000, 10.51: 140_500}
    (zone,) = zones_of(made(dict(sorted(totals.items()))), WAGES)
    assert told((zone,)) == [(DROP, 10, 11, -1_500)]
    assert (zone.from_per_month, zone.to_per_month) == (68_250, 68_315)
    assert (zone.better_from_hours, zone.better_from_per_month) == (11, 71_500)


def test_after_a_drop_it_says_from_which_hour_there_is_more_than_before() -> None:
    totals = {hour: total - (30_000 if hour > 10 else 0) for hour, total in steep().items()}
    (zone,) = zones_of(made(totals), WAGES)
    assert (zone.from_hours, zone.to_hours, zone.change_per_month) == (10, 11, -26_000)
    assert zone.better_from_hours == 18  # At 17 hours and a half it is as much as before.


def test_a_drop_that_is_not_made_up_for_says_so() -> None:
    totals = {hour: total - (300_000 if hour > 10 else 0) for hour, total in steep().items()}
    (zone,) = zones_of(made(totals), WAGES)
    assert (zone.better_from_hours, zone.better_from_per_month) == (None, None)


def test_a_plateau_is_four_hours_or_longer_and_ends_where_it_bends() -> None:
    for end, found in ((13, []), (14, [(PLATEAU, 10, 14, 0)]), (30, [(PLATEAU, 10, 30, 0)])):
        totals = {
            hour: total - 4_000 * (min(hour, end) - 10 if hour > 10 else 0) for hour, total in steep().items()
        }
        assert told(zones_of(made(totals), WAGES)) == found


def test_a_plateau_begins_where_it_bends() -> None:
    totals = {hour: 100_000 + int(4_000 * min(hour, 10.5)) for hour in [*range(11), 10.5, *range(11, 41)]}
    (zone,) = zones_of(made(totals), WAGES)
    assert (zone.from_per_month, zone.from_hours, zone.to_hours) == (68_250, 11, 40)


def test_plateaus_are_not_joined_into_one_that_keeps_more_than_a_tenth() -> None:
    totals = {hour: 100_000 + 2_500 * ((hour + 1) // 3) for hour in range(41)}
    found = zones_of(made(totals), WAGES)
    assert found
    assert all(10 * zone.change_per_month < zone.to_per_month - zone.from_per_month for zone in found)


@pytest.mark.parametrize(("gain", "is_flat"), [(640, True), (650, False), (660, False)])
def test_a_plateau_keeps_less_than_a_tenth_of_the_wage(gain: int, is_flat: bool) -> None:
    totals = {hour: 100_000 + hour * gain for hour in range(41)}
    assert bool(zones_of(made(totals), WAGES)) is is_flat


def test_a_slow_fall_is_one_drop() -> None:
    totals = {hour: 100_000 + 4_000 * min(hour, 10) - 100 * max(0, hour - 10) for hour in range(41)}
    (zone,) = zones_of(made(totals), WAGES)
    assert zone.kind is DROP
    assert zone.change_per_month < -2_000


def test_a_plateau_and_the_drop_after_it_stand_side_by_side() -> None:
    totals = {hour: 100_000 if hour < 20 else 60_000 + 4_000 * (hour - 20) for hour in range(41)}
    assert told(zones_of(made(totals), WAGES)) == [(PLATEAU, 0, 19, 0), (DROP, 19, 20, -40_000)]


def test_two_falls_in_one_hour_are_one_drop() -> None:
    totals: dict[float, int] = {
        **dict[float, int](steep().items()),
        10.4: 141_000,
        10.41: 139_000,
        10.6: 139_600,
        10.61: 138_000,
    }
    assert told(zones_of(made(dict(sorted(totals.items()))), WAGES)) == [(DROP, 10, 11, -3_000)]


def test_a_single_tenant_without_benefit_has_no_zone() -> None:
    assert zones(situation()) == ()


def test_bijstand_is_a_plateau_until_it_ends() -> None:
    (zone,) = zones(situation(has_bijstand=True))
    assert told((zone,)) == [(PLATEAU, 0, 20, 0)]
    assert zone.causes == (Kind.BIJSTAND,)
    assert zone.better_from_hours == 21
    frame = frame_of(situation(has_bijstand=True), law())
    left = [at(frame, zone.to_per_month + cents).of(Kind.BIJSTAND) for cents in (-5, 5)]
    assert left[0] > left[1] == 0


def test_the_exemption_at_its_maximum_is_a_plateau() -> None:
    (zone,) = zones(situation(Adult(born=date(1990, 1, 1), has_vrijlating=True), has_bijstand=True))
    assert (zone.kind, zone.from_hours, zone.to_hours, zone.better_from_hours) == (PLATEAU, 17, 25, 26)
    assert zone.causes == (Kind.BIJSTAND,)


def test_under_article_34a_bijstand_is_no_plateau() -> None:
    worker = Adult(born=date(2002, 1, 1), has_vrijlating=True)
    assert zones(situation(worker, has_bijstand=True), day=NEW_YEAR) == ()


@pytest.mark.row("C3", "C12")
def test_ww_drops_at_its_limits_between_two_hours() -> None:
    found = sweep(frame_of(situation(Adult(born=date(1990, 1, 1), ww=WW(250_000))), law()), MINIMUM, 0)
    totals = [row.budget.per_month for row in found.rows]
    assert totals[17] > totals[16]  # The whole hours alone would hide the first one.
    assert [(zone.from_hours, zone.to_hours) for zone in found.zones] == [(16, 17), (32, 33)]
    assert all(zone.kind is DROP and Kind.WW in zone.causes for zone in found.zones)
    assert all(zone.to_per_month - zone.from_per_month == 1 for zone in found.zones)


def test_a_limit_of_ww_is_found_though_holiday_pay_is_rounded() -> None:
    # With 1.301,13 a month the holiday pay of a year is rounded down, so that WW lasts a cent longer.
    worker = Adult(born=date(2000, 1, 1), ww=WW(296_754))
    (zone,) = zones(Situation(person=worker), Job(0, 0, 1_200))
    assert (zone.kind, zone.from_per_month, zone.to_per_month) == (DROP, 130_113, 130_114)


def test_the_credit_of_a_parent_that_passes_to_the_other_is_a_drop() -> None:
    parents = situation(
        Adult(born=date(1990, 1, 1), ww=WW(350_000)),
        partner=Adult(born=date(1991, 1, 1), job=Job(100_000)),
        children=(Child(date(2017, 5, 5)),),
    )
    drop = next(zone for zone in zones(parents) if zone.from_per_month == 100_000)
    assert (drop.to_per_month, drop.causes) == (100_001, (Kind.AANGIFTE,))


def test_ww_below_its_minimum_takes_its_toeslag_along() -> None:
    (zone,) = zones(situation(Adult(born=date(1990, 1, 1), ww=WW(150_000, has_toeslag=True))))
    assert (zone.kind, zone.from_hours, zone.to_hours) == (DROP, 16, 17)
    assert zone.causes == (Kind.TOESLAG_UWV, Kind.WW)
    assert zone.better_from_hours == 26


def test_each_band_of_childcare_is_a_drop_of_one_cent_of_wage() -> None:
    partner = Adult(born=date(1991, 1, 1), job=Job(450_000, 3_600))
    found = [zone for zone in zones(situation(partner=partner, children=(TODDLER,))) if zone.from_per_month]
    assert len(found) == 9
    assert {zone.causes for zone in found} == {(Kind.KINDEROPVANGTOESLAG,)}
    assert all(zone.to_per_month - zone.from_per_month <= 2 for zone in found)


def test_travel_costs_are_a_drop_at_the_first_hour() -> None:
    (zone,) = zones(situation(), msgspec.structs.replace(MINIMUM, reiskosten_per_month=15_000))
    assert (zone.kind, zone.from_hours, zone.to_hours, zone.better_from_hours) == (DROP, 0, 1, 3)
    assert zone.causes == (Kind.REISKOSTEN,)
    assert (zone.from_per_month, zone.to_per_month, zone.change_per_month) == (0, 1, -14_999)


@pytest.mark.row("C6")
def test_the_limit_of_a_municipality_is_found_to_the_cent() -> None:
    frame = frame_of(situation(), msgspec.structs.replace(law(), schemes=(SCHEME,)))
    (zone,) = sweep(frame, MINIMUM, 0).zones
    assert (zone.kind, zone.causes) == (DROP, (Kind.LOKAAL,))
    assert zone.to_per_month - zone.from_per_month == 1
    assert -4_000 <= zone.change_per_month < -3_500


def total_at(frame: Frame, loon: int, job: Job) -> int:
    paid = msgspec.structs.replace(job, loon_per_month=loon) if loon else None
    return budget_at(frame, with_job(frame.situation, paid), with_opvang=True).per_month


def swept(of: Situation, uurloon: int, day: date) -> tuple[Frame, Job, Sweep]:
    frame, job = frame_of(of, law(day)), Job(0, 0, uurloon)
    full = job_at(job, 40)
    assert full is not None
    return frame, full, sweep(frame, job, 0)


@given(situations(), st.integers(1_200, 4_000), st.sampled_from([DAY, NEW_YEAR]))
def test_no_fall_between_two_euros_hides_from_the_zones(of: Situation, uurloon: int, day: date) -> None:
    frame, full, found = swept(of, uurloon, day)
    drops = [zone for zone in found.zones if zone.kind is DROP]
    before = total_at(frame, 0, full)
    for loon in range(100, full.loon_per_month, 100):
        after = total_at(frame, loon, full)
        if after < before - 500:
            assert any(zone.from_per_month <= loon and loon - 100 <= zone.to_per_month for zone in drops)
        before = after


@pytest.mark.row("C12")
@given(situations(), st.integers(1_200, 4_000), st.sampled_from([DAY, NEW_YEAR]))
def test_every_zone_is_what_it_says(of: Situation, uurloon: int, day: date) -> None:
    frame, full, found = swept(of, uurloon, day)
    totals = [row.budget.per_month for row in found.rows]
    for zone in found.zones:
        begin, end = (total_at(frame, loon, full) for loon in (zone.from_per_month, zone.to_per_month))
        assert zone.change_per_month == end - begin
        assert zone.causes
        if zone.kind is DROP:
            assert zone.change_per_month < -500
        else:
            assert zone.to_hours - zone.from_hours >= 4
            assert 10 * zone.change_per_month < zone.to_per_month - zone.from_per_month
        if zone.better_from_hours is not None:
            assert totals[zone.better_from_hours] > begin
            assert zone.better_from_hours >= zone.to_hours


@given(situations(), st.integers(1_200, 4_000), st.sampled_from([DAY, NEW_YEAR]))
def test_four_whole_hours_for_almost_nothing_lie_in_a_zone(of: Situation, uurloon: int, day: date) -> None:
    _, full, found = swept(of, uurloon, day)
    totals = [row.budget.per_month for row in found.rows]
    hour = full.loon_per_month // 40
    for hours in range(37):
        if 100 * (totals[hours + 4] - totals[hours]) < 39 * hour:
            assert any(zone.from_hours < hours + 4 and hours < zone.to_hours for zone in found.zones)


@given(situations(), st.integers(1_200, 4_000))
def test_zones_follow_each_other(of: Situation, uurloon: int) -> None:
    for zone, following in pairwise(swept(of, uurloon, DAY)[2].zones):
        assert zone.to_per_month <= following.from_per_month
