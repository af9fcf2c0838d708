"""People who are new here, one by one: what somebody answers, and what the law makes of it.

Each row names its source: an article, a section of the reference on bijstand and WW, or the seeds.
"""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from app.catalogue.model import When
from app.wayfinder.outcome import outcome
from tests.wayfinder.persons import Person, assert_as_the_law_says, assert_told_why, outcome_of
from tests.wayfinder.walking import visitor

ROUTE = "nieuw_in_zwolle"
USUAL: dict[str, Any] = {
    "woont_in_gemeente": True,
    "mag_hier_werken": True,
    "verblijf": "statushouder",
    "inburgering_stand": "plan",
    "inkomen_nu": ["bijstand"],
    "heeft_zorgverzekering": True,
    "hulp_bij": [],
    "zorgen": [],
}
EVERYTHING_UNKNOWN: dict[str, Any] = dict.fromkeys(USUAL, "?")
WAITS = {"inburgering_stand": "nog_geen_plan"}
FAMILY = {"verblijf": "gezin"}
EU = {"verblijf": "eu_werk_studie"}
NO_INCOME = {"inkomen_nu": [], "geboortemaand": "1990-05", "spaargeld": [0, "month"]}
ALONE = {"woonsituatie": "alleen"}
PARTNER = {"woonsituatie": "met_partner"}

PEOPLE = [
    Person("Amal, waits for her plan", "Wi 14, 15: intake, learnability test, PIP; C4",
        WAITS, "inburgering_start", "inburgering_routes", "", "inburgering_b1 inburgering_z_route"),
    Person("Berhane, B1-route, plan of 10 March 2025", "Wi 11: three years from the day after the plan",
        {"inburgering_route": "b1", "datum_pip": "2025-03-10"}, "inburgering_b1", "", "",
        "inburgering_z_route inburgering_onderwijsroute inburgering_start inburgering_routes",
        {"inburgering_b1.afronden": date(2028, 3, 10)}),
    Person("Cyrus, education route", "Wi 8: taalschakeltraject",
        {"inburgering_route": "onderwijs", "datum_pip": "2026-01-31"}, "inburgering_onderwijsroute", "", "",
        "inburgering_b1", {"inburgering_onderwijsroute.afronden": date(2029, 1, 31)}),
    Person("Dawit, Z-route", "Wi 9; C4: 800 and 800 hours",
        {"inburgering_route": "z", "datum_pip": "2024-02-29"}, "inburgering_z_route", "", "",
        "inburgering_b1", {"inburgering_z_route.afronden": date(2027, 2, 28)}),
    Person("Elif, does not know her route", "W4: all three may fit",
        {"inburgering_route": "?"}, maybe="inburgering_b1 inburgering_onderwijsroute inburgering_z_route"),
    Person("Fatima, B1 without the date of her plan", "Wi 11.2: the date is needed",
        {"inburgering_route": "b1"}, fits="inburgering_b1"),
    Person("Goran, done with inburgering", "Wi 6.2",
        {"inburgering_stand": "klaar"}, fits="tiem_hulp sociaal_raadslieden",
        not_now="inburgering_start inburgering_b1 inburgering_betalen ontzorgen_eerste_maanden"),
    Person("Hoda, bijstand for two months", "Pw 56a: six months from the start of bijstand",
        {"bijstand_sinds": "2026-09-21"}, "ontzorgen_eerste_maanden", "", "", "bijstand_zonder_uitkering",
        {"ontzorgen_eerste_maanden.zelf_betalen": date(2027, 3, 21)}),
    Person("Ismail, bijstand for six months less a day", "Pw 56a lid 2",
        {"bijstand_sinds": "2026-05-22"}, fits="ontzorgen_eerste_maanden"),
    Person("Jamila, bijstand for six months", "Pw 56a lid 2: the six months are over",
        {"bijstand_sinds": "2026-05-21"}, not_now="ontzorgen_eerste_maanden"),
    Person("Khaled, does not know since when", "Pw 56a",
        {"bijstand_sinds": "?"}, maybe="ontzorgen_eerste_maanden"),
    Person("Leyla, came to her husband, on bijstand", "Pw 56a: only with an asylum permit; Wi 19, 20",
        {**FAMILY, "bijstand_sinds": "2026-10-01"}, fits="inburgering_betalen",
        not_now="ontzorgen_eerste_maanden"),
    Person("Mehdi, came to his wife, done", "Wi 20.2b: no loan any more",
        {**FAMILY, "inburgering_stand": "klaar"}, not_now="inburgering_betalen"),
    Person("Nadia, statushouder", "Wi 13, 16: the municipality offers the course",
        {}, not_now="inburgering_betalen"),
    Person("Olga, from Poland, works", "Wi 3.2a: no duty for EU citizens",
        {**EU, "inkomen_nu": ["loon"], "genoeg_om_te_leven": True}, fits="sociaal_raadslieden",
        not_now="inburgering_start inburgering_routes inburgering_b1 inburgering_betalen tiem_hulp "
        "bijstand_zonder_uitkering"),
    Person("Oksana, a low wage", "Pw 19.2: bijstand is the norm less what comes in",
        {**NO_INCOME, **ALONE, "inkomen_nu": ["loon"], "genoeg_om_te_leven": False},
        fits="bijstand_zonder_uitkering"),
    Person("Otto, 20, partner earns over the norm of the young", "Pw 20.1: a lower norm than of 21b",
        {**NO_INCOME, **PARTNER, "geboortemaand": "2006-05", "inkomen_partner": [150_000, "month"]},
        maybe="bijstand_zonder_uitkering"),
    Person("Piotr, from Poland, said earlier that he has a plan", "W5: a stale answer",
        {**EU, "inburgering_stand": "plan", "inburgering_route": "b1"}, not_now="inburgering_b1"),
    Person("Quirine, moved from another town", "no inburgering for the Dutch",
        {"verblijf": "nederlander", "inkomen_nu": ["loon"]},
        not_now="inburgering_start inburgering_betalen vluchtelingenwerk pop_up_your_talent"),
    Person("Rahel, no health insurance", "Zvw 2, 3, 5",
        {"heeft_zorgverzekering": False}, "zorgverzekering_regelen"),
    Person("Samir, insured", "Zvw 2", {}, not_now="zorgverzekering_regelen"),
    Person("Tesfay, no income, alone", "Pw 11, 19, 34, 44",
        {**NO_INCOME, **ALONE}, "bijstand_zonder_uitkering", not_now="tiem_hulp"),
    Person("Usha, no income, husband earns the norm", "Pw 21b: 2.027,79",
        {**NO_INCOME, **PARTNER, "inkomen_partner": [202_779, "month"]}, not_now="bijstand_zonder_uitkering"),
    Person("Umm, no income, husband earns enough, wants to work", "Pw 6.1a, 7.1a 7°, 10.1",
        {**NO_INCOME, **PARTNER, **FAMILY, "inkomen_partner": [300_000, "month"]},
        fits="hulp_zonder_uitkering inburgering_betalen", not_now="bijstand_zonder_uitkering"),
    Person("Vida, no income, husband earns a cent less", "Pw 21b",
        {**NO_INCOME, **PARTNER, "inkomen_partner": [202_778, "month"], "huisgenoot_27": False},
        fits="bijstand_zonder_uitkering"),
    Person("Walid, no income, too much savings", "Pw 34.3: 8.000",
        {**NO_INCOME, **ALONE, "spaargeld": [800_001, "month"]}, not_now="bijstand_zonder_uitkering"),
    Person("Xenia, 17, no income", "Pw 11, 13: from 18",
        {**NO_INCOME, **ALONE, "geboortemaand": "2009-01"}, not_now="bijstand_zonder_uitkering"),
    Person("Yonas, past the AOW age, no income", "AOW 7a; Pw 13: no general bijstand of the municipality",
        {**NO_INCOME, **ALONE, "geboortemaand": "1958-01"}, not_now="bijstand_zonder_uitkering"),
    Person("Zahra, wants to speak Dutch", "seeds: Taalpunt; Awb 2:1: somebody may come along",
        {"hulp_bij": ["praten"]}, fits="nederlands_oefenen iemand_meenemen", maybe="hulp_in_uw_taal",
        not_now="computer_hulp"),
    Person("Ayan, letters are hard", "C4: low literacy → Taalpunt, people",
        {"zorgen": ["taal_of_lezen"]}, fits="nederlands_oefenen sociaal_raadslieden"),
    Person("Biniam, needs help with DigiD", "digital skill leads to people",
        {"hulp_bij": ["computer"]}, fits="computer_hulp", not_now="nederlands_oefenen iemand_meenemen"),
    Person("Delal, single mother, little savings", "Wkb 1, 2: kindgebonden budget",
        {"woonsituatie": "alleen_met_kinderen", "spaargeld": [0, "month"]}, fits="kindgebonden_budget"),
    Person("Ezra, parents with 184.633,01 on the bank", "Wkb 1.4",
        {"woonsituatie": "met_partner_en_kinderen", "spaargeld": [18_463_301, "month"]},
        not_now="kindgebonden_budget"),
    Person("Farah, lives alone", "Wkb 2: no children, nothing",
        {"woonsituatie": "alleen"}, not_now="kindgebonden_budget"),
    Person("Hassan, rent is a worry", "D: Op Orde; C1.9",
        {"zorgen": ["huur_of_hypotheek"]}, "huur_of_schuld_vroeg_hulp", "voedselbank sociaal_wijkteam"),
    Person("Iman, knows almost nothing", "W4",
        EVERYTHING_UNKNOWN,
        maybe="inburgering_start inburgering_b1 zorgverzekering_regelen bijstand_zonder_uitkering"),
]  # fmt: skip


@pytest.mark.row("W1")
@pytest.mark.row("W8")
@pytest.mark.parametrize("person", PEOPLE, ids=[person.name for person in PEOPLE])
def test_what_comes_out_is_what_the_law_says(person: Person) -> None:
    assert_as_the_law_says(ROUTE, USUAL, person)
    assert_told_why(outcome_of(ROUTE, USUAL, person))


def test_only_papers_speak_of_who_knows_your_language() -> None:
    walk = visitor(route=ROUTE, **{**USUAL, "hulp_bij": ["praten"]})
    found = outcome(walk.on, walk.known)
    doubtful = {item.id for item in walk.on.items if not item.is_confirmed}
    assert {"vluchtelingenwerk", "hulp_in_uw_taal", "werk_met_taal", "pop_up_your_talent"} == doubtful
    assert doubtful <= {may.item.id for may in found.maybe}
    assert all(may.question is None for may in found.maybe if may.item.id in doubtful)


@pytest.mark.parametrize("gate", ["woont_in_gemeente", "mag_hier_werken"])
def test_who_may_not_go_this_way_is_told_where_to_go(gate: str) -> None:
    answers: dict[str, Any] = {gate: False}
    walk = visitor(route=ROUTE, **answers)
    assert walk.question is None
    assert outcome(walk.on, walk.known).closed_gate == gate


@pytest.mark.parametrize(
    ("answers", "steps"),
    [
        (WAITS, {"gesprek"}),
        ({"heeft_zorgverzekering": False}, {"verzekeren"}),
        ({**NO_INCOME, **ALONE}, {"melden", "inschrijven"}),
        ({"zorgen": ["huur_of_hypotheek"]}, {"bellen"}),
    ],
)
def test_what_has_to_be_done_at_once(answers: dict[str, Any], steps: set[str]) -> None:
    walk = visitor(route=ROUTE, **{**USUAL, **answers})
    now = {step.step.id for step in outcome(walk.on, walk.known).steps if step.step.when is When.NOW}
    assert steps == now


def test_without_the_date_of_the_plan_the_deadline_asks_for_it() -> None:
    walk = visitor(route=ROUTE, **{**USUAL, "inburgering_route": "b1"})
    step = next(step for step in outcome(walk.on, walk.known).steps if step.step.id == "afronden")
    assert (step.day, step.question) == (None, "datum_pip")


def test_a_citizen_of_the_union_is_not_asked_about_inburgering() -> None:
    walk = visitor(route=ROUTE, woont_in_gemeente=True, mag_hier_werken=True, verblijf="eu_werk_studie")
    assert walk.question == "inkomen_nu"
