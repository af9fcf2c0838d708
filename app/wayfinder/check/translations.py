"""Translations: in a launched language every text of the content exists."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from app.content_file import ContentError
from app.wayfinder.check.finding import Finding
from app.web.catalogues import text_key
from app.web.languages import DUTCH, Language
from app.web.translations.files import is_translated, key_of, po_path, read, texts
from app.web.translations.texts import Text, content_texts

DOMAIN = "content"


def check_translations(content: Path, translations: Path, languages: Iterable[Language]) -> Iterator[Finding]:
    """Yield a finding for every text that is missing in a launched language, at the Dutch text itself."""
    try:
        dutch = tuple(content_texts(content))
    except ContentError:
        return  # A file that cannot be read is a finding already.
    for language in languages:
        if language.launched and language is not DUTCH:
            yield from _missing(content, dutch, translations, language)


def _missing(
    content: Path, dutch: tuple[Text, ...], translations: Path, language: Language
) -> Iterator[Finding]:
    kept = read(po_path(translations, language, DOMAIN), language)
    known = {key_of(message) for message in texts(kept) if is_translated(message)}
    said: set[str] = set()
    for text in dutch:
        key = text_key(text.text, text.context)
        if key not in known and key not in said:
            said.add(key)
            path = content / text.place.partition(": ")[0]
            yield Finding(
                path, text.line, f"deze tekst ontbreekt in het {language.dutch_name}: “{text.text}”"
            )
