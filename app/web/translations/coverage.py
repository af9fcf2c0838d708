"""Counts per language how many texts there are in each state."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import msgspec

from app.web.catalogues import DOMAINS, Status
from app.web.languages import Language
from app.web.translations.files import is_critical, key_of, po_path, read, status_of, texts


class Coverage(msgspec.Struct, frozen=True):
    """How far one catalogue of one language is."""

    language: str
    domain: str
    counts: dict[str, int]
    missing: tuple[str, ...]
    critical_unchecked: int
    """Critical texts that no person has checked: shown with the Dutch sentence under them."""

    @property
    def total(self) -> int:
        """The number of texts."""
        return sum(self.counts.values())


def coverage(translations: Path, language: Language) -> list[Coverage]:
    """Return the state of both catalogues of a language."""
    return [_of(translations, language, domain) for domain in DOMAINS]


def _of(translations: Path, language: Language, domain: str) -> Coverage:
    rows = [
        (message, status_of(message))
        for message in texts(read(po_path(translations, language, domain), language))
    ]
    return Coverage(
        language=language.code,
        domain=domain,
        counts=dict(Counter(status.name.lower() for _, status in rows)),
        missing=tuple(sorted(key_of(message) for message, status in rows if status is Status.MISSING)),
        critical_unchecked=sum(
            is_critical(message) and status is not Status.HUMAN for message, status in rows
        ),
    )
