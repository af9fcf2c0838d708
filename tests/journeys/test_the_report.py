"""The report on accessibility says what was found, since when, and never more than was looked at."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from app.home.report import FILE, Fault, Report, last_report
from tests.journeys.report import STAYS_GOOD, Findings, report_of, write

DAY = date(2026, 11, 21)
PAGES = [("home", "nl"), ("home", "ar")]


def found(*rules: str) -> Findings:
    """A run over two pages that found this on the last one."""
    findings = Findings({})
    findings.note("home", "nl", ())
    findings.note("home", "ar", rules)
    return findings


def test_a_run_over_a_part_is_not_complete() -> None:
    findings = Findings({})
    findings.note("home", "nl", ())
    assert not findings.is_complete(PAGES)
    assert found().is_complete(PAGES)


@pytest.mark.row("L14")
def test_a_fault_is_named_with_its_page_and_the_day_it_was_first_found() -> None:
    first = report_of(found("color-contrast"), DAY, None)
    assert [(fault.page, fault.found_on) for fault in first.faults] == [("home (ar)", DAY)]
    later = report_of(found("color-contrast", "label"), DAY + timedelta(days=9), first)
    assert [fault.found_on for fault in later.faults] == [DAY, DAY + timedelta(days=9)]


def test_what_is_written_can_be_read(tmp_path: Path) -> None:
    write(found("label"), tmp_path, DAY)
    report = last_report([tmp_path])
    assert report == Report(
        tested_on=DAY,
        pages=2,
        languages=("ar", "nl"),
        faults=(Fault("home (ar)", "Een automatische controle vond hier een fout: label.", DAY),),
    )


def test_the_same_findings_are_written_again_only_after_a_week(tmp_path: Path) -> None:
    write(found(), tmp_path, DAY)
    before = (tmp_path / FILE).read_bytes()
    write(found(), tmp_path, DAY + timedelta(days=1))
    assert (tmp_path / FILE).read_bytes() == before
    write(found(), tmp_path, DAY + STAYS_GOOD)
    assert (tmp_path / FILE).read_bytes() != before
    write(found("label"), tmp_path, DAY + STAYS_GOOD)
    assert b"label" in (tmp_path / FILE).read_bytes()
