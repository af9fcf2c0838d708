"""What rooms above the catalogue add to its pages; each is absent until that room is installed.

`app.extensions["fit_of_item"]`: item id → “past dit bij u?” as HTML, or None when there is nothing to say.
`app.extensions["routes_of_item"]`: item id → the routes that consider it, as (route id, title).
`app.extensions["cards"]`: → the pages with a card to print, as (title, address).
"""

from collections.abc import Iterable

import msgspec
from flask import current_app
from markupsafe import Markup


class RouteLink(msgspec.Struct, frozen=True):
    """A way that considers a form of support."""

    id: str
    title: str


def fit_of(item_id: str) -> Markup | None:
    """Return what the answers of this visit say about an item."""
    tells = current_app.extensions.get("fit_of_item")
    return tells(item_id) if tells is not None else None


def routes_of(item_ids: Iterable[str]) -> tuple[RouteLink, ...]:
    """Return the offered routes that consider one of the items, each once."""
    tells = current_app.extensions.get("routes_of_item")
    if tells is None:
        return ()
    return tuple(dict.fromkeys(RouteLink(*link) for item_id in item_ids for link in tells(item_id)))


class CardLink(msgspec.Struct, frozen=True):
    """A page with a card that professionals print and hand out."""

    title: str
    address: str


def cards() -> tuple[CardLink, ...]:
    """Return the cards that can be printed."""
    tells = current_app.extensions.get("cards")
    return () if tells is None else tuple(CardLink(*card) for card in tells())
