"""What every page can post: stop, and “Klopt hier iets niet?”."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from app.web import feedback
from tests.pages import page_of


class TestStop:
    """“Stop en wis mijn antwoorden”."""

    def test_it_wipes_both_cookies_and_ends_on_a_neutral_page(self, client: FlaskClient) -> None:
        client.get("/ar/")
        response = client.post("/ar/stop")
        assert (response.status_code, response.location) == (303, "/ar/gestopt")
        assert response.headers["Clear-Site-Data"] == '"cache", "cookies", "storage"'
        wiped = [line for line in response.headers.getlist("Set-Cookie") if "Max-Age=0" in line]
        assert {line.partition("=")[0] for line in wiped} == {"antwoorden", "sessie"}

    def test_a_link_cannot_wipe(self, client: FlaskClient) -> None:
        assert client.get("/nl/stop").status_code == 405

    def test_the_last_page_says_what_is_gone(self, client: FlaskClient) -> None:
        assert page_of(client.get("/nl/gestopt")).h1 == "Uw antwoorden zijn gewist"


class TestFeedback:
    """Counted per page and language; nothing about who or what was filled in."""

    @pytest.fixture
    def log(self, app: Flask) -> Iterator[Path]:
        path: Path = app.extensions["house"].settings.instance / feedback.FILE
        path.unlink(missing_ok=True)
        yield path
        path.unlink(missing_ok=True)

    def test_a_report_is_one_line_with_day_page_language_and_kind(
        self, client: FlaskClient, log: Path
    ) -> None:
        response = client.post(
            "/ar/klopt-niet", data={"bladzijde": "home.contact", "wat": "mis", "tekst": "mijn geheim"}
        )
        assert (response.status_code, response.location) == (303, "/ar/bedankt")
        assert log.read_text("utf-8") == "2026-11-21 home.contact ar mis\n"

    def test_only_pages_that_exist_are_counted(self, client: FlaskClient, log: Path) -> None:
        assert client.post("/nl/klopt-niet", data={"bladzijde": "mijn geheim"}).status_code == 400
        assert not log.exists()

    def test_an_answer_that_we_did_not_offer_counts_as_something(
        self, client: FlaskClient, log: Path
    ) -> None:
        client.post("/nl/klopt-niet", data={"bladzijde": "home.index", "wat": "mijn geheim"})
        assert log.read_text("utf-8") == "2026-11-21 home.index nl iets\n"

    def test_the_command_sums_them(self, app: Flask, client: FlaskClient, log: Path) -> None:
        for _ in range(3):
            client.post("/nl/klopt-niet", data={"bladzijde": "home.index", "wat": "stuk"})
        client.post("/en/klopt-niet", data={"bladzijde": "home.over", "wat": "stuk"})
        result = app.test_cli_runner().invoke(args=["feedback"])
        assert result.output.split() == ["3", "home.index", "nl", "stuk"]

    def test_a_broken_line_in_the_log_is_left_out(self) -> None:
        assert feedback.summed(["", "2026-11-21 home.index", "2026-11-21 home.index nl mis"]) == [
            ("home.index", "nl", "mis", 1)
        ]


class TestOnlyOurOwnPages:
    """A form counts only when our own page sent it."""

    @pytest.fixture
    def guarded(self, app: Flask, monkeypatch: pytest.MonkeyPatch) -> FlaskClient:
        monkeypatch.setitem(app.config, "WTF_CSRF_ENABLED", True)
        return app.test_client()

    def test_a_post_without_the_token_is_refused(self, guarded: FlaskClient) -> None:
        assert guarded.post("/nl/stop").status_code == 400

    def test_a_post_with_the_token_of_the_page_is_taken(self, guarded: FlaskClient) -> None:
        token = page_of(guarded.get("/nl/")).all("input", name="csrf_token")[0].get("value")
        assert guarded.post("/nl/stop", data={"csrf_token": token}).status_code == 303

    @pytest.mark.parametrize(
        "header", [{"Origin": "https://elders.example"}, {"Sec-Fetch-Site": "cross-site"}], ids=str
    )
    def test_a_post_that_another_site_started_is_refused(
        self, client: FlaskClient, header: dict[str, str]
    ) -> None:
        assert client.post("/nl/stop", headers=header).status_code == 400

    def test_our_own_origin_is_fine(self, client: FlaskClient) -> None:
        assert client.post("/nl/stop", headers={"Origin": "http://localhost"}).status_code == 303
