"""What a condition is made of: comparisons on one fact, joined by all, any and not."""

from collections.abc import Callable, Mapping
from datetime import date
from enum import Enum, StrEnum

import msgspec

from app.period import Month


class Truth(Enum):
    """Whether a condition holds, as far as the answers tell."""

    NO = 0
    UNKNOWN = 1
    YES = 2


class Missing(Enum):
    """Why a fact has no value."""

    UNANSWERED = "unanswered"
    DONT_KNOW = "dont_know"


class Span(msgspec.Struct, frozen=True):
    """A value of which only the two bounds are known; both are possible."""

    low: int | date
    high: int | date


Value = bool | str | int | date | Month | frozenset[str] | Span
Known = Value | Missing


class Operator(StrEnum):
    """How a fact is compared."""

    IS = "is"
    INCLUDES = "includes"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    UNDER = "under"
    OVER = "over"
    BEFORE = "before"
    AFTER = "after"


class ParameterRef(msgspec.Struct, frozen=True):
    """A number or date of law by its name, until the day is known."""

    parameter: str


Operand = bool | str | int | date | Month | ParameterRef


class Comparison(msgspec.Struct, frozen=True, cache_hash=True):
    """One fact compared with one or more operands; with several it is enough that one of them fits."""

    fact: str
    operator: Operator
    operands: tuple[Operand, ...]
    because: str | None = None
    because_not: str | None = None
    # The parameter that the operand came from; kept when the operand has become the value of the day.
    parameter: str | None = None


class All(msgspec.Struct, frozen=True, cache_hash=True):
    """Holds when every part holds."""

    parts: "tuple[Condition, ...]"


class Any(msgspec.Struct, frozen=True, cache_hash=True):
    """Holds when at least one part holds."""

    parts: "tuple[Condition, ...]"


class Not(msgspec.Struct, frozen=True, cache_hash=True):
    """Holds when its part does not."""

    part: "Condition"


class Guarded(All, frozen=True, cache_hash=True):
    """All of a guard and a comparison that only exists while the guard holds."""


Condition = Comparison | All | Any | Not


def comparisons_in(condition: Condition) -> tuple[Comparison, ...]:
    """Return every comparison in order of appearance."""
    match condition:
        case Comparison():
            return (condition,)
        case Not(part):
            return comparisons_in(part)
        case _:
            return tuple(found for part in condition.parts for found in comparisons_in(part))


def facts_in(condition: Condition) -> tuple[str, ...]:
    """Return every fact once, in order of first appearance."""
    return tuple(dict.fromkeys(comparison.fact for comparison in comparisons_in(condition)))


def parameters_in(condition: Condition) -> tuple[str, ...]:
    """Return every parameter once, in order of first appearance."""
    return tuple(dict.fromkeys(c.parameter for c in comparisons_in(condition) if c.parameter is not None))


def mapped(condition: Condition, change: Callable[[Comparison], Condition]) -> Condition:
    """Return the condition with every comparison replaced by what `change` makes of it."""
    match condition:
        case Comparison():
            return change(condition)
        case Not(part):
            return Not(mapped(part, change))
        case _:
            return type(condition)(tuple(mapped(part, change) for part in condition.parts))


def resolved(condition: Condition, value_of: Callable[[str], int | date]) -> Condition:
    """Return the condition with every parameter replaced by its value on the day."""

    def of_the_day(operand: Operand) -> Operand:
        return value_of(operand.parameter) if isinstance(operand, ParameterRef) else operand

    return mapped(
        condition,
        lambda comparison: msgspec.structs.replace(
            comparison, operands=tuple(of_the_day(operand) for operand in comparison.operands)
        ),
    )


def guarded(condition: Condition, guards: Mapping[str, Condition]) -> Condition:
    """Return the condition in which a comparison only counts while the guard of its fact holds.

    Guards of the facts of a guard count as well; a circle of guards is a ValueError.
    """
    return _guarded(condition, guards, ())


def _guarded(condition: Condition, guards: Mapping[str, Condition], within: tuple[str, ...]) -> Condition:
    def under_its_guard(comparison: Comparison) -> Condition:
        fact = comparison.fact
        if fact in within:
            raise ValueError(f"the guard of {fact} depends on {fact}: {' → '.join((*within, fact))}")
        if fact not in guards:
            return comparison
        return Guarded((_guarded(guards[fact], guards, (*within, fact)), comparison))

    return mapped(condition, under_its_guard)
