"""The picture, the zones and the months of the result page: letters, notices and words agree."""

from __future__ import annotations

from typing import Any

import pytest
from flask import Flask
from hypothesis import given, settings

from tests.calculator.pages.random_visits import households, works
from tests.calculator.pages.walking_money import (
    ALONE,
    HOURS_24,
    ON_WW,
    PARENT,
    amount,
    household,
    result_of,
)
from tests.reading import Page

MINIMUM_PARENT = {
    **HOURS_24,
    "opvang_soort": "dagopvang",
    "opvang_kinderen": 1,
    "opvang_uren": 10_000,
    "opvang_prijs": [1000, "hour"],
}


def letters_in_picture(page: Page) -> list[str]:
    return [page.text(letter) for letter in page.all(class_="picture__letter")]


def letters_in_words(page: Page) -> list[str]:
    return [page.text(letter) for letter in page.all("span", class_="zones__letter")]


@pytest.mark.row("C12")
@settings(max_examples=40)
@given(answers=households(), work=works())
def test_every_zone_has_the_same_letter_in_the_picture_and_in_the_words(
    app: Flask, answers: dict[str, Any], work: dict[str, Any]
) -> None:
    page = result_of(household(app, answers, work)).page
    letters = letters_in_picture(page)
    assert letters == letters_in_words(page) == list("ABCDEF"[: len(letters)])


@pytest.mark.row("C12")
def test_a_plateau_is_told_with_its_hours_its_cause_and_where_it_ends(app: Flask) -> None:
    page = result_of(household(app, ALONE, HOURS_24)).page
    zone = page.text(page.all("li", class_="zones__row")[0])
    assert "bijna niets extra" in zone
    assert "Bijstand" in zone
    assert "Vanaf" in zone
    assert "gaat u er weer op vooruit" in zone


@pytest.mark.row("C13")
def test_the_page_says_from_how_many_hours_it_is_better_than_now(app: Flask) -> None:
    result = result_of(household(app, ALONE, HOURS_24))
    now = result.together[0]
    better = next(hours for hours, amounts, _ in result.hours if amounts[3] > now)
    section = result.page.text(result.page.one("section", id="uren"))
    assert f"Vanaf {better} uur per week houdt u meer over dan nu." in section


def tiles(page: Page) -> list[Any]:
    return page.all("li", class_="months__tile")


@pytest.mark.row("C9")
@pytest.mark.parametrize("answers", [ALONE, ON_WW, PARENT])
def test_there_are_twelve_months_and_each_adds_up(app: Flask, answers: dict[str, Any]) -> None:
    page = result_of(household(app, answers, HOURS_24)).page
    assert len(tiles(page)) == 12
    for tile in tiles(page):
        paid = [cents_in(page.text(each)) for each in tile.iter("dd")]
        total = amount(page.text(next(s for s in tile.iter("span") if s.get("class") == "months__amount")))
        assert abs(sum(paid) - total * 100) <= 50


def cents_in(words: str) -> int:
    """An amount with or without cents, in cents."""
    euros, _, cents = words.replace(".", "").partition(",")
    digits = "".join(each for each in euros if each.isdigit())
    found = int(digits) * 100 + int(cents or 0)
    return -found if "\u2212" in words else found


@pytest.mark.row("C9")
def test_low_months_are_marked_and_the_worst_are_told_with_what_to_do(app: Flask) -> None:
    page = result_of(household(app, ALONE, {"werk_uren": 800, "werk_loon": "?"}, start="2026-12-20")).page
    low = page.all("li", class_="months__tile--low")
    notices = [page.text(each) for each in page.all(class_="notice--warning")]
    told = [each for each in notices if "minder binnen dan nu" in each]
    assert len(told) == min(3, len(low)) > 0
    assert all("voorschot" in each for each in told)
    for tile in low:
        assert "let op" in page.text(tile)


def test_who_nears_the_aow_age_gets_no_months_and_the_reason(app: Flask) -> None:
    page = result_of(household(app, {**ALONE, "geboortemaand": "1960-03"}, HOURS_24)).page
    assert tiles(page) == []
    assert "leeftijd voor AOW" in page.text(page.one("section", id="maanden"))


@pytest.mark.row("C10")
def test_a_low_a_usual_and_a_high_month_stand_beside_each_other(app: Flask) -> None:
    result = result_of(household(app, ALONE, HOURS_24))
    caption = "Een maand met minder uren"
    table = next(
        result.page.parents[each] for each in result.page.all("caption") if caption in result.page.text(each)
    )
    cells = [result.page.text(cell) for cell in table.iter("td")]
    hours, amounts = cells[0::2], [amount(each) for each in cells[1::2]]
    assert hours[1] == "24"
    assert amounts[0] <= amounts[1] <= amounts[2]
    assert amounts[1] == result.answer


def test_what_is_not_reported_is_what_the_rows_lose_times_six(app: Flask) -> None:
    result = result_of(household(app, ALONE, HOURS_24))
    section = result.page.one("section", aria_labelledby="melden-kop")
    amounts = [one for one in section.iter("bdi") if "bedrag" in one.get("class", "")]
    together, *each = (amount(result.page.text(one)) for one in amounts)
    assert each == [result.rows["bijstand"][0]]
    assert abs(together - 6 * each[0]) <= 3


@pytest.mark.row("C7")
def test_costs_of_working_count_only_for_who_fills_them_in(app: Flask) -> None:
    without = result_of(household(app, PARENT, HOURS_24))
    travel = result_of(household(app, PARENT, {**HOURS_24, "werk_reis": 60}))
    care = result_of(household(app, PARENT, MINIMUM_PARENT))
    assert "reiskosten" not in without.rows
    assert "opvangkosten" not in without.rows
    assert travel.rows["reiskosten"][1] == -60
    assert travel.answer == without.answer - 60
    assert care.rows["opvangkosten"][1] == -1000
    assert care.rows["kinderopvangtoeslag"][1] > 800


@pytest.mark.row("C6")
def test_the_page_says_what_the_municipality_may_give_and_what_is_taken_for_granted(app: Flask) -> None:
    page = result_of(household(app, ALONE, HOURS_24)).page
    assert page.text(page.one("details", id="aannames"))
    local = page.one("details", id="local")
    assert len(list(local.iter("li"))) > 0
