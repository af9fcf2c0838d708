"""Worked examples of tests/calculator/cases: what is given, what must come out, and who says so.

A file holds `[[case]]`, one example each, and `[[table]]`, a table of a source with one example per row.
Amounts are written as in letters, "1.234,50", and read as cents; everything else stays what it is.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
import pytest

from app.parameters import Parameters, ParametersOn

ROOT = Path(__file__).parents[2]
CASES = Path(__file__).parent / "cases"
_AMOUNT = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3})*,[0-9]{2}")


class Case(msgspec.Struct, frozen=True):
    """One example."""

    name: str
    day: date
    given: dict[str, Any]
    expected: dict[str, Any]
    source: str


class Table(msgspec.Struct, frozen=True):
    """A table of a source: the first columns are given, the others must come out."""

    name: str
    day: date
    given: list[str]
    expected: list[str]
    source: str
    rows: list[list[Any]]
    fixed: dict[str, Any] = {}


def examples(file: str) -> Callable[[Any], Any]:
    """Let a test run once for every example of the file; it gets the example as `case`."""
    return pytest.mark.parametrize("case", [pytest.param(case, id=case.name) for case in read(file)])


def read(file: str) -> list[Case]:
    """Return every example of the file, the rows of its tables too."""
    data = tomllib.loads((CASES / f"{file}.toml").read_text(encoding="utf-8"))
    found = [msgspec.convert(each, Case) for each in data.get("case", [])]
    found += [case for each in data.get("table", []) for case in _rows(msgspec.convert(each, Table))]
    return [
        msgspec.structs.replace(case, given=_values(case.given), expected=_values(case.expected))
        for case in found
    ]


def _rows(table: Table) -> Iterator[Case]:
    for row in table.rows:
        given = dict(zip(table.given, row, strict=False))
        expected = dict(zip(table.expected, row[len(table.given) :], strict=True))
        place = ", ".join(str(each) for each in row[: len(table.given)])
        yield Case(f"{table.name}: {place}", table.day, table.fixed | given, expected, table.source)


def _values(named: dict[str, Any]) -> dict[str, Any]:
    return {name: _value(each) for name, each in named.items()}


def _value(each: Any) -> Any:
    if isinstance(each, list):
        return [_value(one) for one in each]
    if isinstance(each, dict):
        return _values(each)
    if isinstance(each, str) and _AMOUNT.fullmatch(each):
        return int(re.sub(r"[.,]", "", each))
    return each


@cache
def parameters_on(day: date) -> ParametersOn:
    """Return the national numbers of law on the day."""
    return _parameters().on(day)


@cache
def _parameters() -> Parameters:
    return Parameters.load([ROOT / "content" / "parameters"])
