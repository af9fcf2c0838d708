"""Every bad file is refused, on the line that is marked in it; the good content beside them is not."""

import re
import shutil
from datetime import date
from pathlib import Path

import pytest

from app.wayfinder.check import Finding, findings, remarks

HERE = Path(__file__).parent
GOOD = HERE / "good_content"
BAD = sorted((HERE / "bad_content").glob("*.*"))
DAY = date(2026, 11, 21)
SPRITE = HERE.parent.parent / "static" / "icons.svg"
_MARK = re.compile(r"# HIER(?:: (?P<words>.*))?$")


def found_in(folder: Path) -> list[Finding]:
    return findings([folder], DAY, SPRITE)


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """Give a copy of the good content, free to spoil."""
    return shutil.copytree(GOOD, tmp_path / "content")


def test_the_good_content_has_no_findings() -> None:
    assert found_in(GOOD) == []
    assert remarks([GOOD]) == []


def test_there_are_bad_files_enough() -> None:
    assert len(BAD) >= 25


@pytest.mark.parametrize("bad", BAD, ids=[path.stem.replace("_", " ") for path in BAD])
def test_it_refuses(bad: Path, content: Path) -> None:
    """The first line says which file it replaces among the good ones; a mark says where it is bad."""
    lines = bad.read_text("utf-8").splitlines()
    place = content / lines[0].removeprefix("# ").split()[0]
    shutil.copy(bad, place)
    marks = {number: mark for number, line in enumerate(lines, 1) if (mark := _MARK.search(line))}
    found = [each for each in found_in(content) if each.path == place]
    assert {each.line for each in found} == set(marks), found
    for number, mark in marks.items():
        assert any(each.line == number and (mark["words"] or "") in each.words for each in found), found
