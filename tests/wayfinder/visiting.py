"""A visitor of the pages: with answers in the sealed cookie, and forms filled in as a browser does."""

from __future__ import annotations

from typing import Any

from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from app.facts.model import Facts
from app.facts.values import Answer, packed
from app.facts.visit import Visit, seal, unseal
from tests.people import someone

COOKIE = "antwoorden"
NOW = 1_795_000_000


def facts_of(app: Flask) -> Facts:
    """The facts of an application."""
    found = app.extensions["facts"]
    assert isinstance(found, Facts)
    return found


def keys_of(app: Flask) -> tuple[str, ...]:
    """The keys that an application seals answers with."""
    keys: tuple[str, ...] = app.extensions["house"].settings.answer_keys
    return keys


def set_answers(client: FlaskClient, answers: dict[str, Answer], **visit: Any) -> None:
    """Put these answers into the visitor's cookie, as if they had been given one by one."""
    app = client.application
    packed_answers = {fact: packed(answer) for fact, answer in answers.items()}
    kept = Visit(started=NOW, answers=packed_answers, **visit)
    client.set_cookie(COOKIE, seal(kept, keys_of(app), NOW))


def answered(app: Flask, **answers: Any) -> FlaskClient:
    """A visitor who gave these answers."""
    client = app.test_client()
    set_answers(client, someone(facts_of(app), **answers))
    return client


def visit_of(client: FlaskClient) -> Visit:
    """What lies in the visitor's cookie."""
    cookie = client.get_cookie(COOKIE)
    assert cookie is not None
    return unseal(cookie.value, keys_of(client.application), client.application.config.get("NOW", NOW))


def kept(client: FlaskClient) -> dict[str, object]:
    """The answers in the visitor's cookie, packed."""
    return visit_of(client).answers


def location(response: TestResponse) -> str:
    """Where a visitor is sent."""
    assert response.status_code in {302, 303}, f"{response.status}: {response.get_data(as_text=True)[:300]}"
    return response.headers["Location"]


def everything(**other: Any) -> dict[str, Any]:
    """Answers to all that the route asks."""
    return {
        "woont_in_gemeente": True,
        "mag_hier_werken": True,
        "geboortemaand": "1980-02",
        "einde_werk": "ontslagen",
        "laatste_werkdag": "2026-11-30",
        "kan_werken": True,
        "weken_gewerkt_van_36": 36,
        "zorgen": [],
        **other,
    }
