"""Cards to print: the QR code holds the plain address of a way and nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
import segno
from flask import Flask
from flask.testing import FlaskClient

from app.config import Settings
from app.wayfinder.card import QUIET, Qr, qr_of
from tests.pages import page_of
from tests.reading import Page

LANGUAGES = ("nl", "en", "ar")
ROUTE = "baan_kwijt"
STROKE = re.compile(r"M(\d+) (\d+)h(\d+)v1h-\3z")


def dark(qr: Qr) -> set[tuple[int, int]]:
    """The dark modules of a drawing, as (column, row)."""
    strokes = [tuple(map(int, stroke)) for stroke in STROKE.findall(qr.path)]
    assert "".join(f"M{x} {y}h{width}v1h-{width}z" for x, y, width in strokes) == qr.path
    return {(x + step, y) for x, y, width in strokes for step in range(width)}


def expected(address: str) -> set[tuple[int, int]]:
    """The dark modules of the code of an address, with the empty edge that a reader needs."""
    matrix = segno.make(address, error="m", micro=False).matrix
    return {(x + QUIET, y + QUIET) for y, row in enumerate(matrix) for x, module in enumerate(row) if module}


def drawn(page: Page) -> Qr:
    """The code as it stands on the page."""
    code = page.all(class_="card__qr")[0]
    (path,) = code
    return Qr(int(code.get("viewBox", "").split()[2]), path.get("d", ""))


@pytest.mark.parametrize(
    "address", ["https://a.example/nl/route/x", "http://localhost:8000/ar/route/" + "y" * 60]
)
def test_the_drawing_is_the_code_with_an_empty_edge(address: str) -> None:
    qr = qr_of(address)
    assert dark(qr) == expected(address)
    edge = {*range(QUIET), *range(qr.size - QUIET, qr.size)}
    assert not [module for module in dark(qr) if edge & {*module}]


@pytest.mark.row("S3")
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_code_holds_only_the_address_of_the_way_in_this_language(
    client: FlaskClient, settings: Settings, language: str
) -> None:
    page = page_of(client.get(f"/{language}/kaart/{ROUTE}"))
    assert dark(drawn(page)) == expected(f"{settings.base_url}/{language}/route/{ROUTE}")
    typed = page.all("p", class_="card__address")[0]
    assert page.text(typed) == f"localhost:8000/{language}/route/{ROUTE}"
    assert client.get(f"/{language}/route/{ROUTE}").status_code == 200


def test_what_stands_in_the_address_of_the_page_does_not_get_into_the_code(
    client: FlaskClient, settings: Settings
) -> None:
    page = page_of(client.get(f"/nl/kaart/{ROUTE}?bron=wijkteam&utm_source=x"))
    assert dark(drawn(page)) == expected(f"{settings.base_url}/nl/route/{ROUTE}")


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_card_in_another_language_says_it_in_dutch_as_well(
    client: FlaskClient, app: Flask, language: str
) -> None:
    page = page_of(client.get(f"/{language}/kaart/{ROUTE}"))
    dutch = [page.text(line) for line in page.all("p", class_="card__dutch")[:2]]
    title = app.extensions["way"].routes[ROUTE].title
    assert dutch == [title, "Scan de code en zie welke hulp bij u past."]
    assert all(line.get("lang") == "nl" for line in page.all("p", class_="card__dutch"))


def test_a_dutch_card_says_it_once(client: FlaskClient) -> None:
    page = page_of(client.get(f"/nl/kaart/{ROUTE}"))
    assert not page.all("p", class_="card__dutch")


def test_four_cards_go_on_a_sheet_and_are_read_out_once(client: FlaskClient) -> None:
    cards = page_of(client.get(f"/nl/kaart/{ROUTE}")).all("div", class_="card")
    assert [card.get("aria-hidden") for card in cards] == [None, "true", "true", "true"]


def test_nothing_is_kept_of_who_makes_a_card(client: FlaskClient) -> None:
    response = client.get(f"/nl/kaart/{ROUTE}")
    assert client.get_cookie("antwoorden") is None
    assert response.headers["X-Robots-Tag"] == "noindex"


def test_the_start_of_a_way_and_the_page_of_who_does_what_lead_to_the_card(
    client: FlaskClient, app: Flask
) -> None:
    for path in (f"route/{ROUTE}", "wie-doet-wat"):
        links = {link.get("href") for link in page_of(client.get(f"/nl/{path}")).all("a")}
        assert f"/nl/kaart/{ROUTE}" in links, path
    every = {f"/nl/kaart/{route}" for route in app.extensions["way"].routes}
    assert every <= {link.get("href") for link in page_of(client.get("/nl/wie-doet-wat")).all("a")}


@pytest.fixture
def without_the_route(settings: Settings) -> Iterator[None]:
    switches = settings.instance / "switches.yaml"
    switches.write_text(f"switched_off: [{ROUTE}]\n", "utf-8")
    yield
    switches.unlink()


@pytest.mark.usefixtures("without_the_route")
def test_a_way_that_is_switched_off_has_no_card(client: FlaskClient) -> None:
    assert client.get(f"/nl/kaart/{ROUTE}").status_code == 404
    assert f"/nl/kaart/{ROUTE}" not in client.get("/nl/wie-doet-wat").text


def test_a_way_that_does_not_exist_has_no_card(client: FlaskClient) -> None:
    assert client.get("/nl/kaart/niets").status_code == 404
