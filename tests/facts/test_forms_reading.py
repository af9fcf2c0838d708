"""What people type into a question, and the answer that is read from it."""

from __future__ import annotations

from datetime import date

import pytest

from app.condition import Missing
from app.facts.field import Problem, Typed, WrongAnswerError
from app.facts.forms import typed_of
from app.facts.model import Amount, Fact, Person
from app.facts.values import Answer
from app.period import Month, Period
from tests.facts.asking import (
    AMOUNT,
    CHOICE,
    CHOICES,
    DATE,
    DAY,
    EVERY_KIND,
    MONTH,
    NUMBER,
    PEOPLE,
    POSTCODE4,
    YES_NO,
    answer,
    typed,
)

READ: list[tuple[Fact, Typed, Answer]] = [
    (YES_NO, typed(YES_NO, all="ja"), True),
    (YES_NO, typed(YES_NO, all=" nee "), False),
    (CHOICE, typed(CHOICE, all="blauw"), "blauw"),
    (CHOICES, typed(CHOICES, all=("huur", "taal")), frozenset({"huur", "taal"})),
    (CHOICES, typed(CHOICES, all="huur"), frozenset({"huur"})),
    (CHOICES, typed(CHOICES, all=("geen",)), frozenset()),
    (NUMBER, typed(NUMBER, all="26"), 26),
    (NUMBER, typed(NUMBER, all="٣١"), 31),
    (NUMBER, typed(NUMBER, all="\u200f۲۶\u200e"), 26),
    (NUMBER, typed(NUMBER, all="0"), 0),
    (DATE, typed(DATE, dag="30", maand="11", jaar="2026"), date(2026, 11, 30)),
    (DATE, typed(DATE, dag="٣٠", maand="١١", jaar="٢٠٢٦"), date(2026, 11, 30)),
    (DATE, typed(DATE, dag=" 1 ", maand="1", jaar="2023"), date(2023, 1, 1)),
    (DATE, typed(DATE, dag="01", maand="09", jaar="2026"), date(2026, 9, 1)),
    (DATE, typed(DATE, dag="29", maand="2", jaar="2024"), date(2024, 2, 29)),
    (MONTH, typed(MONTH, maand="2", jaar="1980"), Month(1980, 2)),
    (MONTH, typed(MONTH, maand="٠٢", jaar="١٩٨٠"), Month(1980, 2)),
    (POSTCODE4, typed(POSTCODE4, all="8011"), "8011"),
    (POSTCODE4, typed(POSTCODE4, all="8011 PK"), "8011"),
    (POSTCODE4, typed(POSTCODE4, all="8011pk"), "8011"),
    (POSTCODE4, typed(POSTCODE4, all="٨٠١١"), "8011"),
    (
        PEOPLE,
        typed(PEOPLE, **{"0_geboren_maand": "3", "0_geboren_jaar": "2019", "0_opvang": "ja", "0_dagen": "٢"}),
        (Person({"geboren": Month(2019, 3), "opvang": True, "dagen": 2}),),
    ),
    (
        PEOPLE,
        typed(PEOPLE, **{"0_opvang": "nee", "2_geboren_maand": "3", "2_geboren_jaar": "2019"}),
        (Person({"opvang": False}), Person({"geboren": Month(2019, 3)})),
    ),
]


@pytest.mark.row("W3")
@pytest.mark.parametrize(("fact", "fields", "expected"), READ)
def test_what_is_typed_is_read(fact: Fact, fields: Typed, expected: Answer) -> None:
    assert answer(fact, fields) == expected


AMOUNTS = {
    "1250": 125_000,
    "1.250,50": 125_050,
    "1250.5": 125_050,
    "1,250.50": 125_050,
    "1.250": 125_000,
    "1 250": 125_000,
    "€ 1.250,-": 125_000,
    "٣٤٥٫٥٠": 34_550,
    "١٬٢٥٠٫٥٠": 125_050,
    "۱۲۵۰": 125_000,
    "\u202b1250\u202c": 125_000,
    "0": 0,
}


@pytest.mark.row("W3")
@pytest.mark.parametrize(("text", "cents"), AMOUNTS.items(), ids=ascii)
@pytest.mark.parametrize("period", [Period.MONTH, Period.FOUR_WEEKS])
def test_an_amount_is_read_in_both_notations_and_all_digits(text: str, cents: int, period: Period) -> None:
    assert answer(AMOUNT, typed(AMOUNT, all=text, periode=period.value)) == Amount(cents, period)


def test_an_amount_without_a_period_is_per_month() -> None:
    assert answer(AMOUNT, typed(AMOUNT, all="1250")) == Amount(125_000, Period.MONTH)


WRONG: list[tuple[Fact, Typed, Problem]] = [
    *((fact, {}, Problem.NOTHING) for fact in EVERY_KIND),
    *((fact, typed(fact, all=""), Problem.NOTHING) for fact in EVERY_KIND),
    (YES_NO, typed(YES_NO, all="misschien"), Problem.UNREADABLE),
    (CHOICE, typed(CHOICE, all="groen"), Problem.UNREADABLE),
    (CHOICES, typed(CHOICES, all=("huur", "groen")), Problem.UNREADABLE),
    (CHOICES, typed(CHOICES, all=("huur", "geen")), Problem.BOTH),
    (AMOUNT, typed(AMOUNT, all="duizend"), Problem.UNREADABLE),
    (AMOUNT, typed(AMOUNT, all="1,2,3"), Problem.UNREADABLE),
    (AMOUNT, typed(AMOUNT, all="-5"), Problem.UNREADABLE),
    (AMOUNT, typed(AMOUNT, all="1250", periode="week"), Problem.UNREADABLE),
    (AMOUNT, typed(AMOUNT, all="1250", periode="eeuw"), Problem.UNREADABLE),
    (AMOUNT, typed(AMOUNT, all="50000,01"), Problem.TOO_HIGH),
    (NUMBER, typed(NUMBER, all="25,5"), Problem.UNREADABLE),
    (NUMBER, typed(NUMBER, all="37"), Problem.TOO_HIGH),
    (DATE, typed(DATE, dag="31", maand="2", jaar="2026"), Problem.UNREADABLE),
    (DATE, typed(DATE, dag="29", maand="2", jaar="2026"), Problem.UNREADABLE),
    (DATE, typed(DATE, dag="30", maand="", jaar="2026"), Problem.UNREADABLE),
    (DATE, typed(DATE, dag="30", maand="13", jaar="2026"), Problem.UNREADABLE),
    (DATE, typed(DATE, dag="30", maand="11", jaar="0"), Problem.UNREADABLE),
    (DATE, typed(DATE, dag="30", maand="11", jaar="99999999999999"), Problem.UNREADABLE),
    (DATE, typed(DATE, dag="30", maand="11", jaar="9999"), Problem.TOO_HIGH),
    (DATE, typed(DATE, dag="31", maand="12", jaar="2022"), Problem.TOO_LOW),
    (DATE, typed(DATE, dag="1", maand="1", jaar="2029"), Problem.TOO_HIGH),
    (MONTH, typed(MONTH, maand="13", jaar="1980"), Problem.UNREADABLE),
    (MONTH, typed(MONTH, maand="", jaar="1980"), Problem.UNREADABLE),
    (MONTH, typed(MONTH, maand="12", jaar="1925"), Problem.TOO_LOW),
    (MONTH, typed(MONTH, maand="1", jaar="2027"), Problem.TOO_HIGH),
    (MONTH, typed(MONTH, maand="1", jaar="99999"), Problem.UNREADABLE),
    (POSTCODE4, typed(POSTCODE4, all="0123"), Problem.UNREADABLE),
    (POSTCODE4, typed(POSTCODE4, all="80"), Problem.UNREADABLE),
    (POSTCODE4, typed(POSTCODE4, all="8011 Zwolle"), Problem.UNREADABLE),
    (PEOPLE, typed(PEOPLE, **{"0_opvang": "soms"}), Problem.UNREADABLE),
    (PEOPLE, typed(PEOPLE, **{"0_geboren_maand": "3"}), Problem.UNREADABLE),
    (PEOPLE, typed(PEOPLE, **{f"{place}_opvang": "ja" for place in range(4)}), Problem.TOO_MANY),
]


@pytest.mark.parametrize(("fact", "fields", "problem"), WRONG)
def test_what_cannot_be_an_answer_is_refused_with_its_reason(
    fact: Fact, fields: Typed, problem: Problem
) -> None:
    with pytest.raises(WrongAnswerError) as refused:
        answer(fact, fields)
    assert refused.value.problem is problem


BOUNDS: list[tuple[Fact, Typed, int | date]] = [
    (AMOUNT, typed(AMOUNT, all="50000,01"), 50_000),
    (NUMBER, typed(NUMBER, all="37"), 36),
    (DATE, typed(DATE, dag="31", maand="12", jaar="2022"), date(2023, 1, 1)),
    (DATE, typed(DATE, dag="1", maand="1", jaar="2029"), date(2028, 12, 31)),
    (MONTH, typed(MONTH, maand="12", jaar="1925"), date(1926, 1, 1)),
    (PEOPLE, typed(PEOPLE, **{f"{place}_opvang": "ja" for place in range(4)}), 3),
]


@pytest.mark.parametrize(("fact", "fields", "bound"), BOUNDS)
def test_a_limit_that_is_passed_is_named(fact: Fact, fields: Typed, bound: int | date) -> None:
    with pytest.raises(WrongAnswerError) as refused:
        answer(fact, fields)
    assert refused.value.bound == bound


@pytest.mark.row("W4")
@pytest.mark.parametrize("fact", EVERY_KIND, ids=lambda fact: fact.kind.value)
def test_i_dont_know_is_an_answer_to_every_kind_of_question(fact: Fact) -> None:
    one_of = fact in (YES_NO, CHOICE)
    fields = typed(fact, all="weetniet") if one_of else typed(fact, weetniet="1")
    assert answer(fact, fields) is Missing.DONT_KNOW


AND_AN_ANSWER: list[tuple[Fact, Typed]] = [
    (CHOICES, typed(CHOICES, all=("huur",))),
    (AMOUNT, typed(AMOUNT, all="1250", periode="month")),
    (NUMBER, typed(NUMBER, all="26")),
    (DATE, typed(DATE, dag="30", maand="11", jaar="2026")),
    (MONTH, typed(MONTH, maand="3", jaar="1980")),
    (POSTCODE4, typed(POSTCODE4, all="8011")),
    (PEOPLE, typed(PEOPLE, **{"0_opvang": "ja"})),
]


@pytest.mark.row("W4")
@pytest.mark.parametrize(("fact", "fields"), AND_AN_ANSWER)
def test_an_answer_and_i_dont_know_together_are_not_guessed_at(fact: Fact, fields: Typed) -> None:
    with pytest.raises(WrongAnswerError) as refused:
        answer(fact, {**fields, f"{fact.id}-weetniet": "1"})
    assert refused.value.problem is Problem.BOTH


def test_empty_fields_beside_i_dont_know_are_no_second_answer() -> None:
    fields = typed(AMOUNT, all="  ", periode="four_weeks", weetniet="1")
    assert answer(AMOUNT, fields) is Missing.DONT_KNOW


def test_a_form_gives_only_the_fields_of_its_own_question() -> None:
    form = {
        "dag-dag": ["1"],
        "dag-jaar": ["2026", "2027"],
        "dagen": ["9"],
        "csrf_token": ["x"],
        "_gezien-dag": ["-"],
    }
    assert typed_of(DATE, form) == {"dag-dag": "1", "dag-jaar": "2026"}


def test_a_prefix_keeps_two_answers_to_one_question_apart() -> None:
    form = {"a-reden": ["rood"], "b-reden": ["blauw"]}
    assert typed_of(CHOICE, form, "b-") == {"b-reden": "blauw"}


def test_dates_are_limited_from_the_day_on_which_is_asked() -> None:
    fields = typed(DATE, dag="1", maand="1", jaar="2029")
    assert answer(DATE, fields, date(2027, 1, 1)) == date(2029, 1, 1)
    with pytest.raises(WrongAnswerError):
        answer(DATE, fields, DAY)
