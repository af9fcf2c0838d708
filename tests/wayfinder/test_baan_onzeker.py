"""A job that is unsure, person by person: what somebody answers, and what the law makes of it.

Letters and numbers are the sections of the reference on bijstand and WW; M means that it is from memory.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from app.facts.values import Answers
from tests.wayfinder.persons import (
    Person,
    assert_as_the_law_says,
    assert_none_fits,
    assert_told_why,
    outcome_of,
)
from tests.wayfinder.walking import anybody, visitor

ROUTE = "baan_onzeker"
USUAL: dict[str, Any] = {
    "woont_in_gemeente": True,
    "mag_hier_werken": True,
    "geboortemaand": "1980-02",
    "onzeker_door": [],
    "kan_werken": True,
    "contract_soort": "vast",
    "laatste_werkdag": "2026-12-31",
    "zorgen": [],
}
TEMPORARY: dict[str, Any] = {"contract_soort": "tijdelijk", "onzeker_door": ["contract_stopt_misschien"]}
NO_LETTER: dict[str, Any] = {**TEMPORARY, "contract_lang": True, "aanzegging_gekregen": False}
PEOPLE = [
    Person("Anna, thinks of resigning", "WW 24, 27; C1.1: don't resign",
        {"onzeker_door": ["zelf_stoppen"]}, "blijf_in_dienst",
        "gesprek_met_werkgever leren_naast_werk loopbaanadviseur vaste_kosten_op_een_rij", "",
        "gesprek_over_stoppen contract_loopt_af ziek_in_dienst ww_voorbereiden reorganisatie"),
    Person("Bram, his employer wants him to go", "C1.1: don't sign at once; BW 7:670b, 7:671",
        {"onzeker_door": ["werkgever_wil_stoppen"]}, "gesprek_over_stoppen",
        "blijf_in_dienst vaste_kosten_op_een_rij", "ww_voorbereiden", "gesprek_met_werkgever"),
    Person("Chaima, as Bram, and not able to work", "B7: do not sign while ill without advice",
        {"onzeker_door": ["werkgever_wil_stoppen"], "kan_werken": False}, "gesprek_over_stoppen",
        "ziek_in_dienst blijf_in_dienst", "", "ww_voorbereiden loopbaanadviseur leren_naast_werk"),
    Person("Dirk, a contract until the end of the year", "BW 7:667, 7:668; B7: a month before the end",
        TEMPORARY, "contract_loopt_af", "gesprek_met_werkgever", "ww_voorbereiden",
        "aanzegvergoeding reorganisatie blijf_in_dienst", {"contract_loopt_af.vragen": date(2026, 11, 30)}),
    Person("Esra, no letter, the contract ends in three weeks", "BW 7:668.1 and 3",
        {**NO_LETTER, "laatste_werkdag": "2026-12-10"}, "contract_loopt_af", "aanzegvergoeding",
        dates={"contract_loopt_af.vragen": date(2026, 11, 10)}),
    Person("Farid, no letter, today is the last day for it", "BW 7:668.1: at the latest a month before",
        {**NO_LETTER, "laatste_werkdag": "2026-12-21"}, fits="contract_loopt_af",
        not_now="aanzegvergoeding"),
    Person("Gerda, no letter, yesterday was the last day for it", "BW 7:668.1",
        {**NO_LETTER, "laatste_werkdag": "2026-12-20"}, fits="aanzegvergoeding"),
    Person("Hamza, as Gerda, a contract of five months", "BW 7:668.2: only from six months",
        {**NO_LETTER, "laatste_werkdag": "2026-12-20", "contract_lang": False},
        fits="contract_loopt_af", not_now="aanzegvergoeding"),
    Person("Ilse, as Gerda, the letter came", "BW 7:668.1",
        {**NO_LETTER, "laatste_werkdag": "2026-12-20", "aanzegging_gekregen": True},
        not_now="aanzegvergoeding"),
    Person("Joost, as Gerda, does not know how long his contract is", "BW 7:668.2",
        {**NO_LETTER, "laatste_werkdag": "2026-12-20", "contract_lang": "?"}, maybe="aanzegvergoeding"),
    Person("Karima, through an agency", "BW 7:691: no duty to write with an agency clause (M)",
        {**NO_LETTER, "contract_soort": "uitzendwerk", "laatste_werkdag": "2026-12-20"},
        not_now="aanzegvergoeding contract_loopt_af"),
    Person("Leo, a permanent contract in a firm with less work", "BW 7:669, 7:671a, 7:673; B7",
        {"onzeker_door": ["minder_werk"]}, "blijf_in_dienst",
        "reorganisatie gesprek_met_werkgever leren_naast_werk vaste_kosten_op_een_rij", "ww_voorbereiden",
        "aanzegvergoeding contract_loopt_af gesprek_over_stoppen loon_niet_betaald"),
    Person("Mila, a row at work", "C1.1: don't resign",
        {"onzeker_door": ["ruzie"]}, "blijf_in_dienst", "ruzie_op_het_werk", "",
        "reorganisatie ww_voorbereiden vaste_kosten_op_een_rij"),
    Person("Nadia, her wages come late", "WW 61, 62: report within a week; B7",
        {"onzeker_door": ["loon_te_laat"]}, "loon_niet_betaald",
        "blijf_in_dienst vaste_kosten_op_een_rij", "", "reorganisatie ruzie_op_het_werk ww_voorbereiden"),
    Person("Omar, not able to work since March", "C4 “ill”: WIA in week 93",
        {"kan_werken": False, "eerste_dag_niet_werken": "2026-03-02"}, "ziek_in_dienst",
        not_now="blijf_in_dienst loopbaanadviseur", dates={"ziek_in_dienst.wia": date(2027, 12, 13)}),
    Person("Petra, not able to work, does not know since when", "C4 “ill”",
        {"kan_werken": False, "eerste_dag_niet_werken": "?"}, "ziek_in_dienst"),
    Person("Quin, less work, 26 weeks", "WW 17: 26 of 36",
        {"onzeker_door": ["minder_werk"], "weken_gewerkt_van_36": 26}, fits="ww_voorbereiden"),
    Person("Rosa, less work, 25 weeks", "WW 17: 26 of 36",
        {"onzeker_door": ["minder_werk"], "weken_gewerkt_van_36": 25}, not_now="ww_voorbereiden"),
    Person("Sam, a contract until the end of the year, worked always", "WW 17, 26.1b; B3: a week",
        {**TEMPORARY, "weken_gewerkt_van_36": 36}, "contract_loopt_af", "ww_voorbereiden",
        dates={"ww_voorbereiden.aanvragen": date(2027, 1, 7)}),
    Person("Tess, as Sam, not able to work", "WW 16; ZW 29.2c",
        {**TEMPORARY, "weken_gewerkt_van_36": 36, "kan_werken": False}, "ziek_in_dienst",
        "contract_loopt_af", not_now="ww_voorbereiden"),
    Person("Umut, 20, without a diploma", "D: RMC 18–23",
        {"onzeker_door": ["minder_werk"], "geboortemaand": "2006-05", "startkwalificatie": False},
        fits="rmc"),
    Person("Vera, 24, without a diploma", "D: RMC 18–23",
        {"geboortemaand": "2002-05", "startkwalificatie": False}, not_now="rmc"),
    Person("Willem, letters are hard", "C4: low literacy, Taalpunt",
        {"onzeker_door": ["minder_werk"], "zorgen": ["taal_of_lezen"]}, fits="taalpunt sociaal_raadslieden",
        not_now="huur_of_schuld_vroeg_hulp"),
    Person("Xandra, worries about rent", "C1.9: ask early; D: Op Orde",
        {"onzeker_door": ["loon_te_laat"], "zorgen": ["huur_of_hypotheek"]}, "loon_niet_betaald",
        "huur_of_schuld_vroeg_hulp voedselbank sociaal_wijkteam vaste_kosten_op_een_rij"),
    Person("Yusuf, names no reason", "W8: nothing without a reason",
        {}, fits="loopbaanadviseur sociaal_raadslieden",
        not_now="blijf_in_dienst gesprek_over_stoppen gesprek_met_werkgever leren_naast_werk reorganisatie"),
    Person("Zoë, knows almost nothing", "W4",
        dict.fromkeys(USUAL, "?"),
        maybe="blijf_in_dienst contract_loopt_af ziek_in_dienst loon_niet_betaald ww_voorbereiden"),
    Person("Ali, a row and a late wage and a contract that ends", "C1; several at once",
        {**NO_LETTER, "onzeker_door": ["ruzie", "loon_te_laat", "contract_stopt_misschien"],
         "laatste_werkdag": "2026-12-10"}, "loon_niet_betaald",
        "blijf_in_dienst contract_loopt_af aanzegvergoeding ruzie_op_het_werk gesprek_met_werkgever"),
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


FAR = date(2027, 12, 31)
REFUSED: list[tuple[str, str, Callable[[Answers], bool]]] = [
    ("WW 16: not able to work", "ww_voorbereiden loopbaanadviseur leren_naast_werk",
     lambda said: said.get("kan_werken") is False),
    ("WW 17: too few weeks", "ww_voorbereiden", lambda said: said.get("weken_gewerkt_van_36") in {0, 25}),
    ("BW 7:668: no contract with an end", "aanzegvergoeding contract_loopt_af",
     lambda said: said.get("contract_soort") in {"vast", "uitzendwerk", "anders"}),
    ("BW 7:668: there is time left, or the letter came", "aanzegvergoeding",
     lambda said: said.get("laatste_werkdag") == FAR or said.get("aanzegging_gekregen") is True),
    ("a sick person stays sick", "ziek_in_dienst", lambda said: said.get("kan_werken") is True),
    ("only a policy paper speaks of it", "van_werk_naar_werk upgrade_jezelf", lambda _: True),
]  # fmt: skip


@pytest.mark.parametrize(("source", "items", "says_no"), REFUSED, ids=[row[0] for row in REFUSED])
@settings(max_examples=80, deadline=None)
@given(some.randoms(use_true_random=False))
def test_never_past_where_the_law_says_no(
    source: str, items: str, says_no: Callable[[Answers], bool], chance: random.Random
) -> None:
    walk = anybody(chance, route=ROUTE)
    if says_no(walk.answers):
        assert_none_fits(walk, items, source)


def test_a_permanent_contract_asks_for_no_last_day() -> None:
    answers = {fact: answer for fact, answer in USUAL.items() if fact not in {"laatste_werkdag", "zorgen"}}
    assert visitor(route=ROUTE, **answers).question == "zorgen"
    assert visitor(route=ROUTE, **{**answers, **TEMPORARY}).question == "laatste_werkdag"


def test_the_way_leads_on_to_a_job_that_is_lost() -> None:
    assert "baan_kwijt" in visitor(route=ROUTE).on.route.next
