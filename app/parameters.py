"""Numbers and dates of law, each with the days on which it holds and where it was read.

One TOML file per law in `content/parameters`; the id is the name of the file and the table: `ww.wekeneis`.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from enum import StrEnum
from itertools import pairwise
from pathlib import Path

import msgspec

from app.content_file import ContentError, Document, read_toml
from app.period import Period

MOST_DAYS_KEPT = 32

_KEYS = {"first_day": "from", "last_day": "to"}
_NAME = re.compile(r"[a-z][a-z0-9_]*")
_BWB = re.compile(r"BWB[RV][0-9]{7}")
_WHOLE = re.compile(r"0|[1-9][0-9]*")

Bands = tuple[tuple[int, ...], ...]
"""A table of law: each row says from where it holds, then what holds there."""


class Unit(StrEnum):
    """What a number counts; a ratio is per 100.000."""

    EUROCENT = "eurocent"
    RATIO = "ratio"
    YEARS = "years"
    MONTHS = "months"
    WEEKS = "weeks"
    DAYS = "days"
    HOURS = "hours"
    COUNT = "count"
    DATE = "date"
    BANDS = "bands"


class Source(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename={"read_on": "date"}):
    """Where a number stands: an article of law, or a page with the day it was read."""

    law: str | None = None
    article: str | None = None
    bwb: str | None = None
    page: str | None = None
    read_on: date | None = None


class Dated(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename=_KEYS):
    """A value with its first and last day; no last day when no end is known."""

    first_day: date
    value: str
    checked_on: date
    confidence: str
    last_day: date | None = None


class Parameter(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One number or date of law through time."""

    id: str = ""
    label: str
    unit: Unit
    source: Source
    values: tuple[Dated, ...]
    period: Period | None = None


class InForce(msgspec.Struct, frozen=True):
    """A parameter on a day: its value, since when, and whether it held until before that day.

    The value of a table is how many bands it has; the bands themselves stand beside it.
    """

    parameter: Parameter
    value: int | date
    since: date
    outdated: bool
    bands: Bands = ()


class ParametersOn:
    """Every parameter as it stands on one day."""

    def __init__(self, day: date, in_force: dict[str, InForce]) -> None:
        self.day = day
        self.everything = in_force

    def value(self, parameter_id: str) -> int | date:
        """Return the value on this day; LookupError when it does not exist or has not begun."""
        return self.in_force(parameter_id).value

    def bands(self, parameter_id: str) -> Bands:
        """Return the bands of a table on this day; LookupError when there is none, or when it is no table."""
        found = self.in_force(parameter_id).bands
        if not found:
            raise LookupError(f"{parameter_id} is no table")
        return found

    def in_force(self, parameter_id: str) -> InForce:
        """Return the value on this day and its parameter; LookupError when there is none (yet)."""
        if parameter_id not in self.everything:
            raise LookupError(f"{parameter_id} has no value on {self.day}")
        return self.everything[parameter_id]


class Listening(ParametersOn):
    """The numbers of a day, which remember what was asked of them."""

    def __init__(self, real: ParametersOn) -> None:
        super().__init__(real.day, {})
        self.real = real
        self.asked: set[str] = set()
        self.latest = ""

    def in_force(self, parameter_id: str) -> InForce:
        """Return the number, and remember that it was wanted."""
        self.asked.add(parameter_id)
        self.latest = parameter_id
        return self.real.in_force(parameter_id)


class Parameters:
    """Every parameter of the content, for any day."""

    def __init__(self) -> None:
        self._by_id: dict[str, Parameter] = {}
        self._places: dict[str, tuple[Path, int]] = {}
        self._on: dict[date, ParametersOn] = {}

    @classmethod
    def load(cls, directories: Sequence[Path]) -> "Parameters":
        """Read every TOML file of the directories; a later directory may add parameters, not change them."""
        parameters = cls()
        for directory in directories:
            for path in sorted(directory.glob("*.toml")):
                parameters._add(read_toml(path))
        return parameters

    def _add(self, document: Document) -> None:
        for parameter in _parameters_in(document):
            name = parameter.id.partition(".")[2]
            if parameter.id in self._by_id:
                words = f"‘{parameter.id}’ bestaat al in de landelijke bestanden. Kies een andere naam."
                raise ContentError(document.path, document.line(name), words)
            self._by_id[parameter.id] = parameter
            self._places[parameter.id] = document.path, document.line(name)

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of all parameters, in the order of the files."""
        return tuple(self._by_id)

    def __contains__(self, parameter_id: object) -> bool:
        return parameter_id in self._by_id

    def __getitem__(self, parameter_id: str) -> Parameter:
        return self._by_id[parameter_id]

    @property
    def first_days(self) -> tuple[date, ...]:
        """The days on which some number begins, in order."""
        values = (dated for parameter in self._by_id.values() for dated in parameter.values)
        return tuple(sorted({dated.first_day for dated in values}))

    def unit(self, parameter_id: str) -> str | None:
        """Return what a parameter counts; nothing when it does not exist."""
        return self._by_id[parameter_id].unit.value if parameter_id in self._by_id else None

    def place(self, parameter_id: str) -> tuple[Path, int]:
        """Return the file and line of a parameter."""
        return self._places[parameter_id]

    def unused(self, used: Iterable[str]) -> tuple[str, ...]:
        """Return the parameters that nothing uses."""
        used = set(used)
        return tuple(each for each in self._by_id if each not in used)

    def on(self, day: date) -> ParametersOn:
        """Return all values as they stand on the day; a day is worked out once."""
        if day not in self._on:
            if len(self._on) == MOST_DAYS_KEPT:
                del self._on[next(iter(self._on))]
            found = {each: _in_force(parameter, day) for each, parameter in self._by_id.items()}
            self._on[day] = ParametersOn(day, {each: now for each, now in found.items() if now})
        return self._on[day]


def _in_force(parameter: Parameter, day: date) -> InForce | None:
    begun = [dated for dated in parameter.values if dated.first_day <= day]
    if not begun:
        return None
    latest = begun[-1]
    outdated = latest.last_day is not None and latest.last_day < day
    bands = _bands(latest.value) if parameter.unit is Unit.BANDS else ()
    return InForce(parameter, _value(parameter.unit, latest.value), latest.first_day, outdated, bands)


def _value(unit: Unit, text: str) -> int | date:
    """Return what a value says; ValueError when it says nothing of this unit."""
    if unit is Unit.DATE:
        return date.fromisoformat(text)
    if unit is Unit.BANDS:
        return len(_bands(text))
    return _whole(text)


def _whole(text: str) -> int:
    if not _WHOLE.fullmatch(text):
        raise ValueError(text)
    return int(text)


def _bands(text: str) -> Bands:
    """Return the rows of a table: they begin at 0, rise, and are all equally long; ValueError otherwise."""
    bands = tuple(tuple(_whole(word) for word in line.split()) for line in text.strip().splitlines())
    begins, lengths = [band[0] for band in bands if band], {len(band) for band in bands}
    if begins[:1] != [0] or begins != sorted(set(begins)) or len(lengths) > 1 or lengths <= {1}:
        raise ValueError(text)
    return bands


def _parameters_in(document: Document) -> Iterator[Parameter]:
    for name in document.data:
        if not _NAME.fullmatch(name):
            words = f"de naam ‘{name}’ kan niet. Gebruik kleine letters, cijfers en _."
            raise ContentError(document.path, document.line(name), words)
        parameter = document.decode(Parameter, name)
        for keys, words in _mistakes(parameter):
            raise ContentError(document.path, document.line(name, *keys), words)
        yield msgspec.structs.replace(parameter, id=f"{document.path.stem}.{name}")


def _mistakes(parameter: Parameter) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Yield what is wrong, each with the keys where it stands."""
    if parameter.id:
        yield ("id",), "haal ‘id’ weg: de naam van het bestand en de tabel zijn samen de id."
    if not parameter.label.strip():
        yield ("label",), "‘label’ is leeg."
    if parameter.period and parameter.unit is not Unit.EUROCENT:
        yield ("period",), '‘period’ hoort alleen bij een bedrag (unit = "eurocent").'
    yield from _mistakes_in_source(parameter.source)
    yield from _mistakes_in_values(parameter)


def _mistakes_in_source(source: Source) -> Iterator[tuple[tuple[str | int, ...], str]]:
    if not (source.law and source.article) and not (source.page and source.read_on):
        yield (
            ("source",),
            "de bron is een wet met artikel (law, article, bwb) of een pagina met datum (page, date).",
        )
    if source.law and not _BWB.fullmatch(source.bwb or ""):
        yield ("source",), 'bij een wet hoort het nummer van wetten.overheid.nl, zoals bwb = "BWBR0004045".'


_GOOD = {
    Unit.DATE: '"1965-01-01"',
    Unit.BANDS: "per regel vanaf welk bedrag en wat er dan geldt, de eerste regel vanaf 0, elke regel hoger",
}


def _mistakes_in_values(parameter: Parameter) -> Iterator[tuple[tuple[str | int, ...], str]]:
    if not parameter.values:
        yield ("values",), "hier ontbreekt een waarde."
    for place, dated in enumerate(parameter.values):
        try:
            _value(parameter.unit, dated.value)
        except ValueError:
            good = _GOOD.get(parameter.unit, '"26", zonder punt of komma')
            words = f"de waarde ‘{dated.value}’ kan niet. Schrijf bijvoorbeeld {good}."
            yield ("values", place, "value"), words
        if dated.last_day and dated.last_day < dated.first_day:
            yield ("values", place, "to"), "de laatste dag (to) ligt voor de eerste dag (from)."
        if not dated.confidence.strip():
            yield ("values", place, "confidence"), "‘confidence’ is leeg. Neem het teken uit de bron over."
    yield from _gaps_and_overlaps(parameter.values)


def _gaps_and_overlaps(values: tuple[Dated, ...]) -> Iterator[tuple[tuple[str | int, ...], str]]:
    for place, (before, after) in enumerate(pairwise(values), start=1):
        here = ("values", place, "from")
        if before.last_day is None:
            yield (
                ("values", place - 1),
                "deze waarde heeft geen laatste dag (to), maar er komt nog een waarde na.",
            )
        elif after.first_day <= before.last_day:
            yield (
                here,
                f"deze waarde begint op {after.first_day}; de vorige geldt tot en met {before.last_day}.",
            )
        elif after.first_day > before.last_day + timedelta(1):
            yield here, f"tussen {before.last_day} en {after.first_day} geldt geen waarde."
