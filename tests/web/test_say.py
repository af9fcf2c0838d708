"""Texts with gaps, official words, and Dutch beside the translation."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import msgspec
import pytest
from babel.messages.catalog import Catalog
from flask import Flask, g, session

from app.money import Cents
from app.period import Month
from app.web.catalogues import Catalogues, Status
from app.web.glossary import Glossary, Term
from app.web.languages import BY_CODE
from app.web.locale import DUTCH_BESIDE, worst_status
from app.web.numbers import money
from app.web.say import official, say, say_plain, terms_on_page
from app.web.translations import build, files

SENTENCE = "U krijgt {bedrag} van UWV. Het is bijstand."
CHECKED = "Dit is nagekeken door iemand."
QUOTING = "Kijk op bijstand.nl, of in uw contract bij ‘einde’."
PARAMETER = "U werkte minstens {ww.wekeneis}."
Reading = Callable[[str], None]


@pytest.fixture
def reading(app: Flask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Reading]:
    """Read a page in a language, with a few translations and two official words."""
    arabic = BY_CODE["ar"]
    catalog = Catalog(locale="ar")
    catalog.add(SENTENCE, "تحصل على {bedrag} من UWV.", user_comments=["status: machine 2026-11-21"])
    catalog.add(CHECKED, "تمت المراجعة.", user_comments=["status: human 2026-11-21"])
    catalog.add(QUOTING, "انظر bijstand.nl أو في عقدك عند «einde».")
    catalog.add("Nee", "لا", context="option")
    path = files.po_path(tmp_path, arabic, "content")
    files.replace(path, files.written(catalog, arabic))
    build.compile_language(tmp_path, arabic)
    glossary = Glossary(
        [
            Term("uwv", "UWV", ("UWV",), "UWV betaalt de WW."),
            Term("bijstand", "bijstand", ("bijstandsuitkering",), "Geld van de gemeente."),
        ]
    )
    house = app.extensions["house"]
    lookups = {**house.lookups, "ar": Catalogues(arabic, path.parent)}
    changed = msgspec.structs.replace(house, lookups=lookups, glossary=glossary)
    monkeypatch.setitem(app.extensions, "house", changed)
    with app.test_request_context("/nl/"):

        def read_in(code: str) -> None:
            g.language = BY_CODE[code]

        yield read_in


def test_dutch_is_said_as_it_is_written(reading: Reading) -> None:
    reading("nl")
    assert say(CHECKED) == CHECKED
    assert worst_status() is Status.SOURCE


def test_a_gap_is_kept_apart_from_the_direction_around_it(reading: Reading) -> None:
    reading("ar")
    said = say(SENTENCE, bedrag=money(Cents(125050)))
    assert '<bdi dir="ltr" class="bedrag">€\u00a01.250,50</bdi>' in said


def test_what_comes_in_a_gap_is_never_html(reading: Reading) -> None:
    reading("nl")
    assert "<script>" not in say("Dag {naam}.", naam="<script>")


def test_a_gap_may_name_a_number_of_law(reading: Reading) -> None:
    reading("nl")
    assert "26" in say(PARAMETER)
    assert say_plain(PARAMETER) == "U werkte minstens 26 weken."


def test_the_municipality_needs_no_telling(reading: Reading) -> None:
    reading("nl")
    assert say_plain("U woont in {gemeente}.") == "U woont in Zwolle."


def test_dates_and_months_are_said_in_words(reading: Reading) -> None:
    reading("nl")
    assert say_plain("Vóór {datum}.", datum=date(2026, 11, 30)) == "Vóór 30 november 2026."
    assert say_plain("Vanaf {maand}.", maand=Month(2026, 12)) == "Vanaf december 2026."


def test_dutch_words_stay_dutch_and_are_explained_once(reading: Reading) -> None:
    reading("ar")
    said = say(SENTENCE, bedrag="€ 1")
    assert '<span class="term" lang="nl" dir="ltr" translate="no" data-term="uwv">UWV</span>' in said
    say(SENTENCE, bedrag="€ 2")
    assert [term.id for term in terms_on_page()] == ["uwv", "bijstand"]


def test_what_a_translation_quotes_from_a_dutch_letter_is_marked_as_dutch(reading: Reading) -> None:
    reading("ar")
    assert '«<span lang="nl" dir="ltr" translate="no">einde</span>»' in say(QUOTING)


def test_an_official_word_in_the_name_of_a_website_stays_part_of_it(reading: Reading) -> None:
    reading("ar")
    assert "انظر bijstand.nl أو" in say(QUOTING)
    assert not terms_on_page()


def test_an_official_word_is_never_translated(reading: Reading) -> None:
    reading("ar")
    assert '<b lang="nl" dir="ltr" translate="no">bijstand</b>' in official("bijstand")
    assert [term.id for term in terms_on_page()] == ["bijstand"]


def test_a_text_without_translation_is_dutch_and_says_so(reading: Reading) -> None:
    reading("ar")
    assert say("Dit heeft niemand vertaald.") == (
        '<span class="untranslated" lang="nl" dir="ltr">Dit heeft niemand vertaald.</span>'
    )
    assert worst_status() is Status.MISSING


def test_the_page_remembers_its_worst_text(reading: Reading) -> None:
    reading("ar")
    say(CHECKED)
    assert worst_status() is Status.HUMAN
    say(SENTENCE, bedrag="€ 1")
    assert worst_status() is Status.MACHINE


def test_a_critical_text_that_nobody_checked_has_the_dutch_under_it(reading: Reading) -> None:
    reading("ar")
    assert 'class="said__nl" lang="nl" dir="ltr"' in say(SENTENCE, critical=True, bedrag="€ 1")
    assert "said__nl" not in say(CHECKED, critical=True)
    assert "said__nl" not in say(SENTENCE, bedrag="€ 1")


def test_who_wants_dutch_beside_gets_it_under_every_text(reading: Reading) -> None:
    reading("ar")
    session[DUTCH_BESIDE] = True
    assert say(CHECKED) == (
        '<span class="said__own">تمت المراجعة.</span> '
        f'<span class="said__nl" lang="nl" dir="ltr">{CHECKED}</span>'
    )


def test_a_short_text_is_found_whatever_place_it_was_asked_for(reading: Reading) -> None:
    reading("ar")
    assert say("Nee") == "لا"
    assert say("Nee", "title") == "لا"
