"""Gathers the Dutch texts: those of the interface from app/, those of the content from content/."""

from __future__ import annotations

from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir

from app.web.catalogues import is_short
from app.web.translations.files import CRITICAL, empty
from app.web.translations.texts import content_texts

METHODS = [
    ("**/templates/onderdelen.html", "ignore"),  # samples on a page for developers
    ("**.py", "python"),
    ("**/templates/**.html", "jinja2"),
]
OPTIONS = {
    "**/templates/**.html": {"newstyle_gettext": "true", "trim_blocks": "true", "lstrip_blocks": "true"}
}
KEYWORDS = {**DEFAULT_KEYWORDS, "N_": None, "say": None, "say_plain": None, "both": None}
NOTE = "Translators:"


def interface(app: Path) -> Catalog:
    """Return the texts in code and templates; a short one without a context gets one."""
    catalog = empty(None)
    found = extract_from_dir(
        str(app), METHODS, OPTIONS, keywords=KEYWORDS, comment_tags=(NOTE,), strip_comment_tags=False
    )
    for file, _, text, comments, context in sorted(found, key=lambda row: (str(row[2]), row[0], row[1])):
        if not text:
            continue
        short = isinstance(text, str) and is_short(text)
        catalog.add(
            text, context=context or ("option" if short else None), auto_comments=[*comments, f"app/{file}"]
        )
    return catalog


def content(folder: Path) -> Catalog:
    """Return the texts in content files, each with its places and whether it is critical."""
    catalog = empty(None)
    for text in content_texts(folder):
        comments = [text.place, *([CRITICAL] if text.critical else [])]
        catalog.add(text.text, context=text.context, auto_comments=comments)
    return catalog
