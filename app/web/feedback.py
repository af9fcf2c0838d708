"""“Klopt hier iets niet?”: counted per page and language, without a word about who or what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

FILE = "feedback.log"
LARGEST = 8 * 1024 * 1024


KINDS = ("begrijp", "onjuist", "mis", "stuk")
"""What can be wrong: not understood, not true, something missing, something broken."""


def count(instance: Path, line: str) -> None:
    """Add one line to the log of this installation: day, page, language, what; a full log takes no more."""
    path = instance / FILE
    if path.exists() and path.stat().st_size >= LARGEST:
        return
    instance.mkdir(parents=True, exist_ok=True)
    # One short line in append mode is written whole, also when two workers write at once.
    with path.open("a", encoding="utf-8") as log:
        log.write(line + "\n")


class Total(NamedTuple):
    """How often something was reported."""

    page: str
    language: str
    what: str
    number: int


def totals(instance: Path) -> list[Total]:
    """Return the reports of this installation, most reported first."""
    path = instance / FILE
    return summed(path.read_text("utf-8").splitlines()) if path.exists() else []


def summed(lines: Iterable[str]) -> list[Total]:
    """Sum lines of the log; a line that is not whole is left out."""
    counted = Counter((words[1], words[2], words[3]) for words in map(str.split, lines) if len(words) == 4)
    rows = (Total(page, language, what, number) for (page, language, what), number in counted.items())
    return sorted(rows, key=lambda row: (-row.number, row))
