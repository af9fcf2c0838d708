"""Bijstand beside a wage from beginning to end: tax, net wage, exemption, credits, gross bijstand."""

from datetime import date

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.calculator.rules import bijstand, brutering, inkomstenbelasting, vrijlating
from app.calculator.rules.bijstand import Household, bijstand_per_month, netto_loon_per_month, norm_per_month
from app.calculator.rules.brutering import Beside, samenloop_per_year
from app.calculator.rules.inkomstenbelasting import inkomstenbelasting_per_year
from app.calculator.rules.vrijlating import Vrijlating, vrijgelaten_per_month
from tests.calculator.cases import parameters_on

DAY, NEXT_YEAR = date(2026, 11, 21), date(2027, 1, 1)
WAGES = st.integers(0, 4_000_000)
KINDS = [None, Vrijlating.N, Vrijlating.R, Vrijlating.Y]


class Kept(msgspec.Struct, frozen=True):
    """What a single person keeps in a steady year."""

    netto_loon: int
    bijstand: int
    heffingskorting: int
    norm: int

    @property
    def together(self) -> int:
        return self.netto_loon + self.bijstand + self.heffingskorting


def kept(wage: int, kind: Vrijlating | None = None, *, parent: bool = False, day: date = DAY) -> Kept:
    on = parameters_on(day)
    tax = inkomstenbelasting_per_year(wage, wage, inkomstenbelasting.P.on(on))
    month = netto_loon_per_month(wage, tax, 0)
    exempt = vrijgelaten_per_month(month, kind, vrijlating.P.on(on)) if kind else 0
    norm = norm_per_month(Household(35, has_children=parent), bijstand.P.on(on))
    rest = norm - (month - exempt)
    found = samenloop_per_year(12 * rest, Beside(wage, wage, parent), brutering.P.on(on))
    if not parent:
        assert found.netto_per_year == 12 * bijstand_per_month(norm, month - exempt)
    return Kept(12 * month, found.netto_per_year, found.heffingskorting_per_year, 12 * norm)


@given(WAGES, st.booleans())
def test_without_exemption_working_keeps_exactly_the_norm_until_bijstand_ends(
    wage: int, parent: bool
) -> None:
    found = kept(wage, parent=parent)
    if found.bijstand:
        assert found.together == found.norm
    else:
        assert found.together >= found.norm
    assert found.together == max(found.norm, found.netto_loon + found.heffingskorting)


@given(WAGES, st.sampled_from(KINDS), st.booleans(), st.integers(0, 200_000))
def test_more_wage_is_never_less_together(
    wage: int, kind: Vrijlating | None, parent: bool, more: int
) -> None:
    before, after = kept(wage, kind, parent=parent), kept(wage + more, kind, parent=parent)
    assert after.bijstand <= before.bijstand + 12  # Net wage is a twelfth in whole cents.
    # Tax, both its credits and the credit of a parent are rounded to whole euros, a month to cents.
    assert after.together >= before.together - 512


@given(WAGES, st.sampled_from(KINDS))
def test_an_exemption_never_gives_less_than_none_nor_more_than_its_maximum(
    wage: int, kind: Vrijlating | None
) -> None:
    gained = kept(wage, kind).together - kept(wage).together
    maximum = vrijlating.P.on(parameters_on(DAY)).terms[kind].maximum if kind else 0
    assert 0 <= gained <= 12 * (maximum or 0)


def test_an_exemption_keeps_bijstand_alive_above_the_norm() -> None:
    found = kept(1_850_000, Vrijlating.N)
    assert found.netto_loon > found.norm
    assert found.bijstand > 0
    assert found.together == found.norm + 12 * 28_500


@pytest.mark.parametrize(("hours", "at_its_maximum"), [(20, False), (21, True), (23, True)])
def test_the_maximum_of_the_exemption_for_a_parent_is_reached_at_21_hours(
    hours: int, at_its_maximum: bool
) -> None:
    wage = hours * 52 * 1_499 * 108 // 100
    found = kept(wage, Vrijlating.R)
    exempt = vrijgelaten_per_month(found.netto_loon // 12, Vrijlating.R, vrijlating.P.on(parameters_on(DAY)))
    assert found.bijstand > 0
    assert (exempt == 17_766) is at_its_maximum


def test_a_credit_of_a_parent_brings_nothing_while_there_is_bijstand() -> None:
    wage = 16 * 52 * 1_499 * 108 // 100
    assert kept(wage, parent=True).heffingskorting > 0
    assert kept(wage, parent=True).together == kept(wage).together


@pytest.mark.row("C2")
def test_on_1_january_the_new_exemption_takes_the_place_of_the_old_ones() -> None:
    eve = kept(720_000, Vrijlating.N, day=date(2026, 12, 31))
    new = kept(720_000, Vrijlating.A34A, day=NEXT_YEAR)
    assert eve.norm == new.norm  # The norm of 2027 is not known: the latest one is used.
    assert eve.together - eve.norm == 12 * 15_000
    assert new.together - new.norm == 12 * 9_000
