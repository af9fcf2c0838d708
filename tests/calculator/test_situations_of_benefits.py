"""Random people on a benefit, reckoned twice to the cent: 2,000 in every run, 50,000 at night."""

import random
from datetime import date
from fractions import Fraction

import pytest

from app.calculator.rules import bijstand, brutering, ioaw, iow, toeslagenwet, vrijlating, ww
from app.calculator.rules.bijstand import bijstand_per_month, norm_per_month, vakantietoeslag_per_month
from app.calculator.rules.brutering import Beside, bruto_per_year, samenloop_per_year
from app.calculator.rules.vrijlating import vrijgelaten_per_month
from tests.calculator.cases import parameters_on
from tests.calculator.naive import bijstand as naive_bijstand
from tests.calculator.naive import brutering as naive_brutering
from tests.calculator.naive import ioaw as naive_ioaw
from tests.calculator.naive import iow as naive_iow
from tests.calculator.naive import toeslagenwet as naive_toeslagenwet
from tests.calculator.naive import ww as naive_ww

DAYS = date(2026, 1, 1), date(2026, 6, 30), date(2026, 11, 21), date(2027, 1, 1)
"""The halves of 2026, and the first day with other rules."""


def euros(cents: int) -> Fraction:
    return Fraction(cents, 100)


def amount(lot: random.Random, most: int) -> int:
    """Return an amount; often one where something may change: nothing, a cent, whole euros."""
    return lot.choice([0, 1, lot.randrange(most), lot.randrange(most), lot.randrange(most // 100) * 100])


def on_bijstand(lot: random.Random, day: date) -> tuple[object, object]:
    on = parameters_on(day)
    ages = [lot.randint(18, 66) for _ in range(lot.randint(1, 2))]
    children, sharing, lonely = lot.random() < 0.5, lot.choice([0, 0, 1, 2, 4]), lot.choice([0, 0, 1, 2])
    household = bijstand.Household(ages[0], ages[1] if ages[1:] else None, children, sharing, lonely)
    norm = norm_per_month(household, bijstand.P.on(on))
    kind = lot.choice([None, *vrijlating.P.on(on).terms])
    wage = amount(lot, 250_000)
    exempt = vrijgelaten_per_month(wage, kind, vrijlating.P.on(on)) if kind else 0
    mine = bijstand_per_month(norm, wage - exempt)
    theirs_norm = naive_bijstand.norm(ages, day, children=children, sharing=sharing, without_parents=lonely)
    theirs = naive_bijstand.beside(euros(wage), kind, theirs_norm, day)
    reserve = vakantietoeslag_per_month(mine, bijstand.P.on(on))
    return (norm, mine, reserve), (
        100 * theirs_norm,
        100 * theirs,
        100 * naive_bijstand.holiday(theirs, day),
    )


def with_tax(lot: random.Random, day: date) -> tuple[object, object]:
    p = brutering.P.on(parameters_on(day))
    earned, other = amount(lot, 4_000_000), lot.choice([0, 0, amount(lot, 1_500_000)])
    rest, people = amount(lot, 2_500_000) - lot.choice([0, 500_000]), lot.randint(1, 2)
    net = amount(lot, 2_500_000)
    found = samenloop_per_year(rest, Beside(earned + other, earned, True), p, people=people)
    mine = found.netto_per_year, found.heffingskorting_per_year, found.bruto_per_year
    income = euros(earned + other)
    theirs = naive_brutering.together(euros(rest), income, euros(earned), day, people=people)
    gross = naive_brutering.gross(euros(net), income, euros(earned), day)
    return (*mine, bruto_per_year(net, Beside(earned + other, earned), p)), (
        *(100 * each for each in theirs),
        100 * gross,
    )


def on_ww(lot: random.Random, day: date) -> tuple[object, object]:
    p = ww.P.on(parameters_on(day))
    loon, month = amount(lot, 900_000), lot.randint(1, 24)
    earned, instead = amount(lot, 900_000), lot.choice([0, 0, amount(lot, 100_000)])
    mine = ww.ww_per_month(ww.Right(loon, month), ww.Earned(earned, instead), p)
    theirs = naive_ww.paid(euros(loon), month, euros(earned), euros(instead), day)
    return (mine, ww.uitbetaald_per_month(mine, p)), (100 * theirs, 100 * naive_ww.in_the_month(theirs, day))


def with_toeslag(lot: random.Random, day: date) -> tuple[object, object]:
    p = toeslagenwet.P.on(parameters_on(day))
    partner = lot.choice([None, date(1971, 12, 31), date(1972, 1, 1)])
    child, age = lot.choice([None, 0, 11, 12]), lot.randint(17, 66)
    parents, shares = lot.random() < 0.3, lot.random() < 0.3
    benefit, wage, earned, other = (amount(lot, 250_000) for _ in range(4))
    household = toeslagenwet.Household(age, partner, child, parents, shares)
    income = toeslagenwet.Income(benefit, wage, earned, other)
    person = naive_toeslagenwet.Person(age, partner, child, parents, shares)
    theirs = naive_toeslagenwet.toeslag(
        person, euros(benefit), euros(wage), euros(earned), other=euros(other), day=day
    )
    return toeslagenwet.toeslag_per_month(household, income, p), 100 * theirs


def after_ww(lot: random.Random, day: date) -> tuple[object, object]:
    on = parameters_on(day)
    p = ioaw.P.on(on)
    loon, earned, other = amount(lot, 500_000), amount(lot, 300_000), amount(lot, 50_000)
    household, kind = lot.choice(list(ioaw.Household)), lot.choice(list(p.vrijlating.terms))
    base = ioaw.grondslag_per_month(household, loon, p)
    mine = ioaw.ioaw_per_month(base, earned - vrijgelaten_per_month(earned, kind, p.vrijlating))
    theirs = naive_ioaw.grondslag(household, euros(loon), day)
    return (mine, iow.iow_per_month(loon, earned, other, iow.P.on(on))), (
        100 * naive_ioaw.ioaw(theirs, euros(earned), kind, day),
        100 * naive_iow.iow(euros(loon), euros(earned), euros(other), day),
    )


def reckon(how_many: int, seed: int) -> None:
    lot = random.Random(seed)  # noqa: S311 — drawn for a test
    for number in range(how_many):
        each = lot.choice([on_bijstand, with_tax, on_ww, with_toeslag, after_ww])
        mine, theirs = each(lot, lot.choice(DAYS))
        assert mine == theirs, (each.__name__, seed, number)


@pytest.mark.row("C4")
def test_two_thousand_situations() -> None:
    reckon(2_000, seed=20261121)


@pytest.mark.nightly
def test_fifty_thousand_situations() -> None:
    reckon(50_000, seed=20270101)
