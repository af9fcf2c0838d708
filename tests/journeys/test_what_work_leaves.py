"""What work leaves, from the first question to the result: with and without a script, in two languages."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from flask import Flask
from playwright.sync_api import BrowserContext, Page, expect

from tests.journeys.kinds import A_DAY, CHILDCARE, ON_BIJSTAND, PARENT_ON_BIJSTAND, Kind, visit_page
from tests.journeys.looking import assert_accessible, assert_fits
from tests.journeys.money import CASES, PARENT, SINGLE, MoneyCase, fill_in_work, walk_money
from tests.journeys.test_print import sheets
from tests.journeys.words_left import latin_words

AMOUNT = re.compile(r"€\s*([\d.]+)")
PRINTED = [
    Kind("single", "geld/uitkomst", ON_BIJSTAND, work=(A_DAY,)),
    Kind("parent", "geld/uitkomst", PARENT_ON_BIJSTAND, work=(CHILDCARE,)),
]
every_case = pytest.mark.parametrize("case", CASES.values(), ids=list(CASES))
in_both = pytest.mark.parametrize("language", ["nl", "ar"])


def amount_in(page: Page, selector: str) -> int:
    """Return the first amount of euros in an element."""
    found = AMOUNT.search(page.locator(selector).first.inner_text().replace("\u00a0", " "))
    assert found is not None
    return int(found.group(1).replace(".", ""))


@pytest.mark.row("C1", "C2", "C5", "C7", "C9", "C17")
@in_both
@every_case
def test_a_household_walks_from_the_start_to_what_is_left(
    any_page: Page, java_script: bool, case: MoneyCase, language: str
) -> None:
    asked = walk_money(any_page, case, language)
    assert len(asked) == len(set(asked)), "something was asked twice"
    assert set(asked) <= set(case.answers)
    assert amount_in(any_page, ".answer__amount") == amount_in(any_page, ".rows tfoot td:nth-of-type(2)")
    assert any_page.locator(".months__tile").count() == 12
    assert any_page.locator(".to_do__row").count() > 0
    if java_script:  # axe is a script itself
        assert_accessible(any_page)
    any_page.set_viewport_size({"width": 320, "height": 640})
    assert_fits(any_page)


@pytest.mark.row("C2", "C15")
def test_from_2027_the_exemption_is_that_of_the_new_law_also_under_27(any_page: Page) -> None:
    walk_money(any_page, CASES["young"])
    any_page.goto("/nl/geld/uitleg")
    expect(any_page.locator("#bijstand")).to_contain_text("34a")


@pytest.mark.row("C5", "C7")
def test_childcare_stands_on_both_sides(any_page: Page) -> None:
    walk_money(any_page, PARENT)
    rows = any_page.locator(".rows").first
    expect(rows).to_contain_text("Kinderopvangtoeslag")
    expect(rows).to_contain_text("Kosten van opvang")


@pytest.mark.row("C14")
def test_other_work_stands_beside_it_and_can_be_taken_away(any_page: Page) -> None:
    walk_money(any_page, SINGLE)
    any_page.locator("a[href$='/geld/werk/2']").click()
    other = MoneyCase(
        SINGLE.answers,
        {"werk_uren": {"werk_uren": "36"}, "werk_loon": {"werk_loon": "17"}},
        SINGLE.start,
    )
    fill_in_work(any_page, other)
    heads = any_page.locator(".rows").first.locator("thead th")
    assert heads.count() == 4
    any_page.locator("form[action$='/weg'] button").first.click()
    expect(any_page.locator(".rows").first.locator("tfoot td.rows__wide")).to_have_count(1)


@pytest.mark.row("C8", "C11")
@in_both
def test_the_slider_reads_the_rows_and_asks_nobody(
    new_context: Callable[..., BrowserContext], language: str
) -> None:
    page = new_context().new_page()
    walk_money(page, SINGLE, language)
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    outcome = page.locator("#uren-uitkomst")
    expect(outcome).to_contain_text(
        page.locator("[data-hours='24'] [data-total]").inner_text(timeout=1000) or "€"
    )
    before = page.locator("[data-you]").get_attribute("cx")
    page.locator("[data-step='1']").click()
    expect(outcome).to_contain_text("25")
    page.locator(".slider__range").focus()
    for _ in range(7):
        page.keyboard.press("ArrowUp")
    expect(outcome).to_contain_text("32")
    total = page.locator("[data-hours='32'] [data-total]").evaluate("one => one.textContent")
    expect(outcome).to_contain_text(total)
    assert page.locator("[data-you]").get_attribute("cx") != before
    assert [each for each in requests if "/static/" not in each] == []


@pytest.mark.row("C18")
def test_a_link_of_ones_own_brings_everything_back_and_no_server_sees_it(
    new_context: Callable[..., BrowserContext],
) -> None:
    page = new_context().new_page()
    walk_money(page, PARENT)
    left = amount_in(page, ".answer__amount")
    page.goto("/nl/geld/link")
    page.locator("main form#vraag button.button").click()
    link = page.locator(".private_link").inner_text()
    assert "#" in link
    other = new_context().new_page()
    asked_for: list[str] = []
    other.on("request", lambda request: asked_for.append(request.url))
    other.goto(link)
    expect(other).to_have_url(re.compile(r"/geld/uitkomst$"))
    assert amount_in(other, ".answer__amount") == left
    secret = link.partition("#")[2]
    assert not [address for address in asked_for if secret in address.partition("#")[0]]
    assert other.evaluate("Object.keys(localStorage).length + Object.keys(sessionStorage).length") == 0


@pytest.mark.row("W13", "L7")
@pytest.mark.parametrize(("language", "both"), [("nl", False), ("ar", False), ("ar", True), ("en", True)])
@pytest.mark.parametrize("kind", PRINTED, ids=lambda kind: kind.name)
def test_the_result_is_two_sheets_also_in_two_languages(
    new_context: Callable[..., BrowserContext],
    live_app: tuple[Flask, str],
    kind: Kind,
    language: str,
    both: bool,
) -> None:
    page = new_context().new_page()
    visit_page(page, *live_app, language, kind)
    if both:
        page.locator(".dutch_switch button").locator("visible=true").first.click()
        page.locator("html.bilingual").wait_for()
    page.emulate_media(media="print")
    assert 1 <= sheets(page) <= 2


@pytest.mark.row("L2")
def test_no_dutch_is_left_unmarked_on_the_arabic_result(any_page: Page) -> None:
    walk_money(any_page, PARENT, "ar")
    assert latin_words(any_page) == []
