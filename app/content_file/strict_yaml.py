"""YAML without its traps: what could silently mean something else is refused, with its line.

Ordinary loaders take the last of two equal keys and read `no` as false, `010` as eight and `12:30` as 750.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import cast

import yaml

from app.content_file.document import ContentError, Document, Key, text_of

DEEPEST = 24

_WHOLE_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)")
_QUOTE_IT = "Zet het tussen aanhalingstekens"
# What may not stand without quotes, and what to say of it; tried in this order.
_TRAPS = (
    (re.compile(r"|~|null", re.IGNORECASE), "hier staat niets. Vul iets in of haal de regel weg."),
    (
        re.compile(r"yes|no|on|off|y|n", re.IGNORECASE),
        f"‘{{}}’ leest de computer als waar of onwaar. {_QUOTE_IT}, of schrijf true of false.",
    ),
    (re.compile(r"true|false", re.IGNORECASE), "schrijf true of false met kleine letters."),
    (re.compile(r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}.*"), f"‘{{}}’ is een datum. {_QUOTE_IT}."),
    (
        re.compile(r"[-+]?[0-9]+(?::[0-9]+)+(?:\.[0-9]*)?"),
        f"‘{{}}’ leest de computer als een tijd. {_QUOTE_IT}.",
    ),
    (re.compile(r"[-+]?0[xob]?[0-9a-f_]+", re.IGNORECASE), f"‘{{}}’ begint met een 0. {_QUOTE_IT}."),
    (
        re.compile(
            r"[-+]?(?:[0-9][0-9_]*\.?[0-9_]*|\.[0-9_]+)(?:e[-+]?[0-9]+)?|[-+]?\.(?:inf|nan)", re.IGNORECASE
        ),
        f"‘{{}}’ is geen heel getal. {_QUOTE_IT}.",
    ),
    (re.compile(r"<<|="), f"‘{{}}’ heeft in YAML een eigen betekenis. {_QUOTE_IT}."),
)
_PROBLEMS = (
    ("mapping values are not allowed", f"hier staat een dubbele punt in een tekst. {_QUOTE_IT}."),
    ("cannot start any token", f"deze tekst begint met een teken dat niet kan. {_QUOTE_IT}."),
    ("unexpected end of stream", "een aanhalingsteken of haakje is niet gesloten."),
    ("control characters", "hier staat een onzichtbaar teken dat niet mag."),
    ("special characters", "hier staat een onzichtbaar teken dat niet mag."),
)


def read_yaml(path: Path) -> Document:
    """Read one strict YAML file."""
    text = text_of(path)
    if "\t" in text:
        line = text.count("\n", 0, text.index("\t")) + 1
        raise ContentError(path, line, "hier staat een tab. Gebruik spaties.")
    return _Reader(path, text).document()


class _Reader:
    """Builds data and lines from the events of one file."""

    def __init__(self, path: Path, text: str) -> None:
        self.path = path
        self.length = max(1, len(text.splitlines()))
        self.lines: dict[tuple[Key, ...], int] = {}
        self.events: Iterator[yaml.Event] = yaml.parse(text, Loader=yaml.CSafeLoader)

    def document(self) -> Document:
        """Return the only document of the file."""
        try:
            self.next()
            start = self.next()
            if isinstance(start, yaml.StreamEndEvent):
                raise ContentError(self.path, 1, "dit bestand is leeg.")
            data = self.value(self.next(), ())
            self.next()
            if not isinstance(end := self.next(), yaml.StreamEndEvent):
                raise self.wrong(end, "hier begint een tweede document. Maak er een eigen bestand van.")
        except yaml.YAMLError as error:
            raise self.unreadable(error) from error
        return Document(self.path, data, self.lines)

    def next(self) -> yaml.Event:
        """Return the next event; anchors, aliases and tags do not come through."""
        event = next(self.events)
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise self.wrong(event, f"een & of * vooraan kan niet. {_QUOTE_IT}, of schrijf alles uit.")
        if getattr(event, "tag", None):
            raise self.wrong(event, f"een uitroepteken (!) vooraan kan niet. {_QUOTE_IT}.")
        return event

    def value(self, event: yaml.Event, keys: tuple[Key, ...]) -> object:
        """Return the value that begins with this event."""
        if len(keys) > DEEPEST:
            raise self.wrong(event, "dit is te diep genest.")
        if isinstance(event, yaml.MappingStartEvent):
            return self.mapping(keys)
        if isinstance(event, yaml.SequenceStartEvent):
            return self.sequence(keys)
        return self.scalar(cast("yaml.ScalarEvent", event))

    def mapping(self, keys: tuple[Key, ...]) -> dict[str, object]:
        """Return the mapping up to its end, each key once."""
        found: dict[str, object] = {}
        while not isinstance(event := self.next(), yaml.MappingEndEvent):
            key = self.scalar(event) if isinstance(event, yaml.ScalarEvent) else None
            if not isinstance(key, str):
                raise self.wrong(event, f"een sleutel is een woord. {_QUOTE_IT}.")
            if key in found:
                raise self.wrong(event, f"de sleutel ‘{key}’ staat er twee keer.")
            self.lines[(*keys, key)] = _line(event)
            found[key] = self.value(self.next(), (*keys, key))
        return found

    def sequence(self, keys: tuple[Key, ...]) -> list[object]:
        """Return the list up to its end."""
        found: list[object] = []
        while not isinstance(event := self.next(), yaml.SequenceEndEvent):
            here = (*keys, len(found))
            self.lines[here] = _line(event)
            found.append(self.value(event, here))
        return found

    def scalar(self, event: yaml.ScalarEvent) -> str | int | bool:
        """Return the text, or without quotes the whole number or true or false, that stands here."""
        text = str(event.value)
        if event.style:
            return text
        if text in {"true", "false"}:
            return text == "true"
        if _WHOLE_NUMBER.fullmatch(text):
            return int(text)
        for trap, words in _TRAPS:
            if trap.fullmatch(text):
                raise self.wrong(event, words.format(text))
        return text

    def wrong(self, event: yaml.Event, words: str) -> ContentError:
        """Return the error for what stands at this event."""
        return ContentError(self.path, _line(event), words)

    def unreadable(self, error: yaml.YAMLError) -> ContentError:
        """Return the error for text that is no YAML at all."""
        problem = str(error)
        known = (words for sign, words in _PROBLEMS if sign in problem)
        words = next(known, "dit is geen goede YAML. Kijk naar inspringen, streepjes en aanhalingstekens.")
        # What is never closed is found at the end of the file, but the editor must look where it was opened.
        opened = getattr(error, "context_mark", None) if "unexpected end" in problem else None
        mark = opened or getattr(error, "problem_mark", None)
        return ContentError(self.path, min(mark.line + 1, self.length) if mark else 1, words)


def _line(event: yaml.Event) -> int:
    return int(event.start_mark.line) + 1 if event.start_mark else 1
