"""The report that /toegankelijkheid shows: written when axe has looked at every kind of page."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path

import msgspec

from app.home.report import FILE, Fault, Report, last_report

STAYS_GOOD = timedelta(days=7)
"""A report that says the same is written anew only after a week: a test run need not change a file daily."""


class Findings(msgspec.Struct):
    """What axe has found so far: per page and language the rules that were broken."""

    broken: dict[tuple[str, str], tuple[str, ...]] = {}

    def note(self, page: str, language: str, rules: Iterable[str]) -> None:
        """Note the outcome of one look."""
        self.broken[page, language] = tuple(rules)

    def is_complete(self, expected: Iterable[tuple[str, str]]) -> bool:
        """Whether every page was looked at in every language."""
        return set(expected) <= set(self.broken)


def report_of(findings: Findings, day: date, earlier: Report | None) -> Report:
    """Return the report of a day; a fault that was known keeps the day on which it was found."""
    known = {(fault.page, fault.words): fault.found_on for fault in (earlier.faults if earlier else ())}
    faults = {
        (f"{page} ({language})", f"Een automatische controle vond hier een fout: {rule}.")
        for (page, language), rules in findings.broken.items()
        for rule in rules
    }
    return Report(
        tested_on=day,
        pages=len(findings.broken),
        languages=tuple(sorted({language for _, language in findings.broken})),
        faults=tuple(Fault(page, words, known.get((page, words), day)) for page, words in sorted(faults)),
    )


def write(findings: Findings, folder: Path, day: date) -> None:
    """Write the report of this run into a folder."""
    earlier = last_report([folder])
    report = report_of(findings, day, earlier)
    is_same = earlier is not None and msgspec.structs.replace(earlier, tested_on=day) == report
    if is_same and earlier is not None and day - earlier.tested_on < STAYS_GOOD:
        return
    folder.mkdir(exist_ok=True)
    (folder / FILE).write_bytes(msgspec.json.format(msgspec.json.encode(report), indent=2) + b"\n")
