"""Our stylesheets know a start and an end of the line, no left and no right: Arabic runs the other way."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from tests.house.files import files, name

COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
STRING = re.compile(r"\"[^\"\n]*\"|'[^'\n]*'|url\([^)]*\)")
PHYSICAL = re.compile(
    r"""
    (?<![\w-]) (?: (?:margin|padding|border|scroll-margin|scroll-padding) -) (?:left|right) (?![\w]) .*
  | (?<![\w-]) border-(?:top|bottom)-(?:left|right)-radius
  | (?<![\w.#-]) (?:left|right) \s* :
  | : [^;{}]* (?<![\w-]) (?:left|right) (?![\w-])
    """,
    re.VERBOSE,
)
ELSEWHERE = re.compile(r"url\(\s*[\"']?(?:https?:)?//|@import", re.IGNORECASE)


def physical(css: str) -> Iterator[tuple[int, str]]:
    """The lines of a stylesheet that name left or right, comments and strings aside."""
    bare = COMMENT.sub(lambda comment: "\n" * comment.group().count("\n"), css)
    for number, line in enumerate(bare.splitlines(), start=1):
        if PHYSICAL.search(STRING.sub('""', line)):
            yield number, line.strip()


def test_no_stylesheet_knows_left_or_right() -> None:
    found = [
        f"{name(p)}:{n}: {line}"
        for p in files("static/css", ".css")
        for n, line in physical(p.read_text("utf-8"))
    ]
    assert found == []


def test_no_stylesheet_loads_from_elsewhere() -> None:
    assert [
        name(p)
        for p in files("static/css", ".css")
        if ELSEWHERE.search(COMMENT.sub("", p.read_text("utf-8")))
    ] == []


@pytest.mark.parametrize(
    "css",
    [
        "a { margin-left: 1px }",
        "a { padding-right: 0; }",
        "a { border-left: 0 }",
        "a { border-right-color: red }",
        "a { border-top-left-radius: 2px }",
        "a { left: 0 }",
        "a { color: red; right: 0 }",
        "right: 0;",
        "a { text-align: left }",
        "a { float: right }",
        "a { clear: left; }",
        "a { background-position: right 2px top 0 }",
        "a { background: url('x.svg') no-repeat left }",
        "a { transform-origin: left }",
        "a { scroll-margin-left: 1px }",
    ],
)
def test_left_and_right_are_seen(css: str) -> None:
    assert list(physical(css))


@pytest.mark.parametrize(
    "css",
    [
        "a { margin-inline-start: 1px }",
        "/* left\n and text-align: right */ a { inset-inline: 0 }",
        ".chevron-right { color: red }",
        ".copyright:hover { color: red }",
        "a { background: url('left.svg') }",
        'a::before { content: "left: right" }',
        "a { mask: url(#left) }",
        ".left-alone { border-start-start-radius: 1px }",
    ],
)
def test_what_is_not_a_side_is_let_through(css: str) -> None:
    assert not list(physical(css))
