"""The whole way with nothing but a keyboard: Tab, Space, arrows and Enter."""

from __future__ import annotations

import itertools
import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.walking import (
    DISMISSED,
    WW_ENDS,
    Answers,
    begin,
    fill_in,
    question_of,
    to_outcome,
    walk,
)

FOCUSED = """() => {
  const one = document.activeElement;
  if (!one || one === document.body) return null;
  const card = one.closest('.event_card, .radio_card, .checkbox_card');
  const shown = card || one;
  const { top, bottom, left, right, width, height } = shown.getBoundingClientRect();
  const looks = [getComputedStyle(shown), getComputedStyle(one), getComputedStyle(one, '::after')];
  const ringed = looks.some(look => look.outlineStyle !== 'none' && parseFloat(look.outlineWidth) >= 2);
  return {
    tag: one.tagName, name: one.name || '', value: one.value || '',
    words: shown.textContent.trim().slice(0, 40),
    seen: width > 0 && height > 0 && bottom > 0 && top < innerHeight && right > 0 && left < innerWidth,
    ringed,
  };
}"""


class Keyboard:
    """Somebody who has only a keyboard, and looks where the focus is after every press."""

    def __init__(self, page: Page, *, has_script: bool = True) -> None:
        self.page = page
        self.has_script = has_script

    def press(self, key: str) -> dict[str, object] | None:
        """Press a key; whatever has the focus then can be seen and is marked."""
        self.page.keyboard.press(key)
        now: dict[str, object] | None = self.page.evaluate(FOCUSED)
        if now is not None and key in {"Tab", "Shift+Tab"}:
            assert now["seen"], f"the focus is out of sight: {now}"
            assert now["ringed"], f"the focus does not show: {now}"
        return now

    def tab_to(self, selector: str, most: int = 60) -> None:
        """Press Tab until this element has the focus."""
        target = self.page.locator(selector).first
        for _ in range(most):
            self.press("Tab")
            if target.evaluate("one => one === document.activeElement"):
                return
        raise AssertionError(f"Tab never reaches {selector} on {self.page.url}")

    def choose(self, name: str, value: str) -> None:
        """Go to a group of radio buttons and move through it with the arrows."""
        self.tab_to(f"input[type=radio][name='{name}']")
        if self.page.evaluate("document.activeElement.value") == value:
            self.page.keyboard.press("Space")
            return
        for _ in range(10):
            self.page.keyboard.press("ArrowDown")
            if self.page.evaluate("document.activeElement.value") == value:
                return
        raise AssertionError(f"the arrows never reach {value}")

    def answer(self, fact: str, answers: Answers) -> None:
        """Answer one question and press Enter on “Verder”."""
        given = answers[fact]
        box = self.page.locator(f"[name='{fact}'], [name^='{fact}-']").first
        if isinstance(given, str) and box.get_attribute("type") == "checkbox":
            self.tab_to(f"input[value='{given}']")
            self.page.keyboard.press("Space")
        elif isinstance(given, str):
            self.choose(fact, given)
        else:
            for name, text in given.items():
                self.tab_to(f"[name='{name}']")
                if self.page.evaluate("document.activeElement.tagName") == "SELECT":
                    self.page.keyboard.press("Home")
                    for _ in range(int(text)):
                        self.page.keyboard.press("ArrowDown")
                else:
                    self.page.keyboard.type(text)
        self.tab_to("main form#vraag .actions button")
        self.page.keyboard.press("Enter")
        expect(self.page.locator(f"[name='_gezien-{fact}']")).to_have_count(0)
        if self.has_script:
            expect(self.page.locator("main h1")).to_be_focused()


@pytest.mark.row("L10", "W3", "L11")
@pytest.mark.parametrize(("route", "answers"), [("baan_kwijt", DISMISSED), ("ww_stopt", WW_ENDS)])
def test_the_whole_way_by_keyboard(any_page: Page, java_script: bool, route: str, answers: Answers) -> None:
    keys = Keyboard(any_page, has_script=java_script)
    any_page.goto("/nl/")
    keys.press("Tab")
    expect(any_page.locator(".skip_link")).to_be_focused()
    any_page.keyboard.press("Enter")
    keys.tab_to(f"main a[href$='/route/{route}']")
    any_page.keyboard.press("Enter")
    expect(any_page).to_have_url(re.compile(f"/route/{route}$"))
    keys.tab_to("main form#vraag button.button")
    any_page.keyboard.press("Enter")
    expect(any_page).to_have_url(re.compile("/vraag/"))
    asked = []
    while (fact := question_of(any_page)) is not None:
        keys.answer(fact, answers)
        asked.append(fact)
    assert asked == list(answers)
    keys.tab_to("main a.button")
    any_page.keyboard.press("Enter")
    expect(any_page).to_have_url(re.compile("/uitkomst$"))
    keys.tab_to("#uw-stappen summary")
    any_page.keyboard.press("Enter")
    expect(any_page.locator("#uw-stappen details[open]")).to_have_count(1)


@pytest.mark.row("L10")
@pytest.mark.parametrize("language", ["nl", "ar"])
def test_tab_goes_down_the_page_and_comes_back_the_same_way(page: Page, language: str) -> None:
    keys = Keyboard(page)
    page.goto(f"/{language}/route/baan_kwijt")
    page.locator("main form#vraag button.button").click()
    expect(page.locator("main h1")).to_be_visible()
    page.reload()
    down: list[object] = []
    heights: list[float] = []
    for _ in range(60):
        if keys.press("Tab") is None:
            break
        down.append(page.evaluate("document.activeElement.outerHTML"))
        heights.append(page.evaluate("document.activeElement.getBoundingClientRect().top + scrollY"))
    assert len(down) > 10
    jumps = [later - earlier for earlier, later in itertools.pairwise(heights)]
    assert min(jumps) > -120, "the focus jumps up the page"
    assert len(down) == len(set(map(str, down))) or len(down) == 60, "the focus goes round"


@pytest.mark.row("L10", "L3")
def test_the_menu_of_languages_by_keyboard(any_page: Page, java_script: bool) -> None:
    keys = Keyboard(any_page)
    any_page.goto("/nl/contact")
    keys.tab_to(".language_switch summary")
    any_page.keyboard.press("Enter")
    expect(any_page.locator(".language_switch")).to_have_attribute("open", "")
    if java_script:
        any_page.keyboard.press("Escape")
        expect(any_page.locator(".language_switch")).not_to_have_attribute("open", "")
        expect(any_page.locator(".language_switch summary")).to_be_focused()
        any_page.keyboard.press("Space")
    keys.tab_to(".language_switch a[hreflang=ar]")
    any_page.keyboard.press("Enter")
    expect(any_page).to_have_url(re.compile("/ar/contact$"))


@pytest.mark.row("L10", "L13")
def test_from_an_error_straight_to_its_field(page: Page) -> None:
    keys = Keyboard(page)
    page.goto("/nl/route/baan_kwijt")
    page.locator("main form#vraag button.button").click()
    keys.tab_to("main form#vraag .actions button")
    page.keyboard.press("Enter")
    expect(page.locator(".error_summary")).to_be_focused()
    keys.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#woont_in_gemeente")).to_be_focused()
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/vraag/mag_hier_werken"))


@pytest.mark.row("L10", "W3")
@pytest.mark.parametrize("language", ["nl", "ar"])
def test_enter_in_a_field_goes_on_and_does_nothing_else(any_page: Page, language: str) -> None:
    begin(any_page, language)
    walk(any_page, DISMISSED, until="laatste_werkdag")
    fill_in(any_page, "laatste_werkdag", DISMISSED["laatste_werkdag"])
    any_page.locator("[name=laatste_werkdag-jaar]").press("Enter")
    expect(any_page).to_have_url(re.compile(f"/{language}/.*/vraag/kan_werken$"))


@pytest.mark.row("L10", "W17")
def test_enter_in_the_search_box_searches(any_page: Page) -> None:
    any_page.goto("/nl/zoeken")
    any_page.locator("main input[type=search]").fill("ontslag")
    any_page.locator("main input[type=search]").press("Enter")
    expect(any_page.locator("main a[href*='/nl/']").first).to_be_visible()
    expect(any_page.locator("html")).to_have_attribute("lang", "nl")
    expect(any_page.locator("main input[type=search]")).to_have_value("ontslag")


@pytest.mark.row("L10")
def test_enter_in_a_question_in_place_answers_that_question(any_page: Page) -> None:
    begin(any_page)
    walk(any_page, DISMISSED)
    to_outcome(any_page)
    ask = any_page.locator(".ask", has=any_page.locator("input[name=brutoloon]"))
    while not any_page.locator("input[name=brutoloon]").is_visible():
        any_page.locator("#hulp form > .details:not([open]) > summary").or_(
            ask.locator("xpath=self::*[not(@open)]/summary")
        ).first.click()
    any_page.locator("input[name=brutoloon]").fill("2100")
    any_page.locator("input[name=brutoloon]").press("Enter")
    expect(any_page.locator("input[name=brutoloon]")).to_have_count(0)
    expect(any_page).to_have_url(re.compile(r"/nl/route/baan_kwijt/uitkomst(#hulp)?$"))


@pytest.mark.row("L10")
def test_a_question_in_place_by_keyboard(page: Page) -> None:
    keys = Keyboard(page)
    page.goto("/nl/route/baan_kwijt")
    page.locator("main form#vraag button.button").click()
    while (fact := question_of(page)) is not None:
        keys.answer(fact, DISMISSED)
    to_outcome(page)
    keys.tab_to("#hulp .ask summary", most=120)
    page.keyboard.press("Enter")
    ask = page.locator("#hulp .ask[open]")
    fact = ask.locator("button[name=_vraag]").get_attribute("value") or ""
    unknown = ask.locator("input[value=weetniet], input[name$=-weetniet]").last
    if unknown.get_attribute("type") == "radio":
        keys.choose(fact, "weetniet")
    else:
        keys.tab_to(f"input[name='{fact}-weetniet']")
        page.keyboard.press("Space")
    keys.tab_to(f"button[name=_vraag][value='{fact}']")
    page.keyboard.press("Enter")
    expect(page.locator(f"button[name=_vraag][value='{fact}']")).to_have_count(0)
    expect(page.locator("#hulp-kop")).to_be_focused()
