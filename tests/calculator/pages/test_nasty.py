"""Every field of every form × what no visitor types: kept, or a message at the field; never a fault."""

from __future__ import annotations

import time
from typing import Any

import pytest
from flask import Flask
from hypothesis import given, settings
from hypothesis import strategies as st
from werkzeug.test import TestResponse

from tests.calculator.pages.random_visits import households, works
from tests.calculator.pages.walking_money import (
    HOURS_24,
    fields_of,
    form_fields,
    household,
    room_of,
)
from tests.facts.test_forms_nasty import NASTY
from tests.pages import page_of

EVERYBODY: dict[str, Any] = {
    "geboortemaand": "1990-05",
    "inkomen_nu": ["loon", "ww", "bijstand"],
    "woonsituatie": "met_partner_en_kinderen",
    "kinderen": [{"geboortemaand": "2020-01", "opvang": True}],
    "geboortemaand_partner": "1991-01",
    "inkomen_partner_soort": "loon",
    "inkomen_partner_bruto": 900,
    "huisgenoot_27": True,
    "aantal_kostendelers": 1,
    "huurwoning": "huur",
    "huur_per_maand": 650,
    "spaargeld": 500,
    "loon_nu": 400,
    "uren_nu": 800,
    "brutoloon": 2100,
    "ww_begonnen": "2026-05",
    "einddatum_ww": "2027-05-31",
    "toeslag_uwv": False,
    "vrijlating_toegekend": True,
    "vrijlating_tot_nu": "nog_niet",
    "geen_berekening": [],
}
"""Somebody who is asked everything."""
SMALL = {name: text for name, text in NASTY.items() if len(text) < 4_000 and "\ud800" not in text}
"""A longer field is refused before a room sees it, and no browser sends half a character."""
BOUND_MS = 400
"""Of one request; ten times what the slowest household takes on a slow and busy machine."""


def is_told(response: TestResponse) -> bool:
    """Whether a page says at the fields what is wrong, with a link to each."""
    html = response.get_data(as_text=True)
    summary = html.partition('id="fouten"')[2].partition("</ul>")[0]
    return '<a href="#' in summary and 'aria-invalid="true"' in html


@pytest.mark.parametrize("nasty", SMALL.values(), ids=SMALL.keys())
def test_every_question_takes_or_refuses_any_value(app: Flask, nasty: str) -> None:
    asked = [fact for page in room_of(app).asks for fact in page.ask] + ["startdatum_werk"]
    client = household(app, EVERYBODY, HOURS_24)
    for fact in asked:
        address = f"/nl/geld/nu/{fact}"
        form = page_of(client.get(address))
        names = [name for name in fields_of(form) if name.startswith(fact)]
        sound = form_fields(form)
        for name in names:
            response = client.post(address, data=sound | {name: [nasty]})
            assert response.status_code in {303, 409, 422}, name
            if response.status_code == 422:
                assert is_told(response), name
        assert client.get("/nl/geld/uitkomst").status_code in {200, 303}


@pytest.mark.parametrize("nasty", SMALL.values(), ids=SMALL.keys())
def test_the_page_of_questions_takes_or_refuses_any_value(app: Flask, nasty: str) -> None:
    for page in room_of(app).asks:
        rest = {fact: each for fact, each in EVERYBODY.items() if fact not in page.ask}
        client = household(app, rest, HOURS_24)
        form = page_of(client.get("/nl/geld/nu"))
        names = [name for name in fields_of(form) if not name.startswith(("_", "csrf"))]
        response = client.post("/nl/geld/nu", data=form_fields(form) | {name: [nasty] for name in names})
        assert response.status_code == 422
        assert is_told(response)
        for name in ("_vraag", "_taal", "_gezien-geboortemaand"):
            status = client.post("/nl/geld/nu", data=form_fields(form) | {name: [nasty]}).status_code
            assert status in {303, 422}, name


@pytest.mark.parametrize("nasty", SMALL.values(), ids=SMALL.keys())
def test_the_page_about_work_takes_or_refuses_any_value(app: Flask, nasty: str) -> None:
    client = household(app, EVERYBODY, HOURS_24)
    form = page_of(client.get("/nl/geld/werk/1"))
    sound = form_fields(form)
    for name in [each for each in fields_of(form) if not each.startswith(("_", "csrf"))]:
        response = client.post("/nl/geld/werk/1", data=sound | {name: [nasty]})
        assert response.status_code in {303, 409, 422}, name
        if response.status_code == 422:
            assert is_told(response), name
        if response.status_code == 303:
            assert client.get("/nl/geld/uitkomst").status_code == 200, name


def test_hours_that_are_not_known_still_lead_to_a_result_that_says_so(app: Flask) -> None:
    client = household(app, EVERYBODY)
    sent = {"werk_uren-weetniet": "1", "werk_loon-weetniet": "1", "startdatum_werk-weetniet": "1"}
    assert client.post("/nl/geld/werk/1", data=sent).status_code == 303
    page = page_of(client.get("/nl/geld/uitkomst"))
    assert "U weet nog niet hoeveel uur u gaat werken." in page.text(page.one("main"))


def test_the_wage_of_a_month_told_per_hour_is_asked_back(app: Flask) -> None:
    client = household(app, EVERYBODY)
    sent = {
        "werk_uren": "20",
        "werk_loon": "1500",
        "werk_loon-periode": "hour",
        "startdatum_werk-weetniet": "1",
    }
    page = page_of(client.post("/nl/geld/werk/1", data=sent), 422)
    wrong = [link.get("href") for link in page.one(class_="error_summary").iter("a")]
    assert wrong == ["#werk_loon"]


def test_hours_are_told_or_not_known(app: Flask) -> None:
    client = household(app, EVERYBODY)
    for fields in ({}, {"werk_uren": "0"}, {"werk_uren": "61"}):
        sent = {"werk_loon-weetniet": "1", "startdatum_werk-weetniet": "1", **fields}
        page = page_of(client.post("/nl/geld/werk/1", data=sent), 422)
        wrong = [link.get("href", "") for link in page.one(class_="error_summary").iter("a")]
        assert all(each.startswith("#werk_uren") for each in wrong)
        assert len(wrong) == 1


@settings(max_examples=60)
@given(answers=households(), told=st.lists(works(), min_size=1, max_size=3))
def test_one_request_takes_little_time_for_any_household(
    app: Flask, answers: dict[str, Any], told: list[dict[str, Any]]
) -> None:
    assert slowest(app, answers, told) < BOUND_MS


UNKNOWN = ("huur_per_maand", "spaargeld", "huisgenoot_27", "toeslag_uwv", "inkomen_partner_bruto")
WORST_WORK = {
    "werk_uren": 3675,
    "werk_loon": "?",
    "werk_pensioen": 55,
    "werk_reis": 60,
    "opvang_soort": "dagopvang",
    "opvang_kinderen": 8,
    "opvang_uren": 23_000,
}
EIGHT = [{"geboortemaand": f"20{11 + 2 * each}-0{each + 1}", "opvang": True} for each in range(8)]


@pytest.mark.parametrize("income", [["bijstand"], ["ww"], ["bijstand", "loon", "ww"], ["loon"]])
@pytest.mark.parametrize("partner", ["loon", "ww", "geen", None])
def test_the_worst_households_take_little_time(app: Flask, income: list[str], partner: str | None) -> None:
    """Eight children, three jobs with childcare, and nothing known that need not be."""
    worst = EVERYBODY | dict.fromkeys(UNKNOWN, "?") | {"inkomen_nu": income, "kinderen": EIGHT}
    worst |= {"vrijlating_toegekend": "?", "inkomen_partner_soort": partner}
    if partner is None:
        worst |= {"woonsituatie": "alleen_met_kinderen", "inkomen_partner_soort": "geen"}
    works_ = [WORST_WORK | {"werk_uren": hours} for hours in (3675, 1600, 6000)]
    assert slowest(app, worst, works_) < BOUND_MS


def slowest(app: Flask, answers: dict[str, Any], told: list[dict[str, Any]]) -> float:
    """The CPU time of the slowest page of this visitor, in milliseconds."""
    client = household(app, answers, *told)
    found = []
    for address in ("", "/uitkomst", "/uitkomst?op=2027-01-01", "/uitleg", "/agenda.ics", "/werk/1"):
        begin = time.process_time()
        response = client.get(f"/nl/geld{address}")
        found.append((time.process_time() - begin) * 1000)
        assert response.status_code == 200, address
    return max(found)
