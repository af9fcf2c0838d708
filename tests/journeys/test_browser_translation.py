"""A browser that translates the page itself: every text wrapped and changed, and the way is still walked."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.looking import translated
from tests.journeys.walking import CONTRACT_ENDS, begin, fill_in, press_on, question_of

FONTS = "main font"


def translate(page: Page) -> None:
    """Let the browser translate what stands there now."""
    assert translated(page) > 5
    expect(page.locator(FONTS).first).to_be_attached()


@pytest.mark.row("L8")
@pytest.mark.parametrize("language", ["nl", "ar"])
def test_the_whole_way_is_walked_through_a_translated_page(page: Page, language: str) -> None:
    begin(page, language)
    while (fact := question_of(page)) is not None:
        translate(page)
        fill_in(page, fact, CONTRACT_ENDS[fact])
        press_on(page)
        expect(page).not_to_have_url(re.compile(rf"/vraag/{fact}\b"))
        expect(page.locator("main h1")).to_have_count(1)
        expect(page.locator(FONTS)).to_have_count(0)
    translate(page)
    page.locator("main a.button").last.click()
    expect(page).to_have_url(re.compile(r"/uitkomst$"))
    translate(page)
    expect(page.locator("#uw-stappen")).to_contain_text("2027")


@pytest.mark.row("L8", "L13")
def test_an_error_on_a_translated_page_comes_back_whole(page: Page) -> None:
    begin(page)
    translate(page)
    press_on(page)
    summary = page.locator(".error_summary")
    expect(summary).to_be_focused()
    expect(page.locator("main h1")).to_have_count(1)
    translate(page)
    summary.locator("a").click()
    expect(page.locator("#woont_in_gemeente")).to_be_focused()
    fill_in(page, "woont_in_gemeente", "ja")
    press_on(page)
    expect(page).to_have_url(re.compile("/vraag/mag_hier_werken"))


@pytest.mark.row("L8")
def test_a_question_in_place_is_answered_on_a_translated_page(page: Page) -> None:
    begin(page)
    while (fact := question_of(page)) is not None:
        fill_in(page, fact, CONTRACT_ENDS[fact])
        press_on(page)
        expect(page).not_to_have_url(re.compile(rf"/vraag/{fact}\b"))
    page.locator("main a.button").last.click()
    translate(page)
    ask = page.locator("#hulp form > ul .ask").first
    fact = ask.locator("button[name=_vraag]").get_attribute("value") or ""
    ask.locator("summary").click()
    ask.locator("input[value=weetniet], input[name$=-weetniet]").last.dispatch_event("click")
    ask.locator("button[name=_vraag]").click()
    expect(page.locator(f"button[name=_vraag][value='{fact}']")).to_have_count(0)
    expect(page.locator("#hulp font")).to_have_count(0)


@pytest.mark.row("L8")
def test_a_slow_line_and_a_lost_one_do_not_touch_translated_words(page: Page) -> None:
    begin(page)
    translate(page)
    words = page.locator("main form .actions button font font").inner_text()
    fill_in(page, "woont_in_gemeente", "ja")
    page.context.set_offline(True)
    press_on(page)
    expect(page.locator("#geen-verbinding")).to_be_visible()
    assert page.locator("main form .actions button font font").inner_text() == words
    page.context.set_offline(False)
    press_on(page)
    expect(page).to_have_url(re.compile("/vraag/mag_hier_werken"))


@pytest.mark.row("L4", "L8")
def test_a_translator_leaves_the_words_of_the_letter_alone(page: Page) -> None:
    page.goto("/ar/hulp/ww_uitkering")
    terms = page.locator("main [translate=no][lang=nl]").all_inner_texts()
    assert terms
    translate(page)
    assert page.locator("main [translate=no][lang=nl]").all_inner_texts() == terms
