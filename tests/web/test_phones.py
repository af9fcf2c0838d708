"""Telephone numbers in a text."""

from __future__ import annotations

import pytest
from markupsafe import Markup, escape

from app.web.phones import phone_href, with_links, with_whole_numbers


@pytest.mark.parametrize("number", ["038-456 9700", "0900-9294", "0800-8020", "088 064 55 55", "06-12345678"])
def test_a_number_stays_whole_between_words_of_any_direction_and_dials(number: str) -> None:
    text = with_whole_numbers(Markup("اتصل بـ {}. ثم").format(number))
    whole = f'<bdi dir="ltr" class="number_text">{number}</bdi>'
    assert whole in text
    assert f'<a href="{phone_href(number)}">{whole}</a>' in with_links(text)


@pytest.mark.parametrize(
    "text",
    ["01-02-2027", "€ 1.250", "26 van 36 weken", "8021 AB", "2026-11-21", "1 000 000", "artikel 19 lid 3"],
)
def test_other_numbers_are_left_alone(text: str) -> None:
    assert with_whole_numbers(escape(text)) == text


def test_a_number_is_dialled_without_spaces_and_dashes() -> None:
    assert phone_href("038-456 97 00") == "tel:0384569700"
    assert phone_href("+31 38 456 97 00") == "tel:+31384569700"
