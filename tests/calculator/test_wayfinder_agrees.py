"""The wayfinder never says “past bij u” where the calculator gives nothing for the same facts.

Free is what a route does not ask: it is only wrong where every value of that gives nothing.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date

import msgspec
import pytest

from app.condition import All, Truth, evaluate, facts_in
from app.facts.flow import known_facts
from app.wayfinder.flow import RouteOn, closed_gate
from tests.calculator.facts_and_money import MONEY
from tests.calculator.facts_told import Told, law_of
from tests.calculator.visitors import visitor_of
from tests.people import someone, zwolle

DAYS = (date(2026, 11, 21), date(2027, 1, 1))
DAILY, NIGHTLY = 28, 120
"""Visitors for each form of support of a route, on each day: some 2.000 together, and many more at night."""
LEAST_OF_EACH = 3
ONLY_UNTIL_2027 = frozenset({"vrijlating_25", "vrijlating_ouder", "vrijlating_loonkostensubsidie"})

Said = tuple[str, Told]


def routes_with_money(day: date) -> list[tuple[RouteOn, str]]:
    """Every form of support that stands for money, on every route that names it."""
    ways = (zwolle().route(route, day) for route in sorted(zwolle().way.routes))
    return [(on, item.id) for on in ways for item in on.items if item.id in MONEY]


def fitting(on: RouteOn, wanted: str, chance: random.Random) -> Iterator[Said]:
    """Yield what the route says fits one visitor, of what stands for money, with their facts."""
    answers, known = visitor_of(on, wanted, chance)
    if closed_gate(on, known) is not None:
        return
    told = Told(known, answers, law_of(on.facts.day))
    for item in on.items:
        if item.id in MONEY and evaluate(on.conditions[item.id], known) is Truth.YES:
            yield item.id, told


def said_of_many(day: date, number: int, seed: int) -> Iterator[Said]:
    """Yield what fits so many visitors for each form of support of each route."""
    chance = random.Random(seed)  # noqa: S311 - people of a test, no secret
    for on, item in routes_with_money(day):
        for _ in range(number):
            yield from fitting(on, item, chance)


def assert_all_agree(said: Iterator[Said]) -> dict[str, int]:
    """Hold every “past bij u” against the calculator, and count those that could be worked out."""
    worked_out: dict[str, int] = {}
    for item, told in said:
        money = MONEY[item](told)
        assert money is None or money > 0, f"{item} on {told.law.day} gives nothing: {dict(told.answers)}"
        worked_out[item] = worked_out.get(item, 0) + (money is not None)
    return worked_out


@pytest.mark.row("W1", "C2", "C3", "C4", "C5", "C6")
@pytest.mark.parametrize("day", DAYS)
def test_what_fits_is_never_nothing_in_the_calculator(day: date) -> None:
    worked_out = assert_all_agree(said_of_many(day, DAILY, seed=day.year))
    expected = {item for _, item in routes_with_money(day)}
    expected -= ONLY_UNTIL_2027 if day.year > DAYS[0].year else set()
    seldom = {item for item in expected if worked_out.get(item, 0) < LEAST_OF_EACH}
    assert not seldom, "of these nothing was proved"


@pytest.mark.nightly
@pytest.mark.row("W1", "C2", "C3", "C4", "C5", "C6")
@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize("seed", range(4))
def test_nor_for_very_many_visitors(day: date, seed: int) -> None:
    assert_all_agree(said_of_many(day, NIGHTLY, seed))


def without(on: RouteOn, item: str, fact: str) -> RouteOn:
    """Return a route with a mistake: a form of support that no longer looks at one of its facts."""
    whole = on.conditions[item]
    assert isinstance(whole, All)
    left = tuple(part for part in whole.parts if fact not in facts_in(part))
    assert left != whole.parts
    return msgspec.structs.replace(on, conditions={**on.conditions, item: All(left)})


MISTAKES = [
    ("baan_kwijt", "bijstand", "vermogen_onder_grens"),
    ("baan_kwijt", "bijstand", "huishouden"),
    ("baan_kwijt", "toeslagenwet", "onder_sociaal_minimum"),
    ("baan_kwijt", "huurtoeslag", "huur_past_bij_toeslag"),
    ("nieuw_in_zwolle", "zorgtoeslag", "heeft_zorgverzekering"),
    ("nieuw_in_zwolle", "kindgebonden_budget", "huishouden"),
    ("eerste_stap", "participatiefonds", "inkomen_onder_110"),
    ("ww_stopt", "kindregeling", "vermogen_onder_grens"),
    ("ww_stopt", "iow", "duur_ww_maanden"),
    ("ww_stopt", "ioaw", "geboortemaand"),
    ("werken_met_bijstand", "vrijlating_25", "vrijlating_tot_nu"),
    ("werken_met_bijstand", "vrijlating_ouder", "bijstand_bij_werk"),
    ("werken_met_bijstand", "kinderopvang_bij_werk", "kind_onder_12"),
]


@pytest.mark.row("W1")
@pytest.mark.parametrize(("route", "item", "fact"), MISTAKES)
def test_a_condition_that_forgets_a_fact_is_found(route: str, item: str, fact: str) -> None:
    chance, on = random.Random(1), without(zwolle().route(route, DAYS[0]), item, fact)  # noqa: S311
    said = (each for _ in range(300) for each in fitting(on, item, chance))
    with pytest.raises(AssertionError, match=f"{item} on .* gives nothing"):
        assert_all_agree(each for each in said if each[0] == item)


@pytest.mark.row("W1", "C3")
def test_the_one_difference_is_a_ww_too_small_to_be_paid() -> None:
    """The right to WW is there, and so little is not paid (WW, art. 41); no route asks the wage first."""
    on = zwolle().route("baan_kwijt", DAYS[0])
    answers = someone(
        on.facts.facts,
        woont_in_gemeente=True,
        mag_hier_werken=True,
        geboortemaand="1980-02",
        einde_werk="ontslagen",
        kan_werken=True,
        weken_gewerkt_van_36=36,
        brutoloon=350,
    )
    known = known_facts(on.facts, answers)
    assert evaluate(on.conditions["ww_uitkering"], known) is Truth.YES
    assert MONEY["ww_uitkering"](Told(known, answers, law_of(DAYS[0]))) == 0
