"""The longest way through a route is counted, not guessed; what was not counted says so."""

from datetime import date
from pathlib import Path

import msgspec
import pytest

from app.catalogue.content import load_catalogue
from app.facts.content import load_facts
from app.facts.flow import facts_on, known_facts
from app.facts.values import Answer
from app.parameters import Parameters
from app.wayfinder.check.answers import answers_to
from app.wayfinder.check.paths import Longest, longest
from app.wayfinder.check.recording import numbers_behind
from app.wayfinder.content import load_way
from app.wayfinder.flow import RouteOn, next_question, route_on

GOOD = Path(__file__).parent / "good_content"
DAY = date(2026, 11, 21)
NUMBERS = Parameters.load([GOOD / "parameters"])


def route(name: str, *ask: str) -> RouteOn:
    """Give a route of the good content, asking only what is named."""
    facts, catalogue = load_facts([GOOD]), load_catalogue([GOOD])
    way = load_way([GOOD], facts, catalogue)
    on = route_on(way.routes[name], way, catalogue, facts_on(facts, NUMBERS.on(DAY), DAY))
    return msgspec.structs.replace(on, route=msgspec.structs.replace(on.route, ask=ask or on.route.ask))


def counted(on: RouteOn, seconds: float = 5) -> Longest:
    return longest(on, numbers_behind(on.facts.facts.by_id, on.facts.parameters), seconds)


def brute(on: RouteOn, answers: dict[str, Answer]) -> int:
    """Walk every way there is, without remembering anything."""
    question = next_question(on, known_facts(on.facts, answers))
    if question is None:
        return 0
    possible = answers_to(on.facts.facts[question], on.facts.parameters, NUMBERS.ids)
    return 1 + max(brute(on, {**answers, question: answer}) for answer in possible)


@pytest.mark.parametrize(
    "ask",
    [
        ("woont_hier",),
        ("woont_hier", "reden", "samen"),
        ("reden", "samen", "loon_partner"),
        ("loon_partner", "samen"),
        ("zorgen", "reden", "andere_plaats"),
        ("woont_hier", "andere_plaats", "weken"),
    ],
)
def test_it_finds_what_walking_every_way_finds(ask: tuple[str, ...]) -> None:
    on = route("baan_kwijt", *ask)
    found = counted(on)
    assert found.is_exact
    assert found.most == brute(on, {})


def test_a_question_that_nobody_meets_is_not_among_those_asked() -> None:
    found = counted(route("baan_kwijt", "woont_hier", "andere_plaats"))
    assert found == Longest(1, frozenset({"woont_hier"}), is_exact=True)


def test_without_time_it_gives_a_bound_and_says_so() -> None:
    found = counted(route("baan_kwijt"), seconds=-1)
    assert not found.is_exact
    assert found.most == len(route("baan_kwijt").route.ask)
    assert "bovengrens" in str(found)
