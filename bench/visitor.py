"""Somebody who walks the whole route: what they answer, and how a browser would send it."""

from __future__ import annotations

import re
import time
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from urllib.parse import urlencode

from flask import Flask

from app.condition import Missing
from app.config import Settings
from app.facts.cookie import COOKIE
from app.facts.model import Fact, Facts
from app.facts.retyped import retyped
from app.facts.values import Answer, packed, unpacked
from app.facts.visit import Visit, seal

ROUTE = "baan_kwijt"
LAST_ASKED = "zorgen"
CSRF = re.compile(rb'name="csrf_token" value="([^"]+)"')
SEEN = re.compile(rb'name="(_gezien-[a-z0-9_]+)" value="([^"]+)"')
FIRST_TIER: dict[str, object] = {
    "woont_in_gemeente": True,
    "mag_hier_werken": True,
    "geboortemaand": "1985-04",
    "einde_werk": "ontslagen",
    "kan_werken": True,
    "weken_gewerkt_van_36": 36,
    LAST_ASKED: ["huur_of_hypotheek", "taal_of_lezen"],
}
SURE = ("woont_in_gemeente", "mag_hier_werken", "laatste_werkdag")
SECOND_TIER: dict[str, object] = {
    "woonsituatie": "met_partner",
    "spaargeld": [200_000, "month"],
    "huurwoning": "huur",
}


def answers_of(facts: Facts, day: date) -> dict[str, Answer]:
    """Return every answer of the visitor: the route's own questions, and three that were asked in place."""
    raw = FIRST_TIER | {"laatste_werkdag": str(day + timedelta(days=9))} | SECOND_TIER
    return {fact: unpacked(facts[fact], answer) for fact, answer in raw.items()}


def doubts_of(facts: Facts, asked: Sequence[str], day: date) -> dict[str, Answer]:
    """Return the answers of somebody who knows where they live and when work stops, and nothing more."""
    sure = {fact: answer for fact, answer in answers_of(facts, day).items() if fact in SURE}
    return dict.fromkeys(asked, Missing.DONT_KNOW) | sure


def cookie_of(settings: Settings, answers: Mapping[str, Answer]) -> str:
    """Return the cookie of a visit with these answers."""
    now = int(time.time())
    visit = Visit(started=now, route=ROUTE, answers={fact: packed(each) for fact, each in answers.items()})
    return f"{settings.cookie_name(COOKIE)}={seal(visit, settings.answer_keys, now)}"


def form_of(html: bytes, fact: Fact | None = None, answer: Answer | None = None) -> bytes:
    """Return what a browser posts from this page: its hidden fields, and the answer in the fact's fields."""
    token = CSRF.search(html)
    assert token is not None, "the page has no form"
    fields: list[tuple[str, str]] = [("csrf_token", token.group(1).decode())]
    fields += [(name.decode(), value.decode()) for name, value in SEEN.findall(html)]
    if fact is not None:
        for name, value in retyped(fact, answer).items():
            fields += [(name, each) for each in ((value,) if isinstance(value, str) else value)]
    return urlencode(fields).encode()


def settings_of(app: Flask) -> Settings:
    """Return the settings of an application."""
    found = app.extensions["house"].settings
    assert isinstance(found, Settings)
    return found
