"""A form that cannot go on says so on top, in the visitor's language, and loses nothing of what was typed."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.walking import CONTRACT_ENDS, begin, fill_in, filled_in, press_on, switch, walk

LANGUAGES = ("nl", "en", "ar")
WRONG = {
    "woont_in_gemeente": {},
    "geboortemaand": {"geboortemaand-maand": "4", "geboortemaand-jaar": "19٨5x"},
    "laatste_werkdag": {
        "laatste_werkdag-dag": "31",
        "laatste_werkdag-maand": "2",
        "laatste_werkdag-jaar": "2026",
    },
    "weken_gewerkt_van_36": {"weken_gewerkt_van_36": "heel veel"},
    "zorgen": {},
}
IN_VIEW = """link => {
  const field = document.querySelector(link.getAttribute('href'));
  const { top, bottom } = field.getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
}"""


def go_wrong(page: Page, fact: str) -> None:
    """Answer one question in a way that cannot be kept."""
    fill_in(page, fact, WRONG[fact])
    press_on(page)
    expect(page.locator(".error_summary")).to_be_visible()


@pytest.mark.row("L13", "W3")
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_of_question_has_a_summary_that_leads_to_its_field(
    any_page: Page, language: str, java_script: bool
) -> None:
    begin(any_page, language)
    for fact in WRONG:
        walk(any_page, CONTRACT_ENDS, until=fact)
        plain_title = any_page.title()
        go_wrong(any_page, fact)
        summary = any_page.locator(".error_summary")
        expect(summary).to_have_attribute("role", "alert")
        assert any_page.title().endswith(plain_title)
        assert any_page.title() != plain_title, "the title does not begin with the word for an error"
        links = summary.locator("a")
        expect(links).to_have_count(1)
        expect(any_page.locator(f"[id='{fact}-fout']")).to_contain_text(links.inner_text())
        field = any_page.locator(links.get_attribute("href") or "#absent")
        expect(field).to_have_attribute("aria-invalid", "true")
        if java_script:
            expect(summary).to_be_focused()
        links.click()
        expect(field).to_be_focused()
        assert links.evaluate(IN_VIEW)
        expect(any_page.locator("html")).to_have_attribute("lang", language)


@pytest.mark.row("L13")
def test_what_was_typed_stays_as_it_was_typed(any_page: Page) -> None:
    begin(any_page, "ar")
    for fact in ("geboortemaand", "laatste_werkdag", "weken_gewerkt_van_36"):
        walk(any_page, CONTRACT_ENDS, until=fact)
        go_wrong(any_page, fact)
        assert filled_in(any_page) == {name: [text] for name, text in WRONG[fact].items()}


@pytest.mark.row("L13")
def test_an_error_is_no_second_place_in_the_history(page: Page) -> None:
    begin(page)
    walk(page, CONTRACT_ENDS, until="weken_gewerkt_van_36")
    for _ in range(3):
        go_wrong(page, "weken_gewerkt_van_36")
        expect(page.locator(".error_summary")).to_be_focused()
    page.go_back()
    expect(page).to_have_url(re.compile(r"/vraag/kan_werken$"))


@pytest.mark.row("L13")
def test_after_an_error_the_right_answer_goes_on_and_the_word_is_gone(any_page: Page) -> None:
    begin(any_page, "en")
    walk(any_page, CONTRACT_ENDS, until="weken_gewerkt_van_36")
    go_wrong(any_page, "weken_gewerkt_van_36")
    wrong = any_page.title().split()[0]
    fill_in(any_page, "weken_gewerkt_van_36", {"weken_gewerkt_van_36": "36"})
    press_on(any_page)
    expect(any_page).to_have_url(re.compile(r"/vraag/zorgen$"))
    expect(any_page.locator(".error_summary")).to_have_count(0)
    assert not any_page.title().startswith(wrong)


@pytest.mark.row("L3", "L13")
def test_another_language_after_an_error_keeps_what_was_typed(any_page: Page) -> None:
    begin(any_page, "en")
    walk(any_page, CONTRACT_ENDS, until="weken_gewerkt_van_36")
    go_wrong(any_page, "weken_gewerkt_van_36")
    switch(any_page, "ar")
    assert filled_in(any_page) == {"weken_gewerkt_van_36": ["heel veel"]}
