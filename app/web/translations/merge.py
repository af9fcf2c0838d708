"""Brings the translations of a language up to date with the Dutch texts."""

from __future__ import annotations

from babel.messages.catalog import Catalog, Message

from app.web.languages import Language
from app.web.translations.files import (
    CRITICAL,
    empty,
    is_critical,
    is_translated,
    key_of,
    texts,
    with_status,
)


def merged(template: Catalog, old: Catalog, language: Language) -> Catalog:
    """Return the texts of the template with the translations there were.

    Never by likeness: “U krijgt WW” is like “U krijgt geen WW”. A changed text keeps its old translation, as
    stale, only where the same place in the same file had it before, and never when it is critical.
    """
    known = {key_of(message): message for message in texts(old)}
    wanted = {key_of(message) for message in texts(template)}
    left_over = _by_place(message for key, message in known.items() if key not in wanted)
    result = empty(language)
    for message in texts(template):
        before = known.get(key_of(message))
        if before is not None and _same_shape(before, message):
            _add(result, message, before, list(before.user_comments), flags=set(before.flags))
        elif (stale := _before(message, left_over)) is not None:
            _add(
                result,
                message,
                stale,
                with_status(stale.user_comments, "stale"),
                flags={*message.flags, "fuzzy"},
            )
        else:
            _add(result, message, None, [], flags=set(message.flags))
    return result


def _by_place(messages: object) -> dict[str, Message]:
    places: dict[str, Message] = {}
    for message in messages:  # type: ignore[attr-defined]
        for comment in message.auto_comments:
            if comment != CRITICAL and is_translated(message):
                places.setdefault(comment, message)
    return places


def _before(message: Message, left_over: dict[str, Message]) -> Message | None:
    if is_critical(message) or not isinstance(message.id, str):
        return None
    # Only content has places; a file of code holds many texts, so its name says nothing.
    places = [comment for comment in message.auto_comments if ": " in comment]
    found = (left_over[place] for place in places if place in left_over)
    return next((old for old in found if isinstance(old.string, str) and not is_critical(old)), None)


def _same_shape(one: Message, other: Message) -> bool:
    return isinstance(one.id, str) is isinstance(other.id, str)


def _add(
    result: Catalog, message: Message, old: Message | None, comments: list[str], flags: set[str]
) -> None:
    result.add(
        message.id,
        old.string if old is not None else None,
        flags=sorted(flags),
        auto_comments=sorted(set(message.auto_comments)),
        user_comments=comments,
        context=message.context,
    )
