"""People on the shipped routes, written as a table: their answers, and what the law makes of them."""

from __future__ import annotations

import random
from datetime import date
from typing import Any, NamedTuple

from app.wayfinder.model import Outcome
from app.wayfinder.outcome import outcome
from tests.people import DAY, zwolle
from tests.wayfinder.walking import Walk, visitor

Answers = dict[str, Any]
MOSTLY = 0.9
OPEN = {"woont_in_gemeente": True, "mag_hier_werken": True}


class Person(NamedTuple):
    """Somebody on a route: their answers beside the usual ones, and what must come out.

    The lists name items that must stand there, the rest of a list is free; the source says which law it is.
    A date of None means that this person does not get that step, or cannot be told when.
    """

    name: str
    source: str
    answers: Answers
    first: str | None = None
    fits: str = ""
    maybe: str = ""
    not_now: str = ""
    dates: dict[str, date | None] = {}  # noqa: RUF012 - never changed
    day: date = DAY


def walk_of(route: str, usual: Answers, person: Person) -> Walk:
    """The way of somebody on a route, on their day."""
    walk = visitor(route=route, **{**usual, **person.answers})
    return Walk(walk.installed, zwolle().route(route, person.day), walk.answers)


def outcome_of(route: str, usual: Answers, person: Person) -> Outcome:
    """What the route says to somebody."""
    walk = walk_of(route, usual, person)
    return outcome(walk.on, walk.known)


def assert_as_the_law_says(route: str, usual: Answers, person: Person) -> None:
    """Hold everything that the table says of somebody against what comes out."""
    walk = walk_of(route, usual, person)
    assert walk.question is None, f"{walk.question} is not answered"
    found = outcome(walk.on, walk.known)
    places = {
        "fits": {fit.item.id for fit in found.fits},
        "maybe": {may.item.id for may in found.maybe},
        "not_now": {no.item.id for no in found.not_now},
    }
    expected = {place: set(getattr(person, place).split()) for place in places}
    wrong = {place: named - places[place] for place, named in expected.items() if named - places[place]}
    assert not wrong, f"{person.source}: {wrong} stand elsewhere"
    if person.first is not None:
        assert found.fits[0].item.id == person.first, person.source
        assert found.headline == found.fits[0].item.headline
    dates = {f"{step.item.id}.{step.step.id}": step.day for step in found.steps}
    assert {name: dates.get(name) for name in person.dates} == person.dates, person.source


def inside(chance: random.Random, route: str) -> Walk:
    """Somebody whom the way is open to and who answers most questions: for whom something may well fit."""
    walk = visitor(route=route)
    for question in sorted(walk.on.questions):
        if chance.random() < MOSTLY:
            walk.answer(question, walk.any_answer(question, chance))
    for gate, answer in OPEN.items():
        walk.answer(gate, answer)
    return walk


def assert_told_why(found: Outcome) -> None:
    """Hold that nothing stands in an outcome without a reason, and nothing is refused without a way on."""
    assert all(fit.reasons for fit in found.fits)
    assert all(may.reasons for may in found.maybe)
    assert all(no.reasons and no.would_fit for no in found.not_now)


def assert_none_fits(walk: Walk, items: str, source: str) -> None:
    """Check that none of these forms of support fits the walker: the law of the source says no."""
    fitting = {fit.item.id for fit in outcome(walk.on, walk.known).fits}
    assert not fitting & set(items.split()), source
