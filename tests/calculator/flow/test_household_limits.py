"""A household one cent, or one day, below and above every limit of money and age."""

from datetime import date

import msgspec
import pytest

from app.calculator.flow.frame import frame_of
from app.calculator.model import Adult, Child, Dwelling, Home, Kind, Reason, Situation
from app.calculator.rules.kinderopvangtoeslag import Opvang, Soort
from app.calculator.rules.vrijlating import Vrijlating
from tests.calculator.flow.random_households import NEW_YEAR, at, law

PERSON = Adult(born=date(1990, 1, 1))
RENTED = Home(Dwelling.HUUR, 65_000)


@pytest.mark.parametrize(
    "kind", [Kind.BIJSTAND, Kind.HUURTOESLAG, Kind.ZORGTOESLAG, Kind.KINDGEBONDEN_BUDGET]
)
def test_a_cent_of_savings_above_the_limit_ends_the_right(kind: Kind) -> None:
    laws = law()
    limits = {
        Kind.BIJSTAND: laws.vermogen.vermogensgrens_gezin,
        Kind.HUURTOESLAG: laws.huurtoeslag.vermogen_een,
        Kind.ZORGTOESLAG: laws.zorgtoeslag.vermogen_een,
        Kind.KINDGEBONDEN_BUDGET: laws.kindgebonden_budget.vermogen_een,
    }
    parent = Situation(person=PERSON, children=(Child(date(2020, 1, 1)),), home=RENTED, has_bijstand=True)
    rows = []
    for savings in (limits[kind], limits[kind] + 1):
        found = at(frame_of(msgspec.structs.replace(parent, savings=savings), laws), 0)
        rows.append(next(line for line in found.lines if line.kind is kind))
    assert rows[0].per_month > 0
    assert (rows[1].per_month, rows[1].reason) == (0, Reason.SAVINGS_TOO_HIGH)


@pytest.mark.parametrize(
    ("born", "kind", "before", "after"),
    [
        (date(2005, 11, 22), Kind.BIJSTAND, date(2026, 11, 21), date(2026, 11, 22)),
        (date(2005, 11, 22), Kind.HUURTOESLAG, date(2026, 11, 21), date(2026, 11, 22)),
    ],
)
def test_at_21_an_adult_gets_more(born: date, kind: Kind, before: date, after: date) -> None:
    situation = Situation(person=Adult(born=born), home=RENTED, has_bijstand=True)
    eve, day = (at(frame_of(situation, law(each)), 0) for each in (before, after))
    assert day.of(kind) > eve.of(kind)


def test_a_child_that_turns_12_counts_as_12_from_the_month_after() -> None:
    situation = Situation(person=PERSON, children=(Child(date(2014, 10, 15)),))
    days = (date(2026, 10, 14), date(2026, 10, 15), date(2026, 11, 1))
    amounts = [at(frame_of(situation, law(day)), 0).of(Kind.KINDGEBONDEN_BUDGET) for day in days]
    assert amounts[0] == amounts[1] < amounts[2]


@pytest.mark.parametrize(
    ("loon", "last_of_2026", "first_of_2027"),
    [
        (50_000, 13_500, 8_100),  # 25 % and 15 % of 540 euros
        (120_000, 28_500, 19_021),  # the maximum of 285 euros; 15 % of 1.268,07
    ],
)
def test_on_1_january_15_percent_takes_the_place_of_the_first_exemption(
    loon: int, last_of_2026: int, first_of_2027: int
) -> None:
    worker = Adult(born=date(1990, 1, 1), has_vrijlating=True)
    assert exempt_on(date(2026, 12, 31), worker, loon) == last_of_2026
    assert exempt_on(NEW_YEAR, worker, loon) == first_of_2027


def exempt_on(day: date, worker: Adult, loon: int) -> int:
    """Return what the exemption of this worker on bijstand leaves at a wage per month."""
    plain = msgspec.structs.replace(worker, has_vrijlating=False)
    bijstand = [
        at(frame_of(Situation(person=person, has_bijstand=True), law(day)), loon).of(Kind.BIJSTAND)
        for person in (worker, plain)
    ]
    return bijstand[0] - bijstand[1]


def test_someone_under_27_has_an_exemption_only_from_2027() -> None:
    worker = Adult(born=date(2002, 5, 5), has_vrijlating=True)
    assert exempt_on(date(2026, 12, 31), worker, 50_000) == 0
    assert exempt_on(NEW_YEAR, worker, 50_000) == 8_100


def test_the_first_exemption_counts_after_its_last_month_no_more() -> None:
    for used, exempt in ((5, 13_500), (6, 0)):
        worker = Adult(born=date(1990, 1, 1), has_vrijlating=True, months_used={Vrijlating.N: used})
        assert exempt_on(date(2026, 11, 21), worker, 50_000) == exempt


def test_childcare_costs_nothing_while_a_parent_has_no_work() -> None:
    care = Opvang(Soort.DAGOPVANG, 16_000, 1_200)
    frame = frame_of(Situation(person=PERSON, children=(Child(date(2023, 1, 1), (care,)),)), law())
    assert at(frame, 0).of(Kind.OPVANGKOSTEN) == 0
    assert at(frame, 1).of(Kind.OPVANGKOSTEN) == -192_000
