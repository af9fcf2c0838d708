"""TOML with the line of every value; the standard library reads it but forgets where things stood."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

from app.content_file.document import ContentError, Document, Key, text_of

_TOKEN = re.compile(
    r"#[^\n]*"
    r'|"""(?:\\.|[^\\])*?"""+'
    r"|'''.*?'''+"
    r'|"(?:\\.|[^"\\\n])*"'
    r"|'[^'\n]*'"
    r"|[\[\]{}=,.\n]"
    r"|[^\s\[\]{}=,.#\"']+",
    re.DOTALL,
)
_PLACE = re.compile(r" \(at line ([0-9]+), column [0-9]+\)$| \(at end of document\)$")
_TWICE = re.compile(r"Cannot (?:overwrite|declare|mutate|redefine)|Duplicate|already", re.IGNORECASE)


def read_toml(path: Path) -> Document:
    """Read one TOML file."""
    text = text_of(path)
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise _unreadable(path, text, str(error)) from error
    except RecursionError as error:
        raise ContentError(path, 1, "dit is te diep genest.") from error
    return Document(path, data, _Lines(text).found)


def _unreadable(path: Path, text: str, problem: str) -> ContentError:
    place = _PLACE.search(problem)
    line = int(place.group(1)) if place and place.group(1) else max(1, len(text.splitlines()))
    if _TWICE.search(problem):
        return ContentError(path, line, "deze sleutel of tabel staat er twee keer.")
    return ContentError(path, line, "dit is geen goede TOML. Kijk naar aanhalingstekens, haakjes en komma’s.")


class _Lines:
    """Finds the line of every key and list item; the text is known to be good TOML."""

    def __init__(self, text: str) -> None:
        self.found: dict[tuple[Key, ...], int] = {}
        self._tokens = self._numbered(text)
        self._at, self._line = next(self._tokens)
        self._read()

    def _numbered(self, text: str) -> Iterator[tuple[str, int]]:
        line = 1
        for match in _TOKEN.finditer(text):
            token = match.group()
            if not token.startswith("#"):
                yield token, line
            line += token.count("\n")
        yield "", line

    def _next(self) -> str:
        token = self._at
        self._at, self._line = next(self._tokens, ("", self._line))
        return token

    def _read(self) -> None:
        table: tuple[Key, ...] = ()
        items: dict[tuple[Key, ...], int] = {}
        while self._at:
            if self._at == "\n":
                self._next()
            elif self._at == "[":
                table = self._header(items)
            else:
                self._pair(table)

    def _header(self, items: dict[tuple[Key, ...], int]) -> tuple[Key, ...]:
        """Return the keys of the table that begins here; `items` counts the tables of each list so far."""
        line = self._line
        self._next()
        one_of_a_list = self._at == "["
        if one_of_a_list:
            self._next()
        names = list(self._names("]"))
        table: tuple[Key, ...] = ()
        for place, name in enumerate(names, start=1):
            table = (*table, name)
            self.found.setdefault(table, line)
            if one_of_a_list and place == len(names):
                items[table] = items.get(table, -1) + 1
            if table in items:
                table = (*table, items[table])
                self.found.setdefault(table, line)
        while self._at == "]":
            self._next()
        return table

    def _names(self, end: str) -> Iterator[str]:
        """Yield the parts of a dotted name, without quotes."""
        while self._at != end:
            name = self._next()
            if name != ".":
                yield tomllib.loads(f"{name} = 0").popitem()[0]

    def _pair(self, table: tuple[Key, ...]) -> None:
        line = self._line
        keys = table
        for name in self._names("="):
            keys = (*keys, name)
            self.found.setdefault(keys, line)
        self._next()
        self._value(keys)

    def _value(self, keys: tuple[Key, ...]) -> None:
        if self._at == "[":
            self._array(keys)
        elif self._at == "{":
            self._inline_table(keys)
        else:
            while self._at not in {",", "]", "}", "\n", ""}:
                self._next()

    def _array(self, keys: tuple[Key, ...]) -> None:
        self._next()
        place = 0
        while self._at != "]":
            if self._at in {",", "\n"}:
                self._next()
                continue
            self.found[(*keys, place)] = self._line
            self._value((*keys, place))
            place += 1
        self._next()

    def _inline_table(self, keys: tuple[Key, ...]) -> None:
        self._next()
        while self._at != "}":
            if self._at == ",":
                self._next()
                continue
            self._pair(keys)
        self._next()
