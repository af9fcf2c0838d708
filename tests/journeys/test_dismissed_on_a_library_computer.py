"""Somebody is dismissed and looks for help on a library computer; nothing of it stays behind."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.walking import DISMISSED, begin, to_outcome, walk

STORED = "() => JSON.stringify([Object.keys(localStorage), Object.keys(sessionStorage)])"
KEPT = "async () => [(await caches.keys()).length, (await indexedDB.databases()).length].join()"


@pytest.mark.row("W1", "W8", "W10", "W15", "L11")
def test_eight_questions_lead_to_dated_steps(any_page: Page) -> None:
    begin(any_page, gedeeld=True)
    asked = walk(any_page, DISMISSED)
    assert len(asked) <= 8
    to_outcome(any_page)
    expect(any_page.locator("h1")).to_have_text("U kunt waarschijnlijk WW krijgen. Vraag die op tijd aan.")
    expect(any_page.locator(".first_step")).to_contain_text("8 december 2026")
    expect(any_page.locator(".timeline")).to_contain_text("28 februari 2027")


@pytest.mark.row("S7", "W6")
def test_stop_leaves_nothing_behind(any_page: Page, java_script: bool) -> None:
    begin(any_page, gedeeld=True)
    walk(any_page, DISMISSED)
    to_outcome(any_page)
    any_page.locator("form[data-stop] button").click()
    expect(any_page).to_have_url(re.compile(r"/gestopt$"))
    assert not any_page.context.cookies()
    if java_script:
        assert any_page.evaluate(STORED) == "[[],[]]"
        assert any_page.evaluate(KEPT) == "0,0"
    any_page.go_back()
    expect(any_page.locator("body")).not_to_contain_text("8 december 2026")
    any_page.goto("/nl/route/baan_kwijt/controleer")
    expect(any_page.locator("main")).not_to_contain_text("Mijn werkgever ontslaat mij")


def test_no_answer_stands_in_an_address_or_a_title(any_page: Page) -> None:
    seen: list[str] = []
    any_page.on("framenavigated", lambda frame: seen.append(frame.url))
    begin(any_page)
    walk(any_page, DISMISSED)
    to_outcome(any_page)
    for word in ("ontslagen", "1985", "huur_of_hypotheek", "2026-11-30"):
        assert not any(word in address for address in (*seen, any_page.title()))
