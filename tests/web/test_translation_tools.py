"""The tools of translators: nothing guessed, nothing lost, nothing that changes what a sentence does."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message

from app.web.catalogues import Catalogues, Status
from app.web.languages import BY_CODE
from app.web.pseudo import PseudoLookup, stretched
from app.web.translations import build, files
from app.web.translations.fill import fill
from app.web.translations.merge import merged

ENGLISH, ARABIC = BY_CODE["en"], BY_CODE["ar"]
DAY = date(2026, 11, 21)
LONG = "U krijgt geld van UWV."
CHANGED = "U krijgt misschien geld van UWV."


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
