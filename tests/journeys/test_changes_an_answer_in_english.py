"""In English: an early answer is changed from the check page, and most questions get “I don't know”."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.walking import (
    DISMISSED,
    DONT_KNOW,
    answer_one,
    begin,
    fill_in,
    press_on,
    question_of,
    to_outcome,
    walk,
)

LIVES_HERE = {"woont_in_gemeente": "ja", "mag_hier_werken": "ja"}


def change(page: Page, fact: str) -> None:
    """Press the link to change one answer on the check page."""
    page.locator(f"main a[href*='/vraag/{fact}?naar=controleer']").click()
    expect(page).to_have_url(re.compile(f"/vraag/{fact}"))


@pytest.mark.row("W5")
def test_a_changed_answer_returns_to_the_check_page_with_all_others_kept(any_page: Page) -> None:
    begin(any_page, "en")
    walk(any_page, DISMISSED)
    rows = any_page.locator(".summary_row")
    before = rows.all_inner_texts()
    change(any_page, "geboortemaand")
    expect(any_page.locator("[name='geboortemaand-jaar']")).to_have_value("1985")
    fill_in(any_page, "geboortemaand", {"geboortemaand-jaar": "1990"})
    press_on(any_page)
    expect(any_page).to_have_url(re.compile("/en/route/baan_kwijt/controleer$"))
    changed = [words for words in rows.all_inner_texts() if words not in before]
    assert len(changed) == 1
    assert "1990" in changed[0]
    assert len(rows.all()) == len(before)


@pytest.mark.row("W5")
def test_a_question_that_a_change_makes_needed_comes_before_the_check_page(any_page: Page) -> None:
    begin(any_page, "en")
    walk(any_page, {**DISMISSED, "kan_werken": "nee"})
    change(any_page, "kan_werken")
    fill_in(any_page, "kan_werken", "ja")
    press_on(any_page)
    expect(any_page).not_to_have_url(re.compile("/vraag/kan_werken"))
    asked = walk(any_page, DISMISSED)
    expect(any_page).to_have_url(re.compile("/controleer$"))
    assert set(asked) <= {"weken_gewerkt_van_36"}
    to_outcome(any_page)
    expect(any_page.locator("#uw-stappen")).to_contain_text("2026")


@pytest.mark.row("W5")
def test_another_reason_drops_what_belonged_to_the_old_one(any_page: Page) -> None:
    begin(any_page, "en")
    walk(any_page, {**DISMISSED, "einde_werk": "failliet"})
    to_outcome(any_page)
    expect(any_page.locator("#hulp, #uw-stappen").first).to_be_visible()
    bankrupt = any_page.locator("a[href$='/hulp/loon_uwv_failliet']")
    assert bankrupt.count()
    any_page.locator(".back_link").click()
    change(any_page, "einde_werk")
    fill_in(any_page, "einde_werk", "ontslagen")
    press_on(any_page)
    expect(any_page).not_to_have_url(re.compile("/vraag/einde_werk"))
    walk(any_page, DISMISSED)
    to_outcome(any_page)
    assert not any_page.locator("#uw-stappen a[href$='/hulp/loon_uwv_failliet']").count()


@pytest.mark.row("W4")
def test_who_does_not_know_most_still_gets_people_and_questions_to_look_up(any_page: Page) -> None:
    begin(any_page, "en")
    asked = walk(any_page, LIVES_HERE)
    assert len(asked) <= 8
    expect(any_page.locator(".summary_row--unknown, .summary_list")).not_to_have_count(0)
    to_outcome(any_page)
    expect(any_page.locator("h1")).not_to_be_empty()
    expect(any_page.locator(".first_step")).to_be_visible()
    assert any_page.locator("#hulp .support_row").count() >= 5
    assert any_page.locator("#wie-helpt .person_row").count() >= 1
    where = any_page.locator("#hulp a[href*='naar=uitkomst']")
    assert where.count() >= 1, "nothing says where to find the answer"


@pytest.mark.row("W4", "W5")
def test_what_is_found_out_later_is_filled_in_from_the_outcome(any_page: Page) -> None:
    begin(any_page, "en")
    walk(any_page, LIVES_HERE)
    to_outcome(any_page)
    look_up = any_page.locator("#hulp a[href*='naar=uitkomst'], #uw-stappen a[href*='naar=uitkomst']").first
    for summary in any_page.locator("#hulp details:not([open]) > summary").all():
        if not look_up.is_visible() and summary.is_visible():
            summary.click()
    look_up.click()
    fact = question_of(any_page)
    assert fact is not None
    answer_one(any_page, DISMISSED)
    while question_of(any_page) is not None:
        answer_one(any_page, {})
    expect(any_page).to_have_url(re.compile(r"/uitkomst(#hulp)?$"))
    expect(any_page.locator(f"#hulp form a[href*='/vraag/{fact}?']")).to_have_count(0)


@pytest.mark.row("W4")
def test_every_question_can_be_left_open(any_page: Page) -> None:
    begin(any_page, "en")
    while (fact := question_of(any_page)) is not None:
        fill_in(any_page, fact, DONT_KNOW)
        press_on(any_page)
        expect(any_page).not_to_have_url(re.compile(rf"/vraag/{fact}\b"))
    to_outcome(any_page)
    expect(any_page.locator("h1")).to_be_visible()
