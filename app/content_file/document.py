"""A content file as data that still knows on which line each value stands."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from app.content_file.words import in_dutch

LARGEST = 256 * 1024

Key = str | int
_Shape = TypeVar("_Shape")


class ContentError(Exception):
    """Something in a content file is wrong: which file, which line, and what to do about it."""

    def __init__(self, path: Path, line: int, words: str) -> None:
        super().__init__(path, line, words)
        self.path = path
        self.line = line
        self.words = words

    def __str__(self) -> str:
        return f"{_as_editors_know_it(self.path)}, regel {self.line}: {self.words}"


def _as_editors_know_it(path: Path) -> str:
    """Return the path from the folder `content` on; editors do not know where the portal is installed."""
    parts = path.parts
    known = parts.index("content") if "content" in parts else -2
    return Path(*parts[known:]).as_posix()


class Document:
    """The data of one content file, and where in the file each piece stands."""

    def __init__(self, path: Path, data: Any, lines: Mapping[tuple[Key, ...], int]) -> None:
        self.path = path
        self.data = data
        self._lines = lines

    def line(self, *keys: Key) -> int:
        """Return the line of the value at these keys, or of the nearest value around it."""
        around = (keys[:length] for length in range(len(keys), 0, -1))
        return next((self._lines[each] for each in around if each in self._lines), 1)

    def decode(self, shape: type[_Shape], *keys: Key) -> _Shape:
        """Return the data, or the part of it at these keys, in the given shape."""
        data = self.data
        for key in keys:
            data = data[key]
        try:
            return msgspec.convert(data, shape, strict=True)
        except msgspec.ValidationError as error:
            words, inside = in_dutch(str(error))
            raise ContentError(self.path, self.line(*keys, *inside), words) from error


def text_of(path: Path) -> str:
    """Return the text of a content file, or say why it cannot be one."""
    raw = path.read_bytes()
    if len(raw) > LARGEST:
        raise ContentError(path, 1, f"dit bestand is groter dan {LARGEST // 1024} kB. Splits het.")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise ContentError(
            path, line, "hier staat een teken dat geen UTF-8 is. Bewaar het als UTF-8."
        ) from error
