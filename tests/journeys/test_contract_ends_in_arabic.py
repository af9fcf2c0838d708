"""A contract ends; the visitor reads Arabic and changes the language halfway, with answers half typed."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.walking import (
    CONTRACT_ENDS,
    answer_one,
    begin,
    fill_in,
    filled_in,
    question_of,
    switch,
    to_outcome,
    walk,
)
from tests.journeys.words_left import latin_words, unmarked_texts

HALF_TYPED = {
    "geboortemaand": {"geboortemaand-maand": "4"},
    "laatste_werkdag": {"laatste_werkdag-dag": "٣١", "laatste_werkdag-jaar": "twintig"},
    "weken_gewerkt_van_36": {"weken_gewerkt_van_36": "ongeveer ٣٠"},
}


@pytest.mark.row("L2", "L3", "L11", "W1")
def test_the_whole_way_in_arabic_ends_in_dated_steps(any_page: Page) -> None:
    begin(any_page, "ar")
    asked = walk(any_page, CONTRACT_ENDS)
    assert "laatste_werkdag" in asked
    to_outcome(any_page)
    expect(any_page.locator("html")).to_have_attribute("dir", "rtl")
    expect(any_page.locator(".first_step")).to_be_visible()
    expect(any_page.locator(".timeline")).to_contain_text("2026")


@pytest.mark.row("L3")
def test_what_is_half_typed_comes_along_to_dutch_and_back(any_page: Page) -> None:
    begin(any_page, "ar")
    for fact, typed in HALF_TYPED.items():
        walk(any_page, CONTRACT_ENDS, until=fact)
        fill_in(any_page, fact, typed)
        before = filled_in(any_page)
        for code, direction in (("nl", "ltr"), ("ar", "rtl")):
            switch(any_page, code)
            expect(any_page).to_have_url(re.compile(rf"/{code}/route/baan_kwijt/vraag/{fact}$"))
            expect(any_page.locator("html")).to_have_attribute("dir", direction)
            assert filled_in(any_page) == before
        answer_one(any_page, CONTRACT_ENDS)


@pytest.mark.row("L3")
def test_cards_that_were_touched_stay_chosen_in_the_other_language(any_page: Page) -> None:
    begin(any_page, "ar")
    walk(any_page, CONTRACT_ENDS, until="zorgen")
    for option in ("taal_of_lezen", "schulden_rekeningen"):
        fill_in(any_page, "zorgen", option)
    switch(any_page, "nl")
    switch(any_page, "ar")
    assert sorted(filled_in(any_page)["zorgen"]) == ["schulden_rekeningen", "taal_of_lezen"]


@pytest.mark.row("L3", "W6")
def test_at_every_step_everything_changes_and_the_answers_stay(any_page: Page) -> None:
    begin(any_page, "ar")
    while (fact := question_of(any_page)) is not None:
        arabic = unmarked_texts(any_page)
        switch(any_page, "nl")
        assert not arabic & unmarked_texts(any_page), f"the same in nl and ar at {fact}"
        switch(any_page, "ar")
        assert unmarked_texts(any_page) == arabic, f"back in ar, {fact} reads otherwise"
        answer_one(any_page, CONTRACT_ENDS)
    for _ in ("check", "outcome"):
        arabic = unmarked_texts(any_page)
        switch(any_page, "nl")
        assert not arabic & unmarked_texts(any_page)
        switch(any_page, "ar")
        if "/controleer" in any_page.url:
            to_outcome(any_page)


@pytest.mark.row("L3", "L4")
def test_no_dutch_word_is_left_on_an_arabic_page_unless_it_is_marked(page: Page) -> None:
    left: list[str] = []

    def look() -> None:
        page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
        left.extend(f"{page.url}: {words}" for words in latin_words(page))

    page.goto("/ar/route/baan_kwijt")
    look()
    begin(page, "ar")
    while question_of(page) is not None:
        look()
        page.locator("main form#vraag .actions button").click()
        expect(page.locator(".error_summary")).to_be_focused()
        look()
        answer_one(page, CONTRACT_ENDS)
    look()
    to_outcome(page)
    look()
    assert not left, "\n".join(sorted(set(left)))
