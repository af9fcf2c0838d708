"""Offers beside now, in whole euros that add up, and what has to be paid back when work is not reported."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from app.calculator.flow.budget import budget, budget_at, jobs_of, with_job
from app.calculator.flow.compare import difference, offered, whole_euros
from app.calculator.flow.frame import frame_of
from app.calculator.flow.law_on import Law, law_on
from app.calculator.flow.not_reported import PaidBack, paid_back
from app.calculator.model import WW, Adult, Budget, Child, Dwelling, Home, Job, Kind, Line, Situation
from app.calculator.rules.kinderopvangtoeslag import Opvang, Soort
from app.calculator.rules.minimumloon import maandloon_per_month
from app.money import Cents
from tests.calculator.cases import parameters_on

DAY = date(2026, 11, 21)
RENTED = Home(Dwelling.HUUR, 65_000)
SINGLE = Situation(person=Adult(born=date(1985, 3, 1)), home=RENTED, has_bijstand=True)
PARENT = Situation(
    person=Adult(born=date(1990, 5, 1)),
    children=(Child(date(2022, 2, 1), (Opvang(Soort.DAGOPVANG, 80_00, 1000),)),),
    home=RENTED,
    has_bijstand=True,
)
ON_WW = Situation(person=Adult(born=date(1985, 3, 1), ww=WW(300_000)), home=RENTED)


def law() -> Law:
    """The law in November 2026."""
    return law_on(parameters_on(DAY))


def work(hours: int, reiskosten_per_month: int = 0) -> Job:
    """A job of so many hours a week at the minimum wage."""
    loon = maandloon_per_month(1499, hours * 100)
    return Job(loon, hours * 100, 1499, reiskosten_per_month=reiskosten_per_month)


def rows(*cents: int) -> Budget:
    """A budget with these rows."""
    lines = [Line(kind, Cents(each)) for kind, each in zip(Kind, cents, strict=False)]
    return Budget(tuple(lines), (), Cents(0))


@pytest.mark.row("C14")
def test_an_offer_says_what_it_brings_per_month_and_per_hour() -> None:
    frame = frame_of(SINGLE, law())
    now = budget_at(frame, jobs_of(SINGLE))
    found = offered(frame, work(32), now)
    assert found.more_per_month == found.budget.per_month - now.per_month
    assert found.more_per_month > 0
    # 32 hours a week are 138 hours and 40 minutes a month.
    assert found.per_hour_worked == round(found.more_per_month / (32 * 52 / 12))


def test_every_row_of_an_offer_can_be_explained() -> None:
    frame = frame_of(SINGLE, law())
    found = offered(frame, work(24), budget_at(frame, jobs_of(SINGLE)))
    assert all(line.trace for line in found.budget.lines if line.per_month)


def test_an_offer_is_the_same_budget_as_that_of_its_hours() -> None:
    frame = frame_of(PARENT, law())
    now = budget_at(frame, jobs_of(PARENT))
    for with_opvang in (False, True):
        then = budget_at(frame, with_job(PARENT, work(24)), with_opvang=with_opvang)
        assert offered(frame, work(24), now, with_opvang=with_opvang).budget.per_month == then.per_month


@pytest.mark.row("C7")
def test_travel_changes_the_first_number_by_what_it_costs() -> None:
    frame = frame_of(SINGLE, law())
    now = budget_at(frame, jobs_of(SINGLE))
    without, with_travel = (
        offered(frame, work(32), now),
        offered(frame, work(32, reiskosten_per_month=9000), now),
    )
    assert with_travel.more_per_month == without.more_per_month - 9000


@pytest.mark.row("C7")
def test_childcare_counts_only_where_it_is_asked_for() -> None:
    frame = frame_of(PARENT, law())
    now = budget_at(frame, jobs_of(PARENT))
    without, with_opvang = (offered(frame, work(24), now, with_opvang=each) for each in (False, True))
    assert Kind.OPVANGKOSTEN not in {line.kind for line in without.budget.lines}
    assert with_opvang.budget.of(Kind.OPVANGKOSTEN) == -80_000
    assert with_opvang.more_per_month < without.more_per_month


@pytest.mark.parametrize("job", [Job(200_000), Job(0)], ids=["hours not known", "no work"])
def test_without_hours_there_is_no_amount_per_hour(job: Job) -> None:
    frame = frame_of(SINGLE, law())
    assert offered(frame, job, budget_at(frame, jobs_of(SINGLE))).per_hour_worked is None


def test_per_hour_counts_the_hours_on_top_of_the_work_of_now() -> None:
    working = Situation(person=Adult(born=date(1985, 3, 1), job=work(10)), home=RENTED)
    frame = frame_of(working, law())
    now = budget_at(frame, jobs_of(working))
    found = offered(frame, work(24), now)
    assert found.per_hour_worked == round(found.more_per_month / (14 * 52 / 12))
    assert offered(frame, work(10), now).per_hour_worked is None
    assert offered(frame, work(8), now).per_hour_worked is None


def test_hours_of_now_that_are_not_known_give_no_amount_per_hour() -> None:
    working = Situation(person=Adult(born=date(1985, 3, 1), job=Job(60_000)), home=RENTED)
    frame = frame_of(working, law())
    assert offered(frame, work(24), budget_at(frame, jobs_of(working))).per_hour_worked is None


def test_less_than_now_is_an_amount_below_zero() -> None:
    frame = frame_of(SINGLE, law())
    now = budget_at(frame, jobs_of(SINGLE))
    found = offered(frame, work(4, reiskosten_per_month=5000), now)
    assert found.more_per_month < 0
    assert found.per_hour_worked is not None
    assert found.per_hour_worked == round(found.more_per_month / (4 * 52 / 12))


@given(some.lists(some.integers(-500_000, 500_000), min_size=1, max_size=len(Kind)))
def test_rows_in_whole_euros_add_up_to_the_rounded_total_and_stay_near_their_amount(cents: list[int]) -> None:
    shown = whole_euros(rows(*cents))
    assert sum(shown.values()) == (sum(cents) + 50) // 100
    for kind, each in zip(Kind, cents, strict=False):
        assert abs(shown[kind] * 100 - each) < 100


@given(some.lists(some.integers(-500_000, 500_000), min_size=1, max_size=len(Kind)))
def test_a_row_of_whole_euros_is_shown_as_it_is(cents: list[int]) -> None:
    shown = whole_euros(rows(*cents))
    assert all(shown[kind] * 100 == each for kind, each in zip(Kind, cents, strict=False) if each % 100 == 0)


def test_the_missing_euros_go_to_the_rows_that_lost_most() -> None:
    assert whole_euros(rows(10_60, 10_50, 10_40)) == {Kind.LOON: 11, Kind.LOON_PARTNER: 11, Kind.WW: 10}
    assert whole_euros(rows(10_60, 0, -3_20)) == {Kind.LOON: 10, Kind.LOON_PARTNER: 0, Kind.WW: -3}


def test_a_half_euro_of_the_total_goes_up() -> None:
    assert whole_euros(rows(10_50)) == {Kind.LOON: 11}
    assert whole_euros(rows(10_49)) == {Kind.LOON: 10}


@given(
    some.lists(some.integers(0, 500_000), min_size=1, max_size=9),
    some.lists(some.integers(0, 500_000), min_size=1, max_size=9),
)
def test_the_difference_of_every_row_is_that_of_the_columns_beside_it(
    now: list[int], then: list[int]
) -> None:
    before, after = whole_euros(rows(*now)), whole_euros(rows(*then), rows(*now))
    found = difference(rows(*now), rows(*then))
    assert sum(found.values()) == sum(after.values()) - sum(before.values())
    assert all(before.get(kind, 0) + more == after.get(kind, 0) for kind, more in found.items())


def test_rows_stand_in_the_order_of_a_page_each_once() -> None:
    shown = whole_euros(budget(PARENT, law()))
    assert list(shown) == [kind for kind in Kind if kind in shown]


def test_bijstand_that_was_not_lowered_has_to_be_paid_back() -> None:
    frame = frame_of(SINGLE, law())
    now, then = budget_at(frame, jobs_of(SINGLE)), budget_at(frame, with_job(SINGLE, work(16)))
    (bijstand,) = paid_back(now, then, 3)
    assert bijstand == PaidBack(
        Kind.BIJSTAND,
        Cents(now.of(Kind.BIJSTAND) - then.of(Kind.BIJSTAND)),
        3,
        Cents(3 * (now.of(Kind.BIJSTAND) - then.of(Kind.BIJSTAND))),
    )
    # Without an exemption every euro of net wage comes off the bijstand.
    assert bijstand.per_month == then.of(Kind.LOON)


def test_ww_and_toeslagen_are_paid_back_too_and_wages_never() -> None:
    frame = frame_of(ON_WW, law())
    now, then = budget_at(frame, jobs_of(ON_WW)), budget_at(frame, with_job(ON_WW, Job(280_000)))
    found = {each.kind: each for each in paid_back(now, then, 2)}
    assert found[Kind.WW].total == 2 * now.of(Kind.WW)
    assert found.keys() <= {Kind.WW, Kind.ZORGTOESLAG, Kind.HUURTOESLAG}
    assert all(each.per_month > 0 for each in found.values())


def test_nothing_is_paid_back_over_no_months_or_without_a_difference() -> None:
    now = budget(ON_WW, law())
    then = budget_at(frame_of(ON_WW, law()), with_job(ON_WW, Job(280_000)))
    assert paid_back(now, then, 0) == ()
    assert paid_back(now, now, 12) == ()


@given(some.lists(some.integers(0, 400_000), min_size=2, max_size=6), some.integers(0, 400_000))
def test_a_row_that_did_not_change_is_written_the_same(now: list[int], other: int) -> None:
    then = [other, *now[1:]]
    before, after = whole_euros(rows(*now)), whole_euros(rows(*then), rows(*now))
    first, *same = before
    total = (rows(*then).per_month + 50) // 100
    assert sum(after.values()) == total
    left = total - sum(before[kind] for kind in same)
    # Where the row that changed can make up the total by itself, no other row gives way.
    if other != now[0] and left in {other // 100, -(-other // 100)}:
        assert after == {first: left, **{kind: before[kind] for kind in same}}
