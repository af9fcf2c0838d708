"""The same question, answered in two windows: both answers are shown, and it is asked once more."""

from __future__ import annotations

import re

import pytest
from flask import Flask
from flask.testing import FlaskClient
from playwright.sync_api import Page, expect

from tests.journeys.walking import DISMISSED, answer_one, begin, fill_in, press_on, to_outcome, walk
from tests.pages import page_of

BOTH = ".notice--warning .detail_list dd"


def in_two_windows(first: Page, fact: str, language: str = "nl") -> Page:
    """Open one question in two windows of one browser."""
    begin(first, language)
    walk(first, DISMISSED, until=fact)
    second = first.context.new_page()
    second.goto(first.url)
    return second


@pytest.mark.parametrize("language", ["nl", "ar"])
def test_both_answers_are_shown_and_the_question_is_asked_once_more(any_page: Page, language: str) -> None:
    second = in_two_windows(any_page, "einde_werk", language)
    fill_in(any_page, "einde_werk", "ontslagen")
    press_on(any_page)
    expect(any_page).not_to_have_url(re.compile("/vraag/einde_werk"))
    fill_in(second, "einde_werk", "failliet")
    press_on(second)
    expect(second.locator(BOTH)).to_have_count(2)
    elsewhere, here = second.locator(BOTH).all_inner_texts()
    assert elsewhere != here
    expect(second.locator("input[value=failliet]")).to_be_checked()
    expect(second).to_have_url(re.compile("/vraag/einde_werk$"))
    press_on(second)
    expect(second).not_to_have_url(re.compile("/vraag/einde_werk"))


def test_the_last_word_counts(any_page: Page) -> None:
    second = in_two_windows(any_page, "kan_werken")
    fill_in(any_page, "kan_werken", "ja")
    press_on(any_page)
    expect(any_page).not_to_have_url(re.compile("/vraag/kan_werken"))
    fill_in(second, "kan_werken", "nee")
    press_on(second)
    expect(second.locator(BOTH)).to_have_count(2)
    answer_one(second, DISMISSED)
    walk(second, DISMISSED)
    second.goto("/nl/route/baan_kwijt/vraag/kan_werken")
    expect(second.locator("input[value=ja]")).to_be_checked()


def test_the_same_answer_twice_is_no_question(any_page: Page) -> None:
    second = in_two_windows(any_page, "kan_werken")
    for window in (any_page, second):
        fill_in(window, "kan_werken", "ja")
        press_on(window)
        expect(window).not_to_have_url(re.compile("/vraag/kan_werken"))


def test_past_dit_bij_u_in_two_windows_shows_both_too(any_page: Page) -> None:
    begin(any_page)
    walk(any_page, DISMISSED)
    to_outcome(any_page)
    second = any_page.context.new_page()
    second.goto(any_page.url)
    for window, answer in ((any_page, "ja"), (second, "nee")):
        ask = window.locator(".ask", has=window.locator("input[value=nee]")).first
        fact = ask.locator("button[name=_vraag]").get_attribute("value")
        ask.locator("summary").click()
        ask.locator("label", has=window.locator(f"input[value={answer}]")).click()
        with window.expect_response(lambda found: found.request.method == "POST"):
            ask.locator("button[name=_vraag]").click()
    expect(second.locator(BOTH)).to_have_count(2)
    expect(second.locator(f"input[name='{fact}'][value=nee]")).to_be_checked()
    second.locator(f"button[name=_vraag][value='{fact}']").click()
    expect(second.locator(BOTH)).to_have_count(0)
    second.goto(f"/nl/route/baan_kwijt/vraag/{fact}")
    expect(second.locator(f"input[name='{fact}'][value=nee]")).to_be_checked()


def test_over_plain_http_the_second_answer_is_a_conflict_that_shows_both(app: Flask) -> None:
    client: FlaskClient = app.test_client()
    client.post("/nl/route/baan_kwijt")
    where = "/nl/route/baan_kwijt/vraag/einde_werk"
    form = {"_gezien-einde_werk": "-"}
    assert client.post(where, data={**form, "einde_werk": "ontslagen"}).status_code == 303
    asked_again = page_of(client.post(where, data={**form, "einde_werk": "failliet"}), 409)
    both = [asked_again.text(each) for each in asked_again.one("dl", class_="detail_list").findall("dd")]
    assert both == ["Mijn werkgever ontslaat mij", "Het bedrijf is failliet"]
    sent = {**asked_again.form_data(asked_again.one("form", id="vraag")), "einde_werk": ["failliet"]}
    assert client.post(where, data=sent).status_code == 303
