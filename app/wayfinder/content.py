"""Reads content/routes and content/crisis.yaml once, at start."""

import logging
from collections.abc import Collection, Sequence
from pathlib import Path

import msgspec

from app.catalogue.model import Catalogue
from app.condition import Condition
from app.content_file import ContentError, Document, read_yaml
from app.facts.content import condition_at, files_in, refuse_other_name
from app.facts.model import Facts
from app.wayfinder.model import CrisisExit, Route, Way

logger = logging.getLogger(__name__)


def load_way(
    directories: Sequence[Path], facts: Facts, catalogue: Catalogue, rooms: Collection[str] = ()
) -> Way:
    """Return the routes and crisis exits; what leads to a room or route that is not installed is left out."""
    routes = {route.id: route for route in _routes(directories, facts, catalogue)}
    ordered = sorted(routes.values(), key=lambda route: (route.order, route.id))
    installed = {*routes, *rooms}
    crises, conditions = _crises(directories)
    return Way({route.id: _installed(route, installed) for route in ordered}, crises, conditions)


def _routes(directories: Sequence[Path], facts: Facts, catalogue: Catalogue) -> list[Route]:
    found = []
    for path in files_in(directories, "routes"):
        document = read_yaml(path)
        route = document.decode(Route)
        refuse_other_name(document, route.id)
        _refuse_unknown(document, "ask", route.ask, facts.by_id)
        found.append(_without_absent_items(route, catalogue))
    return found


def _refuse_unknown(document: Document, key: str, named: Sequence[str], existing: Collection[str]) -> None:
    for place, each in enumerate(named):
        if each not in existing:
            words = f"‘{each}’ bestaat niet in content/facts"
            raise ContentError(document.path, document.line(key, place), words)


def _without_absent_items(route: Route, catalogue: Catalogue) -> Route:
    """Leave out what this municipality does not have; the content check tells whether it was meant."""
    absent = [item for item in route.consider if item not in catalogue.items]
    if absent:
        logger.info("route %s: not in this municipality and left out: %s", route.id, ", ".join(absent))
    kept = tuple(item for item in route.consider if item in catalogue.items)
    return msgspec.structs.replace(route, consider=kept)


def _installed(route: Route, installed: Collection[str]) -> Route:
    missing = [target for target in route.next if target not in installed]
    if missing:
        logger.info("route %s: not installed and left out: %s", route.id, ", ".join(missing))
    return msgspec.structs.replace(route, next=tuple(target for target in route.next if target in installed))


def _crises(directories: Sequence[Path]) -> tuple[tuple[CrisisExit, ...], dict[str, Condition]]:
    exits: list[CrisisExit] = []
    conditions: dict[str, Condition] = {}
    for path in [directory / "crisis.yaml" for directory in directories]:
        if not path.exists():
            continue
        document = read_yaml(path)
        for place, crisis in enumerate(document.decode(tuple[CrisisExit, ...])):
            exits.append(crisis)
            conditions[crisis.id] = condition_at(document, crisis.when, place, "when")
    return tuple(exits), conditions
