"""Figures say honestly whether they reach their aim, and stand in a table that people and machines read."""

from __future__ import annotations

import pytest

from bench.figure import Better, Figure, quantile, table


@pytest.mark.parametrize(
    ("better", "value", "met"),
    [
        (Better.LOWER, 3.0, True),
        (Better.LOWER, 3.01, False),
        (Better.UNDER, 3.0, False),
        (Better.UNDER, 2.99, True),
        (Better.HIGHER, 3.0, True),
        (Better.HIGHER, 2.99, False),
    ],
)
def test_an_aim_points_one_way(better: Better, value: float, met: bool) -> None:
    figure = Figure(what="a page", value=value, unit="ms", digits=2, aim=3, better=better)
    assert figure.is_met is met
    assert figure.cells == (
        "a page",
        f"{value:.2f} ms",
        f"{better.value} 3 ms",
        "yes" if met else "**no**",
    )


def test_a_figure_without_an_aim_is_only_told() -> None:
    assert Figure(what="requests", value=1234, unit="per second", digits=0).cells == (
        "requests",
        "1234 per second",
        "",
        "",
    )


def test_a_quantile_is_a_measured_value_never_lower_than_the_share_asks() -> None:
    assert quantile([3, 1, 2], 0.5) == 2
    assert quantile([1], 0.99) == 1
    assert quantile(range(100), 0.99) == 99
    assert quantile(range(1000), 0.95) == 950


def test_a_table_lines_up() -> None:
    lines = table([("long words", "1", "", "")]).splitlines()
    assert lines[0] == "| What       | Measured | Aim | Met |"
    assert lines[1] == "| ---------- | -------- | --- | --- |"
    assert len({len(line) for line in lines}) == 1
