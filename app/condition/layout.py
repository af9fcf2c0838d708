"""A condition laid out flat for quick reading: its comparisons in a row, and the joins over their places.

A `not` becomes a sign on the comparisons under it, and swaps all and any; so it is gone from the joins.
What the comparisons say is kept as bits, one per place: a whole join is then read at once.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import product
from typing import TypeAlias, cast

from app.condition.compare import NO, UNKNOWN, YES, reading, told_apart
from app.condition.model import All, Comparison, Condition, Guarded, Known, Missing, Not, Value

# More combinations of repeated facts than this are not tried while a visitor waits.
MOST_CASES = 64

# The places that read YES and those that read NO, as bits; what is in neither is UNKNOWN.
Readings: TypeAlias = tuple[int, int]
Node: TypeAlias = "int | Join"


def read_at(place: int, readings: Readings) -> int:
    """Return the reading of one place."""
    yes, no = readings
    return (yes >> place & 1) - (no >> place & 1)


class Join:
    """Parts of which one alone decides with `settled_by`: NO under all, YES under any."""

    __slots__ = ("joins", "own", "parts", "settled_by")

    def __init__(self, settled_by: int, parts: tuple[Node, ...]) -> None:
        self.settled_by = settled_by
        self.parts = parts
        self.own = sum(1 << part for part in parts if isinstance(part, int))
        self.joins = tuple(part for part in parts if not isinstance(part, int))

    def value(self, readings: Readings) -> int:
        """Return the reading of the whole."""
        yes, no = readings
        settling, others = (yes, no) if self.settled_by == YES else (no, yes)
        if settling & self.own:
            return self.settled_by
        value = UNKNOWN if self.own & ~others else -self.settled_by
        for join in self.joins:
            found = join.value(readings)
            if found == self.settled_by:
                return found
            if found == UNKNOWN:
                value = UNKNOWN
        return value

    def left(self, readings: Readings) -> tuple[int, int]:
        """Return the reading, and the unknown places left when what is decided has been taken out."""
        yes, no = readings
        settling, others = (yes, no) if self.settled_by == YES else (no, yes)
        if settling & self.own:
            return self.settled_by, 0
        places = self.own & ~others
        value = UNKNOWN if places else -self.settled_by
        for join in self.joins:
            found, of_join = join.left(readings)
            if found == self.settled_by:
                return found, 0
            if found == UNKNOWN:
                value, places = UNKNOWN, places | of_join
        return value, places


class Guard(Join):
    """A join whose first part is the guard of the comparison that is its second."""

    __slots__ = ()


class Layout:
    """The comparisons of a condition by place, each with its sign, and the join over all of them."""

    def __init__(self, condition: Condition) -> None:
        self.row: list[tuple[Comparison, int]] = []
        self.guards: list[Guard] = []
        whole = self._lay(condition, YES)
        self.root = whole if isinstance(whole, Join) else Join(NO, (whole,))
        self.facts = tuple(comparison.fact for comparison, _ in self.row)
        self.places = {
            fact: tuple(place for place, each in enumerate(self.facts) if each == fact)
            for fact in dict.fromkeys(self.facts)
        }
        self.bits = {fact: sum(1 << place for place in places) for fact, places in self.places.items()}
        several = [fact for fact, places in self.places.items() if len(places) > 1]
        classes = {fact: self.classes_of(fact) for fact in several}
        # Without classes, or where even a value leaves it open, a fact cannot be decided by cases.
        self.classes = {
            fact: each
            for fact, each in classes.items()
            if each and all(yes | no == self.bits[fact] for yes, no in each)
        }

    def _lay(self, condition: Condition, sign: int) -> Node:
        match condition:
            case Comparison():
                self.row.append((condition, sign))
                return len(self.row) - 1
            case Not(part):
                return self._lay(part, -sign)
            case Guarded(parts):
                guard = Guard(-sign, tuple(self._lay(part, sign) for part in parts))
                self.guards.append(guard)
                return guard
            case _:
                settled_by = -sign if isinstance(condition, All) else sign
                return Join(settled_by, tuple(self._lay(part, sign) for part in condition.parts))

    def readings(self, known: Mapping[str, Known]) -> Readings:
        """Return what is known at each place."""
        yes, no, bit = 0, 0, 1
        for comparison, sign in self.row:
            value = known.get(comparison.fact)
            if value is not None and type(value) is not Missing:
                found = sign * reading(comparison, value)
                if found == YES:
                    yes |= bit
                elif found == NO:
                    no |= bit
            bit <<= 1
        return yes, no

    def bits_of(self, facts: Iterable[str]) -> int:
        """Return the places of these facts."""
        bits = 0
        for fact in facts:
            bits |= self.bits[fact]
        return bits

    def classes_of(self, fact: str, values: Sequence[Value] | None = None) -> tuple[Readings, ...]:
        """Return the different readings that a fact can give at its places, for these values or for any."""
        here = [(place, *self.row[place]) for place in self.places[fact]]
        if values is None:
            values = told_apart([comparison for _, comparison, _ in here])
        found: dict[Readings, None] = {}
        for value in values:
            signs = [(place, sign * reading(comparison, value)) for place, comparison, sign in here]
            yes, no = (sum(1 << place for place, sign in signs if sign == side) for side in (YES, NO))
            found[yes, no] = None
        return tuple(found)

    def repeated(self, readings: Readings) -> list[str]:
        """Return the facts that are unknown at several places; only these can hide what is certain."""
        decided = readings[0] | readings[1]
        unknown = ((fact, self.bits[fact] & ~decided) for fact in self.classes)
        return [fact for fact, bits in unknown if bits & (bits - 1)]

    def cases(
        self, readings: Readings, facts: Sequence[str], most: int
    ) -> Iterator[tuple[tuple[Readings, ...], Readings]]:
        """Yield each combination of what these facts can be, with the readings that it gives.

        Only as many of the facts are taken as stay within `most` combinations.
        """
        yes, no = readings
        choices: list[Sequence[Readings]] = []
        for fact in facts:
            possible = self.possible(fact, readings)
            most //= len(possible)
            if most == 0:
                break
            choices.append(possible)
            yes, no = yes & ~self.bits[fact], no & ~self.bits[fact]
        for combination in product(*choices):
            case_yes, case_no = yes, no
            for of_yes, of_no in combination:
                case_yes |= of_yes
                case_no |= of_no
            yield combination, (case_yes, case_no)

    def possible(self, fact: str, readings: Readings) -> Sequence[Readings]:
        """Return the classes of a fact that agree with what is known of it; a span excludes some."""
        bits, classes = self.bits[fact], self.classes[fact]
        yes, no = readings[0] & bits, readings[1] & bits
        if not yes | no:
            return classes
        return [each for each in classes if not (yes & ~each[0] or no & ~each[1])] or classes

    def certain(self, readings: Readings) -> int:
        """Return the reading that every completion agrees on, else UNKNOWN."""
        value = self.root.value(readings)
        if value != UNKNOWN or not self.classes or not (facts := self.repeated(readings)):
            return value
        agreed: int | None = None
        for _, case in self.cases(readings, facts, MOST_CASES):
            value = self.root.value(case)
            if value == UNKNOWN or agreed not in (None, value):
                return UNKNOWN
            agreed = value
        return cast("int", agreed)


@lru_cache(maxsize=1024)
def layout_of(condition: Condition) -> Layout:
    """Return the layout of a condition, made once."""
    return Layout(condition)
