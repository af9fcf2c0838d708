"""A measured figure with its aim, and the tables that figures are printed and kept in."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

import msgspec


class Better(Enum):
    """Which way an aim points."""

    LOWER = "≤"
    UNDER = "<"
    HIGHER = "≥"


class Figure(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that was measured; without an aim it is only told."""

    what: str
    value: float
    unit: str
    digits: int = 1
    aim: float | None = None
    better: Better = Better.LOWER

    @property
    def is_met(self) -> bool:
        """Whether the aim is reached; a figure without one always is."""
        match self.better:
            case _ if self.aim is None:
                return True
            case Better.LOWER:
                return self.value <= self.aim
            case Better.UNDER:
                return self.value < self.aim
            case Better.HIGHER:
                return self.value >= self.aim

    @property
    def cells(self) -> tuple[str, str, str, str]:
        """The figure as a row of a table."""
        if self.aim is None:
            return self.what, f"{self.value:.{self.digits}f} {self.unit}", "", ""
        aim = f"{self.better.value} {self.aim:g} {self.unit}"
        return self.what, f"{self.value:.{self.digits}f} {self.unit}", aim, "yes" if self.is_met else "**no**"


class Chapter(msgspec.Struct, frozen=True):
    """Figures that belong together, with how they were measured."""

    title: str
    how: str
    figures: tuple[Figure, ...]
    rows: Sequence[tuple[str, ...]] = ()
    head: tuple[str, ...] = ()


HEAD = ("What", "Measured", "Aim", "Met")


def table(rows: Sequence[tuple[str, ...]], head: tuple[str, ...] = HEAD) -> str:
    """Return rows as a table that reads as plain text and as Markdown."""
    widths = [max(len(row[column]) for row in (head, *rows)) for column in range(len(head))]
    lines = [head, tuple("-" * width for width in widths), *rows]
    return "\n".join(
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)) + " |"
        for line in lines
    )


def quantile(values: Sequence[float], share: float) -> float:
    """Return the value under which this share of the values lies; the highest of few, never a guess."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]
