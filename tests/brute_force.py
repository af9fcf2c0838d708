"""Conditions worked out the long way: every completion of the missing answers, one by one.

Knows nothing of how app.condition does it, so that its tests compare two ways of thinking.
"""

import typing
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import product

from hypothesis import strategies as st

from app.condition import (
    All,
    Any,
    Comparison,
    Condition,
    Known,
    Missing,
    Not,
    Operand,
    Operator,
    Span,
    Truth,
    Value,
    facts_in,
)

# Every value that a fact can have; each list holds one that no comparison names.
VALUES: dict[str, Sequence[Value]] = {
    "partner": (True, False),
    "werk": (True, False),
    "einde": ("stopt", "ontslagen", "failliet"),
    "weken": (1, 2, 3, 4),
    "zorgen": (frozenset(), frozenset({"schuld"}), frozenset({"huur"}), frozenset({"schuld", "huur"})),
}
FEW = ("partner", "werk", "einde", "weken")


# How each comparison reads in words, on a whole value and its operands.
FITS: dict[Operator, Callable[[typing.Any, typing.Any], bool]] = {
    Operator.IS: lambda value, operands: value in operands,
    Operator.INCLUDES: lambda value, operands: any(option in value for option in operands),
    Operator.AT_LEAST: lambda value, operands: value >= operands[0],
    Operator.AT_MOST: lambda value, operands: value <= operands[0],
    Operator.UNDER: lambda value, operands: value < operands[0],
    Operator.OVER: lambda value, operands: value > operands[0],
}


def holds(condition: Condition, values: Mapping[str, Value]) -> bool:
    """Return whether a condition holds when everything is known."""
    match condition:
        case Not(part):
            return not holds(part, values)
        case All(parts):
            return all(holds(part, values) for part in parts)
        case Any(parts):
            return any(holds(part, values) for part in parts)
    return FITS[condition.operator](values[condition.fact], condition.operands)


def possible(fact: str, known: Mapping[str, Known]) -> Sequence[Value]:
    """Return what a fact can still be."""
    value = known.get(fact, Missing.UNANSWERED)
    match value:
        case Missing():
            return VALUES[fact]
        case Span(low, high):
            return [each for each in VALUES[fact] if low <= each <= high]  # type: ignore[operator]
    return [value]


def completions(facts: Sequence[str], known: Mapping[str, Known]) -> Iterator[dict[str, Value]]:
    """Yield every way in which the missing answers can turn out."""
    for values in product(*(possible(fact, known) for fact in facts)):
        yield dict(zip(facts, values, strict=True))


def truth(condition: Condition, known: Mapping[str, Known]) -> Truth:
    """Return what every completion agrees on, else UNKNOWN."""
    outcomes = {holds(condition, each) for each in completions(facts_in(condition), known)}
    if len(outcomes) > 1:
        return Truth.UNKNOWN
    return Truth.YES if outcomes == {True} else Truth.NO


def settling(condition: Condition, known: Mapping[str, Known]) -> set[str]:
    """Return the unanswered facts that can change the truth, while what is not known stays so."""
    facts = facts_in(condition)
    unanswered = [fact for fact in facts if known.get(fact, Missing.UNANSWERED) is Missing.UNANSWERED]
    truths = {
        tuple(values): truth(condition, {**known, **dict(zip(unanswered, values, strict=True))})
        for values in product(*(VALUES[fact] for fact in unanswered))
    }
    return {
        fact
        for number, fact in enumerate(unanswered)
        for values, found in truths.items()
        if any(
            truths[(*values[:number], other, *values[number + 1 :])] is not found for other in VALUES[fact]
        )
    }


def occurs_once(condition: Condition) -> bool:
    """Tell whether no fact stands in two comparisons."""
    return len(_all_facts(condition)) == len(facts_in(condition))


def _all_facts(condition: Condition) -> list[str]:
    match condition:
        case Comparison(fact):
            return [fact]
        case Not(part):
            return _all_facts(part)
        case All(parts) | Any(parts):
            return [fact for part in parts for fact in _all_facts(part)]


def _comparing(
    fact: str, operators: list[Operator], operands: list[tuple[Operand, ...]]
) -> st.SearchStrategy[Comparison]:
    return st.builds(Comparison, st.just(fact), st.sampled_from(operators), st.sampled_from(operands))


NUMBERS = [Operator.AT_LEAST, Operator.AT_MOST, Operator.UNDER, Operator.OVER]
COMPARISONS: dict[str, st.SearchStrategy[Comparison]] = {
    "partner": _comparing("partner", [Operator.IS], [(True,), (False,)]),
    "werk": _comparing("werk", [Operator.IS], [(True,), (False,)]),
    "einde": _comparing("einde", [Operator.IS], [("stopt",), ("ontslagen",), ("stopt", "ontslagen")]),
    "weken": _comparing("weken", NUMBERS, [(2,), (3,)]),
    "zorgen": _comparing("zorgen", [Operator.INCLUDES], [("schuld",), ("huur",), ("schuld", "huur")]),
}


def _joined(parts: st.SearchStrategy[Condition]) -> st.SearchStrategy[Condition]:
    several = st.lists(parts, min_size=1, max_size=3).map(tuple)
    return st.one_of(st.builds(All, several), st.builds(Any, several), st.builds(Not, parts))


def conditions(*facts: str) -> st.SearchStrategy[Condition]:
    """Return conditions on some of these facts, in which a fact may stand several times."""
    comparison = st.one_of([COMPARISONS[fact] for fact in facts])
    return st.recursive(comparison, _joined, max_leaves=8)


def answers(*facts: str) -> st.SearchStrategy[dict[str, Known]]:
    """Return some answers to these facts: a value, not known, or nothing at all."""
    known = {fact: st.sampled_from([*VALUES[fact], Missing.DONT_KNOW, Missing.UNANSWERED]) for fact in facts}
    return st.fixed_dictionaries({}, optional=known)
