"""What the decoder finds wrong, in plain Dutch for editors."""

import re
from collections.abc import Callable

Keys = tuple[str | int, ...]

_KINDS = {
    "str": "een tekst",
    "int": "een heel getal",
    "float": "een getal",
    "bool": "true of false",
    "null": "niets",
    "array": "een lijst",
    "object": "een groepje sleutels",
    "date": "een datum tussen aanhalingstekens",
}
_STEP = re.compile(r"\.(\w+)|\[(\d+)\]|\[\.\.\.\]")

_MISSING = re.compile(r"Object missing required field `(?P<key>[^`]+)`")
_UNKNOWN = re.compile(r"Object contains unknown field `(?P<key>[^`]+)`")
_SIGNS = {">=": "minstens", "<=": "hoogstens", ">": "meer dan", "<": "minder dan"}


def in_dutch(message: str) -> tuple[str, Keys]:
    """Split the decoder's message into words for editors and the keys of the value that it is about."""
    problem, _, place = message.partition(" - at `$")
    keys = _keys(place)
    if found := _UNKNOWN.fullmatch(problem):
        return f"de sleutel ‘{found['key']}’ bestaat niet. Is het een tikfout?", (*keys, found["key"])
    if found := _MISSING.fullmatch(problem):
        return f"de sleutel ‘{found['key']}’ ontbreekt.", keys
    here = f"bij ‘{keys[-1]}’ " if keys and isinstance(keys[-1], str) else "hier "
    return f"{here}{_about_the_value(problem)}", keys


def _about_the_value(problem: str) -> str:
    for pattern, words in _ABOUT_THE_VALUE:
        if found := pattern.fullmatch(problem):
            return words(found)
    return f"klopt iets niet: {problem}."


def _wrong_kind(found: re.Match[str]) -> str:
    return f"hoort {_kinds(found['wanted'])}, maar er staat {_kinds(found['got'])}."


def _kinds(kinds: str) -> str:
    return " of ".join(
        _KINDS.get(kind, kind) for kind in kinds.split(" | ") if kind != "null" or kinds == "null"
    )


def _out_of_bounds(found: re.Match[str]) -> str:
    return f"hoort een getal van {_SIGNS[found['sign']]} {found['bound']}."


_ABOUT_THE_VALUE: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...] = (
    (re.compile(r"Expected `(?P<wanted>[^`]+)`, got `(?P<got>[^`]+)`"), _wrong_kind),
    (re.compile(r"Invalid enum value '?(?P<value>.+?)'?"), lambda found: f"kan ‘{found['value']}’ niet."),
    (re.compile(r"Expected `(?:int|float)` (?P<sign>[<>]=?) (?P<bound>\S+)"), _out_of_bounds),
    (re.compile(r"Expected `\w+` of .*length .+"), lambda _: "is de tekst of lijst te kort of te lang."),
    (re.compile(r"Expected `str` matching regex .+"), lambda _: "heeft de tekst niet de goede vorm."),
    (re.compile(r"Invalid .*date.*"), lambda _: 'hoort een datum, zoals "2026-11-21".'),
)


def _keys(place: str) -> Keys:
    """Return the keys up to the first that the decoder does not name."""
    keys: list[str | int] = []
    for step in _STEP.finditer(place):
        name, index = step.groups()
        if name is None and index is None:
            break
        keys.append(name if name is not None else int(index))
    return tuple(keys)
