"""Compiles what pages read: .mo files and, beside them, how far each text was checked."""

from __future__ import annotations

import io
from pathlib import Path

import msgspec
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from app.web.catalogues import DOMAINS, Status
from app.web.languages import LANGUAGES, Language
from app.web.translations.files import empty, key_of, po_path, read, replace, status_of, texts

STATUS_FILE = "status.json"


def compile_language(translations: Path, language: Language) -> None:
    """Compile both catalogues of a language."""
    folder = translations / language.code / "LC_MESSAGES"
    statuses: dict[str, dict[str, str]] = {}
    for domain in DOMAINS:
        usable, statuses[domain] = usable_texts(
            read(po_path(translations, language, domain), language), language
        )
        compiled = io.BytesIO()
        write_mo(compiled, usable, use_fuzzy=True)
        replace(folder / f"{domain}.mo", compiled.getvalue())
    replace(folder / STATUS_FILE, msgspec.json.encode(statuses, order="deterministic"))


def usable_texts(catalog: Catalog, language: Language) -> tuple[Catalog, dict[str, str]]:
    """Return what may be shown: translated, and fuzzy only where we ourselves kept it as stale."""
    usable, statuses = empty(language), {}
    for message in texts(catalog):
        status = status_of(message)
        if status is Status.MISSING:
            continue
        usable.add(message.id, message.string, context=message.context)
        statuses[key_of(message)] = status.name.lower()
    return usable, statuses


def compile_when_old(translations: Path) -> list[str]:
    """Compile the languages whose PO files are newer than what pages read; return their codes."""
    old = [language for language in LANGUAGES if is_old(translations, language)]
    for language in old:
        compile_language(translations, language)
    return [language.code for language in old]


def is_old(translations: Path, language: Language) -> bool:
    """Whether a language has a PO file that was changed after it was compiled."""
    status = translations / language.code / "LC_MESSAGES" / STATUS_FILE
    for domain in DOMAINS:
        po = po_path(translations, language, domain)
        mo = po.with_suffix(".mo")
        if po.exists() and not (_made(mo) >= _made(po) and _made(status) >= 0):
            return True
    return False


def _made(path: Path) -> float:
    return path.stat().st_mtime if path.exists() else -1
