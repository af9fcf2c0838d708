"""The numbers of a rule: filled in by name, all that are missing named at once, a table read by its rows."""

from datetime import date

import msgspec
import pytest

from app.calculator.law import numbers_used, regelingen
from app.calculator.numbers import band_at, numbers
from app.parameters import Bands, Parameters
from tests.calculator.cases import ROOT, parameters_on

DAY = date(2026, 11, 21)
BANDS = ((0, 5), (10, 6), (20, 7))


class Few(msgspec.Struct, frozen=True):
    """Numbers of three kinds."""

    bedrag: Bands
    drempelinkomen: int
    uitbetaling_geboren_voor: date


class Lost(msgspec.Struct, frozen=True):
    """Numbers that do not exist, and one that is no table."""

    nergens: int
    ook_nergens: int
    tabelstap: Bands


def test_a_field_has_its_own_number_or_one_from_elsewhere() -> None:
    few = numbers(
        Few,
        parameters_on(DAY),
        "kinderbijslag",
        drempelinkomen="toeslagen.drempelinkomen",
        uitbetaling_geboren_voor="inkomstenbelasting.uitbetaling_geboren_voor",
    )
    assert few == Few(((0, 29840), (6, 36235), (12, 42629), (18, 0)), 2_973_600, date(1963, 1, 1))


def test_everything_that_is_missing_is_named_at_once() -> None:
    with pytest.raises(LookupError) as caught:
        numbers(Lost, parameters_on(DAY), "loonheffing")
    for words in (
        "loonheffing.nergens has",
        "loonheffing.ook_nergens has",
        "loonheffing.tabelstap is no table",
    ):
        assert words in str(caught.value)


@pytest.mark.parametrize(("at", "row"), [(0, 0), (9, 0), (10, 1), (19, 1), (20, 2), (10**9, 2)])
def test_a_row_holds_until_the_next_begins(at: int, row: int) -> None:
    assert band_at(BANDS, at) == BANDS[row]


def test_every_regeling_has_all_its_numbers_on_every_day_of_2026_and_after() -> None:
    for day in (date(2026, 1, 1), date(2026, 6, 30), date(2026, 7, 1), date(2026, 12, 31), date(2027, 1, 1)):
        for regeling in regelingen():
            assert regeling.P.on(parameters_on(day))


def test_before_2026_there_is_nothing_to_reckon_with() -> None:
    for regeling in regelingen():
        if regeling.__name__.endswith(
            (
                "zorgtoeslag",
                "huurtoeslag",
                "opvangtoeslag",
                "belasting",
                "heffing",
                "budget",
                "bijslag",
                "minimumloon",
            )
        ):
            with pytest.raises(LookupError):
                regeling.P.on(parameters_on(date(2025, 12, 31)))


def test_the_numbers_of_every_regeling_count_as_used() -> None:
    used = numbers_used(Parameters.load([ROOT / "content" / "parameters"]))
    assert {
        "inkomstenbelasting.schijf_1_tot",
        "loonheffing.tabelstap",
        "kinderopvangtoeslag.vergoeding",
        "toeslagen.basishuur_een",
    } <= used
    assert "ww.sollicitatieperiode" not in used
