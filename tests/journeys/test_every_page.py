"""Every kind of page, in Dutch and Arabic, as people with other eyes, hands and screens meet it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Literal
from zoneinfo import ZoneInfo

import pytest
from axe_playwright_python.sync_playwright import Axe
from flask import Flask
from playwright.sync_api import BrowserContext, Page, Response

from app.config import ROOT
from tests.journeys.kinds import KINDS, Kind, visit_page
from tests.journeys.looking import assert_fits, cut_off_when_spaced
from tests.journeys.report import Findings, write
from tests.page_faults import faults_of
from tests.reading import Page as Parsed

LANGUAGES = ("nl", "ar")
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
WIDTHS = (360, 768, 1280)
RULES = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}
Show = Callable[[Kind, str], tuple[Page, str]]


@pytest.fixture(scope="module")
def findings() -> Iterator[Findings]:
    """What axe finds in this run; the report is written when it has seen everything."""
    found = Findings({})
    yield found
    if found.is_complete((kind.name, language) for kind in KINDS for language in LANGUAGES):
        write(found, ROOT / "docs", datetime.now(ZoneInfo("Europe/Amsterdam")).date())


@pytest.fixture
def show(new_context: Callable[..., BrowserContext], live_app: tuple[Flask, str]) -> Show:
    """Open a page of one kind in one language; the page, and the HTML that arrived last."""
    app, address = live_app

    def shown(kind: Kind, language: str) -> tuple[Page, str]:
        page = new_context().new_page()
        arrived: list[Response] = []
        page.on("response", lambda answer: arrived.append(answer) if _is_page(answer) else None)
        visit_page(page, app, address, language, kind)
        return page, arrived[-1].text()

    return shown


every_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
in_both = pytest.mark.parametrize("language", LANGUAGES)


@pytest.mark.row("L2", "L10", "L14")
@in_both
@every_kind
def test_a_page_is_valid_accessible_and_fits_also_with_wide_letters(
    show: Show, findings: Findings, kind: Kind, language: str
) -> None:
    page, html = show(kind, language)
    faults = faults_of(Parsed(html, whole=html.startswith("<!doctype"))) + faults_of(Parsed(page.content()))
    assert not faults, f"{page.url}: " + "\n".join(faults)
    results = Axe().run(page, options=RULES)
    findings.note(kind.name, language, [fault["id"] for fault in results.response["violations"]])
    assert results.violations_count == 0, f"{page.url}\n{results.generate_report()}"
    page.set_viewport_size({"width": 320, "height": 640})
    assert_fits(page)
    cut = cut_off_when_spaced(page)
    assert not cut, f"with more space between letters this is cut off: {cut}"
    assert_fits(page)


def _is_page(answer: Response) -> bool:
    return answer.headers.get("content-type", "").startswith("text/html") and not 300 <= answer.status < 400


@pytest.mark.nightly
@pytest.mark.row("L10")
@pytest.mark.parametrize("look", [(scheme, width) for scheme in SCHEMES for width in WIDTHS], ids=str)
@pytest.mark.parametrize("language", ["nl", "en", "ar"])
@every_kind
def test_every_language_mode_and_size(
    new_context: Callable[..., BrowserContext],
    live_app: tuple[Flask, str],
    kind: Kind,
    language: str,
    look: tuple[Literal["light", "dark"], int],
) -> None:
    scheme, width = look
    page = new_context(color_scheme=scheme).new_page()
    page.set_viewport_size({"width": width, "height": 800})
    visit_page(page, *live_app, language, kind)
    results = Axe().run(page, options=RULES)
    assert results.violations_count == 0, f"{page.url}\n{results.generate_report()}"
    assert_fits(page)
