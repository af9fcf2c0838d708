"""Every bad file is refused, on the line that is marked in it; the good content beside them is not."""

import re
import shutil
from datetime import date
from pathlib import Path

import pytest

from app.wayfinder.check import Finding, findings, remarks, structure

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
    assert remarks([GOOD], DAY) == []


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


def test_what_waits_for_review_is_a_remark_and_no_finding() -> None:
    late = date(2027, 6, 1)
    assert findings([GOOD], late, SPRITE) == []
    about = [*GOOD.glob("support/*.yaml"), *GOOD.glob("organisations/*.yaml")]
    city = {"places.yaml", "chain.yaml", "sectors.yaml"}
    assert {remark.path.name for remark in remarks([GOOD], late)} == {path.name for path in about} | city


def test_a_meeting_of_which_all_days_have_gone_by_is_a_remark() -> None:
    found = remarks([GOOD], date(2027, 1, 13))
    assert [(remark.path.name, remark.line) for remark in found] == [("places.yaml", 7)]
    assert remarks([GOOD], date(2027, 1, 12)) == [], "on the day itself people still come"


def test_a_theme_that_cannot_be_read_is_a_finding(content: Path) -> None:
    (content / "theme.yaml").write_text("accent: geel\n", "utf-8")
    assert [finding.path.name for finding in found_in(content)] == ["theme.yaml"]
    assert [finding.path.name for finding in structure([content])] == ["theme.yaml"]


def test_a_circle_through_a_worked_out_fact_is_found(content: Path) -> None:
    path = content / "facts" / "geboortemaand.yaml"
    guard = "asked_if: {fact: leeftijd, under: {parameter: proef.leeftijd}}\n"
    path.write_text(path.read_text("utf-8") + guard, "utf-8")
    assert [finding.line for finding in found_in(content)] == [10]


def test_a_list_that_is_no_list_is_a_finding(content: Path) -> None:
    (content / "groups.yaml").write_text("id: ouders\n", "utf-8")
    assert ["lijst" in finding.words for finding in found_in(content)] == [True]


def test_the_words_of_a_municipality_are_checked_as_well(content: Path, tmp_path: Path) -> None:
    local = tmp_path / "content" / "municipalities" / "proef"
    (local / "support").mkdir(parents=True)
    text = (content / "support" / "schuldhulp.yaml").read_text("utf-8")
    (local / "support" / "schuldhulp.yaml").write_text(text.replace("uw post", "€ 5 en uw post"), "utf-8")
    found = findings([content, local], DAY, SPRITE)
    assert [(finding.path, finding.line) for finding in found] == [
        (local / "support" / "schuldhulp.yaml", 10)
    ]
