"""“Klopt hier iets niet?”: counted per page and language, without a word about who or what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date
from pathlib import Path

FILE = "feedback.log"


def count(instance: Path, day: date, endpoint: str, language: str) -> None:
    """Add one line to the log of this installation."""
    instance.mkdir(parents=True, exist_ok=True)
    # One short line in append mode is written whole, also when two workers write at once.
    with (instance / FILE).open("a", encoding="utf-8") as log:
        log.write(f"{day.isoformat()} {endpoint} {language}\n")


def totals(instance: Path) -> list[tuple[str, str, int]]:
    """Return page, language and number of reports, most reported first."""
    path = instance / FILE
    return summed(path.read_text("utf-8").splitlines()) if path.exists() else []


def summed(lines: Iterable[str]) -> list[tuple[str, str, int]]:
    """Sum lines of the log; a line that is not whole is left out."""
    counted = Counter((words[1], words[2]) for words in map(str.split, lines) if len(words) == 3)
    return sorted(
        ((page, code, number) for (page, code), number in counted.items()), key=lambda row: (-row[2], row)
    )
