"""Whole households, worked out by hand: what comes in per month, row by row."""

from datetime import date, timedelta
from typing import Any

import pytest

from app.calculator.flow.budget import budget
from app.calculator.flow.law_on import law_on
from app.calculator.model import WW, Adult, Budget, Child, Dwelling, Home, Job, Kind, Situation
from app.calculator.rules.kinderopvangtoeslag import Opvang, Soort
from app.calculator.rules.minimumloon import maandloon_per_month
from app.calculator.rules.vrijlating import Vrijlating
from app.period import add_months
from tests.calculator.cases import Case, examples, parameters_on, read

COSTS = {Kind.OPVANGKOSTEN, Kind.REISKOSTEN}
KNOWN = {
    *("leeftijd", "partner", "kinderen", "huur", "woning", "bijstand", "spaargeld", "opvang"),
    *("kostendelers", "uren", "uurloon", "maandloon", "vakantiegeld_inbegrepen", "loonkostensubsidie"),
    *("partner_uren", "partner_uurloon", "vrijlating", "partner_vrijlating", "gebruikt", "urenbeperkt"),
    *("ww_oud_loon", "ww_maand", "toeslag_uwv"),
}
"""Everything an example may give; a word that is not here would change nothing."""


def born(age: int, day: date) -> date:
    return add_months(day, -12 * age) - timedelta(182)


def job_of(given: dict[str, Any], who: str = "") -> Job | None:
    hours = given.get(f"{who}uren", 0) * 100
    hourly = given.get(f"{who}uurloon")
    loon = maandloon_per_month(hourly, hours) if hourly else given.get(f"{who}maandloon", 0)
    if not loon:
        return None
    is_all_in = given.get("vakantiegeld_inbegrepen", False)
    return Job(loon, hours, hourly, is_all_in, has_loonkostensubsidie=given.get("loonkostensubsidie", False))


def ww_of(given: dict[str, Any]) -> WW | None:
    if "ww_oud_loon" not in given:
        return None
    return WW(given["ww_oud_loon"], given["ww_maand"], has_toeslag=given.get("toeslag_uwv", False))


def home_of(given: dict[str, Any]) -> Home:
    sharing = given.get("kostendelers", 0)
    dwelling = Dwelling.HUUR if "huur" in given else Dwelling(given.get("woning", "anders"))
    return Home(dwelling, given.get("huur", 0), kostendelers=sharing, medebewoners=sharing)


def children_of(given: dict[str, Any], day: date) -> tuple[Child, ...]:
    care = given.get("opvang")
    opvang = (Opvang(Soort(care["soort"]), care["uren"] * 100, care["uurprijs"]),) if care else ()
    return tuple(Child(born(age, day), opvang) for age in given.get("kinderen", []))


def situation_of(given: dict[str, Any], day: date) -> Situation:
    partner = None
    if "partner" in given:
        partner = Adult(
            born=born(given["partner"], day),
            job=job_of(given, "partner_"),
            has_vrijlating=given.get("partner_vrijlating", False),
        )
    return Situation(
        person=Adult(
            born=born(given["leeftijd"], day),
            job=job_of(given),
            ww=ww_of(given),
            has_vrijlating=given.get("vrijlating", False),
            months_used={Vrijlating(kind): months for kind, months in given.get("gebruikt", {}).items()},
            is_medisch_urenbeperkt=given.get("urenbeperkt", False),
        ),
        partner=partner,
        children=children_of(given, day),
        home=home_of(given),
        savings=given.get("spaargeld", 0),
        has_bijstand=given.get("bijstand", False),
        has_opvang_now="opvang" in given,
    )


def outcome(found: Budget, name: str) -> object:
    """Return what an example names: a total, a row, or why a row is zero; costs are written above zero."""
    if name == "totaal":
        return found.per_month
    if name == "toetsingsinkomen":
        return found.toetsingsinkomen
    if name == "ww_bruto_per_jaar":
        return found.people[0].ww
    kind = Kind(name.removeprefix("waarom_"))
    if name.startswith("waarom_"):
        return next(line.reason for line in found.lines if line.kind is kind)
    return -found.of(kind) if kind in COSTS else found.of(kind)


@examples("huishouden")
def test_a_household_gets_what_was_worked_out_by_hand(case: Case) -> None:
    found = budget(situation_of(case.given, case.day), law_on(parameters_on(case.day)))
    assert {name: outcome(found, name) for name in case.expected} == case.expected


@pytest.mark.parametrize("case", read("huishouden"), ids=lambda case: case.name)
def test_every_word_of_an_example_counts(case: Case) -> None:
    assert not set(case.given) - KNOWN
    assert case.source
    assert case.expected


def test_there_are_enough_examples() -> None:
    assert len(read("huishouden")) >= 80
