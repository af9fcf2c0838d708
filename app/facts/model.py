"""The nouns of a fact: what may be asked, in which words, and what its answer says about someone."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

import msgspec

from app.condition import Condition
from app.period import Period


class Kind(StrEnum):
    """How a fact is asked and what its answer is made of."""

    YES_NO = "yes_no"
    CHOICE = "choice"
    CHOICES = "choices"
    AMOUNT = "amount"
    NUMBER = "number"
    HOURS = "hours"
    """Hours with at most two decimals; the answer is in hundredths of an hour."""
    DATE = "date"
    MONTH = "month"
    POSTCODE4 = "postcode4"
    PEOPLE = "people"


class Option(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One answer of a choice, with what it says (`statement`) and what its absence says (`denial`)."""

    id: str
    label: str
    statement: str
    denial: str
    icon: str | None = None


class Limits(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What can be a true answer: numbers in their unit, amounts in whole euros, dates in years from now."""

    min: int | None = None
    max: int | None = None
    earliest_years_back: int = 120
    latest_years_ahead: int = 5


class PersonField(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is asked of each person in a repeated group."""

    id: str
    kind: Kind
    label: str


class Gate(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A fact that makes the whole outcome wrong when `stays_if` is NO, with an honest way out."""

    stays_if: Any
    way_out: str
    organisation: str | None = None


class Fact(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A question and the sentences its answer may be told in; a derived fact has sentences only."""

    id: str
    kind: Kind
    short: str
    unknown: str
    group: str = "u"
    question: str = ""
    hint: str | None = None
    why: str = ""
    where: str = ""
    help: str | None = None
    error: str = ""
    options: tuple[Option, ...] = ()
    none_label: str | None = None
    none_statement: str | None = None
    statement: str | None = None
    denial: str | None = None
    yes_label: str | None = None
    no_label: str | None = None
    icon_yes: str | None = None
    icon_no: str | None = None
    period: Period = Period.MONTH
    periods: tuple[Period, ...] = ()
    unit: str | None = None
    person: str | None = None
    fields: tuple[PersonField, ...] = ()
    limits: Limits = Limits()
    asked_if: Any = None
    minimum_level: int = 0
    gate: Gate | None = None
    derived: bool = False

    def option(self, option_id: str) -> Option | None:
        """Return the option with this id, or nothing."""
        return next((option for option in self.options if option.id == option_id), None)


class Amount(msgspec.Struct, frozen=True):
    """An amount as the visitor told it: euro cents per the period that they chose."""

    cents: int
    period: Period


class Person(msgspec.Struct, frozen=True):
    """One person of a repeated group: what was answered per field; an empty field is absent."""

    values: Mapping[str, object]


class Asks(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Facts that are asked together on one page, with its heading."""

    id: str
    title: str
    lead: str
    ask: tuple[str, ...]


class Facts(msgspec.Struct, frozen=True):
    """Every fact that this installation knows, with its guards and gates decoded."""

    by_id: Mapping[str, Fact]
    guards: Mapping[str, Condition]
    gates: Mapping[str, Condition]

    def __getitem__(self, fact_id: str) -> Fact:
        return self.by_id[fact_id]

    def __contains__(self, fact_id: object) -> bool:
        return fact_id in self.by_id
