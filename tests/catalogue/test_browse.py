"""Everything that exists, in the order in which people look through it."""

from __future__ import annotations

from typing import Any

from app.catalogue import browse
from app.catalogue.model import Catalogue, Item, Status, Topic

TITLES = {"b": "Élan", "a": "fiets", "c": "Dak", "e": "إعانة", "d": "الدعم"}


def _item(name: str, **values: Any) -> Item:
    given = {"organisation": "uwv", "status": Status.CONFIRMED, "takes": "kort", **values}
    words = dict.fromkeys(("title", "gives", "where", "call", "checked_on", "review_by", "owner"), name)
    return Item(id=name, applies={}, sources=(), **{"bring": (), **words, **given})


def test_titles_stand_from_a_to_z_whatever_their_capitals_and_accents() -> None:
    items = [_item(name) for name in "abc"]
    assert [item.id for item in browse.by_title(items, lambda item: TITLES[item.id])] == ["c", "b", "a"]


def test_an_arabic_title_is_looked_up_without_its_article() -> None:
    items = [_item(name) for name in "de"]
    assert [item.id for item in browse.by_title(items, lambda item: TITLES[item.id])] == ["e", "d"]


def test_under_a_topic_the_urgent_stands_first_and_the_unsure_last() -> None:
    topic = Topic("ziek", "Ziek", "Hulp bij ziekte.")
    items = [
        _item("unsure", life_events=("ziek",), status=Status.TO_CONFIRM, urgent=True),
        _item("calm", life_events=("ziek", "taal")),
        _item("other", life_events=("taal",)),
        _item("urgent", life_events=("ziek",), urgent=True),
    ]
    assert [item.id for item in browse.of_topic(items, topic)] == ["urgent", "calm", "unsure"]


def test_a_topic_without_help_is_not_offered() -> None:
    topics = (Topic("ziek", "Ziek", ""), Topic("taal", "Taal", ""))
    assert browse.filled(topics, [_item("a", life_events=("taal",))]) == topics[1:]


def test_life_events_and_groups_are_found_by_their_id() -> None:
    event, group = Topic("ziek", "Ziek", ""), Topic("jong", "Jong", "")
    catalogue = Catalogue({}, {}, {}, {}, events=(event,), groups=(group,))
    assert browse.topic_called(catalogue, "ziek") is event
    assert browse.topic_called(catalogue, "jong") is group
    assert browse.topic_called(catalogue, "oud") is None


def test_an_organisation_shows_what_it_gives_before_what_it_helps_with() -> None:
    items = [
        _item("helped", organisation="svb", helpers=("uwv",)),
        _item("given"),
        _item("else", organisation="svb"),
    ]
    assert [item.id for item in browse.given_by(items, "uwv")] == ["given", "helped"]


def test_one_thing_that_is_not_known_is_no_list_to_tick() -> None:
    asks = _item("a", bring=("niet bekend, vraag bij UWV",))
    assert asks.unknown_bring == "niet bekend, vraag bij UWV"
    assert _item("b", bring=("uw DigiD",)).unknown_bring is None
