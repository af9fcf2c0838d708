"""Where more hours bring almost nothing, and where they take away.

Toeslagen and tax go in whole euros, so the total saws by a few euros everywhere: that is no zone. Totals are
cents per month, wages gross cents per month.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from enum import StrEnum

import msgspec

from app.calculator.flow.breakpoints import Point
from app.calculator.model import Budget, Kind
from app.money import Cents

SAW = 500
"""The fall per month up to which it is a rounding: four toeslagen and a tax, each in whole euros."""
FEWEST_HOURS = 4
"""Of a plateau."""
ONE_IN = 10
"""A plateau keeps less than a tenth of the extra gross wage; a cause is at least a tenth of the loss."""

Ends = tuple[int, int]
"""The places of the first and the last point."""


class ZoneKind(StrEnum):
    """What more hours do in a zone."""

    PLATEAU = "plateau"
    DROP = "drop"


class Zone(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch of hours in which working more brings almost nothing, or takes away.

    The whole hours lie within a plateau, and around a drop, which may be shorter than an hour; the wages and
    the change are those of the exact ends. `causes` are the rows that take it away, the largest first.
    `better_from_hours` is the first whole hour after it with more than there was before or in the zone.
    """

    kind: ZoneKind
    from_hours: int
    to_hours: int
    from_per_month: Cents
    to_per_month: Cents
    change_per_month: Cents
    causes: tuple[Kind, ...]
    better_from_hours: int | None
    better_from_per_month: Cents | None


def zones_of(points: Sequence[Point], wages: Sequence[int]) -> tuple[Zone, ...]:
    """Return the zones by wage; `wages` are those of the whole hours, which are all among the points."""
    falls = _merged([_tight(points, fall) for fall in _falls(points)], points, wages)
    found: list[Zone] = []
    begin = 0
    for fall in [*falls, None]:
        until = len(points) - 1 if fall is None else fall[0]
        flats = _plateaus(points, wages, (begin, until))
        found += [_zone(ZoneKind.PLATEAU, points, flat, wages) for flat in flats]
        if fall is not None:
            found.append(_zone(ZoneKind.DROP, points, fall, wages))
            begin = fall[1]
    return tuple(found)


def _falls(points: Sequence[Point]) -> Iterator[Ends]:
    """Yield every way down, from top to bottom, that is more than the saw; a smaller rise does not end it."""
    top = low = 0
    for here, point in enumerate(points):
        if point.per_month < points[low].per_month:
            low = here
        elif point.per_month >= points[top].per_month or point.per_month - points[low].per_month > SAW:
            if points[top].per_month - points[low].per_month > SAW:
                yield top, low
            top = low = here
    if points[top].per_month - points[low].per_month > SAW:
        yield top, low


def _tight(points: Sequence[Point], fall: Ends) -> Ends:
    """Leave out the flat ends of a fall, so that it is as short as it is steep."""
    top, low = fall
    first, last = points[top].per_month, points[low].per_month
    slack = min(SAW, (first - last) // ONE_IN, (first - last - SAW - 1) // 2)
    start = max(place for place in range(top, low) if points[place].per_month >= first - slack)
    end = min(place for place in range(start + 1, low + 1) if points[place].per_month <= last + slack)
    return start, end


def _merged(falls: list[Ends], points: Sequence[Point], wages: Sequence[int]) -> list[Ends]:
    """Take together the falls of one hour, where the second goes below the first."""
    found: list[Ends] = []
    for start, end in falls:
        if found and _is_one_fall(found[-1], (start, end), points, wages):
            found[-1] = found[-1][0], end
        else:
            found.append((start, end))
    return found


def _is_one_fall(one: Ends, other: Ends, points: Sequence[Point], wages: Sequence[int]) -> bool:
    hour = _hour_from(points[one[1]], wages)
    return (
        hour > _hour_until(points[other[0]], wages)
        and points[other[0]].per_month <= points[one[0]].per_month
        and points[other[1]].per_month <= points[one[1]].per_month
    )


def _plateaus(points: Sequence[Point], wages: Sequence[int], within: Ends) -> list[Ends]:
    """Return the stretches of at least four hours in which almost nothing is kept of the extra wage."""
    found: list[Ends] = []
    for first, last in _flat_windows(points, wages, within):
        if found and first <= found[-1][1]:
            if _is_flat(points[found[-1][0]], points[last]):
                found[-1] = found[-1][0], max(last, found[-1][1])
        else:
            found.append((first, last))
    trimmed = [_trimmed(points, wages, ends) for ends in found]
    return [ends for ends in trimmed if _whole_hours(points, wages, ends) >= FEWEST_HOURS]


def _flat_windows(points: Sequence[Point], wages: Sequence[int], within: Ends) -> Iterator[Ends]:
    least = wages[FEWEST_HOURS] - 1  # Each hour is rounded to a cent, so four of them may be a cent less.
    last = within[0]
    for first in range(within[0], within[1] + 1):
        begin = points[first].loon_per_month
        while last <= within[1] and points[last].loon_per_month - begin < least:
            last += 1
        if last > within[1]:
            return
        if _is_flat(points[first], points[last]):
            yield first, last


def _is_flat(before: Point, after: Point) -> bool:
    return (after.per_month - before.per_month) * ONE_IN < after.loon_per_month - before.loon_per_month


def _trimmed(points: Sequence[Point], wages: Sequence[int], ends: Ends) -> Ends:
    """Leave out what a window took along of the steep stretch before or after it."""
    first, last = ends
    while not _is_flat(points[last - 1], points[last]) and _fits(points, wages, (first, last - 1)):
        last -= 1
    while not _is_flat(points[first], points[first + 1]) and _fits(points, wages, (first + 1, last)):
        first += 1
    return first, last


def _fits(points: Sequence[Point], wages: Sequence[int], ends: Ends) -> bool:
    return _whole_hours(points, wages, ends) >= FEWEST_HOURS


def _whole_hours(points: Sequence[Point], wages: Sequence[int], ends: Ends) -> int:
    return _hour_until(points[ends[1]], wages) - _hour_from(points[ends[0]], wages)


def _hour_from(point: Point, wages: Sequence[int]) -> int:
    """Return the first whole hour at this wage or above."""
    return bisect_left(wages, point.loon_per_month)


def _hour_until(point: Point, wages: Sequence[int]) -> int:
    """Return the last whole hour at this wage or below."""
    return bisect_right(wages, point.loon_per_month) - 1


def _zone(kind: ZoneKind, points: Sequence[Point], ends: Ends, wages: Sequence[int]) -> Zone:
    first, last = points[ends[0]], points[ends[1]]
    is_drop = kind is ZoneKind.DROP
    better = _better_after(points, ends, wages)
    return Zone(
        kind=kind,
        from_hours=(_hour_until if is_drop else _hour_from)(first, wages),
        to_hours=(_hour_from if is_drop else _hour_until)(last, wages),
        from_per_month=Cents(first.loon_per_month),
        to_per_month=Cents(last.loon_per_month),
        change_per_month=Cents(last.per_month - first.per_month),
        causes=_causes(first.budget, last.budget),
        better_from_hours=None if better is None else _hour_from(better, wages),
        better_from_per_month=None if better is None else Cents(better.loon_per_month),
    )


def _better_after(points: Sequence[Point], ends: Ends, wages: Sequence[int]) -> Point | None:
    """Return the first whole hour after a zone with more than anywhere in it."""
    first, last = ends
    highest = max(point.per_month for point in points[first : last + 1])
    after = (point for point in points[last + 1 :] if _is_whole(point, wages))
    return next((point for point in after if point.per_month > highest), None)


def _is_whole(point: Point, wages: Sequence[int]) -> bool:
    return wages[_hour_until(point, wages)] == point.loon_per_month


def _causes(before: Budget, after: Budget) -> tuple[Kind, ...]:
    """Return the rows that fall, the largest first; what is less than a tenth of the loss is left out."""
    change: dict[Kind, int] = {}
    for sign, budget in ((-1, before), (1, after)):
        for line in budget.lines:
            change[line.kind] = change.get(line.kind, 0) + sign * line.per_month
    falls = sorted((amount, kind) for kind, amount in change.items() if amount < 0)
    loss = sum(amount for amount, _ in falls)
    return tuple(kind for amount, kind in falls if amount * ONE_IN <= loss)
