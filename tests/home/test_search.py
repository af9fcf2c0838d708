"""Search: by everyday words, in the language of the reader and in Dutch."""

from __future__ import annotations

import msgspec
import pytest

from app.home.search import Entry, Kind, found, normalised, phrase_set, word_set, words_of


def entry(name: str, title: str, words: str = "", text: str = "", kind: Kind = Kind.ITEM) -> Entry:
    return Entry(
        kind, name, title, text, "x", titles=word_set([title]), words=word_set([words]), text=word_set([text])
    )


ENTRIES = (
    entry("huurtoeslag", "Huurtoeslag", "huur betalen", "Geld van de overheid voor uw huur."),
    entry("ww", "WW-uitkering إعانة البطالة", "ontslag werkloos", "Geld als u uw werk verliest."),
    entry("schulden", "Hulp bij schulden", "deurwaarder incasso", "Hulp als u rekeningen niet kunt betalen."),
    entry("baan", "Ik raak mijn baan kwijt", "ontslag werkloos", kind=Kind.ROUTE),
    entry("uwv", "UWV", "werkloos", kind=Kind.ORGANISATION),
)


def ids(query: str) -> list[str]:
    return [one.id for one in found(query, ENTRIES)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Éénouder", "eenouder"),
        ("HUUR", "huur"),
        ("إعانة", "اعانه"),
        ("مُساعدة", "مساعده"),
        ("مســاعدة", "مساعدة"),
        ("بلدى", "بلدي"),
        ("کار", "كار"),
        ("straße", "strasse"),
    ],
)
def test_two_ways_to_write_a_word_are_one(one: str, other: str) -> None:
    assert normalised(one) == normalised(other)


def test_an_arabic_article_or_preposition_hides_no_word() -> None:
    assert words_of("البطالة بالبطالة والبطالة للبطالة") == ["بطاله"] * 4


def test_a_title_counts_for_more_than_a_text() -> None:
    assert ids("huur")[0] == "huurtoeslag"
    assert ids("betalen") == ["huurtoeslag", "schulden"]


def test_the_beginning_of_a_word_is_enough() -> None:
    assert ids("huurt") == ["huurtoeslag"]
    assert ids("werklo") == ["baan", "ww", "uwv"]


def test_a_word_inside_or_around_a_known_one_is_found_too() -> None:
    assert "huurtoeslag" in ids("toeslag")
    assert "schulden" in ids("schuldenaar")


def test_a_sentence_is_as_good_as_a_word() -> None:
    assert ids("ik kan mijn huur niet betalen")[0] == "huurtoeslag"


def test_more_words_that_fit_stand_higher() -> None:
    assert ids("werkloos ww")[0] == "ww"


def test_of_equal_matches_the_one_whose_title_is_asked_for_most_stands_first() -> None:
    after = entry("bijstand_na_ww", "Bijstand na de WW aanvragen")
    assert [one.id for one in found("ww", (after, entry("ww", "WW-uitkering")))] == ["ww", "bijstand_na_ww"]


def test_equal_matches_stand_by_kind_and_then_by_id() -> None:
    assert ids("werkloos") == ["baan", "uwv", "ww"] or ids("werkloos") == ["baan", "ww", "uwv"]
    assert found("werkloos", ENTRIES) == found("werkloos", ENTRIES[::-1])


def test_the_dutch_and_the_arabic_word_find_the_same() -> None:
    assert ids("ww")[0] == ids("بطالة")[0] == "ww"


@pytest.mark.parametrize("nothing", ["", "   ", "de het een", "?!", "ik", "\x00", "٪", "zzzz", "🏠"])
def test_words_that_say_nothing_find_nothing(nothing: str) -> None:
    assert ids(nothing) == []


def test_a_very_long_query_takes_no_time_and_finds_by_its_beginning() -> None:
    assert ids("huur " * 50_000) == ids("huur")


def test_what_editors_wrote_in_just_these_words_stands_before_a_title_with_parts_of_them() -> None:
    aid = entry("hulp", "Extra werk zoeken met hulp")
    beside = msgspec.structs.replace(
        entry("ernaast", "Werken naast bijstand"), phrases=phrase_set(["extra werk"])
    )
    beside = msgspec.structs.replace(beside, words=word_set(["extra werk"]))
    assert [one.id for one in found("extra werk", (aid, beside))] == ["ernaast", "hulp"]
