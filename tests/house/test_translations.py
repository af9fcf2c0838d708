"""Translations: nothing forgotten, nothing guessed, nothing that changes what a sentence does."""

from __future__ import annotations

import gettext
import json
import typing
from datetime import date
from pathlib import Path

import msgspec
import pytest
from flask import Flask

from app.catalogue.model import Item, Organisation, Topic
from app.facts.model import Fact
from app.wayfinder.model import CrisisExit, Route
from app.web.catalogues import is_short, lookup_for, text_key
from app.web.glossary import Term
from app.web.languages import BY_CODE, LANGUAGES, Language
from app.web.municipality import Municipality
from app.web.translations import files, gather, texts
from app.web.translations.coverage import coverage
from app.web.translations.fill import fill

ENGLISH, ARABIC = BY_CODE["en"], BY_CODE["ar"]
DAY = date(2026, 11, 21)
LAUNCHED = [one for one in LANGUAGES if one.launched and one.code != "nl"]
LONG = "U krijgt geld van UWV."

# Fields that hold words for us, ids, numbers or sources, and nothing that a visitor reads as a sentence.
NOT_TEXTS = {
    "id", "icon", "icon_yes", "icon_no", "organisation", "scope", "confidence", "check_with", "checked_on",
    "review_by", "owner",
    "dutch_word", "room", "kind", "website", "group", "name", "sender", "contact_url", "phone", "status",
}  # fmt: skip


class TestGathering:
    """Which values are texts."""

    @pytest.mark.parametrize(
        ("struct", "table"),
        [
            (Item, "support/*.yaml"),
            (Organisation, "organisations/*.yaml"),
            (Route, "routes/*.yaml"),
            (Topic, "events.yaml"),
            (Fact, "facts/*.yaml"),
            (CrisisExit, "crisis.yaml"),
            (Term, "glossary.yaml"),
            (Municipality, "municipality.yaml"),
        ],
    )
    def test_every_word_of_a_content_file_is_gathered_or_known_to_be_no_text(
        self, struct: type[msgspec.Struct], table: str
    ) -> None:
        known = {part for key in texts.TEXT_KEYS[table] for part in key.split(".")}
        hints = typing.get_type_hints(struct)
        words = {
            field.encode_name for field in msgspec.structs.fields(struct) if str in _parts(hints[field.name])
        }
        lists = {"ask", "consider", "next", "for", "helpers", "critical", "forms", "help_points", "postcodes"}
        assert words - known - NOT_TEXTS - lists - {"periods", "needs", "organisation"} == set()

    def test_reasons_are_found_however_deep_they_stand(self, tmp_path: Path) -> None:
        path = tmp_path / "support" / "x.yaml"
        path.parent.mkdir()
        path.write_text(
            "applies: {all: [{not: {fact: a, because: Dat is nu niet zo., because_not: Dat is wel zo.}}]}\n"
        )
        assert [text.text for text in texts.content_texts(tmp_path)] == [
            "Dat is nu niet zo.",
            "Dat is wel zo.",
        ]

    def test_a_short_text_carries_where_it_stands(self, tmp_path: Path) -> None:
        path = tmp_path / "routes" / "x.yaml"
        path.parent.mkdir()
        path.write_text("title: Baan kwijt\nsummary: Dit is een hele zin.\nsearch: [werkloos]\n")
        found = {text.text: text.context for text in texts.content_texts(tmp_path)}
        assert found == {"Baan kwijt": "title", "Dit is een hele zin.": None, "werkloos": "search"}

    def test_critical_texts_are_marked(self, tmp_path: Path) -> None:
        path = tmp_path / "support" / "x.yaml"
        path.parent.mkdir()
        path.write_text("gives: U krijgt geld van UWV.\nwhere: Op de website van UWV.\ncritical: [gives]\n")
        catalog = gather.content(tmp_path)
        assert [message.id for message in files.texts(catalog) if files.is_critical(message)] == [LONG]

    def test_texts_of_code_and_templates_are_gathered(self, app: Flask) -> None:
        found = {message.id for message in files.texts(gather.interface(Path(app.root_path)))}
        assert {"Zonder naam. Wij bewaren niets.", "Deze pagina is er niet"} <= found

    def test_the_same_texts_give_the_same_file(self, app: Flask) -> None:
        content = app.extensions["house"].settings.content
        once, again = (files.written(gather.content(content), None) for _ in range(2))
        assert once == again
        assert b"POT-Creation-Date" not in once


def _parts(hint: object) -> set[object]:
    arguments = typing.get_args(hint)
    return {hint} | {part for argument in arguments for part in _parts(argument)}


class TestWhatIsShipped:
    """The translations in this repository."""

    @pytest.mark.parametrize("language", LAUNCHED, ids=lambda one: one.code)
    def test_in_a_launched_language_every_text_exists(self, app: Flask, language: Language) -> None:
        rows = coverage(app.extensions["house"].settings.translations, language)
        assert all(row.total for row in rows)
        assert [key for row in rows for key in row.missing] == []

    def test_the_files_are_up_to_date_with_the_texts(self, app: Flask) -> None:
        result = app.test_cli_runner().invoke(args=["translations", "update", "--check"])
        assert result.exit_code == 0, result.output

    @pytest.mark.parametrize("language", LAUNCHED, ids=lambda one: one.code)
    @pytest.mark.parametrize("domain", ["messages", "content"])
    def test_what_is_shipped_would_be_taken_again(self, app: Flask, language: Language, domain: str) -> None:
        path = files.po_path(app.extensions["house"].settings.translations, language, domain)
        catalog = files.read(path, language)
        given = {
            files.key_of(one): one.string if isinstance(one.string, str) else list(one.string or ())
            for one in files.texts(catalog)
            if files.is_translated(one)
        }
        assert fill(catalog, given, language, DAY) == []

    @pytest.mark.parametrize("language", LAUNCHED, ids=lambda one: one.code)
    @pytest.mark.parametrize("number", [0, 1, 2, 3, 5, 11, 12, 21, 22, 100, 102])
    def test_every_plural_can_be_said(self, app: Flask, language: Language, number: int) -> None:
        lookup = lookup_for(language, app.extensions["house"].settings.translations)
        said = lookup.find_plural("%(num)s ding gevonden", "%(num)s dingen gevonden", number)
        assert said.text % {"num": number}

    def test_a_key_is_the_one_that_gettext_uses(self) -> None:
        assert text_key("Ja", "option") == "option\x04Ja"
        assert text_key("Ja", "option") == gettext.GNUTranslations.CONTEXT % ("option", "Ja")

    def test_short_means_at_most_three_words(self) -> None:
        assert is_short("Ik weet niet")
        assert not is_short("Ik weet het niet")


def test_fill_from_the_command_line(app: Flask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    house = app.extensions["house"]
    elsewhere = msgspec.structs.replace(house.settings, translations=tmp_path)
    monkeypatch.setitem(app.extensions, "house", msgspec.structs.replace(house, settings=elsewhere))
    runner = app.test_cli_runner()
    assert runner.invoke(args=["translations", "update"]).exit_code == 0
    given = tmp_path / "en.json"
    given.write_text(json.dumps({"Naar de eerste pagina": "To the first page", "Onbekend is dit.": "x"}))
    result = runner.invoke(args=["translations", "fill", "en", str(given)])
    assert result.exit_code == 1
    assert "1 van 2" in result.output
    assert "Onbekend is dit." in result.output
    assert lookup_for(ENGLISH, tmp_path).find("Naar de eerste pagina").text == "To the first page"
    assert runner.invoke(args=["translations", "coverage"]).exit_code == 0
