"""“Voor wie is dit?”: a condition told in whole sentences, for a reader of whom nothing is known."""

from collections.abc import Callable, Mapping
from typing import ClassVar

import msgspec

from app.condition import All, Any, Comparison, Condition, Not
from app.facts.model import Fact, Kind


class Sentence(msgspec.Struct, frozen=True):
    """One thing that must be so; `{grens}` in it is the number of law of its parameter."""

    text: str
    parameter: str | None = None


class AllOf(msgspec.Struct, frozen=True):
    """Every part must be so."""

    one_is_enough: ClassVar[bool] = False
    parts: "tuple[Need, ...]"


class OneOf(msgspec.Struct, frozen=True):
    """One of the parts is enough."""

    one_is_enough: ClassVar[bool] = True
    parts: "tuple[Need, ...]"


Need = Sentence | AllOf | OneOf


class Needs(msgspec.Struct, frozen=True):
    """What must be so: first what reads at once, then lists in lists, which few people read."""

    plain: tuple[Need, ...]
    further: tuple[Need, ...]


def needs_of(condition: Condition, facts: Mapping[str, Fact]) -> Needs:
    """Return what must be so for a form of support; single sentences stand before lists."""
    found = _need(condition, facts, holds=True)
    parts = found.parts if isinstance(found, AllOf) else (found,)
    sentences = tuple(part for part in parts if isinstance(part, Sentence))
    lists = tuple(part for part in parts if _is_list(part))
    return Needs(sentences + lists, tuple(part for part in parts if part not in sentences + lists))


def _is_list(need: Need) -> bool:
    return not isinstance(need, Sentence) and all(isinstance(part, Sentence) for part in need.parts)


def _need(condition: Condition, facts: Mapping[str, Fact], *, holds: bool) -> Need:
    match condition:
        case Not(part):
            return _need(part, facts, holds=not holds)
        case Comparison():
            return _told(condition, facts[condition.fact], holds=holds)
        case All(parts) | Any(parts):
            # Not (a and b) is: not a, or not b.
            kind = AllOf if isinstance(condition, All) is holds else OneOf
            return _joined(kind, [_need(part, facts, holds=holds) for part in parts])


def _joined(kind: Callable[[tuple[Need, ...]], AllOf | OneOf], parts: list[Need]) -> Need:
    """Return the parts as one, without a list in a list of the same kind, and each sentence once."""
    flat: list[Need] = []
    for part in parts:
        flat += part.parts if isinstance(part, AllOf | OneOf) and type(part) is kind else (part,)
    once = tuple(dict.fromkeys(part for part in flat if part != AllOf(())))
    return once[0] if len(once) == 1 else kind(once)


def _told(comparison: Comparison, fact: Fact, *, holds: bool) -> Need:
    own = comparison.because if holds else comparison.because_not
    if own is not None:
        return Sentence(own, comparison.parameter)
    if fact.kind is Kind.YES_NO:
        says_yes = (True in comparison.operands) is holds
        return _sentences(AllOf, [fact.statement if says_yes else fact.denial])
    named = [option for option in fact.options if option.id in comparison.operands]
    if holds:
        return _sentences(OneOf, [option.statement for option in named])
    return _sentences(AllOf, [option.denial for option in named])


def _sentences(kind: Callable[[tuple[Need, ...]], AllOf | OneOf], texts: list[str | None]) -> Need:
    return _joined(kind, [Sentence(text) for text in texts if text is not None])
