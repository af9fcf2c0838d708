"""Every row opened down to the law, and the steps with their dates, also as a file for an agenda."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urlsplit

import pytest
from flask import Flask
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.calculator.pages.random_visits import households, works
from tests.calculator.pages.walking_money import (
    ALONE,
    COUPLE,
    HOURS_24,
    ON_WW,
    PARENT,
    household,
    result_of,
)
from tests.pages import page_of

EXPLAINED, AGENDA = "/nl/geld/uitleg", "/nl/geld/agenda.ics"
NOT_BY_LAW = {"reiskosten", "opvangkosten", "lokaal"}
PEOPLE = pytest.mark.parametrize("answers", [ALONE, ON_WW, PARENT, COUPLE])
EVENT = re.compile(r"BEGIN:VEVENT\r\n(.*?)END:VEVENT\r\n", re.DOTALL)


@pytest.mark.row("C15")
@PEOPLE
def test_every_row_opens_to_a_section_with_its_sum_its_law_and_dates(
    app: Flask, answers: dict[str, Any]
) -> None:
    client = household(app, answers, HOURS_24)
    rows = result_of(client).rows
    page = page_of(client.get(EXPLAINED))
    assert [section.get("id") for section in page.all("section", class_="explained")] == list(rows)
    for kind, (now, then, _) in rows.items():
        section = page.one("section", id=kind)
        if not (now or then) or kind in NOT_BY_LAW:
            continue
        laws = [urlsplit(link.get("href", "")).netloc for link in section.iter("a")]
        assert "wetten.overheid.nl" in laws, kind
        words = page.text(section)
        assert "Geldt vanaf" in words, kind
        assert "Nagekeken op" in words, kind


@pytest.mark.row("C15")
@settings(max_examples=30)
@given(answers=households(), told=st.lists(works(), min_size=1, max_size=3))
def test_the_explanation_of_any_household_is_a_sound_page_with_every_row(
    app: Flask, answers: dict[str, Any], told: list[dict[str, Any]]
) -> None:
    client = household(app, answers, *told)
    page = page_of(client.get(EXPLAINED))
    sections = [section.get("id") for section in page.all("section", class_="explained")]
    assert sections == list(result_of(client).rows)


def test_a_row_that_only_the_second_work_has_opens_to_that_work(app: Flask) -> None:
    client = household(app, ALONE, HOURS_24, {**HOURS_24, "werk_reis": 60})
    page = page_of(client.get(EXPLAINED))
    assert "Werk 2: −€ 60 per maand." in page.text(page.one("section", id="reiskosten"))
    assert "Werk 1:" in page.text(page.one("section", id="loon"))


def test_every_law_that_is_linked_to_stands_at_the_government(app: Flask) -> None:
    page = page_of(household(app, PARENT, HOURS_24).get(EXPLAINED))
    links = [link for section in page.all("section", class_="explained") for link in section.iter("a")]
    outside = {urlsplit(link.get("href", "")).netloc for link in links}
    assert outside
    assert all(host == "overheid.nl" or host.endswith((".overheid.nl", ".nl")) for host in outside), outside


@pytest.mark.row("C5", "C17")
def test_the_list_says_what_to_report_to_whom_before_when(app: Flask) -> None:
    page = result_of(household(app, COUPLE, HOURS_24)).page
    rows = [page.text(each) for each in page.all("li", class_="to_do__row")]
    assert len(rows) >= 3
    assert any("Meld uw werk" in each and "Vóór 1 december 2026" in each for each in rows)
    assert any("inkomen" in each and "Uiterlijk 29 december 2026 · Dienst Toeslagen" in each for each in rows)


@pytest.mark.row("C17")
@PEOPLE
def test_the_agenda_has_the_dated_steps_and_no_answer(app: Flask, answers: dict[str, Any]) -> None:
    client = household(app, answers, {"werk_uren": 2475, "werk_loon": [1737, "hour"]})
    page = result_of(client).page
    dated = [row for row in page.all("li", class_="to_do__row") if any(row.iter("time"))]
    response = client.get(AGENDA)
    text = response.get_data(as_text=True)
    assert response.mimetype == "text/calendar"
    assert text.startswith("BEGIN:VCALENDAR\r\n")
    assert text.endswith("END:VCALENDAR\r\n")
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    events = EVENT.findall(text)
    assert len(events) == text.count("BEGIN:VEVENT") > 0
    assert len(events) >= len(dated)
    assert all(re.search(r"DTSTART;VALUE=DATE:[0-9]{8}", event) for event in events)
    for own in ("1990", "24,75", "17,37", "1737", "2800", "650", "geboortemaand", "werk_uren"):
        assert own not in text.replace("\r\n ", ""), own


@settings(max_examples=30)
@given(answers=households(), work=works())
def test_the_agenda_of_any_household_is_a_calendar(
    app: Flask, answers: dict[str, Any], work: dict[str, Any]
) -> None:
    response = household(app, answers, work).get(AGENDA)
    assert response.status_code == 200
    text = response.get_data(as_text=True)
    assert text.count("BEGIN:VEVENT") == len(EVENT.findall(text))
    uids = re.findall(r"UID:(\S+)", text)
    assert len(uids) == len(set(uids))
