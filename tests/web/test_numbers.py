"""Numbers, amounts and dates: Dutch notation and Western digits in every language."""

from __future__ import annotations

from datetime import date

import pytest

from app.money import Cents
from app.period import Month
from app.web.languages import BY_CODE, LANGUAGES, Language
from app.web.numbers import day_markup, day_text, isolated, money, month_text, number_text, ratio_text

DAY = date(2026, 11, 30)


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda one: one.code)
def test_a_date_has_western_digits_in_every_language(language: Language) -> None:
    words = day_text(DAY, language)
    assert "30" in words
    assert "2026" in words


def test_a_deadline_has_the_dutch_date_beside_it() -> None:
    said = day_markup(DAY, BY_CODE["ar"], deadline=True)
    assert "نوفمبر" in said
    assert '<bdi lang="nl" dir="ltr" class="day__nl">(30 november 2026)</bdi>' in said


def test_a_deadline_in_dutch_stands_there_once() -> None:
    assert day_markup(DAY, BY_CODE["nl"], deadline=True).count("november") == 1


def test_a_weekday_is_named_where_it_helps() -> None:
    assert day_text(DAY, BY_CODE["nl"], weekday=True) == "maandag 30 november 2026"


def test_an_amount_is_one_whole_that_reads_from_left_to_right() -> None:
    assert money(Cents(-5000)) == '<bdi dir="ltr" class="bedrag">−€\u00a050</bdi>'


@pytest.mark.parametrize(
    ("ratio", "words"), [(75_000, "75"), (1_250, "1,25"), (100_000, "100"), (500, "0,5")]
)
def test_a_ratio_is_said_as_a_percentage(ratio: int, words: str) -> None:
    assert ratio_text(ratio) == words


def test_thousands_are_parted_the_dutch_way() -> None:
    assert number_text(1_234_567) == "1.234.567"


def test_a_value_is_isolated_once() -> None:
    assert isolated(money(Cents(100))).count("<bdi") == 1
    assert isolated("<b>") == "<bdi>&lt;b&gt;</bdi>"


def test_a_month_has_both_its_arabic_names_and_never_one_of_them_twice() -> None:
    assert month_text(Month(2027, 1), BY_CODE["ar"]) == "يناير (كانون الثاني) 2027"
