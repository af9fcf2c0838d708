"""A made-up language for tests: ⟦every text in brackets⟧, 40 % longer, right to left."""

from __future__ import annotations

import math
import re

from app.web.catalogues import Status, Translated

GROWTH = 0.4
_GAP = re.compile(r"(\{[^}]*\}|%\([^)]*\)[sd]|%%)")


def stretched(text: str) -> str:
    """Return a text 40 % longer and between brackets, its gaps untouched."""
    letters = sum(len(part) for part in _GAP.split(text)[::2])
    return f"⟦{text}{'·' * math.ceil(letters * GROWTH)}⟧"


class PseudoLookup:
    """Finds every text: what is seen without brackets was forgotten in code."""

    def find(self, text: str, context: str | None = None) -> Translated:
        """Return the text, stretched."""
        return Translated(stretched(text), Status.HUMAN)

    def find_plural(self, one: str, many: str, number: int) -> Translated:
        """Return the Dutch form, stretched."""
        return Translated(stretched(one if number == 1 else many), Status.HUMAN)
