"""A route as a graph: which question each form of support hangs on, and how long and how translated it is."""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from pathlib import Path

import msgspec

from app.catalogue.model import Catalogue, Item
from app.condition import facts_in
from app.facts.derived import DERIVED
from app.facts.model import Fact
from app.wayfinder.check.recording import questions_behind
from app.wayfinder.flow import RouteOn
from app.web.catalogues import text_key
from app.web.languages import DUTCH, Language
from app.web.translations.files import is_translated, key_of, po_path, read, texts
from app.web.translations.texts import Text, content_texts

DOMAIN = "content"


class Hold(StrEnum):
    """How a form of support hangs on a question."""

    ANSWER = "answer"
    WORKED_OUT = "worked_out"
    """Through a fact that is worked out from the answer."""
    DATE = "date"
    """Only for the date of a step."""


class Row(msgspec.Struct, frozen=True):
    """One question: its words, and how many of its texts each language lacks."""

    fact: str
    question: str
    is_asked: bool
    """Whether the route asks it one by one; else it stands under “Past dit bij u?”."""
    words: int
    words_in_all: int
    missing: Mapping[str, int]
    is_translated: bool


class Column(msgspec.Struct, frozen=True):
    """One form of support."""

    item: str
    title: str
    is_confirmed: bool
    is_translated: bool


class Graph(msgspec.Struct, frozen=True):
    """A route: its questions, its forms of support, and what hangs on what."""

    title: str
    language: Language
    rows: tuple[Row, ...]
    columns: tuple[Column, ...]
    holds: Mapping[tuple[str, str], Hold]
    """By question and form of support."""


class Words:
    """The texts of a content folder in one language, and which of them are missing in others."""

    def __init__(self, content: Path, translations: Path, municipality: str) -> None:
        self._translations = translations
        self._municipality = municipality
        self._known: dict[str, Mapping[str, str]] = {}
        self._of_facts: dict[str, list[Text]] = {}
        for text in content_texts(content):
            path = Path(text.place.partition(": ")[0])
            of_others = path.parts[0] == "municipalities" and path.parts[1] != municipality
            if path.parent.name == "facts" and not of_others:
                self._of_facts.setdefault(path.stem, []).append(text)

    def said(self, text: str, context: str | None, language: Language) -> str | None:
        """Return a text in a language, or nothing when it is missing there."""
        if language is DUTCH:
            return text
        if language.code not in self._known:
            kept = read(po_path(self._translations, language, DOMAIN), language)
            self._known[language.code] = {
                key_of(message): str(message.string) for message in texts(kept) if is_translated(message)
            }
        return self._known[language.code].get(text_key(text, context))

    def title(self, text: str, language: Language) -> str | None:
        """Return a title in a language, or nothing when it is missing there."""
        return self.said(text, None, language) or self.said(text, "title", language)

    def row(self, fact: Fact, language: Language, others: tuple[Language, ...], *, is_asked: bool) -> Row:
        """Return the row of a question in a language."""
        all_texts = self._of_facts.get(fact.id, [])
        shown = [self.said(each.text, each.context, language) or each.text for each in all_texts]
        question = self.said(fact.question, None, language)
        return Row(
            fact.id,
            question or fact.question,
            is_asked,
            len((question or fact.question).split()),
            sum(len(each.split()) for each in shown),
            {each.code: many for each in others if (many := self._missing(all_texts, each))},
            question is not None,
        )

    def _missing(self, all_texts: list[Text], language: Language) -> int:
        return sum(self.said(each.text, each.context, language) is None for each in all_texts)


def graph_of(
    on: RouteOn, catalogue: Catalogue, words: Words, language: Language, others: tuple[Language, ...]
) -> Graph:
    """Return the graph of a route: its questions in order, then of the rest the most used first."""
    holds = {(fact, item.id): hold for item in on.items for fact, hold in _holds(catalogue, item)}
    used = [fact for fact, _ in holds]
    further = sorted(on.questions - {*on.route.ask}, key=lambda fact: (-used.count(fact), fact))
    rows = [
        words.row(on.facts.facts[fact], language, others, is_asked=fact in on.route.ask)
        for fact in (*on.route.ask, *further)
    ]
    columns = [_column(words, item, language) for item in on.items]
    title = words.title(on.route.title, language) or on.route.title
    return Graph(title, language, tuple(rows), tuple(columns), holds)


def _column(words: Words, item: Item, language: Language) -> Column:
    title = words.title(item.title, language)
    return Column(item.id, title or item.title, item.is_confirmed, title is not None)


def _holds(catalogue: Catalogue, item: Item) -> Iterator[tuple[str, Hold]]:
    """Yield what an item hangs on; what holds it firmest comes last, and so wins."""
    for step in item.steps:
        anchors = [step.by.anchor] if step.by is not None else []
        looked_at = catalogue.step_conditions.get((item.id, step.id))
        for fact in (*anchors, *(facts_in(looked_at) if looked_at is not None else ())):
            yield from ((question, Hold.DATE) for question in _questions(fact))
    direct = facts_in(catalogue.conditions[item.id])
    for fact in direct:
        if fact in DERIVED:
            yield from ((question, Hold.WORKED_OUT) for question in _questions(fact))
    yield from ((fact, Hold.ANSWER) for fact in direct if fact not in DERIVED)


def _questions(fact: str) -> tuple[str, ...]:
    return questions_behind(DERIVED[fact]) if fact in DERIVED else (fact,)
