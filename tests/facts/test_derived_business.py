"""Derived facts about an own business and a contract that runs, as tables: answers → what the law says."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from app.condition import Known, Missing, Span
from app.facts.flow import known_facts
from tests.people import someone, zwolle

DAY = date(2026, 11, 21)
UNANSWERED, DONT_KNOW = Missing.UNANSWERED, Missing.DONT_KNOW


def derived(fact: str, day: date = DAY, **answers: Any) -> Known:
    """What is known of a derived fact with these answers."""
    installed = zwolle()
    return known_facts(installed.on(day), someone(installed.facts, **answers))[fact]


HOURS: list[tuple[str, Any, Known]] = [
    ("Wet IB 3.6: 1.225 hours; 24 × 52 is 1.248", 24, True),
    ("Wet IB 3.6: 23 × 52 is 1.196", 23, False),
    ("no hours", 0, False),
    ("not known", "?", DONT_KNOW),
]


@pytest.mark.parametrize(("law", "hours", "enough"), HOURS)
def test_enough_hours_for_help_to_the_self_employed(law: str, hours: Any, enough: Known) -> None:
    assert derived("urencriterium", uren_bedrijf=hours) is enough, law


def test_without_an_answer_the_hours_are_still_to_be_asked() -> None:
    assert derived("urencriterium") is UNANSWERED


AGES: list[tuple[str, dict[str, Any], Known]] = [
    ("stops after the birthday", {"geboortemaand": "1971-05", "stopdatum_bedrijf": "2026-06-01"}, 55),
    ("stops before it", {"geboortemaand": "1971-05", "stopdatum_bedrijf": "2026-04-30"}, 54),
    ("stops in its month", {"geboortemaand": "1971-05", "stopdatum_bedrijf": "2026-05-15"}, Span(54, 55)),
    ("will stop", {"geboortemaand": "1971-12", "stopdatum_bedrijf": "2027-01-01"}, 55),
    ("no day of stopping", {"geboortemaand": "1971-05"}, UNANSWERED),
    ("day of stopping not known", {"geboortemaand": "1971-05", "stopdatum_bedrijf": "?"}, DONT_KNOW),
]


@pytest.mark.parametrize(("law", "answers", "age"), AGES, ids=[row[0] for row in AGES])
def test_the_age_when_a_business_ends(law: str, answers: dict[str, Any], age: Known) -> None:
    assert derived("leeftijd_bij_stoppen", bedrijf_fase="stoppen", **answers) == age, f"IOAZ 2.1: {law}"


def test_an_idea_has_no_age_at_which_it_ends() -> None:
    answers: dict[str, Any] = {"geboortemaand": "1971-05", "stopdatum_bedrijf": "2026-06-01"}
    assert derived("leeftijd_bij_stoppen", bedrijf_fase="idee", **answers) is DONT_KNOW


TOO_LATE: list[tuple[str, str, Known]] = [
    ("stopped three months ago yesterday", "2026-08-20", True),
    ("stopped three months ago today", "2026-08-21", False),
    ("will stop", "2027-03-01", False),
    ("the end of a long month: until the end of February", "2026-11-30", False),
]


@pytest.mark.parametrize(("law", "ended", "too_late"), TOO_LATE, ids=[row[0] for row in TOO_LATE])
def test_ioaz_can_be_asked_until_three_months_after_the_end(law: str, ended: str, too_late: Known) -> None:
    known = derived("aanvraagtijd_ioaz_voorbij", bedrijf_fase="gestopt", stopdatum_bedrijf=ended)
    assert known is too_late, f"IOAZ 5.2 onder 4: {law}"


def test_three_months_after_the_thirtieth_of_november_end_with_february() -> None:
    answers: dict[str, Any] = {"bedrijf_fase": "gestopt", "stopdatum_bedrijf": "2026-11-30"}
    assert derived("aanvraagtijd_ioaz_voorbij", date(2027, 2, 28), **answers) is False
    assert derived("aanvraagtijd_ioaz_voorbij", date(2027, 3, 1), **answers) is True


LETTERS: list[tuple[str, str, Known]] = [
    ("a month and a day are left", "2026-12-22", False),
    ("a month is left: today still counts", "2026-12-21", False),
    ("less than a month is left", "2026-12-20", True),
    ("the contract has ended", "2026-10-31", True),
    ("from the last of March the month goes back to the last of February", "2027-03-31", False),
]


@pytest.mark.parametrize(("law", "last", "passed"), LETTERS, ids=[row[0] for row in LETTERS])
def test_the_last_day_for_the_letter_is_a_month_before_the_end(law: str, last: str, passed: Known) -> None:
    assert derived("aanzegdag_voorbij", laatste_werkdag=last) is passed, f"BW 7:668.1: {law}"


def test_the_last_day_for_the_letter_is_not_known_without_the_end() -> None:
    assert derived("aanzegdag_voorbij") is UNANSWERED
    assert derived("aanzegdag_voorbij", laatste_werkdag="?") is DONT_KNOW
