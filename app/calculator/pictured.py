"""Rows of hours, tiles of months and zones made ready for a page: scaled, lettered, in whole euros."""

from collections.abc import Iterator

import msgspec

from app.calculator.chart import BENEFITS, WAGE
from app.calculator.flow.compare import whole_euros
from app.calculator.flow.payments import MonthOf
from app.calculator.flow.zones import SAW, Zone, ZoneKind
from app.calculator.result import Result
from app.calculator.words import NOTE_WORDS, TILE_WORDS
from app.web.locale import language

LETTERS = "ABCDEF"
MOST_ZONES = len(LETTERS)
FULL = 100


class HourRow(msgspec.Struct, frozen=True):
    """One whole hour of the table, in whole euros that add up."""

    hours: int
    wage: int
    benefits: int
    rest: int
    total: int
    is_chosen: bool


class Tile(msgspec.Struct, frozen=True):
    """One month: how long its bar is, of a hundred, and the word on it."""

    month: MonthOf
    bar: int
    bar_x: int
    now_x: int
    word: str | None
    notes: tuple[str, ...]


def hour_rows(result: Result) -> Iterator[HourRow]:
    """Yield the 41 rows."""
    chosen = result.first.offer.job.uren_per_week
    for row in result.sweep.rows:
        found = whole_euros(row.budget)
        wage = sum(amount for kind, amount in found.items() if kind in WAGE)
        benefits = sum(amount for kind, amount in found.items() if kind in BENEFITS)
        total = sum(found.values())
        yield HourRow(row.hours, wage, benefits, total - wage - benefits, total, row.hours * 100 == chosen)


def told_zones(result: Result) -> tuple[Zone, ...]:
    """Return the zones that a page tells of: the widest and deepest ones, in the order of hours.

    A drop that is made good within the same hour shows in no row of hours, so it is left out; so is one at
    the very first hour, as the sentence about being better off says that. A household with childcare can
    have a drop for every band of the toeslag.
    """
    real = _real(result)
    worst = sorted(real, key=lambda zone: (zone.kind is ZoneKind.DROP, zone.change_per_month))[:MOST_ZONES]
    return tuple(zone for zone in real if zone in worst)


def lettered_zones(result: Result) -> list[tuple[str, Zone]]:
    """Return the zones with the letters that the picture shows."""
    return list(zip(LETTERS, told_zones(result), strict=False))


def zones_not_told(result: Result) -> int:
    """Return how many smaller drops there are besides."""
    return len(_real(result)) - len(told_zones(result))


def _real(result: Result) -> list[Zone]:
    return [zone for zone in result.sweep.zones if not _is_passing(zone)]


def _is_passing(zone: Zone) -> bool:
    better = zone.better_from_hours
    begins = zone.from_hours == 0
    return zone.kind is ZoneKind.DROP and (begins or (better is not None and better <= zone.to_hours))


def tiles(result: Result) -> list[Tile]:
    """Return the months, each with its bar beside the mark of an ordinary month of now."""
    cash = result.months
    if cash is None:
        return []
    highest = max(cash.now_per_month, *(month.per_month for month in cash.months), 1)
    is_rtl = language().direction == "rtl"
    now = cash.now_per_month * FULL // highest
    found = []
    for month in cash.months:
        bar = max(0, month.per_month) * FULL // highest
        word = next((TILE_WORDS[note] for note in month.notes if note in TILE_WORDS), None)
        notes = tuple(NOTE_WORDS[note] for note in month.notes)
        found.append(
            Tile(month, bar, FULL - bar if is_rtl else 0, FULL - now if is_rtl else now, word, notes)
        )
    return found


def loss_in(result: Result, zone: Zone) -> int:
    """Return how much less than now there is everywhere in a zone; zero where it is only a rounding."""
    totals = [
        row.budget.per_month
        for row in result.sweep.rows
        if max(1, zone.from_hours) <= row.hours <= zone.to_hours
    ]
    least = result.now.per_month - max(totals, default=result.now.per_month)
    return least if least > SAW else 0


def low_months(result: Result) -> list[MonthOf]:
    """Return the months in which less comes in than now, the worst three."""
    months = () if result.months is None else result.months.months
    low = sorted((month for month in months if month.is_low), key=lambda each: -each.short_by)[:3]
    return sorted(low, key=lambda each: each.month)
