"""Which facts can still change a condition, and which are worth asking."""

from collections.abc import Collection, Mapping, Sequence

from app.condition.compare import NO, UNKNOWN, YES
from app.condition.layout import MOST_CASES, Join, Layout, Readings, layout_of, read_at
from app.condition.model import Condition, Known, Missing

# The reading of a condition, and the places that it still depends on. With each fact at one place, the same
# places left mean the same condition left: the joins between two places are always those of the whole.
Left = tuple[int, int]


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


def _without(layout: Layout, readings: Readings, not_known: Collection[str]) -> list[Readings]:
    """Return the readings with what will stay unknown against YES, and with it against NO.

    Answers can still bring YES, or NO, only if they do so in spite of what the visitor does not know.
    """
    yes, no = readings
    hidden = layout.bits_of(not_known) & ~(yes | no)
    against = {NO: (yes, no | hidden), YES: (yes | hidden, no)}
    for guard in layout.guards:
        of_guard, guarded = guard.parts
        side = against[guard.settled_by]
        worst = of_guard.value(side) if isinstance(of_guard, Join) else read_at(of_guard, side)
        if worst == guard.settled_by and isinstance(guarded, int) and read_at(guarded, readings) == UNKNOWN:
            against = {side: _with(guarded, side, against[side]) for side in against}
    # A fact that is not known but stands at several places may cancel out, so it is decided by cases.
    several = layout.bits_of(not_known & layout.classes.keys())
    return [
        (side_yes & ~several | yes & several, side_no & ~several | no & several)
        for side_yes, side_no in against.values()
    ]


def _with(place: int, side: int, readings: Readings) -> Readings:
    """Return the readings with one place on a side."""
    yes, no, bit = *readings, 1 << place
    return (yes | bit, no & ~bit) if side == YES else (yes & ~bit, no | bit)


def mattering(layout: Layout, sides: Sequence[Readings], most: int = MOST_CASES) -> tuple[str, ...]:
    """Return the facts, in order, that can change the value seen from one of these sides.

    A fact at one place matters if that place is left in some case of the repeated facts; a repeated fact
    matters if two cases that differ only in that fact leave something else.
    """
    repeated = layout.repeated(sides[0])
    left: dict[tuple[Readings, ...], list[Left]] = {}
    places = 0
    for readings in sides:
        for combination, case in layout.cases(readings, repeated, most):
            remains = layout.root.left(case)
            left.setdefault(combination, []).append(remains)
            places |= remains[1]
    places |= layout.bits_of(fact for number, fact in enumerate(repeated) if _changes(left, number))
    return tuple([fact for fact, bits in layout.bits.items() if bits & places])


def _changes(left: Mapping[tuple[Readings, ...], list[Left]], number: int) -> bool:
    """Tell whether two cases that differ only in the fact with this number leave something else."""
    seen: dict[tuple[Readings, ...], list[Left]] = {}
    return any(
        seen.setdefault(case[:number] + case[number + 1 :], remains) != remains
        for case, remains in left.items()
    )
