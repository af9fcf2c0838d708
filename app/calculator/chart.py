"""The picture of more or fewer hours: shapes for an inline SVG, mirrored for right-to-left.

Three textures, one line, a dashed line for now, bands with a letter; the table of all hours says the same.
"""

from collections.abc import Callable, Sequence

import msgspec

from app.calculator.flow.sweep import Sweep
from app.calculator.flow.zones import Zone
from app.calculator.model import MOST_HOURS, Budget, Kind

WIDTH, HEIGHT = 360, 320
START, END, TOP, BOTTOM = 50, 324, 44, 262
WAGE = frozenset({Kind.LOON, Kind.LOON_PARTNER})
BENEFITS = frozenset({Kind.BIJSTAND, Kind.WW, Kind.WW_PARTNER, Kind.TOESLAG_UWV})
COSTS = frozenset({Kind.OPVANGKOSTEN, Kind.REISKOSTEN})
HOURS = (0, 8, 16, 24, 32, 40)
CENTS = 100
STEPS = (500, 1000, 2000)
"""Euros between two lines of the grid; the smallest that leaves at most five lines."""
MOST_LINES = 5


class Grid(msgspec.Struct, frozen=True):
    """One line of the grid, in euros, with its height."""

    euros: int
    y: float


class Tick(msgspec.Struct, frozen=True):
    """One number of hours under the picture."""

    hours: int
    x: float


class Band(msgspec.Struct, frozen=True):
    """A zone: its letter, its edges, and where the letter stands."""

    letter: str
    kind: str
    x: float
    width: float
    middle: float


class Chart(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that the template draws; x runs from the start of the line of the reader."""

    grid: tuple[Grid, ...]
    ticks: tuple[Tick, ...]
    wage: str
    benefits: str
    toeslagen: str
    total: str
    now_y: float
    you_x: float
    you_y: float
    bands: tuple[Band, ...]
    start: float
    end: float
    has_benefits: bool
    points: str
    """The x and y of the total at each whole hour, for the ring that moves with the slider."""


def chart(
    sweep: Sweep, zones: Sequence[tuple[str, Zone]], now_per_month: int, hours: int, *, is_rtl: bool
) -> Chart:
    """Return the shapes for these rows; `hours` is where the visitor is, in hundredths."""
    tops = [_layers(row.budget) for row in sweep.rows]
    totals = [int(row.budget.per_month) for row in sweep.rows]
    highest = max(*totals, now_per_month, *(layers[-1] for layers in tops), 1)
    step = next((each for each in STEPS if each * CENTS * MOST_LINES >= highest), STEPS[-1] * 2)
    most = -(-highest // (step * CENTS)) * step

    def y(cents: float) -> float:
        return round(BOTTOM - (BOTTOM - TOP) * max(0, cents) / (most * CENTS), 1)

    def x(hour: float) -> float:
        along = START + (END - START) * hour / MOST_HOURS
        return round(WIDTH - along if is_rtl else along, 1)

    xs = [x(row.hours) for row in sweep.rows]
    ground = [BOTTOM] * len(xs)
    layers = [[y(each[level]) for each in tops] for level in range(3)]
    at = min(MOST_HOURS * 100, max(0, hours))
    low, part = divmod(at, 100)
    high = min(low + 1, MOST_HOURS)
    you = totals[low] + (totals[high] - totals[low]) * part / 100
    return Chart(
        grid=tuple(Grid(euros, y(euros * CENTS)) for euros in range(0, most + 1, step)),
        ticks=tuple(Tick(hour, x(hour)) for hour in HOURS),
        wage=_area(xs, layers[0], ground),
        benefits=_area(xs, layers[1], layers[0]),
        toeslagen=_area(xs, layers[2], layers[1]),
        total=_line(xs, [y(each) for each in totals]),
        now_y=y(now_per_month),
        you_x=x(at / 100),
        you_y=y(you),
        bands=tuple(_band(letter, zone, x) for letter, zone in zones),
        start=x(0),
        end=x(MOST_HOURS),
        has_benefits=any(each[1] > each[0] for each in tops),
        points=" ".join(f"{a},{y(b)}" for a, b in zip(xs, totals, strict=True)),
    )


def _layers(budget: Budget) -> tuple[int, int, int]:
    """Return the tops of the three layers: wage, benefits, and all toeslagen; costs are in the line only."""
    wage = sum(line.per_month for line in budget.lines if line.kind in WAGE)
    benefits = sum(line.per_month for line in budget.lines if line.kind in BENEFITS)
    rest = sum(line.per_month for line in budget.lines if line.kind not in WAGE | BENEFITS | COSTS)
    return wage, wage + benefits, wage + benefits + rest


def _band(letter: str, zone: Zone, x: Callable[[float], float]) -> Band:
    one, other = x(zone.from_hours), x(zone.to_hours)
    first, last = min(one, other), max(one, other)
    width = max(6.0, round(last - first, 1))
    return Band(letter, zone.kind.value, first, width, round(first + width / 2, 1))


def _line(xs: list[float], ys: list[float]) -> str:
    return "M" + "L".join(f"{a} {b}" for a, b in zip(xs, ys, strict=True))


def _area(xs: list[float], tops: list[float], grounds: list[float] | list[int]) -> str:
    back = "L".join(f"{a} {b}" for a, b in zip(reversed(xs), reversed(grounds), strict=True))
    return f"{_line(xs, tops)}L{back}Z"
