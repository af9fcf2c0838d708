"""What an answer is, how it is written into the sealed cookie, and what a condition sees of it."""

from collections.abc import Mapping
from datetime import date
from typing import TypeAlias

from app.condition import Known, Missing
from app.facts.model import Amount, Fact, Kind, Person
from app.money import Cents
from app.period import Month, Period, per_month

Answered: TypeAlias = bool | str | int | date | Month | Amount | frozenset[str] | tuple[Person, ...]
Answer: TypeAlias = Answered | Missing
Answers: TypeAlias = Mapping[str, Answer]


class UnreadableError(ValueError):
    """A stored answer does not fit its fact; the visitor is asked again."""


def packed(answer: Answer) -> object:
    """Return an answer as plain JSON; *don't know* is null."""
    match answer:
        case Missing():
            return None
        case Amount(cents, period):
            return [cents, period.value]
        case frozenset():
            return sorted(answer)
        case tuple():
            return [{key: _plain(value) for key, value in person.values.items()} for person in answer]
        case _:
            return _plain(answer)


def _plain(value: object) -> object:
    return str(value) if isinstance(value, date | Month) else value


def unpacked(fact: Fact, raw: object) -> Answer:
    """Return the answer that was packed, or raise UnreadableError when it is not an answer to this fact."""
    if raw is None:
        return Missing.DONT_KNOW
    try:
        return _unpacked(fact, raw)
    except (ValueError, TypeError, KeyError) as error:
        raise UnreadableError(fact.id) from error


def _unpacked(fact: Fact, raw: object) -> Answered:
    match fact.kind, raw:
        case Kind.CHOICES, list() if all(fact.option(part) for part in raw):
            return frozenset(raw)
        case Kind.AMOUNT, [int(cents), str(period)]:
            return Amount(cents, Period(period))
        case Kind.PEOPLE, list():
            return tuple(_person(fact, person) for person in raw)
        case _:
            return _one(fact, raw)


def _one(fact: Fact, raw: object) -> Answered:
    match fact.kind, raw:
        case Kind.YES_NO, bool():
            return raw
        case ((Kind.NUMBER | Kind.HOURS), int()) if not isinstance(raw, bool):
            return raw
        case Kind.POSTCODE4, str():
            return raw
        case Kind.CHOICE, str() if fact.option(raw):
            return raw
        case Kind.DATE, str():
            return date.fromisoformat(raw)
        case Kind.MONTH, str():
            return Month.parse(raw)
        case _:
            raise UnreadableError(fact.id)


def _person(fact: Fact, raw: Mapping[str, object]) -> Person:
    kinds = {field.id: field.kind for field in fact.fields}
    return Person(
        {key: Month.parse(str(value)) if kinds[key] is Kind.MONTH else value for key, value in raw.items()}
    )


def known(fact: Fact, answer: Answer) -> Known:
    """Return what a condition sees: amounts in cents per the fact's own period, people as their number."""
    match answer:
        case Amount(cents, period):
            return cents if period is fact.period else per_month(Cents(cents), period)
        case tuple():
            return len(answer)
        case _:
            return answer
