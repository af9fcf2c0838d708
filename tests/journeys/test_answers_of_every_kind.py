"""Every kind of answer, given in a browser with and without a script, and told back as it was meant."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask
from playwright.sync_api import Page, expect

from tests.journeys.kinds import ALONE, Kind, visit_page
from tests.journeys.walking import fill_in, filled_in, press_on, switch
from tests.wayfinder.visiting import everything

MONEY: tuple[tuple[str, dict[str, Any], str], ...] = (
    ("spaargeld", {"spaargeld": "١٬٢٥٠٫٥٠"}, "1.250,50"),
    ("spaargeld", {"spaargeld": "€ 1.250"}, "1.250"),
    ("brutoloon", {"brutoloon": "2100.5"}, "2.100,50"),
)


@pytest.fixture
def at(any_page: Page, live_app: tuple[Flask, str]) -> Callable[..., Page]:
    """Open one question with all that comes before it answered."""

    def opened(fact: str, language: str = "nl", answers: dict[str, Any] | None = None) -> Page:
        path = f"route/baan_kwijt/vraag/{fact}"
        visit_page(any_page, *live_app, language, Kind("one question", path, answers or ALONE))
        return any_page

    return opened


def on_the_check_page(page: Page) -> str:
    """The words of “Klopt dit?”."""
    page.goto(re.sub(r"/vraag/.*|/controleer.*|/uitkomst.*", "/controleer", page.url))
    return page.locator("main").inner_text().replace("\u00a0", " ")


@pytest.mark.row("W3", "L11")
@pytest.mark.parametrize(("fact", "typed", "told"), MONEY)
@pytest.mark.parametrize("language", ["nl", "ar"])
def test_amounts_in_any_writing_are_told_back_in_one(
    at: Callable[..., Page], language: str, fact: str, typed: dict[str, str], told: str
) -> None:
    page = at(fact, language, everything() if fact == "brutoloon" else ALONE)
    fill_in(page, fact, typed)
    press_on(page)
    expect(page.locator(f"[name='_gezien-{fact}']")).to_have_count(0)
    assert f"€ {told}" in on_the_check_page(page)


@pytest.mark.row("W3", "L11")
@pytest.mark.parametrize("language", ["nl", "ar"])
def test_children_are_added_one_by_one(at: Callable[..., Page], language: str, java_script: bool) -> None:
    page = at("kinderen", language)
    for number, (month, year) in enumerate((("3", "2019"), ("11", "2022"))):
        person = f"kinderen-{number}"
        fill_in(
            page,
            "kinderen",
            {f"{person}-geboortemaand-maand": month, f"{person}-geboortemaand-jaar": year},
        )
        page.locator(f"input[name='{person}-opvang'][value=nee]").locator("xpath=ancestor::label").click()
        page.locator("button[name=kinderen-nog]").click()
        expect(page.locator(f"[name='kinderen-{number + 1}-geboortemaand-jaar']")).to_be_visible()
        expect(page.locator(".error_summary")).to_have_count(0)
        if java_script:
            expect(page.locator(".people__person").last.locator("legend").first).to_be_focused()
            expect(page.locator(".people__person").last.locator("legend").first).to_be_in_viewport()
    switch(page, "en")
    assert filled_in(page)["kinderen-1-geboortemaand-jaar"] == ["2022"]
    press_on(page)
    expect(page.locator("[name='_gezien-kinderen']")).to_have_count(0)
    words = on_the_check_page(page)
    assert "2019" in words
    assert "2022" in words


@pytest.mark.row("W3", "W4")
@pytest.mark.parametrize("fact", ["spaargeld", "kinderen", "zorgen", "laatste_werkdag", "geboortemaand"])
def test_not_knowing_and_an_answer_together_are_asked_about(at: Callable[..., Page], fact: str) -> None:
    page = at(fact, "nl", {**ALONE})
    fill_in(page, fact, "weetniet")
    boxes = page.locator(f"main input[type=text][name^='{fact}']")
    if boxes.count():
        boxes.last.fill("2020")
    else:
        fill_in(page, fact, "somber")
    press_on(page)
    expect(page.locator(".error_summary")).to_be_visible()


@pytest.mark.row("W3")
def test_none_of_these_and_one_of_these_do_not_go_together(at: Callable[..., Page]) -> None:
    page = at("zorgen", "nl", {name: answer for name, answer in everything().items() if name != "zorgen"})
    fill_in(page, "zorgen", "geen")
    fill_in(page, "zorgen", "somber")
    press_on(page)
    expect(page.locator(".error_summary")).to_be_visible()
    assert filled_in(page)["zorgen"] == ["somber", "geen"]
