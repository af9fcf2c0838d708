"""“Past bij u?” on the plain page of a form of support: only for who is on a way that considers it."""

from __future__ import annotations

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.pages import page_of
from tests.people import someone
from tests.wayfinder.visiting import NOW, answered, everything, facts_of, set_answers


@pytest.fixture(autouse=True)
def clock(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every test take place at one moment."""
    monkeypatch.setitem(app.config, "NOW", NOW)


def on_the_way(app: Flask, **other: object) -> FlaskClient:
    """A visitor who answered everything on the route."""
    client = app.test_client()
    set_answers(client, someone(facts_of(app), **everything(**other)), route="baan_kwijt")
    return client


@pytest.mark.row("W8")
@pytest.mark.parametrize(
    ("item", "words"),
    [
        ("ww_uitkering", "U kunt nu werken."),
        ("toeslagen_wijzigen", "Wij weten nog niet of u toeslag krijgt."),
        ("loon_uwv_failliet", "Uw werkgever ontslaat u."),
    ],
)
def test_the_page_of_an_item_says_whether_it_fits_and_why(app: Flask, item: str, words: str) -> None:
    page = page_of(on_the_way(app).get(f"/nl/hulp/{item}"))
    assert words in page.text()
    assert page.all(class_="fit_card")
    assert page.all("a", href="/nl/route/baan_kwijt/uitkomst")


def test_without_answers_or_a_way_nothing_is_said_about_the_visitor(app: Flask) -> None:
    plain = app.test_client()
    without_a_way = answered(app, **everything())
    closed = on_the_way(app, mag_hier_werken=False)
    for client in (plain, without_a_way, closed):
        page = page_of(client.get("/nl/hulp/ww_uitkering"))
        assert not page.all(class_="fit_card")
