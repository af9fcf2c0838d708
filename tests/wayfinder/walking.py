"""Walking a route as visitors do: answers to every kind of question, and where each leads."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

import msgspec

from app.condition import Known, Missing
from app.facts.flow import known_facts
from app.facts.model import Fact, Kind
from app.facts.values import Answer, unpacked
from app.wayfinder.flow import RouteOn, next_question
from tests.people import Installation, zwolle

NUMBERS = {
    "weken_gewerkt_van_36": (0, 25, 26, 36),
    "dienstjaren": (0, 5, 10, 40),
    "werkjaren_van_5": (0, 3, 4, 5),
    "weken": (0, 3, 4, 60),
    "uren_bedrijf": (0, 23, 24, 60),
    "duur_ww_maanden": (2, 3, 4, 24),
}
MONTHS = (
    "1950-01", "1959-11", "1964-03", "1964-12", "1966-07",
    "1980-02", "1999-12", "2000-03", "2006-02", "2009-01",
)  # fmt: skip
DATES = ("2026-01-31", "2026-11-01", "2026-11-10", "2026-11-21", "2026-11-30", "2027-12-31")
DATES_OF = {
    "begindatum_ww": ("2024-06-30", "2025-03-01", "2026-07-15", "2026-10-01"),
    "einddatum_ww": ("2026-10-31", "2026-11-21", "2027-02-28", "2028-02-29"),
}
AMOUNTS = (0, 20_071, 120_000, 202_779, 800_000, 1_600_100, 4_000_000)
CHILDREN = (
    [{"geboortemaand": "2019-05", "opvang": True}],
    [{"geboortemaand": "2014-11", "opvang": False}],
    [{"geboortemaand": "2010-01"}],
)


def possible(fact: Fact) -> list[Answer]:
    """Return answers to a question, on every side of what the content looks at, and *don't know*."""
    raw: dict[Kind, Callable[[], list[Any]]] = {
        Kind.YES_NO: lambda: [True, False],
        Kind.CHOICE: lambda: [option.id for option in fact.options],
        Kind.CHOICES: lambda: [[], *([option.id] for option in fact.options), [o.id for o in fact.options]],
        Kind.AMOUNT: lambda: [[cents, "month"] for cents in AMOUNTS] + [[120_000, "four_weeks"]],
        Kind.NUMBER: lambda: list(NUMBERS[fact.id]),
        Kind.DATE: lambda: list(DATES_OF.get(fact.id, DATES)),
        Kind.MONTH: lambda: list(MONTHS),
        Kind.POSTCODE4: lambda: ["1234", "8011"],
        Kind.PEOPLE: lambda: list(CHILDREN),
    }
    return [Missing.DONT_KNOW, *(unpacked(fact, each) for each in raw[fact.kind]())]


class Walk(msgspec.Struct):
    """One visitor on a route: what they answered so far, and what is known of them."""

    installed: Installation
    on: RouteOn
    answers: dict[str, Answer]

    @property
    def known(self) -> dict[str, Known]:
        """What is known of the visitor."""
        return known_facts(self.on.facts, self.answers)

    @property
    def question(self) -> str | None:
        """The question that they are at."""
        return next_question(self.on, self.known)

    def answer(self, question: str, answer: Answer) -> None:
        """Give an answer."""
        self.answers[question] = answer

    def any_answer(self, question: str, chance: random.Random) -> Answer:
        """Pick one of the possible answers."""
        return chance.choice(possible(self.installed.facts[question]))

    def to_the_end(self, chance: random.Random) -> list[str]:
        """Answer until there is nothing left to ask, and return the questions in order."""
        asked: list[str] = []
        while (question := self.question) is not None:
            asked.append(question)
            assert len(asked) <= len(set(asked)), f"{question} is asked twice: {asked}"
            self.answer(question, self.any_answer(question, chance))
        return asked


def visitor(installed: Installation | None = None, route: str = "baan_kwijt", **answers: Any) -> Walk:
    """Somebody at the start of a route, or with these answers given."""
    installed = installed or zwolle()
    given = {
        fact: unpacked(installed.facts[fact], None if each == "?" else each) for fact, each in answers.items()
    }
    return Walk(installed, installed.route(route), given)


def anybody(chance: random.Random, installed: Installation | None = None, route: str = "baan_kwijt") -> Walk:
    """Somebody who answered any number of questions of the route and beyond, in any order."""
    walk = visitor(installed, route)
    questions = sorted(walk.on.questions)
    for question in chance.sample(questions, chance.randint(0, len(questions))):
        walk.answer(question, walk.any_answer(question, chance))
    return walk
