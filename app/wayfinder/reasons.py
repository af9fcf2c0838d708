"""Why: the whole sentences behind a verdict, taken from the facts themselves."""

from collections.abc import Iterator, Mapping

from app.condition import All, Any, Comparison, Condition, Known, Missing, Not, Truth, evaluate
from app.facts.flow import FactsOn, questions_behind
from app.facts.model import Fact, Kind
from app.wayfinder.model import Reason


def reasons_for(
    on: FactsOn, known: Mapping[str, Known], comparisons: tuple[Comparison, ...]
) -> tuple[Reason, ...]:
    """Return a sentence for each deciding comparison, each sentence once."""
    found = (reason for comparison in comparisons for reason in _sentences(on, known, comparison))
    return tuple({reason.sentence: reason for reason in found}.values())


def _sentences(on: FactsOn, known: Mapping[str, Known], comparison: Comparison) -> Iterator[Reason]:
    fact = on.facts[comparison.fact]
    truth = evaluate(comparison, known)
    for sentence in _words(fact, comparison, truth, known.get(fact.id, Missing.UNANSWERED)):
        yield Reason(sentence, truth, questions_behind(fact), comparison.parameter)


def _words(fact: Fact, comparison: Comparison, truth: Truth, value: Known) -> tuple[str, ...]:
    if truth is Truth.UNKNOWN:
        return (fact.unknown,)
    own = comparison.because if truth is Truth.YES else comparison.because_not
    if own is not None:
        return (own,)
    match fact.kind, value:
        case Kind.YES_NO, bool():
            return _present(fact.statement if value else fact.denial)
        case Kind.CHOICE, str():
            option = fact.option(value)
            return _present(option.statement if option else None)
        case Kind.CHOICES, frozenset():
            return _chosen(fact, comparison, value)
        case _:
            return ()


def _chosen(fact: Fact, comparison: Comparison, value: frozenset[str]) -> tuple[str, ...]:
    wanted = [option for option in fact.options if option.id in comparison.operands]
    chosen = tuple(option.statement for option in wanted if option.id in value)
    if chosen:
        return chosen
    if not value and fact.none_statement is not None:
        return (fact.none_statement,)
    return tuple(option.denial for option in wanted)


def _present(sentence: str | None) -> tuple[str, ...]:
    return () if sentence is None else (sentence,)


def would_change(
    on: FactsOn, known: Mapping[str, Known], comparisons: tuple[Comparison, ...]
) -> tuple[Reason, ...]:
    """Return the sentences that would have to be true instead of the deciding answers."""
    found = (reason for comparison in comparisons for reason in _opposite(on, known, comparison))
    return tuple({reason.sentence: reason for reason in found}.values())


def _opposite(on: FactsOn, known: Mapping[str, Known], comparison: Comparison) -> Iterator[Reason]:
    fact = on.facts[comparison.fact]
    wanted = Truth.NO if evaluate(comparison, known) is Truth.YES else Truth.YES
    for sentence in _words_of_opposite(fact, comparison, wanted):
        yield Reason(sentence, wanted, questions_behind(fact), comparison.parameter)


def _words_of_opposite(fact: Fact, comparison: Comparison, wanted: Truth) -> tuple[str, ...]:
    own = comparison.because if wanted is Truth.YES else comparison.because_not
    if own is not None:
        return (own,)
    named = [option for option in fact.options if option.id in comparison.operands]
    match fact.kind:
        case Kind.YES_NO:
            says_yes = (True in comparison.operands) is (wanted is Truth.YES)
            return _present(fact.statement if says_yes else fact.denial)
        case Kind.CHOICE | Kind.CHOICES if wanted is Truth.YES:
            return tuple(option.statement for option in named)
        case Kind.CHOICE | Kind.CHOICES:
            return tuple(option.denial for option in named)
        case _:
            return ()


def sentences_missing(on_facts: Mapping[str, Fact], condition: Condition) -> Iterator[tuple[Comparison, str]]:
    """Yield each comparison that cannot be told in words, with which of yes, no and unknown is missing."""
    match condition:
        case Comparison():
            yield from _missing(on_facts[condition.fact], condition)
        case Not(part):
            yield from sentences_missing(on_facts, part)
        case All(parts) | Any(parts):
            for part in parts:
                yield from sentences_missing(on_facts, part)


def _missing(fact: Fact, comparison: Comparison) -> Iterator[tuple[Comparison, str]]:
    tells_itself = {
        Kind.YES_NO: fact.statement is not None and fact.denial is not None,
        Kind.CHOICE: bool(fact.options),
        Kind.CHOICES: bool(fact.options),
    }.get(fact.kind, False)
    if not tells_itself and comparison.because is None:
        yield comparison, "because"
    if not tells_itself and comparison.because_not is None:
        yield comparison, "because_not"
    if not fact.unknown:
        yield comparison, "unknown"
