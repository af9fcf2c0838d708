"""Translations: nothing forgotten, nothing guessed, nothing that changes what a sentence does."""

from __future__ import annotations

import gettext
import json
import typing
from datetime import date
from pathlib import Path

import msgspec
import pytest
from babel.messages.catalog import Catalog, Message
from flask import Flask

from app.catalogue.model import Item, Organisation, Topic
from app.facts.model import Fact
from app.wayfinder.model import CrisisExit, Route
from app.web.catalogues import Catalogues, Status, is_short, lookup_for, text_key
from app.web.glossary import Term
from app.web.languages import BY_CODE, LANGUAGES, Language
from app.web.municipality import Municipality
from app.web.pseudo import PseudoLookup, stretched
from app.web.translations import build, files, gather, texts
from app.web.translations.coverage import coverage
from app.web.translations.fill import fill
from app.web.translations.merge import merged

ENGLISH, ARABIC = BY_CODE["en"], BY_CODE["ar"]
DAY = date(2026, 11, 21)
LAUNCHED = [one for one in LANGUAGES if one.launched and one.code != "nl"]
LONG = "U krijgt geld van UWV."
CHANGED = "U krijgt misschien geld van UWV."

# Fields that hold words for us, ids, numbers or sources, and nothing that a visitor reads as a sentence.
NOT_TEXTS = {
    "id", "icon", "icon_yes", "icon_no", "organisation", "scope", "confidence", "check_with", "checked_on",
    "review_by", "owner",
    "dutch_word", "kind", "website", "group", "name", "sender", "contact_url", "phone", "status",
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


def template(*rows: tuple[str, str, bool]) -> Catalog:
    catalog = Catalog(charset="utf-8", fuzzy=False)
    for text, place, critical in rows:
        catalog.add(text, auto_comments=[place, *([files.CRITICAL] if critical else [])])
    return catalog


def translated(text: str, place: str, words: str, *, critical: bool = False) -> Catalog:
    catalog = files.empty(ENGLISH)
    comments = [place, *([files.CRITICAL] if critical else [])]
    catalog.add(text, words, auto_comments=comments, user_comments=["status: human 2026-11-01"])
    return catalog


class TestUpdating:
    """What happens to translations when the Dutch changes."""

    def only(self, catalog: Catalog) -> Message:
        (message,) = files.texts(catalog)
        return message

    def test_an_unchanged_text_keeps_its_translation_and_status(self) -> None:
        old = translated(LONG, "support/x.yaml: gives", "You get money.")
        message = self.only(merged(template((LONG, "support/y.yaml: gives", False)), old, ENGLISH))
        assert (message.string, files.status_of(message)) == ("You get money.", Status.HUMAN)

    def test_a_changed_text_in_the_same_place_keeps_the_old_words_as_stale(self) -> None:
        old = translated(LONG, "support/x.yaml: gives", "You get money.")
        message = self.only(merged(template((CHANGED, "support/x.yaml: gives", False)), old, ENGLISH))
        assert (message.string, files.status_of(message)) == ("You get money.", Status.STALE)
        assert message.fuzzy

    def test_likeness_is_never_enough(self) -> None:
        old = translated(LONG, "support/x.yaml: gives", "You get money.")
        message = self.only(merged(template((CHANGED, "support/y.yaml: gives", False)), old, ENGLISH))
        assert files.status_of(message) is Status.MISSING

    def test_a_critical_text_keeps_nothing(self) -> None:
        old = translated(LONG, "support/x.yaml: gives", "You get money.", critical=True)
        message = self.only(merged(template((CHANGED, "support/x.yaml: gives", True)), old, ENGLISH))
        assert files.status_of(message) is Status.MISSING

    def test_a_file_survives_writing_and_reading(self, tmp_path: Path) -> None:
        catalog = merged(
            template((CHANGED, "support/x.yaml: gives", False)),
            translated(LONG, "support/x.yaml: gives", "You get money."),
            ENGLISH,
        )
        path = tmp_path / "content.po"
        files.replace(path, files.written(catalog, ENGLISH))
        again = merged(catalog, files.read(path, ENGLISH), ENGLISH)
        assert files.written(again, ENGLISH) == path.read_bytes()

    def test_update_changes_nothing_the_second_time(self, tmp_path: Path) -> None:
        path = tmp_path / "content.po"
        source = template((LONG, "support/x.yaml: gives", True))
        for _ in range(2):
            files.replace(path, files.written(merged(source, files.read(path, ARABIC), ARABIC), ARABIC))
        assert not files.replace(
            path, files.written(merged(source, files.read(path, ARABIC), ARABIC), ARABIC)
        )


class TestCompiling:
    """What pages read."""

    @pytest.fixture
    def lookup(self, tmp_path: Path) -> Catalogues:
        catalog = files.empty(ENGLISH)
        catalog.add("Een hele zin van UWV.", "A whole sentence.", user_comments=["status: human 2026-11-01"])
        catalog.add("Dit is nu veranderd.", "Changed.", flags=["fuzzy"], user_comments=["status: stale"])
        catalog.add("Dit lijkt op iets.", "Guessed by a tool.", flags=["fuzzy"])
        catalog.add("Ja", "Yes", context="option")
        files.replace(files.po_path(tmp_path, ENGLISH, "content"), files.written(catalog, ENGLISH))
        build.compile_when_old(tmp_path)
        return Catalogues(ENGLISH, tmp_path / "en" / "LC_MESSAGES")

    def test_each_text_has_its_own_status(self, lookup: Catalogues) -> None:
        assert lookup.find("Een hele zin van UWV.").status is Status.HUMAN
        assert lookup.find("Dit is nu veranderd.").status is Status.STALE
        assert lookup.find("Ja", "option").status is Status.MACHINE

    def test_a_guess_of_a_tool_is_never_shown(self, lookup: Catalogues) -> None:
        assert lookup.find("Dit lijkt op iets.").status is Status.MISSING
        assert lookup.find("Dit lijkt op iets.").text == "Dit lijkt op iets."

    def test_it_is_done_again_only_after_a_change(self, lookup: Catalogues, tmp_path: Path) -> None:
        assert lookup
        assert build.compile_when_old(tmp_path) == []
        (tmp_path / "en" / "LC_MESSAGES" / "status.json").unlink()
        assert build.compile_when_old(tmp_path) == ["en"]

    @pytest.mark.parametrize(
        ("number", "form"),
        [(0, 0), (1, 1), (2, 2), (3, 3), (10, 3), (11, 4), (99, 4), (100, 5), (102, 5), (103, 3)],
    )
    def test_arabic_has_six_plurals_in_the_order_of_cldr(
        self, tmp_path: Path, number: int, form: int
    ) -> None:
        catalog = files.empty(ARABIC)
        catalog.add(("één ding", "%(num)s dingen"), tuple(f"form{index}" for index in range(6)))
        files.replace(files.po_path(tmp_path, ARABIC, "messages"), files.written(catalog, ARABIC))
        build.compile_when_old(tmp_path)
        lookup = Catalogues(ARABIC, tmp_path / "ar" / "LC_MESSAGES")
        assert lookup.find_plural("één ding", "%(num)s dingen", number).text == f"form{form}"


class TestFilling:
    """Translations from a file: taken when they say the same, refused when they do more."""

    SOURCE = "Bel {organisatie} op werkdagen: 0900-9294. Kijk op uwv.nl."

    @pytest.fixture
    def catalog(self) -> Catalog:
        catalog = files.empty(ARABIC)
        catalog.add(self.SOURCE)
        catalog.add("Zoek", context="option")
        catalog.add(("%(num)s ding", "%(num)s dingen"))
        return catalog

    def test_good_ones_are_taken_with_their_status_and_day(self, catalog: Catalog) -> None:
        words = "اتصل بـ {organisatie}: 0900-9294. uwv.nl"
        assert fill(catalog, {self.SOURCE: words, "option\x04Zoek": "ابحث"}, ARABIC, DAY) == []
        message = catalog.get(self.SOURCE)
        assert message is not None
        assert message.string == words
        assert message.user_comments == ["status: machine 2026-11-21"]

    def test_a_plural_needs_as_many_forms_as_the_language_has(self, catalog: Catalog) -> None:
        forms = ["لا شيء", "شيء واحد", "شيئان", "%(num)s أشياء", "%(num)s شيئًا", "%(num)s شيء"]
        assert fill(catalog, {"%(num)s ding": forms}, ARABIC, DAY) == []
        assert fill(catalog, {"%(num)s ding": forms[:2]}, ARABIC, DAY)

    @pytest.mark.parametrize(
        "words",
        [
            "",
            "   ",
            "بدون: 0900-9294 uwv.nl",
            "{organisation}: 0900-9294 uwv.nl",
            "{organisatie} {extra}: 0900-9294 uwv.nl",
            "<b>{organisatie}</b>: 0900-9294 uwv.nl",
            "{organisatie} &amp; 0900-9294 uwv.nl",
            "{organisatie}: 0900-9294 https://uwv.nl",
            "{organisatie}: 0900-9294 uwv-hulp.com",
            "{organisatie}: ٠٩٠٠-٩٢٩٤ uwv.nl",
            "{organisatie}: 0900-1234 uwv.nl",
        ],
    )
    def test_what_changes_a_gap_a_number_a_host_or_adds_html_is_refused(
        self, catalog: Catalog, words: str
    ) -> None:
        assert fill(catalog, {self.SOURCE: words}, ARABIC, DAY)
        message = catalog.get(self.SOURCE)
        assert message is not None
        assert not message.string

    def test_an_unknown_text_is_refused(self, catalog: Catalog) -> None:
        assert fill(catalog, {"Dit bestaat niet.": "x"}, ARABIC, DAY)


class TestPseudo:
    """The made-up language that shows what was forgotten."""

    def test_a_text_is_longer_and_its_gaps_are_untouched(self) -> None:
        assert stretched("Bel {naam} %(x)s") == "⟦Bel {naam} %(x)s··⟧"

    def test_every_text_is_found(self) -> None:
        assert PseudoLookup().find("Ja").text == "⟦Ja·⟧"
        assert PseudoLookup().find_plural("één", "meer", 2).text == "⟦meer··⟧"


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
