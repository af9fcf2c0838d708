"""What the last test run said about accessibility: the file in instance/, else the one shipped in docs/."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import msgspec

FILE = "accessibility.json"


class Fault(msgspec.Struct, frozen=True):
    """Something that a reader may run into, since when we know it."""

    page: str
    words: str
    found_on: date


class Report(msgspec.Struct, frozen=True):
    """One test run over the pages."""

    tested_on: date
    pages: int
    languages: tuple[str, ...] = ()
    faults: tuple[Fault, ...] = ()


def last_report(folders: Sequence[Path]) -> Report | None:
    """Return the first readable report; without one the page says that there was no test."""
    for folder in folders:
        path = folder / FILE
        if path.exists():
            try:
                return msgspec.json.decode(path.read_bytes(), type=Report)
            except (msgspec.DecodeError, OSError):
                continue
    return None
