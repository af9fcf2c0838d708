"""A card to print and hand out: a way in one language and in Dutch, with a QR code of its plain address.

The address says which way and which language, and nothing else: who scans it is not followed.
"""

from itertools import groupby

import msgspec
import segno
from flask import url_for

from app.wayfinder.model import Route
from app.wayfinder.today import offered_routes
from app.web.house import house
from app.web.languages import DUTCH
from app.web.locale import gettext, language
from app.web.say import say_plain

ON_A_SHEET = 4
"""Four cards of A6 on a sheet of A4."""

QUIET = 4
"""A reader needs so many empty modules around the code."""


class Qr(msgspec.Struct, frozen=True):
    """A QR code as a drawing: how many modules wide, and the path of the dark ones."""

    size: int
    path: str


class Card(msgspec.Struct, frozen=True):
    """What stands on a card; the Dutch is absent on a Dutch card."""

    title: str
    sentence: str
    address: str
    qr: Qr
    dutch_title: str | None = None
    dutch_sentence: str | None = None

    @property
    def typed(self) -> str:
        """The address as people type it."""
        return self.address.partition("://")[2]


def qr_of(text: str) -> Qr:
    """Return the QR code of a text; up to a seventh of it may get dirty."""
    matrix = segno.make(text, error="m", micro=False).matrix
    return Qr(len(matrix) + 2 * QUIET, "".join(_row(y, bytes(row)) for y, row in enumerate(matrix)))


def _row(y: int, modules: bytes) -> str:
    """Return one stroke for each run of dark modules."""
    strokes, x = "", 0
    for dark, run in groupby(modules):
        width = len(list(run))
        if dark:
            strokes += f"M{x + QUIET} {y + QUIET}h{width}v1h-{width}z"
        x += width
    return strokes


def N_(text: str) -> str:  # noqa: N802 — the name gettext tools look for
    """Mark a text for translators; it is translated where it is shown."""
    return text


SENTENCE = N_("Scan de code en zie welke hulp bij u past.")


def card_of(route: Route) -> Card:
    """Return the card of a way in the language of the page."""
    address = house().settings.base_url + url_for("wayfinder.start", route_id=route.id)
    card = Card(say_plain(route.title, "title"), gettext(SENTENCE), address, qr_of(address))
    if language() is DUTCH:
        return card
    return msgspec.structs.replace(card, dutch_title=route.title, dutch_sentence=SENTENCE)


def card_pages() -> list[tuple[str, str]]:
    """Return the page of every card, as (title, address)."""
    return [(route.title, url_for("wayfinder.card", route_id=route.id)) for route in offered_routes()]
