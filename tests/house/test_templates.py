"""What every template holds to, besides what djlint and the page helper see."""

from __future__ import annotations

import re

import pytest

from tests.house.files import files, lines, name

REFUSED = {
    "an inline style": re.compile(r"\sstyle\s*=|<style\b", re.IGNORECASE),
    "an inline script": re.compile(
        r"<script\b(?![^>]*\bsrc\s*=)|\son[a-z]+\s*=\s*[\"']|javascript:", re.IGNORECASE
    ),
    "text let through unescaped": re.compile(r"\|\s*safe\b|\{%-?\s*autoescape\s+false|Markup\("),
    "an address of another host": re.compile(
        r"(?:src|action|data-src|poster)\s*=\s*[\"'](?:https?:)?//", re.IGNORECASE
    ),
    "left or right as a side": re.compile(
        r"\b(?:align|class)\s*=\s*[\"'][^\"']*\b(?:float|text)-(?:left|right)\b"
    ),
}
ALLOWED: set[tuple[str, str]] = set()
"""(template, what it may hold), each with its reason beside it."""


@pytest.mark.parametrize("what", REFUSED)
def test_no_template_holds(what: str) -> None:
    found = [
        f"{name(path)}:{number}: {line.strip()}"
        for path in files("app", ".html")
        if (name(path), what) not in ALLOWED
        for number, line in lines(path)
        if REFUSED[what].search(line)
    ]
    assert found == []


def test_htmx_stands_in_templates_only() -> None:
    enhanced = re.compile(r"[\"'\s]hx-(?:get|post|put|patch|delete|target|swap|boost)\b")
    scripts = [path for path in files("static/js", ".js") if enhanced.search(path.read_text("utf-8"))]
    assert [name(path) for path in scripts] == []


def test_no_script_of_ours_keeps_or_sends_anything() -> None:
    keeping = re.compile(
        r"\blocalStorage\b|\bsessionStorage\b|\bindexedDB\b|\bsendBeacon\b|document\.cookie|https?://|"
        r"\beval\s*\(|new Function|\binnerHTML\b"
    )
    found = [
        f"{name(p)}:{n}: {line.strip()}"
        for p in files("static/js", ".js")
        for n, line in lines(p)
        if keeping.search(line)
    ]
    assert found == []
