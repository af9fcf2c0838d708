"""Texts from content in the reader's language: gaps filled, Dutch terms marked, Dutch beside where wanted."""

from __future__ import annotations

import hashlib
import re
from datetime import date
from functools import lru_cache
from typing import Literal

import msgspec
from flask import g, has_request_context, url_for
from markupsafe import Markup, escape

from app.parameters import InForce
from app.period import Month
from app.web.catalogues import Lookup, Status, is_short
from app.web.glossary import Glossary, Term
from app.web.house import house, parameters_today
from app.web.languages import DUTCH, Language
from app.web.locale import find, is_dutch_beside, language, note
from app.web.numbers import day_markup, day_text, isolated, month_markup, month_text, number_text
from app.web.phones import with_whole_numbers
from app.web.quantity import quantity

GAP = re.compile(r"\{([a-z0-9_.]+)\}")
QUOTED = re.compile(r"""(?<!%\()(?<=[‘“«("'])([^‘’“”«»()"']{2,})(?=[’”»)"'])""")
QUOTATION = Markup('<span lang="nl" dir="ltr" translate="no">{}</span>')
GapValue = str | int | date | Month | Markup | InForce


class Gap(msgspec.Struct, frozen=True):
    """A place in a text where a value comes."""

    name: str


class Prepared(msgspec.Struct, frozen=True):
    """A text in one language, made ready once: everything but the values."""

    own: tuple[Markup | Gap, ...]
    dutch: tuple[Markup | Gap, ...]
    plain: str
    status: Status
    terms: tuple[str, ...]
    recording: str


@lru_cache(maxsize=8192)
def prepared(lookup: Lookup, glossary: Glossary, text: str, context: str | None) -> Prepared:
    """Look a text up and cut it at its gaps; the same text is asked for on thousands of pages."""
    found = lookup.find(text, context)
    return Prepared(
        own=_cut(found.text, glossary, text.casefold() if found.text != text else ""),
        dutch=_cut(text, glossary),
        plain=found.text,
        status=found.status,
        terms=glossary.found_in(text),
        recording=recording_name(text, context),
    )


def recording_name(text: str, context: str | None = None) -> str:
    """Return the file name of a spoken text, made of its Dutch words: a changed text drops its recording."""
    key = f"{(context or 'option') if is_short(text) else ''}\x04{text}"
    return hashlib.sha256(key.encode()).hexdigest()[:16]


def _cut(text: str, glossary: Glossary, dutch: str = "") -> tuple[Markup | Gap, ...]:
    parts = GAP.split(text)
    return tuple(
        Gap(part) if odd % 2 else with_whole_numbers(_marked(part, glossary, dutch))
        for odd, part in enumerate(parts)
        if part
    )


def _marked(text: str, glossary: Glossary, dutch: str) -> Markup:
    """Mark the Dutch words in a text: official ones, and those that a translation quotes from the Dutch."""
    parts = QUOTED.split(text) if dutch else [text]
    return Markup("").join(
        QUOTATION.format(glossary.marked(part))
        if odd % 2 and part.casefold() in dutch
        else glossary.marked(part)
        for odd, part in enumerate(parts)
    )


def say(text: str, context: str | None = None, *, critical: bool = False, **gaps: GapValue) -> Markup:
    """Return a text as HTML in the reader's language, with its gaps filled."""
    ready = _ready(text, context)
    if ready.terms and has_request_context():
        g.setdefault("terms", {}).update(dict.fromkeys(ready.terms))
    own = _filled(ready.own, gaps)
    if ready.status is Status.MISSING:
        return Markup('<span class="untranslated" lang="nl" dir="ltr">{}</span>').format(own)
    recordings = house().recordings
    if recordings and f"{(code := language().code)}/{ready.recording}" in recordings:
        address = url_for("house.recording", code=code, name=ready.recording)
        own = Markup('<span class="said" data-audio="{}">{}</span>').format(address, own)
    # A name that is the same in both languages stands there once.
    if ready.own == ready.dutch or not needs_dutch(ready.status, critical=critical):
        return own
    beside = Markup('<span class="said__own">{}</span> <span class="said__nl" lang="nl" dir="ltr">{}</span>')
    return beside.format(own, _filled(ready.dutch, gaps, "nl"))


def say_plain(text: str, context: str | None = None, **gaps: GapValue) -> str:
    """Return a text without HTML: for a title, a calendar file, a label that is only read aloud."""
    ready = _ready(text, context)
    return GAP.sub(lambda match: _plain_value(match.group(1), gaps), ready.plain)


def say_dutch(text: str, context: str | None = None, **gaps: GapValue) -> str:
    """Return the Dutch of a text without HTML: for what stands beside another language on paper."""
    return _filled(_ready(text, context).dutch, gaps, "nl").striptags()


def both(text: str, **values: GapValue) -> Markup:
    """Return a text of the interface as HTML; with Dutch beside it when the reader asked for that."""
    own = _with_values(_interface(text), values, language())
    if not is_dutch_beside():
        return own
    beside = Markup('<span class="said__own">{}</span> <span class="said__nl" lang="nl" dir="ltr">{}</span>')
    return beside.format(own, _with_values(text, values, DUTCH))


def _interface(text: str) -> str:
    """Return an interface text in the reader's language, with the Dutch words in it marked as such."""
    if language() is DUTCH or GAP.search(text):
        return find(text).text
    return Markup("").join(part for part in _ready(text, None).own if isinstance(part, Markup))


def _with_values(text: str, values: dict[str, GapValue], reader: Language) -> Markup:
    if not values:
        return escape(text)
    shown = {
        name: day_markup(value, reader) if isinstance(value, date) else isolated(value)
        for name, value in values.items()
    }
    return escape(text) % shown


def needs_dutch(status: Status, *, critical: bool) -> bool:
    """Whether the Dutch text stands under the translation: on request, or because it must not be misread."""
    if status is Status.SOURCE:
        return False
    return is_dutch_beside() or (critical and status is not Status.HUMAN and language() is not DUTCH)


def _ready(text: str, context: str | None) -> Prepared:
    furniture = house()
    ready = prepared(furniture.lookups[language().code], furniture.glossary, text, context)
    note(ready.status)
    return ready


def terms_on_page() -> list[Term]:
    """Return the official words said so far on this page, for the cards that explain them."""
    return [house().glossary.terms[name] for name in g.get("terms", {})]


def official(word: str) -> Markup:
    """Return a Dutch word as it stands in letters, never translated, with a link to its explanation."""
    names = house().glossary.found_in(word)
    if names and has_request_context():
        g.setdefault("terms", {}).update(dict.fromkeys(names))
    own = Markup('<b lang="nl" dir="ltr" translate="no">{}</b>').format(word)
    return Markup('<a href="#woord-{}">{}</a>').format(names[0], own) if names else own


def _filled(
    parts: tuple[Markup | Gap, ...], gaps: dict[str, GapValue], side: Literal["nl", ""] = ""
) -> Markup:
    if len(parts) == 1 and isinstance(parts[0], Markup):  # most texts have no gap
        return parts[0]
    return Markup("").join(_value(part.name, gaps, side) if isinstance(part, Gap) else part for part in parts)


def _value(name: str, gaps: dict[str, GapValue], side: Literal["nl", ""]) -> Markup:
    """Return what fills a gap; a name that nobody gave is a number of law or the municipality."""
    reader = DUTCH if side else language()
    value = gaps[name] if name in gaps else _known_value(name)
    match value:
        case Month():
            return month_markup(value, reader)
        case date():
            return day_markup(value, reader)
        case InForce():
            return quantity(value, reader, house().lookups[reader.code])
        case int():
            return isolated(number_text(value))
        case _:
            return isolated(value)


def in_force(name: str) -> InForce:
    """Return a number of law of today, to fill a gap with: `say(text, grens=parameter(name))`."""
    return parameters_today().in_force(name)


def _known_value(name: str) -> str | InForce:
    if name == "gemeente":
        return house().municipality.name
    return in_force(name)


def _plain_value(name: str, gaps: dict[str, GapValue]) -> str:
    value = gaps[name] if name in gaps else _known_value(name)
    if isinstance(value, InForce):
        return quantity(value, language(), house().lookups[language().code]).striptags()
    if isinstance(value, Month):
        return month_text(value, language())
    if isinstance(value, date):
        return day_text(value, language())
    if isinstance(value, int):
        return number_text(value)
    return value.striptags() if isinstance(value, Markup) else str(escape(value).unescape())
