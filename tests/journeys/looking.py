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


def assert_accessible(page: Page, **options: Any) -> None:
    """Fail on anything that axe finds on this page."""
    results = Axe().run(page, options={"resultTypes": ["violations"], **options})
    assert results.violations_count == 0, f"{page.url}\n{results.generate_report()}"


def assert_fits(page: Page) -> None:
    """Fail when a page can be scrolled sideways."""
    wider = page.evaluate(SIDEWAYS)
    assert wider <= 0, f"{page.url} is {wider} px wider than the screen of {page.viewport_size}"


def translated(page: Page) -> int:
    """Do to a page what a browser's translation does: wrap each text in <font> and change its words."""
    return int(page.evaluate(TRANSLATE))
