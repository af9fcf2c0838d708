"""The routes as they stand now: today's numbers of law, without what an editor switched off."""

from collections.abc import Mapping
from datetime import date

import msgspec
from flask import Flask, abort, current_app
from markupsafe import Markup

from app.catalogue.content import catalogue
from app.condition import Known
from app.facts.cookie import answers, facts_today
from app.facts.flow import known_facts
from app.wayfinder.content import load_way
from app.wayfinder.flow import RouteOn, route_on
from app.wayfinder.model import Reason, Route, Way
from app.wayfinder.when import when_words
from app.web.house import house, parameters_today
from app.web.say import say


class Ready(msgspec.Struct):
    """The routes made ready for one day and one set of switches."""

    day: date
    off: frozenset[str]
    routes: dict[str, RouteOn]


def install(app: Flask) -> None:
    """Read the routes of this installation."""
    settings = app.extensions["house"].settings
    directories = [settings.content, settings.municipality_folder]
    app.extensions["way"] = load_way(
        directories, app.extensions["facts"], app.extensions["catalogue"], app.blueprints
    )
    app.jinja_env.globals.update(outcome_next=routes_after, reason_words=reason_words, when_words=when_words)
    app.jinja_env.filters.update(reason_words=reason_words)


def way() -> Way:
    """Return every route of this installation."""
    found = current_app.extensions["way"]
    assert isinstance(found, Way)  # noqa: S101 — narrows the type; `install` put it there
    return found


def offered_routes() -> tuple[Route, ...]:
    """Return the routes that are not switched off, in their order."""
    return tuple(route for route in way().routes.values() if house().switches.is_on(route.id))


def routes_after(route: Route) -> list[Route]:
    """Return the routes that an outcome leads to and that are offered now."""
    return [other for other in offered_routes() if other.id in route.next]


def reason_words(reason: Reason) -> Markup:
    """Return a reason in the reader's language, with its number of law filled in."""
    if reason.parameter is None:
        return say(reason.sentence)
    return say(reason.sentence, grens=parameters_today().in_force(reason.parameter))


def route_today(route_id: str) -> RouteOn:
    """Return a route as it stands today; a route that does not exist or is switched off is a 404."""
    if route_id not in way().routes or not house().switches.is_on(route_id):
        abort(404)
    ready = _ready()
    if route_id not in ready.routes:
        route = way().routes[route_id]
        ready.routes[route_id] = route_on(route, way(), catalogue(), facts_today(), ready.off)
    return ready.routes[route_id]


def _ready() -> Ready:
    day, off = facts_today().day, house().switches.now().switched_off
    found = current_app.extensions.get("routes_ready")
    if not isinstance(found, Ready) or (found.day, found.off) != (day, off):
        found = Ready(day, off, {})
        current_app.extensions["routes_ready"] = found
    return found


def known_now() -> Mapping[str, Known]:
    """Return what is known of this visitor now."""
    return known_facts(facts_today(), answers())
