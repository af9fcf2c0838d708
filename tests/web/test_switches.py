"""Off-switches and the notice: changed without a release, and a bad file changes nothing."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest

from app.web.switches import Switchboard

GOOD = 'notice: {nl: "UWV heeft een storing."}\nswitched_off: [ww_uitkering]\n'


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "switches.yaml"


def test_without_a_file_everything_is_on(path: Path) -> None:
    board = Switchboard(path)
    assert board.is_on("ww_uitkering")
    assert board.now().notice == {}


def test_a_changed_file_works_at_once(path: Path) -> None:
    board = Switchboard(path)
    assert board.is_on("ww_uitkering")
    path.write_text(GOOD, "utf-8")
    assert not board.is_on("ww_uitkering")
    assert board.now().notice["nl"] == "UWV heeft een storing."
    path.unlink()
    assert board.is_on("ww_uitkering")


@pytest.mark.parametrize(
    "bad",
    [
        "switched_off: ww_uitkering",
        "of: [a]",
        "switched_off: [a",
        "off: [a]",
        "notice: {nl: kanarie, nl: dubbel}",
        "\x00",
        "- kanarie",
    ],
)
def test_a_bad_file_leaves_things_as_they_were_and_its_words_out_of_the_log(
    path: Path, bad: str, caplog: pytest.LogCaptureFixture
) -> None:
    path.write_text(GOOD, "utf-8")
    board = Switchboard(path)
    assert not board.is_on("ww_uitkering")
    path.write_text(bad, "utf-8")
    with caplog.at_level(logging.WARNING):
        assert not board.is_on("ww_uitkering")
    assert "switches.yaml is not used" in caplog.text
    assert "kanarie" not in caplog.text
