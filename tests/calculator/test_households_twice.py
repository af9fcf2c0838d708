"""Random households, reckoned twice from wage to toeslagen without a cent of difference.

2,000 in every run, 50,000 at night; of each both what there is now and what another job would leave.
"""

import random
from datetime import date, timedelta
from fractions import Fraction
from functools import cache

import msgspec
import pytest

from app.calculator.flow.budget import budget_at, jobs_of
from app.calculator.flow.frame import frame_of
from app.calculator.flow.law_on import Law, law_on
from app.calculator.model import WW, Adult, Budget, Child, Dwelling, Home, Job, Situation
from app.calculator.rules.kinderopvangtoeslag import Opvang, Soort
from app.calculator.rules.minimumloon import maandloon_per_month
from app.calculator.rules.vrijlating import Vrijlating
from app.calculator.written_json import in_other_work
from tests.calculator.cases import parameters_on
from tests.calculator.naive.household import money
from tests.calculator.naive.years import House, Person

DAYS = (
    date(2026, 1, 1),
    date(2026, 3, 31),
    date(2026, 6, 30),
    date(2026, 7, 1),
    date(2026, 11, 21),
    date(2026, 12, 31),
    date(2027, 1, 1),
    date(2027, 1, 20),
)
"""Both halves of 2026, and the first month with other rules."""


@cache
def law_of(day: date) -> Law:
    return law_on(parameters_on(day))


def euros(cents: int) -> Fraction:
    return Fraction(cents, 100)


def likely(lot: random.Random, chance: float) -> bool:
    return lot.random() < chance


def born(lot: random.Random, day: date, youngest: int, oldest: int) -> date:
    """Return a day of birth from the youngest to the oldest age; often one around a birthday."""
    years = lot.randint(youngest, oldest)
    near = day.replace(year=day.year - years, day=min(day.day, 28)) - timedelta(
        lot.choice([0, 1, 30, 31, 90])
    )
    found = near if likely(lot, 0.4) else near - timedelta(lot.randrange(365))
    # Whether 29 February is a birthday on 28 February or 1 March, no law here says.
    return found + timedelta(1) if (found.month, found.day) == (2, 29) else found


def some_job(lot: random.Random) -> Job:
    hours = lot.choice([0, 800, 1200, 1600, 2000, 2400, 2850, 3200, 3600, 4000, lot.randrange(1, 4001)])
    uurloon = lot.choice([1471, 1499, 1650, lot.randrange(1499, 4500)])
    wage = lot.choice(
        [maandloon_per_month(uurloon, hours), lot.randrange(1, 700_000), lot.randrange(1, 60_000)]
    )
    premium = lot.choice([0, 0, lot.randrange(1, wage // 8 + 2)]) if wage > 10_000 else 0
    return Job(
        loon_per_month=wage,
        uren_per_week=hours,
        uurloon=uurloon,
        is_all_in=likely(lot, 0.15),
        pensioenpremie_per_month=premium,
        reiskosten_per_month=lot.choice([0, 0, lot.randrange(1, 30_000)]),
        has_loonkostensubsidie=likely(lot, 0.15),
    )


def some_ww(lot: random.Random) -> WW:
    loon = lot.choice([lot.randrange(1, 200_000), lot.randrange(100_000, 400_000), lot.randrange(1, 900_000)])
    return WW(loon, lot.choice([1, 2, 3, 10, 24]), None, likely(lot, 0.5))


def some_adult(lot: random.Random, day: date) -> Adult:
    return Adult(
        born=born(lot, day, 18, 65),
        job=some_job(lot) if likely(lot, 0.5) else None,
        ww=some_ww(lot) if likely(lot, 0.3) else None,
        has_vrijlating=likely(lot, 0.7),
        months_used={kind: lot.choice([0, 5, 6, 12, 29, 30]) for kind in Vrijlating if likely(lot, 0.4)},
        is_medisch_urenbeperkt=likely(lot, 0.15),
        has_loonkostensubsidie=likely(lot, 0.1),
        can_work_more=likely(lot, 0.5),
        is_in_traject=likely(lot, 0.1),
    )


def some_child(lot: random.Random, day: date) -> Child:
    care = [
        Opvang(
            lot.choice(list(Soort)),
            lot.choice([6_000, 12_200, 23_000, lot.randrange(1, 30_000)]),
            lot.choice([849, 998, 1123, lot.randrange(500, 1500)]),
        )
        for _ in range(lot.choice([0, 0, 1, 1, 2]))
    ]
    return Child(born(lot, day, 0, 17), tuple(care))


def some_home(lot: random.Random) -> Home:
    others = lot.choice([0, 0, 0, 1, 2, 4])
    return Home(
        dwelling=lot.choice([Dwelling.HUUR, Dwelling.HUUR, *Dwelling]),
        kale_huur_per_month=lot.choice([65_000, 75_000, 110_000, lot.randrange(1, 120_000)]),
        kostendelers=lot.randint(0, others),
        medebewoners=others,
        medebewoners_per_year=lot.choice([None, 0, lot.randrange(3_000_000)]) if others else None,
    )


def some_partner(lot: random.Random, day: date, person: Adult) -> Adult | None:
    """Return a partner, or none; UWV pays one toeslag to a couple."""
    if likely(lot, 0.6):
        return None
    partner = some_adult(lot, day)
    if partner.ww is None or person.ww is None or not person.ww.has_toeslag:
        return partner
    return msgspec.structs.replace(partner, ww=msgspec.structs.replace(partner.ww, has_toeslag=False))


def some_situation(lot: random.Random, day: date) -> Situation:
    person = some_adult(lot, day)
    return Situation(
        person=person,
        partner=some_partner(lot, day, person),
        children=tuple(some_child(lot, day) for _ in range(lot.choice([0, 0, 1, 1, 2, 3, 5]))),
        home=some_home(lot),
        savings=lot.choice(
            [0, 0, 0, 800_000, 800_001, 1_600_001, 3_847_901, 7_695_901, 14_601_101, 18_463_301]
        ),
        has_bijstand=likely(lot, 0.5),
        has_opvang_now=likely(lot, 0.6),
        is_insured=likely(lot, 0.95),
    )


def person_again(adult: Adult, job: Job | None) -> Person:
    work = job or Job(0)
    return Person(
        born=adult.born,
        wage=euros(work.loon_per_month),
        holiday_pay_inside=work.is_all_in,
        premium=euros(work.pensioenpremie_per_month),
        travel=euros(work.reiskosten_per_month),
        subsidised=work.has_loonkostensubsidie or adult.has_loonkostensubsidie,
        old_wage=None if adult.ww is None else euros(adult.ww.loon_per_month),
        ww_month=0 if adult.ww is None else adult.ww.month,
        toeslag=adult.ww is not None and adult.ww.has_toeslag,
        granted=adult.has_vrijlating,
        used={kind.value: months for kind, months in adult.months_used.items()},
        medically_limited=adult.is_medisch_urenbeperkt,
        more_hours_possible=adult.can_work_more,
        in_traject=adult.is_in_traject,
    )


def house_again(situation: Situation, jobs: tuple[Job | None, ...], *, with_opvang: bool) -> House:
    home = situation.home
    rent = euros(home.kale_huur_per_month) if home.dwelling is Dwelling.HUUR else None
    income = None if home.medebewoners_per_year is None else euros(home.medebewoners_per_year)
    return House(
        people=[person_again(*each) for each in zip(situation.adults, jobs, strict=True)],
        children=[
            (
                child.born,
                [
                    (each.soort.value, euros(each.uren_per_month), euros(each.uurprijs))
                    for each in child.opvang
                ],
            )
            for child in situation.children
        ],
        rent=rent,
        sharing=home.kostendelers,
        others=home.medebewoners,
        income_of_others=income,
        savings=euros(situation.savings),
        has_bijstand=situation.has_bijstand,
        uses_care=with_opvang,
        insured=situation.is_insured,
    )


def rows_of(found: Budget) -> dict[str, int]:
    rows = {line.kind.value: int(line.per_month) for line in found.lines if line.per_month}
    return rows | {"toetsingsinkomen": found.toetsingsinkomen}


def rows_again(situation: Situation, jobs: tuple[Job | None, ...], day: date, *, with_opvang: bool) -> object:
    found = money(house_again(situation, jobs, with_opvang=with_opvang), day)
    return {name: 100 * amount for name, amount in found.items()}


def reckon(how_many: int, seed: int) -> None:
    for number in range(how_many):
        lot = random.Random(f"{seed} {number}")  # noqa: S311 — drawn for a test
        day = lot.choice(DAYS)
        situation = some_situation(lot, day)
        frame = frame_of(situation, law_of(day))
        now = jobs_of(situation)
        mine = budget_at(frame, now, is_traced=likely(lot, 0.1))
        theirs = rows_again(situation, now, day, with_opvang=situation.has_opvang_now)
        assert rows_of(mine) == theirs, (seed, number, day, situation)
        other = in_other_work(situation, some_job(lot))
        mine = budget_at(frame_of(other, law_of(day)), jobs_of(other), with_opvang=True)
        theirs = rows_again(other, jobs_of(other), day, with_opvang=True)
        assert rows_of(mine) == theirs, (seed, number, day, other)


def test_two_thousand_households() -> None:
    reckon(2_000, seed=20261121)


@pytest.mark.nightly
def test_fifty_thousand_households() -> None:
    reckon(50_000, seed=20270101)
