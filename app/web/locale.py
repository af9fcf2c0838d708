"""The language of the request, and the words of the interface in it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from flask import Flask, abort, current_app, g, has_request_context, request, session, url_for
from werkzeug.exceptions import HTTPException

from app.web.catalogues import Lookup, Status, Translated
from app.web.house import house
from app.web.languages import DUTCH, Language

__all__ = [
    "gettext",
    "language",
    "language_links",
    "languages",
    "ngettext",
    "offered_language",
    "pgettext",
    "switch_target",
]

DUTCH_BESIDE = "nl_erbij"


def language() -> Language:
    """Return the language in which the page is being read."""
    chosen = _of_this_request("language") if has_request_context() else None
    return chosen if isinstance(chosen, Language) else DUTCH


def _of_this_request(name: str) -> object:
    """Return what `g` holds; through the proxy it takes four times as long, hundreds of times a page."""
    return g._get_current_object().get(name)


def languages() -> tuple[Language, ...]:
    """Return the languages that visitors can choose from."""
    return house().languages


def served(code: str) -> Language | None:
    """Return the language with this code, if this installation serves it."""
    return next((one for one in languages() if one.code == code), None)


def is_dutch_beside() -> bool:
    """Whether the reader asked for the Dutch text beside the translation."""
    return language() is not DUTCH and bool(session.get(DUTCH_BESIDE))


def find(text: str, context: str | None = None) -> Translated:
    """Return a text in the language of the page, and remember how far it was checked."""
    found = _found(house().lookups[language().code], text, context)
    note(found.status)
    return found


@lru_cache(maxsize=8192)
def _found(lookup: Lookup, text: str, context: str | None) -> Translated:
    """Look a text up once: the same words stand on every page."""
    return lookup.find(text, context)


def note(status: Status) -> None:
    """Remember the worst status of the texts on this page."""
    if status is Status.SOURCE or not has_request_context():
        return
    if status > worst_status():
        g.worst_status = status


def worst_status() -> Status:
    """Return the worst status so far of the texts on this page."""
    found = _of_this_request("worst_status") if has_request_context() else None
    return found if isinstance(found, Status) else Status.SOURCE


def gettext(text: str) -> str:
    """Return an interface text in the language of the page."""
    return find(text).text


def pgettext(context: str, text: str) -> str:
    """Return a short interface text that means different things in different places."""
    return find(text, context).text


def ngettext(one: str, many: str, number: int) -> str:
    """Return the plural form of an interface text that this language has for a number."""
    found = house().lookups[language().code].find_plural(one, many, number)
    note(found.status)
    return found.text


def npgettext(context: str, one: str, many: str, number: int) -> str:
    """Return a plural form; plurals are whole sentences and carry no context."""
    return ngettext(one, many, number)


class LanguageLink:
    """One row of the language switch."""

    def __init__(self, target: Language, href: str) -> None:
        self.language = target
        self.href = href
        self.current = target is language()


def language_links() -> list[LanguageLink]:
    """Return this page in every language, for the language switch."""
    here = _page_here()
    return [LanguageLink(one, _address(here, one.code)) for one in languages()]


def switch_target(code: str, endpoint: str | None = None) -> str:
    """Return the address of this page, or of another one, in another language."""
    if endpoint is not None:
        return url_for(endpoint, language=code)
    return _address(_page_here(), code)


def _address(page: tuple[str, Mapping[str, Any]] | None, code: str) -> str:
    return url_for(page[0], **{**page[1], "language": code}) if page else f"/{code}/"


def _page_here() -> tuple[str, Mapping[str, Any]] | None:
    """Return which page stands at this address, also when a form was posted to it; none on an error."""
    adapter = current_app.url_map.bind("localhost")
    try:
        endpoint, arguments = adapter.match(request.path, method="GET")
    except HTTPException:
        return None
    return (endpoint, arguments) if "language" in arguments else None


def offered_language() -> Language | None:
    """Return the language that the browser prefers, if we serve it and the page is in another one."""
    wished = [tag.split("-")[0] for tag in request.accept_languages.values()]
    best = next((found for found in map(served, wished) if found), None)
    return best if best is not None and best is not language() else None


def install(app: Flask) -> None:
    """Take the language from the first part of the address, and put it into every address made."""

    @app.url_value_preprocessor
    def take_language(endpoint: str | None, values: dict[str, Any] | None) -> None:
        if values is None or "language" not in values:
            return
        chosen = served(values.pop("language"))
        if chosen is None or endpoint is None:
            abort(404)
        g.language = chosen

    @app.url_defaults
    def put_language(endpoint: str, values: dict[str, Any]) -> None:
        if endpoint not in app.view_functions or "language" in values:
            return  # an unknown endpoint gets the router's own message
        if app.url_map.is_endpoint_expecting(endpoint, "language"):
            values["language"] = language().code
