"""“Past dit bij u?”: a maybe is settled where it stands, and the rest of the page follows."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.journeys.looking import assert_accessible
from tests.journeys.walking import DISMISSED, begin, fill_in, filled_in, switch, to_outcome, walk


def at_outcome(page: Page, language: str = "nl") -> None:
    """Walk to the outcome of somebody who is dismissed, and open everything that may fit."""
    begin(page, language)
    walk(page, DISMISSED)
    to_outcome(page)
    open_all(page)


def open_all(page: Page) -> None:
    """Open every folded part around and in the questions."""
    for kind in ("#hulp form > .details", "#hulp .ask"):
        closed = page.locator(f"{kind}:not([open]) > summary")
        while closed.count():
            closed.first.click()


def ask_of(page: Page, fact: str) -> Locator:
    """Return the question about this fact."""
    return page.locator(".ask", has=page.locator(f"button[name=_vraag][value='{fact}']"))


def asked_here(page: Page) -> list[str]:
    """Return which questions stand on the page."""
    return [str(one.get_attribute("value")) for one in page.locator("button[name=_vraag]").all()]


def settle(page: Page, fact: str) -> None:
    """Press the button of one question."""
    ask_of(page, fact).locator("button[name=_vraag]").click()


@pytest.mark.row("W4", "W8", "L11")
@pytest.mark.parametrize("language", ["nl", "ar"])
def test_an_answer_in_place_moves_the_help_to_where_it_belongs(
    any_page: Page, language: str, java_script: bool
) -> None:
    at_outcome(any_page, language)
    title, fact = any_page.title(), "krijgt_toeslag"
    assert fact in asked_here(any_page)
    fill_in(any_page, fact, "ja")
    settle(any_page, fact)
    expect(ask_of(any_page, fact)).to_have_count(0)
    expect(any_page).to_have_url(re.compile(r"/uitkomst(#hulp)?$"))
    assert any_page.title() == title
    if java_script:
        expect(any_page.locator("#hulp-kop")).to_be_focused()
        assert not any_page.evaluate("performance.getEntriesByType('navigation').length > 1")


@pytest.mark.row("W10")
def test_the_steps_follow_an_answer_in_place(any_page: Page) -> None:
    at_outcome(any_page)
    before = any_page.locator("#uw-stappen").inner_text()
    fill_in(any_page, "krijgt_toeslag", "ja")
    settle(any_page, "krijgt_toeslag")
    expect(ask_of(any_page, "krijgt_toeslag")).to_have_count(0)
    in_place = any_page.locator("#uw-stappen").inner_text()
    assert in_place != before
    any_page.reload()
    assert any_page.locator("#uw-stappen").inner_text() == in_place


@pytest.mark.row("L13")
@pytest.mark.parametrize("language", ["nl", "ar"])
def test_an_error_in_place_is_said_on_top_and_leads_to_the_field(
    any_page: Page, language: str, java_script: bool
) -> None:
    at_outcome(any_page, language)
    title = any_page.title()
    fact = asked_here(any_page)[0]
    settle(any_page, fact)
    summary = any_page.locator(".error_summary")
    expect(summary).to_have_count(1)
    expect(summary).to_have_attribute("role", "alert")
    assert any_page.title().endswith(title)
    assert any_page.title() != title
    if java_script:
        expect(summary).to_be_focused()
        assert_accessible(any_page)
    summary.locator("a").click()
    expect(any_page.locator(f"[id='{fact}']")).to_be_focused()


def test_what_was_typed_in_another_question_stays(any_page: Page) -> None:
    at_outcome(any_page)
    fill_in(any_page, "brutoloon", {"brutoloon": "2.1x"})
    fill_in(any_page, "krijgt_toeslag", "ja")
    settle(any_page, "krijgt_toeslag")
    expect(ask_of(any_page, "krijgt_toeslag")).to_have_count(0)
    assert filled_in(any_page)["brutoloon"] == ["2.1x"]
    expect(any_page.locator("input[name=brutoloon]")).to_be_visible()


def test_after_all_is_settled_the_language_can_still_be_changed(any_page: Page) -> None:
    at_outcome(any_page)
    for _ in range(40):
        left = asked_here(any_page)
        if not left:
            break
        open_all(any_page)
        fact = left[0]
        ask = ask_of(any_page, fact)
        ask.locator("input[value=weetniet], input[name$=-weetniet]").last.dispatch_event("click")
        settle(any_page, fact)
        expect(any_page.locator(f"button[name=_vraag][value='{fact}']")).to_have_count(0)
    assert not asked_here(any_page)
    switch(any_page, "ar")
    expect(any_page).to_have_url(re.compile(r"/ar/route/baan_kwijt/uitkomst$"))


@pytest.mark.row("L3")
def test_another_language_on_the_outcome_keeps_what_was_typed_in_place(any_page: Page) -> None:
    at_outcome(any_page, "ar")
    fill_in(any_page, "brutoloon", {"brutoloon": "٢٬١٠٠"})
    switch(any_page, "nl")
    assert filled_in(any_page)["brutoloon"] == ["٢٬١٠٠"]
