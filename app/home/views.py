"""The first page, search, and the pages that say who we are and what we keep."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import cast

import msgspec
from flask import Blueprint, Flask, Response, abort, current_app, redirect, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from app.catalogue.model import Organisation
from app.home.help_point import help_point
from app.home.index import Stock, entries
from app.home.report import last_report
from app.home.search import LONGEST_QUERY, Entry, Kind, found
from app.web.house import house
from app.web.languages import LANGUAGES
from app.web.locale import language, languages, served, switch_target
from app.web.page import page

blueprint = Blueprint("home", __name__, template_folder="templates")
EXPIRES = timedelta(days=300)

CARDS = 3
"""So many ways stand as cards on the first page; the others are rows, so that it stays calm."""


def stock() -> Stock:
    """Return what exists in this installation."""
    return cast("Stock", current_app.extensions["stock"])


@blueprint.get("/")
def index() -> Response:
    """Ask what is happening in the visitor's life."""
    offered = [route for route in stock().routes if house().switches.is_on(route.id)]
    return page("home/index.html", routes=offered, cards=CARDS)


@blueprint.get("/zoeken")
def search() -> Response:
    """Offer the search box."""
    return page("home/search.html", form_page=True, words="", results=None)


@blueprint.post("/zoeken")
def results() -> AnyResponse:
    """Show what fits the words; they stand in no address, and go along to another language."""
    wanted = served(request.form.get("_taal", ""))
    if wanted is not None and wanted is not language():
        return redirect(switch_target(wanted.code, "home.search"), 307)
    words = request.form.get("woorden", "")[:LONGEST_QUERY]
    offered = [one for one in found(words, searchable()) if house().switches.is_on(one.id)]
    return page("home/search.html", form_page=True, words=words, results=offered)


def searchable() -> tuple[Entry, ...]:
    """Return the index in the language of the page."""
    kept: dict[str, tuple[Entry, ...]] = current_app.extensions.setdefault("search", {})
    code = language().code
    if code not in kept:
        kept[code] = entries(stock(), house().lookups[code], house().glossary)
    return kept[code]


@blueprint.get("/talen", endpoint="languages")
def languages_page() -> Response:
    """Let the visitor choose a language."""
    others = [one for one in LANGUAGES if one not in languages()]
    return page("home/languages.html", others=others)


@blueprint.get("/contact")
def contact() -> Response:
    """Say whom to call and where to walk in."""
    return page("home/contact.html", helpers=help_organisations(), organisations=other_organisations())


def help_organisations() -> list[Organisation]:
    """Return the organisations that help with anything, the best one first."""
    known = stock().catalogue.organisations
    return [known[name] for name in house().municipality.help_points if name in known]


def other_organisations() -> list[Organisation]:
    """Return all other organisations, local ones first."""
    rest = [one for one in stock().catalogue.organisations.values() if one not in help_organisations()]
    return sorted(rest, key=lambda one: (one.kind != "lokaal", one.name))


@blueprint.get("/toegankelijkheid")
def accessibility() -> Response:
    """Say how accessible the portal is, as the last test run found it."""
    settings = house().settings
    return page("home/accessibility.html", report=last_report([settings.instance, settings.docs]))


@blueprint.get("/wat-bewaren-wij")
def kept() -> Response:
    """Say what is kept of a visit: nothing on the server."""
    return page("home/kept.html")


@blueprint.get("/over")
def about() -> Response:
    """Say who makes this, and that it is an estimate and no decision."""
    return page("home/about.html")


@blueprint.get("/bedankt")
def thanks() -> Response:
    """Thank for saying that something is wrong."""
    return page("home/thanks.html")


@blueprint.get("/gestopt")
def stopped() -> Response:
    """Say that everything of this visit is gone."""
    return page("home/stopped.html", plain=True)


@blueprint.get("/onderdelen")
def parts() -> Response:
    """Show every component; only for developers."""
    if not house().settings.development:
        abort(404)
    return page("onderdelen.html")


def address_of(entry: Entry) -> str:
    """Return the page of something that was found."""
    match entry.kind:
        case Kind.ROUTE:
            return url_for("wayfinder.start", route_id=entry.id)
        case Kind.ITEM:
            return url_for("catalogue.item", item=entry.id)
        case Kind.PAGE if entry.id == "money":
            return url_for("calculator.start")
        case Kind.PAGE:
            return url_for(f"catalogue.{entry.id}")
        case _:
            return url_for("catalogue.organisation", organisation=entry.id)


def security_txt() -> Response:
    """Say where flaws can be reported, as RFC 9116 asks."""
    base = house().settings.base_url
    lines = [
        f"Contact: {house().municipality.contact_url or f'{base}/nl/contact'}",
        f"Expires: {datetime.now(UTC) + EXPIRES:%Y-%m-%dT00:00:00Z}",
        "Preferred-Languages: nl, en",
        f"Canonical: {base}/.well-known/security.txt",
    ]
    return Response("\n".join(lines) + "\n", mimetype="text/plain")


def install(app: Flask) -> None:
    """Add the address that has no language, and tell every page who can be called."""
    catalogue, way = app.extensions["catalogue"], app.extensions["way"]
    app.extensions["stock"] = Stock(
        tuple(way.routes.values()), catalogue, app.extensions["city"], "calculator" in app.blueprints
    )
    furnished = app.extensions["house"]
    point = help_point(furnished.municipality, catalogue.organisations)
    app.extensions["house"] = msgspec.structs.replace(furnished, help_point=point)
    app.jinja_env.globals["address_of"] = address_of
    app.add_url_rule("/.well-known/security.txt", "home.security_txt", security_txt)
