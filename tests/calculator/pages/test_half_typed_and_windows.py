"""Half-typed answers live through another language; two windows, a shared computer and a helper are told."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.calculator.pages.walking_money import ALONE, HOURS_24, form_fields, household, result_of
from tests.pages import page_of
from tests.wayfinder.visiting import kept, location, visit_of

SHARED, HELPER = "U gebruikt een gedeelde computer.", "U vult dit in voor iemand anders."
WORK = {
    "werk_uren": "vierentwintig",
    "werk_loon": "16,5o",
    "werk_loon-periode": "four_weeks",
    "werk_netto": "netto",
    "werk_pensioen": "35,-,",
    "werk_subsidie": "ja",
    "startdatum_werk-dag": "1",
    "startdatum_werk-maand": "",
    "startdatum_werk-jaar": "20",
}


def typed_on(
    client: FlaskClient, address: str, fields: Mapping[str, str | list[str]]
) -> dict[str, list[str]]:
    """Type these fields, switch to Arabic and to Dutch again, and return what the form then holds."""
    there = location(client.post(address, data={**fields, "_taal": "ar"}))
    assert there == address.replace("/nl/", "/ar/")
    page = page_of(client.get(there))
    assert page.one("html").get("dir") == "rtl"
    back = location(client.post(there, data={**form_fields(page), "_taal": "nl"}))
    assert back == address
    return form_fields(page_of(client.get(back)))


def test_a_page_of_questions_keeps_what_was_half_typed(client: FlaskClient) -> None:
    sent = {"_vraag": ["geboortemaand", "inkomen_nu", "woonsituatie"], "inkomen_nu": ["ww", "bijstand"]}
    held = typed_on(client, "/nl/geld/nu", sent | {"geboortemaand-maand": "4", "geboortemaand-jaar": "19<"})
    assert held["geboortemaand-maand"] == ["4"]
    assert held["geboortemaand-jaar"] == ["19<"]
    assert sorted(held["inkomen_nu"]) == ["bijstand", "ww"]
    assert kept(client) == {}, "what is half typed is no answer"


def test_a_changed_answer_keeps_what_was_half_typed(app: Flask) -> None:
    client = household(app, ALONE, HOURS_24)
    held = typed_on(
        client,
        "/nl/geld/nu/huur_per_maand",
        {"huur_per_maand": "zes", "huur_per_maand-periode": "four_weeks"},
    )
    assert held["huur_per_maand"] == ["zes"]
    assert held["huur_per_maand-periode"] == ["four_weeks"]
    assert result_of(client).answer == 2160


def test_the_page_about_work_keeps_what_was_half_typed(app: Flask) -> None:
    client = household(app, ALONE)
    held = typed_on(client, "/nl/geld/werk/1", WORK)
    assert {name: held.get(name, [""])[0] for name in WORK} == WORK
    assert visit_of(client).offers == []


def test_half_typed_work_is_gone_once_it_was_sent(app: Flask) -> None:
    client = household(app, ALONE)
    typed_on(client, "/nl/geld/werk/1", WORK)
    good = {"werk_uren": "24", "werk_loon-weetniet": "1", "startdatum_werk-weetniet": "1"}
    client.post("/nl/geld/werk/1", data=good)
    held = form_fields(page_of(client.get("/nl/geld/werk/1")))
    assert held["werk_uren"] == ["24"]
    assert visit_of(client).drafts == {}


def test_half_typed_work_of_one_job_is_not_that_of_another(app: Flask) -> None:
    client = household(app, ALONE, HOURS_24)
    client.post("/nl/geld/werk/2", data={**WORK, "_taal": "en"})
    assert form_fields(page_of(client.get("/nl/geld/werk/1")))["werk_uren"] == ["24"]
    assert form_fields(page_of(client.get("/nl/geld/werk/2")))["werk_uren"] == ["vierentwintig"]


def test_what_is_wrong_on_a_page_keeps_what_is_right(client: FlaskClient) -> None:
    sent = {"_vraag": ["geboortemaand", "inkomen_nu", "woonsituatie"], "woonsituatie": "alleen"}
    page = page_of(client.post("/nl/geld/nu", data={**sent, "geboortemaand-jaar": "1890"}), 422)
    wrong = {link.get("href") for link in page.one(class_="error_summary").iter("a")}
    assert len(wrong) == 2
    assert kept(client) == {"woonsituatie": "alleen"}
    assert form_fields(page)["geboortemaand-jaar"] == ["1890"]


def test_two_windows_with_other_answers_are_asked_which_is_right(app: Flask) -> None:
    client = household(app, ALONE, HOURS_24)
    old = form_fields(page_of(client.get("/nl/geld/nu/huur_per_maand")))
    client.post("/nl/geld/nu/huur_per_maand", data={"huur_per_maand": "500"})
    page = page_of(client.post("/nl/geld/nu/huur_per_maand", data=old | {"huur_per_maand": ["700"]}), 409)
    assert "in een ander venster" in page.text()
    assert "€ 500 per maand" in page.text()
    assert kept(client)["huur_per_maand"] == [50_000, "month"]
    client.post("/nl/geld/nu/huur_per_maand", data=form_fields(page))
    assert kept(client)["huur_per_maand"] == [70_000, "month"]


def test_two_windows_on_a_page_of_questions_are_asked_which_is_right(client: FlaskClient) -> None:
    sent = form_fields(page_of(client.get("/nl/geld/nu")))
    client.post("/nl/geld/nu", data=sent | {"woonsituatie": ["alleen"]})
    page = page_of(client.post("/nl/geld/nu", data=sent | {"woonsituatie": ["bij_ouders"]}), 422)
    assert "in een ander venster" in page.text()
    assert kept(client) == {"woonsituatie": "alleen"}


def test_two_windows_about_the_first_day_of_work_are_asked_which_is_right(app: Flask) -> None:
    client = household(app, ALONE, HOURS_24)
    old = form_fields(page_of(client.get("/nl/geld/werk/1")))
    client.post("/nl/geld/nu/startdatum_werk", data={"startdatum_werk-weetniet": "1"})
    page = page_of(client.post("/nl/geld/werk/1", data=old | {"startdatum_werk-dag": ["15"]}), 409)
    assert "in een ander venster" in page.text()


@pytest.mark.parametrize("address", ["", "/nu", "/nu/huur_per_maand", "/werk/1", "/uitkomst"])
@pytest.mark.row("C18")
def test_a_shared_computer_and_a_helper_are_told_on_every_page(app: Flask, address: str) -> None:
    answers = {fact: each for fact, each in ALONE.items() if address != "/nu" or fact != "spaargeld"}
    page = page_of(household(app, answers, HOURS_24, shared=True, helper=True).get(f"/nl/geld{address}"))
    assert SHARED in page.text()
    assert HELPER in page.text()
    assert page.all(data_idle_seconds="600")
    plain = page_of(household(app, answers, HOURS_24).get(f"/nl/geld{address}"))
    assert SHARED not in plain.text()
    assert HELPER not in plain.text()


def test_the_start_keeps_how_the_portal_is_used(client: FlaskClient) -> None:
    client.post("/nl/geld", data={"gedeeld": "1", "hulp": "1"})
    assert visit_of(client).shared
    assert visit_of(client).helper
    page = page_of(client.get("/nl/geld"))
    assert {"gedeeld", "hulp"} <= set(form_fields(page))
