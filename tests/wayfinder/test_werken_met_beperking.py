"""People who need help to work, one by one: what they need, never why, and what the law makes of it.

Each row names its source: an article, a section of the reference on bijstand and WW, or the seeds.
"""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from app.wayfinder.outcome import outcome
from tests.people import zwolle
from tests.wayfinder.persons import Person, assert_as_the_law_says, assert_told_why, outcome_of
from tests.wayfinder.walking import visitor

ROUTE = "werken_met_beperking"
USUAL: dict[str, Any] = {
    "woont_in_gemeente": True,
    "mag_hier_werken": True,
    "geboortemaand": "1990-05",
    "inkomen_nu": ["bijstand"],
    "nodig_voor_werk": [],
    "baan_in_zicht": "zoek",
    "in_doelgroepregister": False,
    "zorgen": [],
}
EVERYTHING_UNKNOWN: dict[str, Any] = dict.fromkeys(USUAL, "?")
TRIES = {"baan_in_zicht": "bedrijf_wil"}
WORKS = {"baan_in_zicht": "heb_werk"}
NO_INCOME = {"inkomen_nu": [], "woonsituatie": "alleen", "spaargeld": [0, "month"]}


def needs(*what: str, **more: Any) -> dict[str, Any]:
    """What somebody needs to be able to work, beside other answers."""
    return {"nodig_voor_werk": list(what), **more}


PEOPLE = [
    Person("Anke, slower, bijstand", "Pw 6.1e, 10c, 10d: cannot earn the minimum wage; E",
        needs("langzamer"), "loonkostensubsidie", "beoordeling_arbeidsvermogen doelgroepregister",
        "detacheringsbaan wsp_hulp", "beschut_werk jobcoach urenbeperking_vaststellen no_riskpolis"),
    Person("Bas, slower, Wajong", "Pw 7.3c: UWV helps whom it pays",
        needs("langzamer", inkomen_nu=["wajong"]), not_now="loonkostensubsidie tiem_hulp detacheringsbaan"),
    Person("Carla, slower, WW", "Pw 7.3c",
        needs("langzamer", inkomen_nu=["ww"]), not_now="loonkostensubsidie"),
    Person("Dennis, slower, no benefit", "Pw 7.1a 7°: also without a benefit",
        needs("langzamer", **NO_INCOME), "bijstand_zonder_uitkering", "loonkostensubsidie"),
    Person("Els, slower, works since 1 October", "Pw 10d.2: within six months of the first day",
        needs("langzamer", inkomen_nu=["loon"], startdatum_werk="2026-10-01", **WORKS), "loonkostensubsidie",
        not_now="bijstand_zonder_uitkering",
        dates={"loonkostensubsidie.vragen_na_start": date(2027, 4, 1)}),
    Person("Frank, 24, slower", "Pw 7a: under 27 the college may help too",
        needs("langzamer", geboortemaand="2002-05"), fits="loonkostensubsidie"),
    Person("Gea, needs somebody beside her", "Pw 10, 10da: guidance at work",
        needs("hulp_op_werk"), "jobcoach", "doelgroepregister", "", "loonkostensubsidie beschut_werk"),
    Person("Henk, needs somebody, WIA", "UWV gives the coach; E",
        needs("hulp_op_werk", inkomen_nu=["ziekte"]), fits="jobcoach", not_now="tiem_hulp"),
    Person("Ineke, only a quiet place", "Pw 10b: protected work",
        needs("rustige_plek"), fits="beschut_werk jobcoach beoordeling_arbeidsvermogen",
        not_now="doelgroepregister loonkostensubsidie"),
    Person("Jan, only a quiet place, Wajong", "Pw 10b.1 names the Wajong",
        needs("rustige_plek", inkomen_nu=["wajong"]), fits="beschut_werk"),
    Person("Kim, only a quiet place, WW", "Pw 10b.1 names the WW",
        needs("rustige_plek", inkomen_nu=["ww"]), fits="beschut_werk"),
    Person("Lia, fewer hours, bijstand", "Pw 6b, 31.2y: medically limited in hours; A6",
        needs("minder_uren"), "urenbeperking_vaststellen", "", "wsp_hulp",
        "beoordeling_arbeidsvermogen jobcoach"),
    Person("Mo, fewer hours, no bijstand", "Pw 6b.2: only with general bijstand",
        needs("minder_uren", inkomen_nu=["loon"]), not_now="urenbeperking_vaststellen"),
    Person("Noor, fewer hours, 22", "Pw 31.2y: also under 27",
        needs("minder_uren", geboortemaand="2004-05"), fits="urenbeperking_vaststellen"),
    Person("Otto, cannot work now, bijstand", "Pw 9.2: for a time no duty to look for work",
        needs("nu_niet"), "ontheffing_arbeidsplicht", "", "", "beschut_werk jobcoach"),
    Person("Pien, cannot work now, Ziektewet", "Pw 9 is of the Participatiewet",
        needs("nu_niet", inkomen_nu=["ziekte"]), not_now="ontheffing_arbeidsplicht"),
    Person("Rik, a firm wants to try, bijstand", "Pw 6.1h, 8a.2d: trial place",
        TRIES, "proefplaatsing_bijstand", "werken_en_terug_kunnen", "", "proefplaatsing_uwv"),
    Person("Sien, a firm wants to try, WW", "WW 76a",
        {**TRIES, "inkomen_nu": ["ww"]}, "proefplaatsing_uwv", not_now="proefplaatsing_bijstand"),
    Person("Ton, a firm wants to try, Wajong", "Wajong 2:24",
        {**TRIES, "inkomen_nu": ["wajong"]}, "proefplaatsing_uwv", not_now="proefplaatsing_bijstand"),
    Person("Uma, a firm wants to try, no benefit", "Pw 8a.2d: only with a benefit",
        {**TRIES, **NO_INCOME}, not_now="proefplaatsing_bijstand proefplaatsing_uwv"),
    Person("Vic, works already", "Pw 6.1h: a trial is before the job",
        WORKS, not_now="proefplaatsing_bijstand proefplaatsing_uwv"),
    Person("Wies, on the list", "ZW 29b; Wfsv 38b",
        needs("langzamer", in_doelgroepregister=True), fits="no_riskpolis loonkostensubsidie",
        not_now="doelgroepregister beoordeling_arbeidsvermogen"),
    Person("Xeno, does not dare yet, Wajong", "the way back: WW 21, Pw 43a; seeds: simpel switchen",
        {"baan_in_zicht": "durf_niet", "inkomen_nu": ["wajong"]}, "werken_en_terug_kunnen"),
    Person("Yara, works and has no benefit", "nothing to lose",
        {"inkomen_nu": ["loon"], **WORKS}, not_now="werken_en_terug_kunnen tiem_hulp"),
    Person("Zeger, does not know if he is on the list", "W4",
        needs("langzamer", in_doelgroepregister="?"), maybe="no_riskpolis doelgroepregister",
        fits="loonkostensubsidie"),
    Person("Ada, 17", "Pw 11: bijstand from 18",
        needs("langzamer", geboortemaand="2009-03", **NO_INCOME), not_now="bijstand_zonder_uitkering"),
    Person("Bob, slower and fewer hours and help", "Pw 6b, 10, 10d together",
        needs("langzamer", "minder_uren", "hulp_op_werk"),
        fits="loonkostensubsidie jobcoach urenbeperking_vaststellen doelgroepregister"),
    Person("Cleo, debts", "C1.9: ask early; D", {"zorgen": ["schulden_rekeningen"]},
        "huur_of_schuld_vroeg_hulp", "voedselbank sociaal_wijkteam"),
    Person("Dirk, knows almost nothing", "W4", EVERYTHING_UNKNOWN,
        maybe="loonkostensubsidie beschut_werk jobcoach no_riskpolis proefplaatsing_uwv"),
]  # fmt: skip


@pytest.mark.row("W1")
@pytest.mark.row("W8")
@pytest.mark.parametrize("person", PEOPLE, ids=[person.name for person in PEOPLE])
def test_what_comes_out_is_what_the_law_says(person: Person) -> None:
    assert_as_the_law_says(ROUTE, USUAL, person)
    assert_told_why(outcome_of(ROUTE, USUAL, person))


@pytest.mark.parametrize("afraid", ["durf_niet", "bedrijf_wil"])
def test_who_is_afraid_first_talks_with_a_person(afraid: str) -> None:
    walk = visitor(route=ROUTE, **{**USUAL, "baan_in_zicht": afraid})
    steps = {(step.item.id, step.step.id) for step in outcome(walk.on, walk.known).steps}
    assert ("werken_en_terug_kunnen", "praten") in steps


def test_who_has_not_begun_asks_before_the_first_day() -> None:
    walk = visitor(route=ROUTE, **{**USUAL, **TRIES, "nodig_voor_werk": ["langzamer"]})
    steps = {step.step.id for step in outcome(walk.on, walk.known).steps}
    assert {"vragen_voor_start", "toestemming"} <= steps
    assert "vragen_na_start" not in steps


CAUSES = ("ziekte", "diagnose", "handicap", "psychisch", "verslaving", "depressie", "stoornis", "mankeert")


def test_no_question_of_this_way_asks_for_a_cause() -> None:
    facts = zwolle().facts
    for fact_id in ("nodig_voor_werk", "baan_in_zicht", "in_doelgroepregister"):
        fact = facts[fact_id]
        asked = " ".join([fact.question, *(option.label for option in fact.options)]).casefold()
        assert not [cause for cause in CAUSES if cause in asked]
