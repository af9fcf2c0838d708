"""Switching the language in the middle of a question: the same page, and nothing that was typed is lost."""

from __future__ import annotations

from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.pages import page_of
from tests.reading import Page
from tests.wayfinder.visiting import NOW, kept, location

ROUTE = "route/baan_kwijt"


@pytest.fixture(autouse=True)
def clock(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every test take place at one moment."""
    monkeypatch.setitem(app.config, "NOW", NOW)


@pytest.mark.row("L3")
@pytest.mark.parametrize(
    ("question", "fields", "field"),
    [
        ("laatste_werkdag", {"laatste_werkdag-dag": "31", "laatste_werkdag-maand": "fe<b>"},
         "laatste_werkdag-maand"),
        ("weken_gewerkt_van_36", {"weken_gewerkt_van_36": "veel"}, "weken_gewerkt_van_36"),
        ("geboortemaand", {"geboortemaand-jaar": "19"}, "geboortemaand-jaar"),
    ],
)  # fmt: skip
def test_switching_the_language_keeps_what_was_typed(
    client: FlaskClient, question: str, fields: dict[str, str], field: str
) -> None:
    address = f"/nl/{ROUTE}/vraag/{question}"
    response = client.post(address, data={**fields, "_taal": "ar"})
    assert location(response) == f"/ar/{ROUTE}/vraag/{question}"
    page = page_of(client.get(location(response)))
    assert page.one("html").get("dir") == "rtl"
    assert page.one("input", name=field).get("value") == fields[field]
    back = client.post(location(response), data={**page.form_data(form_of(page)), "_taal": "nl"})
    assert page_of(client.get(location(back))).one("input", name=field).get("value") == fields[field]
    assert kept(client) == {}, "what is half typed is no answer"


def form_of(page: Page) -> Any:
    """The form of a question."""
    return page.one("form", id="vraag")


@pytest.mark.row("L3")
def test_ticked_answers_survive_the_switch_of_language(client: FlaskClient) -> None:
    address = location(
        client.post(f"/nl/{ROUTE}/vraag/zorgen", data={"zorgen": ["somber", "taal_of_lezen"], "_taal": "en"})
    )
    page = page_of(client.get(address))
    assert sorted(page.form_data(form_of(page))["zorgen"]) == ["somber", "taal_of_lezen"]


def test_switching_to_a_language_that_does_not_exist_keeps_the_page(client: FlaskClient) -> None:
    response = client.post(f"/nl/{ROUTE}/vraag/zorgen", data={"zorgen": ["somber"], "_taal": "xx"})
    assert location(response) == f"/nl/{ROUTE}/vraag/zorgen"


@pytest.mark.parametrize(
    "query", ["_method=DELETE", "_scheme=javascript", "_external=1", "_anchor=x", "route_id=x"]
)
def test_the_address_cannot_change_where_a_switch_of_language_leads(client: FlaskClient, query: str) -> None:
    response = client.post(f"/nl/{ROUTE}/vraag/zorgen?{query}", data={"_taal": "en"})
    assert location(response).startswith(f"/en/{ROUTE}/vraag/zorgen")
