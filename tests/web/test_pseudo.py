"""A walk through every page in the made-up language: what stands outside its brackets was forgotten."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

import msgspec
import pytest
from flask.testing import FlaskClient

from app.config import Settings
from app.factory import create_app
from tests.conftest import DAY
from tests.reading import Page

SPOKEN = ("aria-label", "title", "alt", "placeholder")
BRACKETED = re.compile(r"⟦[^⟦⟧]*⟧")
LETTERS = re.compile(r"[^\W\d_]{2,}")
MOST_PAGES = 400


@pytest.fixture(scope="module")
def reader(settings: Settings) -> FlaskClient:
    app = create_app(msgspec.structs.replace(settings, pseudo_language=True))
    app.config.update(TESTING=True, TODAY=DAY, WTF_CSRF_ENABLED=False)
    return app.test_client()


def words_of(element: Element) -> Iterator[str]:
    """Give the words below an element, without those that are Dutch, isolated values or no words at all."""
    if (
        element.tag in {"script", "style", "bdi", "time"}
        or element.get("lang") not in {None, "qps"}
        or element.get("translate") == "no"
    ):
        return
    yield element.text or ""
    for child in element:
        yield from words_of(child)
        yield child.tail or ""


def forgotten_in(html: str) -> list[str]:
    page = Page(html)
    body = page.one("body")
    text = "".join(words_of(body))
    for _ in range(5):  # a text may stand in the gap of another one
        text = BRACKETED.sub(" ", text)
    spoken = [
        one.get(name, "")
        for one in body.iter()
        for name in SPOKEN
        if one.get(name) and "⟦" not in one.get(name, "") and LETTERS.search(one.get(name, ""))
    ]
    return [*LETTERS.findall(text), *spoken]


def test_the_test_itself_sees_what_was_forgotten() -> None:
    html = '<!doctype html><html lang="qps"><head><title>x</title></head><body>{}</body></html>'
    assert forgotten_in(html.format("<p>Vergeten</p>")) == ["Vergeten"]
    assert forgotten_in(html.format('<a aria-label="Vergeten">⟦goed⟧</a>')) == ["Vergeten"]
    assert forgotten_in(html.format("<p>⟦goed <b>⟦ook⟧</b> <bdi>UWV</bdi>⟧</p>")) == []


def test_every_page_that_can_be_reached_is_translated_whole(reader: FlaskClient) -> None:
    seen, open_paths, faults = {"/qps/"}, ["/qps/"], {}
    while open_paths and len(seen) < MOST_PAGES:
        path = open_paths.pop()
        response = reader.get(path)
        if response.mimetype != "text/html":
            continue
        assert response.status_code == 200, path
        if found := forgotten_in(response.text):
            faults[path] = found[:5]
        links = {link.get("href", "").partition("#")[0] for link in Page(response.text).all("a")}
        new = {link for link in links if link.startswith("/qps/")} - seen
        seen |= new
        open_paths += sorted(new)
    assert len(seen) > 20
    assert faults == {}


def test_a_walk_with_only_i_do_not_know_is_translated_whole(reader: FlaskClient) -> None:
    response = reader.post("/qps/route/baan_kwijt")
    faults, steps = {}, 0
    while response.status_code == 303 and steps < 20:
        path, steps = response.location, steps + 1
        html = reader.get(path).text
        if found := forgotten_in(html):
            faults[path] = found[:5]
        fact = path.rpartition("/vraag/")[2]
        if "/vraag/" not in path:
            break
        field = fact if Page(html).all("input", type="radio", name=fact) else f"{fact}-weetniet"
        response = reader.post(path, data={field: "weetniet"})
    outcome = reader.get("/qps/route/baan_kwijt/uitkomst")
    if found := forgotten_in(outcome.text):
        faults["outcome"] = found[:5]
    assert steps > 4
    assert faults == {}
