"""A crawl of every page in every language: nothing is asked of another host, no question leads out."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from urllib.parse import urldefrag, urljoin, urlsplit

import pytest
from flask import Flask
from playwright.sync_api import BrowserContext, Page

from tests.journeys.kinds import Kind, with_answers
from tests.people import zwolle
from tests.wayfinder.visiting import everything

LANGUAGES = ("nl", "en", "ar")
LINKS = (
    "[...document.querySelectorAll('a[href]')].map(one => [one.getAttribute('href'), one.rel, one.target])"
)
LOADED = """() => [
  ...performance.getEntriesByType('resource').map(one => one.name),
  ...[...document.querySelectorAll('[src], link[href], [srcset], [poster], object[data]')].map(one =>
    one.src || one.href || one.srcset || one.poster || one.data).filter(one => one?.length),
]"""
KNOWN = Kind("a visitor with answers", "", everything())


def elsewhere(addresses: list[str], own: str) -> list[str]:
    """Return the addresses of other hosts."""
    web = [each for each in addresses if urlsplit(each).scheme in {"http", "https"}]
    return [each for each in web if not each.startswith(own + "/")]


def crawl(page: Page, own: str, language: str) -> tuple[set[str], dict[str, list[list[str]]]]:
    """Visit every page that a link of the portal leads to; return what was visited, and links out by page."""
    waiting, seen, outside = deque([f"/{language}/"]), {f"/{language}/"}, {}
    while waiting:
        path = waiting.popleft()
        page.goto(own + path)
        assert not elsewhere(page.evaluate(LOADED), own), path
        links: list[list[str]] = page.evaluate(LINKS)
        outside[path] = [link for link in links if elsewhere([urljoin(own + path, link[0])], own)]
        for address, _, _ in links:
            absolute = urldefrag(urljoin(own + path, address)).url
            there = urlsplit(absolute).path
            is_page = absolute.startswith(f"{own}/{language}/") and not there.endswith(".ics")
            if is_page and there not in seen:
                seen.add(there)
                waiting.append(there)
    return seen, outside


@pytest.mark.row("S3")
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("known", [Kind("a new visitor", ""), KNOWN], ids=["new", "with answers"])
def test_no_page_asks_anything_of_another_host(
    new_context: Callable[..., BrowserContext], live_app: tuple[Flask, str], language: str, known: Kind
) -> None:
    app, own = live_app
    page = new_context().new_page()
    with_answers(page.context, app, own, known)
    seen, outside = crawl(page, own, language)
    assert len(seen) > 40
    for path, links in outside.items():
        if links:
            assert path.split("/")[2] in {"hulp", "organisatie"}, f"{path} leads out: {links}"
        assert all("noreferrer" in rel.split() for _, rel, _ in links), path
        assert not any(target for _, _, target in links), "a link opens another window"


@pytest.mark.row("S3")
def test_no_question_leads_out_of_the_portal(
    new_context: Callable[..., BrowserContext], live_app: tuple[Flask, str]
) -> None:
    app, own = live_app
    page = new_context().new_page()
    with_answers(page.context, app, own, KNOWN)
    for fact in sorted(zwolle().route("baan_kwijt").questions):
        for language in LANGUAGES:
            page.goto(f"{own}/{language}/route/baan_kwijt/vraag/{fact}")
            links = [urljoin(page.url, href) for href, _, _ in page.evaluate(LINKS)]
            assert not elsewhere(links, own), page.url
            assert not elsewhere(page.evaluate(LOADED), own), page.url


@pytest.mark.row("S3")
@pytest.mark.parametrize(
    "plant",
    [
        '<img src="http://buiten.example/1.png" alt="">',
        '<link rel="stylesheet" href="http://buiten.example/1.css">',
        '<script src="http://buiten.example/1.js"></script>',
        '<iframe src="http://buiten.example/" title="x"></iframe>',
        '<form action="/"><input type="image" src="http://buiten.example/k.png" alt="x"></form>',
    ],
    ids=["an image", "a style sheet", "a script", "a frame", "a button"],
)
def test_the_crawl_catches_what_is_planted(
    new_context: Callable[..., BrowserContext], base_url: str, faults_in_browser: list[str], plant: str
) -> None:
    page = new_context().new_page()
    html = f'<!doctype html><html lang="nl" dir="ltr"><title>x</title><main><h1>x</h1>{plant}</main></html>'
    page.route("**/nl/", lambda route: route.fulfill(body=html, content_type="text/html"))
    with pytest.raises(AssertionError, match="/nl/"):
        crawl(page, base_url, "nl")
    assert "asked another host" in "\n".join(faults_in_browser)
    faults_in_browser.clear()


def test_our_own_policy_stops_what_is_planted(
    page: Page, base_url: str, faults_in_browser: list[str]
) -> None:
    page.goto("/nl/")
    with page.expect_event("requestfailed") as stopped:
        page.evaluate(
            "const one = new Image(); one.src = 'http://buiten.example/1.png'; document.body.append(one);"
        )
    assert "csp" in (stopped.value.failure or "").lower()
    assert page.evaluate("fetch('http://buiten.example/').then(() => 'came', () => 'stopped')") == "stopped"
    faults_in_browser.clear()
