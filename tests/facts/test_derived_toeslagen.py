"""Derived facts about toeslagen, as tables: rent and what a partner earns → what the law makes of them."""

from __future__ import annotations

from typing import Any

import pytest

from app.condition import Known, Missing
from app.facts.flow import known_facts
from tests.people import someone, zwolle

UNANSWERED, DONT_KNOW = Missing.UNANSWERED, Missing.DONT_KNOW
Answers = dict[str, Any]
COUPLE: Answers = {"woonsituatie": "met_partner"}
ALONE: Answers = {"woonsituatie": "alleen"}
RENTS: Answers = {"huurwoning": "huur"}


def derived(fact: str, answers: Answers) -> Known:
    """What is known of a derived fact with these answers."""
    installed = zwolle()
    return known_facts(installed.on(), someone(installed.facts, **answers))[fact]


# With a partner zorgtoeslag ends at 51.142 a year: 4.261,83 a month, or 3.946,14 with holiday pay on top.
ZORG: list[tuple[str, Answers, Known]] = [
    ("Wzt 2: alone there is no partner", ALONE, True),
    ("Wzt 2: under it with holiday pay", {**COUPLE, "inkomen_partner_bruto": 3_946.14}, True),
    ("Wzt 2: between the two", {**COUPLE, "inkomen_partner_bruto": 4_000, "inkomen_partner": "?"}, DONT_KNOW),
    ("Wzt 2: over it without holiday pay", {**COUPLE, "inkomen_partner_bruto": 4_261.84}, False),
    ("IB 2.10: of 2.463 after tax at most 37,56 % went", {**COUPLE, "inkomen_partner": 2_463}, True),
    ("IB 2.10: after tax in between, the amount before tax settles it",
     {**COUPLE, "inkomen_partner": 3_000}, UNANSWERED),
    ("and after tax already too much", {**COUPLE, "inkomen_partner": 4_300}, False),
    ("open", COUPLE, UNANSWERED),
]  # fmt: skip


@pytest.mark.row("W1")
@pytest.mark.parametrize(("law", "answers", "fits"), ZORG, ids=[row[0] for row in ZORG])
def test_zorgtoeslag_beside_a_partner(law: str, answers: Answers, fits: Known) -> None:
    assert derived("inkomen_partner_zorgtoeslag", answers) is fits, law


# Kindgebonden budget of one child ends between 71.000 and 73.000 with a partner.
KINDEREN: list[tuple[str, Answers, Known]] = [
    ("WKB 2.7: well under it", {**COUPLE, "inkomen_partner_bruto": 5_000}, True),
    ("WKB 2.7: over it for one child", {**COUPLE, "inkomen_partner_bruto": 6_500, "inkomen_partner": "?"},
     DONT_KNOW),
    ("WKB 2.4: a single parent", {"woonsituatie": "alleen_met_kinderen"}, True),
]  # fmt: skip


@pytest.mark.row("W1")
@pytest.mark.parametrize(("law", "answers", "fits"), KINDEREN, ids=[row[0] for row in KINDEREN])
def test_kindgebonden_budget_beside_a_partner(law: str, answers: Answers, fits: Known) -> None:
    assert derived("inkomen_partner_kindgebonden", answers) is fits, law


# The first 202,52 (alone) or 200,71 is one's own; less than 24 a year above it is not paid.
HUUR: list[tuple[str, Answers, Known]] = [
    ("Wht 16: alone", {**ALONE, **RENTS, "huur_per_maand": 204.52}, True),
    ("Awir 14.5: a cent less", {**ALONE, **RENTS, "huur_per_maand": 204.51}, False),
    ("Wht 16: with children", {**RENTS, "woonsituatie": "alleen_met_kinderen", "huur_per_maand": 202.71},
     True),
    ("Wht 21: a partner without income", {**COUPLE, **RENTS, "huur_per_maand": 650, "inkomen_partner": 0},
     True),
    ("Wht 21: a partner who earns much",
     {**COUPLE, **RENTS, "huur_per_maand": 650, "inkomen_partner_bruto": 5_000}, False),
    ("rent open", {**ALONE, **RENTS}, UNANSWERED),
    ("rent not known", {**ALONE, **RENTS, "huur_per_maand": "?", "inkomen_partner": "?"}, DONT_KNOW),
]  # fmt: skip


@pytest.mark.row("W1")
@pytest.mark.parametrize(("law", "answers", "fits"), HUUR, ids=[row[0] for row in HUUR])
def test_rent_and_a_partner_for_huurtoeslag(law: str, answers: Answers, fits: Known) -> None:
    assert derived("huur_past_bij_toeslag", answers) is fits, law
