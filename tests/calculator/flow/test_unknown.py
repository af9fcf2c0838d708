"""Between which amounts: what is not known, and what would settle it."""

from __future__ import annotations

from datetime import date

import msgspec
import pytest

from app.calculator.flow.budget import budget_at, with_job
from app.calculator.flow.frame import frame_of
from app.calculator.flow.law_on import Law, law_on
from app.calculator.flow.unknown import Open, Range, Variant, merged, range_over
from app.calculator.model import WW, Adult, Dwelling, Home, Job, Situation
from app.calculator.rules.minimumloon import maandloon_per_month
from app.money import Cents
from tests.calculator.cases import parameters_on

DAY = date(2026, 11, 21)
BORN = date(1985, 3, 1)
SINGLE = Situation(person=Adult(born=BORN), home=Home(Dwelling.HUUR, 50_000), has_bijstand=True)
ON_WW = Situation(person=Adult(born=BORN, ww=WW(200_000)), home=Home(Dwelling.HUUR, 50_000))
JOB = Job(maandloon_per_month(1499, 1200), 12_00, 1499)


def law() -> Law:
    """The law in November 2026."""
    return law_on(parameters_on(DAY))


def total(situation: Situation, job: Job = JOB) -> Cents:
    """What a household keeps with this job, in cents per month."""
    return budget_at(frame_of(situation, law()), with_job(situation, job), with_opvang=True).per_month


def with_rent(rent: int, situation: Situation = SINGLE) -> Situation:
    """The same household with another rent."""
    return msgspec.structs.replace(situation, home=Home(Dwelling.HUUR, rent))


def with_vrijlating(situation: Situation = SINGLE) -> Situation:
    """The same household with an exemption."""
    person = msgspec.structs.replace(situation.person, has_vrijlating=True)
    return msgspec.structs.replace(situation, person=person)


def open_range(variants: dict[Open, tuple[Variant, ...]], situation: Situation = SINGLE) -> Range:
    """The range for twelve hours of work."""
    return range_over(variants, JOB, law(), situation=situation)


def test_when_everything_is_known_there_is_one_amount() -> None:
    assert open_range({}) == Range(total(SINGLE), total(SINGLE), ())


@pytest.mark.row("C16")
def test_an_exemption_that_is_not_known_gives_both_amounts_and_its_name() -> None:
    found = open_range({Open.VRIJLATING: (SINGLE, with_vrijlating())})
    assert (found.low, found.high) == (total(SINGLE), total(with_vrijlating()))
    assert found.because == ((Open.VRIJLATING, found.low, found.high),)
    assert found.low < found.high


def test_two_unknowns_are_combined_and_the_largest_stands_first() -> None:
    found = open_range(
        {Open.VRIJLATING: (with_vrijlating(),), Open.RENT: (with_rent(20_000), with_rent(70_000))}
    )
    assert found.low == total(with_rent(20_000))
    assert found.high == total(with_vrijlating(with_rent(70_000)))
    assert [open_ for open_, *_ in found.because] == [Open.RENT, Open.VRIJLATING]
    rent, vrijlating = found.because
    assert rent[1:] == (total(with_rent(20_000)), total(with_rent(70_000)))
    assert vrijlating[1:] == (total(SINGLE), total(with_vrijlating()))


def test_what_is_worked_out_with_lies_always_within_the_range() -> None:
    found = open_range({Open.RENT: (with_rent(60_000), with_rent(70_000))})
    assert found.low == total(SINGLE)


def test_an_unknown_that_changes_nothing_is_not_named() -> None:
    found = open_range({Open.SAVINGS: (msgspec.structs.replace(SINGLE, savings=100_00),), Open.RENT: ()})
    assert found == Range(total(SINGLE), total(SINGLE), ())


def test_the_pension_premium_is_an_unknown_of_the_job() -> None:
    with_premium = msgspec.structs.replace(JOB, pensioenpremie_per_month=5_000)
    situation = with_vrijlating()
    found = open_range({Open.PENSION: (with_premium,)}, situation)
    assert found.low == total(situation, with_premium)
    assert found.high == total(situation)


def test_two_unknowns_of_the_job_are_combined_too() -> None:
    premium = msgspec.structs.replace(JOB, pensioenpremie_per_month=5_000)
    more = msgspec.structs.replace(JOB, loon_per_month=JOB.loon_per_month * 3, uren_per_week=36_00)
    found = open_range({Open.PENSION: (premium,), Open.HOURS: (more,)}, with_vrijlating())
    each = [JOB, premium, more, msgspec.structs.replace(more, pensioenpremie_per_month=5_000)]
    assert (found.low, found.high) == (
        min(total(with_vrijlating(), job) for job in each),
        max(total(with_vrijlating(), job) for job in each),
    )


def test_beyond_64_combinations_the_single_effects_are_added_up() -> None:
    rents = tuple(with_rent(rent) for rent in range(20_000, 84_000, 1_000))
    found = open_range({Open.RENT: rents, Open.VRIJLATING: (with_vrijlating(),)})
    effects = [(low - total(SINGLE), high - total(SINGLE)) for _, low, high in found.because]
    assert found.low == total(SINGLE) + sum(low for low, _ in effects)
    assert found.high == total(SINGLE) + sum(high for _, high in effects)
    # Rent and exemption hang together through the income, but only a little.
    assert found.high == pytest.approx(total(with_vrijlating(with_rent(83_000))), abs=5_000)


def test_only_what_a_variant_changed_is_carried_over() -> None:
    housemates = msgspec.structs.replace(SINGLE, home=Home(Dwelling.HUUR, 50_000, kostendelers=1))
    both = merged(SINGLE, housemates, merged(SINGLE, with_rent(70_000), with_vrijlating()))
    assert both.home == Home(Dwelling.HUUR, 70_000, kostendelers=1)
    assert both.person.has_vrijlating
    assert merged(SINGLE, SINGLE, ON_WW) == ON_WW
