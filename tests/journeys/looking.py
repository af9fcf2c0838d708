"""What a journey asks of every page it visits, and how a browser's own translation mangles one."""

from __future__ import annotations

from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
TRANSLATE = """() => {
  const left_alone = 'script, style, textarea, option, title, [translate=no], font';
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT, node =>
    node.data.trim() && !node.parentElement.closest(left_alone)
      ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_REJECT);
  const texts = [];
  while (walker.nextNode()) texts.push(walker.currentNode);
  for (const text of texts) {
    const outer = document.createElement('font'), inner = document.createElement('font');
    inner.textContent = text.data.replace(/\\p{L}+/gu, word => [...word].reverse().join(''));
    outer.append(inner);
    text.replaceWith(outer);
  }
  return texts.length;
}"""

SPACED = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: .12em !important;
    word-spacing: .16em !important; } p { margin-block-end: 2em !important; }`);
  document.adoptedStyleSheets = [sheet];
  const cut = [];
  for (const element of document.querySelectorAll('body *')) {
    const style = getComputedStyle(element);
    if (element.closest('svg, .visually_hidden, .skip_link, select, input')) continue;
    if (!element.getClientRects().length) continue;
    const hides = side => ['hidden', 'clip'].includes(style[`overflow${side}`]);
    const tall = hides('Y') && element.scrollHeight > element.clientHeight + 1;
    const wide = hides('X') && element.scrollWidth > element.clientWidth + 1;
    if (tall || wide) cut.push(`${element.className}: ${element.textContent.trim().slice(0, 60)}`);
  }
  return cut;
}"""


def assert_accessible(page: Page, **options: Any) -> None:
    """Fail on anything that axe finds on this page."""
    results = Axe().run(page, options={"resultTypes": ["violations"], **options})
    assert results.violations_count == 0, f"{page.url}\n{results.generate_report()}"


def assert_fits(page: Page) -> None:
    """Fail when a page can be scrolled sideways."""
    wider = page.evaluate(SIDEWAYS)
    assert wider <= 0, f"{page.url} is {wider} px wider than the screen of {page.viewport_size}"


def cut_off_when_spaced(page: Page) -> list[str]:
    """Return what is cut off when the reader sets wider letters, words and lines (WCAG 1.4.12)."""
    found: list[str] = page.evaluate(SPACED)
    return found


def translated(page: Page) -> int:
    """Do to a page what a browser's translation does: wrap each text in <font> and change its words."""
    return int(page.evaluate(TRANSLATE))
