"""Young without school or work, person by person: what somebody answers, and what the law makes of it.

Letters and numbers are the sections of the reference on bijstand and WW; D is its part on Zwolle.
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
from app.period import Month
from app.wayfinder.outcome import outcome
from tests.wayfinder.persons import (
    Person,
    assert_as_the_law_says,
    assert_none_fits,
    assert_told_why,
    outcome_of,
)
from tests.wayfinder.walking import anybody, visitor

ROUTE = "jong_zonder_diploma"
USUAL: dict[str, Any] = {
    "woont_in_gemeente": True,
    "mag_hier_werken": True,
    "geboortemaand": "2006-05",
    "op_school": False,
    "startkwalificatie": False,
    "kan_naar_school": True,
    "inkomen_nu": [],
    "zorgen": [],
}
NO_SCHOOL: dict[str, Any] = {
    "kan_naar_school": False,
    "genoeg_om_te_leven": False,
    "woonsituatie": "alleen",
    "spaargeld": [0, "month"],
}
STUDENT: dict[str, Any] = {"op_school": True, "inkomen_nu": ["studiefinanciering"]}
PEOPLE = [
    Person("Anna, 16, not at school", "Leerplichtwet 4a, 4b: until 18 without a diploma",
        {"geboortemaand": "2010-05"}, "leerplicht", "terug_naar_school leren_en_werken", "",
        "bijstand_jong rmc studiefinanciering zorgtoeslag bijstand_18_tot_21 plan_van_aanpak"),
    Person("Bram, 17, with a diploma", "Leerplichtwet 4b: or until a diploma",
        {"geboortemaand": "2009-05", "startkwalificatie": True}, not_now="leerplicht terug_naar_school rmc"),
    Person("Chaima, 17, at school", "Leerplichtwet 4a",
        {"geboortemaand": "2009-05", "op_school": True}, maybe="stage_vinden",
        not_now="leerplicht studiefinanciering terug_naar_school leren_en_werken"),
    Person("Dirk, has his birthday this month", "Leerplichtwet 4b: 18, the day is not known",
        {"geboortemaand": "2008-11"}, maybe="leerplicht studiefinanciering rmc"),
    Person("Esra, 20, could go to school", "Pw 13.2c: school goes first; D: RMC 18–23",
        {"genoeg_om_te_leven": False}, "rmc", "terug_naar_school leren_en_werken studiefinanciering", "",
        "bijstand_jong bijstand_jong_zonder_wachttijd leerplicht studietoeslag"),
    Person("Farid, 20, cannot go to school now and has no money", "Pw 11, 13.2c, 41.4",
        NO_SCHOOL, "bijstand_jong", "rmc", "bijstand_18_tot_21",
        "terug_naar_school leren_en_werken studiefinanciering plan_van_aanpak"),
    Person("Gerda, as Farid, her parents cannot help", "Pw 20.3: 762,24 more",
        {**NO_SCHOOL, "ouders_helpen": False}, "bijstand_jong", "bijstand_18_tot_21"),
    Person("Hamza, as Farid, his parents can help", "Pw 20.1: 350,42",
        {**NO_SCHOOL, "ouders_helpen": True}, "bijstand_jong", not_now="bijstand_18_tot_21"),
    Person("Ilse, 21, cannot go to school now", "Pw 21: the whole norm",
        {**NO_SCHOOL, "geboortemaand": "2005-10"}, "bijstand_jong", not_now="bijstand_18_tot_21"),
    Person("Joost, reported on the tenth", "Pw 41.4: not before four weeks after the report",
        {**NO_SCHOOL, "melding_bijstand": "2026-11-10", "praktijkonderwijs": False}, "bijstand_jong",
        dates={"bijstand_jong.aanvragen": date(2026, 12, 8)}),
    Person("Karima, was at praktijkonderwijs", "Pw 41.4a: no four weeks",
        {**NO_SCHOOL, "praktijkonderwijs": True}, "bijstand_jong", "bijstand_jong_zonder_wachttijd"),
    Person("Leo, not able to work now", "Pw 41.4b and 41.11",
        {**NO_SCHOOL, "praktijkonderwijs": False, "kan_werken": False}, "bijstand_jong",
        "bijstand_jong_zonder_wachttijd", not_now="loopbaanadviseur"),
    Person("Mila, able to work, from an ordinary school", "Pw 41.4",
        {**NO_SCHOOL, "praktijkonderwijs": False, "kan_werken": True}, "bijstand_jong", "loopbaanadviseur",
        not_now="bijstand_jong_zonder_wachttijd"),
    Person("Nadia, 26, without a diploma", "D: RMC until 23; Pw 41.4 until 27",
        {**NO_SCHOOL, "geboortemaand": "1999-12"}, "bijstand_jong", not_now="rmc leren_en_werken"),
    Person("Omar, 27", "Pw 41.12: from 27 other rules",
        {"geboortemaand": "1999-10", "genoeg_om_te_leven": False},
        fits="sociaal_raadslieden studiefinanciering",
        not_now="bijstand_jong bijstand_jong_zonder_wachttijd rmc leerplicht terug_naar_school"),
    Person("Petra, too much savings", "Pw 34.3a: 8.000",
        {**NO_SCHOOL, "spaargeld": [800_001, "month"]}, not_now="bijstand_jong bijstand_18_tot_21"),
    Person("Quin, her partner earns the norm", "Pw 21b: 2.027,79 for two",
        {**NO_SCHOOL, "woonsituatie": "met_partner", "inkomen_partner": [202_779, "month"]},
        not_now="bijstand_jong bijstand_18_tot_21"),
    Person("Rosa, gets WW", "Pw 5e, 15: WW comes first; Pw 41.6",
        {**NO_SCHOOL, "inkomen_nu": ["ww"]}, not_now="bijstand_jong bijstand_jong_zonder_wachttijd"),
    Person("Sam, has enough to live on", "Pw 19.1a",
        {**NO_SCHOOL, "genoeg_om_te_leven": True}, fits="rmc", not_now="bijstand_jong"),
    Person("Tess, studies and cannot work beside it", "Pw 36b",
        {**STUDENT, "werk_naast_school": False}, "studietoeslag",
        not_now="studiefinanciering bijstand_jong terug_naar_school leren_en_werken"),
    Person("Umut, as Tess, with Wajong", "Pw 36b.3b",
        {**STUDENT, "inkomen_nu": ["studiefinanciering", "wajong"], "werk_naast_school": False},
        not_now="studietoeslag"),
    Person("Vera, studies and can work beside it", "Pw 36b.1",
        {**STUDENT, "werk_naast_school": True}, not_now="studietoeslag"),
    Person("Willem, studies without studiefinanciering", "Pw 36b.3a; C4: DUO",
        {"op_school": True, "werk_naast_school": False}, fits="studiefinanciering",
        not_now="studietoeslag bijstand_jong"),
    Person("Xandra, 24, gets bijstand", "Pw 44.4, 44a: a plan of action",
        {"geboortemaand": "2002-05", "inkomen_nu": ["bijstand"], "kan_naar_school": False},
        fits="plan_van_aanpak", not_now="bijstand_jong rmc leren_en_werken"),
    Person("Yusuf, 19, gets bijstand, alone, his parents cannot help", "Pw 20.3, 44a",
        {"geboortemaand": "2007-05", "inkomen_nu": ["bijstand"], "kan_naar_school": False,
         "ouders_helpen": False, "woonsituatie": "alleen", "spaargeld": [0, "month"]},
        "bijstand_18_tot_21", "plan_van_aanpak rmc"),
    Person("Zoë, 29, wants to study", "C4: studiefinanciering until 30",
        {"geboortemaand": "1997-10"}, fits="studiefinanciering"),
    Person("Ali, 30, wants to study", "C4: studiefinanciering until 30",
        {"geboortemaand": "1996-10"}, not_now="studiefinanciering"),
    Person("Bo, letters are hard", "C4: low literacy, Taalpunt",
        {"zorgen": ["taal_of_lezen"]}, fits="taalpunt sociaal_raadslieden"),
    Person("Cem, 20, with a diploma", "D: RMC is for who has none",
        {"startkwalificatie": True}, not_now="rmc terug_naar_school leren_en_werken leerplicht"),
    Person("Daan, knows almost nothing", "W4",
        dict.fromkeys(USUAL, "?"), maybe="leerplicht bijstand_jong rmc terug_naar_school studiefinanciering"),
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


def born(said: Answers, *months: str) -> bool:
    """Whether somebody was born in one of these months."""
    return said.get("geboortemaand") in {Month.parse(month) for month in months}


def gets(said: Answers, *incomes: str) -> bool:
    """Whether somebody told one of these incomes."""
    told = said.get("inkomen_nu")
    return isinstance(told, frozenset) and bool(told & set(incomes))


ADULTS = ("1959-11", "1966-07", "1980-02")
REFUSED: list[tuple[str, str, Callable[[Answers], bool]]] = [
    ("Pw 11, D: from 18",
     "bijstand_jong bijstand_jong_zonder_wachttijd bijstand_18_tot_21 studiefinanciering rmc",
     lambda said: born(said, "2009-01")),
    ("Pw 41.12: from 27 no four weeks", "bijstand_jong bijstand_jong_zonder_wachttijd leerplicht rmc",
     lambda said: born(said, *ADULTS)),
    ("Leerplichtwet 4b: until 18", "leerplicht", lambda said: born(said, "2006-02", "2000-03", *ADULTS)),
    ("Pw 20.3: until 21", "bijstand_18_tot_21", lambda said: born(said, "2000-03", "1999-12", *ADULTS)),
    ("Pw 13.2c: school goes first", "bijstand_jong bijstand_jong_zonder_wachttijd",
     lambda said: said.get("kan_naar_school") is True or said.get("op_school") is True),
    ("Pw 5e, 15: another income comes first", "bijstand_jong bijstand_jong_zonder_wachttijd",
     lambda said: gets(said, "ww", "bijstand", "studiefinanciering")),
    ("Pw 36b.3b: not with Wajong", "studietoeslag", lambda said: gets(said, "wajong")),
    ("a diploma", "rmc leerplicht terug_naar_school leren_en_werken",
     lambda said: said.get("startkwalificatie") is True),
    ("only a policy paper speaks of it", "praktijkleren stage_vinden", lambda _: True),
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


def test_who_need_not_wait_gets_no_date_to_wait_for() -> None:
    """Pw 41.4a: after praktijkonderwijs or VSO the application is handled at once."""
    reported = {"praktijkonderwijs": True, "melding_bijstand": "2026-11-10"}
    walk = visitor(route=ROUTE, **{**USUAL, **NO_SCHOOL, **reported})
    steps = {f"{step.item.id}.{step.step.id}" for step in outcome(walk.on, walk.known).steps}
    assert "bijstand_jong.melden" in steps
    assert "bijstand_jong.aanvragen" not in steps
