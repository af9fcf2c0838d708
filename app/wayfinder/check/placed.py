"""Every condition of the content, with the place of each of its comparisons."""

from collections.abc import Iterator

import msgspec

from app.condition import Comparison, Condition, ConditionError, comparisons_in, parse
from app.content_file import Document, Key
from app.wayfinder.check.finding import Finding
from app.wayfinder.check.reading import Content


class Place(msgspec.Struct, frozen=True):
    """Where a condition stands, and whose it is: the folder, the id, and the step if it is about one."""

    folder: str
    owner: str
    document: Document
    keys: tuple[Key, ...]
    step: str | None = None

    @property
    def is_of_an_item(self) -> bool:
        """Whether the condition decides if a form of support fits."""
        return self.folder == "support" and self.step is None

    @property
    def data(self) -> object:
        """The condition as it is written."""
        data = self.document.data
        for key in self.keys:
            data = data[key]
        return data

    def finding(self, words: str, *keys: Key) -> Finding:
        """Return a finding about the condition, or about what stands at these keys inside it."""
        return Finding(self.document.path, self.document.line(*self.keys, *keys), words)


class Placed(msgspec.Struct, frozen=True):
    """A condition and its place."""

    condition: Condition
    at: Place

    def comparisons(self) -> Iterator[tuple[tuple[Key, ...], Comparison]]:
        """Yield each comparison with its keys inside the condition."""
        return zip(_places(self.at.data, ()), comparisons_in(self.condition), strict=True)


def _places(data: object, keys: tuple[Key, ...]) -> Iterator[tuple[Key, ...]]:
    if not isinstance(data, dict):
        return
    if "fact" in data:
        yield keys
    elif "not" in data:
        yield from _places(data["not"], (*keys, "not"))
    else:
        for join, parts in data.items():
            for place, part in enumerate(parts):
                yield from _places(part, (*keys, join, place))


def conditions_of(content: Content) -> tuple[list[Placed], list[Finding]]:
    """Return every condition, and a finding for each that is not written as one."""
    placed: list[Placed] = []
    found: list[Finding] = []
    for place in _places_in(content):
        try:
            placed.append(Placed(parse(place.data), place))
        except ConditionError as error:
            found.append(place.finding(error.words, *error.path))
    return placed, found


def _places_in(content: Content) -> Iterator[Place]:
    for fact_id, fact in content.facts.items():
        if fact.value.asked_if is not None:
            yield Place("facts", fact_id, fact.document, ("asked_if",))
        if fact.value.gate is not None:
            yield Place("gates", fact_id, fact.document, ("gate", "stays_if"))
    for item_id, item in content.items.items():
        yield Place("support", item_id, item.document, ("applies",))
        for place, step in enumerate(item.value.steps):
            if step.only_if is not None:
                yield Place("support", item_id, item.document, ("steps", place, "if"), step.id)
    for crisis in content.crises:
        yield Place("crisis", crisis.value.id, crisis.document, (*crisis.keys, "when"))
