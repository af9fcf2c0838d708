"""What a condition says with the answers so far, which answers decided it, and what is still open."""

from collections.abc import Mapping

import msgspec

from app.condition.compare import compared
from app.condition.model import All, Any, Comparison, Condition, Guarded, Known, Missing, Not, Truth

_OPPOSITE = {Truth.YES: Truth.NO, Truth.NO: Truth.YES, Truth.UNKNOWN: Truth.UNKNOWN}


class Verdict(msgspec.Struct, frozen=True):
    """The truth of a condition with the comparisons and facts that decide it, or that it still hangs on."""

    truth: Truth
    decisive: tuple[Comparison, ...]
    facts: tuple[str, ...]


def evaluate(condition: Condition, known: Mapping[str, Known]) -> Truth:
    """Return YES or NO when every completion of the missing answers agrees, else UNKNOWN."""
    match condition:
        case Comparison():
            return compared(condition, known.get(condition.fact, Missing.UNANSWERED))
        case Not(part):
            return _OPPOSITE[evaluate(part, known)]
        case All(parts):
            return min((evaluate(part, known) for part in parts), key=lambda truth: truth.value)
        case Any(parts):
            return max((evaluate(part, known) for part in parts), key=lambda truth: truth.value)


def explain(condition: Condition, known: Mapping[str, Known]) -> Verdict:
    """Return the truth with its reason: a minimal set of answers that fixes it, or what it still hangs on."""
    truth = evaluate(condition, known)
    decisive = _hanging(condition, known) if truth is Truth.UNKNOWN else _deciding(condition, known, truth)
    unique = tuple(dict.fromkeys(decisive))
    return Verdict(truth, unique, tuple(dict.fromkeys(comparison.fact for comparison in unique)))


def _deciding(condition: Condition, known: Mapping[str, Known], truth: Truth) -> list[Comparison]:
    match condition:
        case Comparison():
            return [condition]
        case Not(part):
            return _deciding(part, known, _OPPOSITE[truth])
        case All(parts) | Any(parts):
            agreeing = [_deciding(part, known, truth) for part in parts if evaluate(part, known) is truth]
            one_is_enough = isinstance(condition, Any) is (truth is Truth.YES)
            return min(agreeing, key=len) if one_is_enough else [each for found in agreeing for each in found]


def _hanging(condition: Condition, known: Mapping[str, Known]) -> list[Comparison]:
    if evaluate(condition, known) is not Truth.UNKNOWN:
        return []
    match condition:
        case Comparison():
            return [condition]
        case Not(part):
            return _hanging(part, known)
        case Guarded(parts):
            return _hanging(parts[0], known) or _hanging(parts[1], known)
        case All(parts) | Any(parts):
            return [found for part in parts for found in _hanging(part, known)]


def open_facts(condition: Condition, known: Mapping[str, Known]) -> tuple[str, ...]:
    """Return the unanswered facts that can still change the value, a guard before what it guards."""
    found = dict.fromkeys(_open(condition, known))
    return tuple(found)


def _open(condition: Condition, known: Mapping[str, Known]) -> list[str]:
    if evaluate(condition, known) is not Truth.UNKNOWN:
        return []
    match condition:
        case Comparison(fact):
            return [fact] if known.get(fact, Missing.UNANSWERED) is Missing.UNANSWERED else []
        case Not(part):
            return _open(part, known)
        case Guarded(parts):
            guard = _open(parts[0], known)
            stuck = not guard and evaluate(parts[0], known) is Truth.UNKNOWN
            return [] if stuck else [*guard, *_open(parts[1], known)]
        case All(parts) | Any(parts):
            return [found for part in parts for found in _open(part, known)]
