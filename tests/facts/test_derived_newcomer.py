"""Derived facts about the first months here and about young children, as tables with their article."""

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
    ("since", "first_months"),
    [
        ("2026-11-20", True),  # Pw 56a lid 2: six months from the day the right began
        ("2026-05-22", True),
        ("2026-05-21", False),
        ("2019-01-01", False),
        ("?", DONT_KNOW),
    ],
)
def test_in_the_first_months_the_municipality_pays(since: str, first_months: Known) -> None:
    assert derived("eerste_maanden_bijstand", bijstand_sinds=since) == first_months


def test_the_months_end_on_the_last_day_of_a_shorter_month() -> None:
    assert derived("eerste_maanden_bijstand", date(2027, 2, 27), bijstand_sinds="2026-08-31") is True
    assert derived("eerste_maanden_bijstand", date(2027, 2, 28), bijstand_sinds="2026-08-31") is False


def test_nothing_is_said_before_it_is_asked() -> None:
    assert derived("eerste_maanden_bijstand") is UNANSWERED
    assert derived("kind_onder_5") is UNANSWERED


CHILDREN: list[tuple[str, list[dict[str, Any]], Known]] = [
    ("Pw 9a.1: three years old", [{"geboortemaand": "2023-05"}], True),
    ("Pw 9a.4: five next month", [{"geboortemaand": "2021-12"}], True),
    ("Pw 9a.4: five last month", [{"geboortemaand": "2021-10"}], False),
    ("Pw 9a.4: five this month, the day decides", [{"geboortemaand": "2021-11"}], DONT_KNOW),
    ("the youngest counts", [{"geboortemaand": "2012-01"}, {"geboortemaand": "2024-01"}], True),
    ("one of them is not known", [{"geboortemaand": "2012-01"}, {"opvang": True}], DONT_KNOW),
    ("all are older", [{"geboortemaand": "2012-01"}, {"geboortemaand": "2015-01"}], False),
]


@pytest.mark.parametrize(("source", "children", "young"), CHILDREN, ids=[row[0] for row in CHILDREN])
def test_a_child_under_five(source: str, children: list[dict[str, Any]], young: Known) -> None:
    assert derived("kind_onder_5", kinderen=children, woonsituatie="alleen_met_kinderen") == young, source


def test_who_has_no_children_at_home_has_none_under_five() -> None:
    assert derived("kind_onder_5", woonsituatie="alleen") is False
