"""Which values in content files are words for readers: by file and by key, never by guessing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import msgspec

from app.content_file import Key, read_yaml
from app.web.catalogues import is_short

# `*` stands for one key or place in a list. Everything else is an id, a number, a source, or a word that
# stays Dutch because it stands so in letters. The labels of parameters are for editors.
_FACT = {
    "question": "", "hint": "", "why": "", "where": "", "help": "", "short": "title", "error": "",
    "unknown": "",
    "statement": "", "denial": "", "yes_label": "option", "no_label": "option", "none_label": "option",
    "none_statement": "",
    "unit": "option", "person": "option", "options.*.label": "option", "options.*.statement": "",
    "options.*.denial": "", "fields.*.label": "option", "gate.way_out": "",
}  # fmt: skip
_ITEM = {
    "title": "title", "gives": "", "about.*": "", "headline": "", "bring.*": "option",
    "where": "", "takes": "", "cost": "option", "call": "", "without_digid": "", "search.*": "search",
    "how.*.do": "", "how.*.note": "", "steps.*.do": "",
}  # fmt: skip
_ORGANISATION = {
    "name": "title", "does": "", "phone.*.note": "", "address": "", "walk_in": "", "hours": "",
    "languages": "",
    "search.*": "search",
}  # fmt: skip
_ROUTE = {"title": "title", "summary": "", "first_word": "", "search.*": "search"}
_TOPIC = {"*.title": "title", "*.summary": ""}
_CRISIS = {"*.title": "title", "*.text": "", "*.line": "title"}
_TERM = {"*.dutch": "term", "*.explanation": ""}
_MUNICIPALITY = {"help_text": ""}
_PLACE = {"*.title": "title", "*.summary": "", "*.where": "", "*.hours": "", "*.walk_in": ""}
_CHAIN = {
    "summary": "", "stages.*.moment": "title", "stages.*.title": "title", "stages.*.summary": "",
    "stages.*.who.*.does": "", "beside.*.does": "", "possible.*.title": "title", "possible.*.summary": "",
}  # fmt: skip
_ASKS = {"*.title": "title", "*.lead": ""}
_REFUSALS = {"*.sentence": ""}
_CALCULATOR_ROWS = {"rows.*.label": "", "rows.*.sentence": "", "rows.*.zero.*": "", "reasons.*": ""}
_CALCULATOR_RULES = {"*.label": "", "*.does": "", "*.inputs.*.label": ""}
_ASSUMPTIONS = {"*.sentence": "", "*.settled_by": ""}
_SECTORS = {"summary": "", "sectors.*.title": "title", "sectors.*.summary": ""}

TEXT_KEYS: Mapping[str, Mapping[str, str]] = {
    "facts/*.yaml": _FACT,
    "calculator/questions/*.yaml": _FACT,
    "calculator/asks.yaml": _ASKS,
    "calculator/refusals.yaml": _REFUSALS,
    "calculator/rows.yaml": _CALCULATOR_ROWS,
    "calculator/rules.yaml": _CALCULATOR_RULES,
    "calculator/assumptions.yaml": _ASSUMPTIONS,
    "support/*.yaml": _ITEM,
    "organisations/*.yaml": _ORGANISATION,
    "routes/*.yaml": _ROUTE,
    "events.yaml": _TOPIC,
    "groups.yaml": _TOPIC,
    "crisis.yaml": _CRISIS,
    "glossary.yaml": _TERM,
    "municipality.yaml": _MUNICIPALITY,
    "places.yaml": _PLACE,
    "chain.yaml": _CHAIN,
    "sectors.yaml": _SECTORS,
}
REASONS = ("because", "because_not")
"""Sentences inside conditions, however deep."""


class Text(msgspec.Struct, frozen=True):
    """One Dutch text, and where it stands."""

    text: str
    context: str | None
    place: str
    """File and keys: what a translation is kept under when the text itself changes."""
    line: int
    critical: bool


def content_texts(content: Path) -> Iterator[Text]:
    """Give every text for readers in the content folder, of the country and of each municipality."""
    folders = [content, *sorted(path for path in (content / "municipalities").glob("*") if path.is_dir())]
    for folder in folders:
        for pattern, keys in TEXT_KEYS.items():
            for path in sorted(folder.glob(pattern)):
                yield from _texts_of(path, keys, path.relative_to(content).as_posix())


def _texts_of(path: Path, wanted: Mapping[str, str], name: str) -> Iterator[Text]:
    document = read_yaml(path)
    for keys, value in leaves(document.data):
        context = _context(keys, wanted)
        if context is not None and value.strip():
            yield Text(
                text=value,
                context=(context or "option") if is_short(value) else None,
                place=f"{name}: {'.'.join(map(str, keys))}",
                line=document.line(*keys),
                critical=_is_critical(document.data, keys),
            )


def leaves(data: object, keys: tuple[Key, ...] = ()) -> Iterator[tuple[tuple[Key, ...], str]]:
    """Give every string in the data, with the keys that lead to it."""
    match data:
        case str():
            yield keys, data
        case dict():
            for key, value in data.items():
                yield from leaves(value, (*keys, key))
        case list():
            for place, value in enumerate(data):
                yield from leaves(value, (*keys, place))


def _context(keys: tuple[Key, ...], wanted: Mapping[str, str]) -> str | None:
    if keys and keys[-1] in REASONS:
        return ""
    for pattern, context in wanted.items():
        parts = pattern.split(".")
        if len(parts) == len(keys) and all(
            part in ("*", str(key)) for part, key in zip(parts, keys, strict=True)
        ):
            return context
    return None


def _is_critical(data: object, keys: tuple[Key, ...]) -> bool:
    """Whether a mistake in this text costs money or a right; a file says so per field, a term for itself."""
    if isinstance(data, list) and keys and isinstance(keys[0], int):
        return isinstance(data[keys[0]], dict) and data[keys[0]].get("critical") is True
    critical = data.get("critical") if isinstance(data, dict) else None
    return isinstance(critical, list) and bool(keys) and keys[0] in critical
