"""Every question × what no visitor types, through the pages: understood or refused, never a fault of ours."""

from __future__ import annotations

import pytest
from flask import Flask
from flask.testing import FlaskClient

from app.facts.forms import parts_of
from app.facts.model import Fact
from tests.pages import page_of
from tests.people import zwolle
from tests.wayfinder.visiting import NOW, answered, everything, kept, visit_of

ROUTE = "/nl/route/baan_kwijt"
QUESTIONS = sorted(zwolle().route("baan_kwijt").questions)
NASTY: dict[str, str | bytes] = {
    "null byte": "\x00",
    "right to left": "\u202e\u200f١٢",
    "beyond every float": "1e309",
    "many digits": "9" * 900,
    "emoji": "👩‍👧",
    "superscript": "²",
    "half a character": b"\xed\xa0\x80",
    "not text": b"\xff\xfe",
    "markup": "\"><script>alert(1)</script>",
    "template": "{{ 7 * 7 }}%(x)s{grens}",
    "negative": "-1",
    "a very late year": "9999",
}  # fmt: skip
REFUSED = {422, 303, 400}


@pytest.fixture(autouse=True)
def clock(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every test take place at one moment."""
    monkeypatch.setitem(app.config, "NOW", NOW)


def fields(fact: Fact, value: str | bytes) -> dict[str, str | bytes]:
    """The fields of a question, each filled with this value, and “Ik weet het niet” left alone."""
    return {f"{fact.id}{part}": value for part in parts_of(fact) if not part.endswith("weetniet")}


@pytest.mark.parametrize("value", NASTY.values(), ids=NASTY.keys())
def test_whatever_is_sent_to_a_question_it_answers(client: FlaskClient, value: str | bytes) -> None:
    for question in QUESTIONS:
        fact = zwolle().facts[question]
        response = client.post(f"{ROUTE}/vraag/{question}", data=fields(fact, value))
        assert response.status_code in REFUSED, question
        if response.status_code == 422:
            text = response.get_data(as_text=True)
            assert "<script>alert" not in text
            assert 'value="49' not in text


@pytest.mark.parametrize("value", NASTY.values(), ids=NASTY.keys())
def test_the_page_that_refuses_is_a_sound_page(client: FlaskClient, value: str | bytes) -> None:
    for question in ("zorgen", "laatste_werkdag", "kinderen", "brutoloon"):
        fact = zwolle().facts[question]
        page_of(client.post(f"{ROUTE}/vraag/{question}", data=fields(fact, value)), None)


def test_a_nasty_draft_survives_a_switch_of_language(client: FlaskClient) -> None:
    for value in NASTY.values():
        data = {**fields(zwolle().facts["laatste_werkdag"], value), "_taal": "ar"}
        response = client.post(f"{ROUTE}/vraag/laatste_werkdag", data=data)
        page_of(client.get(response.headers["Location"]))


def test_a_very_large_post_is_refused_before_it_is_read(client: FlaskClient) -> None:
    response = client.post(f"{ROUTE}/vraag/brutoloon", data={"brutoloon": "x" * 5_000_000})
    page_of(response, 413)


def test_drafts_of_everything_fit_because_the_oldest_go(app: Flask) -> None:
    client = answered(app, **everything())
    for question in QUESTIONS:
        fact = zwolle().facts[question]
        noise = "".join(chr(0x4E00 + number * 7919 % 20_000) for number in range(400))
        client.post(f"{ROUTE}/vraag/{question}", data={**fields(fact, noise), "_taal": "en"})
        assert len(kept(client)) == len(everything())
    assert visit_of(client).drafts


def test_forms_answer_to_fields_that_are_not_theirs(client: FlaskClient) -> None:
    data = {"_vraag": "x", "_taal[]": "nl", "__proto__": "1", "woont_in_gemeente": ["ja", "nee"], "": "x"}
    assert client.post(f"{ROUTE}/vraag/woont_in_gemeente", data=data).status_code == 303
    assert kept(client) == {"woont_in_gemeente": True}


def test_an_answer_as_json_is_an_empty_form(client: FlaskClient) -> None:
    page_of(client.post(f"{ROUTE}/vraag/woont_in_gemeente", json={"woont_in_gemeente": "ja"}), 422)


@pytest.mark.parametrize("mark", ["", "-", "x" * 1_000, "\x00", "é"])
def test_a_mark_that_is_not_ours_asks_once_more_and_no_worse(app: Flask, mark: str) -> None:
    client = answered(app, einde_werk="ontslagen")
    data = {"einde_werk": "failliet", "_gezien-einde_werk": mark}
    page_of(client.post(f"{ROUTE}/vraag/einde_werk", data=data), 409)
    assert kept(client) == {"einde_werk": "ontslagen"}
