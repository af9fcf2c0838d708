"""The plain pages of what exists: all help, one item, one organisation, who does what, where to go."""

from collections.abc import Sequence

from flask import Blueprint, Response, abort, request, url_for

from app.catalogue import browse
from app.catalogue.back import came_from
from app.catalogue.content import catalogue, city
from app.catalogue.fresh import check_of
from app.catalogue.model import Item, Number
from app.catalogue.neighbours import cards, fit_of, routes_of
from app.catalogue.place import Place, PlaceKind, in_order
from app.catalogue.whom import needs_of
from app.facts.cookie import facts, has_answers, visit
from app.web.clock import today
from app.web.house import house
from app.web.locale import language
from app.web.page import page
from app.web.phones import with_links
from app.web.say import in_force, official, say, say_plain

blueprint = Blueprint("catalogue", __name__, template_folder="templates")


blueprint.add_app_template_global(in_force, "parameter")
blueprint.add_app_template_global(official)
blueprint.add_app_template_filter(with_links)


@blueprint.get("/hulp")
def index() -> Response:
    """Show all help: by what is happening, by who someone is, and from A to Z."""
    items = offered()
    return page(
        "catalogue/index.html",
        current="hulp",
        events=browse.filled(catalogue().events, items),
        groups=browse.filled(catalogue().groups, items),
        shelves=shelves(items),
        answers_kept=has_answers(),
    )


@blueprint.get("/hulp/onderwerp/<topic>")
def topic(topic: str) -> Response:
    """Show the help for one life event or group of people."""
    found = browse.topic_called(catalogue(), topic)
    items = browse.of_topic(offered(), found) if found is not None else ()
    if found is None or not items:
        abort(404)
    routes = [route for route in routes_of(item.id for item in items) if route.id == topic]
    return page(
        "catalogue/topic.html",
        current="hulp",
        topic=found,
        items=items,
        routes=routes,
        places=browse.places_of_topic(places_offered(), found),
        today=today(),
        answers_kept=has_answers(),
    )


@blueprint.get("/hulp/<item>")
def item(item: str) -> Response:
    """Show one form of help: what it gives, how to ask for it, what to bring, where, how long, who helps."""
    found = next((each for each in offered() if each.id == item), None)
    if found is None:
        abort(404)
    organisations = catalogue().organisations
    return page(
        "catalogue/item.html",
        current="hulp",
        item=found,
        organisation=organisations[found.organisation],
        helpers=[organisations[name] for name in dict.fromkeys((*found.helpers, found.organisation))],
        check_with=organisations.get(found.check_with or found.organisation),
        bring=[say(thing, critical="bring" in found.critical) for thing in found.bring],
        takes=in_force(found.takes.parameter) if isinstance(found.takes, Number) else found.takes,
        needs=needs_of(catalogue().conditions[found.id], facts().by_id),
        routes=routes_of([found.id]),
        places=browse.places_for(places_offered(), found.id),
        today=today(),
        fit=fit_of(found.id),
        back=way_back("hulp/onderwerp/"),
        answers_kept=has_answers(),
        check=check_of(found.checked_on, today()),
    )


@blueprint.get("/organisatie/<organisation>")
def organisation(organisation: str) -> Response:
    """Show one organisation: what it does, and how to reach it."""
    found = catalogue().organisations.get(organisation)
    if found is None or not house().switches.is_on(organisation):
        abort(404)
    return page(
        "catalogue/organisation.html",
        current="hulp",
        organisation=found,
        check_with=catalogue().organisations.get(found.check_with or found.id),
        items=browse.given_by(offered(), found.id),
        places=browse.places_at(places_offered(), found.id),
        today=today(),
        back=way_back("hulp/", "contact"),
        answers_kept=has_answers(),
        check=check_of(found.checked_on, today()),
    )


@blueprint.get("/wie-doet-wat")
def chain() -> Response:
    """Show whom someone meets on the way to work, what each does for them, and what is possible."""
    told = city().chain
    if told is None:
        abort(404)
    return page(
        "catalogue/chain.html",
        current="hulp",
        chain=told.offered(is_offered),
        items=catalogue().items,
        cards=cards(),
        check_with=catalogue().organisations.get(told.check_with or house().municipality.organisation),
        check=check_of(told.checked_on, today()),
        answers_kept=has_answers(),
    )


@blueprint.get("/waar-is-werk")
def work() -> Response:
    """Show for which work people are wanted, how old that knowledge is, and which help leads there."""
    told = city().work
    if told is None:
        abort(404)
    told = told.offered(is_offered)
    return page(
        "catalogue/work.html",
        current="hulp",
        work=told,
        items=catalogue().items,
        leads=[catalogue().items[name] for name in told.items],
        meetings=dict(browse.by_kind(places_offered())).get(PlaceKind.MEETING, ()),
        today=today(),
        check_with=catalogue().organisations.get(told.check_with or house().municipality.organisation),
        check=check_of(told.checked_on, today()),
        answers_kept=has_answers(),
    )


@blueprint.get("/plekken")
def places() -> Response:
    """Show where people can go: open doors, groups, and days on which people meet."""
    found = places_offered()
    if not found:
        abort(404)
    return page(
        "catalogue/places.html",
        current="hulp",
        kinds=browse.by_kind(found),
        today=today(),
        answers_kept=has_answers(),
    )


def places_offered() -> tuple[Place, ...]:
    """Return where people can go, without what is switched off, in the order in which they look for it."""
    known = (place for place in city().places if is_offered(place.id) and is_offered(place.organisation))
    return in_order(tuple(known), today())


def is_offered(name: str) -> bool:
    """Whether something with this id exists in this installation and is not switched off."""
    exists = name in catalogue().items or name in catalogue().organisations
    return house().switches.is_on(name) and (exists or any(place.id == name for place in city().places))


def offered() -> tuple[Item, ...]:
    """Return the forms of help that are not switched off."""
    return tuple(each for each in catalogue().items.values() if house().switches.is_on(each.id))


def shelves(items: Sequence[Item]) -> tuple[tuple[str, tuple[Item, ...]], ...]:
    """Return what is only here, and what is everywhere, each from A to Z in the reader's language."""
    ordered = browse.by_title(items, lambda each: say_plain(each.title, "title"))
    local = tuple(each for each in ordered if browse.is_local(each))
    return ("lokaal", local), ("landelijk", tuple(each for each in ordered if each not in local))


def way_back(*above: str) -> str:
    """Return where “Terug” leads: the list that led here, the outcome of this visit, else all help."""
    listed = tuple(f"/{language().code}/{beginning}" for beginning in above)
    parent = came_from(request.referrer, request.host, listed)
    if parent is not None:
        return parent
    route = visit().route
    if route and has_answers() and house().switches.is_on(route):
        return f"/{language().code}/route/{route}/uitkomst"
    return url_for("catalogue.index")
