"""Numbers of law with the word for what they count."""

from __future__ import annotations

import re
from datetime import date

import pytest

from app.parameters import InForce, Parameter, Source, Unit
from app.web.catalogues import SourceLookup, Status, Translated
from app.web.languages import DUTCH, LANGUAGES
from app.web.quantity import quantity

ARABIC = next(one for one in LANGUAGES if one.code == "ar")


class ArabicWeeks(SourceLookup):
    """Knows one word, in three of the six forms that Arabic has for it."""

    def find_plural(self, one: str, many: str, number: int) -> Translated:
        if one != "%(number)s week":
            return Translated(many, Status.MISSING)
        form = "أسبوع واحد" if number == 1 else "أسبوعان" if number == 2 else "%(number)s أسابيع"
        return Translated(form, Status.MACHINE)


def _number(unit: Unit, value: int | date) -> InForce:
    return InForce(Parameter(label="", unit=unit, source=Source(), values=()), value, date(2026, 1, 1), False)


@pytest.mark.parametrize(
    ("unit", "value", "told"),
    [
        (Unit.WEEKS, 26, "26 weken"),
        (Unit.WEEKS, 1, "1 week"),
        (Unit.DAYS, 7, "7 dagen"),
        (Unit.MONTHS, 1, "1 maand"),
        (Unit.MONTHS, 24, "24 maanden"),
        (Unit.YEARS, 67, "67 jaar"),
        (Unit.HOURS, 1250, "1.250 uur"),
        (Unit.EUROCENT, 800000, "€\u00a08.000"),
        (Unit.RATIO, 75000, "75"),
        (Unit.COUNT, 5, "5"),
        (Unit.DATE, date(1965, 1, 1), "1 januari 1965"),
    ],
)
def test_a_number_of_law_stands_with_its_word_in_dutch(unit: Unit, value: int | date, told: str) -> None:
    html = quantity(_number(unit, value), DUTCH, SourceLookup())
    assert re.sub(r"<[^>]+>", "", html) == told
    assert "<bdi" in html


@pytest.mark.parametrize(("value", "told"), [(1, "أسبوع واحد"), (2, "أسبوعان"), (8, "8 أسابيع")])
def test_arabic_has_its_own_form_for_one_two_and_more(value: int, told: str) -> None:
    assert quantity(_number(Unit.WEEKS, value), ARABIC, ArabicWeeks()) == f"<bdi>{told}</bdi>"


def test_a_word_without_a_translation_is_marked_as_dutch() -> None:
    html = quantity(_number(Unit.DAYS, 7), ARABIC, ArabicWeeks())
    assert html == '<bdi lang="nl" dir="ltr">7 dagen</bdi>'
