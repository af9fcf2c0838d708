"""Error pages: in the visitor's language, with somebody to ask, and nothing of what was sent."""

from __future__ import annotations

import logging

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.pages import page_of

CANARY = "kanarie7391"


@pytest.mark.parametrize(("path", "language"), [("/nl/weg", "nl"), ("/ar/weg", "ar"), ("/en/weg", "en")])
def test_a_page_that_is_not_there_says_so_in_the_language_of_its_address(
    client: FlaskClient, path: str, language: str
) -> None:
    response = client.get(path)
    assert response.status_code == 404
    assert f'lang="{language}"' in response.text


@pytest.mark.parametrize("path", ["/xx/", "/xx/hulp", "/tr/", "/weg", "/nl", "/../nl/", "/%00/", "/nl/%ff"])
def test_an_unknown_language_gets_a_dutch_page(client: FlaskClient, path: str) -> None:
    response = client.get(path)
    assert response.status_code in {404, 308}
    if response.status_code == 404:
        assert 'lang="nl"' in response.text


def test_an_error_names_who_helps_and_where(client: FlaskClient, app: Flask) -> None:
    text = client.get("/nl/weg").text
    assert app.extensions["house"].help_point.name in text
    assert 'href="/nl/contact"' in text


def test_nothing_of_the_address_or_the_form_comes_back(client: FlaskClient) -> None:
    assert CANARY not in client.get(f"/nl/{CANARY}").text
    assert CANARY not in client.post(f"/nl/{CANARY}", data={CANARY: CANARY}).text


def test_a_wrong_host_is_refused_with_a_page(client: FlaskClient) -> None:
    response = client.get("/nl/", headers={"Host": "elders.example"})
    assert response.status_code == 400
    assert "elders.example" not in response.text
    assert "<h1>" in response.text


def test_a_method_that_does_not_exist_says_which_do(client: FlaskClient) -> None:
    response = client.get("/nl/stop")
    assert response.status_code == 405
    assert "POST" in response.headers["Allow"]


@pytest.mark.parametrize(
    "data",
    [
        {"woorden": "a" * 100_000},
        {"woorden": "a" * 5_000},
        {f"veld{number}": "1" for number in range(200)},
    ],
    ids=["a large body", "a long field", "many fields"],
)
def test_more_than_any_form_of_ours_is_refused(client: FlaskClient, data: dict[str, str]) -> None:
    assert client.post("/nl/zoeken", data=data).status_code == 413


class TestAFault:
    """Something breaks in our own code."""

    @pytest.fixture
    def broken(self, app: Flask, monkeypatch: pytest.MonkeyPatch) -> FlaskClient:
        def fails() -> None:
            raise ValueError(f"could not read {CANARY}")

        monkeypatch.setitem(app.view_functions, "home.about", fails)
        monkeypatch.setitem(app.config, "TESTING", False)
        return app.test_client()

    def test_the_page_says_that_it_is_our_fault(self, broken: FlaskClient) -> None:
        response = broken.get("/nl/over")
        assert response.status_code == 500
        assert "Dit ligt niet aan u" in response.text
        assert CANARY not in response.text

    def test_the_log_names_the_place_and_not_the_words(
        self, broken: FlaskClient, caplog: pytest.LogCaptureFixture
    ) -> None:
        with caplog.at_level(logging.DEBUG):
            broken.get(f"/nl/over?x={CANARY}")
        assert "ValueError in home.about" in caplog.text
        assert CANARY not in caplog.text


def test_error_pages_are_valid(client: FlaskClient) -> None:
    page_of(client.get("/ar/weg"), 404)
