"""Telephone numbers in a text: kept whole between words of any direction, and ready to be dialled."""

from __future__ import annotations

import re

from markupsafe import Markup

# 038-456 9700, 0900-9294, 088 064 55 55, 06-12345678; a date such as 01-02-2027 starts with too few digits.
_NUMBER = re.compile(r"(?<![\w.,/-])(?<!\d )0(?:6|\d{2,3})(?:[- ]\d{2,8}){1,4}(?![\w/]|[-.,]\d)")
_WHOLE = '<bdi dir="ltr" class="number_text">{}</bdi>'
_MARKED = re.compile(_WHOLE.format(r"([\d -]+)"))


def with_whole_numbers(html: Markup) -> Markup:
    """Return a text whose telephone numbers stay in one piece, also between Arabic words."""
    return Markup(_NUMBER.sub(lambda match: _WHOLE.format(match.group()), html))  # noqa: S704 — digits only


def with_links(html: Markup) -> Markup:
    """Return a text in which each telephone number dials; not for texts that stand inside a link."""
    return Markup(_MARKED.sub(_link, html))  # noqa: S704 — digits only


def _link(match: re.Match[str]) -> str:
    return f'<a href="{phone_href(match.group(1))}">{match.group()}</a>'


def phone_href(number: str) -> str:
    """Return the address that makes a telephone dial a number."""
    return "tel:" + "".join(sign for sign in number if sign.isdigit() or sign == "+")
