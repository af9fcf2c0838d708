"""What somebody fills in stands in no address, title, header or readable cookie; nor in what is logged."""

from __future__ import annotations

import logging

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from app.calculator.link import LONGEST
from tests.calculator.pages.walking_money import HOURS_24, ON_WW, form_fields, household
from tests.house.test_logs import readable
from tests.pages import page_of
from tests.wayfinder.visiting import COOKIE

TYPED = {
    "geboortemaand-maand": "7",
    "geboortemaand-jaar": "1967",
    "inkomen_nu": ["ww"],
    "woonsituatie": "bij_ouders",
    "huisgenoot_27": "ja",
    "aantal_kostendelers": "7",
    "huurwoning": "kamer",
    "spaargeld": "4.321,09",
    "brutoloon": "2.741,83",
    "ww_begonnen-maand": "3",
    "ww_begonnen-jaar": "2025",
    "einddatum_ww-dag": "17",
    "einddatum_ww-maand": "9",
    "einddatum_ww-jaar": "2027",
    "toeslag_uwv": "ja",
    "geen_berekening": ["geen"],
}
WORK = {"werk_uren": "23,75", "werk_loon": "19,87", "werk_reis": "61,23", "startdatum_werk-weetniet": "1"}
WORDS = [
    *("1967", "bij_ouders", "kamer", "4321", "4.321", "432109", "2741", "2.741", "274183", "23,75", "2375"),
    *("19,87", "1987", "61,23", "6123", "2027-09-17", "verzonnen"),
]


def whole_visit(app: Flask, language: str) -> list[TestResponse]:
    """Every request of a visit: questions, mistakes, another language, work, result, link and its opening."""
    client = app.test_client()
    got = [client.get(f"/{language}/geld"), client.post(f"/{language}/geld")]
    while got[-1].headers.get("Location", "").endswith("/geld/nu"):
        got.append(client.get(f"/{language}/geld/nu"))
        if got[-1].status_code == 303:
            continue
        fields = form_fields(page_of(got[-1]))
        wrong = fields | {name: ["verzonnen"] for name in fields if not name.startswith("_")}
        got.append(client.post(f"/{language}/geld/nu", data=wrong))
        got.append(client.post(f"/{language}/geld/nu", data=fields | TYPED | {"_taal": language}))
        got.append(client.post(f"/{language}/geld/nu", data=fields | TYPED))
    for number in (1, 2):
        got.append(client.post(f"/{language}/geld/werk/{number}", data=WORK | {"werk_uren": "verzonnen"}))
        got.append(client.post(f"/{language}/geld/werk/{number}", data=WORK))
    got.append(client.post(f"/{language}/geld/nu/spaargeld", data={"spaargeld": "4321,09"}))
    told = ("uitkomst", "uitkomst?op=verzonnen", "uitleg", "agenda.ics", "link", "controle")
    got += [client.get(f"/{language}/geld/{address}") for address in told]
    got.append(client.post(f"/{language}/geld/link"))
    got.append(client.post(f"/{language}/geld/link", data={"sleutel": "verzonnen"}))
    got.append(client.post(f"/{language}/geld/werk/2/weg"))
    return got


def said_beside_the_page(response: TestResponse) -> str:
    """Every header, with what can be read in the cookies, and the title."""
    headers = "\n".join(f"{name}: {value}" for name, value in response.headers)
    cookies = "\n".join(readable(each) for each in response.headers.getlist("Set-Cookie"))
    is_page = response.mimetype == "text/html" and response.status_code in {200, 409, 422}
    return "\n".join((headers, cookies, page_of(response, None).title if is_page else ""))


@pytest.mark.row("C18")
@pytest.mark.parametrize("language", ["nl", "en", "ar"])
def test_no_answer_stands_in_an_address_a_title_a_header_or_a_log(
    app: Flask, language: str, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        got = whole_visit(app, language)
    assert {each.status_code for each in got} == {200, 303, 422}
    said = "\n".join(said_beside_the_page(each) for each in got) + caplog.text
    assert [word for word in WORDS if word in said] == []
    assert any("answer__amount" in each.text for each in got), "the visit came to its result"


@pytest.mark.parametrize("language", ["nl", "en", "ar"])
def test_no_link_of_the_result_carries_an_answer(app: Flask, language: str) -> None:
    client = household(app, ON_WW, HOURS_24)
    for address in ("uitkomst", "uitleg", "werk/1"):
        page = page_of(client.get(f"/{language}/geld/{address}"))
        links = [link.get("href", "") for link in page.all("a")]
        links += [form.get("action", "") for form in page.all("form")]
        assert not [link for link in links if "?" in link], links


def test_a_result_is_never_kept_by_a_browser_or_in_between(app: Flask) -> None:
    client = household(app, ON_WW, HOURS_24)
    for address in ("uitkomst", "uitleg", "agenda.ics", "werk/1", "nu/spaargeld", "link"):
        assert "no-store" in client.get(f"/nl/geld/{address}").headers["Cache-Control"], address


def test_the_link_is_found_by_no_search_engine_and_told_to_no_other_site(app: Flask) -> None:
    response = household(app, ON_WW, HOURS_24).post("/nl/geld/link")
    assert response.headers["Referrer-Policy"] in {"no-referrer", "same-origin", "strict-origin"}
    assert "noindex" in response.headers.get("X-Robots-Tag", "") + response.text
    assert len(response.text.partition("#")[2]) > 0
    assert LONGEST < 4_000, "the field of a form holds no more"


def test_the_cookie_is_sealed(app: Flask) -> None:
    client = household(app, ON_WW, HOURS_24)
    cookie = client.get_cookie(COOKIE)
    assert cookie is not None
    assert not [
        word
        for word in ("2800", "280000", "ww", "1990-05")
        if word in readable(cookie.value)[len(cookie.value) :]
    ]
