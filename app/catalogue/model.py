"""The nouns of what exists: a form of support, who gives it, and the steps to get it."""

from collections.abc import Mapping
from datetime import date as Day  # noqa: N812 — a source has a `date` of its own
from enum import StrEnum
from typing import Any

import msgspec

from app.condition import Condition


class Status(StrEnum):
    """How sure the editors are that a form of support exists today."""

    CONFIRMED = "bevestigd"
    TO_CONFIRM = "te_bevestigen"


class When(StrEnum):
    """When a step is due: at once, by a date, not before a day, from a month on, or every month."""

    NOW = "now"
    BY = "by"
    FROM_DAY = "from_day"
    FROM_MONTH = "from_month"
    MONTHLY = "monthly"


class Number(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A number of law, named by its parameter."""

    parameter: str


class Due(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A date counted from a date fact: so many days, weeks or months after or before it."""

    days: Number | None = None
    weeks: Number | None = None
    months: Number | None = None
    after: str | None = None
    before: str | None = None

    @property
    def anchor(self) -> str:
        """The date fact that is counted from."""
        return self.after or self.before or ""

    @property
    def number(self) -> Number | None:
        """The one number that is counted, in whichever unit; none means: on that day itself."""
        return self.days or self.weeks or self.months

    @property
    def is_before_a_day(self) -> bool:
        """Whether the anchor itself is already too late: the day before it is the last one."""
        return self.before is not None and self.number is None


class Step(msgspec.Struct, frozen=True, kw_only=True, rename={"only_if": "if"}, forbid_unknown_fields=True):
    """One thing to do to get a form of support."""

    id: str
    do: str
    when: When
    by: Due | None = None
    organisation: str | None = None
    only_if: Any = None


class How(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One numbered line of “Zo vraagt u het aan”."""

    do: str
    note: str | None = None


class Source(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Where a text comes from: an article of a law, or a page with its date."""

    law: str | None = None
    article: str | None = None
    bwb: str | None = None
    page: str | None = None
    date: str | None = None

    @property
    def day(self) -> "Day | None":
        """The day on which a page was read."""
        return Day.fromisoformat(self.date) if self.date else None


class Item(
    msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename={"life_events": "for"}
):
    """A form of support: for whom, what it gives, what to bring, where, how long, whom to call."""

    id: str
    title: str
    organisation: str
    status: Status
    applies: Any
    gives: str
    bring: tuple[str, ...]
    where: str
    takes: str | Number
    call: str
    sources: tuple[Source, ...]
    checked_on: str
    review_by: str
    owner: str
    dutch_word: str | None = None
    icon: str = "info-circle"
    helpers: tuple[str, ...] = ()
    life_events: tuple[str, ...] = ()
    scope: str = "landelijk"
    about: tuple[str, ...] = ()
    headline: str | None = None
    urgent: bool = False
    cost: str | None = None
    without_digid: str | None = None
    search: tuple[str, ...] = ()
    critical: tuple[str, ...] = ()
    how: tuple[How, ...] = ()
    steps: tuple[Step, ...] = ()
    confidence: str | None = None
    check_with: str | None = None

    @property
    def is_confirmed(self) -> bool:
        """Whether the editors know that this exists today."""
        return self.status is Status.CONFIRMED

    @property
    def unknown_bring(self) -> str | None:
        """Whom to ask what to bring, when that is all there is to say; nothing to tick then."""
        only = self.bring[0] if len(self.bring) == 1 else ""
        return only if only.casefold().startswith("niet bekend") else None


class Phone(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A telephone number as it is written, and whether its owner confirmed it."""

    number: str
    confirmed: bool
    note: str | None = None

    @property
    def needs_checking(self) -> bool:
        """Whether the reader must be told to check this number; some notes say so in their own words."""
        return not self.confirmed and "controleer" not in (self.note or "").casefold()


class Organisation(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Who gives support, and how to reach them."""

    id: str
    name: str
    does: str
    kind: str
    sources: tuple[Source, ...]
    checked_on: str
    review_by: str
    owner: str
    phone: tuple[Phone, ...] = ()
    website: str | None = None
    address: str | None = None
    walk_in: str | None = None
    hours: str | None = None
    languages: str | None = None
    icon: str = "building"
    status: Status = Status.CONFIRMED
    check_with: str | None = None
    confidence: str | None = None
    search: tuple[str, ...] = ()

    @property
    def is_confirmed(self) -> bool:
        """Whether the editors know that this exists today."""
        return self.status is Status.CONFIRMED


class Topic(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A life event or a group of people, to browse by."""

    id: str
    title: str
    summary: str
    icon: str = "info-circle"


class Catalogue(msgspec.Struct, frozen=True):
    """Everything that exists here, by id; conditions are decoded beside their items and steps."""

    items: Mapping[str, Item]
    organisations: Mapping[str, Organisation]
    conditions: Mapping[str, Condition]
    step_conditions: Mapping[tuple[str, str], Condition]
    events: tuple[Topic, ...]
    groups: tuple[Topic, ...]
