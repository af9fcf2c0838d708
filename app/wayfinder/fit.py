"""What this visit's answers say about one form of support, for the plain page of the catalogue."""

from flask import current_app
from markupsafe import Markup

from app.facts.cookie import has_answers, visit
from app.wayfinder.model import Fitting, NotNow, Possible
from app.wayfinder.outcome import outcome
from app.wayfinder.today import known_now, offered_routes, route_today


def fit_of_item(item_id: str) -> Markup | None:
    """Return “past bij u?” as HTML; nothing when nothing was answered, or the item is not on this way."""
    route = next((each for each in offered_routes() if each.id == visit().route), None)
    if route is None or not has_answers() or item_id not in route.consider:
        return None
    on = route_today(route.id)
    found = outcome(on, known_now())
    if found.closed_gate is not None:
        return None
    places: tuple[tuple[str, tuple[Fitting | Possible | NotNow, ...]], ...] = (
        ("fits", found.fits),
        ("maybe", found.maybe),
        ("not_now", found.not_now),
    )
    for kind, items in places:
        for one in items:
            if one.item.id == item_id:
                return _card(route.id, kind, one)
    return None


def _card(route_id: str, kind: str, one: Fitting | Possible | NotNow) -> Markup:
    template = current_app.jinja_env.get_template("wayfinder/_fit.html")
    return Markup(template.render(route_id=route_id, kind=kind, one=one))  # noqa: S704 — our own template


def routes_of_item(item_id: str) -> list[tuple[str, str]]:
    """Return the offered routes that consider an item, as (route id, title)."""
    return [(route.id, route.title) for route in offered_routes() if item_id in route.consider]
