"""Search over routes, support and organisations by everyday words; pure, always in the same order."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from enum import IntEnum

import msgspec

MOST_RESULTS = 12
LONGEST_QUERY = 100
MOST_WORDS = 12


class Kind(IntEnum):
    """What was found; at an equal match the earlier kind stands first."""

    ROUTE = 0
    ITEM = 1
    ORGANISATION = 2
    PAGE = 3


class Entry(msgspec.Struct, frozen=True):
    """One thing that can be found, with its words by how much they say about it."""

    kind: Kind
    id: str
    title: str
    summary: str
    icon: str
    titles: frozenset[str]
    words: frozenset[str]
    text: frozenset[str]
    phrases: frozenset[str] = frozenset()
    """Everyday words that say it together, as “side job” does."""


TITLE, WORDS, TEXT = 6, 5, 1
WHOLE, START, INSIDE = 4, 3, 1
SHORTEST_PART = 4
"""Parts of a word count from so many letters: “baan” is inside “baanbehoud”, “ik” is inside everything."""

_ARABIC = str.maketrans(
    {**dict.fromkeys("أإآٱ", "ا"), **dict.fromkeys("ىیئ", "ي"), "ؤ": "و", "ة": "ه", "ک": "ك", "ـ": None}
)
_ARTICLE = re.compile(r"^(?:[وبلفك]?ال|لل)(?=\w{2})")
_COMMA = re.compile(r"[,،;]")
_WORD = re.compile(r"[^\W_]+")
# Words that are in every sentence and say nothing about which help fits.
_EMPTY = frozenset(
    """ik je u uw mijn mij me wij we een de het en of om te in op van voor met bij is ben heb hebt heeft
    kan wil moet er dit dat niet geen nog al ook maar als wat hoe waar wie naar aan door over
    i my me a an the to of in on for with at is am are have has can want do not no and or what how where it
    you your
    انا في من على عن الى لا ما هل كيف هذا هذه مع او لي عندي يا ان""".split()  # noqa: SIM905 a list of words reads best as words
)


def normalised(text: str) -> str:
    """Return a text without case, accents, vowel marks and the ways to write one Arabic letter."""
    # Composed first: the hamza of أ is a letter to translate, and a mark to drop only when it stands loose.
    folded = unicodedata.normalize("NFKC", text).casefold().translate(_ARABIC)
    apart = unicodedata.normalize("NFKD", folded)
    return "".join(sign for sign in apart if not unicodedata.combining(sign))


def words_of(text: str) -> list[str]:
    """Return the words of a text as they are compared, without the words that say nothing."""
    words = [_ARTICLE.sub("", word) for word in _WORD.findall(normalised(text))]
    return [word for word in words if word and word not in _EMPTY_NORMALISED]


_EMPTY_NORMALISED = frozenset(map(normalised, _EMPTY))


def word_set(texts: Iterable[str]) -> frozenset[str]:
    """Return all words of some texts."""
    return frozenset(word for text in texts for word in words_of(text))


def phrase_set(texts: Iterable[str]) -> frozenset[str]:
    """Return what is more than one word between the commas of these texts, as it is compared."""
    parts = (words_of(part) for text in texts for part in _COMMA.split(text))
    return frozenset(" ".join(words) for words in parts if len(words) > 1)


def found(query: str, entries: Sequence[Entry]) -> list[Entry]:
    """Return what fits the words, best first; what editors wrote in just these words stands before all.

    Equal ones stand by kind, by share of the title, by id.
    """
    asked = list(dict.fromkeys(words_of(query[:LONGEST_QUERY])))[:MOST_WORDS]
    known = frozenset[str]().union(*(group for one in entries for group in (one.titles, one.words, one.text)))
    near = [_near(word, known) for word in asked]
    ranked = []
    for entry in entries:
        scores = [score for each in near if (score := _score(each, entry))]
        if scores:
            fit = (" ".join(asked) not in entry.phrases, -len(scores), -sum(scores))
            ranked.append(((*fit, entry.kind, -_share(asked, entry), entry.id), entry))
    return [entry for _, entry in sorted(ranked, key=lambda pair: pair[0])[:MOST_RESULTS]]


def _share(asked: Sequence[str], entry: Entry) -> float:
    """Return how much of a title was asked for: who types “WW” wants the WW before what comes after it."""
    return sum(word in entry.titles for word in asked) / max(1, len(entry.titles))


def _near(word: str, known: Iterable[str]) -> dict[str, int]:
    """Return the known words that are like a word, and how much; once for the whole index."""
    if len(word) < SHORTEST_PART - 1:
        return {word: WHOLE}
    return {other: likeness for other in known if (likeness := _likeness(word, other))}


def _score(near: Mapping[str, int], entry: Entry) -> int:
    groups = ((TITLE, entry.titles), (WORDS, entry.words), (TEXT, entry.text))
    return max(
        weight * max((near[each] for each in near.keys() & group), default=0) for weight, group in groups
    )


def _likeness(word: str, other: str) -> int:
    if word == other:
        return WHOLE
    if other.startswith(word):
        return START
    if len(word) >= SHORTEST_PART and (word in other or _is_stem(other, word)):
        return INSIDE
    return 0


def _is_stem(other: str, word: str) -> bool:
    """Whether a known word is the beginning of a longer one that was typed: “schuld” of “schulden”."""
    return len(other) >= SHORTEST_PART and word.startswith(other)
