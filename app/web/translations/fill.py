"""Takes translations from a JSON file, and refuses those that change what a sentence does."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date

from babel.messages.catalog import Catalog, Message

from app.web.languages import Language
from app.web.translations.files import key_of, texts, with_status

Given = Mapping[str, str | list[str]]
_GAP = re.compile(r"\{[^{}]*\}|%\([^)]*\)[sd]")
_HOST = re.compile(r"\b(?:[a-z0-9-]+\.)+(?:nl|com|org|net|eu|info|io)\b", re.IGNORECASE)
_MARKUP = re.compile(r"[<>]|&#?\w+;|https?:|www\.", re.IGNORECASE)
_OTHER_DIGITS = re.compile(r"[٠-٩۰-۹]")
_NUMBER = re.compile(r"\d+")


def fill(catalog: Catalog, given: Given, language: Language, day: date, status: str = "machine") -> list[str]:
    """Put translations into a catalogue; return why some were refused, one line each."""
    by_key = {key_of(message): message for message in texts(catalog)}
    refused = [f"onbekende tekst: {key!r}" for key in given if key not in by_key]
    for key, value in given.items():
        message = by_key.get(key)
        if message is None:
            continue
        forms = [value] if isinstance(value, str) else list(value)
        if faults := list(_faults(message, forms, catalog.num_plurals)):
            refused += [f"{key!r}: {fault}" for fault in faults]
            continue
        message.string = forms[0] if isinstance(message.id, str) else tuple(forms)
        message.flags.discard("fuzzy")
        message.user_comments = with_status(message.user_comments, f"{status} {day.isoformat()}")
    return [f"{language.code}: {line}" for line in refused]


def _faults(message: Message, forms: list[str], plurals: int) -> Iterable[str]:
    expected = 1 if isinstance(message.id, str) else plurals
    if len(forms) != expected:
        yield f"er moeten {expected} vormen zijn, er zijn er {len(forms)}"
        return
    sources = [message.id] if isinstance(message.id, str) else list(message.id)
    for form in forms:
        yield from _faults_of(sources, form, is_plural=expected > 1)


def _faults_of(sources: list[str], form: str, *, is_plural: bool) -> Iterable[str]:
    if not form.strip():
        yield "de vertaling is leeg"
    gaps = _gaps(sources[-1])
    # “Twee dingen” says its number in words: a plural form may leave its gap out, but may not invent one.
    if (not _gaps(form) <= gaps) if is_plural else (_gaps(form) != gaps):
        yield f"de vakken zijn anders: {sorted(gaps)} is {sorted(_gaps(form))} geworden"
    source = " ".join(sources)
    if _MARKUP.search(form) and not _MARKUP.search(source):
        yield "er is HTML of een webadres bijgekomen"
    if extra := {host.casefold() for host in _HOST.findall(form)} - {
        host.casefold() for host in _HOST.findall(source)
    }:
        yield f"er is een webadres bijgekomen: {', '.join(sorted(extra))}"
    if _OTHER_DIGITS.search(form):
        yield "schrijf cijfers als 0 tot en met 9"
    if extra_numbers := set(_NUMBER.findall(form)) - set(_NUMBER.findall(source)):
        yield f"er is een getal bijgekomen: {', '.join(sorted(extra_numbers))}"


def _gaps(text: str) -> set[str]:
    return set(_GAP.findall(text))
