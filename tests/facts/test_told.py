"""A kept answer told back in the reader's language, and what to do about one that could not be used."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from flask import Flask

from app.condition import Missing
from app.facts.field import Problem, Typed, WrongAnswerError
from app.facts.model import Amount, Fact, Person
from app.facts.told import told, what_to_do
from app.facts.values import Answer
from app.period import Month, Period
from tests.facts.asking import (
    AMOUNT,
    CHOICE,
    CHOICES,
    DATE,
    MONTH,
    NUMBER,
    PEOPLE,
    POSTCODE4,
    YES_NO,
    answer,
    typed,
)
from tests.people import zwolle


@pytest.fixture(params=["nl", "en", "ar"])
def language(app: Flask, request: pytest.FixtureRequest) -> Iterator[str]:
    """A page in each language."""
    with app.test_request_context(f"/{request.param}/"):
        app.preprocess_request()
        yield str(request.param)


@pytest.fixture
def dutch(app: Flask) -> Iterator[None]:
    """A page in Dutch."""
    with app.test_request_context("/nl/"):
        app.preprocess_request()
        yield


TOLD: list[tuple[Fact, Answer, list[str]]] = [
    (YES_NO, True, ["Ja"]),
    (YES_NO, False, ["Nee"]),
    (YES_NO, Missing.DONT_KNOW, ["weet dit nog niet"]),
    (CHOICE, "blauw", ["Blauw"]),
    (CHOICES, frozenset({"huur", "taal"}), ["Huur", "Taal"]),
    (CHOICES, frozenset(), ["Geen van deze"]),
    (AMOUNT, Amount(125_050, Period.MONTH), ["1.250,50", "per maand"]),
    (AMOUNT, Amount(125_000, Period.FOUR_WEEKS), ["1.250", "per vier weken"]),
    (NUMBER, 26, ["26", "weken"]),
    (DATE, date(2026, 11, 30), ["30 november 2026"]),
    (MONTH, Month(1980, 2), ["februari 1980"]),
    (POSTCODE4, "8011", ["8011"]),
    (
        PEOPLE,
        (Person({"geboren": Month(2019, 5), "opvang": True, "dagen": 2}), Person({"opvang": False})),
        ["Kind", "mei 2019", "Ja", "Nee", "2"],
    ),
]


@pytest.mark.usefixtures("dutch")
@pytest.mark.parametrize(("fact", "given", "words"), TOLD)
def test_an_answer_is_told_in_words(fact: Fact, given: Answer, words: list[str]) -> None:
    text = told(fact, given).striptags()
    assert all(word in text for word in words), text


@pytest.mark.parametrize(("fact", "given", "words"), TOLD)
def test_it_is_told_in_every_language_with_western_digits(
    language: str, fact: Fact, given: Answer, words: list[str]
) -> None:
    text = told(fact, given).striptags()
    assert text.strip()
    assert not any("\u0660" <= sign <= "\u0669" or "\u06f0" <= sign <= "\u06f9" for sign in text)
    numbers = [word for word in words if word.isdigit()]
    assert all(number in text for number in numbers), (language, text)


@pytest.mark.usefixtures("dutch")
def test_what_was_typed_cannot_become_part_of_the_page() -> None:
    assert "<b>" not in told(CHOICE, "<b>rood</b>")


WRONG: list[tuple[Fact, Typed, list[str]]] = [
    (NUMBER, typed(NUMBER, all="37"), ["36", "of minder"]),
    (AMOUNT, typed(AMOUNT, all="50001"), ["50.000", "of minder"]),
    (DATE, typed(DATE, dag="1", maand="1", jaar="2010"), ["1 januari 2023", "vanaf"]),
    (DATE, typed(DATE, dag="1", maand="1", jaar="2040"), ["31 december 2028", "tot en met"]),
    (PEOPLE, typed(PEOPLE, **{f"{place}_opvang": "ja" for place in range(4)}), ["3"]),
    (CHOICES, typed(CHOICES, all=("huur", "geen")), ["Niet allebei"]),
]


@pytest.mark.row("L13")
@pytest.mark.usefixtures("dutch")
@pytest.mark.parametrize(("fact", "fields", "words"), WRONG)
def test_the_visitor_is_told_what_to_do_with_the_limit_in_it(
    fact: Fact, fields: Typed, words: list[str]
) -> None:
    with pytest.raises(WrongAnswerError) as refused:
        answer(fact, fields)
    text = what_to_do(fact, refused.value).striptags()
    assert all(word in text for word in words), text


@pytest.mark.parametrize("problem", Problem)
def test_every_problem_has_words_in_every_language(language: str, problem: Problem) -> None:
    bound = 3 if problem in {Problem.TOO_LOW, Problem.TOO_HIGH, Problem.TOO_MANY} else None
    fact = zwolle().facts["weken_gewerkt_van_36"]
    text = what_to_do(fact, WrongAnswerError(problem, bound)).striptags()
    assert text, language
    assert "%(" not in text
