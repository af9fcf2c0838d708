"""What we do not calculate is refused without an amount; what is not known gives a range, or is asked for."""

from __future__ import annotations

from typing import Any

import pytest
from flask import Flask

from app.calculator.intake import NEEDED, Refusal
from tests.calculator.pages.walking_money import (
    ALONE,
    COUPLE,
    HOURS_24,
    ON_WW,
    PARENT,
    RESULT,
    amount,
    household,
    result_of,
    room_of,
)
from tests.pages import page_of
from tests.reading import Page

IN_WORK = {**ALONE, "inkomen_nu": ["bijstand", "loon"], "loon_nu": 400, "uren_nu": 800}
REFUSED: dict[Refusal, dict[str, Any]] = {
    Refusal.OWN_BUSINESS: {**ALONE, "inkomen_nu": ["bijstand", "eigen_bedrijf"]},
    Refusal.AOW_AGE: {**ALONE, "geboortemaand": "1959-05"},
    Refusal.PARTNER_AOW_AGE: {**COUPLE, "geboortemaand_partner": "1958-05"},
    Refusal.UNDER_18: {**ALONE, "geboortemaand": "2009-05"},
    Refusal.PARTNER_UNDER_18: {**COUPLE, "geboortemaand_partner": "2009-05"},
    Refusal.WIA_OR_ZIEKTEWET: {**ALONE, "inkomen_nu": ["ziekte"]},
    Refusal.WAJONG: {**ALONE, "inkomen_nu": ["wajong"]},
    Refusal.STUDENT_FINANCE: {**ALONE, "inkomen_nu": ["studiefinanciering"]},
    Refusal.ALIMENTATION: {**ALONE, "geen_berekening": ["alimentatie"]},
    Refusal.BESLAG: {**ALONE, "geen_berekening": ["beslag"]},
    Refusal.PARTNER_OTHER_INCOME: {**COUPLE, "inkomen_partner_soort": "anders"},
}
WHO_NEEDS = {
    "geboortemaand": ALONE,
    "inkomen_nu": ALONE,
    "woonsituatie": ALONE,
    "kinderen": PARENT,
    "inkomen_partner_soort": COUPLE,
    "brutoloon": ON_WW,
    "loon_nu": IN_WORK,
}
MAY_BE_UNKNOWN = [
    ("vrijlating_toegekend", ALONE),
    ("huur_per_maand", ALONE),
    ("huisgenoot_27", COUPLE),
    ("inkomen_partner_bruto", COUPLE),
    ("toeslag_uwv", {**ON_WW, "brutoloon": 1500}),
    ("spaargeld", ON_WW),
]
CHANGES_NOTHING_OR_HAS_A_STAND_IN = [
    ("spaargeld", ALONE),
    ("huurwoning", ALONE),
    ("geen_berekening", ALONE),
    ("geboortemaand_partner", COUPLE),
    ("ww_begonnen", ON_WW),
    ("einddatum_ww", ON_WW),
    ("uren_nu", IN_WORK),
]


def main_of(page: Page) -> str:
    return page.text(page.one("main"))


def test_there_is_an_example_of_every_refusal_and_of_everything_that_is_needed() -> None:
    assert set(REFUSED) == set(Refusal)
    assert set(WHO_NEEDS) == set(NEEDED)


@pytest.mark.row("C4")
@pytest.mark.parametrize("refusal", Refusal)
@pytest.mark.parametrize("language", ["nl", "ar"])
def test_a_refusal_gives_no_amount_and_names_who_can_help(
    app: Flask, refusal: Refusal, language: str
) -> None:
    client = household(app, REFUSED[refusal], HOURS_24)
    for address in ("uitkomst", "uitleg", "agenda.ics"):
        page = page_of(client.get(f"/{language}/geld/{address}"))
        boxes = page.all("div", class_="first_step")
        assert len(boxes) == 1
        links = [link.get("href", "") for link in boxes[0].iter("a")]
        words = room_of(app).refusals[refusal]
        assert links == [f"/{language}/organisatie/{words.organisation}"]
        assert client.get(links[0]).status_code == 200
        folded = page.all("dl", class_="folded")
        kept = "".join(page.text(each) for each in folded)
        amounts = [page.text(each) for each in page.all("bdi", class_="bedrag")]
        assert all(each in kept for each in amounts), "only what was filled in may be an amount"
    if language == "nl":
        assert words.sentence in main_of(page)


def test_every_reason_to_refuse_is_told_at_once(app: Flask) -> None:
    both = {**ALONE, "inkomen_nu": ["wajong", "eigen_bedrijf"], "geen_berekening": ["alimentatie", "beslag"]}
    page = page_of(household(app, both, HOURS_24).get(RESULT))
    assert len(page.all("div", class_="first_step")) == 4


@pytest.mark.parametrize("fact", NEEDED)
def test_what_is_needed_and_not_known_is_asked_for_again(app: Flask, fact: str) -> None:
    client = household(app, WHO_NEEDS[fact] | {fact: "?"}, HOURS_24)
    page = page_of(client.get(RESULT))
    assert page.h1 == "Wij weten nog niet genoeg om te rekenen"
    assert f"/nl/geld/nu/{fact}" in [link.get("href") for link in page.all("a")]
    assert not page.all("span", class_="answer__amount")
    assert client.get(f"/nl/geld/nu/{fact}").status_code == 200


def test_a_child_without_an_age_is_asked_for_again_and_never_left_out(app: Flask) -> None:
    client = household(app, PARENT | {"kinderen": [PARENT["kinderen"][0], {"opvang": True}]}, HOURS_24)
    page = page_of(client.get(RESULT))
    assert page.h1 == "Wij weten nog niet genoeg om te rekenen"
    assert "/nl/geld/nu/kinderen" in [link.get("href") for link in page.all("a")]


@pytest.mark.row("C16")
@pytest.mark.parametrize(("fact", "answers"), MAY_BE_UNKNOWN)
def test_what_is_not_known_gives_a_range_around_the_result(
    app: Flask, fact: str, answers: dict[str, Any]
) -> None:
    result = result_of(household(app, answers | {fact: "?"}, {**HOURS_24, "werk_uren": 1000}))
    section = result.page.one("section", aria_labelledby="zekerder")
    first = next(section.iter("p"))
    low, high = (amount(result.page.text(each)) for each in first.iter("bdi"))
    assert low <= result.answer <= high
    assert low < high
    links = [link.get("href") for link in section.iter("a")]
    assert links == [f"/nl/geld/nu/{fact}"]


@pytest.mark.row("C16")
@pytest.mark.parametrize(("fact", "answers"), CHANGES_NOTHING_OR_HAS_A_STAND_IN)
def test_whatever_else_is_not_known_still_gives_a_result(
    app: Flask, fact: str, answers: dict[str, Any]
) -> None:
    result = result_of(household(app, answers | {fact: "?"}, HOURS_24))
    assert result.answer == result.together[1]


def test_when_nothing_is_open_there_is_no_range(app: Flask) -> None:
    section = result_of(household(app, ALONE, HOURS_24)).page.one("section", aria_labelledby="zekerder")
    assert not list(section.iter("bdi"))


def test_an_unknown_first_day_is_the_first_of_next_month_and_the_page_says_so(app: Flask) -> None:
    result = result_of(household(app, ALONE, HOURS_24, start="?"))
    assert "Wij rekenen vanaf 1 december 2026." in main_of(result.page)


def test_a_refusal_is_said_as_soon_as_it_is_known(app: Flask) -> None:
    client = household(app, {"geboortemaand": "1990-05", "inkomen_nu": ["wajong"], "woonsituatie": "alleen"})
    page = page_of(client.get("/nl/geld/nu"))
    assert not page.all("input", name="_vraag")
    links = [link.get("href", "") for link in page.one("main").iter("a")]
    assert "/nl/organisatie/uwv" in links
    assert "/nl/geld/nu/inkomen_nu" in links
