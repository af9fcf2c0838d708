"""How hard a Dutch text is to read: long sentences, hard words, and sentences in which nobody does it.

Counting finds where an editor should look; whether people understand a text only people can tell.
"""

import re
from collections.abc import Iterable, Iterator

import msgspec

from app.wayfinder.check.glossary import unexplained
from app.wayfinder.check.texts import GAP, MOST_WORDS, Text
from app.web.glossary import Glossary

EASY_WORDS = 12
"""A sentence of so many words reads at once; beyond it every word counts."""

LONG_WORD = 14
FOR_A_HARD_WORD, FOR_A_PASSIVE = 3, 4

OFFICIAL = frozenset(
    """tenzij mits indien teneinde inzake middels ingevolge krachtens alsmede alsook echter tevens voorts
    derhalve omtrent betreffende desbetreffende dient dienen onverwijld verstrekken verstrekt verschaffen
    geschieden geschiedt conform gelieve aangaande jegens nopens doch noch hetgeen reeds wederom
    thans aldus dusdanig zodanig waarbij waartoe hiertoe daartoe alvorens nadien voornoemde bovengenoemde
    aanvangen aanwenden benutten bewerkstelligen initiëren faciliteren implementeren realiseren
    participeren continueren optimaliseren traject uitstroom instroom doelgroep""".split()  # noqa: SIM905 a list of words reads best as words
)
"""Words that letters use and people do not."""

_SENTENCE_END = re.compile(r"(?<=[.?!:])\s+")
_BECOMES = r"\b(?:wordt|word|worden|werd|werden)\b"
_DONE = r"(?:ge|be|ver|ont|her)(?:[a-zà-ÿ]{2,}(?:d|t|en)|[a-zà-ÿ]+(?:aan|ien))\b"
_NEXT_WORD = r"\s+(?!(?:en|of|als|dan|want|maar)\b)[\w’'-]+"
_AFTER = re.compile(rf"{_BECOMES}(?:{_NEXT_WORD}){{0,6}}?\s+({_DONE})", re.IGNORECASE)
_BEFORE = re.compile(rf"\b({_DONE})\s+{_BECOMES}", re.IGNORECASE)
_NOT_DONE = frozenset(
    ["beroep", "bericht", "gebied", "geen", "gesprekken", "gewoon", "gezin", "gezond", "verder"]
)
"""Words that look as if something was done."""


class Sentence(msgspec.Struct, frozen=True):
    """One sentence, and what makes it hard."""

    words: int
    hard: tuple[str, ...]
    is_passive: bool

    @property
    def points(self) -> int:
        """How hard it is; nothing hard is nought."""
        passive = FOR_A_PASSIVE if self.is_passive else 0
        return max(0, self.words - EASY_WORDS) + FOR_A_HARD_WORD * len(self.hard) + passive


class Read(msgspec.Struct, frozen=True):
    """A text as a reader meets it, sentence by sentence."""

    text: Text
    sentences: tuple[Sentence, ...]

    @property
    def points(self) -> int:
        """How hard its hardest sentence is."""
        return max((sentence.points for sentence in self.sentences), default=0)

    @property
    def hardest(self) -> Sentence:
        """The sentence to begin with."""
        return max(self.sentences, key=lambda sentence: sentence.points)


class Readability(msgspec.Struct, frozen=True):
    """The Dutch of all content together, and the texts to begin with."""

    sentences: int
    words: int
    long: int
    with_hard_words: int
    passive: int
    worst: tuple[Read, ...]

    @property
    def average(self) -> float:
        """How many words a sentence has."""
        return self.words / max(1, self.sentences)


def readability(texts: Iterable[Text], glossary: Glossary, most: int) -> Readability:
    """Return how readable texts are, with at most so many of the hardest; the same words count once."""
    once = {text.words: text for text in texts}.values()
    read = [Read(text, tuple(sentences_of(text.words, glossary))) for text in once]
    everything = [sentence for each in read for sentence in each.sentences]
    hardest = sorted(read, key=lambda each: (-each.points, each.text.document.path, each.text.words))
    return Readability(
        len(everything),
        sum(sentence.words for sentence in everything),
        sum(sentence.words > MOST_WORDS for sentence in everything),
        sum(bool(sentence.hard) for sentence in everything),
        sum(sentence.is_passive for sentence in everything),
        tuple(each for each in hardest[:most] if each.points),
    )


def sentences_of(text: str, glossary: Glossary) -> Iterator[Sentence]:
    """Yield the sentences of a text."""
    for sentence in _SENTENCE_END.split(text.strip()):
        count = len(GAP.sub("x", sentence).split())
        if count:
            yield Sentence(count, tuple(hard_words(sentence, glossary)), is_passive(sentence))


def hard_words(sentence: str, glossary: Glossary) -> Iterator[str]:
    """Yield the words that are long or official and that no card explains, each once."""
    for word in dict.fromkeys(unexplained(sentence, glossary)):
        longest_part = max(len(part) for part in word.split("-"))
        if word.casefold() in OFFICIAL or longest_part >= LONG_WORD:
            yield word


def is_passive(sentence: str) -> bool:
    """Whether something is done and the sentence does not say by whom; a guess from its words."""
    done = [*_AFTER.findall(sentence), *_BEFORE.findall(sentence)]
    return any(word.casefold() not in _NOT_DONE for word in done)
