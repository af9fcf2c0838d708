"""The connection goes at a question: the answer stays where it is, and the visitor reads what to do."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route, expect

from tests.journeys.walking import (
    CONTRACT_ENDS,
    begin,
    fill_in,
    filled_in,
    press_on,
    question_of,
    to_outcome,
    walk,
)

LOST = "#geen-verbinding"
ARABIC = re.compile(r"[\u0600-\u06ff]{3}")
TYPED = {"weken_gewerkt_van_36": "٣٦"}


def at_a_question(page: Page, language: str = "nl") -> None:
    """Walk to a question of a new visit and type an answer."""
    page.context.clear_cookies()
    begin(page, language)
    walk(page, CONTRACT_ENDS, until="weken_gewerkt_van_36")
    fill_in(page, "weken_gewerkt_van_36", TYPED)


def close_the_connection(route: Route) -> None:
    """Break off in the middle."""
    route.abort("connectionreset")


def answer_with_an_error(route: Route) -> None:
    """Be a server that is broken."""
    route.fulfill(status=502, body="<h1>Bad gateway</h1>", content_type="text/html")


def test_a_browser_that_knows_it_is_offline_says_so_in_the_language_of_the_page(page: Page) -> None:
    for language in ("nl", "ar"):
        at_a_question(page, language)
        page.context.set_offline(True)
        press_on(page)
        expect(page.locator(LOST)).to_be_focused()
        expect(page.locator(LOST)).to_have_attribute("role", "alert")
        assert bool(ARABIC.search(page.locator(LOST).inner_text())) is (language == "ar")
        assert question_of(page) == "weken_gewerkt_van_36"
        assert filled_in(page) == {"weken_gewerkt_van_36": ["٣٦"]}
        page.context.set_offline(False)
        expect(page.locator(LOST)).to_be_hidden()
        press_on(page)
        expect(page).to_have_url(re.compile(r"/vraag/zorgen$"))


@pytest.mark.parametrize("trouble", [close_the_connection, answer_with_an_error])
def test_a_server_that_does_not_answer_costs_nothing(page: Page, trouble: Callable[[Route], None]) -> None:
    for language in ("nl", "ar"):
        at_a_question(page, language)
        page.route("**/vraag/*", trouble)
        press_on(page)
        expect(page.locator(LOST)).to_be_focused()
        assert bool(ARABIC.search(page.locator(LOST).inner_text())) is (language == "ar")
        assert question_of(page) == "weken_gewerkt_van_36"
        assert filled_in(page) == {"weken_gewerkt_van_36": ["٣٦"]}
        page.unroute("**/vraag/*")
        press_on(page)
        expect(page).to_have_url(re.compile(r"/vraag/zorgen$"))
        expect(page.locator(LOST)).to_be_hidden()


def test_an_answer_that_arrived_though_the_page_did_not_is_kept_once(page: Page) -> None:
    at_a_question(page)

    def send_and_break(route: Route) -> None:
        route.fetch(max_redirects=0)
        route.abort("connectionreset")

    page.route("**/vraag/*", send_and_break)
    press_on(page)
    expect(page.locator(LOST)).to_be_focused()
    page.unroute("**/vraag/*")
    press_on(page)
    expect(page).to_have_url(re.compile(r"/vraag/zorgen$"))
    walk(page, CONTRACT_ENDS)
    to_outcome(page)


def test_past_dit_bij_u_keeps_its_answer_too(page: Page) -> None:
    begin(page)
    walk(page, CONTRACT_ENDS)
    to_outcome(page)
    ask = page.locator(".ask").first
    ask.locator("summary").click()
    ask.locator("label").first.click()
    before = filled_in(page)
    page.route("**/uitkomst*", close_the_connection)
    ask.locator("button[name=_vraag]").click()
    expect(page.locator(LOST)).to_be_focused()
    assert filled_in(page) == before


def test_another_language_without_a_connection_says_so_and_stays(page: Page) -> None:
    at_a_question(page, "ar")
    page.context.set_offline(True)
    page.locator(".language_switch summary").click()
    page.locator(".language_switch button[value=nl]").click()
    expect(page.locator(LOST)).to_be_focused()
    assert filled_in(page) == {"weken_gewerkt_van_36": ["٣٦"]}
    page.context.set_offline(False)
