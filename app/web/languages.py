"""The table of languages: our code, BCP 47, Babel locale, direction, own name and state."""

from __future__ import annotations

from typing import Literal

import msgspec

Direction = Literal["ltr", "rtl"]


class Language(msgspec.Struct, frozen=True):
    """One language a visitor can read in."""

    code: str
    """First part of the address and name of the folder in translations/."""
    bcp47: str
    babel: str
    direction: Direction
    endonym: str
    dutch_name: str
    launched: bool = False
    other_months: str | None = None
    """Babel's locale of the month names that other speakers of this language use: both are shown."""


DUTCH = Language("nl", "nl", "nl", "ltr", "Nederlands", "Nederlands", launched=True)

# Babel does not know `prs`: Dari is fa_AF there. en_NL writes days before months.
LANGUAGES: tuple[Language, ...] = (
    DUTCH,
    Language("en", "en", "en_NL", "ltr", "English", "Engels", launched=True),
    Language("ar", "ar", "ar", "rtl", "العربية", "Arabisch", launched=True, other_months="ar_SY"),
    Language("ti", "ti", "ti", "ltr", "ትግርኛ", "Tigrinya"),
    Language("tr", "tr", "tr", "ltr", "Türkçe", "Turks"),
    Language("uk", "uk", "uk", "ltr", "Українська", "Oekraïens"),
    Language("fa", "fa", "fa", "rtl", "فارسی", "Farsi"),
    Language("prs", "prs", "fa_AF", "rtl", "دری", "Dari"),
    Language("so", "so", "so", "ltr", "Soomaali", "Somalisch"),
    Language("pl", "pl", "pl", "ltr", "Polski", "Pools"),
)

# A made-up language in which every text stands between ⟦ and ⟧; only tests switch it on.
PSEUDO = Language("qps", "qps", "nl", "rtl", "⟦qps⟧", "Proeftaal")

BY_CODE = {language.code: language for language in (*LANGUAGES, PSEUDO)}


def served_languages(codes: tuple[str, ...] = (), *, pseudo: bool = False) -> tuple[Language, ...]:
    """Return the languages of an installation, Dutch first: the codes given, or all that are launched."""
    chosen = [language for language in LANGUAGES if (language.code in codes if codes else language.launched)]
    unknown = set(codes) - set(BY_CODE)
    if unknown:
        raise ValueError(f"Onbekende taal: {', '.join(sorted(unknown))}")
    others = [language for language in chosen if language is not DUTCH]
    return (DUTCH, *others, *([PSEUDO] if pseudo else []))
