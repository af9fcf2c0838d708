"""What the law did not change on 1 July 2026 is the same in both halves; rules end on their last day."""

from datetime import date
from typing import Any

import msgspec
import pytest

from app.calculator.not_covered import NotCovered
from app.calculator.rules import (
    bijstand,
    ioaw,
    iow,
    toeslagenwet,
    transitievergoeding,
    vermogen,
    vrijlating,
    ww,
    ww_duur,
)
from app.calculator.rules.bijstand import Household, norm_per_month
from tests.calculator.cases import parameters_on

HALVES = date(2026, 6, 30), date(2026, 7, 1)
CHANGED: dict[Any, set[str]] = {
    bijstand: {
        "norm_alleenstaande",
        "norm_paar",
        "norm_jongere",
        "norm_jong_paar",
        "norm_jong_paar_kinderen",
        "norm_gemengd_paar",
        "norm_gemengd_paar_kinderen",
        "verhoging_jongere",
        "jonge_partner_kostendelen",
        "jonge_partner_kostendelen_kinderen",
    },
    iow: {"dagnorm_alleenstaande"},
    toeslagenwet: {
        "dagnorm_paar",
        "dagnorm_alleenstaande",
        "dagnorm_alleenstaande_20",
        "dagnorm_alleenstaande_19",
        "dagnorm_alleenstaande_18",
        "dagnorm_woningdeler",
        "referentiemaandloon",
    },
    transitievergoeding: set(),
    vermogen: set(),
    vrijlating: set(),
    ww: {"maximumdagloon", "referentiemaandloon"},
    ww_duur: set(),
    ioaw: {"norms", "grondslagen", "vrijlating"},
}


@pytest.mark.parametrize("regeling", CHANGED, ids=[each.__name__.rpartition(".")[2] for each in CHANGED])
def test_only_what_the_law_changed_on_1_july_differs(regeling: Any) -> None:
    first, second = (msgspec.structs.asdict(regeling.P.on(parameters_on(day))) for day in HALVES)
    assert {name for name in first if first[name] != second[name]} == CHANGED[regeling]


def test_nothing_changes_within_a_half() -> None:
    for first, last in ((date(2026, 1, 1), HALVES[0]), (HALVES[1], date(2026, 12, 31))):
        for regeling in CHANGED:
            assert regeling.P.on(parameters_on(first)) == regeling.P.on(parameters_on(last))


def test_from_1_january_2027_the_latest_known_numbers_go_on_but_not_the_rules_that_ended() -> None:
    eve, day = parameters_on(date(2026, 12, 31)), parameters_on(date(2027, 1, 1))
    for regeling in set(CHANGED) - {vrijlating, ioaw}:
        assert regeling.P.on(eve) == regeling.P.on(day)
    assert day.in_force("participatiewet.norm_alleenstaande").outdated
    assert not day.in_force("participatiewet.vrijlating_34a_deel").outdated
    assert not set(vrijlating.P.on(eve).terms) & set(vrijlating.P.on(day).terms)
    assert not set(ioaw.P.on(eve).vrijlating.terms) & set(ioaw.P.on(day).vrijlating.terms)


@pytest.mark.parametrize(
    ("age", "norm"), [(17, None), (18, 35_042), (20, 35_042), (21, 141_946), (66, 141_946), (67, None)]
)
def test_a_birthday_changes_the_norm(age: int, norm: int | None) -> None:
    p = bijstand.P.on(parameters_on(HALVES[1]))
    if norm is None:
        with pytest.raises(NotCovered):
            norm_per_month(Household(age), p)
    else:
        assert norm_per_month(Household(age), p) == norm
