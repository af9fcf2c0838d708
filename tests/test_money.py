"""Amounts as people type them, and as the portal writes them."""

import contextlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.money import MOST_DIGITS, Cents, NotAnAmount, euros, parse_cents, parse_whole, western_digits

ARABIC = str.maketrans("0123456789,.", "٠١٢٣٤٥٦٧٨٩٫٬")
PERSIAN = str.maketrans("0123456789,.", "۰۱۲۳۴۵۶۷۸۹٫٬")

amounts = st.integers(0, 10**MOST_DIGITS - 1).map(Cents)


@pytest.mark.parametrize(
    ("text", "cents"),
    [
        ("0", 0),
        ("1250", 125000),
        ("1.250", 125000),
        ("1,250", 125000),
        ("1 250", 125000),
        ("1250,5", 125050),
        ("1250.5", 125050),
        ("1250.50", 125050),
        ("1.250,50", 125050),
        ("1,250.50", 125050),
        ("1 250,50", 125050),
        ("1.250.000", 125000000),
        ("0,50", 50),
        ("1.5", 150),
        ("€ 1.250", 125000),
        ("€1250,-", 125000),
        ("1250,--", 125000),
        ("1250,=", 125000),
        ("1250 euro", 125000),
        ("EUR 1.250", 125000),
        ("€\u00a01.250", 125000),
        ("€\u202f1\u202f250", 125000),
        ("\u200f1.250\u200e", 125000),
        ("\u2067١٬٢٥٠٫٥٠\u2069", 125050),
        ("١٢٥٠", 125000),
        ("۱۲۵۰٫۵", 125050),
        ("١،٥", 150),
        ("１２５０", 125000),
        ("  1250  ", 125000),
    ],
)
def test_an_amount_is_read_as_it_was_meant(text: str, cents: int) -> None:
    assert parse_cents(text) == cents


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "€",
        "veel",
        "1250 per maand",
        "-5",
        "\u22125",
        "+5",
        "1,2,3",
        "1.25.0",
        "1.2345",
        "1.250,500",
        "1.250.50",
        "1,250,50",
        "12.50.000",
        "1250.000",
        "0.250",
        "007",
        ".50",
        ",50",
        "5.",
        "5,",
        "1  250",
        "1 2",
        "١٫٢٥٠",
        "1e3",
        "1e309",
        "NaN",
        "inf",
        "0x10",
        "½",
        "²",
        "5\x00",
        "5\ud800",
        "1\n250",
        "9" * 12,
        "9" * 1_000_000,
        "1" + " " * 1_000_000 + "1",
    ],
)
def test_what_could_mean_two_things_is_not_read(text: str) -> None:
    with pytest.raises(NotAnAmount):
        parse_cents(text)


@pytest.mark.parametrize(("text", "number"), [("26", 26), ("1.250", 1250), ("٢٦", 26), ("0", 0)])
def test_a_whole_number_is_read(text: str, number: int) -> None:
    assert parse_whole(text) == number


@pytest.mark.parametrize("text", ["26,5", "26,0", "zes", "-1"])
def test_a_fraction_is_no_whole_number(text: str) -> None:
    with pytest.raises(NotAnAmount):
        parse_whole(text)


@pytest.mark.parametrize(
    ("cents", "text"),
    [
        (125000, "€\u00a01.250"),
        (125050, "€\u00a01.250,50"),
        (125005, "€\u00a01.250,05"),
        (0, "€\u00a00"),
        (1, "€\u00a00,01"),
        (123456789, "€\u00a01.234.567,89"),
        (-5000, "\u2212€\u00a050"),
        (-1, "\u2212€\u00a00,01"),
    ],
)
def test_an_amount_is_written_the_dutch_way(cents: int, text: str) -> None:
    assert euros(Cents(cents)) == text


@settings(deadline=None)
@given(amounts)
def test_what_is_written_reads_back_the_same(cents: Cents) -> None:
    written = euros(cents)
    assert parse_cents(written) == cents
    assert parse_cents(written.translate(ARABIC)) == cents
    assert parse_cents(written.translate(PERSIAN)) == cents


@settings(deadline=None)
@given(amounts)
def test_other_ways_of_writing_an_amount_read_the_same(cents: Cents) -> None:
    whole, rest = divmod(cents, 100)
    assert parse_cents(f"{whole}.{rest:02d}") == cents
    assert parse_cents(f"{whole:,}.{rest:02d}") == cents
    assert parse_cents(f"{whole:,},{rest:02d}".replace(",", " ", f"{whole:,}".count(","))) == cents


@settings(deadline=None)
@given(st.text())
def test_any_text_is_an_amount_or_refused(text: str) -> None:
    with contextlib.suppress(NotAnAmount):
        assert parse_cents(text) >= 0


@settings(deadline=None)
@given(st.text())
def test_western_digits_leaves_no_other_digits(text: str) -> None:
    assert all(character.isascii() for character in western_digits(text) if character.isdecimal())
