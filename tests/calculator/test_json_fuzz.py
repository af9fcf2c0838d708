"""Nasty values in every field of a situation: always a result, or an error that names a field, and soon."""

import json
import re
import time
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Any

import pytest
from flask import Flask
from hypothesis import given
from hypothesis import strategies as st

from app.calculator.command import answers, calculate
from app.calculator.content import load_schemes
from app.calculator.flow.law_on import Law, law_on
from app.config import ROOT
from tests.calculator.cases import parameters_on

TODAY = date(2026, 11, 21)
LONGEST_SECONDS = 1.0
"""Processor time of one situation; usual is a hundredth of it."""

JOB = {
    "uren_per_week": 24.5,
    "uurloon_cents": 1_499,
    "is_all_in": False,
    "pensioenpremie_cents_per_month": 1_000,
    "reiskosten_cents_per_month": 2_500,
    "has_loonkostensubsidie": False,
}
ADULT = {
    "born": "1985-05-01",
    "job": JOB,
    "ww": {"loon_cents_per_month": 250_000, "month": 4, "last_day": "2027-05-01", "has_toeslag": False},
    "has_vrijlating": True,
    "months_used": {"n": 3, "34a": 1},
    "is_medisch_urenbeperkt": False,
    "can_work_more": True,
    "is_in_traject": False,
    "also_has": [],
}
FULL: dict[str, Any] = {
    "person": ADULT,
    "partner": ADULT | {"born": "1986-06-02"},
    "children": [
        {
            "born": "2021-03-04",
            "opvang": [{"soort": "dagopvang", "uren_per_month": 90, "uurprijs_cents": 1_100}],
        }
    ],
    "home": {
        "dwelling": "huur",
        "kale_huur_cents_per_month": 70_000,
        "kostendelers": 1,
        "medebewoners": 2,
        "medebewoners_cents_per_year": 900_000,
    },
    "savings_cents": 1_000,
    "has_bijstand": True,
    "has_opvang_now": True,
    "is_insured": True,
    "months_of_low_income": 12,
    "offers": [
        JOB,
        {"loon_cents_per_four_weeks": 150_000},
        {"netto_loon_cents_per_month": 150_000, "uren_per_week": 20},
    ],
    "start": "2026-12-01",
    "day": "2026-11-21",
    "with_schemes": True,
}
"""Every field, filled in."""

NASTY: list[Any] = [
    *(None, True, False, 0, -1, 1, 0.1, -0.0, 1e-300, 1e300, 2**31, 2**63, 2**64, -(2**63), 10**40),
    *(99_999_999, 100_000_000, "", " ", "0", "-1", "1e3", "NaN", "Infinity", "1990-13-45", "0001-01-01"),
    *("9999-12-31", "2026-02-29", "2026-11-21T00:00:00", "\u0000", "\u202e1990", "٢٠٢٦-١١-٢١", "💶" * 500),
    *("' OR 1=1 --", "<script>", "../../etc/passwd", "{{ 7*7 }}", "%s%n", "a" * 5_000),
    *(
        [],
        [None],
        [[]],
        [{}],
        [1, "1"],
        {},
        {"": 1},
        {"born": "1990-01-01"},
        {"__class__": "x"},
        {"n": 10**30},
    ),
]

Place = tuple[str | int, ...]


@cache
def law_of(day: date) -> Law:
    return law_on(parameters_on(day), load_schemes(ROOT / "content" / "municipalities" / "zwolle"))


def places(value: Any, before: Place = ()) -> Iterator[Place]:
    """Yield the place of everything in a document."""
    if before:
        yield before
    if isinstance(value, dict):
        for name, each in value.items():
            yield from places(each, (*before, name))
    elif isinstance(value, list):
        for number, each in enumerate(value):
            yield from places(each, (*before, number))


def changed(value: Any, place: Place, to: Any) -> Any:
    """Return the document with another value in one place."""
    if not place:
        return to
    first, *rest = place
    copy: Any = dict(value) if isinstance(value, dict) else list(value)
    copy[first] = changed(value[first], tuple(rest), to)
    return copy


def outcome(data: bytes) -> str | None:
    """Return the field that is named, or nothing for a result; anything else fails."""
    begun = time.process_time()
    [(answer, is_fine)] = answers(data, TODAY, law_of)
    assert time.process_time() - begun < LONGEST_SECONDS
    assert b"\n" not in answer
    found = json.loads(answer)
    assert is_fine == ("error" not in found)
    if is_fine:
        assert found["now"]["total_cents_per_month"] == sum(
            row["cents_per_month"] for row in found["now"]["rows"]
        )
        return None
    assert re.fullmatch(r"\$|[^\n]+", found["error"]["field"])
    assert found["error"]["message"]
    return str(found["error"]["field"])


def test_the_full_document_is_a_situation() -> None:
    assert outcome(json.dumps(FULL).encode()) is None


@pytest.mark.parametrize("place", list(places(FULL)), ids=str)
def test_a_nasty_value_is_worked_out_or_refused(place: Place) -> None:
    for nasty in NASTY:
        outcome(json.dumps(changed(FULL, place, nasty)).encode())


WRONG_EVERYWHERE: list[Any] = [[[]], {"__class__": "x"}, 10**40, "\u0000"]


@pytest.mark.parametrize("place", list(places(FULL)), ids=str)
def test_what_is_wrong_in_every_field_names_that_field(place: Place) -> None:
    path = re.sub(r"\.\[", "[", ".".join(f"[{each}]" if isinstance(each, int) else each for each in place))
    path = re.sub(r"months_used\..*", "months_used[...]", path)
    for nasty in WRONG_EVERYWHERE:
        field = outcome(json.dumps(changed(FULL, place, nasty)).encode())
        assert field is not None
        # A value of the wrong kind is wrong by itself, or by what is in it.
        assert field.startswith(path), (nasty, field)


@pytest.mark.parametrize(
    "data",
    [
        b'{"person":{"born":"1990-01-01"},"savings_cents":NaN}',
        b'{"person":{"born":"1990-01-01"},"savings_cents":-Infinity}',
        b'{"person":{"born":"1990-01-01"},"savings_cents":1e999}',
        b'{"person":{"born":"1990-01-01"},"savings_cents":' + b"9" * 50_000 + b"}",
        b'{"person":{"born":"\xff\xfe"}}',
        b'{"person":{"born":"1990-01-01"},"\xff":1}',
        b'{"person":{"born":"\\ud800"}}',
        b"\xef\xbb\xbf{}",
        b"{" * 30_000,
        b"[" * 30_000,
        b'{"person":' * 5_000,
        b'{"offers":' + b"[" * 30_000 + b"]" * 30_000 + b"}",
        b'{"x":' + b"[" * 30_000 + b"]" * 30_000 + b',"person":{"born":"1990-01-01"}}',
        b'{"person":{"born":"1990-01-01"},' + b'"a":1,' * 5_000 + b'"b":1}',
        b"\x00" * 1_000,
        b'{"person":{"born":"1990-01-01"}}' + b"\x00",
    ],
    ids=range(16),
)
def test_broken_json_names_a_field(data: bytes) -> None:
    assert outcome(data)


@pytest.mark.parametrize(
    "data",
    [
        b'{"person":{"born":"' + b"x" * 10_000_000 + b'"}}',
        b"[" * 10_000_000,
        b'{"person":{"born":"1990-01-01"}}' + b" " * 10_000_000,
        b" " * 10_000_000,
    ],
    ids=["string", "depth", "spaces after", "only spaces"],
)
def test_ten_megabytes_are_refused_soon(app: Flask, data: bytes) -> None:
    begun = time.process_time()
    result = app.test_cli_runner().invoke(calculate, [], input=data)
    assert time.process_time() - begun < 3 * LONGEST_SECONDS
    assert (result.exit_code, result.stderr) == (2, "")
    assert json.loads(result.stdout)["error"]["field"] == "$"


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inside: st.lists(inside, max_size=3) | st.dictionaries(st.text(), inside, max_size=3),
    max_leaves=8,
)


@given(place=st.sampled_from(list(places(FULL))), value=JSON)
def test_any_json_in_any_field_is_worked_out_or_refused(place: Place, value: Any) -> None:
    outcome(json.dumps(changed(FULL, place, value)).encode())


@given(data=st.binary(max_size=200).filter(lambda data: b"\n" not in data and b"\r" not in data))
def test_any_bytes_are_refused(data: bytes) -> None:
    assert outcome(data)
