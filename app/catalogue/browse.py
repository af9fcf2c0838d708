"""Everything that exists, in the order in which people look through it."""

import unicodedata
from collections.abc import Callable, Iterable, Sequence

from app.catalogue.model import Catalogue, Item, Topic
from app.catalogue.place import Place, PlaceKind

LOCAL = "lokaal"


def by_title(items: Iterable[Item], title_of: Callable[[Item], str]) -> tuple[Item, ...]:
    """Return the items from A to Z in the reader's own language."""
    return tuple(sorted(items, key=lambda item: (_plain(title_of(item)), item.id)))


def _plain(text: str) -> str:
    """Return a title as it is looked up: without capitals and accents, and without the Arabic article."""
    letters = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter)).removeprefix("ال")


def is_local(item: Item) -> bool:
    """Whether only this municipality has it."""
    return item.scope == LOCAL


def of_topic(items: Iterable[Item], topic: Topic) -> tuple[Item, ...]:
    """Return the items for a life event or group; what is urgent and what is sure stands first."""
    found = [item for item in items if topic.id in item.life_events]
    return tuple(sorted(found, key=lambda item: (not item.is_confirmed, not item.urgent)))


def filled(topics: Iterable[Topic], items: Iterable[Item]) -> tuple[Topic, ...]:
    """Return the topics under which there is something."""
    used = {name for item in items for name in item.life_events}
    return tuple(topic for topic in topics if topic.id in used)


def topic_called(catalogue: Catalogue, name: str) -> Topic | None:
    """Return the life event or group with this id, or nothing."""
    return next((topic for topic in (*catalogue.events, *catalogue.groups) if topic.id == name), None)


def given_by(items: Sequence[Item], organisation: str) -> tuple[Item, ...]:
    """Return the items that an organisation gives, then those that it helps with."""
    own = [item for item in items if item.organisation == organisation]
    return (*own, *(item for item in items if organisation in item.helpers and item not in own))


def places_at(places: Iterable[Place], organisation: str) -> tuple[Place, ...]:
    """Return where an organisation can be met."""
    return tuple(place for place in places if place.organisation == organisation)


def places_for(places: Iterable[Place], item: str) -> tuple[Place, ...]:
    """Return where a form of support can be had."""
    return tuple(place for place in places if item in place.items)


def places_of_topic(places: Iterable[Place], topic: Topic) -> tuple[Place, ...]:
    """Return where people can go in a life event, or who belong to a group."""
    return tuple(place for place in places if topic.id in place.life_events)


def by_kind(places: Sequence[Place]) -> tuple[tuple[PlaceKind, tuple[Place, ...]], ...]:
    """Return the places of each kind; a kind without places is left out."""
    found = ((kind, tuple(place for place in places if place.kind is kind)) for kind in PlaceKind)
    return tuple((kind, some) for kind, some in found if some)
