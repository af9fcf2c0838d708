"""Routes: short enough to finish, every question met by somebody, and the figures of each."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

import msgspec

from app.catalogue.content import load_catalogue
from app.facts.content import load_facts
from app.facts.flow import facts_on
from app.parameters import Parameters
from app.wayfinder.check.finding import Finding
from app.wayfinder.check.links import ROOMS
from app.wayfinder.check.paths import Longest, longest
from app.wayfinder.check.reading import Content, Entry
from app.wayfinder.check.recording import Heard
from app.wayfinder.check.uses import Uses
from app.wayfinder.content import load_way
from app.wayfinder.flow import RouteOn, route_on
from app.wayfinder.model import Route

MOST_QUESTIONS = 8


class Figures(msgspec.Struct, frozen=True):
    """What a route asks of someone."""

    route: str
    items: int
    questions: int
    longest: Longest

    def __str__(self) -> str:
        return (
            f"{self.route}: vormen van hulp {self.items}, vragen {self.questions}, langste weg {self.longest}"
        )


def routes_on(directories: Sequence[Path], parameters: Parameters, day: date) -> list[RouteOn]:
    """Return every route as a visitor finds it on the day."""
    facts = load_facts(directories)
    catalogue = load_catalogue(directories)
    way = load_way(directories, facts, catalogue, ROOMS)
    on = facts_on(facts, parameters.on(day), day)
    return [route_on(route, way, catalogue, on) for route in way.routes.values()]


def figures(on: RouteOn, heard: Mapping[str, Heard]) -> Figures:
    """Return the figures of a route."""
    return Figures(on.route.id, len(on.items), len(on.route.ask), longest(on, heard))


def check_length(content: Content) -> Iterator[Finding]:
    """Yield a finding for every route that asks too much or has nothing to offer."""
    for entry in content.routes.values():
        asked = len(entry.value.ask)
        if asked > MOST_QUESTIONS:
            yield entry.finding(f"deze route heeft {asked} vragen. Hooguit {MOST_QUESTIONS} kan.", "ask")
        if not entry.value.consider:
            yield entry.finding("deze route bekijkt geen enkele vorm van hulp.", "consider")


def check_routes(content: Content, uses: Uses, counted: list[Figures]) -> Iterator[Finding]:
    """Yield a finding for every question that changes nothing in its route, or that nobody there meets."""
    ways = {each.route: each.longest for each in counted}
    for route_id, entry in content.routes.items():
        yield from _useless(entry, uses.of_route(entry.value), ways.get(route_id))


def _useless(entry: Entry[Route], matters: frozenset[str], way: Longest | None) -> Iterator[Finding]:
    for place, fact in enumerate(entry.value.ask):
        if fact not in matters:
            yield entry.finding(f"de vraag ‘{fact}’ kan hier nooit iets veranderen.", "ask", place)
        elif way is not None and way.is_exact and fact not in way.asked:
            words = f"de vraag ‘{fact}’ komt bij niemand aan de beurt: eerdere antwoorden beslissen al."
            yield entry.finding(words, "ask", place)
