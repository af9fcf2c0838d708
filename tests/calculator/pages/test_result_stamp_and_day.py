"""The day of a result: its stamp, another day that is looked at, the rules of 2027, and nonsense."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from flask import Flask

from tests.calculator.pages.walking_money import ALONE, HOURS_24, RESULT, Result, household, result_of
from tests.pages import page_of
from tests.people import DAY

EXEMPT = {**ALONE, "vrijlating_toegekend": True, "vrijlating_tot_nu": "nog_niet"}
FEW_HOURS = {"werk_uren": 1000, "werk_loon": "?"}
NONSENSE = ["", "morgen", "2026-02-30", "1900-01-01", "9999-12-31", "2027", "20270101x", "0000-00-00"]
NONSENSE += ["<script>", "-1", "2027-01-01T00:00", "\u0661" * 500, "%00", "99999999999999999999-01-01"]


def kept(result: Result) -> float:
    """Which part of the net wage stays after the bijstand went down."""
    wage, less = result.rows["loon"][1], result.rows["bijstand"][2]
    return (wage + less) / wage


@pytest.mark.row("C15")
def test_a_result_is_stamped_with_its_day_its_numbers_and_its_rules(app: Flask) -> None:
    page = result_of(household(app, ALONE, HOURS_24)).page
    stamp = page.text(page.one("p", class_="stamp"))
    assert "Berekend op 21 november 2026" in stamp
    assert "Versie van de bedragen:" in stamp
    assert "Versie van de regels:" in stamp


@pytest.mark.row("C2", "C15")
def test_new_year_is_a_preview_with_the_exemption_of_2027(app: Flask) -> None:
    """Until the end of 2026 25 % of the net wage is kept; from 2027 15 % of it: article 34a."""
    client = household(app, EXEMPT, FEW_HOURS)
    today, preview = result_of(client), result_of(client, f"{RESULT}?op=2027-01-01")
    notice = "Dit is een voorbeeld voor 1 januari 2027."
    assert notice in preview.page.text()
    assert notice not in today.page.text()
    assert [kept(today), kept(preview)] == pytest.approx([0.25, 0.15], abs=0.01)


@pytest.mark.row("C15")
def test_what_a_preview_leads_to_is_of_the_same_day(app: Flask) -> None:
    client = household(app, EXEMPT, FEW_HOURS)
    page = result_of(client, f"{RESULT}?op=2027-01-01").page
    links = {link.get("href", "").partition("#")[0] for link in page.one("main").iter("a")}
    assert {"/nl/geld/uitleg?op=2027-01-01", "/nl/geld/agenda.ics?op=2027-01-01"} <= links
    assert not {"/nl/geld/uitleg", "/nl/geld/agenda.ics"} & links
    explained = page_of(client.get("/nl/geld/uitleg?op=2027-01-01"))
    assert "Dit is een voorbeeld voor 1 januari 2027." in explained.text()
    assert f"{RESULT}?op=2027-01-01" in [link.get("href") for link in explained.all("a")]


def test_work_that_begins_in_2027_has_the_rules_of_2027(app: Flask) -> None:
    result = result_of(household(app, EXEMPT, FEW_HOURS, start="2027-02-01"))
    assert kept(result) == pytest.approx(0.15, abs=0.01)
    assert "Dit is een voorbeeld" not in result.page.text()


def test_the_rules_of_2027_hold_under_27_as_well(app: Flask) -> None:
    young: dict[str, Any] = {**EXEMPT, "geboortemaand": "2002-01"}
    client = household(app, young, FEW_HOURS)
    assert kept(result_of(client)) == pytest.approx(0, abs=0.01)
    assert kept(result_of(client, f"{RESULT}?op=2027-01-01")) == pytest.approx(0.15, abs=0.01)


def test_a_preview_changes_nothing_of_the_result_of_today(app: Flask) -> None:
    client = household(app, EXEMPT, FEW_HOURS)
    before = result_of(client).page.text()
    result_of(client, f"{RESULT}?op=2027-01-01")
    assert result_of(client).page.text() == before


@pytest.mark.parametrize("day", NONSENSE)
def test_a_day_that_is_none_shows_the_result_of_today_and_says_so(app: Flask, day: str) -> None:
    client = household(app, ALONE, HOURS_24)
    found = result_of(client, f"{RESULT}?op={day}")
    assert found.together == result_of(client).together
    assert "Op deze dag kunnen wij niet rekenen. U ziet de uitkomst van vandaag." in found.page.text()


def test_a_day_in_arabic_digits_is_read(app: Flask) -> None:
    client = household(app, ALONE, HOURS_24)
    day = "".join(chr(0x660 + int(each)) if each.isdigit() else each for each in "2027-01-01")
    assert "Dit is een voorbeeld voor 1 januari 2027." in result_of(client, f"{RESULT}?op={day}").page.text()


@pytest.mark.parametrize("days", [-700, -400, -330, -200, -30, 30, 200, 400, 700])
def test_any_day_can_be_asked_for(app: Flask, days: int) -> None:
    client = household(app, ALONE, HOURS_24)
    result_of(client, f"{RESULT}?op={DAY + timedelta(days)}")
    assert client.get(f"/nl/geld/uitleg?op={DAY + timedelta(days)}").status_code == 200
    assert client.get(f"/nl/geld/agenda.ics?op={DAY + timedelta(days)}").status_code == 200
