"""Dutch words that stand in letters: found in any text, marked, and explained once on the page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec
from markupsafe import Markup, escape

from app.content_file import read_yaml


class Term(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An official word: how it is written in letters, and what it means in plain Dutch."""

    id: str
    dutch: str
    forms: tuple[str, ...]
    explanation: str
    critical: bool = False


# Not \w: an Arabic preposition may be written against a Dutch word, and the word must still be found.
_LETTER = "A-Za-zÀ-ɏ0-9-"
# The name of a website stays in one piece, or a right-to-left text would tear it apart.
_WEBSITE = r"\.nl\b"


class Glossary:
    """All terms, with one compiled pattern for all their forms."""

    def __init__(self, terms: Iterable[Term]) -> None:
        self.terms = {term.id: term for term in terms}
        self._by_form = {
            form.casefold(): term for term in self.terms.values() for form in (term.dutch, *term.forms)
        }
        longest_first = sorted(self._by_form, key=lambda form: (-len(form), form))
        words = "|".join(re.escape(form) for form in longest_first)
        self._pattern = (
            re.compile(rf"(?<![{_LETTER}])(?:{words})(?![{_LETTER}]|{_WEBSITE})", re.IGNORECASE)
            if words
            else None
        )

    def found_in(self, text: str) -> tuple[str, ...]:
        """Return the ids of the terms in a Dutch text, in order of appearance."""
        return tuple(dict.fromkeys(term.id for _, term in self._matches(text)))

    def marked(self, text: str) -> Markup:
        """Return the text as HTML, each Dutch term in a span that translators and voices leave alone."""
        parts, end = [], 0
        for match, term in self._matches(text):
            parts += [escape(text[end : match.start()]), _span(match.group(), term)]
            end = match.end()
        return Markup("").join([*parts, escape(text[end:])])

    def _matches(self, text: str) -> Iterator[tuple[re.Match[str], Term]]:
        if self._pattern is not None:
            for match in self._pattern.finditer(text):
                yield match, self._by_form[match.group().casefold()]


def _span(word: str, term: Term) -> Markup:
    return Markup('<span class="term" lang="nl" dir="ltr" translate="no" data-term="{}">{}</span>').format(
        term.id, word
    )


def load_glossary(path: Path) -> Glossary:
    """Read the glossary; an installation without one marks no words."""
    return Glossary(read_yaml(path).decode(tuple[Term, ...]) if path.exists() else ())
