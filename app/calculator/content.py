"""Reads the schemes of the municipality once, at start."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path

import msgspec

from app.calculator.rules.lokaal import Amounts, Per, Scheme
from app.content_file import ContentError, Document, read_toml
from app.parameters import Source

KINDS = {
    Per.HOUSEHOLD: {"alleenstaand", "alleenstaande_ouder", "paar"},
    Per.ADULT: {"volwassene"},
    Per.CHILD: {"basisschool", "voortgezet"},
}
_DAYS = {"first_day": "from", "last_day": "to", "per_year": "amounts"}


class _Written(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename=_DAYS):
    """Amounts as an editor writes them: quoted whole cents per year, left out where they are not known."""

    first_day: date
    checked_on: date
    confidence: str
    last_day: date | None = None
    per_year: dict[str, str] | None = None


class _Table(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A scheme as an editor writes it."""

    label: str
    organisation: str
    per: Per
    income_limit: str
    source: Source
    values: tuple[_Written, ...] = ()
    income_limit_chronically_ill: str | None = None
    months_of_low_income: str = "0"
    months_between: str = "0"
    vermogen_limit: bool = True
    age_limit: bool = False
    excludes_students: bool = False


def load_schemes(folder: Path) -> tuple[Scheme, ...]:
    """Return the schemes of a municipality; none when it has no file with them."""
    path = folder / "schemes.toml"
    if not path.exists():
        return ()
    document = read_toml(path)
    return tuple(_scheme(document, name) for name in document.data)


def _scheme(document: Document, name: str) -> Scheme:
    table = document.decode(_Table, name)
    for keys, words in _mistakes(table):
        raise ContentError(document.path, document.line(name, *keys), words)

    def whole(key: str, text: str) -> int:
        return _whole(document, (name, key), text)

    chronic = table.income_limit_chronically_ill
    return Scheme(
        id=name,
        label=table.label,
        organisation=table.organisation,
        per=table.per,
        income_ratio=whole("income_limit", table.income_limit),
        income_ratio_chronically_ill=whole("income_limit_chronically_ill", chronic) if chronic else None,
        source=table.source,
        amounts=tuple(_amounts(document, name, table)),
        months_of_low_income=whole("months_of_low_income", table.months_of_low_income),
        months_between=whole("months_between", table.months_between),
        has_vermogen_limit=table.vermogen_limit,
        has_age_limit=table.age_limit,
        excludes_students=table.excludes_students,
    )


def _amounts(document: Document, name: str, table: _Table) -> Iterator[Amounts]:
    for place, written in enumerate(table.values):
        per_year = None
        if written.per_year is not None:
            keys = (name, "values", place, "amounts")
            per_year = {
                kind: _whole(document, (*keys, kind), text) for kind, text in written.per_year.items()
            }
        yield Amounts(written.first_day, written.last_day, per_year, written.checked_on, written.confidence)


def _whole(document: Document, keys: tuple[str | int, ...], text: str) -> int:
    if not (text.isascii() and text.isdigit()):
        words = f"‘{text}’ kan niet. Schrijf een heel getal, zonder punt of komma."
        raise ContentError(document.path, document.line(*keys), words)
    return int(text)


def _mistakes(table: _Table) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Yield what is wrong, each with the keys where it stands."""
    if not (table.source.law and table.source.article) and not (table.source.page and table.source.read_on):
        yield ("source",), "de bron is een wet met artikel, of een pagina met datum."
    for place, written in enumerate(table.values):
        here = ("values", place)
        if written.last_day and written.last_day < written.first_day:
            yield (*here, "to"), "de laatste dag (to) ligt voor de eerste dag (from)."
        given = KINDS[table.per] if written.per_year is None else set(written.per_year)
        for kind in sorted(given ^ KINDS[table.per]):
            yield (*here, "amounts"), f"het bedrag voor ‘{kind}’ ontbreekt of hoort hier niet."
    for place, (before, after) in enumerate(pairwise(table.values), start=1):
        # Days without a value are fine here: then the amount is not known.
        if before.last_day is None or after.first_day <= before.last_day:
            yield ("values", place, "from"), "deze waarde begint voordat de vorige ophoudt."
