"""The private link: made only when asked for, kept after the #, and harmless whatever stands in it."""

from __future__ import annotations

import base64
import zlib
from typing import Any
from urllib.parse import urlsplit

import pytest
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import given, settings
from hypothesis import strategies as st

from app.calculator.link import LONGEST
from tests.calculator.pages.random_visits import households, works
from tests.calculator.pages.walking_money import (
    ALONE,
    COUPLE,
    HOURS_24,
    ON_WW,
    PARENT,
    RESULT,
    household,
    result_of,
)
from tests.pages import page_of
from tests.wayfinder.visiting import kept, location, visit_of

LINK = "/nl/geld/link"
WORK = {"werk_uren": 2475, "werk_loon": [1737, "hour"], "werk_pensioen": 25}


def made(client: FlaskClient) -> str:
    """The link as it stands on the page."""
    page = page_of(client.post(LINK))
    return page.text(page.one("p", class_="private_link"))


@pytest.mark.row("C18")
def test_a_link_is_made_only_when_asked_for(app: Flask) -> None:
    client = household(app, ALONE, WORK)
    assert not page_of(client.get(LINK)).all("p", class_="private_link")
    for address in ("uitkomst", "uitleg", "link", "werk/1"):
        page = page_of(client.get(f"/nl/geld/{address}"))
        assert not [each for each in page.all("a") if len(urlsplit(each.get("href", "")).fragment) > 30]


@pytest.mark.row("C18")
@pytest.mark.parametrize("answers", [ALONE, ON_WW, PARENT, COUPLE])
def test_what_stands_after_the_hash_brings_back_the_same_result_elsewhere(
    app: Flask, answers: dict[str, Any]
) -> None:
    client = household(app, answers, WORK, HOURS_24)
    address = urlsplit(made(client))
    assert address.path == LINK
    assert not address.query
    fresh = app.test_client()
    assert location(fresh.post(LINK, data={"sleutel": address.fragment})).endswith("/geld/uitkomst")
    there, here = result_of(fresh), result_of(client)
    assert there.page.text(there.page.one("main")) == here.page.text(here.page.one("main"))
    assert visit_of(fresh).offers == visit_of(client).offers


@pytest.mark.row("C18")
@settings(max_examples=25)
@given(answers=households(), told=st.lists(works(), min_size=1, max_size=3))
def test_any_result_comes_back_from_its_link(
    app: Flask, answers: dict[str, Any], told: list[dict[str, Any]]
) -> None:
    client = household(app, answers, *told)
    fresh = app.test_client()
    assert fresh.post(LINK, data={"sleutel": urlsplit(made(client)).fragment}).status_code == 303
    assert kept(fresh) == kept(client)
    assert visit_of(fresh).offers == visit_of(client).offers


def test_what_only_a_route_asked_and_counts_here_comes_along(app: Flask) -> None:
    client = household(app, {**ALONE, "heeft_zorgverzekering": False, "woont_in_gemeente": False}, WORK)
    fresh = app.test_client()
    fresh.post(LINK, data={"sleutel": urlsplit(made(client)).fragment})
    assert result_of(fresh).rows == result_of(client).rows


def test_a_link_takes_the_place_of_what_was_filled_in(app: Flask) -> None:
    fragment = urlsplit(made(household(app, ALONE, WORK))).fragment
    other = household(app, {**COUPLE, "heeft_zorgverzekering": False, "zorgen": ["somber"]}, HOURS_24)
    other.post(LINK, data={"sleutel": fragment})
    assert result_of(other).rows == result_of(household(app, ALONE, WORK)).rows
    assert kept(other)["zorgen"] == ["somber"]


def test_the_link_holds_nothing_of_other_ways(app: Flask) -> None:
    client = household(app, {**ALONE, "zorgen": ["somber"], "nettoloon": 900}, WORK)
    fragment = urlsplit(made(client)).fragment
    raw = zlib.decompress(base64.urlsafe_b64decode(fragment + "=" * (-len(fragment) % 4)))
    assert b"somber" not in raw
    assert b"nettoloon" not in raw


def test_a_large_household_still_fits_in_a_link(app: Flask) -> None:
    children = [{"geboortemaand": f"20{10 + each}-{each + 1:02d}", "opvang": True} for each in range(8)]
    client = household(app, {**PARENT, "kinderen": children}, WORK, HOURS_24, WORK)
    fragment = urlsplit(made(client)).fragment
    assert len(fragment) <= LONGEST
    assert app.test_client().post(LINK, data={"sleutel": fragment}).status_code == 303


@pytest.mark.row("C18")
def test_on_a_shared_computer_no_link_is_offered_or_made(app: Flask) -> None:
    client = household(app, ALONE, WORK, shared=True)
    assert LINK not in client.get(RESULT).text
    page = page_of(client.get(LINK))
    assert not page.all("form", id="vraag")
    assert "gedeelde computer" in page.text()
    assert client.post(LINK).status_code == 404
