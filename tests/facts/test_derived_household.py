"""Derived facts about the household, as tables: answers → what the law makes of them."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from app.condition import Known, Missing
from app.facts.flow import known_facts
from tests.people import someone, zwolle

DAY = date(2026, 11, 21)
UNANSWERED, DONT_KNOW = Missing.UNANSWERED, Missing.DONT_KNOW


def derived(fact: str, day: date = DAY, **answers: Any) -> Known:
    """What is known of a derived fact with these answers."""
    installed = zwolle()
    return known_facts(installed.on(day), someone(installed.facts, **answers))[fact]


@pytest.mark.parametrize(
    ("home", "household"),
    [
        ("alleen", "alleenstaand"),  # Pw 4.1a
        ("bij_ouders", "alleenstaand"),  # Pw 3.2a: a parent is no partner
        ("met_anderen", "alleenstaand"),
        ("alleen_met_kinderen", "alleenstaande_ouder"),  # Pw 4.1b
        ("met_partner", "paar"),  # Pw 3.3
        ("met_partner_en_kinderen", "paar_met_kinderen"),
        ("?", DONT_KNOW),
    ],
)
def test_the_household(home: str, household: Known) -> None:
    assert derived("huishouden", woonsituatie=home) == household


def test_every_way_to_live_is_a_household() -> None:
    facts = zwolle().facts
    for option in facts["woonsituatie"].options:
        household = derived("huishouden", woonsituatie=option.id)
        assert isinstance(household, str)
        assert facts["huishouden"].option(household)


SAVINGS: list[tuple[str, dict[str, Any], Known]] = [
    ("Pw 34.3a: 8.000 for one", {"woonsituatie": "alleen", "spaargeld": 8_000}, True),
    ("Pw 34.3a", {"woonsituatie": "alleen", "spaargeld": 8_000.01}, False),
    ("Pw 34.3b: 16.000 with children", {"woonsituatie": "alleen_met_kinderen", "spaargeld": 16_000}, True),
    ("Pw 34.3b", {"woonsituatie": "alleen_met_kinderen", "spaargeld": 16_000.01}, False),
    ("Pw 34.3c: 16.000 for two", {"woonsituatie": "met_partner", "spaargeld": 16_000}, True),
    ("little enough for anyone", {"spaargeld": 8_000}, True),
    ("too much for anyone", {"spaargeld": 16_000.01}, False),
    ("it depends on the household", {"spaargeld": 8_000.01}, UNANSWERED),
    ("and that is not known", {"spaargeld": 8_000.01, "woonsituatie": "?"}, DONT_KNOW),
    ("savings not known", {"spaargeld": "?", "woonsituatie": "alleen"}, DONT_KNOW),
]


@pytest.mark.parametrize(("law", "answers", "under"), SAVINGS)
def test_savings_under_the_limit(law: str, answers: dict[str, Any], under: Known) -> None:
    assert derived("vermogen_onder_grens", **answers) is under, law


# The norms per month are the norms per day × 21,75 (July 2026): couple 2.337,03, single 1.669,31,
# 20 years 1.308,26, sharing 1.086,19. The lowest WW is 70 % of the wage.
ADULT, AGED_20, AGED_17 = "1980-02", "2006-02", "2009-06"
ALONE = {"woonsituatie": "alleen", "geboortemaand": ADULT}
MINIMUM: list[tuple[str, dict[str, Any], Known]] = [
    ("TW 2.4: 70 % of 2.384,70 is 1.669,29", {**ALONE, "brutoloon": 2_384.70}, True),
    ("TW 2.4: 70 % of 2.384,75 is 1.669,32", {**ALONE, "brutoloon": 2_384.75}, False),
    ("four weeks are 12/13 of a month", {**ALONE, "brutoloon": [220_126, "four_weeks"]}, True),
    ("four weeks are 12/13 of a month", {**ALONE, "brutoloon": [220_131, "four_weeks"]}, False),
    (
        "TW 2.4: single parent",
        {
            "woonsituatie": "alleen_met_kinderen",
            "geboortemaand": ADULT,
            "huisgenoot_27": False,
            "brutoloon": 2_384,
        },
        True,
    ),
    (
        "TW 2.7, 2.9: a single parent who shares a home with somebody of 27",
        {
            "woonsituatie": "alleen_met_kinderen",
            "geboortemaand": ADULT,
            "huisgenoot_27": True,
            "brutoloon": 1_552,
        },
        False,
    ),
    (
        "TW 2.7: whether somebody shares makes no difference at this wage",
        {"woonsituatie": "met_anderen", "geboortemaand": ADULT, "brutoloon": 1_551},
        True,
    ),
    (
        "TW 2.1: a couple, with what the partner earns",
        {"woonsituatie": "met_partner", "brutoloon": 2_000, "inkomen_partner_bruto": 937.02},
        True,
    ),
    ("TW 2.1", {"woonsituatie": "met_partner", "brutoloon": 2_000, "inkomen_partner_bruto": 937.04}, False),
    ("TW 2.1: partner open", {"woonsituatie": "met_partner", "brutoloon": 2_000}, UNANSWERED),
    (
        "TW 2.6: sharing with somebody of 27",
        {"woonsituatie": "met_anderen", "geboortemaand": ADULT, "huisgenoot_27": True, "brutoloon": 1_552},
        False,
    ),
    (
        "TW 2.6: sharing with somebody of 27",
        {"woonsituatie": "met_anderen", "geboortemaand": ADULT, "huisgenoot_27": True, "brutoloon": 1_551},
        True,
    ),
    (
        "TW 2.6: housemates under 27 do not count",
        {"woonsituatie": "met_anderen", "geboortemaand": ADULT, "huisgenoot_27": False, "brutoloon": 1_552},
        True,
    ),
    ("TW 2.5: 20 years", {"woonsituatie": "alleen", "geboortemaand": AGED_20, "brutoloon": 1_868}, True),
    ("TW 2.5: 20 years", {"woonsituatie": "alleen", "geboortemaand": AGED_20, "brutoloon": 1_870}, False),
    ("TW 4: under 21 with parents", {"woonsituatie": "bij_ouders", "geboortemaand": AGED_20}, False),
    ("TW 2.5: no norm under 18", {"woonsituatie": "alleen", "geboortemaand": AGED_17}, False),
    ("wage open", ALONE, UNANSWERED),
    ("wage not known", {**ALONE, "brutoloon": "?"}, DONT_KNOW),
    ("46 or 47, the norm is the same", {**ALONE, "geboortemaand": "1980-11", "brutoloon": 2_000}, True),
    (
        "20 or 21, and between the two norms",
        {"woonsituatie": "alleen", "geboortemaand": "2005-11", "brutoloon": 2_000},
        DONT_KNOW,
    ),
    (
        "an old answer about a partner does not count for who lives alone",
        {**ALONE, "brutoloon": 2_000, "inkomen_partner_bruto": 3_000},
        True,
    ),
]


@pytest.mark.parametrize(("law", "answers", "under"), MINIMUM)
def test_the_lowest_ww_against_the_social_minimum(law: str, answers: dict[str, Any], under: Known) -> None:
    assert derived("onder_sociaal_minimum", **answers) is under, law


WITH_CHILDREN: dict[str, Any] = {"woonsituatie": "alleen_met_kinderen"}
IN_CARE: list[tuple[str, dict[str, Any], Known]] = [
    ("one goes", {**WITH_CHILDREN, "kinderen": [{"opvang": False}, {"opvang": True}]}, True),
    ("none goes", {**WITH_CHILDREN, "kinderen": [{"opvang": False}]}, False),
    ("of one it is not said", {**WITH_CHILDREN, "kinderen": [{"geboortemaand": "2020-01"}]}, DONT_KNOW),
    ("not asked yet", WITH_CHILDREN, UNANSWERED),
    ("not known", {**WITH_CHILDREN, "kinderen": "?"}, DONT_KNOW),
    ("no children in the house", {"woonsituatie": "alleen"}, False),
    ("no children any more", {"woonsituatie": "alleen", "kinderen": [{"opvang": True}]}, False),
    ("who lives there is not known", {"woonsituatie": "?", "kinderen": [{"opvang": True}]}, DONT_KNOW),
]


@pytest.mark.parametrize(("case", "answers", "in_care"), IN_CARE)
def test_a_child_in_childcare(case: str, answers: dict[str, Any], in_care: Known) -> None:
    assert derived("kind_in_opvang", **answers) is in_care, case


@pytest.mark.parametrize(
    ("born", "day", "young"),
    [
        ("2014-12", date(2026, 11, 21), True),  # TW 4: a child under 12
        ("2014-10", date(2026, 11, 21), False),
        ("2014-11", date(2026, 11, 21), DONT_KNOW),  # 12 on one of these days
        ("2014-11", date(2026, 11, 30), False),
        ("2014-11", date(2026, 10, 31), True),
    ],
)
def test_a_young_child(born: str, day: date, young: Known) -> None:
    known = derived("kind_onder_12", day, **WITH_CHILDREN, kinderen=[{"geboortemaand": born}])
    assert known is young


def test_one_young_child_is_enough() -> None:
    children = [{"geboortemaand": "2010-01"}, {"opvang": True}, {"geboortemaand": "2020-01"}]
    assert derived("kind_onder_12", **WITH_CHILDREN, kinderen=children) is True
