"""The way of who begins to work beside bijstand, person by person, and what the law makes of it.

Each row names its source; letters and numbers are the sections of the reference on bijstand and WW.
"""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from app.wayfinder.outcome import outcome
from tests.wayfinder.persons import Person, assert_as_the_law_says, assert_told_why, outcome_of
from tests.wayfinder.walking import visitor

ROUTE = "werken_met_bijstand"
USUAL: dict[str, Any] = {
    "woont_in_gemeente": True,
    "geboortemaand": "1985-02",
    "startdatum_werk": "2026-12-07",
    "nettoloon": [60_000, "month"],
    "woonsituatie": "alleen",
    "vrijlating_tot_nu": "nog_niet",
    "zorgen": [],
}
COUPLE: dict[str, Any] = {
    "woonsituatie": "met_partner",
    "inkomen_partner": [0, "month"],
    "huisgenoot_27": False,
}
PARENT: dict[str, Any] = {
    "woonsituatie": "alleen_met_kinderen",
    "kinderen": [{"geboortemaand": "2019-05"}],
    "huisgenoot_27": False,
}
FEWER_HOURS: dict[str, Any] = {"afspraken_werk": ["urenbeperking"]}
SUBSIDY: dict[str, Any] = {"afspraken_werk": ["loonkostensubsidie"]}
NEW_YEAR = date(2027, 1, 1)
START = date(2026, 12, 7)
EXEMPTIONS_OF_2026 = "vrijlating_25 vrijlating_ouder vrijlating_loonkostensubsidie nieuwe_vrijlating_komt"

PEOPLE = [
    Person("Abel, small job, alone", "Pw 17, 19, 31.2n; C3: report before the start, ask in writing",
        {}, "werk_melden_gemeente",
        "vrijlating_25 nieuwe_vrijlating_komt inkomen_doorgeven_bijstand loonheffingskorting_een "
        "werk_stopt_weer sociaal_raadslieden",
        "toeslagen_meer_loon beslag_op_inkomen eerste_maand_overbruggen wisselend_loon reis_met_bijstand",
        "vrijlating_2027 vrijlating_ouder vrijlating_minder_uren bijstand_stopt_vakantiegeld",
        {"werk_melden_gemeente.melden": START, "vrijlating_25.vragen": START,
         "inkomen_doorgeven_bijstand.doorgeven": START, "nieuwe_vrijlating_komt.vragen": NEW_YEAR,
         "werk_stopt_weer.ww_kan": date(2027, 6, 7)}),
    Person("Bilal, used five months", "Pw 31.2n: at most six months", {"vrijlating_tot_nu": "kort"},
        fits="vrijlating_25"),
    Person("Coby, used six months, no child", "Pw 31.2n: six months are over",
        {"vrijlating_tot_nu": "lang"}, not_now="vrijlating_25 vrijlating_ouder"),
    Person("Daan, had the job when bijstand began", "Pw 31.2n; A6 note 2: Zwolle's page says no",
        {"vrijlating_tot_nu": "had_werk_al", "afspraken_werk": []},
        not_now="vrijlating_25 vrijlating_minder_uren vrijlating_loonkostensubsidie"),
    Person("Els, 26", "Pw 31.2n: not under 27; from 2027 34a is", {"geboortemaand": "2000-05"},
        fits="nieuwe_vrijlating_komt inkomen_doorgeven_bijstand",
        not_now="vrijlating_25 vrijlating_ouder vrijlating_2027"),
    Person("Finn, 27", "Pw 31.2n", {"geboortemaand": "1999-10"}, fits="vrijlating_25"),
    Person("Gülay, single parent, six months are over", "Pw 31.2r: child under 12, after n",
        {**PARENT, "vrijlating_tot_nu": "lang", "afspraken_werk": []}, fits="vrijlating_ouder",
        not_now="vrijlating_25 vrijlating_minder_uren vrijlating_loonkostensubsidie"),
    Person("Hugo, as Gülay, child of 12", "Pw 31.2r: under 12",
        {**PARENT, "kinderen": [{"geboortemaand": "2014-10"}], "vrijlating_tot_nu": "lang",
         "afspraken_werk": []}, not_now="vrijlating_ouder"),
    Person("Ina, as Gülay, 26", "Pw 31.2r: not under 27",
        {**PARENT, "geboortemaand": "2000-05", "vrijlating_tot_nu": "lang", "afspraken_werk": []},
        not_now="vrijlating_ouder"),
    Person("Jasper, as Gülay, fewer hours", "Pw 31.2r is not when y applies (A6 note 5)",
        {**PARENT, "vrijlating_tot_nu": "lang", **FEWER_HOURS}, fits="vrijlating_minder_uren",
        not_now="vrijlating_ouder vrijlating_loonkostensubsidie"),
    Person("Khadija, single parent, told that it is used up", "Pw 31.2r: comes after n",
        {**PARENT, "vrijlating_tot_nu": "op", "afspraken_werk": []}, fits="vrijlating_ouder",
        not_now="vrijlating_25"),
    Person("Lars, fewer hours by UWV, first months", "Pw 31.2y: unless n applies", FEWER_HOURS,
        fits="vrijlating_25", not_now="vrijlating_minder_uren"),
    Person("Maud, fewer hours by UWV, six months are over", "Pw 31.2y: after n, without an end",
        {**FEWER_HOURS, "vrijlating_tot_nu": "lang"}, fits="vrijlating_minder_uren"),
    Person("Nico, 22, fewer hours by UWV", "Pw 31.2y: also under 27",
        {**FEWER_HOURS, "geboortemaand": "2004-05"}, fits="vrijlating_minder_uren", not_now="vrijlating_25"),
    Person("Otto, wage cost subsidy, six months are over", "Pw 31.2z: after n, twelve months",
        {**SUBSIDY, "vrijlating_tot_nu": "lang"}, fits="vrijlating_loonkostensubsidie"),
    Person("Pien, 20, wage cost subsidy", "Pw 31.2z: also under 27", {**SUBSIDY, "geboortemaand": "2006-05"},
        fits="vrijlating_loonkostensubsidie", not_now="vrijlating_25"),
    Person("Quinty, wage cost subsidy, first months", "Pw 31.2n goes first", SUBSIDY,
        fits="vrijlating_25", not_now="vrijlating_loonkostensubsidie"),
    Person("Ruben, work begins in January", "Pw 34a from 1-1-2027 (J9)",
        {"startdatum_werk": "2027-01-04"}, None, "vrijlating_2027", "", EXEMPTIONS_OF_2026,
        {"vrijlating_2027.vragen": date(2027, 1, 4)}),
    Person("Sanne, 20, work begins in January", "Pw 34a: also under 27",
        {"startdatum_werk": "2027-01-04", "geboortemaand": "2006-05"}, fits="vrijlating_2027"),
    Person("Tom, Abel on 1 January 2027", "Pw 34a replaces n, r and z (A7, G)", {}, None,
        "vrijlating_2027 inkomen_doorgeven_bijstand", "", EXEMPTIONS_OF_2026, day=NEW_YEAR),
    Person("Ula, Abel on 31 December 2026", "Pw 31.2n: the last day", {}, None, "vrijlating_25", "",
        "vrijlating_2027", day=date(2026, 12, 31)),
    Person("Vera, Maud on 1 January 2027", "Pw 34a: fewer hours without an end (A7)",
        {**FEWER_HOURS, "vrijlating_tot_nu": "nog_niet"}, fits="vrijlating_minder_uren vrijlating_2027",
        day=NEW_YEAR),
    Person("Wouter, Abel in 2028", "Pw 34a: twelve months", {}, not_now="vrijlating_2027 vrijlating_25",
        day=date(2028, 1, 2)),
    Person("Xavi, earns clearly more than bijstand", "Pw 19, 45: bijstand ends, holiday pay in three months",
        {"nettoloon": [190_000, "month"]}, "werk_melden_gemeente",
        "bijstand_stopt_vakantiegeld inkomen_doorgeven_bijstand werk_stopt_weer", "",
        "vrijlating_25 loonheffingskorting_een wisselend_loon reis_met_bijstand"),
    Person("Yentl, earns about as much as bijstand", "J4: an exemption may keep bijstand alive",
        {"nettoloon": [145_000, "month"]},
        fits="bijstand_stopt_vakantiegeld vrijlating_25 inkomen_doorgeven_bijstand"),
    Person("Zoran, with a partner without income", "Pw 21b",
        {**COUPLE, "nettoloon": [145_000, "month"]}, fits="vrijlating_25 inkomen_doorgeven_bijstand",
        not_now="bijstand_stopt_vakantiegeld"),
    Person("Anouk, with a partner who works", "Pw 21b: both wages count",
        {**COUPLE, "nettoloon": [145_000, "month"], "inkomen_partner": [100_000, "month"]},
        fits="bijstand_stopt_vakantiegeld inkomen_doorgeven_bijstand", not_now="vrijlating_25"),
    Person("Boris, does not know his wage yet", "W4", {"nettoloon": "?"},
        maybe="vrijlating_25 bijstand_stopt_vakantiegeld loonheffingskorting_een",
        fits="werk_melden_gemeente inkomen_doorgeven_bijstand"),
    Person("Celia, worked for a month and said nothing", "Pw 17: the day is over, so do it today",
        {"startdatum_werk": "2026-10-26"}, "werk_melden_gemeente",
        dates={"werk_melden_gemeente.melden": date(2026, 10, 26)}),
    Person("Dilan, receives toeslagen", "Awir 17: within four weeks; C3", {"krijgt_toeslag": True},
        fits="toeslagen_meer_loon", dates={"toeslagen_meer_loon.doorgeven": date(2027, 1, 4)}),
    Person("Eelco, single parent, child of 7", "Wko 1.5, 1.6: childcare allowance", PARENT,
        fits="kinderopvang_bij_werk", dates={"kinderopvang_bij_werk.regelen": START}),
    Person("Fatma, partner does not work", "Wko 1.6: both work or learn",
        {**COUPLE, "woonsituatie": "met_partner_en_kinderen", "kinderen": PARENT["kinderen"],
         "partner_werkt": False}, not_now="kinderopvang_bij_werk"),
    Person("Geert, partner learns", "Wko 1.6: study and inburgering count",
        {**COUPLE, "woonsituatie": "met_partner_en_kinderen", "kinderen": PARENT["kinderen"],
         "partner_werkt": True}, fits="kinderopvang_bij_werk"),
    Person("Hanan, on call", "Pw 32, 34b: varying wage; buffer from 2027", {"loon_wisselt": True},
        fits="wisselend_loon"),
    Person("Ivo, a bailiff takes part of it", "C3, D: beslagvrije voet, a person to call", {"beslag": True},
        fits="beslag_op_inkomen"),
    Person("Jet, no money until the first wage", "C3: bridging, buffer from 2027 (34b)",
        {"geld_tot_eerste_loon": False}, fits="eerste_maand_overbruggen"),
    Person("Kai, to his family in February", "Pw 13; D: four weeks a year, four weeks ahead",
        {"reis_plannen": True, "vertrekdatum": "2027-02-15"}, fits="reis_met_bijstand",
        dates={"reis_met_bijstand.melden": date(2027, 1, 18)}),
    Person("Loes, low wage, kwijtschelding and Kindregeling", "C3: 110–130 % of the norm, also at work",
        {**PARENT, "inkomen_samen": [175_671, "month"], "kind_op_school": True, "spaargeld": [0, "month"]},
        fits="regelingen_bij_werk kindregeling zorgkosten_gemeente"),
    Person("Mo, debts and letters", "C1.9, D", {"zorgen": ["schulden_rekeningen", "taal_of_lezen"]},
        fits="huur_of_schuld_vroeg_hulp taalpunt voedselbank sociaal_wijkteam"),
    Person("Nynke, knows almost nothing", "W4",
        dict.fromkeys([*USUAL, "inkomen_partner"], "?"),
        maybe="werk_melden_gemeente vrijlating_25 bijstand_stopt_vakantiegeld"),
]  # fmt: skip


@pytest.mark.row("W1")
@pytest.mark.row("W10")
@pytest.mark.parametrize("person", PEOPLE, ids=[person.name for person in PEOPLE])
def test_what_comes_out_is_what_the_law_says(person: Person) -> None:
    assert_as_the_law_says(ROUTE, USUAL, person)


@pytest.mark.row("W8")
@pytest.mark.row("W9")
@pytest.mark.parametrize("person", PEOPLE, ids=[person.name for person in PEOPLE])
def test_each_of_them_is_told_why(person: Person) -> None:
    assert_told_why(outcome_of(ROUTE, USUAL, person))


@pytest.mark.parametrize(
    ("answers", "gate"),
    [({"geboortemaand": "1959-06"}, "geboortemaand"), ({"woont_in_gemeente": False}, "woont_in_gemeente")],
)
def test_for_whom_the_way_is_closed_it_says_so(answers: dict[str, Any], gate: str) -> None:
    walk = visitor(route=ROUTE, **answers)
    assert walk.question is None
    assert outcome(walk.on, walk.known).closed_gate == gate


def test_what_nobody_confirmed_is_never_promised() -> None:
    """Whether Zwolle pays a premium is not known (E, H1)."""
    found = outcome_of(ROUTE, USUAL, Person("Abel", "E", {}))
    assert [may.item.id for may in found.maybe][-1] == "premie_bij_werk"
