"""Pressing twice, going back, reloading: nothing is asked twice, nothing is lost, nothing is sent twice."""

from __future__ import annotations

import re
import time

import pytest
from playwright.sync_api import Page, Request, Route, expect

from tests.journeys.walking import (
    DISMISSED,
    answer_one,
    begin,
    fill_in,
    filled_in,
    press_on,
    question_of,
    to_outcome,
    walk,
)


def slowly(route: Route) -> None:
    """Be a slow line."""
    time.sleep(0.7)
    route.continue_()


def posts_of(page: Page) -> list[str]:
    """Return a list that fills with every form that is sent."""
    sent: list[str] = []

    def note(request: Request) -> None:
        if request.method == "POST":
            sent.append(request.url)

    page.on("request", note)
    return sent


def test_pressing_twice_sends_once(page: Page) -> None:
    begin(page)
    page.route("**/vraag/*", slowly)
    sent = posts_of(page)
    fill_in(page, "woont_in_gemeente", "ja")
    page.locator("main form#vraag .actions button").dblclick()
    expect(page).to_have_url(re.compile("/vraag/mag_hier_werken$"))
    assert len(sent) == 1
    page.unroute("**/vraag/*")


def test_a_slow_line_says_that_it_is_busy(page: Page) -> None:
    begin(page)
    page.route("**/vraag/*", slowly)
    fill_in(page, "woont_in_gemeente", "ja")
    button = page.locator("main form#vraag .actions button")
    button.click()
    expect(button.locator(".button__busy")).not_to_be_empty()
    expect(page).to_have_url(re.compile("/vraag/mag_hier_werken$"))
    expect(page.locator(".button__busy")).to_have_count(0)
    page.unroute("**/vraag/*")
    fill_in(page, "mag_hier_werken", "ja")
    press_on(page)
    expect(page).to_have_url(re.compile("/vraag/geboortemaand$"))


@pytest.mark.row("W5")
def test_back_shows_what_was_answered_and_forward_goes_on(any_page: Page) -> None:
    begin(any_page)
    walk(any_page, DISMISSED, until="weken_gewerkt_van_36")
    for fact in ("kan_werken", "laatste_werkdag", "einde_werk"):
        any_page.go_back()
        expect(any_page).to_have_url(re.compile(f"/vraag/{fact}$"))
        expect(any_page.locator(f"[name^='_gezien-{fact}']")).to_have_count(1)
        given = DISMISSED[fact]
        expected = {fact: [given]} if isinstance(given, str) else {key: [text] for key, text in given.items()}
        assert filled_in(any_page) == expected
    any_page.go_forward()
    expect(any_page).to_have_url(re.compile("/vraag/laatste_werkdag$"))
    answer_one(any_page, DISMISSED)
    assert walk(any_page, DISMISSED)[-1] == "zorgen"


@pytest.mark.row("W5")
def test_the_link_back_goes_one_question_back_with_its_answer(any_page: Page) -> None:
    begin(any_page)
    walk(any_page, DISMISSED, until="kan_werken")
    any_page.locator(".back_link").click()
    assert question_of(any_page) == "laatste_werkdag"
    assert filled_in(any_page)["laatste_werkdag-jaar"] == ["2026"]


def test_reloading_a_question_sends_nothing_and_asks_the_same(any_page: Page) -> None:
    begin(any_page)
    walk(any_page, DISMISSED, until="geboortemaand")
    sent = posts_of(any_page)
    any_page.reload()
    assert question_of(any_page) == "geboortemaand"
    assert not sent


def test_a_new_question_begins_at_its_top_with_its_own_title_and_focus(page: Page) -> None:
    begin(page)
    titles = {page.title()}
    while question_of(page) is not None:
        page.evaluate("scrollTo(0, document.body.scrollHeight)")
        answer_one(page, DISMISSED)
        expect(page.locator("h1")).to_be_focused()
        assert page.evaluate("scrollY") == 0
        assert page.title() not in titles
        titles.add(page.title())
    to_outcome(page)


def test_each_question_is_one_place_in_the_history(page: Page) -> None:
    begin(page)
    before = page.evaluate("history.length")
    walk(page, DISMISSED, until="einde_werk")
    assert page.evaluate("history.length") == before + 3
