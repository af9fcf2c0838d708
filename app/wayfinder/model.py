"""The nouns of a way: the route, and what comes out of it for one visitor."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Any

import msgspec

from app.catalogue.model import Item, Source, Step, When
from app.condition import Condition, Truth


class Route(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A life event: what to ask first, and what to consider."""

    id: str
    title: str
    summary: str
    ask: tuple[str, ...]
    consider: tuple[str, ...]
    first_word: str
    icon: str = "info-circle"
    order: int = 0
    next: tuple[str, ...] = ()
    search: tuple[str, ...] = ()
    unsafe_at_home: bool = False


class CrisisExit(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A person to call now, shown above every result while its condition holds."""

    id: str
    when: Any
    title: str
    text: str
    organisation: str | None = None
    line: str | None = None
    phone: str | None = None
    sources: tuple[Source, ...] = ()


class Way(msgspec.Struct, frozen=True):
    """Every route of this installation, and the crisis exits with their conditions."""

    routes: Mapping[str, Route]
    crises: tuple[CrisisExit, ...]
    crisis_conditions: Mapping[str, Condition]


class Reason(msgspec.Struct, frozen=True):
    """One whole sentence of why, with the parameter in it, and the questions that would change it."""

    sentence: str
    truth: Truth
    questions: tuple[str, ...]
    parameter: str | None = None


class Fitting(msgspec.Struct, frozen=True):
    """A form of support that fits, and why; `telling` leaves out what holds for nearly everyone."""

    item: Item
    reasons: tuple[Reason, ...]
    telling: tuple[Reason, ...]


class Possible(msgspec.Struct, frozen=True):
    """A form of support that may fit: what is not known yet, and the one question that may settle it."""

    item: Item
    reasons: tuple[Reason, ...]
    question: str | None
    unknown_facts: int
    look_up: str | None = None
    """The question that the visitor did not know the answer to, and may look up."""


class NotNow(msgspec.Struct, frozen=True):
    """A form of support that does not fit now: the deciding answers, and what would change it."""

    item: Item
    reasons: tuple[Reason, ...]
    would_fit: tuple[Reason, ...]

    @property
    def changes(self) -> tuple[str, ...]:
        """The questions of which another answer would change this."""
        return tuple(dict.fromkeys(each for reason in self.reasons for each in reason.questions))


class Certainty(StrEnum):
    """How firm the date of a step is."""

    FIRM = "firm"
    EARLIEST = "earliest"
    UNKNOWN = "unknown"


class DatedStep(msgspec.Struct, frozen=True):
    """A step with its date for this visitor; without a date, what it is counted from."""

    item: Item
    step: Step
    day: date | None
    certainty: Certainty
    overdue: bool
    organisation: str
    count: int | None = None
    question: str | None = None
    """The question that would make the date certain."""
    has_begun: bool = False
    """Whether a step that could not be done before its day can be done today."""

    @property
    def is_loose(self) -> bool:
        """Whether the step has no date of its own: it returns every month, or its date is not known."""
        return self.step.when is When.MONTHLY or self.certainty is Certainty.UNKNOWN


class Outcome(msgspec.Struct, frozen=True):
    """What a route says to one visitor on one day."""

    day: date
    fits: tuple[Fitting, ...]
    maybe: tuple[Possible, ...]
    not_now: tuple[NotNow, ...]
    steps: tuple[DatedStep, ...]
    first_step: DatedStep | None
    headline: str | None
    organisations: tuple[str, ...]
    crises: tuple[CrisisExit, ...]
    closed_gate: str | None
