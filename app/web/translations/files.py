"""PO files as we keep them: sorted, without dates or line numbers, with the status of each translation."""

from __future__ import annotations

import io
import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po, write_po

from app.web.catalogues import Status, text_key
from app.web.languages import Language

WIDTH = 110
# The order of CLDR: zero, one, two, few, many, other. Babel numbers the last two the other way round.
PLURALS = {
    "ar": "nplurals=6; plural="
    "(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5);"
}
STATUS = "status:"
CRITICAL = "critical"


def po_path(translations: Path, language: Language, domain: str) -> Path:
    """Return where the translations of a language lie."""
    return translations / language.code / "LC_MESSAGES" / f"{domain}.po"


def read(path: Path, language: Language | None = None) -> Catalog:
    """Read a PO file; an absent one is empty."""
    if not path.exists():
        return empty(language)
    with path.open("rb") as file:
        return read_po(file, locale=language.babel if language else None, charset="utf-8")


def empty(language: Language | None) -> Catalog:
    """Return a catalogue without texts."""
    catalog = Catalog(locale=language.babel if language else None, charset="utf-8", fuzzy=False)
    if language is not None and language.code in PLURALS:
        catalog.mime_headers = [("Plural-Forms", PLURALS[language.code])]
    return catalog


def written(catalog: Catalog, language: Language | None) -> bytes:
    """Return a catalogue as a file: the same texts give the same bytes on every machine and day."""
    file = io.BytesIO()
    write_po(file, catalog, width=WIDTH, no_location=True, omit_header=True, sort_output=True)
    return _header(catalog, language).encode() + b"\n" + file.getvalue().strip() + b"\n"


def _header(catalog: Catalog, language: Language | None) -> str:
    lines = ["Project-Id-Version: portaal"]
    if language is not None:
        lines += [f"Language: {language.code}", f"Plural-Forms: {catalog.plural_forms}"]
    lines += [
        "MIME-Version: 1.0",
        "Content-Type: text/plain; charset=utf-8",
        "Content-Transfer-Encoding: 8bit",
    ]
    return 'msgid ""\nmsgstr ""\n' + "".join(f'"{line}\\n"\n' for line in lines)


def replace(path: Path, content: bytes) -> bool:
    """Write a file at once, so that nobody reads half of it; tell whether it changed."""
    if path.exists() and path.read_bytes() == content:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor, name = tempfile.mkstemp(dir=path.parent)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
    Path(name).chmod(0o644)
    Path(name).replace(path)
    return True


def texts(catalog: Catalog) -> Iterable[Message]:
    """Give the texts of a catalogue, without its header."""
    return (message for message in catalog if message.id)


def key_of(message: Message) -> str:
    """Return how a text is named in status.json and in files for `fill`: its context and its Dutch words."""
    text = message.id if isinstance(message.id, str) else message.id[0]
    return text_key(text, message.context)


def is_translated(message: Message) -> bool:
    """Whether every form of a text has words."""
    forms = message.string if isinstance(message.string, tuple | list) else (message.string,)
    return bool(forms) and all(forms)


def is_critical(message: Message) -> bool:
    """Whether a text must stand beside the Dutch one until a person has checked it."""
    return CRITICAL in message.auto_comments


def status_of(message: Message) -> Status:
    """Return how far a translation was checked, as its comment says; without a comment it is machine work."""
    if not is_translated(message):
        return Status.MISSING
    for comment in message.user_comments:
        words = comment.split()
        if len(words) >= 2 and words[0] == STATUS and words[1] in ("human", "machine", "stale"):
            return Status[words[1].upper()]
    # What a tool marked as fuzzy is its guess; only our own update says stale.
    return Status.MISSING if message.fuzzy else Status.MACHINE


def with_status(comments: Iterable[str], status: str) -> list[str]:
    """Return translators' comments with a new status line."""
    return [f"{STATUS} {status}", *(line for line in comments if not line.startswith(STATUS))]
