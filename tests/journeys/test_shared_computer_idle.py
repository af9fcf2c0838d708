"""Somebody walks away from a library computer: it asks whether they are there, then wipes everything."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from flask import Flask
from playwright.sync_api import BrowserContext, Page, expect

from tests.journeys.walking import DISMISSED, begin, question_of, to_outcome, walk

START = 1_795_269_600
"""A Saturday in November 2026, 15:00 in Zwolle."""
MINUTE = 60_000
ASKS = "[data-idle-question]"


@pytest.fixture
def clock_page(new_context: Callable[..., BrowserContext], live_app: tuple[Flask, str]) -> Iterator[Page]:
    """A browser whose clock only moves when the test says so, on a server with the same clock."""
    app, _ = live_app
    page = new_context().new_page()
    page.clock.install(time=START)
    app.config["NOW"] = START
    yield page
    app.config["NOW"] = None


def wait(page: Page, app: Flask, minutes: float) -> None:
    """Let time go by for the browser and the server."""
    app.config["NOW"] += int(minutes * 60)
    page.clock.run_for(int(minutes * MINUTE))


@pytest.mark.row("S7")
@pytest.mark.parametrize("until", ["woont_in_gemeente", "einde_werk", None], ids=["first", "later", "check"])
def test_after_nine_minutes_it_asks_and_after_ten_it_wipes(
    clock_page: Page, live_app: tuple[Flask, str], until: str | None
) -> None:
    begin(clock_page, gedeeld=True)
    walk(clock_page, DISMISSED, until=until)
    wait(clock_page, live_app[0], 8.9)
    expect(clock_page.locator(ASKS)).to_be_hidden()
    wait(clock_page, live_app[0], 0.2)
    expect(clock_page.locator(ASKS)).to_be_visible()
    expect(clock_page.locator(ASKS)).to_be_focused()
    wait(clock_page, live_app[0], 1)
    expect(clock_page).to_have_url(re.compile(r"/gestopt$"))
    assert not clock_page.context.cookies()


@pytest.mark.row("S7")
def test_the_outcome_is_wiped_as_well(clock_page: Page, live_app: tuple[Flask, str]) -> None:
    begin(clock_page, gedeeld=True)
    walk(clock_page, DISMISSED)
    to_outcome(clock_page)
    wait(clock_page, live_app[0], 10.1)
    expect(clock_page).to_have_url(re.compile(r"/gestopt$"))


@pytest.mark.row("S7")
def test_who_is_still_there_goes_on_with_everything_kept(
    clock_page: Page, live_app: tuple[Flask, str]
) -> None:
    begin(clock_page, gedeeld=True)
    walk(clock_page, DISMISSED, until="laatste_werkdag")
    clock_page.locator("[name='laatste_werkdag-dag']").fill("30")
    for _ in range(2):
        wait(clock_page, live_app[0], 9.5)
        with clock_page.expect_response(lambda answer: "/vraag/" in answer.url):
            clock_page.locator(f"{ASKS} button").click()
        expect(clock_page.locator(ASKS)).to_be_hidden()
        expect(clock_page.locator("h1")).to_be_focused()
        expect(clock_page.locator("[name='laatste_werkdag-dag']")).to_have_value("30")
    walk(clock_page, DISMISSED)
    expect(clock_page).to_have_url(re.compile("/controleer$"))


@pytest.mark.row("S7")
def test_whoever_types_is_not_asked(clock_page: Page, live_app: tuple[Flask, str]) -> None:
    begin(clock_page, gedeeld=True)
    walk(clock_page, DISMISSED, until="laatste_werkdag")
    wait(clock_page, live_app[0], 8)
    with clock_page.expect_response(lambda answer: "/vraag/" in answer.url):
        clock_page.locator("[name='laatste_werkdag-dag']").press_sequentially("3")
    wait(clock_page, live_app[0], 8)
    expect(clock_page.locator(ASKS)).to_be_hidden()
    assert question_of(clock_page) == "laatste_werkdag"


def test_without_a_script_the_server_wipes_and_says_why(
    new_context: Callable[..., BrowserContext], live_app: tuple[Flask, str]
) -> None:
    app, _ = live_app
    page = new_context(java_script_enabled=False).new_page()
    app.config["NOW"] = START
    try:
        begin(page, gedeeld=True)
        walk(page, DISMISSED, until="kan_werken")
        app.config["NOW"] += 11 * 60
        page.reload()
        expect(page.locator(".notice--warning")).to_be_visible()
        assert not [one for one in page.context.cookies() if one["name"] == "antwoorden"]
        page.goto("/nl/route/baan_kwijt/controleer")
        expect(page.locator("main")).not_to_contain_text("Mijn werkgever ontslaat mij")
    finally:
        app.config["NOW"] = None


def test_at_home_nobody_asks(clock_page: Page) -> None:
    begin(clock_page)
    walk(clock_page, DISMISSED, until="kan_werken")
    clock_page.clock.run_for(30 * MINUTE)
    expect(clock_page.locator(ASKS)).to_have_count(0)
    assert question_of(clock_page) == "kan_werken"
