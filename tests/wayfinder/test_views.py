"""The pages of a way through HTTP, without a script: one question at a time, check, outcome."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.pages import page_of
from tests.people import DAY
from tests.reading import Page
from tests.wayfinder.visiting import NOW, answered, everything, kept, location, visit_of

ROUTE = "route/baan_kwijt"
LANGUAGES = ("nl", "en", "ar")
ANSWERS: dict[str, dict[str, Any]] = {
    "woont_in_gemeente": {"woont_in_gemeente": "ja"},
    "mag_hier_werken": {"mag_hier_werken": "ja"},
    "geboortemaand": {"geboortemaand-maand": "2", "geboortemaand-jaar": "١٩٨٠"},
    "einde_werk": {"einde_werk": "ontslagen"},
    "laatste_werkdag": {
        "laatste_werkdag-dag": "30", "laatste_werkdag-maand": "11", "laatste_werkdag-jaar": "2026"
    },
    "kan_werken": {"kan_werken": "ja"},
    "weken_gewerkt_van_36": {"weken_gewerkt_van_36": "٣٦"},
    "zorgen": {"zorgen": ["huur_of_hypotheek", "somber"]},
}  # fmt: skip
DONT_KNOW = {
    fact: {fact: "weetniet"} if list(fields) == [fact] and fact not in {"weken_gewerkt_van_36", "zorgen"}
    else {f"{fact}-weetniet": "1"}
    for fact, fields in ANSWERS.items()
}  # fmt: skip


@pytest.fixture(autouse=True)
def clock(app: Flask, monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """Let every test take place at one moment."""
    monkeypatch.setitem(app.config, "NOW", NOW)
    return monkeypatch


def question_of(address: str) -> str:
    """The question that an address asks."""
    assert "/vraag/" in address, address
    return address.rsplit("/vraag/", 1)[1].partition("?")[0]


def send(client: FlaskClient, address: str, page: Page, fields: Mapping[str, Any]) -> TestResponse:
    """Fill in the form of a question, with its hidden fields, and send it."""
    form = next(each for each in page.all("form", id="vraag"))
    hidden = {name: values for name, values in page.form_data(form).items() if name.startswith("_gezien-")}
    return client.post(address, data={**hidden, **fields})


def walked(client: FlaskClient, language: str, answers: Mapping[str, Mapping[str, Any]]) -> list[str]:
    """Walk the route as a browser does, every page looked at, and return the questions."""
    address, asked = f"/{language}/{ROUTE}", []
    page_of(client.get(address))
    address = location(client.post(address, data={}))
    while "/vraag/" in address:
        question = question_of(address)
        asked.append(question)
        assert len(asked) <= 8
        page = page_of(client.get(address))
        assert page.one("html").get("lang") == language
        address = location(send(client, address, page, answers[question]))
    assert address.endswith("/controleer")
    return asked


def change_links(check: Page) -> list[str]:
    """Where the check page lets a visitor change an answer."""
    links = (link.get("href") or "" for link in check.all("a"))
    return [link for link in links if link.endswith("?naar=controleer")]


@pytest.mark.row("W1")
@pytest.mark.row("W3")
@pytest.mark.row("L11")
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_whole_way_can_be_walked_without_a_script(client: FlaskClient, language: str) -> None:
    assert walked(client, language, ANSWERS) == list(ANSWERS)
    check = page_of(client.get(f"/{language}/{ROUTE}/controleer"))
    assert len(change_links(check)) == len(ANSWERS)
    result = page_of(client.get(f"/{language}/{ROUTE}/uitkomst"))
    assert result.h1
    assert result.all("a", href=f"/{language}/{ROUTE}/agenda.ics")
    assert "113" in result.text(), "who does not see a way out finds a number above everything"


@pytest.mark.row("W4")
@pytest.mark.parametrize("language", LANGUAGES)
def test_who_knows_nothing_gets_to_an_outcome_as_well(client: FlaskClient, language: str) -> None:
    asked = walked(client, language, DONT_KNOW)
    assert set(kept(client).values()) == {None}
    assert len(asked) == len(set(asked))
    result = page_of(client.get(f"/{language}/{ROUTE}/uitkomst"))
    assert result.all("details", class_="ask")


@pytest.mark.row("W4")
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_question_has_i_dont_know_why_and_where(app: Flask, language: str) -> None:
    client = app.test_client()
    for question in ANSWERS:
        page = page_of(client.get(f"/{language}/{ROUTE}/vraag/{question}"))
        choices = [*page.all("input", value="weetniet"), *page.all("input", name=f"{question}-weetniet")]
        assert len(choices) == 1, question
        assert len(page.all("summary")) >= 2, question


@pytest.mark.row("W6")
def test_the_page_says_which_question_of_at_most_how_many(client: FlaskClient) -> None:
    first = page_of(client.get(f"/nl/{ROUTE}/vraag/woont_in_gemeente"))
    assert "Vraag 1 van hooguit 8" in first.text()
    later = page_of(answered(client.application, mag_hier_werken=True).get(f"/nl/{ROUTE}/vraag/zorgen"))
    assert "Vraag 2 van hooguit 8" in later.text()


@pytest.mark.row("L13")
@pytest.mark.parametrize("language", LANGUAGES)
def test_an_answer_that_cannot_be_used_is_shown_with_what_to_do(client: FlaskClient, language: str) -> None:
    address = f"/{language}/{ROUTE}/vraag/laatste_werkdag"
    right = page_of(client.get(address)).title
    page = page_of(client.post(address, data={"laatste_werkdag-dag": "31", "laatste_werkdag-maand": "2",
                                              "laatste_werkdag-jaar": "2026"}), 422)  # fmt: skip
    assert page.one("input", name="laatste_werkdag-dag").get("value") == "31"
    assert page.one("input", name="laatste_werkdag-dag").get("aria-invalid") == "true"
    assert page.title != right, "the title says that something is wrong"
    assert any((link.get("href") or "").startswith("#laatste_werkdag") for link in page.all("a"))
    assert client.get_cookie("antwoorden") is None


def test_nothing_and_both_are_refused_each_in_its_own_words(client: FlaskClient) -> None:
    address = f"/nl/{ROUTE}/vraag/weken_gewerkt_van_36"
    nothing = page_of(client.post(address, data={}), 422).text()
    both = page_of(
        client.post(address, data={"weken_gewerkt_van_36": "30", "weken_gewerkt_van_36-weetniet": "1"}), 422
    ).text()
    too_many = page_of(client.post(address, data={"weken_gewerkt_van_36": "37"}), 422).text()
    assert "Vul een getal in" in nothing
    assert "Niet allebei" in both
    assert "36" in too_many
    assert "of minder" in too_many


@pytest.mark.row("W5")
def test_a_changed_answer_leads_back_to_the_check_page(app: Flask) -> None:
    client = answered(app, **everything())
    check = page_of(client.get(f"/nl/{ROUTE}/controleer"))
    address = next(each for each in change_links(check) if "weken_gewerkt_van_36" in each)
    page = page_of(client.get(address))
    assert page.one("input", name="weken_gewerkt_van_36").get("value") == "36"
    response = send(client, address, page, {"weken_gewerkt_van_36": "12"})
    assert location(response) == f"/nl/{ROUTE}/controleer"
    assert kept(client)["weken_gewerkt_van_36"] == 12


@pytest.mark.row("W5")
def test_a_question_that_a_change_makes_needed_comes_first(app: Flask) -> None:
    """Who resigned was not asked for weeks; who then says that they were dismissed is."""
    answers = everything(einde_werk="zelf_ontslag")
    del answers["weken_gewerkt_van_36"]
    client = answered(app, **answers)
    address = f"/nl/{ROUTE}/vraag/einde_werk?naar=controleer"
    onward = location(send(client, address, page_of(client.get(address)), {"einde_werk": "ontslagen"}))
    assert question_of(onward) == "weken_gewerkt_van_36"
    then = location(send(client, onward, page_of(client.get(onward)), {"weken_gewerkt_van_36": "30"}))
    assert then == f"/nl/{ROUTE}/controleer"


def test_the_outcome_waits_for_questions_that_still_matter(client: FlaskClient) -> None:
    assert question_of(location(client.get(f"/nl/{ROUTE}/uitkomst"))) == "woont_in_gemeente"


@pytest.mark.row("W5")
def test_back_goes_to_the_question_before_and_from_the_first_to_the_start(app: Flask) -> None:
    client = answered(app, woont_in_gemeente=True, mag_hier_werken=True)
    links = {link.get("href") for link in page_of(client.get(f"/nl/{ROUTE}/vraag/geboortemaand")).all("a")}
    assert f"/nl/{ROUTE}/vraag/mag_hier_werken" in links
    first = {
        link.get("href") for link in page_of(client.get(f"/nl/{ROUTE}/vraag/woont_in_gemeente")).all("a")
    }
    assert f"/nl/{ROUTE}" in first


def test_another_window_that_changed_the_answer_shows_both_and_asks_once_more(app: Flask) -> None:
    client = answered(app, einde_werk="ontslagen")
    address = f"/nl/{ROUTE}/vraag/einde_werk"
    old = page_of(client.get(address))
    send(client, address, page_of(client.get(address)), {"einde_werk": "failliet"})
    conflict = page_of(send(client, address, old, {"einde_werk": "contract_stopt"}), 409)
    assert "Het bedrijf is failliet" in conflict.text()
    assert "Mijn contract loopt af" in conflict.text()
    assert kept(client)["einde_werk"] == "failliet"
    again = send(client, address, conflict, {"einde_werk": "contract_stopt"})
    assert question_of(location(again)) == "woont_in_gemeente"
    assert kept(client)["einde_werk"] == "contract_stopt"


def test_two_windows_with_the_same_answer_do_not_disagree(app: Flask) -> None:
    client = answered(app, einde_werk="ontslagen")
    address = f"/nl/{ROUTE}/vraag/einde_werk"
    old = page_of(client.get(address))
    for _ in range(2):
        assert send(client, address, old, {"einde_werk": "failliet"}).status_code == 303


def test_sending_a_form_twice_is_the_same_as_once(client: FlaskClient) -> None:
    address = f"/nl/{ROUTE}/vraag/woont_in_gemeente"
    page = page_of(client.get(address))
    once, twice = (location(send(client, address, page, {"woont_in_gemeente": "ja"})) for _ in range(2))
    assert once == twice
    assert kept(client) == {"woont_in_gemeente": True}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "path",
    ["route/bestaat_niet", f"{ROUTE}/vraag/bestaat_niet", f"{ROUTE}/vraag/leeftijd", f"{ROUTE}/vraag/",
     f"{ROUTE}/anders", "route/bestaat_niet/agenda.ics", f"{ROUTE}/vraag/%00", f"{ROUTE}/vraag/{'x' * 500}"],
)  # fmt: skip
def test_what_does_not_exist_is_said_in_the_visitors_language(
    client: FlaskClient, language: str, path: str
) -> None:
    page = page_of(client.get(f"/{language}/{path}"), 404)
    assert page.one("html").get("lang") == language


def test_a_language_that_does_not_exist_is_a_page_that_was_not_found(client: FlaskClient) -> None:
    page_of(client.get(f"/xx/{ROUTE}"), 404)


@pytest.mark.row("S4")
def test_no_answer_stands_in_an_address_a_title_or_a_cache(app: Flask) -> None:
    client = app.test_client()
    asked = [f"/nl/{ROUTE}", *(f"/nl/{ROUTE}/vraag/{each}" for each in ANSWERS)]
    walked(client, "nl", ANSWERS)
    for address in (*asked, f"/nl/{ROUTE}/controleer", f"/nl/{ROUTE}/uitkomst", f"/nl/{ROUTE}/agenda.ics"):
        response = client.get(address)
        assert response.headers["Cache-Control"] == "no-store", address
        assert "ETag" not in response.headers
        if not address.endswith(".ics"):
            page = Page(response.get_data(as_text=True))
            for word in ("ontslagen", "1980", "somber", "huur"):
                assert word not in page.title.casefold()
            links = " ".join(link.get("href", "") for link in page.all("a"))
            assert "ontslagen" not in links
            assert "1980" not in links


def test_starting_again_keeps_answers_and_leads_to_the_first_that_is_open(app: Flask) -> None:
    client = answered(app, woont_in_gemeente=True)
    assert question_of(location(client.post(f"/nl/{ROUTE}", data={}))) == "mag_hier_werken"
    assert visit_of(client).route == "baan_kwijt"


def test_the_day_of_the_outcome_is_shown(app: Flask) -> None:
    page = page_of(answered(app, **everything()).get(f"/nl/{ROUTE}/uitkomst"))
    assert f"{DAY.day} november {DAY.year}" in page.text()


def test_savings_are_asked_as_what_is_there_and_not_as_a_sum_per_month(client: FlaskClient) -> None:
    client.post("/nl/route/ww_stopt", data={})
    page = page_of(client.get("/nl/route/ww_stopt/vraag/spaargeld"))
    assert "Hoeveel geld hebt u op de bank?" in page.h1
    assert "per maand" not in page.text(page.one("main"))
