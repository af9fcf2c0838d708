"""Official words: each one that people meet in our texts has a card that explains it."""

import re
from collections.abc import Iterator

from app.wayfinder.check.finding import Finding
from app.wayfinder.check.reading import Content
from app.wayfinder.check.texts import texts_of
from app.web.glossary import Glossary

_ENDINGS = (
    "wet|toeslag|uitkering|vergoeding|verzekering|regeling|plicht|bijstand"
    "|overeenkomst|norm|termijn|kwalificatie|schrift|toets|premie|voorschot"
)
_ALONE = "toeslag|uitkering|bijstand"
_PLURAL = "(?:en|s)?"
SIGNALS = (
    re.compile(rf"[a-zà-ÿ-]{{2,}}(?:{_ENDINGS}){_PLURAL}", re.IGNORECASE),
    re.compile(rf"(?:{_ALONE}){_PLURAL}", re.IGNORECASE),
    re.compile(r"[A-Z]{2,}[a-z]?(?:-[a-zà-ÿ]+)*"),
    re.compile(r"[A-Z][a-z]*[A-Z]+[A-Za-z]*"),
)
"""What a word of the law or of an office looks like: how it ends, or that it is written in capitals."""

_WORD = re.compile(r"[A-Za-zÀ-ɏ][A-Za-zÀ-ɏ0-9-]*")
_ADDRESS = re.compile(r"\b[\w-]+(?:\.[\w-]+)*\.(?:nl|org|com|eu)(?:/\S*)?")
_POSTCODE = re.compile(r"\b[0-9]{4} ?[A-Z]{2}\b")
_GAP = re.compile(r"\{[^{}]*\}")
_MARKED = re.compile(r"<span[^>]*>.*?</span>|&#?\w+;")
_NO_WORDS = (_ADDRESS, _POSTCODE, _GAP)


def check_glossary(content: Content) -> Iterator[Finding]:
    """Yield a finding for every official word without a card, once per file."""
    glossary = Glossary(entry.value for entry in content.terms)
    plain = {entry.value.word.casefold() for entry in content.exceptions}
    for document in content.documents:
        seen: set[str] = set()
        for text in texts_of(document):
            for word in uncovered(text.words, glossary, plain):
                if word not in seen:
                    seen.add(word)
                    yield text.finding(
                        f"‘{word}’ is een ambtelijk woord zonder uitleg in content/glossary.yaml."
                    )
    yield from _cards(content)
    yield from _exceptions(content, glossary)


def uncovered(text: str, glossary: Glossary, plain: set[str]) -> Iterator[str]:
    """Yield the words of a text that look official, have no card and are not known to be ordinary."""
    for word in unexplained(text, glossary):
        if word.casefold() not in plain and any(signal.fullmatch(word) for signal in SIGNALS):
            yield word


def unexplained(text: str, glossary: Glossary) -> list[str]:
    """Return the words of a text without a card; addresses, postcodes and gaps are no words."""
    for pattern in _NO_WORDS:
        text = pattern.sub(" ", text)
    return _WORD.findall(_MARKED.sub(" ", glossary.marked(text)))


def _cards(content: Content) -> Iterator[Finding]:
    known: dict[str, str] = {}
    for entry in content.terms:
        term = entry.value
        if not term.explanation.strip():
            yield entry.finding("er staat geen uitleg (‘explanation’).", "explanation")
        for place, form in enumerate(term.forms):
            other = known.setdefault(form.casefold(), term.id)
            if other != term.id:
                yield entry.finding(f"‘{form}’ staat al op de kaart ‘{other}’.", "forms", place)


def _exceptions(content: Content, glossary: Glossary) -> Iterator[Finding]:
    for entry in content.exceptions:
        if not entry.value.why.strip():
            yield entry.finding("schrijf waarom dit woord geen uitleg nodig heeft (‘why’).", "why")
        if glossary.found_in(entry.value.word):
            yield entry.finding(f"‘{entry.value.word}’ heeft al een kaart: haal deze regel weg.", "word")
