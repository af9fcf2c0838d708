"""Which words on a page are not in its language, and are not marked as another language either."""

from __future__ import annotations

import re

from playwright.sync_api import Page

LATIN = """() => {
  const marked = '[lang]:not(html), [translate=no], bdi, script, style, textarea';
  const found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { data, parentElement: around } = walker.currentNode;
    if (/\\p{Script=Latin}/u.test(data) && !around.closest(marked)) found.push(data.trim());
  }
  const spoken = ['aria-label', 'alt', 'title', 'placeholder', 'data-busy'];
  for (const element of document.querySelectorAll(spoken.map(name => `[${name}]`).join())) {
    if (element.closest('[lang]:not(html)')) continue;
    for (const name of spoken) {
      const words = element.getAttribute(name) || '';
      if (/\\p{Script=Latin}/u.test(words)) found.push(`${name}: ${words}`);
    }
  }
  return found;
}"""
SHOWN = """() => {
  const left_out = '[lang]:not(html), [translate=no], bdi, script, style, textarea, font';
  const texts = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { data, parentElement: around } = walker.currentNode;
    const words = data.replace(/\\s+/g, ' ').trim();
    if (/\\p{L}{3}/u.test(words) && !around.closest(left_out)) texts.push(words);
  }
  return [document.title, ...texts];
}"""


NAMES = re.compile(r"\b(?:[a-z0-9-]+\.)+nl\b|Zwolle|De Passage")
"""Names of places and websites are the same in every language."""


def latin_words(page: Page) -> list[str]:
    """Return what an Arabic page says in Latin letters without saying in which language; names may."""
    found: list[str] = page.evaluate(LATIN)
    return [words for words in found if re.search("[A-Za-z]", NAMES.sub("", words))]


def unmarked_texts(page: Page) -> set[str]:
    """Return every text that is not marked as being in another language, and the title."""
    found: list[str] = page.evaluate(SHOWN)
    return set(found)
