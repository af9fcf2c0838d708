"""How soon a visitor on a weak line with a slow phone sees something: Chromium with a throttled line."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from statistics import median

from playwright.sync_api import Browser, CDPSession, sync_playwright

from bench.figure import Better, Chapter, Figure
from bench.visitor import LAST_ASKED, ROUTE

KBIT_PER_SECOND, LATENCY_MS, SLOWER = 400, 400, 4
TIMES = 3
AIM_SECONDS = 1.5
CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
PAGES = {
    "first page, nl": "/nl/",
    "first page, ar": "/ar/",
    "question page, ten answers, ar": f"/ar/route/{ROUTE}/vraag/{LAST_ASKED}",
    "outcome page, ar": f"/ar/route/{ROUTE}/uitkomst",
}
PAINTED = """() => new Promise(done => {
  const found = performance.getEntriesByName('first-contentful-paint')[0];
  if (found) return done(found.startTime);
  new PerformanceObserver((list, watch) => {
    const entry = list.getEntriesByName('first-contentful-paint')[0];
    if (entry) { watch.disconnect(); done(entry.startTime); }
  }).observe({type: 'paint', buffered: true});
})"""
HOW = (
    f"Chromium, phone of 360×640, nothing in its cache, its own throttling: {KBIT_PER_SECOND} kbit/s shared"
    f" by all that is fetched, {LATENCY_MS} ms before each answer, processor {SLOWER}× slower. Measured: from"
    " going to the address until the first text or picture is painted (first contentful paint); median of"
    f" {TIMES} visits. The browser throttles requests, not the opening of the connection: a real line of that"
    " kind takes one more round for it, and two more for https."
)


def first_view(address: str, midway: list[str], at_the_end: list[str]) -> Chapter:
    """Measure the first view of pages that people come in on, and of those that hang on answers."""
    with _chromium() as browser:
        figures = [
            _figure(browser, address, what, path, at_the_end if "uitkomst" in path else midway)
            for what, path in PAGES.items()
        ]
    return Chapter("First view on a throttled line", HOW, tuple(figures))


def can_measure() -> bool:
    """Whether there is a Chromium here."""
    return any(map(shutil.which, CHROMIUM))


@contextmanager
def _chromium() -> Iterator[Browser]:
    path = next(filter(None, map(shutil.which, CHROMIUM)))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


def _figure(browser: Browser, address: str, what: str, path: str, cookies: list[str]) -> Figure:
    seconds = median(_painted(browser, address, path, cookies) for _ in range(TIMES))
    return Figure(what=what, value=seconds, unit="s", digits=2, aim=AIM_SECONDS, better=Better.UNDER)


def _painted(browser: Browser, address: str, path: str, cookies: list[str]) -> float:
    """Return after how many seconds a browser that was never here before paints something."""
    context = browser.new_context(viewport={"width": 360, "height": 640}, device_scale_factor=2)
    for cookie in cookies:
        name, _, value = cookie.partition("=")
        context.add_cookies([{"name": name, "value": value, "url": address}])
    page = context.new_page()
    _throttle(context.new_cdp_session(page))
    page.goto(address + path, wait_until="commit")
    painted = float(page.evaluate(PAINTED)) / 1000
    page.wait_for_load_state("load")
    context.close()
    return painted


def _throttle(session: CDPSession) -> None:
    bytes_per_second = KBIT_PER_SECOND * 1000 / 8
    session.send("Network.enable")
    session.send(
        "Network.emulateNetworkConditions",
        {
            "offline": False,
            "latency": LATENCY_MS,
            "downloadThroughput": bytes_per_second,
            "uploadThroughput": bytes_per_second,
        },
    )
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
