"""What may stand after the # that we did not put there: it is told, or left out, and breaks nothing."""

from __future__ import annotations

import base64
import zlib
from typing import Any

import msgspec
import pytest
from flask import Flask
from flask.testing import FlaskClient

from app.calculator.link import LONGEST
from tests.calculator.pages.walking_money import ALONE, HOURS_24, ON_WW, PARENT, RESULT, household
from tests.pages import page_of
from tests.wayfinder.visiting import kept, set_answers, visit_of

LINK = "/nl/geld/link"
WORK = {"werk_uren": 2475, "werk_loon": [1737, "hour"], "werk_pensioen": 25}


def key(content: object) -> str:
    """What would stand after the # for this content."""
    raw = content if isinstance(content, bytes) else msgspec.json.encode(content)
    return base64.urlsafe_b64encode(zlib.compress(raw, 9)).decode().rstrip("=")


def private_part(app: Flask, answers: dict[str, Any], *told: dict[str, Any]) -> str:
    """What stands after the # of the link of this visitor."""
    page = page_of(household(app, answers, *told).post(LINK))
    return page.text(page.one("p", class_="private_link")).partition("#")[2]


WRONG = {
    "nothing": "",
    "a word": "hallo",
    "not ascii": "ключ",
    "not base64": "!!!!",
    "no zlib": base64.urlsafe_b64encode(b"hallo").decode(),
    "no json": key(b"{"),
    "another json": key({"answers": 1}),
    "a list": key([]),
    "a number": key(7),
    "no facts of ours": key([{"__class__": 1, "x": 2}, []]),
    "derived facts": key([{"leeftijd": 40}, []]),
    "wrong kinds": key([{"geboortemaand": 5, "inkomen_nu": "ww", "spaargeld": "veel"}, []]),
    "far too long": "A" * (LONGEST + 1),
    "a zip bomb": key(b"[" * 2_000_000),
    "deep": key(b"[" * 5_000 + b"]" * 5_000),
    "a null byte": "\x00",
    "markup": "<script>alert(1)</script>",
}


@pytest.mark.row("C18")
@pytest.mark.parametrize("text", WRONG.values(), ids=WRONG.keys())
@pytest.mark.parametrize("language", ["nl", "ar"])
def test_what_is_no_link_of_ours_is_told_and_changes_nothing(app: Flask, text: str, language: str) -> None:
    client = household(app, ALONE, WORK)
    before, offers = kept(client), visit_of(client).offers
    response = client.post(f"/{language}/geld/link", data={"sleutel": text})
    page = page_of(response, 422)
    assert page.all(class_="notice--warning")
    assert "script>alert" not in page.html
    assert (kept(client), visit_of(client).offers) == (before, offers)


def test_a_link_cut_off_anywhere_is_told_and_changes_nothing(app: Flask) -> None:
    fragment = private_part(app, ALONE, WORK)
    client = household(app, ON_WW, HOURS_24)
    before = kept(client)
    for end in range(1, len(fragment), 7):
        assert client.post(LINK, data={"sleutel": fragment[:end]}).status_code == 422, end
    assert kept(client) == before


IMPOSSIBLE: dict[str, list[Any]] = {
    "huur_per_maand": [[10**30, "month"], [-5, "month"], [650_00, "eeuw"], [650_00, "year"], [1, "hour"]],
    "spaargeld": [[10**18, "month"], [-1, "month"]],
    "geboortemaand": ["9999-12", "0001-01", "2026-13"],
    "kinderen": [[{"geboortemaand": "2020-01", "opvang": True}] * 40, [{"geboortemaand": "9999-12"}], [{}]],
    "aantal_kostendelers": [10**9, -3],
    "uren_nu": [10**12, -1],
    "loon_nu": [[10**20, "month"], [0, "month"]],
    "startdatum_werk": ["9999-12-31", "0001-01-01"],
    "einddatum_ww": ["9999-12-31"],
    "ww_begonnen": ["0001-01"],
}
IMPOSSIBLE_WORK: dict[str, list[Any]] = {
    "werk_uren": [10**15, -2400, 0, True, "24"],
    "werk_loon": [[10**25, "hour"], [-1, "hour"], [0, "month"], [5, "week"]],
    "werk_pensioen": [[10**15, "month"], [-10_00, "month"]],
    "opvang_uren": [10**15, -1],
    "opvang_kinderen": [10**6, -2],
}


def opened(app: Flask, answers: dict[str, object], work: dict[str, object]) -> FlaskClient:
    """A visitor who opened a link with this in it, beside answers that are good."""
    client = app.test_client()
    household_of = household(app, {**ALONE, "inkomen_nu": ["bijstand", "loon", "ww"]}, WORK)
    client.post(
        LINK, data={"sleutel": key([kept(household_of) | answers, [visit_of(household_of).offers[0] | work]])}
    )
    return client


@pytest.mark.row("C18")
@pytest.mark.parametrize(("fact", "raw"), [(fact, raw) for fact, all_ in IMPOSSIBLE.items() for raw in all_])
def test_a_forged_answer_that_no_form_would_take_is_left_out(app: Flask, fact: str, raw: object) -> None:
    client = opened(app, {fact: raw}, {})
    assert kept(client).get(fact) != raw
    assert client.get(RESULT).status_code in {200, 303}


@pytest.mark.parametrize(("fact", "raw"), [(f, raw) for f, all_ in IMPOSSIBLE_WORK.items() for raw in all_])
def test_forged_work_that_no_form_would_take_is_left_out(app: Flask, fact: str, raw: object) -> None:
    client = opened(app, {}, {fact: raw})
    assert all(each.get(fact) != raw or raw is True for each in visit_of(client).offers)
    assert client.get(RESULT).status_code in {200, 303}


def test_a_link_with_more_jobs_than_we_compare_keeps_three(app: Flask) -> None:
    client = app.test_client()
    client.post(LINK, data={"sleutel": key([{"geboortemaand": "1990-05"}, [{"werk_uren": 2400}] * 50])})
    assert len(visit_of(client).offers) == 3


def test_a_link_beside_a_full_visit_never_breaks_a_page(app: Flask) -> None:
    client = app.test_client()
    drafts = {
        f"{number}:x": {"x": "".join(chr(33 + (number * each) % 90) for each in range(400))}
        for number in range(30)
    }
    set_answers(client, {}, drafts=drafts)
    children = [{"geboortemaand": f"20{10 + each}-{each + 1:02d}", "opvang": True} for each in range(8)]
    fragment = private_part(app, {**PARENT, "kinderen": children}, WORK, HOURS_24, WORK)
    assert client.post(LINK, data={"sleutel": fragment}).status_code == 303
