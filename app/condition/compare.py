"""One comparison against what is known of its fact, and the values that comparisons can tell apart."""

import operator as plain
from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from itertools import chain, combinations
from typing import Any

from app.condition.model import Comparison, Known, Missing, Operand, Operator, Span, Value
from app.period import Month

# A reading is a truth as a number, so that `not` is a sign.
NO, UNKNOWN, YES = -1, 0, 1

MOST_OPTIONS = 6
ANOTHER = "another"

_ORDER: dict[Operator, Callable[[Any, Any], bool]] = {
    Operator.AT_LEAST: plain.ge,
    Operator.AT_MOST: plain.le,
    Operator.UNDER: plain.lt,
    Operator.OVER: plain.gt,
    Operator.BEFORE: plain.lt,
    Operator.AFTER: plain.gt,
}
_ORDERED = (int, date)


def reading(comparison: Comparison, value: Known) -> int:
    """Return whether the value fits; UNKNOWN when it is missing, too vague or of another type."""
    if type(value) is Missing:
        return UNKNOWN
    operands = comparison.operands
    if comparison.operator is Operator.IS:
        return _is_one_of(operands, value)
    if comparison.operator is Operator.INCLUDES:
        if type(value) is not frozenset or type(operands[0]) is not str:
            return UNKNOWN
        return NO if value.isdisjoint(operands) else YES
    return _in_order(_ORDER[comparison.operator], operands[0], value)


def _is_one_of(operands: tuple[Operand, ...], value: Known) -> int:
    if isinstance(value, Span):
        return _is_in_span(operands, value)
    if type(value) is not type(operands[0]):
        return UNKNOWN
    return YES if value in operands else NO


def _is_in_span(operands: tuple[Operand, ...], span: Span) -> int:
    if type(operands[0]) is not type(span.low):
        return UNKNOWN
    if not any(_lies_in(span, operand) for operand in operands):
        return NO
    return YES if span.low == span.high else UNKNOWN


def _lies_in(span: Span, operand: Any) -> bool:
    return bool(span.low <= operand <= span.high)


def _in_order(fits: Callable[[Any, Any], bool], operand: Operand, value: Known) -> int:
    low, high = _ends(value)
    if type(low) is not type(operand) or type(low) not in _ORDERED:
        return UNKNOWN
    at_low = fits(low, operand)
    if fits(high, operand) is not at_low:
        return UNKNOWN
    return YES if at_low else NO


def _ends(value: Known) -> tuple[object, object]:
    """Return the lowest and the highest value that may be meant; a month means one of its days."""
    if isinstance(value, Span):
        return value.low, value.high
    if isinstance(value, Month):
        return value.first_day, value.last_day
    return value, value


def told_apart(comparisons: Sequence[Comparison]) -> tuple[Value, ...]:
    """Return values of one fact, at least one for each way in which these comparisons can turn out.

    Empty when that cannot be told: an operand without its value of the day, mixed types, too many options.
    """
    operands = tuple(dict.fromkeys(chain.from_iterable(each.operands for each in comparisons)))
    kinds = {type(operand) for operand in operands}
    if len(kinds) != 1:
        return ()
    kind = kinds.pop()
    if kind is bool:
        return True, False
    if kind is str:
        options = [str(operand) for operand in operands]
        return (*options, ANOTHER) if comparisons[0].operator is Operator.IS else _subsets(options)
    return tuple(dict.fromkeys(chain.from_iterable(map(_around, operands))))


def _subsets(options: list[str]) -> tuple[frozenset[str], ...]:
    if len(options) > MOST_OPTIONS:
        return ()
    sizes = range(len(options), -1, -1)
    return tuple(frozenset(some) for size in sizes for some in combinations(options, size))


def _around(operand: Operand) -> Iterable[Value]:
    if type(operand) is int:
        return operand - 1, operand, operand + 1
    if type(operand) is date:
        return operand - timedelta(1), operand, operand + timedelta(1)
    return ()
