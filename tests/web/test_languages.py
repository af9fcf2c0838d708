"""The language of the page: from the address, never forced, and the same page in every language."""

from __future__ import annotations

import pytest
from flask import Flask
from flask.testing import FlaskClient

from app.web.languages import LANGUAGES, PSEUDO, served_languages
from app.web.locale import switch_target
from tests.pages import page_of

REGISTERED = "nl en ar ti tr uk fa prs so pl"


def test_three_languages_are_launched_and_seven_wait() -> None:
    assert [one.code for one in LANGUAGES] == REGISTERED.split()
    assert [one.code for one in served_languages()] == ["nl", "en", "ar"]


def test_dutch_stands_first_whatever_is_served() -> None:
    assert [one.code for one in served_languages(("ar", "tr"))] == ["nl", "ar", "tr"]


def test_a_language_we_do_not_know_stops_the_start() -> None:
    with pytest.raises(ValueError, match="klingon"):
        served_languages(("klingon",))


def test_the_made_up_language_is_only_there_when_asked_for() -> None:
    assert PSEUDO not in served_languages()
    assert PSEUDO in served_languages(pseudo=True)


def test_the_portal_begins_in_dutch_whatever_the_browser_prefers(client: FlaskClient) -> None:
    response = client.get("/", headers={"Accept-Language": "ar"})
    assert response.status_code == 302
    assert response.location == "/nl/"


def test_another_language_is_offered_in_its_own_words(client: FlaskClient) -> None:
    page = page_of(client.get("/nl/", headers={"Accept-Language": "ar-SY,en;q=0.5"}))
    offer = page.one("nav", class_="language_offer")
    assert page.text(offer) == "العربية؟"


@pytest.mark.parametrize("accepted", ["nl", "nl-NL,en;q=0.8", "tr", "*", "", "x" * 3000, "ar;q=zzz"])
def test_nothing_is_offered_to_who_reads_the_page_or_to_who_reads_nothing_we_have(
    client: FlaskClient, accepted: str
) -> None:
    page = page_of(client.get("/nl/", headers={"Accept-Language": accepted}))
    assert accepted.startswith("ar") or not page.all("nav", class_="language_offer")


@pytest.mark.parametrize("path", ["", "contact", "over", "zoeken", "talen", "wat-bewaren-wij"])
def test_every_page_leads_to_itself_in_every_language(client: FlaskClient, path: str) -> None:
    page = page_of(client.get(f"/nl/{path}"))
    for code in ("en", "ar"):
        links = {link.get("href") for link in page.all("a", hreflang=code)}
        buttons = page.all("button", name="_taal", value=code)
        assert buttons or f"/{code}/{path}" in links


def test_arabic_is_read_from_right_to_left(client: FlaskClient) -> None:
    html = page_of(client.get("/ar/")).one("html")
    assert (html.get("lang"), html.get("dir")) == ("ar", "rtl")


class TestDutchBeside:
    """“Toon Nederlands erbij”."""

    def test_it_is_switched_on_and_off_and_comes_back_to_the_page(self, app: Flask) -> None:
        client = app.test_client()
        response = client.post("/ar/nederlands-erbij", data={"terug": "/ar/contact"})
        assert (response.status_code, response.location) == (303, "/ar/contact")
        assert page_of(client.get("/ar/over")).all("button", aria_pressed="true")
        client.post("/ar/nederlands-erbij", data={"terug": "/ar/contact"})
        assert not page_of(client.get("/ar/over")).all("button", aria_pressed="true")

    @pytest.mark.parametrize(
        "back",
        [
            "https://elders.example/",
            "//elders.example/",
            "/\\elders.example",
            "/ar/\\..",
            "",
            "/ar/\n",
            "/nl/",
        ],
    )
    def test_it_never_leads_to_another_site(self, client: FlaskClient, back: str) -> None:
        assert client.post("/ar/nederlands-erbij", data={"terug": back}).location == "/ar/"


def test_a_form_that_came_back_leads_to_the_same_page_in_another_language(app: Flask) -> None:
    with app.test_request_context("/nl/zoeken", method="POST"):
        app.preprocess_request()
        assert switch_target("ar") == "/ar/zoeken"


def test_where_nothing_is_another_language_leads_to_its_first_page(app: Flask) -> None:
    with app.test_request_context("/nl/bestaat-niet"):
        assert switch_target("ar") == "/ar/"
