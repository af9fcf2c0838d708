"""Which facts can still change a condition, and which are worth asking."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from app.condition.compare import NO, UNKNOWN, YES
from app.condition.layout import MOST_CASES, Join, Layout, Readings, layout_of
from app.condition.model import Condition, Known, Missing

# The reading of a condition, and the places that it still depends on.
Left = tuple[int, tuple[int, ...]]


def open_facts(condition: Condition, known: Mapping[str, Known]) -> tuple[str, ...]:
    """Return the unanswered facts that can still change the value, a guard before what it guards.

    What the visitor does not know stays unknown, so nothing is asked that only matters if they did; and a
    question under a guard that they do not know is not asked at all. A fact known as a span counts as open.
    """
    layout = layout_of(condition)
    readings = layout.readings(known)
    if layout.certain(readings) != UNKNOWN:
        return ()
    not_known = {fact for fact in layout.places if known.get(fact) is Missing.DONT_KNOW}
    if not not_known:
        return mattering(layout, [readings])
    relevant = mattering(layout, _without(layout, readings, not_known))
    return tuple(fact for fact in relevant if fact not in not_known)


def _without(layout: Layout, readings: Readings, not_known: set[str]) -> list[Readings]:
    """Return the readings with what will stay unknown against YES, and with it against NO.

    Answers can still bring YES, or NO, only if they do so in spite of what the visitor does not know.
    """
    against: dict[int, list[int]] = {}
    for side in (NO, YES):
        against[side] = [
            side if fact in not_known and reading == UNKNOWN else reading
            for reading, fact in zip(readings, layout.facts, strict=True)
        ]
    for guard in layout.guards:
        of_guard, guarded = guard.parts
        worst = Join(guard.settled_by, (of_guard,)).value(against[guard.settled_by])
        if worst == guard.settled_by and isinstance(guarded, int) and readings[guarded] == UNKNOWN:
            against[NO][guarded], against[YES][guarded] = NO, YES
    # A fact that is not known but stands at several places may cancel out, so it is decided by cases.
    for fact in not_known & layout.classes.keys():
        for place in layout.places[fact]:
            against[NO][place] = against[YES][place] = readings[place]
    return [against[NO], against[YES]]


def mattering(layout: Layout, sides: Sequence[Readings], most: int = MOST_CASES) -> tuple[str, ...]:
    """Return the facts, in order, that can change the value seen from one of these sides.

    A fact at one place matters if that place is left in some case of the repeated facts; a repeated fact
    matters if two cases that differ only in that fact leave something else.
    """
    repeated = layout.repeated(sides[0])
    left: dict[tuple[int, ...], list[Left]] = defaultdict(list)
    for readings in sides:
        for numbers, case in layout.cases(readings, repeated, most):
            left[numbers].append(_left(layout.root, case))
    matters = {layout.facts[place] for remains in left.values() for _, places in remains for place in places}
    matters.update(fact for number, fact in enumerate(repeated) if _changes(left, number))
    return tuple(fact for fact in layout.places if fact in matters)


def _changes(left: Mapping[tuple[int, ...], list[Left]], number: int) -> bool:
    """Tell whether two cases that differ only in the fact with this number leave something else."""
    seen: dict[tuple[int, ...], list[Left]] = {}
    return any(
        seen.setdefault(numbers[:number] + numbers[number + 1 :], remains) != remains
        for numbers, remains in left.items()
    )


def _left(join: Join, readings: Readings) -> Left:
    """Return the reading, and the unknown places that are left when everything decided has been taken out.

    With each fact at one place, the same places left mean the same condition left: the joins between two
    places are always those of the whole.
    """
    value = -join.settled_by
    left: tuple[int, ...] = ()
    for part in join.parts:
        found, places = (readings[part], (part,)) if isinstance(part, int) else _left(part, readings)
        if found == join.settled_by:
            return found, ()
        if found == UNKNOWN:
            value, left = UNKNOWN, left + places
    return value, left
