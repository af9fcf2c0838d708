"""Every kind of page of the portal: where it is, what was answered before, what is done on it."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import msgspec
from flask import Flask
from playwright.sync_api import BrowserContext, Page

from app.facts.model import Amount
from app.facts.values import packed
from app.facts.visit import Visit, seal
from app.period import Period
from tests.people import someone
from tests.wayfinder import (
    test_baan_onzeker,
    test_eerste_stap,
    test_eigen_bedrijf,
    test_jong_zonder_diploma,
    test_nieuw_in_zwolle,
    test_werken_met_beperking,
    test_werken_met_bijstand,
    test_ww_stopt,
)
from tests.wayfinder.visiting import everything, facts_of, keys_of

ROUTE = "route/baan_kwijt"
NOTHING_KNOWN = dict.fromkeys(everything(), "?")
IN_NEED = everything(zorgen=["somber", "niet_veilig_thuis"])
ALONE = everything(woonsituatie="alleen_met_kinderen")
OTHER_ROUTES: dict[str, dict[str, Any]] = {
    "ww_stopt": {**test_ww_stopt.USUAL, **test_ww_stopt.PARENT},
    "werken_met_bijstand": {**test_werken_met_bijstand.USUAL, **test_werken_met_bijstand.PARENT},
    "baan_onzeker": {**test_baan_onzeker.USUAL, **test_baan_onzeker.NO_LETTER},
    "werken_met_beperking": {**test_werken_met_beperking.USUAL, "nodig_voor_werk": ["langzamer"]},
    "jong_zonder_diploma": {**test_jong_zonder_diploma.USUAL, **test_jong_zonder_diploma.NO_SCHOOL},
    "eigen_bedrijf": {**test_eigen_bedrijf.USUAL, **test_eigen_bedrijf.STARTER},
    "nieuw_in_zwolle": {**test_nieuw_in_zwolle.USUAL, **test_nieuw_in_zwolle.WAITS},
    "eerste_stap": {**test_eerste_stap.USUAL, **test_eerste_stap.wants("werken_met_hulp")},
}
"""Somebody who answered everything on each of the other routes, and for whom much fits."""


def nothing(page: Page) -> None:
    """Only look."""


def press_on(page: Page) -> None:
    """Send the question without an answer."""
    page.locator("main form#vraag .actions button").first.click()
    page.locator(".error_summary").wait_for()


def press_in_place(page: Page) -> None:
    """Send a question of the outcome without an answer."""
    page.locator(".ask summary").first.click()
    page.locator("button[name=_vraag]").first.click()
    page.locator(".error_summary").wait_for()


def open_everything(page: Page) -> None:
    """Unfold all that is folded, menus too."""
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")


def search_for(words: str) -> Callable[[Page], None]:
    """Return how to search for these words."""

    def search(page: Page) -> None:
        page.locator("main input[type=search]").fill(words)
        page.locator("main input[type=search]").press("Enter")
        page.locator("main h2, main .notice").first.wait_for()

    return search


class Kind(msgspec.Struct, frozen=True):
    """One kind of page."""

    name: str
    path: str
    answers: dict[str, Any] = {}
    act: Callable[[Page], None] = nothing
    shared: bool = False
    helper: bool = False
    walked: str = "baan_kwijt"
    """The route that was walked last, when there are answers."""
    work: tuple[dict[str, Any], ...] = ()
    """What the calculator was told about up to three kinds of work."""


def _question(fact: str, answers: dict[str, Any]) -> tuple[Kind, Kind]:
    path = f"{ROUTE}/vraag/{fact}"
    return Kind(f"question {fact}", path, answers, open_everything), Kind(
        f"question {fact} with an error", path, answers, press_on
    )


QUESTIONS = {
    "woont_in_gemeente": {},
    "geboortemaand": {},
    "einde_werk": {},
    "laatste_werkdag": {},
    "weken_gewerkt_van_36": {},
    "zorgen": {},
    "spaargeld": ALONE,
    "brutoloon": everything(),
    "kinderen": ALONE,
}
"""One question of every kind: yes or no, month, choice, date, number, choices, amounts, people."""
ON_BIJSTAND = {
    "geboortemaand": "1990-05",
    "inkomen_nu": ["bijstand"],
    "woonsituatie": "alleen",
    "huurwoning": "huur",
    "huur_per_maand": 650,
    "spaargeld": 500,
    "vrijlating_toegekend": "?",
    "geen_berekening": [],
    "startdatum_werk": "2026-12-01",
}
PARENT_ON_BIJSTAND = {
    **ON_BIJSTAND,
    "woonsituatie": "alleen_met_kinderen",
    "kinderen": [{"geboortemaand": "2020-03"}],
    "huisgenoot_27": False,
    "vrijlating_toegekend": True,
    "vrijlating_tot_nu": "nog_niet",
}
A_DAY = {"werk_uren": 2400}
MORE_WORK = {"werk_uren": 3200, "werk_loon": Amount(1_750, Period.HOUR)}
CHILDCARE = {**A_DAY, "opvang_soort": "bso", "opvang_uren": 5000, "opvang_kinderen": 1}
MONEY_KINDS = (
    Kind("money: start", "geld"),
    Kind("money: start with known answers", "geld", ON_BIJSTAND),
    Kind("money: first questions", "geld/nu", act=open_everything),
    Kind("money: first questions with errors", "geld/nu", act=press_on),
    Kind("money: one answer again", "geld/nu/huur_per_maand", ON_BIJSTAND, open_everything),
    Kind("money: work", "geld/werk/1", PARENT_ON_BIJSTAND, open_everything),
    Kind("money: work with errors", "geld/werk/1", ON_BIJSTAND, press_on),
    Kind("money: result", "geld/uitkomst", ON_BIJSTAND, work=(A_DAY,)),
    Kind("money: result, all open", "geld/uitkomst", PARENT_ON_BIJSTAND, open_everything, work=(CHILDCARE,)),
    Kind("money: result with two kinds of work", "geld/uitkomst", ON_BIJSTAND, work=(A_DAY, MORE_WORK)),
    Kind("money: not covered", "geld/uitkomst", {**ON_BIJSTAND, "inkomen_nu": ["wajong"]}, work=(A_DAY,)),
    Kind("money: not enough known", "geld/uitkomst", {**ON_BIJSTAND, "geboortemaand": "?"}, work=(A_DAY,)),
    Kind("money: every row", "geld/uitleg", PARENT_ON_BIJSTAND, open_everything, work=(CHILDCARE,)),
    Kind("money: a link", "geld/link", ON_BIJSTAND, work=(A_DAY,)),
    Kind("money: how it is checked", "geld/controle"),
)
KINDS = (
    *MONEY_KINDS,
    Kind("home", ""),
    Kind("start", ROUTE),
    Kind("start with known answers", "route/ww_stopt", everything()),
    *(kind for fact, answers in QUESTIONS.items() for kind in _question(fact, answers)),
    Kind("question on a shared computer", f"{ROUTE}/vraag/einde_werk", shared=True),
    Kind("question for somebody else", f"{ROUTE}/vraag/einde_werk", helper=True),
    Kind("check", f"{ROUTE}/controleer", everything()),
    Kind("check with nothing answered", f"{ROUTE}/controleer"),
    Kind("outcome", f"{ROUTE}/uitkomst", everything()),
    Kind("outcome, all open", f"{ROUTE}/uitkomst", everything(), open_everything),
    Kind("outcome with an error in place", f"{ROUTE}/uitkomst", everything(), press_in_place),
    Kind("outcome of who knows nothing", f"{ROUTE}/uitkomst", NOTHING_KNOWN, open_everything),
    Kind("outcome with crisis exits", f"{ROUTE}/uitkomst", IN_NEED),
    *(
        Kind(f"outcome of {route}", f"route/{route}/uitkomst", answers, walked=route)
        for route, answers in OTHER_ROUTES.items()
    ),
    Kind("way out", f"{ROUTE}/uitkomst", {"woont_in_gemeente": False}),
    Kind("all help", "hulp"),
    Kind("a form of help", "hulp/ww_uitkering", act=open_everything),
    Kind("a form of help that fits", "hulp/ww_uitkering", everything()),
    Kind("a form of help that nobody confirmed", "hulp/de_passage"),
    Kind("a life event", "hulp/onderwerp/baan_kwijt"),
    Kind("an organisation", "organisatie/uwv"),
    Kind("who does what", "wie-doet-wat", act=open_everything),
    Kind("where is work", "waar-is-werk", act=open_everything),
    Kind("places", "plekken", act=open_everything),
    Kind("card of a route", "kaart/baan_kwijt"),
    Kind("search", "zoeken"),
    Kind("search with results", "zoeken", act=search_for("ww")),
    Kind("search without results", "zoeken", act=search_for("xyzzy")),
    Kind("languages", "talen"),
    Kind("contact", "contact"),
    Kind("accessibility", "toegankelijkheid"),
    Kind("what we keep", "wat-bewaren-wij"),
    Kind("about", "over", act=open_everything),
    Kind("thanks", "bedankt"),
    Kind("stopped", "gestopt"),
    Kind("not found", "bestaat-niet"),
)  # fmt: skip


def with_answers(context: BrowserContext, app: Flask, address: str, kind: Kind) -> None:
    """Put the answers of this kind of page into the visitor's cookie."""
    context.clear_cookies()
    if not (kind.answers or kind.shared or kind.helper):
        return
    now = int(time.time())
    answers = {fact: packed(answer) for fact, answer in someone(facts_of(app), **kind.answers).items()}
    visit = Visit(started=now, answers=answers, shared=kind.shared, helper=kind.helper, route=kind.walked)
    visit.offers = [{fact: packed(answer) for fact, answer in work.items()} for work in kind.work]
    sealed = seal(visit, keys_of(app), now)
    context.add_cookies([{"name": "antwoorden", "value": sealed, "url": address}])


def visit_page(page: Page, app: Flask, address: str, language: str, kind: Kind) -> None:
    """Open a page of this kind in this language and do what makes it so."""
    with_answers(page.context, app, address, kind)
    asked_for = f"{address}/{language}/{kind.path}"
    page.goto(asked_for)
    assert page.url == asked_for, f"{kind.name} leads to {page.url}: another page would be looked at"
    kind.act(page)
