"""A kept answer, shown in its fields again: sending it unchanged changes nothing."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from app.condition import Missing
from app.facts.forms import read, typed_of
from app.facts.model import Amount, Fact, Kind, Person
from app.facts.retyped import retyped
from app.facts.values import Answer, packed, unpacked
from app.facts.visit import mark_of
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
)

MONTHS = some.builds(Month, some.integers(1926, 2026), some.integers(1, 12))
OF_KIND: dict[Kind, some.SearchStrategy[Answer]] = {
    Kind.YES_NO: some.booleans(),
    Kind.CHOICE: some.sampled_from(["rood", "blauw"]),
    Kind.CHOICES: some.frozensets(some.sampled_from(["huur", "schuld", "taal"])),
    Kind.AMOUNT: some.builds(
        Amount, some.integers(0, 5_000_000), some.sampled_from([Period.MONTH, Period.FOUR_WEEKS])
    ),
    Kind.NUMBER: some.integers(0, 36),
    Kind.DATE: some.dates(date(2023, 1, 1), date(2028, 12, 31)),
    Kind.MONTH: MONTHS,
    Kind.POSTCODE4: some.integers(1000, 9999).map(str),
    Kind.PEOPLE: some.lists(
        some.fixed_dictionaries(
            {}, optional={"geboren": MONTHS, "opvang": some.booleans(), "dagen": some.integers(0, 7)}
        )
        .filter(bool)
        .map(Person),
        min_size=1,
        max_size=3,
    ).map(tuple),
}
ANSWERED: some.SearchStrategy[tuple[Fact, Answer]] = some.sampled_from(EVERY_KIND).flatmap(
    lambda fact: some.tuples(some.just(fact), OF_KIND[fact.kind] | some.just(Missing.DONT_KNOW))
)


@settings(max_examples=500, deadline=None)
@given(ANSWERED)
def test_what_is_shown_again_is_read_as_the_same_answer(answered: tuple[Fact, Answer]) -> None:
    fact, answer = answered
    assert read(fact, retyped(fact, answer), DAY) == answer


@settings(max_examples=200, deadline=None)
@given(ANSWERED)
def test_the_fields_that_are_shown_again_are_fields_of_that_question(answered: tuple[Fact, Answer]) -> None:
    fact, answer = answered
    shown = retyped(fact, answer)
    sent = {key: [value] if isinstance(value, str) else list(value) for key, value in shown.items()}
    assert typed_of(fact, sent) == shown


@settings(max_examples=500, deadline=None)
@given(ANSWERED)
def test_a_packed_answer_comes_out_the_same(answered: tuple[Fact, Answer]) -> None:
    fact, answer = answered
    assert unpacked(fact, packed(answer)) == answer


@settings(max_examples=200, deadline=None)
@given(ANSWERED, ANSWERED)
def test_two_answers_have_the_same_mark_only_when_they_are_the_same(
    one: tuple[Fact, Answer], other: tuple[Fact, Answer]
) -> None:
    (fact, first), (_, second) = one, other
    marks = [mark_of({fact.id: packed(answer)}, fact.id) for answer in (first, second)]
    assert (marks[0] == marks[1]) == (repr(packed(first)) == repr(packed(second)))


def test_an_unanswered_question_has_empty_fields_and_its_own_mark() -> None:
    assert retyped(DATE, None) == {}
    assert mark_of({}, "dag") != mark_of({"dag": None}, "dag")


SHOWN: list[tuple[Fact, Answer, dict[str, str | tuple[str, ...]]]] = [
    (YES_NO, True, {"woont_hier": "ja"}),
    (YES_NO, Missing.DONT_KNOW, {"woont_hier": "weetniet"}),
    (CHOICE, "rood", {"reden": "rood"}),
    (CHOICES, frozenset(), {"zorgen": ("geen",)}),
    (CHOICES, Missing.DONT_KNOW, {"zorgen-weetniet": "1"}),
    (AMOUNT, Amount(125_050, Period.MONTH), {"loon": "1.250,50", "loon-periode": "month"}),
    (NUMBER, 0, {"weken": "0"}),
    (DATE, date(2026, 11, 30), {"dag-dag": "30", "dag-maand": "11", "dag-jaar": "2026"}),
    (MONTH, Month(1980, 2), {"geboren-maand": "2", "geboren-jaar": "1980"}),
    (POSTCODE4, "8011", {"postcode": "8011"}),
    (PEOPLE, (Person({"opvang": False}),), {"kinderen-0-opvang": "nee"}),
]


@pytest.mark.parametrize(("fact", "answer", "fields"), SHOWN)
def test_fields_are_filled_as_a_visitor_would_type(
    fact: Fact, answer: Answer, fields: dict[str, str | tuple[str, ...]]
) -> None:
    assert retyped(fact, answer) == fields
