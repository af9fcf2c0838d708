"""Walking a route in a real browser: answering by field, in any language, with or without a script."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from playwright.sync_api import Page, expect

Answers = Mapping[str, Mapping[str, str] | str]

DISMISSED: Answers = {
    "woont_in_gemeente": "ja",
    "mag_hier_werken": "ja",
    "geboortemaand": {"geboortemaand-maand": "4", "geboortemaand-jaar": "1985"},
    "einde_werk": "ontslagen",
    "laatste_werkdag": {
        "laatste_werkdag-dag": "30",
        "laatste_werkdag-maand": "11",
        "laatste_werkdag-jaar": "2026",
    },
    "kan_werken": "ja",
    "weken_gewerkt_van_36": {"weken_gewerkt_van_36": "36"},
    "zorgen": "huur_of_hypotheek",
}
CONTRACT_ENDS: Answers = {
    **DISMISSED,
    "einde_werk": "contract_stopt",
    "laatste_werkdag": {
        "laatste_werkdag-dag": "٣١",
        "laatste_werkdag-maand": "١٢",
        "laatste_werkdag-jaar": "٢٠٢٦",
    },
    "zorgen": "taal_of_lezen",
}
WW_ENDS: Answers = {
    "woont_in_gemeente": "ja",
    "mag_hier_werken": "ja",
    "geboortemaand": {"geboortemaand-maand": "4", "geboortemaand-jaar": "1985"},
    "einddatum_ww": {"einddatum_ww-dag": "31", "einddatum_ww-maand": "12", "einddatum_ww-jaar": "2026"},
    "woonsituatie": "met_partner",
    "spaargeld": {"spaargeld": "1000"},
    "inkomen_partner": {"inkomen_partner": "900"},
    "zorgen": "huur_of_hypotheek",
}
DONT_KNOW = "weetniet"


def question_of(page: Page) -> str | None:
    """Return which question the page asks; nothing on another page."""
    found = re.search(r"/vraag/([a-z0-9_]+)", page.url)
    return found.group(1) if found else None


def fill_in(page: Page, fact: str, answer: Mapping[str, str] | str) -> None:
    """Give an answer: an option, “weetniet”, or the text of each box."""
    if isinstance(answer, str):
        # Cards lie over their own box, as a finger would touch them.
        chosen = page.locator(f"input[name='{fact}'][value='{answer}'], input[name='{fact}-{answer}']").first
        page.locator(f"label[for='{chosen.get_attribute('id')}']").click()
        return
    for name, text in answer.items():
        box = page.locator(f"[name='{name}']")
        if box.evaluate("box => box.tagName") == "SELECT":
            box.select_option(text)
        else:
            box.fill(text)


def begin(page: Page, language: str = "nl", route: str = "baan_kwijt", **ticks: Any) -> None:
    """Open a route and press “Begin”, with or without a tick for a shared computer or for somebody else."""
    page.goto(f"/{language}/route/{route}")
    for name in ticks:
        page.locator(f"label[for='{name}']").click()
    page.locator("main form#vraag button.button").last.click()
    expect(page).to_have_url(re.compile(r"/vraag/"))


def answer_one(page: Page, answers: Answers) -> None:
    """Answer the question that is asked now and go on."""
    fact = question_of(page)
    assert fact is not None, f"{page.url} asks nothing"
    fill_in(page, fact, answers.get(fact, DONT_KNOW))
    page.locator("main form#vraag .actions button").click()
    expect(page).not_to_have_url(re.compile(rf"/vraag/{fact}\b"))


def walk(page: Page, answers: Answers, until: str | None = None) -> list[str]:
    """Answer every question, or those up to one; return which were asked."""
    asked: list[str] = []
    while (fact := question_of(page)) is not None and fact != until:
        assert fact not in asked, f"{fact} is asked twice"
        asked.append(fact)
        answer_one(page, answers)
    return asked


def to_outcome(page: Page) -> None:
    """From “Klopt dit?” to the outcome."""
    expect(page).to_have_url(re.compile(r"/controleer$"))
    page.locator("main a.button").last.click()
    expect(page).to_have_url(re.compile(r"/uitkomst$"))


def switch(page: Page, code: str) -> None:
    """Choose another language in the menu at the top, as a visitor does; opens without a script too."""
    menu = page.locator(".language_switch")
    menu.locator("summary").click()
    menu.locator(f"button[value='{code}'], a[href^='/{code}/']").click()
    expect(page.locator("html")).to_have_attribute("lang", code)


def press_on(page: Page) -> None:
    """Press “Verder” without asking what comes next."""
    page.locator("main form#vraag .actions button").click()


def filled_in(page: Page) -> dict[str, list[str]]:
    """Return what stands in the fields of the question: typed, chosen and ticked, by name."""
    fields: list[list[str]] = page.locator("main form#vraag").evaluate(
        "form => [...new FormData(form)].filter(([name]) => !/^(csrf_token|_)/.test(name))"
    )
    found: dict[str, list[str]] = {}
    for name, value in fields:
        if value:
            found.setdefault(name, []).append(value)
    return found
