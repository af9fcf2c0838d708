"""The pages of the first room."""

from __future__ import annotations

import logging
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec
import pytest
from flask import Flask
from flask.testing import FlaskClient

from app.config import Settings
from app.factory import create_app
from app.home.report import last_report
from tests.pages import page_of

PATHS = [
    "",
    "zoeken",
    "talen",
    "contact",
    "toegankelijkheid",
    "wat-bewaren-wij",
    "over",
    "bedankt",
    "gestopt",
]


@pytest.mark.parametrize("language", ["nl", "en", "ar"])
@pytest.mark.parametrize("path", PATHS)
def test_every_page_is_sound_in_every_language(client: FlaskClient, language: str, path: str) -> None:
    page_of(client.get(f"/{language}/{path}"))


class TestFirstPage:
    """What is happening in your life."""

    def ways(self, client: FlaskClient, kind: str) -> list[str]:
        page = page_of(client.get("/nl/"))
        offered = page.all("li", class_=kind)
        links = [link.get("href", "") for one in offered for link in one.iter("a")]
        return [link.removeprefix("/nl/route/") for link in links if "/route/" in link]

    def test_it_offers_every_route_in_order_the_first_three_as_cards(
        self, client: FlaskClient, app: Flask
    ) -> None:
        cards, rows = self.ways(client, "event_card"), self.ways(client, "support_row")
        assert cards + rows == list(app.extensions["way"].routes)
        assert len(cards) == min(3, len(app.extensions["way"].routes))

    def test_what_work_leaves_and_the_pages_of_the_city_stand_beside_the_routes(
        self, client: FlaskClient
    ) -> None:
        tools = page_of(client.get("/nl/")).all("li", class_="tool_card")
        found = [link.get("href") for tool in tools for link in tool.iter("a")]
        assert found == ["/nl/geld", "/nl/wie-doet-wat", "/nl/waar-is-werk"]

    def test_a_route_that_is_switched_off_is_not_offered(
        self, client: FlaskClient, settings: Settings
    ) -> None:
        path = settings.instance / "switches.yaml"
        path.write_text("switched_off: [baan_kwijt]\n", "utf-8")
        try:
            assert "baan_kwijt" not in self.ways(client, "event_card") + self.ways(client, "support_row")
        finally:
            path.unlink()

    def test_a_notice_stands_on_every_page_in_the_language_or_in_dutch(
        self, client: FlaskClient, settings: Settings
    ) -> None:
        path = settings.instance / "switches.yaml"
        path.write_text('notice: {nl: "Er is een storing.", en: "There is a fault."}\n', "utf-8")
        try:
            assert "There is a fault." in client.get("/en/over").text
            assert "Er is een storing." in client.get("/ar/over").text
        finally:
            path.unlink()


@pytest.mark.row("W17")
class TestSearch:
    """Words go in by post and come back on the page; they stand nowhere else."""

    def search(self, client: FlaskClient, words: str, language: str = "nl") -> list[str]:
        page = page_of(client.post(f"/{language}/zoeken", data={"woorden": words}))
        return [
            link.get("href", "") for link in page.one("main").iter("a") if "/hulp/" in link.get("href", "")
        ]

    @pytest.mark.parametrize(
        ("words", "item"),
        [("ontslaguitkering", "ww_uitkering"), ("huur", "huurtoeslag"), ("WW", "ww_uitkering")],
    )
    def test_everyday_words_find_help(self, client: FlaskClient, words: str, item: str) -> None:
        assert f"/nl/hulp/{item}" in self.search(client, words)

    @pytest.mark.parametrize(
        ("words", "path"),
        [("wie doet wat", "wie-doet-wat"), ("techniek", "waar-is-werk"), ("plekken", "plekken")],
    )
    def test_the_pages_about_the_city_are_found_as_well(
        self, client: FlaskClient, words: str, path: str
    ) -> None:
        page = page_of(client.post("/nl/zoeken", data={"woorden": words}))
        assert f"/nl/{path}" in [link.get("href") for link in page.one("main").iter("a")]

    def test_dutch_words_find_help_on_an_arabic_page(self, client: FlaskClient) -> None:
        assert "/ar/hulp/ww_uitkering" in self.search(client, "ontslag", "ar")

    def test_nothing_found_says_what_else_to_do(self, client: FlaskClient) -> None:
        page = page_of(client.post("/nl/zoeken", data={"woorden": "qqqq"}))
        assert "Niets gevonden" in page.text()

    def test_the_words_stand_in_the_box_and_in_no_address_title_or_log(
        self, client: FlaskClient, caplog: pytest.LogCaptureFixture
    ) -> None:
        with caplog.at_level(logging.DEBUG):
            response = client.post("/nl/zoeken", data={"woorden": "huur kanarie"})
        page = page_of(response)
        assert page.one("input", name="woorden").get("value") == "huur kanarie"
        assert "kanarie" not in page.title
        assert not [
            value
            for one in page.all()
            for name, value in one.items()
            if name != "value" and "kanarie" in value
        ]
        assert "kanarie" not in caplog.text
        assert response.headers["Cache-Control"] == "no-store"

    def test_words_in_an_address_are_not_looked_at(self, client: FlaskClient) -> None:
        assert "kanarie" not in client.get("/nl/zoeken?woorden=kanarie").text

    def test_another_language_takes_the_words_along(self, client: FlaskClient) -> None:
        response = client.post("/nl/zoeken", data={"woorden": "huur", "_taal": "ar"})
        assert (response.status_code, response.location) == (307, "/ar/zoeken")
        # 307: the browser posts the same fields again.
        again = page_of(client.post(response.location, data={"woorden": "huur", "_taal": "ar"}))
        assert again.one("html").get("lang") == "ar"
        assert again.one("input", name="woorden").get("value") == "huur"

    def test_a_language_that_we_do_not_serve_is_ignored(self, client: FlaskClient) -> None:
        assert client.post("/nl/zoeken", data={"woorden": "huur", "_taal": "xx"}).status_code == 200


class TestContact:
    """Whom to call and where to go."""

    def test_the_help_points_of_the_municipality_stand_first(self, client: FlaskClient, app: Flask) -> None:
        page = page_of(client.get("/nl/contact"))
        names = [page.text(name) for name in page.all("h3")]
        first = app.extensions["house"].municipality.help_points[0]
        assert names[0] == app.extensions["catalogue"].organisations[first].name
        assert len(names) == len(app.extensions["catalogue"].organisations)

    def test_no_number_is_shown_as_sure_when_nobody_confirmed_it(
        self, app: Flask, client: FlaskClient
    ) -> None:
        numbers = [phone for one in app.extensions["catalogue"].organisations.values() for phone in one.phone]
        page = page_of(client.get("/nl/contact"))
        unsure = page.text().count("nog niet gecontroleerd")
        assert unsure == sum(not phone.confirmed and not phone.note for phone in numbers)


class TestAccessibility:
    """What the last test run found, and nothing nicer than that."""

    def test_without_a_test_it_says_so(self, client: FlaskClient, tmp_path: Path, app: Flask) -> None:
        assert last_report([tmp_path]) is None

    def test_faults_are_named_with_their_date(self, client: FlaskClient, settings: Settings) -> None:
        path = settings.instance / "accessibility.json"
        fault = {"page": "/nl/hulp", "words": "De kop mist.", "found_on": "2026-11-20"}
        path.write_bytes(
            msgspec.json.encode(
                {"tested_on": "2026-11-21", "pages": 24, "languages": ["nl"], "faults": [fault]}
            )
        )
        try:
            text = page_of(client.get("/nl/toegankelijkheid")).text()
        finally:
            path.unlink()
        assert "21 november 2026" in text
        assert "24 pagina’s" in text
        assert "De kop mist. Pagina: /nl/hulp. Gevonden op 20 november 2026." in text

    def test_a_broken_report_counts_as_none(self, tmp_path: Path) -> None:
        (tmp_path / "accessibility.json").write_text("{", "utf-8")
        assert last_report([tmp_path]) is None


class TestSecurityTxt:
    """Where flaws are reported."""

    def test_it_names_a_page_and_is_good_for_less_than_a_year(self, client: FlaskClient) -> None:
        response = client.get("/.well-known/security.txt")
        fields = dict(line.split(": ", 1) for line in response.text.splitlines())
        assert response.mimetype == "text/plain"
        assert fields["Contact"] == "http://localhost:8000/nl/contact"
        expires = datetime.fromisoformat(fields["Expires"])
        assert datetime.now(UTC) < expires < datetime.now(UTC) + timedelta(days=365)


def test_the_page_with_all_components_is_only_for_developers(client: FlaskClient) -> None:
    assert client.get("/nl/onderdelen").status_code == 404


def test_languages_that_are_not_ready_are_named_but_lead_nowhere(client: FlaskClient) -> None:
    page = page_of(client.get("/nl/talen"))
    assert "ትግርኛ" in page.text()
    assert not [link for link in page.all("a") if "/ti/" in link.get("href", "")]


def test_every_page_of_the_pseudo_language_is_translated_whole(settings: Settings) -> None:
    client = create_app(msgspec.structs.replace(settings, pseudo_language=True)).test_client()
    for path in PATHS:
        html = client.get(f"/qps/{path}").text
        assert 'dir="rtl"' in html
        assert "⟦" in html
