"""Installations that tests ask questions of, and people who answer them.

Answers are written as content is: `einde_werk="ontslagen"`, a date as "2026-11-30", a month as "1980-03", an
amount in whole euros per month, several options in a list, "?" for “Ik weet het niet”.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

from app.catalogue.content import load_catalogue
from app.catalogue.model import Catalogue
from app.config import ROOT
from app.facts.content import load_facts
from app.facts.flow import FactsOn, facts_on
from app.facts.model import Facts, Kind
from app.facts.values import Answer, unpacked
from app.parameters import Parameters
from app.wayfinder.content import load_way
from app.wayfinder.flow import RouteOn, route_on
from app.wayfinder.model import Way

DAY = date(2026, 11, 21)
VOORBEELDSTAD = ROOT / "tests" / "municipality"


class Installation(msgspec.Struct, frozen=True):
    """The content of one municipality, without an application around it."""

    facts: Facts
    catalogue: Catalogue
    way: Way
    parameters: Parameters

    def on(self, day: date = DAY) -> FactsOn:
        """The facts as they stand on a day."""
        return facts_on(self.facts, self.parameters.on(day), day)

    def route(self, route_id: str, day: date = DAY) -> RouteOn:
        """A route as it stands on a day."""
        return route_on(self.way.routes[route_id], self.way, self.catalogue, self.on(day))


def installation(content: Path, municipality: str) -> Installation:
    """Read the content of a municipality."""
    folders = [content, content / "municipalities" / municipality]
    facts = load_facts(folders)
    catalogue = load_catalogue(folders)
    numbers = [folder / "parameters" for folder in folders if (folder / "parameters").exists()]
    return Installation(facts, catalogue, load_way(folders, facts, catalogue), Parameters.load(numbers))


@cache
def zwolle() -> Installation:
    """The content as it is shipped."""
    return installation(ROOT / "content", "zwolle")


@cache
def voorbeeldstad() -> Installation:
    """A municipality that does not exist, with a question of every kind."""
    return installation(VOORBEELDSTAD, "voorbeeldstad")


def someone(facts: Facts, **answers: Any) -> dict[str, Answer]:
    """Somebody who gave these answers."""
    return {fact: one_answer(facts, fact, each) for fact, each in answers.items()}


def one_answer(facts: Facts, fact_id: str, written: Any) -> Answer:
    """One answer, from how tests write it."""
    fact = facts[fact_id]
    assert not fact.derived, f"{fact_id} is worked out, not asked"
    if written == "?":
        return unpacked(fact, None)
    if fact.kind is Kind.AMOUNT and not isinstance(written, list):
        return unpacked(fact, [round(written * 100), "month"])
    return unpacked(fact, written)
