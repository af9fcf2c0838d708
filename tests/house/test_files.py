"""What every file of the house holds to."""

from __future__ import annotations

import hashlib
import re
import tomllib
from pathlib import Path

import pytest

from tests.house.files import ROOT, files, lines, name, tracked

INDEX_HOST = re.compile(
    r"(py" + r"pi\.(org|python)|files\.python" + r"hosted|registry\.np" + r"mjs|npm" + r"mirror|yarnpkg\.com|"
    r"--(extra-)?index-" + r"url[ =]\S+:|find-" + r"links[ =]\S+[/:])"
)
BINARY = {".png", ".jpg", ".webp", ".ico", ".woff2", ".opus", ".mo"}
LONG_ON_PURPOSE: dict[str, str] = {}
"""Module → why it is better as one file than as two."""


def test_no_file_names_the_address_of_a_package_index() -> None:
    found = [
        f"{name(path)}:{number}"
        for path in tracked()
        if path.suffix not in BINARY
        for number, line in lines(path)
        if INDEX_HOST.search(line)
    ]
    assert found == []


def test_no_lock_file_records_where_packages_came_from() -> None:
    recording = {"uv.lock", "poetry.lock", "package-lock.json", "yarn.lock", "pnpm-lock.yaml", "Pipfile.lock"}
    assert [name(path) for path in tracked() if path.name in recording] == []


@pytest.mark.parametrize("listed", ["requirements.txt", "requirements-dev.txt", "requirements-tools.txt"])
def test_every_package_is_pinned_and_hashed(listed: str) -> None:
    packages = re.split(r"\n(?=\S)", (ROOT / listed).read_text("utf-8").strip())
    unpinned = [package for package in packages if "==" not in package or "--hash=sha256:" not in package]
    assert unpinned == []


def test_what_others_made_is_what_we_say_it_is() -> None:
    vendor = ROOT / "static" / "vendor"
    listed = tomllib.loads((vendor / "VENDORED.toml").read_text("utf-8"))
    for file in listed["file"]:
        assert file["version"]
        assert hashlib.sha256((vendor / file["name"]).read_bytes()).hexdigest() == file["sha256"], file[
            "name"
        ]
    licensed = [*listed["file"], *listed["drawn_from"]]
    assert all(entry["package"] and entry["licence"] for entry in licensed)
    described = (
        {"VENDORED.toml"} | {f["name"] for f in listed["file"]} | {f["licence_file"] for f in licensed}
    )
    assert {path.name for path in vendor.iterdir()} == described


def test_modules_are_short_enough_to_read() -> None:
    long = {
        name(path): count for path in tracked() if path.suffix == ".py" and (count := _length(path)) > 300
    }
    unexplained = {module: count for module, count in long.items() if module not in LONG_ON_PURPOSE}
    assert unexplained == {}, "split these, or say in LONG_ON_PURPOSE why not"


def test_conftest_stays_small() -> None:
    assert {name(p): n for p in tracked() if p.name == "conftest.py" and (n := _length(p)) > 100} == {}


def test_no_drawer_has_a_name_that_says_nothing() -> None:
    empty_names = {"utils", "util", "common", "helpers", "helper", "base", "misc", "tools", "lib", "shared"}
    drawers = {part for path in files("app", ".py") for part in path.relative_to(ROOT).with_suffix("").parts}
    assert drawers & empty_names == set()


def test_a_todo_carries_an_issue_number() -> None:
    todo = re.compile(r"\b(TODO|FIXME|XXX)\b(?! ?\(?#\d+)")
    code = [path for folder in ("app", "static/css", "static/js", "content") for path in _texts(folder)]
    assert [f"{name(path)}:{n}" for path in code for n, line in lines(path) if todo.search(line)] == []


def _texts(folder: str) -> list[Path]:
    return files(folder, ".py", ".html", ".css", ".js", ".yaml", ".toml")


def _length(path: Path) -> int:
    return len(list(lines(path)))
