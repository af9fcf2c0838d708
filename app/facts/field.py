"""One question as it was typed: its values by field name, and what can be wrong with them."""

from collections.abc import Mapping
from datetime import date
from enum import Enum

import msgspec

from app.facts.model import Fact

Typed = Mapping[str, str | tuple[str, ...]]


class Problem(Enum):
    """Why an answer cannot be used."""

    NOTHING = "nothing"
    UNREADABLE = "unreadable"
    TOO_LOW = "too_low"
    TOO_HIGH = "too_high"
    BOTH = "both"
    TOO_MANY = "too_many"


class WrongAnswerError(ValueError):
    """What was typed is not an answer; `bound` is the limit that it passed."""

    def __init__(self, problem: Problem, bound: int | date | None = None) -> None:
        super().__init__(problem.value)
        self.problem = problem
        self.bound = bound


class Field(msgspec.Struct, frozen=True):
    """One fact as typed: its name on the page, every value by field name, and the day."""

    fact: Fact
    name: str
    typed: Typed
    day: date

    def text(self, part: str = "") -> str:
        """Return one value as it was typed, without the white space around it."""
        value = self.typed.get(self.name + part, "")
        return value.strip() if isinstance(value, str) else ""

    def several(self) -> tuple[str, ...]:
        """Return every ticked value."""
        value = self.typed.get(self.name, ())
        return tuple(filter(None, (value,) if isinstance(value, str) else value))
