"""Every page that answering brings, in every language: questions, their faults, check and outcome."""

from __future__ import annotations

from xml.etree.ElementTree import Element

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.page_faults import finer_faults_of
from tests.pages import page_of
from tests.reading import Page

DONT_KNOW = "weetniet"


def _sound(response: TestResponse, status: int) -> Page:
    page = page_of(response, status)
    assert finer_faults_of(page) == []
    return page


def _answer(form: Element, *, choose: bool) -> dict[str, str]:
    """The first option where one can be chosen and that is asked for, else “I don't know”."""
    fields = list(form.iter("input"))
    options = [field for field in fields if field.get("type") == "radio"]
    unknown = [field for field in fields if DONT_KNOW in (field.get("name", "") + field.get("value", ""))]
    chosen = options[0] if choose and options else unknown[0]
    return {chosen.get("name", ""): chosen.get("value", "")}


@pytest.mark.parametrize("choose", [True, False], ids=["first-option", "dont-know"])
@pytest.mark.parametrize("language", ["nl", "en", "ar"])
def test_every_page_of_a_visit_is_sound(client: FlaskClient, language: str, choose: bool) -> None:
    address = client.post(f"/{language}/route/baan_kwijt").headers["Location"]
    asked = []
    while "/vraag/" in address:
        asked.append(address)
        assert len(asked) < 15, asked
        page = _sound(client.get(address), 200)
        form = page.one("form", id="vraag")
        data = page.form_data(form)
        _sound(client.post(address, data=data), 422)
        address = client.post(address, data=data | _answer(form, choose=choose)).headers["Location"]
    assert address.endswith("/controleer")
    _sound(client.get(address), 200)
    _sound(client.get(address.replace("controleer", "uitkomst")), 200)
