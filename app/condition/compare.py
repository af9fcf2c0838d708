"""One comparison against what is known of its fact."""

import operator as plain
from collections.abc import Callable
from datetime import date

from app.condition.model import Comparison, Known, Missing, Operand, Operator, Span, Truth
from app.period import Month

Bound = int | date

_ORDER: dict[Operator, Callable[[Bound, Bound], bool]] = {
    Operator.AT_LEAST: plain.ge,
    Operator.AT_MOST: plain.le,
    Operator.UNDER: plain.lt,
    Operator.OVER: plain.gt,
    Operator.BEFORE: plain.lt,
    Operator.AFTER: plain.gt,
}


def compared(comparison: Comparison, value: Known) -> Truth:
    """Return whether the value fits; UNKNOWN when it is missing, too vague or of another type."""
    if isinstance(value, Missing):
        return Truth.UNKNOWN
    if comparison.operator is Operator.IS:
        return _is_one_of(comparison.operands, value)
    if comparison.operator is Operator.INCLUDES:
        return _includes(comparison.operands, value)
    return _in_order(_ORDER[comparison.operator], value, comparison.operands[0])


def _is_one_of(operands: tuple[Operand, ...], value: Known) -> Truth:
    if isinstance(value, Span):
        return _spans(operands, value)
    if any(type(operand) is not type(value) for operand in operands):
        return Truth.UNKNOWN
    return Truth.YES if value in operands else Truth.NO


def _spans(operands: tuple[Operand, ...], value: Span) -> Truth:
    if any(type(operand) is not type(value.low) for operand in operands):
        return Truth.UNKNOWN
    if value.low == value.high:
        return Truth.YES if value.low in operands else Truth.NO
    possible = any(value.low <= operand <= value.high for operand in operands)
    return Truth.UNKNOWN if possible else Truth.NO


def _includes(operands: tuple[Operand, ...], value: Known) -> Truth:
    if not isinstance(value, frozenset) or not all(isinstance(operand, str) for operand in operands):
        return Truth.UNKNOWN
    return Truth.NO if value.isdisjoint(operands) else Truth.YES


def _in_order(order: Callable[[Bound, Bound], bool], value: Known, operand: Operand) -> Truth:
    low, high = _bounds(value, operand)
    if low is None or high is None or type(low) is not type(operand):
        return Truth.UNKNOWN
    at_low, at_high = order(low, operand), order(high, operand)  # type: ignore[arg-type]
    if at_low is not at_high:
        return Truth.UNKNOWN
    return Truth.YES if at_low else Truth.NO


def _bounds(value: Known, operand: Operand) -> tuple[Bound | None, Bound | None]:
    """Return the lowest and highest value possible; a month is somewhere between its first and last day."""
    if isinstance(value, Span):
        return value.low, value.high
    if isinstance(value, Month):
        return value.first_day, value.last_day
    if isinstance(value, int | date) and not isinstance(value, bool):
        return value, value
    return None, None
