"""Numbers and dates of law, each with the days on which it holds and where it was read."""

from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from pathlib import Path

import msgspec

from app.content_file import ContentError, Document, read_toml

Day = date  # A source has a field of that name.


class Unit(StrEnum):
    """What a number counts."""

    EUROCENT = "eurocent"
    RATIO = "ratio"
    YEARS = "years"
    MONTHS = "months"
    WEEKS = "weeks"
    DAYS = "days"
    HOURS = "hours"
    COUNT = "count"
    DATE = "date"


class Source(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Where a number stands: an article of law, or a page with the day it was read."""

    law: str | None = None
    article: str | None = None
    bwb: str | None = None
    page: str | None = None
    date: Day | None = None


_KEYS = {"first_day": "from", "last_day": "to"}


class Dated(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename=_KEYS):
    """A value with its first and last day; no last day when none is known."""

    first_day: date
    value: str
    checked_on: date
    confidence: str
    last_day: date | None = None


class Parameter(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One number or date of law through time."""

    label: str
    unit: Unit
    source: Source
    values: tuple[Dated, ...]
    period: str | None = None
    id: str = ""


class InForce(msgspec.Struct, frozen=True):
    """A parameter on a day: its value, since when, and whether a newer one should have been known by now."""

    parameter: Parameter
    value: int | date
    since: date
    outdated: bool


class ParametersOn:
    """Every parameter as it stands on one day."""

    def __init__(self, day: date, in_force: dict[str, InForce]) -> None:
        self.day = day
        self._in_force = in_force

    def value(self, parameter_id: str) -> int | date:
        """Return the value on this day; LookupError when there is none yet."""
        return self.in_force(parameter_id).value

    def in_force(self, parameter_id: str) -> InForce:
        """Return the value on this day with its parameter; LookupError when there is none yet."""
        if parameter_id not in self._in_force:
            raise LookupError(f"no value of {parameter_id} on {self.day}")
        return self._in_force[parameter_id]


class Parameters:
    """Every parameter of the content, for any day."""

    def __init__(self, by_id: dict[str, Parameter]) -> None:
        self._by_id = by_id
        self._on: dict[date, ParametersOn] = {}

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of all parameters, in the order of the files."""
        return tuple(self._by_id)

    @classmethod
    def load(cls, directories: Sequence[Path]) -> "Parameters":
        """Read every TOML file of the directories; a later directory may add parameters, not change them."""
        by_id: dict[str, Parameter] = {}
        for directory in directories:
            for path in sorted(directory.glob("*.toml")):
                document = read_toml(path)
                for parameter in _parameters(document):
                    if parameter.id in by_id:
                        raise ContentError(path, document.line(), f"‘{parameter.id}’ bestaat al.")
                    by_id[parameter.id] = parameter
        return cls(by_id)

    def on(self, day: date) -> ParametersOn:
        """Return all values as they stand on the day."""
        if day not in self._on:
            started = {name: _in_force(parameter, day) for name, parameter in self._by_id.items()}
            self._on[day] = ParametersOn(day, {name: found for name, found in started.items() if found})
        return self._on[day]


def _parameters(document: Document) -> list[Parameter]:
    tables = document.data
    assert isinstance(tables, dict)  # noqa: S101 — a TOML file is always a table
    return [
        msgspec.structs.replace(document.decode(Parameter, name), id=f"{document.path.stem}.{name}")
        for name in tables
    ]


def _in_force(parameter: Parameter, day: date) -> InForce | None:
    begun = [dated for dated in parameter.values if dated.first_day <= day]
    if not begun:
        return None
    latest = max(begun, key=lambda dated: dated.first_day)
    outdated = latest.last_day is not None and day > latest.last_day
    return InForce(parameter, read_value(parameter.unit, latest.value), latest.first_day, outdated)


def read_value(unit: Unit, text: str) -> int | date:
    """Return the number or date that a value says."""
    return date.fromisoformat(text) if unit is Unit.DATE else int(text)
