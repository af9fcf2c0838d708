"""Money: whole euro cents, read from what people type and written the Dutch way."""

import re
import unicodedata
from typing import NewType

Cents = NewType("Cents", int)

CENTS_IN_A_EURO = 100
MOST_DIGITS = 11
LONGEST = 60

# What a keyboard or a copied text adds without being seen: direction marks, joiners, a byte order mark.
_UNSEEN = dict.fromkeys(
    [0x061C, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFEFF]
)
_SPACES = dict.fromkeys([0x00A0, 0x2007, 0x2009, 0x202F], " ")
_ARABIC_SIGNS = {0x066B: ",", 0x066C: ".", 0x060C: ","}
_ARABIC_DECIMAL_SIGN = "\u066b"

_CURRENCY = re.compile(r"^(?:€|eur|euro)\s*|\s*(?:€|eur|euro)$", re.IGNORECASE)
_NO_CENTS = re.compile(r"(?<=[0-9]),(?:-|--|=)$")
_PLAIN = re.compile(r"(0|[1-9][0-9]*)(?:[.,]([0-9]{1,2}))?")
_GROUPED = re.compile(r"([1-9][0-9]{0,2}(?:([. ,])[0-9]{3})(?:\2[0-9]{3})*)(?:(?!\2)[.,]([0-9]{1,2}))?")


class NotAnAmount(ValueError):  # noqa: N818 — the name is what is wrong with the text, and forms read better so
    """The text is not a number that can be read in exactly one way."""


def western_digits(text: str) -> str:
    """Return the text with Western digits and signs, without marks that cannot be seen."""
    text = text.translate(_UNSEEN).translate(_SPACES).translate(_ARABIC_SIGNS)
    return "".join(_western(character) for character in text)


def _western(character: str) -> str:
    digit = unicodedata.decimal(character, None)
    return character if digit is None else str(digit)


def parse_cents(text: str) -> Cents:
    """Return the amount that somebody typed; three digits after the only separator are thousands.

    Both `1.250,50` and `1250.5` are read, in any digits; whatever could mean two things is refused.
    """
    euros_typed, cents_typed = _read(text)
    return Cents(int(euros_typed) * CENTS_IN_A_EURO + int(cents_typed.ljust(2, "0")))


def parse_whole(text: str) -> int:
    """Return the whole number that somebody typed; a fraction is refused, not rounded."""
    whole, fraction = _read(text)
    if fraction:
        raise NotAnAmount(text)
    return int(whole)


def _read(text: str) -> tuple[str, str]:
    """Split the text into its whole digits and its one or two decimals."""
    if len(text) > LONGEST:
        raise NotAnAmount(text[:LONGEST])
    cleaned = _CURRENCY.sub("", western_digits(text).strip()).strip()
    cleaned = _NO_CENTS.sub("", cleaned)
    if plain := _PLAIN.fullmatch(cleaned):
        whole, decimals = plain.group(1), plain.group(2) or ""
    elif (grouped := _GROUPED.fullmatch(cleaned)) and not _decimal_sign_groups(text, grouped):
        whole, decimals = re.sub(r"[., ]", "", grouped.group(1)), grouped.group(3) or ""
    else:
        raise NotAnAmount(text)
    if len(whole) > MOST_DIGITS:
        raise NotAnAmount(text)
    return whole, decimals


def _decimal_sign_groups(text: str, grouped: re.Match[str]) -> bool:
    """Tell whether an Arabic decimal sign would be read as a thousands separator."""
    return _ARABIC_DECIMAL_SIGN in text and grouped.group(2) == ","


def euros(cents: Cents) -> str:
    """Write an amount the Dutch way: `€ 1.250` when it is whole, `€ 1.250,50` when it is not."""
    whole, rest = divmod(abs(cents), CENTS_IN_A_EURO)
    amount = f"€\u00a0{whole:,}".replace(",", ".")
    if rest:
        amount += f",{rest:02d}"
    return f"\u2212{amount}" if cents < 0 else amount
