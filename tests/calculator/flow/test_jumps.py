"""Every jump of more than five euros a month between two neighbouring euros of wage is in the registry."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.calculator.flow.frame import Frame, frame_of
from app.calculator.flow.jumps import JUMP, JUMPS, Axis, Jump, explain_jump
from app.calculator.model import (
    WW,
    Adult,
    Budget,
    Child,
    Dwelling,
    Home,
    Job,
    Kind,
    Line,
    PersonYear,
    Situation,
)
from app.calculator.rules.kinderopvangtoeslag import Opvang, Soort
from app.calculator.rules.vrijlating import Vrijlating
from app.money import Cents
from tests.calculator.flow.random_households import DAY, NEW_YEAR, SCHEME, at, jobs, law, situations

EURO, HIGHEST = 100, 500_000
RENTED = Home(Dwelling.HUUR, 65_000)
CARE = Opvang(Soort.DAGOPVANG, 16_000, 1_200)
TODDLER, PUPIL = Child(date(2023, 5, 5), (CARE,)), Child(date(2017, 5, 5))
PARTNER = Adult(born=date(1991, 1, 1), job=Job(300_000, 3_600))


def adult(**more: object) -> Adult:
    return Adult(**{"born": date(1990, 1, 1), **more})  # type: ignore[arg-type]


def of(person: Adult | None = None, **more: object) -> Situation:
    return Situation(**{"person": person or adult(), "home": RENTED, **more})  # type: ignore[arg-type]


SITUATIONS = {
    "a single tenant": of(),
    "a single tenant on bijstand": of(has_bijstand=True),
    "with the first exemption": of(adult(has_vrijlating=True), has_bijstand=True),
    "with the exemption of a parent": of(
        adult(has_vrijlating=True, months_used={Vrijlating.N: 6}), has_bijstand=True, children=(PUPIL,)
    ),
    "a parent on bijstand with childcare": of(has_bijstand=True, children=(TODDLER, PUPIL)),
    "a couple on bijstand": of(partner=adult(), has_bijstand=True, children=(PUPIL,)),
    "a couple of whom one works, with childcare": of(partner=PARTNER, children=(TODDLER, PUPIL)),
    "WW": of(adult(ww=WW(250_000))),
    "WW of a low wage with its toeslag": of(adult(ww=WW(150_000, has_toeslag=True))),
    "WW beside bijstand": of(adult(ww=WW(90_000)), has_bijstand=True),
    "WW of one parent and a wage of the other": of(
        adult(ww=WW(350_000)), partner=msgspec.structs.replace(PARTNER, job=Job(100_000)), children=(PUPIL,)
    ),
    "someone of 20 on bijstand": of(Adult(born=date(2006, 2, 2)), has_bijstand=True),
    "someone of 20 with WW": of(Adult(born=date(2006, 2, 2), ww=WW(120_000, has_toeslag=True))),
}


def frames(day: date) -> dict[str, Frame]:
    return {name: frame_of(situation, law(day)) for name, situation in SITUATIONS.items()}


def pairs(frame: Frame, wages: range, job: Job | None = None) -> Iterator[tuple[Budget, Budget]]:
    """Yield the budgets beside each two neighbouring wages whose totals are a jump apart."""
    before = at(frame, wages[0], job)
    total = before.per_month
    for loon in wages[1:]:
        after = at(frame, loon, job)
        if abs(after.per_month - total) > JUMP:
            yield before, after
        before, total = after, after.per_month


def told(before: Budget, after: Budget) -> str:
    return ", ".join(
        f"{kind} {before.of(kind)} -> {after.of(kind)}" for kind in Kind if before.of(kind) != after.of(kind)
    )


@pytest.mark.parametrize("name", SITUATIONS)
@pytest.mark.parametrize("day", [DAY, NEW_YEAR])
def test_every_jump_of_a_usual_household_is_in_the_registry(name: str, day: date) -> None:
    for before, after in pairs(frame_of(SITUATIONS[name], law(day)), range(0, HIGHEST, EURO)):
        assert explain_jump(before, after), told(before, after)


@given(situations(), jobs(), st.sampled_from([DAY, NEW_YEAR]), st.integers(0, HIGHEST))
def test_every_jump_of_any_household_is_in_the_registry(
    situation: Situation, job: Job, day: date, begin: int
) -> None:
    frame = frame_of(situation, law(day))
    plain = msgspec.structs.replace(job, pensioenpremie_per_month=0)
    for before, after in pairs(frame, range(begin, begin + 800 * EURO, EURO), plain):
        assert explain_jump(before, after), told(before, after)


@pytest.mark.parametrize(
    ("name", "ids"),
    [
        ("a single tenant", set()),
        ("a single tenant on bijstand", set()),
        ("with the first exemption", set()),
        ("a couple on bijstand", set()),
        ("a parent on bijstand with childcare", {"opvang_bij_werk"}),
        ("a couple of whom one works, with childcare", {"opvang_bij_werk", "opvang_schijf"}),
        ("WW", {"ww_vakantiegeld", "ww_grens"}),
        ("WW of a low wage with its toeslag", {"ww_grens"}),
        (
            "WW of one parent and a wage of the other",
            {"ww_grens", "combinatiekorting_andere_ouder"},
        ),
    ],
)
def test_a_household_meets_only_the_jumps_of_its_own_situation(name: str, ids: set[str]) -> None:
    frame = frame_of(SITUATIONS[name], law())
    # Up to 3.500 euros: above it a parent alone too comes into the bands of childcare.
    found = {
        jump.id
        for before, after in pairs(frame, range(0, 350_000, EURO))
        for jump in explain_jump(before, after)
    }
    assert found == ids


def test_ww_ends_in_one_jump() -> None:
    frame = frame_of(SITUATIONS["WW"], law())
    found = Counter(
        jump.id
        for before, after in pairs(frame, range(0, HIGHEST, EURO))
        for jump in explain_jump(before, after)
    )
    assert found == {"ww_grens": 1, "ww_vakantiegeld": 1}


def test_travel_costs_come_with_the_work() -> None:
    frame = frame_of(of(), law())
    before, after = at(frame, 0), at(frame, EURO, Job(EURO, reiskosten_per_month=10_000))
    assert ids(before, after) == {"reiskosten"}


def test_the_limit_of_a_municipality_is_a_jump() -> None:
    frame = frame_of(of(), msgspec.structs.replace(law(), schemes=(SCHEME,)))
    found = [explain_jump(before, after) for before, after in pairs(frame, range(0, HIGHEST, EURO))]
    assert [[jump.id for jump in jumps] for jumps in found] == [["gemeente_inkomensgrens"]]


def ids(before: Budget, after: Budget) -> set[str]:
    return {jump.id for jump in explain_jump(before, after)}


def on(day: date, situation: Situation, loon: int = 100_000) -> Budget:
    return at(frame_of(situation, law(day)), loon)


@pytest.mark.parametrize(
    ("jump", "before", "after"),
    [
        (
            "vrijlating_begint_of_eindigt",
            (DAY, of(adult(has_vrijlating=True), has_bijstand=True)),
            (DAY, of(adult(has_vrijlating=True, months_used={Vrijlating.N: 6}), has_bijstand=True)),
        ),
        (
            "vrijlating_begint_of_eindigt",
            (date(2026, 12, 31), of(adult(has_vrijlating=True), has_bijstand=True)),
            (NEW_YEAR, of(adult(has_vrijlating=True), has_bijstand=True)),
        ),
        ("vermogen_bijstand", (DAY, of(has_bijstand=True)), (DAY, of(has_bijstand=True, savings=3_000_000))),
        ("vermogen_toeslagen", (DAY, of()), (DAY, of(savings=30_000_000))),
        ("ww_percentage_of_einde", (DAY, of(adult(ww=WW(300_000, 2)))), (DAY, of(adult(ww=WW(300_000, 3))))),
        ("ww_percentage_of_einde", (DAY, of(adult(ww=WW(300_000, 9)))), (DAY, of())),
        (
            "verjaardag_kind",
            (date(2026, 4, 30), of(children=(Child(date(2014, 4, 30)),))),
            (date(2026, 5, 1), of(children=(Child(date(2014, 4, 30)),))),
        ),
        (
            "verjaardag_volwassene",
            (DAY, of(Adult(born=date(2005, 11, 22)), has_bijstand=True)),
            (date(2026, 11, 22), of(Adult(born=date(2005, 11, 22)), has_bijstand=True)),
        ),
        (
            "nieuwe_bedragen",
            (date(2026, 6, 30), of(has_bijstand=True)),
            (date(2026, 7, 1), of(has_bijstand=True)),
        ),
    ],
)
def test_a_jump_in_time_is_known(
    jump: str, before: tuple[date, Situation], after: tuple[date, Situation]
) -> None:
    was, becomes = on(*before), on(*after)
    assert abs(was.per_month - becomes.per_month) > JUMP
    assert jump in ids(was, becomes)


def made(rows: dict[Kind, int], loon: int = 100_000, ww: int = 0) -> Budget:
    lines = tuple(Line(kind, Cents(amount)) for kind, amount in rows.items())
    year = PersonYear(
        loon=loon,
        fiscaal_loon=loon,
        vakantiegeld=0,
        ww=ww,
        toeslag_uwv=0,
        bijstand=0,
        belasting=0,
        belasting_over_loon=0,
    )
    return Budget(lines, (year,), Cents(loon))


@pytest.mark.parametrize(
    "kind", [Kind.BIJSTAND, Kind.HUURTOESLAG, Kind.LOON, Kind.KINDERBIJSLAG, Kind.AANGIFTE]
)
def test_a_fall_of_a_row_that_no_law_makes_jump_is_not_explained(kind: Kind) -> None:
    assert explain_jump(made({kind: 20_000}), made({kind: 19_000}, loon=101_200)) == ()


def test_a_jump_does_not_explain_a_row_that_it_does_not_move() -> None:
    before = made({Kind.KINDEROPVANGTOESLAG: 90_000, Kind.HUURTOESLAG: 20_000})
    step = made({Kind.KINDEROPVANGTOESLAG: 88_000, Kind.HUURTOESLAG: 20_000}, loon=101_200)
    both = made({Kind.KINDEROPVANGTOESLAG: 88_000, Kind.HUURTOESLAG: 19_000}, loon=101_200)
    assert ids(before, step) == {"opvang_schijf"}
    assert ids(before, both) == set()


def test_a_jump_larger_than_its_law_allows_is_not_explained() -> None:
    before = made({Kind.WW: 60_000}, ww=720_000)
    assert ids(before, made({Kind.WW: 57_800}, loon=101_200, ww=690_000)) == {"ww_vakantiegeld"}
    assert ids(before, made({Kind.WW: 40_000}, loon=101_200, ww=480_000)) == set()


def test_every_jump_has_its_own_name_and_a_law() -> None:
    assert len({jump.id for jump in JUMPS}) == len(JUMPS)
    assert all(jump.law and jump.rows for jump in JUMPS)
    assert {jump.axis for jump in JUMPS} == set(Axis)


def test_a_jump_along_the_wage_is_not_one_in_time() -> None:
    frame = frame_of(of(), law())
    seen: tuple[Jump, ...] = explain_jump(at(frame, 100_000), at(frame, 120_000))
    assert all(jump.axis is Axis.WAGE for jump in seen)
