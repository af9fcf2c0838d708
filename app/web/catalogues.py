"""Translations of one language: two gettext catalogues and how far each text has been checked."""

from __future__ import annotations

from collections.abc import Mapping
from enum import IntEnum
from gettext import NullTranslations
from pathlib import Path
from typing import Protocol

import msgspec
from babel.support import Translations

from app.web.languages import DUTCH, Language

DOMAINS = ("messages", "content")
SHORT_CONTEXTS = ("option", "title", "term")
SHORT_WORDS = 3
"""A text of so few words means different things in different places, so it carries a context."""


class Status(IntEnum):
    """How far a translation can be trusted; a page shows the worst one that is on it."""

    SOURCE = 0
    HUMAN = 1
    MACHINE = 2
    STALE = 3
    MISSING = 4


class Translated(msgspec.Struct, frozen=True):
    """A text in the reader's language, or the Dutch one when there is none."""

    text: str
    status: Status


def is_short(text: str) -> bool:
    """Whether a text has so few words that translators need to know where it stands."""
    return len(text.split()) <= SHORT_WORDS


def text_key(text: str, context: str | None) -> str:
    """Return how gettext files name a text: context, end-of-transmission, text."""
    return f"{context}\x04{text}" if context else text


class Lookup(Protocol):
    """Whatever finds a text in a language: the catalogues of a real one, or the pseudo-language."""

    def __hash__(self) -> int: ...

    def find(self, text: str, context: str | None = None) -> Translated:
        """Return a text in this language."""
        ...

    def find_plural(self, one: str, many: str, number: int) -> Translated:
        """Return the right form of a text for a number."""
        ...


class SourceLookup:
    """Dutch: every text is its own translation."""

    def find(self, text: str, context: str | None = None) -> Translated:
        """Return the text itself."""
        return Translated(text, Status.SOURCE)

    def find_plural(self, one: str, many: str, number: int) -> Translated:
        """Return the Dutch form for a number."""
        return Translated(one if number == 1 else many, Status.SOURCE)


class Catalogues:
    """The two catalogues of a language, read once at start."""

    def __init__(self, language: Language, folder: Path) -> None:
        self.language = language
        self._domains = {name: _read(folder / f"{name}.mo") for name in DOMAINS}
        self._status = read_statuses(folder / "status.json")

    def find(self, text: str, context: str | None = None) -> Translated:
        """Look in the content, then in the interface; a short text also under the other contexts."""
        contexts: tuple[str | None, ...] = (None, *SHORT_CONTEXTS)
        if is_short(text):
            contexts = tuple(dict.fromkeys((context or "option", *SHORT_CONTEXTS, None)))
        for domain in ("content", "messages"):
            for candidate in contexts:
                found = _own(self._domains[domain], text, candidate)
                if found is not None:
                    return Translated(found, self._status_of(domain, text_key(text, candidate)))
        return Translated(text, Status.MISSING)

    def find_plural(self, one: str, many: str, number: int) -> Translated:
        """Return the plural form that this language has for a number."""
        found = self._domains["messages"].ngettext(one, many, number)
        if found in {one, many}:
            return Translated(found, Status.MISSING)
        return Translated(found, self._status_of("messages", one))

    def _status_of(self, domain: str, key: str) -> Status:
        return self._status.get(domain, {}).get(key, Status.MACHINE)


def _read(path: Path) -> NullTranslations:
    if not path.exists():
        return NullTranslations()
    with path.open("rb") as file:
        return Translations(file)


def _own(translations: NullTranslations, text: str, context: str | None) -> str | None:
    """Return a translation that really exists; gettext itself would fall back to the source text."""
    entries: Mapping[str, object] = getattr(translations, "_catalog", {})
    found = entries.get(text_key(text, context))
    return found if isinstance(found, str) and found else None


def read_statuses(path: Path) -> dict[str, dict[str, Status]]:
    """Read what the compiler wrote beside the catalogues; without it everything counts as machine work."""
    if not path.exists():
        return {}
    data = msgspec.json.decode(path.read_bytes(), type=dict[str, dict[str, str]])
    return {
        domain: {key: Status[name.upper()] for key, name in keys.items()} for domain, keys in data.items()
    }


def lookup_for(language: Language, translations: Path) -> Lookup:
    """Return where the texts of a language are found."""
    if language is DUTCH:
        return SourceLookup()
    return Catalogues(language, translations / language.code / "LC_MESSAGES")
