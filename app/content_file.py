"""Content files: strict YAML and TOML, with the line of every value and errors in words for editors."""

import re
import tomllib
from pathlib import Path
from typing import TypeVar

import msgspec
import yaml

LARGEST = 256 * 1024
DEEPEST = 24

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
        return f"{self.path}, regel {self.line}: {self.words}"


class Document:
    """The data of one content file, and where in the file each piece stands."""

    def __init__(self, path: Path, data: object, lines: dict[tuple[Key, ...], int]) -> None:
        self.path = path
        self.data = data
        self._lines = lines

    def line(self, *keys: Key) -> int:
        """Return the line of the value at these keys, or of the nearest value around it."""
        for length in range(len(keys), -1, -1):
            if (found := self._lines.get(keys[:length])) is not None:
                return found
        return 1

    def decode(self, shape: type[_Shape], *keys: Key) -> _Shape:
        """Return the data, or the part of it at these keys, in the given shape."""
        data = self.data
        for key in keys:
            data = data[key]  # type: ignore[index]
        try:
            return msgspec.convert(data, shape, strict=True)
        except msgspec.ValidationError as error:
            words, path = _in_dutch(str(error))
            raise ContentError(self.path, self.line(*keys, *path), words) from error


def _in_dutch(message: str) -> tuple[str, tuple[Key, ...]]:
    """Split the message of the decoder into words for editors and the keys it speaks of."""
    text, _, path = message.partition(" - at `$")
    keys = tuple(int(index) if index else name for name, index in re.findall(r"\.(\w+)|\[(\d+)\]", path))
    return text, keys


def read_yaml(path: Path) -> Document:
    """Read one strict YAML file."""
    text = _text(path)
    lines: dict[tuple[Key, ...], int] = {}
    data = yaml.safe_load(text)
    return Document(path, data, lines)


def read_toml(path: Path) -> Document:
    """Read one TOML file."""
    return Document(path, tomllib.loads(_text(path)), {})


def _text(path: Path) -> str:
    return path.read_bytes().decode("utf-8")
