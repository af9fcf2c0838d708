"""Never past where the law says no: the law once more, straight from its articles, over any answers.

For the ways of who is new, who needs help to work, and who has long been without work.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from app.facts.model import Amount, Person
from app.facts.values import Answer
from app.period import Month, add_months, months_between
from app.wayfinder.outcome import outcome
from tests.wayfinder.walking import anybody, visitor

DAY = date(2026, 11, 21)
MOST, HALF = 0.8, 0.5
Given = Mapping[str, Answer]


def lives_of(given: Given, *what: str) -> bool:
    """Whether somebody certainly lives of one of these."""
    found = given.get("inkomen_nu")
    return isinstance(found, frozenset) and bool(found & set(what))


def lives_not_of(given: Given, *what: str) -> bool:
    """Whether somebody certainly lives of none of these."""
    found = given.get("inkomen_nu")
    return isinstance(found, frozenset) and not found & set(what)


def surely_under(given: Given, years: int) -> bool:
    """Whether somebody is younger, on whatever day of the month they were born."""
    born = given.get("geboortemaand")
    return isinstance(born, Month) and months_between(born.first_day, DAY) < years * 12


def surely_from(given: Given, years: int) -> bool:
    """Whether somebody has that age, on whatever day of the month they were born."""
    born = given.get("geboortemaand")
    return isinstance(born, Month) and months_between(born.last_day, DAY) >= years * 12


def elsewhere(given: Given) -> bool:
    """Pw 40: another municipality decides."""
    return given.get("woont_in_gemeente") is False


def cents(given: Given, fact: str) -> int:
    """An amount in cents; zero when it is not known."""
    found = given.get(fact)
    if not isinstance(found, Amount):
        return 0
    return found.cents * 13 // 12 if found.period.value == "four_weeks" else found.cents


def no_bijstand(given: Given) -> bool:
    """Pw 11.2, 13, 19, 21, 34: no residence, age, income, savings, a partner who earns the norm."""
    couple = given.get("woonsituatie") in {"met_partner", "met_partner_en_kinderen"}
    alone = given.get("woonsituatie") in {"alleen", "bij_ouders", "met_anderen"}
    return (
        elsewhere(given)
        or given.get("mag_hier_werken") is False
        or surely_under(given, 18)
        or surely_from(given, 67)
        or lives_of(given, "ww", "bijstand", "ziekte", "wajong", "studiefinanciering")
        # A wage that is too little to live on is made up to the norm (Pw 19).
        or (lives_of(given, "loon") and given.get("genoeg_om_te_leven") is not False)
        or cents(given, "spaargeld") > (800_000 if alone else 1_600_000)
        or (couple and cents(given, "inkomen_partner") >= 202_779)
    )


def no_inburgering(given: Given) -> bool:
    """Wi 3: not for citizens of the Union, not for the Dutch, not for who is done or has no duty."""
    return given.get("verblijf") in {"eu_werk_studie", "nederlander"} or given.get("inburgering_stand") in {
        "klaar",
        "hoeft_niet",
    }


def bijstand_is_older(given: Given) -> bool:
    """Pw 56a lid 2: the six months are over."""
    since = given.get("bijstand_sinds")
    return isinstance(since, date) and add_months(since, 6) <= DAY


def no_child_under_five(given: Given) -> bool:
    """Pw 9a: every child is certainly five or older."""
    children = given.get("kinderen")
    if not isinstance(children, tuple):
        return False
    born = [child.values.get("geboortemaand") for child in children if isinstance(child, Person)]
    return all(isinstance(each, Month) and months_between(each.last_day, DAY) >= 60 for each in born)


LAW_SAYS_NO: Mapping[str, Callable[[Given], bool]] = {
    "bijstand_zonder_uitkering": no_bijstand,
    "inburgering_start": no_inburgering,
    "inburgering_routes": no_inburgering,
    "inburgering_b1": no_inburgering,
    "inburgering_onderwijsroute": no_inburgering,
    "inburgering_z_route": no_inburgering,
    "inburgering_betalen": lambda given: no_inburgering(given) or given.get("verblijf") == "statushouder",
    "ontzorgen_eerste_maanden": lambda given: (
        no_inburgering(given)
        or given.get("verblijf") != "statushouder"
        or lives_not_of(given, "bijstand")
        or bijstand_is_older(given)
    ),
    "zorgverzekering_regelen": lambda given: given.get("heeft_zorgverzekering") is True,
    "loonkostensubsidie": lambda given: lives_of(given, "ww", "ziekte", "wajong") or surely_from(given, 67),
    "beschut_werk": lambda given: elsewhere(given) or surely_from(given, 67),
    "urenbeperking_vaststellen": lambda given: lives_not_of(given, "bijstand"),
    "ontheffing_arbeidsplicht": lambda given: lives_not_of(given, "bijstand"),
    "proefplaatsing_bijstand": lambda given: lives_not_of(given, "bijstand"),
    "proefplaatsing_uwv": lambda given: lives_not_of(given, "ww", "ziekte", "wajong"),
    "participatieplaats": lambda given: lives_not_of(given, "bijstand") or surely_under(given, 27),
    "werkervaringsplaats": lambda given: lives_not_of(given, "bijstand"),
    "hulp_zonder_uitkering": lambda given: (
        lives_of(given, "ww", "bijstand", "ziekte", "wajong") or surely_under(given, 27)
    ),
    "vrijstelling_jong_kind": lambda given: (
        lives_not_of(given, "bijstand")
        or given.get("woonsituatie") == "met_partner_en_kinderen"
        or no_child_under_five(given)
    ),
}


@pytest.mark.row("W1")
@pytest.mark.parametrize("route", ["nieuw_in_zwolle", "werken_met_beperking", "eerste_stap"])
@settings(max_examples=300, deadline=None)
@given(chance=some.randoms(use_true_random=False))
def test_never_past_where_the_law_says_no(route: str, chance: random.Random) -> None:
    walk = anybody(chance, route=route)
    # Pure chance seldom opens the gates: most people here live here, and half of them have bijstand.
    if chance.random() < MOST:
        walk.answers |= {"woont_in_gemeente": True, "mag_hier_werken": True}
    if chance.random() < HALF:
        walk.answers["inkomen_nu"] = frozenset({"bijstand"})
    fitting = {fit.item.id for fit in outcome(walk.on, walk.known).fits}
    wrong = [item for item in fitting & LAW_SAYS_NO.keys() if LAW_SAYS_NO[item](walk.answers)]
    assert not wrong, walk.answers


def test_every_answer_of_the_law_is_about_something_on_these_ways() -> None:
    routes = ("nieuw_in_zwolle", "werken_met_beperking", "eerste_stap")
    considered = {item.id for route in routes for item in visitor(route=route).on.items}
    assert LAW_SAYS_NO.keys() <= considered
