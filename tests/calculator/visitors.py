"""Visitors of the routes whose answers agree with each other, some of whom a form of support fits."""

from __future__ import annotations

import random
from collections.abc import Mapping
from datetime import date
from typing import Any

from app.calculator.rules.loonheffing import Korting, loon_of_netto_per_month
from app.condition import Known, Truth, explain
from app.facts.flow import known_facts, questions_behind
from app.facts.model import Amount, Person
from app.facts.values import Answer, Answers, unpacked
from app.period import Month, Period, months_between
from app.wayfinder.flow import RouteOn, closed_gate
from tests.calculator.facts_told import law_of
from tests.people import zwolle
from tests.wayfinder.walking import possible

MOSTLY = 0.85
TRIES = 12
OPEN: Mapping[str, Answer] = {"woont_in_gemeente": True, "mag_hier_werken": True}
BIRTHS = (
    "1960-02", "1962-06", "1964-12", "1966-07", "1980-02", "1999-11", "1999-12",
    "2000-03", "2005-11", "2006-02", "2007-08", "2008-10", "2009-01",
)  # fmt: skip
NETTO = (0, 50_000, 69_000, 110_000, 141_900, 150_000, 165_000, 172_000, 200_000, 230_000, 236_000, 300_000)
BRUTO = (*NETTO[1:], 390_000, 450_000, 900_000)
POOLS: Mapping[str, tuple[Any, ...]] = {
    "geboortemaand": BIRTHS,
    "spaargeld": (0, 700_000, 800_100, 1_500_000, 1_600_100, 15_000_000, 18_000_000, 40_000_000),
    "inkomen_nu": ([], [], ["bijstand"], ["ww"], ["loon"], ["studiefinanciering"], ["ziekte"]),
    "huur_per_maand": (20_000, 20_150, 20_300, 20_500, 45_000, 68_000, 120_000),
    "inkomen_partner": (*NETTO, 350_000, 420_000, 700_000),
    "inkomen_partner_bruto": (0, *BRUTO),
    "inkomen_samen": (*NETTO[1:], 350_000, 420_000, 700_000),
    "nettoloon": NETTO[1:],
    "brutoloon": BRUTO,
    "kinderen": (
        [{"geboortemaand": "2024-05", "opvang": True}],
        [{"geboortemaand": "2015-01", "opvang": True}],
        [{"geboortemaand": "2014-11", "opvang": False}, {"geboortemaand": "2010-03"}],
    ),
    "startdatum_werk": ("2026-08-01", "2026-12-01", "2027-01-04", "2027-03-01"),
}
"""Values on both sides of the limits of the law, beside those of other tests. Who works has a wage."""


def one_of(question: str, chance: random.Random) -> Answer:
    """Return an answer to a question."""
    fact = zwolle().facts[question]
    if question not in POOLS:
        return chance.choice(possible(fact)[1:])
    raw = chance.choice(POOLS[question])
    return unpacked(fact, [raw, Period.MONTH.value] if isinstance(raw, int) else raw)


def visitor_of(on: RouteOn, item: str, chance: random.Random) -> tuple[Answers, Mapping[str, Known]]:
    """Return somebody on a route, led by chance to where a form of support may fit, and what is known."""
    answers = {each: one_of(each, chance) for each in sorted(on.questions) if chance.random() < MOSTLY}
    answers |= {gate: yes for gate, yes in OPEN.items() if gate in on.questions}
    for _ in range(TRIES):
        known = known_facts(on.facts, agreeing(answers, on.facts.day))
        verdict = explain(on.conditions[item], known)
        if verdict.truth is Truth.YES and closed_gate(on, known) is None:
            break
        behind = {q for fact in verdict.facts for q in questions_behind(on.facts.facts[fact])}
        again = sorted((behind & on.questions) - OPEN.keys()) or ["geboortemaand"]
        answers |= {each: one_of(each, chance) for each in chance.sample(again, min(2, len(again)))}
    kept = agreeing(answers, on.facts.day)
    known = known_facts(on.facts, kept)
    return {fact: answer for fact, answer in kept.items() if fact in known}, known


def agreeing(answers: Answers, day: date) -> dict[str, Answer]:
    """Return answers that agree: incomes that can be true together, a child at school that is old enough."""
    found = dict(answers)
    partner = _cents(found, "inkomen_partner") if _has_partner(found) else 0
    if {"inkomen_partner", "inkomen_partner_bruto"} <= found.keys():
        # One wage: before tax it is what leaves the amount after tax.
        gross = loon_of_netto_per_month(partner, Korting.WHITE, law_of(day).loonheffing)
        found["inkomen_partner_bruto"] = Amount(gross, Period.MONTH)
    _raise(found, "inkomen_samen", partner + _cents(found, "nettoloon"))
    if found.get("kind_op_school") is True and isinstance(found.get("kinderen"), tuple):
        found["kind_op_school"] = any(_is_at_school(each, day) for each in _people(found))
    return found


def _has_partner(answers: Answers) -> bool:
    return answers.get("woonsituatie") in {"met_partner", "met_partner_en_kinderen"}


def _people(answers: Answers) -> tuple[Person, ...]:
    found = answers.get("kinderen")
    return found if isinstance(found, tuple) else ()


def _is_at_school(child: Person, day: date) -> bool:
    born = child.values.get("geboortemaand")
    return isinstance(born, Month) and 4 * 12 <= months_between(born.first_day, day) < 18 * 12


def _cents(answers: Answers, fact: str) -> int:
    found = answers.get(fact)
    return found.cents if isinstance(found, Amount) else 0


def _raise(answers: dict[str, Answer], fact: str, least: int) -> None:
    if isinstance(answers.get(fact), Amount):
        answers[fact] = Amount(max(least, _cents(answers, fact)), Period.MONTH)
