"""Every text of the content: numbers of law written out, gaps that nothing fills, and sentences too long."""

import re
from collections.abc import Iterator

import msgspec

from app.content_file import Document, Key
from app.wayfinder.check.finding import Finding
from app.wayfinder.check.reading import Content
from app.web.translations.texts import REASONS, TEXT_KEYS

TRANSLATED = {pattern.removesuffix(".*").split(".")[-1] for keys in TEXT_KEYS.values() for pattern in keys}
SPOKEN = frozenset((TRANSLATED | {*REASONS, "dutch_word", "label"}) - {"search"})
"""The keys whose values people read: what translators get, the word in letters, and the name of a number."""

NOT_OF_LAW = frozenset({"address", "walk_in", "hours", "line", "name"})
"""Where a number with `uur` behind it is when a door opens, not what a law says."""

MOST_WORDS = 15
MOST_WORDS_OF_A_QUESTION = 12

GAP = re.compile(r"\{([^{}]*)\}")
_NUMBER = r"\d+(?:[.,]\d+)*"
_UNITS = r"%|procent|euro|dag(?:en)?|we(?:ek|ken)|maand(?:en)?|jaar|jaren|uur|uren|kwartaal|kwartalen"
LAW = re.compile(rf"€\s*{_NUMBER}|\b{_NUMBER}\s*(?:{_UNITS})(?![a-zà-ÿ])", re.IGNORECASE)
_SENTENCE_END = re.compile(r"(?<=[.?!:])\s+")

FILLED_ANYWHERE = frozenset({"gemeente", "organisatie"})
OWN_NUMBER = "grens"
DATE = "datum"


class Text(msgspec.Struct, frozen=True):
    """A text that visitors read, the key it is under, and where it stands."""

    words: str
    key: str
    document: Document
    keys: tuple[Key, ...]

    @property
    def gaps(self) -> list[str]:
        """The names between braces."""
        return GAP.findall(self.words)

    def finding(self, words: str, *, is_remark: bool = False) -> Finding:
        """Return a finding about this text."""
        return Finding(self.document.path, self.document.line(*self.keys), words, is_remark)


def texts_of(document: Document) -> Iterator[Text]:
    """Yield every text of a file that visitors read."""
    # Search words are typed by visitors, and sources are names; both are keys that are not spoken.
    yield from _texts(document, document.data, (), "")


def _texts(document: Document, data: object, keys: tuple[Key, ...], key: str) -> Iterator[Text]:
    if isinstance(data, dict):
        for name, value in data.items():
            # The unit of a number of law is a code; the unit of a question is a word beside the field.
            if not (name == "unit" and document.path.suffix == ".toml"):
                yield from _texts(document, value, (*keys, name), name)
    elif isinstance(data, list):
        for place, value in enumerate(data):
            yield from _texts(document, value, (*keys, place), key)
    elif isinstance(data, str) and key in SPOKEN:
        yield Text(data, key, document, keys)


def check_texts(content: Content) -> Iterator[Finding]:
    """Yield a finding for every number of law and every gap that does not belong in its text."""
    for text in (text for document in content.documents for text in texts_of(document)):
        yield from _numbers_of_law(text)
        yield from _gaps(text, content)


def _numbers_of_law(text: Text) -> Iterator[Finding]:
    if text.key in NOT_OF_LAW:
        return
    for number in LAW.findall(text.words):
        words = f"‘{number}’ is een getal van de wet. Schrijf de naam ervan: {{bestand.naam}}."
        yield text.finding(words)


def _gaps(text: Text, content: Content) -> Iterator[Finding]:
    if text.words.count("{") != text.words.count("}"):
        yield text.finding("een accolade is niet gesloten of niet geopend.")
    for gap in text.gaps:
        problem = _problem_of(gap, text, content)
        if problem is not None:
            yield text.finding(problem)


def _problem_of(gap: str, text: Text, content: Content) -> str | None:
    if gap in content.parameters or gap in FILLED_ANYWHERE:
        return None
    if gap == OWN_NUMBER:
        return _problem_of_own_number(text)
    if gap == DATE:
        return None if "steps" in text.keys else "{datum} kan alleen in een stap staan."
    return f"{{{gap}}} bestaat niet: geen getal in content/parameters en geen vaste naam."


def _problem_of_own_number(text: Text) -> str | None:
    if text.key not in {"because", "because_not"}:
        return "{grens} kan alleen na ‘because’ of ‘because_not’ staan. Schrijf hier de naam van het getal."
    around = text.document.data
    for key in text.keys[:-1]:
        around = around[key]
    if any(isinstance(value, dict) and "parameter" in value for value in around.values()):
        return None
    return "{grens} kan hier niet: deze vergelijking heeft geen {parameter: …}."


def check_style(content: Content) -> Iterator[Finding]:
    """Yield a remark for every question and sentence that is too long to read at A2."""
    for text in (text for document in content.documents for text in texts_of(document)):
        most = MOST_WORDS_OF_A_QUESTION if text.key == "question" else MOST_WORDS
        for sentence in _SENTENCE_END.split(text.words):
            count = len(GAP.sub("x", sentence).split())
            if count > most:
                words = f"deze zin heeft {count} woorden, hooguit {most} is goed te lezen: “{sentence}”"
                yield text.finding(words, is_remark=True)
