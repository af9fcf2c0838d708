"""“Terug” on the plain pages: up to where the visitor came from, never off this site."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

from tests.pages import page_of


@pytest.mark.parametrize(
    ("path", "came_from", "back"),
    [
        ("hulp/ww_uitkering", "hulp/onderwerp/baan_kwijt", "hulp/onderwerp/baan_kwijt"),
        ("organisatie/uwv", "hulp/ww_uitkering", "hulp/ww_uitkering"),
        ("organisatie/uwv", "contact", "contact"),
        ("hulp/ww_uitkering", "organisatie/uwv", "hulp"),
    ],
)
def test_back_leads_up_to_where_the_visitor_came_from(
    client: FlaskClient, path: str, came_from: str, back: str
) -> None:
    response = client.get(f"/ar/{path}", headers={"Referer": f"http://localhost/ar/{came_from}"})
    assert page_of(response).one("a", class_="back_link").get("href") == f"/ar/{back}"


def test_back_never_leads_to_another_site(client: FlaskClient) -> None:
    response = client.get(
        "/nl/hulp/ww_uitkering", headers={"Referer": "http://evil.example/nl/hulp/onderwerp/x"}
    )
    assert page_of(response).one("a", class_="back_link").get("href") == "/nl/hulp"


def test_a_visitor_without_answers_goes_back_to_all_help(client: FlaskClient) -> None:
    assert page_of(client.get("/en/hulp/ww_uitkering")).one("a", class_="back_link").get("href") == "/en/hulp"
