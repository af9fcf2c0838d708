"""A condition laid out flat for quick reading: its comparisons in a row, and the joins over their places.

A `not` becomes a sign on the comparisons under it, and swaps all and any; so it is gone from the joins.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import product
from typing import TypeAlias, cast

from app.condition.compare import NO, UNKNOWN, YES, reading, told_apart
from app.condition.model import All, Comparison, Condition, Guarded, Known, Missing, Not, Value

# More combinations of repeated facts than this are not tried while a visitor waits.
MOST_CASES = 64

Readings: TypeAlias = Sequence[int]
Node: TypeAlias = "int | Join"


class Join:
    """Parts of which one alone decides with `settled_by`: NO under all, YES under any."""

    __slots__ = ("parts", "settled_by")

    def __init__(self, settled_by: int, parts: tuple[Node, ...]) -> None:
        self.settled_by = settled_by
        self.parts = parts

    def value(self, readings: Readings) -> int:
        """Return the reading of the whole."""
        value = -self.settled_by
        for part in self.parts:
            found = readings[part] if isinstance(part, int) else part.value(readings)
            if found == self.settled_by:
                return found
            if found == UNKNOWN:
                value = UNKNOWN
        return value


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
        several = [fact for fact, places in self.places.items() if len(places) > 1]
        classes = {fact: self.classes_of(fact) for fact in several}
        # Without classes, or where even a value leaves it open, a fact cannot be decided by cases.
        self.classes = {
            fact: each for fact, each in classes.items() if each and not any(UNKNOWN in one for one in each)
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

    def readings(self, known: Mapping[str, Known]) -> list[int]:
        """Return what is known at each place."""
        return [
            sign * reading(comparison, known.get(comparison.fact, Missing.UNANSWERED))
            for comparison, sign in self.row
        ]

    def classes_of(self, fact: str, values: Sequence[Value] | None = None) -> tuple[tuple[int, ...], ...]:
        """Return the different readings that a fact can give at its places, for these values or for any."""
        here = [self.row[place] for place in self.places[fact]]
        if values is None:
            values = told_apart([comparison for comparison, _ in here])
        return tuple(
            dict.fromkeys(
                tuple(sign * reading(comparison, value) for comparison, sign in here) for value in values
            )
        )

    def repeated(self, readings: Readings) -> list[str]:
        """Return the facts that are unknown at several places; only these can hide what is certain."""
        return [
            fact
            for fact in self.classes
            if sum(readings[place] == UNKNOWN for place in self.places[fact]) > 1
        ]

    def cases(
        self, readings: Readings, facts: Sequence[str], most: int
    ) -> Iterator[tuple[tuple[int, ...], list[int]]]:
        """Yield the readings for each combination of what these facts can be, with its number for each fact.

        Only as many of the facts are taken as stay within `most` combinations.
        """
        choices: list[list[tuple[int, tuple[int, ...]]]] = []
        for fact in facts:
            possible = self.possible(fact, readings)
            most //= len(possible)
            if most == 0:
                break
            choices.append(list(enumerate(possible)))
        for combination in product(*choices):
            case = list(readings)
            for fact, (_, found) in zip(facts, combination, strict=False):
                for place, each in zip(self.places[fact], found, strict=True):
                    case[place] = each
            yield tuple(number for number, _ in combination), case

    def possible(self, fact: str, readings: Readings) -> list[tuple[int, ...]]:
        """Return the classes of a fact that agree with what is known of it; a span excludes some."""
        before = [readings[place] for place in self.places[fact]]
        agreeing = [
            each
            for each in self.classes[fact]
            if all(known in {UNKNOWN, found} for known, found in zip(before, each, strict=True))
        ]
        return agreeing or list(self.classes[fact])

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
