"""The way of who loses the WW, person by person: what somebody answers, and what the law makes of it.

Each row names its source; letters and numbers are the sections of the reference on bijstand and WW.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from app.facts.model import Amount
from app.facts.values import Answer
from app.period import Month, months_between
from app.wayfinder.outcome import outcome
from tests.wayfinder.persons import Person, assert_as_the_law_says, assert_told_why, inside, outcome_of
from tests.wayfinder.walking import visitor

ROUTE = "ww_stopt"
USUAL: dict[str, Any] = {
    "woont_in_gemeente": True,
    "mag_hier_werken": True,
    "geboortemaand": "1985-02",
    "einddatum_ww": "2026-12-31",
    "woonsituatie": "alleen",
    "spaargeld": [100_000, "month"],
    "zorgen": [],
}
COUPLE: dict[str, Any] = {
    "woonsituatie": "met_partner",
    "inkomen_partner": [0, "month"],
    "huisgenoot_27": False,
}
PARENT: dict[str, Any] = {"woonsituatie": "alleen_met_kinderen", "huisgenoot_27": False}
LONG_WW: dict[str, Any] = {"begindatum_ww": "2025-01-15", "duur_ww_maanden": 23}
LAST_DAY = date(2026, 12, 31)

PEOPLE = [
    Person("Aart, 41, alone", "Pw 11, 21a, 41.12, 44.1; C2: report on the last WW day at the latest",
        {"heeft_zorgverzekering": True}, "bijstand_na_ww",
        "voorschot_na_ww einde_ww_nakijken kwijtschelding_na_ww zorgtoeslag",
        "toeslagen_na_ww studie_na_ww", "iow ioaw jong_na_ww geen_bijstand_wat_wel kostendelers",
        {"bijstand_na_ww.melden": LAST_DAY, "voorschot_na_ww.navragen": date(2027, 1, 28),
         "kwijtschelding_na_ww.vragen": LAST_DAY, "inkomenstoeslag_later.later": date(2029, 12, 31)}),
    Person("Bea, 8.000 of savings", "Pw 34.3a", {"spaargeld": [800_000, "month"]}, "bijstand_na_ww"),
    Person("Cor, one cent more", "Pw 34.3a; C2 pitfall: WW never tested this",
        {"spaargeld": [800_001, "month"]}, None, "geen_bijstand_wat_wel einde_ww_nakijken", "",
        "bijstand_na_ww voorschot_na_ww kwijtschelding_na_ww inkomenstoeslag_later"),
    Person("Dora, single parent, 16.000", "Pw 34.3b", {**PARENT, "spaargeld": [1_600_000, "month"]},
        "bijstand_na_ww"),
    Person("Emre, single parent, one cent more", "Pw 34.3b", {**PARENT, "spaargeld": [1_600_001, "month"]},
        fits="geen_bijstand_wat_wel", not_now="bijstand_na_ww"),
    Person("Fien, her partner earns 2.027,78", "Pw 21b", {**COUPLE, "inkomen_partner": [202_778, "month"]},
        "bijstand_na_ww", not_now="geen_bijstand_wat_wel"),
    Person("Gert, his partner earns 2.027,79", "Pw 21b; C2 pitfall: the partner's wage",
        {**COUPLE, "inkomen_partner": [202_779, "month"]}, None, "geen_bijstand_wat_wel", "",
        "bijstand_na_ww voorschot_na_ww kwijtschelding_na_ww"),
    Person("Hilal, her partner is paid per four weeks", "Pw 21b; 1.871,81 per four weeks is 2.027,79",
        {**COUPLE, "inkomen_partner": [187_181, "four_weeks"]}, not_now="bijstand_na_ww"),
    Person("Ida, does not know what her partner earns", "W4",
        {**COUPLE, "inkomen_partner": "?"}, maybe="bijstand_na_ww voorschot_na_ww"),
    Person("Jaap, 60 years and 4 months on the first day", "IOW 2; B6, I: no partner, no savings",
        {**LONG_WW, **COUPLE, "geboortemaand": "1964-08", "inkomen_partner": [500_000, "month"],
         "spaargeld": [9_000_000, "month"]}, "iow", "einde_ww_nakijken", "",
        "ioaw bijstand_na_ww geen_bijstand_wat_wel kwijtschelding_na_ww", {"iow.aanvragen": LAST_DAY}),
    Person("Kaat, 60 years and 3 months on the first day", "IOW 2 no, IOAW 2 yes: born before 1965",
        {**LONG_WW, "geboortemaand": "1964-10", "spaargeld": [9_000_000, "month"]}, "ioaw", "", "",
        "iow bijstand_na_ww kwijtschelding_na_ww geen_bijstand_wat_wel", {"ioaw.melden": LAST_DAY}),
    Person("Loek, as Kaat, his partner earns 2.027,80", "IOAW 5: partner's income counts; 2 × 1.013,90",
        {**LONG_WW, **COUPLE, "geboortemaand": "1964-10", "inkomen_partner": [202_780, "month"]},
        not_now="ioaw iow bijstand_na_ww"),
    Person("Mien, born in January 1965", "IOAW 2; B6: never from 1965 on",
        {**LONG_WW, "geboortemaand": "1965-01"}, "bijstand_na_ww", not_now="iow ioaw"),
    Person("Noud, WW of three months", "IOW 2, IOAW 2: longer than three months (I)",
        {**LONG_WW, "geboortemaand": "1964-08", "duur_ww_maanden": 3}, "bijstand_na_ww", "", "", "iow ioaw"),
    Person("Olga, 62, has not looked up her first day", "IOW 2: still open, so bijstand is open as well",
        {"geboortemaand": "1964-08"}, maybe="iow ioaw bijstand_na_ww voorschot_na_ww"),
    Person("Piet, 62, does not know his first day", "W4",
        {"geboortemaand": "1964-08", "begindatum_ww": "?", "duur_ww_maanden": "?"},
        maybe="iow ioaw bijstand_na_ww"),
    Person("Ria, 67 before her WW ends", "AOW 7a",
        {"geboortemaand": "1960-01", "einddatum_ww": "2027-02-28", **LONG_WW},
        not_now="iow ioaw bijstand_na_ww einde_ww_nakijken ziek_als_ww_stopt"),
    Person("Saar, 25", "Pw 41.4, 41.6: four weeks before the WW ends; A8",
        {"geboortemaand": "2001-05"}, "jong_na_ww", "bijstand_na_ww voorschot_na_ww", "", "",
        {"jong_na_ww.melden": date(2026, 12, 3), "jong_na_ww.afmaken": None,
         "bijstand_na_ww.melden": None}),
    Person("Timo, 25, four weeks are over already", "Pw 41.6",
        {"geboortemaand": "2001-05", "einddatum_ww": "2026-11-30"}, "jong_na_ww",
        dates={"jong_na_ww.melden": date(2026, 11, 2)}),
    Person("Ufuk, 27", "Pw 41.12: no search period", {"geboortemaand": "1999-10"}, "bijstand_na_ww",
        not_now="jong_na_ww"),
    Person("Vic, 19, alone", "Pw 20: lower norm, but bijstand", {"geboortemaand": "2007-02"}, "jong_na_ww",
        "bijstand_na_ww", "", "inkomenstoeslag_later"),
    Person("Wil, 19, her partner earns 700,84", "Pw 20: the partner's age decides",
        {**COUPLE, "geboortemaand": "2007-02", "inkomen_partner": [70_084, "month"]},
        maybe="bijstand_na_ww jong_na_ww"),
    Person("Xeno, 17", "Pw 13", {"geboortemaand": "2009-06"}, not_now="bijstand_na_ww jong_na_ww"),
    Person("Yara, shares a house with someone of 27", "Pw 22a; A3",
        {"woonsituatie": "met_anderen", "huisgenoot_27": True}, "bijstand_na_ww", "kostendelers"),
    Person("Zeki, shares with students", "Pw 22a: under 27 do not count",
        {"woonsituatie": "met_anderen", "huisgenoot_27": False}, "bijstand_na_ww", not_now="kostendelers"),
    Person("Ada, 20, lives with her parents", "Pw 22a: from 21; 20: lower norm",
        {"geboortemaand": "2006-03", "woonsituatie": "bij_ouders", "huisgenoot_27": True}, "jong_na_ww",
        not_now="kostendelers"),
    Person("Bas, cannot work now", "ZW 29.2; B6 “ill when WW runs”; by effect, not by cause",
        {"kan_werken": False}, "ziek_als_ww_stopt", "bijstand_na_ww", "", "loopbaanadviseur"),
    Person("Cleo, receives toeslagen", "Awir 17; C2: estimate, within four weeks",
        {"krijgt_toeslag": True}, fits="toeslagen_na_ww",
        dates={"toeslagen_na_ww.doorgeven": date(2027, 1, 28)}),
    Person("Dirk, wants to learn and start a business", "C2: study (DUO), business (Bbz)",
        {"plannen": ["opleiding", "eigen_bedrijf"]}, fits="studie_na_ww bedrijf_na_ww"),
    Person("Elin, 57, wants to learn", "C4: DUO lends up to about 57",
        {"geboortemaand": "1969-02", "plannen": ["opleiding"]}, not_now="studie_na_ww bedrijf_na_ww"),
    Person("Faas, low income for years", "Pw 36; D: 36 months, 110 %, under the limit of savings",
        {"lang_laag_inkomen": True, "inkomen_samen": [148_645, "month"]},
        fits="individuele_inkomenstoeslag zorgkosten_gemeente"),
    Person("Gul, low income, savings too high", "Pw 36, 34; D",
        {"lang_laag_inkomen": True, "inkomen_samen": [100_000, "month"], "spaargeld": [800_001, "month"]},
        not_now="individuele_inkomenstoeslag zorgkosten_gemeente"),
    Person("Hein, child at school, income at 130 %", "D: Kindregeling, 130 % of the norm",
        {**PARENT, "kind_op_school": True, "inkomen_samen": [175_671, "month"]}, fits="kindregeling"),
    Person("Iris, child at school, income over 130 %", "D",
        {**PARENT, "kind_op_school": True, "inkomen_samen": [175_672, "month"]}, not_now="kindregeling"),
    Person("Jens, worries about rent and debts", "C1.9, D: ask early; Op Orde",
        {"zorgen": ["huur_of_hypotheek", "schulden_rekeningen"]}, "bijstand_na_ww",
        "huur_of_schuld_vroeg_hulp voedselbank sociaal_wijkteam"),
    Person("Kim, knows almost nothing", "W4", dict.fromkeys([*USUAL, "inkomen_partner"], "?"),
        maybe="bijstand_na_ww iow ioaw sociaal_raadslieden"),
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
    [
        ({"geboortemaand": "1959-06"}, "geboortemaand"),
        ({"woont_in_gemeente": False}, "woont_in_gemeente"),
        ({"mag_hier_werken": False}, "mag_hier_werken"),
    ],
)
def test_for_whom_the_way_is_closed_it_says_so(answers: dict[str, Any], gate: str) -> None:
    walk = visitor(route=ROUTE, **answers)
    assert walk.question is None
    assert outcome(walk.on, walk.known).closed_gate == gate


def test_nobody_under_sixty_is_asked_when_the_ww_began() -> None:
    """IOW 2 asks the first day; for most people it changes nothing, so it is nobody's business."""
    walk = visitor(route=ROUTE, **USUAL)
    asked = {may.question for may in outcome(walk.on, walk.known).maybe}
    assert not asked & {"begindatum_ww", "duur_ww_maanden"}


def test_who_is_over_sixty_settles_it_in_two_answers() -> None:
    walk = visitor(route=ROUTE, **{**USUAL, "geboortemaand": "1964-08"})
    asked = []
    for answer in ("2025-01-15", 23):
        may = next(may for may in outcome(walk.on, walk.known).maybe if may.item.id == "iow")
        assert may.question is not None
        asked.append(may.question)
        walk = visitor(route=ROUTE, **{**USUAL, "geboortemaand": "1964-08", asked[0]: "2025-01-15",
                                       may.question: answer})  # fmt: skip
    assert asked == ["begindatum_ww", "duur_ww_maanden"]
    assert outcome(walk.on, walk.known).fits[0].item.id == "iow"


# Never past where the law says no: the law once more, straight from its articles, over any answers.
Given = Mapping[str, Answer]


def month_of_birth(given: Given) -> Month | None:
    """The month of birth; nothing when it is not known."""
    born = given.get("geboortemaand")
    return born if isinstance(born, Month) else None


def day_of(given: Given, fact: str) -> date | None:
    """A date; nothing when it is not known."""
    found = given.get(fact)
    return found if isinstance(found, date) else None


def cents(given: Given, fact: str) -> int:
    """An amount in cents per month; zero when it is not known."""
    found = given.get(fact)
    if not isinstance(found, Amount):
        return 0
    return found.cents * 13 // 12 if found.period.value == "four_weeks" else found.cents


def number(given: Given, fact: str, otherwise: int) -> int:
    """A number; something else when it is not known."""
    found = given.get(fact)
    return found if isinstance(found, int) else otherwise


def has_partner(given: Given) -> bool:
    """Whether somebody lives with a partner."""
    return given.get("woonsituatie") in {"met_partner", "met_partner_en_kinderen"}


def too_young_for_iow(given: Given) -> bool:
    """IOW 2: under 60 years and 4 months on the first day, on whatever day of the month they were born."""
    born, begin = month_of_birth(given), day_of(given, "begindatum_ww")
    return bool(born and begin and months_between(born.first_day, begin) < 60 * 12 + 4)


def retired_at_the_end(given: Given) -> bool:
    """AOW 7a: certainly 67 when the WW ends."""
    born, end = month_of_birth(given), day_of(given, "einddatum_ww")
    return bool(born and end and months_between(born.last_day, end) >= 67 * 12)


def too_rich_for_bijstand(given: Given) -> bool:
    """Pw 34: over 8.000 for who is alone, over 16.000 for others."""
    alone = given.get("woonsituatie") in {"alleen", "bij_ouders", "met_anderen"}
    return cents(given, "spaargeld") > (800_000 if alone else 1_600_000)


def partner_earns_enough(given: Given) -> bool:
    """Pw 21b: with a partner who earns the norm of a couple."""
    return has_partner(given) and cents(given, "inkomen_partner") >= 202_779


def no_bijstand(given: Given) -> bool:
    """Pw 11, 13, 19, 34."""
    born = month_of_birth(given)
    child = born is not None and months_between(born.first_day, date(2026, 11, 21)) < 18 * 12
    return too_rich_for_bijstand(given) or partner_earns_enough(given) or retired_at_the_end(given) or child


def not_young(given: Given) -> bool:
    """Pw 41.4: 27 or older, on whatever day of the month they were born."""
    born = month_of_birth(given)
    return bool(born and months_between(born.last_day, date(2026, 11, 21)) >= 27 * 12)


LAW_SAYS_NO: Mapping[str, Callable[[Given], bool]] = {
    "iow": lambda given: (
        too_young_for_iow(given) or number(given, "duur_ww_maanden", 4) <= 3 or retired_at_the_end(given)
    ),
    "ioaw": lambda given: (
        (month_of_birth(given) or Month(1960, 1)) >= Month(1965, 1)
        or number(given, "duur_ww_maanden", 4) <= 3
        or (has_partner(given) and cents(given, "inkomen_partner") >= 202_780)
        or retired_at_the_end(given)
    ),
    "bijstand_na_ww": no_bijstand,
    "voorschot_na_ww": no_bijstand,
    "jong_na_ww": lambda given: no_bijstand(given) or not_young(given),
    "kostendelers": lambda given: (
        no_bijstand(given) or given.get("woonsituatie") == "alleen" or given.get("huisgenoot_27") is not True
    ),
    "kwijtschelding_na_ww": lambda given: too_rich_for_bijstand(given) or partner_earns_enough(given),
    "individuele_inkomenstoeslag": lambda given: (
        too_rich_for_bijstand(given) or given.get("lang_laag_inkomen") is not True
    ),
    "kindregeling": lambda given: (
        cents(given, "inkomen_samen") > 250_959
        or given.get("woonsituatie") not in {"alleen_met_kinderen", "met_partner_en_kinderen"}
    ),
    "toeslagen_na_ww": lambda given: given.get("krijgt_toeslag") is not True,
    "ziek_als_ww_stopt": lambda given: given.get("kan_werken") is not False or retired_at_the_end(given),
    "geen_bijstand_wat_wel": lambda given: not (too_rich_for_bijstand(given) or partner_earns_enough(given)),
}


@settings(max_examples=400, deadline=None)
@given(some.randoms(use_true_random=False))
def test_never_past_where_the_law_says_no(chance: random.Random) -> None:
    walk = inside(chance, ROUTE)
    found = outcome(walk.on, walk.known)
    laws = {fit.item.id: LAW_SAYS_NO[fit.item.id] for fit in found.fits if fit.item.id in LAW_SAYS_NO}
    wrong = [item for item, says_no in laws.items() if says_no(walk.answers)]
    assert not wrong, walk.answers


def test_every_answer_of_the_law_is_about_something_on_the_way() -> None:
    considered = {item.id for item in visitor(route=ROUTE).on.items}
    assert LAW_SAYS_NO.keys() <= considered
