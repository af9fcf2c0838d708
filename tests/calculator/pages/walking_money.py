"""A visitor of the calculator: a household and its work in the cookie, or typed page by page."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any
from xml.etree.ElementTree import Element

import msgspec
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from app.calculator.room import Room
from app.facts.values import packed
from tests.pages import page_of
from tests.people import one_answer, someone
from tests.reading import Page
from tests.wayfinder.visiting import facts_of, set_answers

RESULT = "/nl/geld/uitkomst"
MOST_PAGES = 12
_NUMBER = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3})*(?:,[0-9]{2})?|[0-9]+(?:,[0-9]{2})?")

ALONE: dict[str, Any] = {
    "geboortemaand": "1990-05",
    "inkomen_nu": ["bijstand"],
    "woonsituatie": "alleen",
    "huurwoning": "huur",
    "huur_per_maand": 650,
    "spaargeld": 500,
    "vrijlating_toegekend": False,
    "ouders_helpen": True,
    "geen_berekening": [],
}
"""Somebody of 36 on bijstand, alone in a rented home; parents are asked about only under 21."""
ON_WW = {
    **{fact: answer for fact, answer in ALONE.items() if fact != "vrijlating_toegekend"},
    "inkomen_nu": ["ww"],
    "brutoloon": 2800,
    "ww_begonnen": "2026-05",
    "einddatum_ww": "2027-10-31",
    "toeslag_uwv": False,
}
CHILD = {"geboortemaand": "2023-05", "opvang": True}
PARENT = {**ALONE, "woonsituatie": "alleen_met_kinderen", "kinderen": [CHILD], "huisgenoot_27": False}
COUPLE = {
    **ALONE,
    "woonsituatie": "met_partner",
    "geboortemaand_partner": "1992-03",
    "inkomen_partner_soort": "loon",
    "inkomen_partner_bruto": 900,
    "huisgenoot_27": False,
}
HOURS_24 = {"werk_uren": 2400, "werk_loon": "?"}
"""24 hours a week for the minimum wage."""


def room_of(app: Flask) -> Room:
    """The content of the calculator of an application."""
    found = app.extensions["calculator"]
    assert isinstance(found, Room)
    return found


def offer(app: Flask, **answers: Any) -> dict[str, object]:
    """Work as the cookie holds it."""
    questions = room_of(app).questions
    return {fact: packed(one_answer(questions, fact, each)) for fact, each in answers.items()}


def household(
    app: Flask, answers: Mapping[str, Any], *works: Mapping[str, Any], start: str = "2026-12-01", **visit: Any
) -> FlaskClient:
    """A visitor who answered all this, and told of this work."""
    client = app.test_client()
    told = {**answers, "startdatum_werk": start} if works else answers
    offers = [offer(app, **work) for work in works]
    set_answers(client, someone(facts_of(app), **told), offers=offers, **visit)
    return client


def result_of(client: FlaskClient, address: str = RESULT) -> Result:
    """The result page of a visitor, sound, with what stands on it."""
    return Result(page_of(client.get(address)))


class Result:
    """What stands on a result page."""

    def __init__(self, page: Page) -> None:
        self.page = page

    @property
    def answer(self) -> int:
        """The amount of the first sentence."""
        return amount(self.page.text(self.page.one("span", class_="answer__amount")))

    @property
    def rows(self) -> dict[str, list[int]]:
        """The rows by the name of their source: now, then, and the difference where it is there."""
        body = self._table("rijen-kop").find("tbody")
        assert body is not None
        return {self._kind(row): self._amounts(row) for row in body.iter("tr")}

    @property
    def together(self) -> list[int]:
        """The last row of the table."""
        foot = self._table("rijen-kop").find("tfoot")
        assert foot is not None
        return self._amounts(foot)

    @property
    def hours(self) -> list[tuple[int, list[int], bool]]:
        """The rows of the table of hours: hours, amounts, whether this is the visitor's own."""
        body = self._table("alle-uren-kop").find("tbody")
        assert body is not None
        return [
            (int(row.get("data-hours", "")), self._amounts(row), row.get("aria-current") == "true")
            for row in body.iter("tr")
        ]

    def _table(self, caption: str) -> Element:
        table: Element = self.page.parents[self.page.one("caption", id=caption)]
        return table

    def _kind(self, row: Element) -> str:
        return next(link.get("href", "").partition("#")[2] for link in row.iter("a"))

    def _amounts(self, row: Element) -> list[int]:
        return [amount(self.page.text(cell)) for cell in row.iter("td")]


def amount(words: str) -> int:
    """The only amount in a text, in whole euros; “gelijk” is none."""
    found = _NUMBER.findall(words)
    if not found:
        return 0
    assert len(found) == 1, words
    euros = int(found[0].replace(".", "").partition(",")[0])
    return -euros if "\u2212" in words or "-" in words else euros


def form_fields(page: Page) -> dict[str, list[str]]:
    """What a browser would send for the question form as it stands."""
    return page.form_data(page.one("form", id="vraag"))


def questions_on(page: Page) -> list[str]:
    """Which facts a page asks."""
    return [field.get("value", "") for field in page.all("input", name="_vraag")]


class Walked(msgspec.Struct):
    """Where a walk over the pages of questions ended, and which question stood on which page."""

    asked: list[list[str]]
    last: TestResponse


def walk(client: FlaskClient, typed: Mapping[str, str | list[str]], language: str = "nl") -> Walked:
    """Go over the pages of questions, filling in what is asked, up to the page about the work."""
    response = client.post(f"/{language}/geld")
    asked: list[list[str]] = []
    while (address := response.headers["Location"]).endswith("/geld/nu"):
        assert len(asked) <= MOST_PAGES, asked
        shown = client.get(address)
        if shown.status_code == 303:
            response = shown
            continue
        page = page_of(shown)
        asked.append(questions_on(page))
        filled = {name: each for name, each in typed.items() if name in fields_of(page)}
        response = client.post(address, data=form_fields(page) | filled)
        assert response.status_code == 303, page_of(response, None).text()
    return Walked(asked, response)


def fields_of(page: Page) -> set[str]:
    """The names of every field of the question form."""
    form = page.one("form", id="vraag")
    return {field.get("name", "") for field in form.iter() if field.tag in {"input", "select", "textarea"}}
