"""The search index of one language: everything that can be found, with its words in it and in Dutch."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from app.catalogue.guide import City
from app.catalogue.model import Catalogue, Item, Organisation
from app.home.search import Entry, Kind, phrase_set, word_set
from app.wayfinder.model import Route
from app.web.catalogues import Lookup
from app.web.glossary import Glossary

PAGE_ICONS = {"money": "calculator", "chain": "users", "work": "briefcase", "places": "map-pin"}


def N_(text: str) -> str:  # noqa: N802 — the name gettext tools look for
    """Mark a text for translators; it is translated where it is shown."""
    return text


MONEY_WORDS = (
    N_("Hoeveel geld houd ik over met werk?"),
    N_("Loont werken? Wat verdien ik netto naast mijn uitkering?"),
    N_("Bijverdienen naast bijstand of WW uitrekenen"),
)


class Stock(msgspec.Struct, frozen=True):
    """What exists in this installation."""

    routes: tuple[Route, ...]
    catalogue: Catalogue
    city: City = City()
    has_money: bool = False
    """Whether the calculator is installed."""


def entries(stock: Stock, lookup: Lookup, glossary: Glossary) -> tuple[Entry, ...]:
    """Return everything that can be found, in the words of one language and of Dutch."""
    make = _Maker(lookup, glossary)
    return (
        *(make.route(route) for route in stock.routes),
        *(make.item(item) for item in stock.catalogue.items.values()),
        *(make.organisation(one) for one in stock.catalogue.organisations.values()),
        *(make.page(*each) for each in _pages(stock)),
    )


def _pages(stock: Stock) -> Iterator[tuple[str, str, str, Iterable[str]]]:
    """Yield what work does to the money, and the pages about the city: name, title, summary, words for it."""
    city = stock.city
    if stock.has_money:
        yield (
            "money",
            N_("Wat houdt u over als u gaat werken?"),
            N_("U ziet per maand wat werk met uw inkomen doet."),
            MONEY_WORDS,
        )
    if city.chain is not None:
        stages = (stage.title for stage in city.chain.stages)
        possible = (one.title for one in city.chain.possible)
        yield "chain", N_("Wie doet wat?"), city.chain.summary, (*stages, *possible)
    if city.work is not None:
        yield "work", N_("Waar is werk?"), city.work.summary, (one.title for one in city.work.sectors)
    if city.places:
        yield (
            "places",
            N_("Plekken en groepen"),
            N_("Waar u naartoe kunt, en hoe u zich aanmeldt."),
            (place.title for place in city.places),
        )


class _Maker:
    """Gathers the words of things in two languages."""

    def __init__(self, lookup: Lookup, glossary: Glossary) -> None:
        self._lookup = lookup
        self._glossary = glossary

    def route(self, route: Route) -> Entry:
        return Entry(
            Kind.ROUTE, route.id, route.title, route.summary, route.icon,
            titles=self._words(route.title), text=self._words(route.summary),
            words=word_set(self._everyday(*route.search)), phrases=phrase_set(self._everyday(*route.search)),
        )  # fmt: skip

    def item(self, item: Item) -> Entry:
        names = (item.title, *((item.dutch_word,) if item.dutch_word else ()))
        return Entry(
            Kind.ITEM, item.id, item.title, item.gives, item.icon,
            titles=self._words(*names), text=self._words(item.gives),
            words=word_set(self._everyday(*item.search)) | self._words(*self._terms(*names, *item.search)),
            phrases=phrase_set(self._everyday(*item.search)),
        )  # fmt: skip

    def organisation(self, one: Organisation) -> Entry:
        return Entry(
            Kind.ORGANISATION, one.id, one.name, one.does, one.icon,
            titles=self._words(one.name), text=self._words(one.does),
            words=word_set(self._everyday(*one.search)), phrases=phrase_set(self._everyday(*one.search)),
        )  # fmt: skip

    def page(self, name: str, title: str, summary: str, words: Iterable[str]) -> Entry:
        return Entry(
            Kind.PAGE, name, title, summary, PAGE_ICONS[name],
            titles=self._words(title), words=self._words(*words), text=self._words(summary),
        )  # fmt: skip

    def _words(self, *texts: str) -> frozenset[str]:
        return word_set(words for text in texts for words in (text, self._own(text)))

    def _everyday(self, *texts: str) -> tuple[str, ...]:
        """Give what people type, in Dutch and as translators put it; words so few carry a context."""
        return (*texts, *(self._lookup.find(text, "search").text for text in texts))

    def _own(self, text: str) -> str:
        return self._lookup.find(text).text

    def _terms(self, *texts: str) -> Iterator[str]:
        """Give the official words in some texts, as the glossary translates them."""
        for text in texts:
            for name in self._glossary.found_in(text):
                term = self._glossary.terms[name]
                yield from (term.dutch, *term.forms, self._lookup.find(term.dutch, "term").text)
