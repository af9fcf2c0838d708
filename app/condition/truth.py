"""What a condition says with the answers so far, and which answers decided it."""

from collections.abc import Collection, Mapping, Sequence

import msgspec

from app.condition.compare import UNKNOWN, reading
from app.condition.layout import Guard, Join, Layout, Readings, layout_of, read_at
from app.condition.mattering import mattering
from app.condition.model import Comparison, Condition, Known, Missing, Truth

# By reading: 0 is UNKNOWN, 1 is YES and -1, the last, is NO.
TRUTHS = (Truth.UNKNOWN, Truth.YES, Truth.NO)

Places = tuple[int, ...]


class Verdict(msgspec.Struct, frozen=True):
    """The truth of a condition with the comparisons and facts that decide it, or that it still hangs on."""

    truth: Truth
    decisive: tuple[Comparison, ...]
    facts: tuple[str, ...]


def evaluate(condition: Condition, known: Mapping[str, Known]) -> Truth:
    """Return YES or NO when every completion of the missing answers agrees, else UNKNOWN."""
    if type(condition) is Comparison:
        return TRUTHS[reading(condition, known.get(condition.fact, Missing.UNANSWERED))]
    layout = layout_of(condition)
    return TRUTHS[layout.certain(layout.readings(known))]


def explain(condition: Condition, known: Mapping[str, Known]) -> Verdict:
    """Return the truth and why.

    YES or NO: answers that fix it whatever the others are, and none that can be left out. UNKNOWN: the
    comparisons that it still hangs on; of a guarded comparison only the guard, until the guard is known.
    """
    layout = layout_of(condition)
    readings = layout.readings(known)
    truth = layout.certain(readings)
    places = _hanging(layout, readings) if truth == UNKNOWN else _fixing(layout, readings, truth)
    decisive = tuple(dict.fromkeys(layout.row[place][0] for place in places))
    return Verdict(TRUTHS[truth], decisive, tuple(dict.fromkeys(comparison.fact for comparison in decisive)))


def _reason(join: Join, readings: Readings, facts: Sequence[str]) -> tuple[int, Places]:
    """Return the reading of a join with the places that give it, of few facts where there is a choice."""
    settling: Places | None = None
    unknown: Places = ()
    others: Places = ()
    for part in join.parts:
        value, places = (
            (read_at(part, readings), (part,)) if isinstance(part, int) else _reason(part, readings, facts)
        )
        if value == join.settled_by:
            if settling is None or _number_of_facts(places, facts) < _number_of_facts(settling, facts):
                settling = places
        elif value == UNKNOWN:
            # Under an unknown guard there may be nothing to know.
            unknown = unknown if unknown and isinstance(join, Guard) else unknown + places
        else:
            others += places
    if settling is not None:
        return join.settled_by, settling
    return (UNKNOWN, unknown) if unknown else (-join.settled_by, others)


def _number_of_facts(places: Places, facts: Sequence[str]) -> int:
    return len({facts[place] for place in places})


def _hanging(layout: Layout, readings: Readings) -> Places:
    _, places = _reason(layout.root, readings, layout.facts)
    if not layout.repeated(readings):
        return places
    relevant = mattering(layout, [readings])
    return tuple(place for place in places if layout.facts[place] in relevant)


def _fixing(layout: Layout, readings: Readings, truth: int) -> Places:
    value, places = _reason(layout.root, readings, layout.facts)
    if not layout.classes:
        return places
    if value == UNKNOWN:
        places = _answered(readings)
    kept = list(dict.fromkeys(layout.facts[place] for place in places))
    for fact in reversed(kept[:]):
        rest = [each for each in kept if each != fact]
        if layout.certain(_only(layout, readings, rest)) == truth:
            kept = rest
    left = _only(layout, readings, kept)
    value, places = _reason(layout.root, left, layout.facts)
    return places if value == truth else _answered(left)


def _only(layout: Layout, readings: Readings, facts: Collection[str]) -> Readings:
    """Return the readings with only these facts known."""
    kept = layout.bits_of(facts)
    return readings[0] & kept, readings[1] & kept


def _answered(readings: Readings) -> Places:
    decided = readings[0] | readings[1]
    return tuple(place for place in range(decided.bit_length()) if decided >> place & 1)
