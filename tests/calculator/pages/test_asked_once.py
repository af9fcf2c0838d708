"""The pages of questions ask only what is needed of this household, and never what was answered before."""

from __future__ import annotations

from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.calculator.pages.walking_money import (
    ALONE,
    COUPLE,
    HOURS_24,
    RESULT,
    form_fields,
    household,
    questions_on,
    result_of,
    walk,
)
from tests.pages import page_of
from tests.wayfinder.visiting import answered, kept, location

TYPED: dict[str, str | list[str]] = {
    "geboortemaand-maand": "5",
    "geboortemaand-jaar": "1990",
    "inkomen_nu": ["bijstand"],
    "woonsituatie": "alleen",
    "huurwoning": "huur",
    "huur_per_maand": "650",
    "huur_per_maand-periode": "month",
    "spaargeld": "500",
    "vrijlating_toegekend": "nee",
    "geen_berekening": ["geen"],
    "loon_nu": "400",
    "uren_nu": "8",
    "brutoloon": "2800",
    "ww_begonnen-maand": "5",
    "ww_begonnen-jaar": "2026",
    "einddatum_ww-weetniet": "1",
    "toeslag_uwv": "nee",
    "kinderen-0-geboortemaand-maand": "5",
    "kinderen-0-geboortemaand-jaar": "2023",
    "kinderen-0-opvang": "ja",
    "geboortemaand_partner-weetniet": "1",
    "inkomen_partner_soort": "loon",
    "inkomen_partner_bruto": "900",
    "huisgenoot_27": "nee",
    "vrijlating_tot_nu": "nog_niet",
}
PARTNER = {"geboortemaand_partner", "inkomen_partner_soort", "inkomen_partner_bruto"}
OF_WW = {"brutoloon", "ww_begonnen", "einddatum_ww", "toeslag_uwv"}
OF_BIJSTAND = {"vrijlating_toegekend", "vrijlating_tot_nu"}
OF_WAGE = {"loon_nu", "uren_nu"}
CASES: dict[str, tuple[dict[str, str | list[str]], set[str]]] = {
    "alone": ({}, PARTNER | OF_WW | OF_WAGE | {"kinderen", "huisgenoot_27", "vrijlating_tot_nu"}),
    "on WW": ({"inkomen_nu": ["ww"]}, PARTNER | OF_BIJSTAND | OF_WAGE | {"kinderen"}),
    "with wages": ({"inkomen_nu": ["loon"]}, PARTNER | OF_BIJSTAND | OF_WW),
    "without income": ({"inkomen_nu": ["geen"]}, PARTNER | OF_BIJSTAND | OF_WW | OF_WAGE),
    "a couple": ({"woonsituatie": "met_partner"}, OF_WW | OF_WAGE | {"kinderen"}),
    "partner without": (
        {"woonsituatie": "met_partner", "inkomen_partner_soort": "geen"},
        {"inkomen_partner_bruto", "kinderen"},
    ),
    "owns a home": ({"huurwoning": "koop"}, {"huur_per_maand"} | PARTNER),
    "with a child": ({"woonsituatie": "alleen_met_kinderen"}, PARTNER | OF_WW),
    "exempt": ({"vrijlating_toegekend": "ja"}, PARTNER | OF_WW),
}
ASKED_OF = {
    "alone": {"huur_per_maand", "vrijlating_toegekend"},
    "on WW": OF_WW,
    "with wages": OF_WAGE,
    "without income": {"spaargeld"},
    "a couple": PARTNER | {"huisgenoot_27"},
    "partner without": {"inkomen_partner_soort"},
    "owns a home": {"huurwoning"},
    "with a child": {"kinderen", "huisgenoot_27"},
    "exempt": OF_BIJSTAND,
}


@pytest.mark.row("C18")
@pytest.mark.parametrize("who", CASES)
def test_only_what_counts_for_this_household_is_asked_and_once(client: FlaskClient, who: str) -> None:
    typed, never = CASES[who]
    walked = walk(client, TYPED | typed)
    asked = [fact for page in walked.asked for fact in page]
    assert len(asked) == len(set(asked)), "asked twice"
    assert not never & set(asked)
    assert set(asked) >= ASKED_OF[who]
    assert location(walked.last).endswith("/geld/werk/1")


@pytest.mark.row("C1", "C18")
def test_a_visitor_walks_from_the_start_to_the_result(client: FlaskClient) -> None:
    work = location(walk(client, TYPED).last)
    fields = form_fields(page_of(client.get(work)))
    typed = {"werk_uren": "24", "werk_loon-weetniet": "1", "startdatum_werk-weetniet": "1"}
    assert location(client.post(work, data=fields | typed)).endswith("/geld/uitkomst")
    assert result_of(client).answer == 2160


def test_who_comes_from_a_route_confirms_what_is_known_and_is_not_asked_again(app: Flask) -> None:
    client = answered(app, geboortemaand="1990-05", woonsituatie="alleen", nettoloon=900, zorgen=[])
    page = page_of(client.get("/nl/geld"))
    known = [page.text(row.find("dt")) for row in page.all("div", class_="summary_row")]
    assert known == ["Geboren in", "Met wie u woont"]
    assert "Ja, dit klopt" in page.text(page.one("form", id="vraag"))
    asked = [fact for each in walk(client, TYPED).asked for fact in each]
    assert not {"geboortemaand", "woonsituatie"} & set(asked)
    assert asked[0] == "inkomen_nu"


def test_what_the_calculator_was_told_is_known_on_a_route(client: FlaskClient) -> None:
    walk(client, TYPED)
    page = page_of(client.get("/nl/route/werken_met_bijstand"))
    known = {page.text(row.find("dt")) for row in page.all("div", class_="summary_row")}
    assert {"Geboren in", "Met wie u woont"} <= known


def test_when_everything_is_known_the_work_is_asked_at_once(app: Flask) -> None:
    client = household(app, ALONE)
    assert location(client.get("/nl/geld/nu")).endswith("/geld/werk/1")
    assert location(client.get(RESULT)).endswith("/geld/werk/1")


@pytest.mark.parametrize("address", ["uitkomst", "uitleg", "agenda.ics", "werk/1"])
def test_nothing_is_told_before_everything_is_asked(client: FlaskClient, address: str) -> None:
    assert location(client.get(f"/nl/geld/{address}")).endswith("/geld/nu")


def test_an_answer_that_makes_new_questions_needed_asks_those_first(app: Flask) -> None:
    client = household(app, ALONE, HOURS_24)
    changed = client.post("/nl/geld/nu/woonsituatie", data={"woonsituatie": "met_partner"})
    assert location(changed).endswith("/geld/nu")
    assert set(questions_on(page_of(client.get("/nl/geld/nu")))) == (PARTNER | {"huisgenoot_27"}) - {
        "inkomen_partner_bruto"
    }
    assert location(client.get(RESULT)).endswith("/geld/nu")


def test_a_changed_answer_leads_back_to_the_result_and_changes_it(app: Flask) -> None:
    client = household(app, ALONE, HOURS_24)
    before = result_of(client).answer
    changed = client.post("/nl/geld/nu/huur_per_maand", data={"huur_per_maand": "500"})
    assert location(changed).endswith("/geld/uitkomst")
    assert result_of(client).answer < before


def test_an_answer_that_no_longer_applies_works_on_nowhere(app: Flask) -> None:
    was_a_couple: dict[str, Any] = {**COUPLE, "kinderen": [{"geboortemaand": "2020-01", "opvang": False}]}
    once = household(app, was_a_couple | {"woonsituatie": "alleen"}, HOURS_24)
    never = household(app, ALONE, HOURS_24)
    assert result_of(once).rows == result_of(never).rows
    page = page_of(once.get("/nl/geld"))
    known = [page.text(row.find("dt")) for row in page.all("div", class_="summary_row")]
    assert "Geld van uw partner" not in known


def test_a_question_of_another_way_cannot_be_changed_here(client: FlaskClient) -> None:
    for fact in ("zorgen", "leeftijd", "werk_uren", "bestaat_niet", "__class__"):
        assert client.get(f"/nl/geld/nu/{fact}").status_code == 404
        assert client.post(f"/nl/geld/nu/{fact}", data={fact: "1"}).status_code == 404
    assert client.get_cookie("antwoorden") is None or kept(client) == {}


@pytest.mark.parametrize("number", [0, 2, 4, 99, 10**20])
def test_work_that_does_not_come_next_does_not_exist(app: Flask, number: int) -> None:
    client = household(app, ALONE)
    assert client.get(f"/nl/geld/werk/{number}").status_code == 404
    assert client.post(f"/nl/geld/werk/{number}", data={"werk_uren": "8"}).status_code == 404


def test_no_more_than_three_jobs_are_compared(app: Flask) -> None:
    client = household(app, ALONE, HOURS_24, HOURS_24, HOURS_24)
    assert client.get("/nl/geld/werk/4").status_code == 404
    assert "/nl/geld/werk/4" not in result_of(client).page.html
