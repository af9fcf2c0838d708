"""Derived facts about work beside bijstand, as tables: answers → what the law makes of them."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from app.condition import Known, Missing
from app.facts.flow import known_facts
from tests.people import DAY, someone, zwolle

UNANSWERED, DONT_KNOW = Missing.UNANSWERED, Missing.DONT_KNOW
Answers = dict[str, Any]


def derived(fact: str, answers: Answers, day: date = DAY) -> Known:
    """What is known of a derived fact with these answers."""
    installed = zwolle()
    return known_facts(installed.on(day), someone(installed.facts, **answers))[fact]


ALONE: Answers = {"geboortemaand": "1985-02", "woonsituatie": "alleen"}
COUPLE: Answers = {"geboortemaand": "1985-02", "woonsituatie": "met_partner", "huisgenoot_27": False}
SHARED: Answers = {"geboortemaand": "1985-02", "woonsituatie": "met_anderen", "huisgenoot_27": True}
YOUNG: Answers = {"geboortemaand": "2007-02", "woonsituatie": "alleen"}
START: Answers = {"startdatum_werk": "2026-12-01", "vrijlating_tot_nu": "nog_niet", "afspraken_werk": []}
USED_UP: Answers = {**START, "vrijlating_tot_nu": "op"}

WW_LOW: list[tuple[str, Answers, Known]] = [
    ("Pw 21: 70 % of 1.877,58 with 8 % holiday pay is 1.419,44", {**ALONE, "brutoloon": 1_877.58}, True),
    ("Pw 21: over it before tax, perhaps under it after", {**ALONE, "brutoloon": 1_900}, DONT_KNOW),
    ("Pw 21: over it whatever the tax", {**ALONE, "brutoloon": 3_100}, False),
    ("Pw 22a: with one who shares, 2 × 878,71 for two",
     {**COUPLE, "huisgenoot_27": True, "brutoloon": 1_000, "inkomen_partner": 1_001}, True),
    ("Pw 22a: the partner has as much", {**COUPLE, "huisgenoot_27": True, "inkomen_partner": 1_757.42},
     False),
    ("the partner is open", {**COUPLE, "brutoloon": 1_000}, UNANSWERED),
]  # fmt: skip


@pytest.mark.parametrize(("law", "answers", "under"), WW_LOW, ids=[row[0] for row in WW_LOW])
def test_a_benefit_under_bijstand(law: str, answers: Answers, under: Known) -> None:
    assert derived("uitkering_onder_bijstand", answers) is under, law


# The norm of a single is 1.419,46 with holiday pay: 1.314,31 × 1,08 is 1.419,45, and a cent more reaches it.
# The largest exemption of 2026 is 285, and 15 percent of 2027 is more from 1.900: 1.704,46 − 285 = 1.419,46.
GOES_ON: list[tuple[str, Answers, Known]] = [
    ("Pw 19: a small job", {**ALONE, "nettoloon": 600}, "loopt_door"),
    ("Pw 19, 31.4: under the norm, with 8 % holiday pay", {**ALONE, "nettoloon": 1_314.31}, "loopt_door"),
    ("Pw 31.4: at the norm with holiday pay", {**ALONE, "nettoloon": 1_314.32}, "misschien"),
    ("Pw 31.2n: an exemption may keep it alive (J4)", {**ALONE, **START, "nettoloon": 1_704.45}, "misschien"),
    ("Pw 31.2n: or not, when it is not known which", {**ALONE, "nettoloon": 1_704.45}, UNANSWERED),
    ("Pw 31.2r: the one of parents is 177,66 at most", {**ALONE, **USED_UP, "nettoloon": 1_597.11},
     "misschien"),
    ("Pw 31.2r: and a cent more ends it", {**ALONE, **USED_UP, "nettoloon": 1_597.12}, "stopt"),
    ("Pw 31.2y: 180,19 with fewer hours",
     {**ALONE, **USED_UP, "afspraken_werk": ["urenbeperking"], "nettoloon": 1_599.64}, "misschien"),
    ("Pw 31.2n: not under 27", {**ALONE, **START, "geboortemaand": "2000-05", "nettoloon": 1_600}, "stopt"),
    ("Pw 34a: 15 % of work from 2027, and 0,85 × 1.669,96 reaches the norm",
     {**ALONE, **START, "startdatum_werk": "2027-01-04", "nettoloon": 1_669.96}, "stopt"),
    ("Pw 34a: a cent less does not", {**ALONE, **START, "startdatum_werk": "2027-01-04",
     "nettoloon": 1_669.94}, "misschien"),
    ("Pw 19: even the largest exemption does not", {**ALONE, "nettoloon": 1_704.46}, "stopt"),
    ("Pw 21a: a single parent has the norm of a single",
     {**ALONE, "woonsituatie": "alleen_met_kinderen", "nettoloon": 1_704.46}, "stopt"),
    ("Pw 22a: a couple and one sharer have 2 × 878,71 at most, and an exemption of 15 %",
     {**COUPLE, "huisgenoot_27": True, "nettoloon": 2_067.55, "inkomen_partner": 0}, "stopt"),
    ("Pw 22a: a couple with a sharer, under the least norm",
     {**COUPLE, "huisgenoot_27": True, "nettoloon": 1_100, "inkomen_partner": 0}, "loopt_door"),
    ("Pw 22a: a couple with a sharer: how many is not asked",
     {**COUPLE, "huisgenoot_27": True, "nettoloon": 1_500, "inkomen_partner": 0}, "misschien"),
    ("Pw 22a: a single parent with her parents",
     {**SHARED, "woonsituatie": "alleen_met_kinderen", "nettoloon": 1_298.90}, "stopt"),
    ("per four weeks", {**ALONE, "nettoloon": [160_000, "four_weeks"]}, "stopt"),
    ("Pw 21b: a couple, one wage", {**COUPLE, "nettoloon": 1_800, "inkomen_partner": 0}, "loopt_door"),
    ("Pw 21b: a couple, both earn", {**COUPLE, "nettoloon": 1_400, "inkomen_partner": 1_000}, "stopt"),
    ("Pw 21b: a couple in between", {**COUPLE, "nettoloon": 1_800, "inkomen_partner": 300}, "misschien"),
    ("Pw 21b: enough by itself", {**COUPLE, "nettoloon": 2_400}, "stopt"),
    ("Pw 21b: what the partner earns is open", {**COUPLE, "nettoloon": 1_000}, UNANSWERED),
    ("Pw 22a: shared with one or more", {**SHARED, "nettoloon": 500}, "loopt_door"),
    ("Pw 22a: it depends on how many share", {**SHARED, "nettoloon": 700}, "misschien"),
    ("Pw 22a: over the norm of two and the exemption", {**SHARED, "nettoloon": 1_298.90}, "stopt"),
    ("Pw 22a: housemates under 27", {**SHARED, "huisgenoot_27": False, "nettoloon": 1_200}, "loopt_door"),
    ("Pw 22a: housemates open", {"geboortemaand": "1985-02", "woonsituatie": "met_anderen",
     "nettoloon": 1_200}, UNANSWERED),
    ("Pw 22a: enough whatever the housemates", {"geboortemaand": "1985-02", "woonsituatie": "met_anderen",
     "nettoloon": 1_800}, "stopt"),
    ("Pw 20: 19 years, under the lowest norm", {**YOUNG, "nettoloon": 320}, "loopt_door"),
    ("Pw 20.3: 19 years, perhaps with the raise", {**YOUNG, "nettoloon": 600}, "misschien"),
    ("Pw 20: 19 years, over every norm", {**YOUNG, "nettoloon": 1_800}, "stopt"),
    ("who lives there is not known", {**START, "nettoloon": 500, "woonsituatie": "?", "geboortemaand": "?"},
     DONT_KNOW),
    ("the wage is not known", {**ALONE, **START, "nettoloon": "?"}, DONT_KNOW),
]  # fmt: skip


@pytest.mark.parametrize(("law", "answers", "goes_on"), GOES_ON, ids=[row[0] for row in GOES_ON])
def test_whether_bijstand_goes_on_beside_work(law: str, answers: Answers, goes_on: Known) -> None:
    assert derived("bijstand_bij_werk", answers) == goes_on, law


NEW_YEAR = date(2027, 1, 1)
EXEMPTIONS: list[tuple[str, date, str, Known, Known]] = [
    ("Pw 31.2n in 2026", DAY, "2026-12-01", True, False),
    ("the last day of the old rules", date(2026, 12, 31), "2026-12-31", True, False),
    ("Pw 34a: work that begins in 2027", DAY, "2027-01-01", False, True),
    ("Pw 34a: from 1 January 2027 for everybody", NEW_YEAR, "2026-12-01", False, True),
    ("Pw 34a: twelve months, the last day", date(2027, 12, 31), "2026-12-01", False, True),
    ("Pw 34a: and no longer", date(2028, 1, 1), "2026-12-01", False, False),
    ("Pw 34a: counted from work that begins later", date(2028, 1, 1), "2027-03-01", False, True),
    ("the first day is not known in 2026", DAY, "?", DONT_KNOW, DONT_KNOW),
    ("the first day is not known in 2027", NEW_YEAR, "?", False, DONT_KNOW),
]


@pytest.mark.parametrize(
    ("law", "day", "start", "old", "new"), EXEMPTIONS, ids=[row[0] for row in EXEMPTIONS]
)
def test_which_exemption_counts(law: str, day: date, start: str, old: Known, new: Known) -> None:
    assert derived("oude_vrijlating", {"startdatum_werk": start}, day) is old, law
    assert derived("nieuwe_vrijlating", {"startdatum_werk": start}, day) is new, law


# Without holiday pay the norm of a single is 1.351,32 and of a couple 1.930,45.
LOW: list[tuple[str, Answers, Known, Known]] = [
    ("CVDR626245: 110 % is 1.486,45", {**ALONE, "inkomen_samen": 1_486.45}, True, True),
    ("CVDR626245: a cent more", {**ALONE, "inkomen_samen": 1_486.46}, False, True),
    ("130 % is 1.756,71", {**ALONE, "inkomen_samen": 1_756.71}, False, True),
    ("130 %: a cent more", {**ALONE, "inkomen_samen": 1_756.72}, False, False),
    ("a couple: 110 % is 2.123,49", {**COUPLE, "inkomen_samen": 2_123.49}, True, True),
    ("a couple: a cent more", {**COUPLE, "inkomen_samen": 2_123.50}, False, True),
    ("shared: the norm depends on how many share", {**SHARED, "inkomen_samen": 900}, DONT_KNOW, DONT_KNOW),
    ("little enough for anyone", {"inkomen_samen": 300}, True, True),
    ("too much for anyone", {"inkomen_samen": 2_600}, False, False),
    ("the household decides", {"inkomen_samen": 1_800}, UNANSWERED, UNANSWERED),
]


@pytest.mark.parametrize(("source", "answers", "low", "lowish"), LOW, ids=[row[0] for row in LOW])
def test_a_low_income(source: str, answers: Answers, low: Known, lowish: Known) -> None:
    assert derived("inkomen_onder_110", answers) is low, source
    assert derived("inkomen_onder_130", answers) is lowish, source


@pytest.mark.parametrize(
    ("start", "begins"),
    [
        ("2025-06-01", NEW_YEAR),  # Pw 34a: not before it is in force
        ("2026-12-31", NEW_YEAR),
        ("2027-02-01", date(2027, 2, 1)),  # and not before the work
        ("?", DONT_KNOW),
    ],
)
def test_the_first_day_of_the_new_exemption(start: str, begins: Known) -> None:
    assert derived("begin_nieuwe_vrijlating", {"startdatum_werk": start}) == begins
