"""The outcome on paper: one or two sheets, in Dutch, in Arabic, and in both beside each other."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from flask import Flask
from playwright.sync_api import BrowserContext, Page, expect

from tests.journeys.kinds import IN_NEED, NOTHING_KNOWN, OTHER_ROUTES, Kind, visit_page
from tests.wayfinder.visiting import everything

SHEET = re.compile(rb"/Type\s*/Page\b(?!s)")
WORRIES = ["huur_of_hypotheek", "taal_of_lezen"]
OUTCOMES = [
    Kind("dismissed", "route/baan_kwijt/uitkomst", everything()),
    Kind("bankrupt", "route/baan_kwijt/uitkomst", everything(einde_werk="failliet")),
    Kind("settled", "route/baan_kwijt/uitkomst", everything(einde_werk="vaststellingsovereenkomst")),
    Kind("with worries", "route/baan_kwijt/uitkomst", everything(zorgen=WORRIES)),
    Kind("in need", "route/baan_kwijt/uitkomst", IN_NEED),
    Kind("nothing known", "route/baan_kwijt/uitkomst", NOTHING_KNOWN),
]
OF_OTHER_ROUTES = [
    Kind(route, f"route/{route}/uitkomst", {**answers, "zorgen": WORRIES}, walked=route)
    for route, answers in OTHER_ROUTES.items()
]
every_outcome = pytest.mark.parametrize("kind", OUTCOMES, ids=lambda kind: kind.name)
Printed = Callable[..., Page]


@pytest.fixture
def printed(new_context: Callable[..., BrowserContext], live_app: tuple[Flask, str]) -> Printed:
    """An outcome as it comes out of the printer, on the page."""

    def on_paper(language: str, kind: Kind, *, both: bool = False) -> Page:
        page = new_context().new_page()
        visit_page(page, *live_app, language, kind)
        if both:
            page.locator(".dutch_switch button").locator("visible=true").first.click()
            page.locator("html.bilingual").wait_for()
        page.emulate_media(media="print")
        return page

    return on_paper


def sheets(page: Page) -> int:
    """How many sheets of A4 a page takes."""
    return len(SHEET.findall(page.pdf(format="A4")))


@pytest.mark.row("W13", "L7")
@pytest.mark.parametrize(("language", "both"), [("nl", False), ("ar", False), ("ar", True), ("en", True)])
@every_outcome
def test_an_outcome_is_one_or_two_sheets(printed: Printed, kind: Kind, language: str, both: bool) -> None:
    page = printed(language, kind, both=both)
    assert 1 <= sheets(page) <= 2


@pytest.mark.row("W13", "L7")
@pytest.mark.parametrize(("language", "both"), [("nl", False), ("ar", False), ("ar", True)])
@pytest.mark.parametrize("kind", OF_OTHER_ROUTES, ids=lambda kind: kind.name)
def test_the_outcome_of_every_other_route_too(
    printed: Printed, kind: Kind, language: str, both: bool
) -> None:
    page = printed(language, kind, both=both)
    expect(page).to_have_url(re.compile(f"/{kind.path}$"))
    assert page.locator(".support_row").count() > 0
    assert 1 <= sheets(page) <= 2


@pytest.mark.row("S3")
@pytest.mark.parametrize("language", ["nl", "ar"])
def test_four_cards_of_a_route_are_one_sheet(printed: Printed, language: str) -> None:
    page = printed(language, Kind("card", "kaart/werken_met_bijstand"))
    assert sheets(page) == 1
    assert page.locator(".card").locator("visible=true").count() == 4


@pytest.mark.row("W13")
@pytest.mark.parametrize("language", ["nl", "ar"])
def test_dates_and_telephone_numbers_are_on_it_and_buttons_are_not(printed: Printed, language: str) -> None:
    page = printed(language, OUTCOMES[0])
    words = page.locator("body").inner_text()
    for expected in ("2026", "0900-9294", "8"):
        assert expected in words
    assert page.locator("h1").is_visible()
    assert page.locator("#uw-stappen").is_visible()
    for unseen in (
        "button",
        "header nav",
        ".skip_link",
        "form [name=_vraag]",
        ".feedback",
        "input",
        "select",
    ):
        assert page.locator(unseen).locator("visible=true").count() == 0, unseen


@pytest.mark.row("W13")
def test_the_day_and_the_sender_stand_on_the_paper(printed: Printed) -> None:
    words = printed("nl", OUTCOMES[0]).locator("body").inner_text()
    assert "21 november 2026" in words
    assert "Gemeente Zwolle" in words
    assert "schatting, geen besluit" in words


@pytest.mark.row("W13", "L7")
def test_in_two_languages_every_step_stands_in_both(printed: Printed) -> None:
    page = printed("ar", OUTCOMES[0], both=True)
    steps = page.locator("#uw-stappen .said__nl").locator("visible=true")
    assert steps.count() >= 3
    assert page.locator("#uw-stappen .said__own").locator("visible=true").count() >= steps.count()
    for dutch in steps.all()[:3]:
        assert (dutch.get_attribute("lang"), dutch.get_attribute("dir")) == ("nl", "ltr")


def test_nothing_sticks_out_of_the_paper(printed: Printed) -> None:
    for language, both in (("nl", False), ("ar", True)):
        page = printed(language, OUTCOMES[3], both=both)
        page.set_viewport_size({"width": 718, "height": 1000})
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
