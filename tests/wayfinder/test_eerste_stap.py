"""People who have long been without work, one by one: what they want, and what the law makes of it.

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

ROUTE = "eerste_stap"
USUAL: dict[str, Any] = {
    "woont_in_gemeente": True,
    "mag_hier_werken": True,
    "geboortemaand": "1980-02",
    "inkomen_nu": ["bijstand"],
    "wil_nu": [],
    "lang_zonder_werk": "lang",
    "hulp_bij": [],
    "zorgen": [],
}
EVERYTHING_UNKNOWN: dict[str, Any] = dict.fromkeys(USUAL, "?")
NO_BENEFIT = {"inkomen_nu": [], "woonsituatie": "met_partner", "spaargeld": [0, "month"]}
RICH_PARTNER = {**NO_BENEFIT, "inkomen_partner": [300_000, "month"]}
SINGLE_MOTHER = {"woonsituatie": "alleen_met_kinderen"}


def wants(*what: str, **more: Any) -> dict[str, Any]:
    """What somebody wants now, beside other answers."""
    return {"wil_nu": list(what), **more}


PEOPLE = [
    Person("Ans, wants to see people", "A6 k: volunteering; seeds: day activity, Jouw route",
        wants("mensen_zien"), fits="vrijwilligerswerk", maybe="dagbesteding jouw_route",
        not_now="participatieplaats werkervaringsplaats scholing_met_uitkering"),
    Person("Ben, wants to do something for others", "Pw 10a: additional work with a premium",
        wants("iets_doen"), fits="vrijwilligerswerk participatieplaats", maybe="pauropus"),
    Person("Cor, wants to work with help", "Pw 10a; E: work experience place",
        wants("werken_met_hulp"), fits="participatieplaats werkervaringsplaats tiem_hulp",
        maybe="jouw_route werkevents passage_met_bijstand", not_now="vrijwilligerswerk"),
    Person("Dina, wants to learn", "E: courses with permission; Pw 7, 10",
        wants("leren"), fits="scholing_met_uitkering werkervaringsplaats",
        maybe="loket_leren_en_werken perspectiefgesprek leerwerktraject", not_now="participatieplaats"),
    Person("Emiel, wants to talk first", "seeds 2021 B: perspectiefgesprek",
        wants("weet_nog_niet"), fits="tiem_hulp", maybe="perspectiefgesprek jouw_route",
        not_now="vrijwilligerswerk participatieplaats"),
    Person("Frida, wants nothing yet", "nobody is pushed", {}, fits="tiem_hulp werken_en_terug_kunnen",
        not_now="vrijwilligerswerk participatieplaats werkervaringsplaats scholing_met_uitkering"),
    Person("Gert, works with help, short without work", "Pw 10a.1: little chance of work for now",
        wants("werken_met_hulp", lang_zonder_werk="kort"), fits="werkervaringsplaats",
        maybe="korte_route_naar_werk", not_now="participatieplaats"),
    Person("Hilde, never worked", "Pw 10a.1",
        wants("werken_met_hulp", lang_zonder_werk="nooit"), fits="participatieplaats",
        not_now="korte_route_naar_werk"),
    Person("Ivan, 26", "Pw 7.3a: not under 27",
        wants("werken_met_hulp", geboortemaand="1999-12"), fits="werkervaringsplaats",
        not_now="participatieplaats"),
    Person("Jet, 27", "Pw 7.3a",
        wants("werken_met_hulp", geboortemaand="1999-10"), fits="participatieplaats"),
    Person("Karel, WW", "Pw 10a: only with general bijstand; B3: ask UWV before volunteering",
        wants("iets_doen", inkomen_nu=["ww"]), fits="vrijwilligerswerk",
        not_now="participatieplaats tiem_hulp"),
    Person("Lot, WIA, wants to learn", "E: UWV permission",
        wants("leren", inkomen_nu=["ziekte"]), fits="scholing_met_uitkering", not_now="werkervaringsplaats"),
    Person("Maas, no benefit, wants to learn", "nothing to keep",
        wants("leren", **RICH_PARTNER), fits="hulp_zonder_uitkering", not_now="scholing_met_uitkering"),
    Person("Nel, no benefit, partner earns enough", "Pw 6.1a, 7.1a 7°, 10.1: help without a benefit; Pw 21b",
        RICH_PARTNER, "hulp_zonder_uitkering", not_now="bijstand_zonder_uitkering tiem_hulp"),
    Person("Olaf, no benefit, alone, no savings", "Pw 11, 19, 44",
        {"inkomen_nu": [], "woonsituatie": "alleen", "spaargeld": [0, "month"]}, "bijstand_zonder_uitkering",
        "hulp_zonder_uitkering"),
    Person("Puk, 25, no benefit", "Pw 7.3a: help for those of 27 and older",
        {**RICH_PARTNER, "geboortemaand": "2001-05"}, not_now="hulp_zonder_uitkering"),
    Person("Roel, bijstand", "Pw 6.1a: who has bijstand is no NUG", {}, not_now="hulp_zonder_uitkering"),
    Person("Saar, single mother, child of 3", "Pw 9a: until the youngest is five",
        {**SINGLE_MOTHER, "kinderen": [{"geboortemaand": "2023-05", "opvang": False}]},
        fits="vrijstelling_jong_kind"),
    Person("Tine, single mother, child of 5", "Pw 9a.4",
        {**SINGLE_MOTHER, "kinderen": [{"geboortemaand": "2021-05", "opvang": False}]},
        not_now="vrijstelling_jong_kind"),
    Person("Ubbo, single father, child born in the month of the fifth birthday", "Pw 9a.4: the day decides",
        {**SINGLE_MOTHER, "kinderen": [{"geboortemaand": "2021-11", "opvang": False}]},
        maybe="vrijstelling_jong_kind"),
    Person("Vera, two parents, child of 3", "Pw 9a.1: single parents only",
        {"woonsituatie": "met_partner_en_kinderen",
         "kinderen": [{"geboortemaand": "2023-05", "opvang": False}]}, not_now="vrijstelling_jong_kind"),
    Person("Wout, wants to speak and read better", "C4: Taalpunt",
        {"hulp_bij": ["praten", "lezen_schrijven"]}, fits="nederlands_oefenen iemand_meenemen"),
    Person("Xandra, help with DigiD", "digital skill leads to people",
        {"hulp_bij": ["computer"]}, fits="computer_hulp"),
    Person("Yvo, letters are hard", "C4: low literacy",
        {"zorgen": ["taal_of_lezen"]}, fits="nederlands_oefenen sociaal_raadslieden"),
    Person("Zus, debts", "C1.9; D: Op Orde; seeds-old: SchuldHulpMaatje; Pw 35",
        {"zorgen": ["schulden_rekeningen"]}, "huur_of_schuld_vroeg_hulp", "voedselbank bijzondere_bijstand",
        "schuldhulpmaatje"),
    Person("Abe, does not agree with a decision of 2 November", "Awb 6:7, 6:8: six weeks",
        {"niet_eens_met_besluit": True, "datum_besluit": "2026-11-02"}, fits="bezwaar_maken",
        dates={"bezwaar_maken.bezwaar": date(2026, 12, 14)}),
    Person("Ali, agrees with his letters", "Awb 6:7", {"niet_eens_met_besluit": False},
        not_now="bezwaar_maken"),
    Person("Arie, 36 months of little income, alone, 1.300 a month", "Pw 36; D: 110 percent",
        {"lang_laag_inkomen": True, "woonsituatie": "alleen", "spaargeld": [0, "month"],
         "inkomen_samen": [130_000, "month"]}, fits="individuele_inkomenstoeslag participatiefonds"),
    Person("Bep, earns too much for the fund", "D: 110 percent of the norm",
        {"inkomen_nu": ["loon"], "woonsituatie": "alleen", "inkomen_samen": [250_000, "month"]},
        not_now="participatiefonds individuele_inkomenstoeslag"),
    Person("Cees, knows almost nothing", "W4", EVERYTHING_UNKNOWN,
        maybe="vrijwilligerswerk participatieplaats tiem_hulp hulp_zonder_uitkering"),
]  # fmt: skip


@pytest.mark.row("W1")
@pytest.mark.row("W8")
@pytest.mark.parametrize("person", PEOPLE, ids=[person.name for person in PEOPLE])
def test_what_comes_out_is_what_the_law_says(person: Person) -> None:
    assert_as_the_law_says(ROUTE, USUAL, person)
    assert_told_why(outcome_of(ROUTE, USUAL, person))


@pytest.mark.parametrize(
    ("answers", "step"),
    [
        (wants("iets_doen"), "vrijwilligerswerk.melden_bijstand"),
        (wants("iets_doen", inkomen_nu=["ww"]), "vrijwilligerswerk.vragen_ww"),
        (wants("weet_nog_niet"), "tiem_hulp.gesprek"),
        (RICH_PARTNER, "hulp_zonder_uitkering.inschrijven"),
    ],
)
def test_the_first_step_is_small_and_now(answers: dict[str, Any], step: str) -> None:
    walk = visitor(route=ROUTE, **{**USUAL, **answers})
    steps = {f"{each.item.id}.{each.step.id}": each.step.when for each in outcome(walk.on, walk.known).steps}
    assert steps[step] is When.NOW


def test_nobody_is_sent_to_volunteer_who_did_not_choose_it() -> None:
    walk = visitor(route=ROUTE, **USUAL)
    assert not [step for step in outcome(walk.on, walk.known).steps if step.item.id == "vrijwilligerswerk"]


def test_what_only_papers_of_2020_and_2021_name_is_never_promised() -> None:
    walk = visitor(route=ROUTE, **{**USUAL, "wil_nu": ["leren", "weet_nog_niet"]})
    found = outcome(walk.on, walk.known)
    doubtful = {item.id for item in walk.on.items if not item.is_confirmed}
    assert {"perspectiefgesprek", "jouw_route", "passage_met_bijstand", "werkevents"} <= doubtful
    assert not doubtful & {fit.item.id for fit in found.fits}
    assert found.headline not in {item.headline for item in walk.on.items if not item.is_confirmed}
