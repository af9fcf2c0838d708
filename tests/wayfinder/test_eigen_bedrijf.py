"""An own business, person by person: beginning, going on and stopping, and what the law makes of it.

Bbz is the Besluit bijstandverlening zelfstandigen 2004; letters and numbers are sections of the reference.
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
from tests.wayfinder.walking import anybody

ROUTE = "eigen_bedrijf"
USUAL: dict[str, Any] = {
    "woont_in_gemeente": True,
    "mag_hier_werken": True,
    "geboortemaand": "1980-02",
    "bedrijf_fase": "idee",
    "inkomen_nu": [],
    "genoeg_om_te_leven": True,
    "uren_bedrijf": 30,
    "zorgen": [],
}
NONE = [0, "month"]
WITH_WW: dict[str, Any] = {"inkomen_nu": ["ww"], "werk_voor_oude_werkgever": False}
POOR: dict[str, Any] = {"genoeg_om_te_leven": False, "woonsituatie": "alleen"}
COUPLE: dict[str, Any] = {"genoeg_om_te_leven": False, "woonsituatie": "met_partner"}
STARTER: dict[str, Any] = {"inkomen_nu": ["bijstand"], **POOR}
RUNS: dict[str, Any] = {"bedrijf_fase": "loopt", "inkomen_nu": ["eigen_bedrijf"]}
OLDER: dict[str, Any] = {
    "bedrijf_fase": "stoppen",
    "geboortemaand": "1968-05",
    "stopdatum_bedrijf": "2027-03-01",
    "bedrijf_drie_jaar": True,
    "gewerkt_zeven_jaar": True,
    "bedrijfsinkomen_laag": True,
    "woonsituatie": "alleen",
}
PEOPLE = [
    Person("Anna, has WW and a plan", "WW 77a.1, 47b: permission before the work begins",
        {**WITH_WW, "startdatum_bedrijf": "2027-01-15"}, "startersperiode_ww",
        "plan_voor_bedrijf ww_en_bedrijf_uren belasting_reserve", "bbz_bedrijfskrediet",
        "bbz_voorbereiding bbz_gevestigd bbz_starter na_eigen_bedrijf ioaz",
        {"startersperiode_ww.toestemming": date(2027, 1, 15)}),
    Person("Bram, as Anna, for his old employer", "WW 77a.1d",
        {**WITH_WW, "werk_voor_oude_werkgever": True}, fits="ww_en_bedrijf_uren plan_voor_bedrijf",
        not_now="startersperiode_ww"),
    Person("Chaima, has WW and has begun", "WW 77a.1b: not once the work has begun",
        {**WITH_WW, "bedrijf_fase": "net_begonnen"}, fits="ww_en_bedrijf_uren belasting_reserve",
        not_now="startersperiode_ww plan_voor_bedrijf"),
    Person("Dirk, has bijstand and a plan", "Bbz 2.3: twelve months to prepare",
        {"inkomen_nu": ["bijstand"], "startdatum_bedrijf": "2027-03-01"}, "bbz_voorbereiding",
        "plan_voor_bedrijf belasting_reserve", "", "startersperiode_ww ww_en_bedrijf_uren bbz_starter",
        {"bbz_voorbereiding.vragen": date(2027, 3, 1)}),
    Person("Esra, has bijstand, a plan and too little", "Bbz 2.1b, 23: starter from a benefit",
        STARTER, "bbz_voorbereiding", "bbz_starter", not_now="bbz_gevestigd bbz_stoppen"),
    Person("Farid, as Esra, 23 hours a week", "Bbz 1b; Wet IB 3.6: 1.225 hours a year",
        {**STARTER, "uren_bedrijf": 23}, fits="bbz_voorbereiding", not_now="bbz_starter bbz_bedrijfskrediet"),
    Person("Gerda, as Esra, 24 hours a week", "Bbz 1b; Wet IB 3.6: 24 × 52 is 1.248",
        {**STARTER, "uren_bedrijf": 24}, fits="bbz_starter"),
    Person("Hamza, a plan and no benefit", "Bbz 2.1b: only from a benefit",
        {**POOR, "geld_voor_bedrijf": True}, fits="plan_voor_bedrijf",
        not_now="bbz_starter bbz_bedrijfskrediet bbz_voorbereiding startersperiode_ww"),
    Person("Ilse, her partner earns the norm", "Pw 21b, 31: 2.027,79 for two",
        {"inkomen_nu": ["bijstand"], **COUPLE, "inkomen_partner": [202_779, "month"]},
        not_now="bbz_starter"),
    Person("Joost, his partner earns a cent less", "Pw 21b, 31",
        {"inkomen_nu": ["bijstand"], **COUPLE, "inkomen_partner": [202_778, "month"]}, fits="bbz_starter"),
    Person("Karima, began a year ago from a benefit", "Bbz 2.1b, 23: up to 36 months",
        {**POOR, "bedrijf_fase": "net_begonnen", "inkomen_nu": ["eigen_bedrijf"],
         "begonnen_vanuit_uitkering": True}, "bbz_starter", not_now="bbz_gevestigd bbz_stoppen"),
    Person("Leo, began a year ago without a benefit", "Bbz 2.1a and b; D: 18 months (rbzzwolle.nl)",
        {**POOR, "bedrijf_fase": "net_begonnen", "inkomen_nu": ["eigen_bedrijf"],
         "begonnen_vanuit_uitkering": False}, not_now="bbz_starter bbz_gevestigd bbz_stoppen"),
    Person("Mila, her firm earns too little for a time", "Bbz 2.1a, 18",
        {**RUNS, **POOR, "bedrijf_heeft_toekomst": True}, "bbz_gevestigd", "belasting_reserve",
        "", "bbz_stoppen bbz_starter na_eigen_bedrijf ioaz"),
    Person("Nadia, her firm will not earn enough any more", "Bbz 2.1d, 27",
        {**RUNS, **POOR, "bedrijf_heeft_toekomst": False}, "bbz_stoppen", not_now="bbz_gevestigd"),
    Person("Omar, does not know about the future", "Bbz 1c: viable",
        {**RUNS, **POOR, "bedrijf_heeft_toekomst": "?"}, maybe="bbz_gevestigd bbz_stoppen"),
    Person("Petra, her firm earns enough", "Pw 19: income under the norm",
        RUNS, fits="belasting_reserve", not_now="bbz_gevestigd bbz_stoppen"),
    Person("Quin, wants to stop", "Bbz 2.1d, 27, 27a: before the end",
        {**POOR, "bedrijf_fase": "stoppen"}, "bbz_stoppen",
        not_now="bbz_gevestigd bbz_bedrijfskrediet na_eigen_bedrijf ioaz"),
    Person("Roos, stops and knows little else", "Bbz 27: ask before the firm stops",
        {**dict.fromkeys(USUAL, "?"), "woont_in_gemeente": True, "bedrijf_fase": "stoppen"},
        "praten_voor_u_stopt", maybe="bbz_stoppen"),
    Person("Rosa, has stopped", "Bbz 27a: not after the end; Pw 11, 34",
        {**POOR, "bedrijf_fase": "gestopt", "spaargeld": [50_000, "month"]}, "na_eigen_bedrijf",
        not_now="praten_voor_u_stopt bbz_stoppen bbz_gevestigd belasting_reserve plan_voor_bedrijf"),
    Person("Sam, has stopped and has savings", "Pw 34.3a: 8.000",
        {**POOR, "bedrijf_fase": "gestopt", "spaargeld": [800_001, "month"]}, not_now="na_eigen_bedrijf"),
    Person("Tess, has stopped and has WW from before", "Pw 5e, 15: WW comes first",
        {**POOR, "bedrijf_fase": "gestopt", "spaargeld": NONE, **WITH_WW}, not_now="na_eigen_bedrijf"),
    Person("Umut, 58, stops in March", "IOAZ 2, 5.2: until three months after the end",
        OLDER, "ioaz", not_now="bbz_stoppen", dates={"ioaz.aanvragen": date(2027, 6, 1)}),
    Person("Vera, 58, stopped three months ago yesterday", "IOAZ 5.2 onder 4",
        {**OLDER, "bedrijf_fase": "gestopt", "stopdatum_bedrijf": "2026-08-20"}, not_now="ioaz"),
    Person("Willem, 58, stopped three months ago today", "IOAZ 5.2 onder 4",
        {**OLDER, "bedrijf_fase": "gestopt", "stopdatum_bedrijf": "2026-08-21"}, "ioaz"),
    Person("Xandra, 58, stopped when she was 54", "IOAZ 2.1: after the age of 55",
        {**OLDER, "bedrijf_fase": "gestopt", "stopdatum_bedrijf": "2022-12-01"}, not_now="ioaz"),
    Person("Yusuf, 54, stops", "IOAZ 2.1",
        {**OLDER, "geboortemaand": "1972-05"}, not_now="ioaz"),
    Person("Zoë, 58, earned well", "IOAZ 5.2 onder 2: under 33.467 a year",
        {**OLDER, "bedrijfsinkomen_laag": False}, not_now="ioaz"),
    Person("Ali, 58, a firm of two years", "IOAZ 5.2 onder 1: three years",
        {**OLDER, "bedrijf_drie_jaar": False}, not_now="ioaz"),
    Person("Bo, 58, did not work before", "IOAZ 5.2 onder 1: and seven years before",
        {**OLDER, "gewerkt_zeven_jaar": False}, not_now="ioaz"),
    Person("Cem, needs a loan for a firm that runs", "Bbz 2.2, 20",
        {**RUNS, "geld_voor_bedrijf": True, "bedrijf_heeft_toekomst": True}, fits="bbz_bedrijfskrediet"),
    Person("Daan, wants a loan and stops", "Bbz 2.2: no loan for who stops",
        {"bedrijf_fase": "stoppen", "geld_voor_bedrijf": True}, not_now="bbz_bedrijfskrediet"),
    Person("Eva, 17, has a plan", "Bbz 1b: from 18",
        {"geboortemaand": "2009-05", **STARTER}, not_now="plan_voor_bedrijf bbz_starter"),
    Person("Fleur, gets toeslagen", "Awir 8, 17: the profit of the whole year",
        {**RUNS, "krijgt_toeslag": True}, fits="toeslagen_met_bedrijf"),
    Person("Gijs, worries about debts", "C1.9, D: Op Orde",
        {**RUNS, "zorgen": ["schulden_rekeningen"]}, "huur_of_schuld_vroeg_hulp", "voedselbank"),
    Person("Hana, knows almost nothing", "W4",
        dict.fromkeys(USUAL, "?"), maybe="bbz_starter bbz_gevestigd bbz_stoppen startersperiode_ww"),
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


def has_only(said: Answers, *incomes: str) -> bool:
    """Whether none of these incomes was told, by somebody who answered that question."""
    told = said.get("inkomen_nu")
    return isinstance(told, frozenset) and not told & set(incomes)


REFUSED: list[tuple[str, str, Callable[[Answers], bool]]] = [
    ("Bbz 1b: too few hours", "bbz_starter bbz_gevestigd bbz_stoppen bbz_bedrijfskrediet ioaz",
     lambda said: said.get("uren_bedrijf") in {0, 23}),
    ("Bbz 2: what the firm is doing", "bbz_starter bbz_gevestigd bbz_stoppen bbz_bedrijfskrediet",
     lambda said: said.get("bedrijf_fase") == "gestopt"),
    ("Bbz 2.1a: only a firm that runs", "bbz_gevestigd", lambda said: said.get("bedrijf_fase") != "loopt"),
    ("Bbz 2.2: no loan for who stops", "bbz_bedrijfskrediet startersperiode_ww bbz_voorbereiding",
     lambda said: said.get("bedrijf_fase") == "stoppen"),
    ("WW 77a: no WW, or begun, or for the old employer", "startersperiode_ww",
     lambda said: has_only(said, "ww") or said.get("bedrijf_fase") != "idee"
     or said.get("werk_voor_oude_werkgever") is True),
    ("Bbz 2.3: no bijstand", "bbz_voorbereiding", lambda said: has_only(said, "bijstand")),
    ("Pw 19: enough to live on", "bbz_starter bbz_gevestigd bbz_stoppen na_eigen_bedrijf",
     lambda said: said.get("genoeg_om_te_leven") is True),
    ("IOAZ 5.2: the years and the income", "ioaz",
     lambda said: False in {said.get("bedrijf_drie_jaar"), said.get("gewerkt_zeven_jaar"),
                            said.get("bedrijfsinkomen_laag")}),
    ("IOAZ 5.2: too late", "ioaz", lambda said: said.get("stopdatum_bedrijf") == date(2026, 1, 31)),
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


def test_nobody_is_sent_to_a_loan_before_help_to_live() -> None:
    person = next(each for each in PEOPLE if each.name.startswith("Mila"))
    wants_both = person._replace(answers={**person.answers, "geld_voor_bedrijf": True})
    found = outcome_of(ROUTE, USUAL, wants_both)
    fits = [fit.item.id for fit in found.fits]
    assert fits.index("bbz_gevestigd") < fits.index("bbz_bedrijfskrediet")
