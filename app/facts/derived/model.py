"""What a derived fact is made of, and the small tools that all of them share."""

from collections.abc import Callable, Mapping
from datetime import date

import msgspec

from app.condition import Known, Missing, Span, Value
from app.facts.model import Amount, Person
from app.parameters import ParametersOn
from app.period import Month

Answered = bool | str | int | date | Month | Amount | frozenset[str] | tuple[Person, ...]


class Given(msgspec.Struct, frozen=True):
    """What a derived fact is worked out from: what is known, who lives there, the numbers of law, the day."""

    known: Mapping[str, Known]
    people: Mapping[str, tuple[Person, ...]]
    parameters: ParametersOn
    day: date

    def value(self, fact_id: str) -> Value | None:
        """Return what is known of a fact; nothing when it is not answered or not known."""
        value = self.known.get(fact_id)
        return None if isinstance(value, Missing) else value

    def number(self, fact_id: str) -> int | None:
        """Return a number, or an amount in euro cents; nothing when it is not known."""
        value = self.value(fact_id)
        return value if isinstance(value, int) and not isinstance(value, bool) else None

    def truth(self, fact_id: str) -> bool | None:
        """Return yes or no; nothing when it is not known."""
        value = self.value(fact_id)
        return value if isinstance(value, bool) else None

    def day_of(self, fact_id: str) -> date | None:
        """Return a date; nothing when it is not known."""
        value = self.value(fact_id)
        return value if isinstance(value, date) else None

    def law(self, parameter: str) -> int:
        """Return a number of law on the day."""
        value = self.parameters.value(parameter)
        if not isinstance(value, int):
            raise TypeError(parameter)
        return value

    def law_day(self, parameter: str) -> date:
        """Return a date of law."""
        value = self.parameters.value(parameter)
        if not isinstance(value, date):
            raise TypeError(parameter)
        return value


class Derived(msgspec.Struct, frozen=True):
    """A derived fact: the facts it needs, and its function; None means that the needs leave it open."""

    id: str
    needs: tuple[str, ...]
    compute: Callable[[Given], Value | None]


def span(low: int | date, high: int | date) -> Value:
    """Return one value where both ends agree, else the span between them."""
    return low if low == high else Span(low, high)


def ends(value: Known | None) -> tuple[date, date] | None:
    """Return the earliest and the latest date that a value stands for; nothing when it is no date."""
    match value:
        case date():
            return value, value
        case Span(low, high) if isinstance(low, date) and isinstance(high, date):
            return low, high
        case _:
            return None


def whole_ends(value: Value) -> tuple[int, ...]:
    """Return the lowest and the highest whole number that a value stands for; none when it is no number."""
    low, high = (value.low, value.high) if isinstance(value, Span) else (value, value)
    return tuple(each for each in (low, high) if isinstance(each, int))


def all_of(*parts: bool | None) -> bool | None:
    """Return whether all parts hold, three-valued: one NO decides, else one unknown leaves it open."""
    if False in parts:
        return False
    return None if None in parts else True


def is_at_least(value: Value | None, limit: int) -> bool | None:
    """Return whether a whole number reaches a limit; nothing when it is not known or its ends disagree."""
    reached = {end >= limit for end in whole_ends(value)} if value is not None else set()
    return reached.pop() if len(reached) == 1 else None


def is_not(part: bool | None) -> bool | None:
    """Return the opposite, three-valued."""
    return None if part is None else not part
