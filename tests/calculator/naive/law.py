"""The numbers of law for the second calculation: read straight from the files, exact, in euros.

This second calculation follows the text of the law with fractions, as plainly as possible. It shares nothing
with the portal but the numbers, so that a mistake in either of the two shows.
"""

import tomllib
from datetime import date
from fractions import Fraction
from functools import cache
from math import ceil, floor
from pathlib import Path
from typing import Any

PARAMETERS = Path(__file__).parents[3] / "content" / "parameters"


@cache
def _file(name: str) -> dict[str, Any]:
    return tomllib.loads((PARAMETERS / f"{name}.toml").read_text(encoding="utf-8"))


def _latest(name: str, day: date) -> tuple[str, str]:
    file, _, table = name.partition(".")
    parameter = _file(file)[table]
    begun = [dated for dated in parameter["values"] if date.fromisoformat(str(dated["from"])) <= day]
    return parameter["unit"], begun[-1]["value"]


@cache
def law(name: str, day: date) -> Fraction:
    """Return an amount in euros, a ratio as a part of one, anything else as it is counted."""
    unit, value = _latest(name, day)
    return Fraction(int(value), {"eurocent": 100, "ratio": 100_000}.get(unit, 1))


def down(amount: Fraction) -> Fraction:
    """Return whole euros, down."""
    return Fraction(floor(amount))


def up(amount: Fraction) -> Fraction:
    """Return whole euros, up."""
    return Fraction(ceil(amount))


def nearest(amount: Fraction) -> Fraction:
    """Return the nearest whole euro, a half up."""
    return Fraction(floor(amount + Fraction(1, 2)))


def nearest_cent(amount: Fraction) -> Fraction:
    """Return the nearest cent, a half up."""
    return nearest(amount * 100) / 100


@cache
def table(name: str, day: date) -> list[tuple[int, ...]]:
    """Return the rows of a table of law, as they are written."""
    _, value = _latest(name, day)
    return [tuple(int(word) for word in line.split()) for line in value.splitlines() if line.strip()]
