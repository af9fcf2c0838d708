"""Schemes of a municipality: limits, reasons, and amounts that are not known."""

from datetime import date
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.calculator.content import load_schemes
from app.calculator.rules import lokaal
from app.calculator.rules.lokaal import Outcome, Resident, Scheme, income_limit_per_month, outcome_on
from tests.calculator.cases import ROOT, Case, examples, parameters_on

DAY = date(2026, 11, 21)
P = lokaal.P.on(parameters_on(DAY))
SCHEMES = {each.id: each for each in load_schemes(ROOT / "content" / "municipalities" / "zwolle")}
INCOMES = st.integers(0, 300_000)


def known(value: Any) -> Any:
    return None if value == "onbekend" else value


def resident_of(given: dict[str, Any]) -> Resident:
    return Resident(
        household=given["huishouden"],
        age=given["leeftijd"],
        income_per_month=given["inkomen"],
        norm_per_month=given["norm"],
        adults=given.get("volwassenen", 1),
        schools=tuple(given.get("scholen", ())),
        counted_vermogen=given.get("vermogen_boven_grens", 0),
        months_of_low_income=known(given["maanden_laag"]),
        months_since_last=known(given.get("maanden_geleden", "onbekend")),
        was_student=given.get("student", False),
    )


@pytest.mark.row("C6")
@examples("lokaal")
def test_the_examples(case: Case) -> None:
    found = outcome_on(case.day, SCHEMES[case.given["regeling"]], resident_of(case.given), P)
    got: dict[str, object] = {
        "bedrag": "onbekend" if found.per_year is None else found.per_year,
        "laatste_bedrag": "onbekend" if found.latest_per_year is None else found.latest_per_year,
        "laatste_tot_en_met": found.latest_until.isoformat() if found.latest_until else "onbekend",
        "reden": found.reason or "kan",
        "zeker": found.is_sure,
    }
    assert {name: got[name] for name in case.expected} == case.expected


@given(st.sampled_from(sorted(SCHEMES)), INCOMES, INCOMES, st.booleans())
def test_more_income_never_opens_a_scheme(name: str, income: int, more: int, ill: bool) -> None:
    scheme = SCHEMES[name]

    def found(amount: int) -> Outcome:
        resident = Resident("paar", 35, amount, 141_946, schools=("basisschool",), is_chronically_ill=ill)
        return outcome_on(DAY, scheme, resident, P)

    limit = income_limit_per_month(scheme, 141_946, is_chronically_ill=ill)
    assert (found(income).reason is None) is (income <= limit)
    if found(income).reason:
        assert found(income + more) == found(income)
        assert found(income).per_year == 0


@pytest.mark.parametrize(
    ("scheme", "ill", "limit"),
    [
        ("participatiefonds", False, 110_000),
        ("participatiefonds", True, 130_000),
        ("kwijtschelding", True, 100_000),
    ],
)
def test_who_is_chronically_ill_may_have_more_income(scheme: str, ill: bool, limit: int) -> None:
    assert income_limit_per_month(SCHEMES[scheme], 100_000, is_chronically_ill=ill) == limit


@pytest.mark.row("C6")
def test_an_amount_holds_from_its_first_day_to_its_last_and_an_open_one_goes_on() -> None:
    open_ended = msgspec.structs.replace(SCHEMES["kindregeling"].amounts[0], last_day=None)
    scheme: Scheme = msgspec.structs.replace(SCHEMES["kindregeling"], amounts=(open_ended,))
    resident = Resident("paar", 35, 0, 141_946, schools=("basisschool",))
    assert outcome_on(date(2030, 1, 1), scheme, resident, P).per_year == 62_800
    assert outcome_on(date(2023, 12, 31), scheme, resident, P).per_year is None
    assert outcome_on(date(2024, 12, 31), SCHEMES["kindregeling"], resident, P).per_year == 62_800
    assert outcome_on(date(2025, 1, 1), SCHEMES["kindregeling"], resident, P).per_year is None
