"""Every field × what no visitor types: an answer that is right, or a clear refusal, never a crash."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from app.facts.field import Typed, WrongAnswerError
from app.facts.forms import LONGEST_DRAFT, typed_of
from app.facts.model import Amount, Fact, Kind, Person
from app.facts.retyped import retyped
from app.facts.values import Answer, packed, unpacked
from app.period import Month
from tests.facts.asking import CHOICES, DATE, DAY, EVERY_KIND, MONTH, NUMBER, PEOPLE, answer

NASTY = {
    "null byte": "\x00",
    "null byte in digits": "12\x0034",
    "right to left mark only": "\u200f",
    "right to left override": "\u202e1250",
    "a million letters": "a" * 1_000_000,
    "a million digits": "9" * 1_000_000,
    "a million zeros": "0" * 1_000_000,
    "beyond every float": "1e309",
    "exponent": "1e3",
    "infinity": "Infinity",
    "not a number": "nan",
    "emoji": "👩‍👧",
    "keycap digit": "1️⃣",
    "lone surrogate": "\ud800",
    "superscript": "²",
    "circled": "①",
    "roman": "Ⅷ",
    "fraction": "½",
    "arabic": "٣١",
    "mixed digits": "1٢۳",
    "fullwidth": "12",
    "negative": "-1",
    "minus sign": "\u22121",
    "hexadecimal": "0x10",
    "underscore": "1_000",
    "script": "<script>alert(1)</script>",
    "template": "{{ 7 * 7 }}",
    "sql": "'; DROP TABLE answers; --",
    "path": "../../etc/passwd",
    "header": "a\r\nSet-Cookie: x=y",
    "the word for nothing": "geen",
    "the word for not knowing": "weetniet",
}


def parts_of(fact: Fact) -> tuple[str, ...]:
    """Every field name that a question of this kind has, without the id of the fact."""
    return {
        Kind.AMOUNT: ("", "-periode"),
        Kind.DATE: ("-dag", "-maand", "-jaar"),
        Kind.MONTH: ("-maand", "-jaar"),
        Kind.PEOPLE: ("-0-geboren-maand", "-0-geboren-jaar", "-0-opvang", "-0-dagen"),
    }.get(fact.kind, ("",))


def is_sensible(fact: Fact, found: Answer) -> bool:
    """Whether an answer lies within what its question allows."""
    most, sensible = fact.limits.max or 0, True
    match found:
        case str():
            sensible = found.isascii() and (fact.option(found) is not None or found.isdigit())
        case Amount(cents, _):
            sensible = 0 <= cents <= most * 100
        case int() if not isinstance(found, bool):
            sensible = 0 <= found <= most
        case date() | Month():
            sensible = DAY.year - fact.limits.earliest_years_back <= found.year <= DAY.year + 2
        case frozenset():
            sensible = all(fact.option(each) for each in found)
        case tuple():
            sensible = all(isinstance(each, Person) for each in found) and len(found) <= most
    return sensible


def read_or_refused(fact: Fact, form: dict[str, list[str]]) -> Answer | None:
    """Read as a request would; nothing when it is refused. Whatever is read must survive being kept."""
    try:
        found = answer(fact, typed_of(fact, form))
    except WrongAnswerError:
        return None
    assert is_sensible(fact, found), found
    assert unpacked(fact, packed(found)) == found
    return found


@pytest.mark.parametrize("nasty", NASTY.values(), ids=NASTY.keys())
@pytest.mark.parametrize("fact", EVERY_KIND, ids=lambda fact: fact.kind.value)
def test_a_nasty_value_is_read_rightly_or_refused(fact: Fact, nasty: str) -> None:
    good = {f"{fact.id}{part}": ["1"] for part in parts_of(fact)}
    for part in parts_of(fact):
        read_or_refused(fact, {**good, f"{fact.id}{part}": [nasty]})
    read_or_refused(fact, {f"{fact.id}{part}": [nasty, nasty] for part in parts_of(fact)})
    read_or_refused(fact, {**good, f"{fact.id}-weetniet": [nasty]})


ANYTHING = some.text(some.characters(exclude_categories=()), max_size=20) | some.sampled_from(
    list(NASTY.values())
)


@settings(max_examples=300, deadline=None)
@given(fact=some.sampled_from(EVERY_KIND), texts=some.lists(ANYTHING, min_size=4, max_size=4))
def test_whatever_is_typed_is_read_or_refused(fact: Fact, texts: list[str]) -> None:
    read_or_refused(
        fact, {f"{fact.id}{part}": [text] for part, text in zip(parts_of(fact), texts, strict=False)}
    )


@pytest.mark.parametrize(
    ("fact", "nasty"), [(NUMBER, "²"), (NUMBER, "\u200f"), (NUMBER, "-1"), (NUMBER, "1e1"), (NUMBER, "1_0")]
)
def test_what_only_looks_like_a_number_is_refused(fact: Fact, nasty: str) -> None:
    assert read_or_refused(fact, {fact.id: [nasty]}) is None


def test_arabic_digits_are_digits() -> None:
    assert read_or_refused(NUMBER, {"weken": ["٣١"]}) == 31


def test_what_is_typed_is_cut_before_it_is_looked_at() -> None:
    for fact in EVERY_KIND:
        form = {f"{fact.id}{part}": ["x" * 1_000_000] for part in parts_of(fact)}
        lengths = {len(value) for each in typed_of(fact, form).values() for value in _several(each)}
        assert lengths == {LONGEST_DRAFT}


def _several(value: str | tuple[str, ...]) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else value


def test_a_million_fields_do_not_become_a_million_drafts() -> None:
    form = {f"dag-{number}": ["x"] for number in range(10_000)}
    assert len(typed_of(DATE, form)) <= 200
    ticked = {"zorgen": ["huur"] * 10_000}
    assert sum(len(_several(each)) for each in typed_of(CHOICES, ticked).values()) <= 200


def test_a_very_long_list_of_people_is_refused_quickly() -> None:
    form = {f"kinderen-{place}-opvang": ["ja"] for place in range(2_000)}
    assert read_or_refused(PEOPLE, form) is None


def test_a_refused_answer_stays_in_its_fields() -> None:
    """Round trip of a draft: what was typed wrongly is shown again as it was typed."""
    typed: Typed = typed_of(MONTH, {"geboren-maand": ["13"], "geboren-jaar": ["<b>80</b>"]})
    assert typed == {"geboren-maand": "13", "geboren-jaar": "<b>80</b>"}
    assert retyped(MONTH, None) == {}
