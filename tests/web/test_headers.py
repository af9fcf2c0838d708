"""The headers of security: exactly these, on every answer."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from app.config import Settings
from app.factory import create_app

EXACT = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
        "connect-src 'self'; media-src 'self' blob:; manifest-src 'self'; frame-ancestors 'none'; "
        "form-action 'self'; base-uri 'none'; object-src 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), display-capture=()",
}


def answers(client: FlaskClient) -> Iterator[tuple[str, TestResponse]]:
    yield "page", client.get("/nl/")
    yield "redirect", client.get("/")
    yield "fragment", client.get("/nl/zoeken", headers={"HX-Request": "true"})
    yield "not found", client.get("/nl/bestaat-niet")
    yield "unknown language", client.get("/xx/")
    yield "wrong method", client.get("/nl/stop")
    yield "wrong host", client.get("/nl/", headers={"Host": "elders.example"})
    yield "too large", client.post("/nl/zoeken", data={"woorden": "a" * 100_000})
    yield "style sheet", client.get("/opmaak.css")
    yield "file", client.get("/static/icons.svg", buffered=True)
    yield "security.txt", client.get("/.well-known/security.txt")


def test_every_kind_of_answer_carries_every_header(client: FlaskClient) -> None:
    for kind, response in answers(client):
        for name, value in EXACT.items():
            assert response.headers.get(name) == value, (kind, name)


def test_no_page_is_kept_by_a_browser_or_a_proxy(client: FlaskClient) -> None:
    for kind, response in answers(client):
        if kind not in {"style sheet", "file"}:
            assert response.headers["Cache-Control"] == "no-store", kind
            assert {"HX-Request", "Cookie"} <= set(response.vary.as_set(preserve_casing=True)), kind


def test_a_file_with_the_mark_of_its_content_is_kept_for_a_year(client: FlaskClient) -> None:
    assert "immutable" in client.get("/static/icons.svg?v=0", buffered=True).headers["Cache-Control"]
    assert client.get("/static/bestaat-niet.svg?v=0").headers["Cache-Control"] == "no-store"


def test_search_engines_leave_questions_searches_and_errors_alone(client: FlaskClient) -> None:
    assert "X-Robots-Tag" not in client.get("/nl/").headers
    assert client.post("/nl/zoeken", data={"woorden": "huur"}).headers["X-Robots-Tag"] == "noindex"
    assert client.get("/nl/bestaat-niet").headers["X-Robots-Tag"] == "noindex"


def test_the_page_says_its_language(client: FlaskClient) -> None:
    assert client.get("/ar/").headers["Content-Language"] == "ar"


def test_localhost_promises_no_https(client: FlaskClient) -> None:
    assert "Strict-Transport-Security" not in client.get("/nl/").headers


class TestOnHttps:
    """The same portal behind a real address."""

    @pytest.fixture
    def secure(self, settings: Settings) -> FlaskClient:
        return create_app(msgspec.structs.replace(settings, base_url="https://portaal.example")).test_client()

    def test_it_promises_https_for_two_years(self, secure: FlaskClient) -> None:
        response = secure.get("/nl/", base_url="https://portaal.example")
        assert response.headers["Strict-Transport-Security"] == "max-age=63072000; includeSubDomains"

    def test_its_cookie_is_bound_to_the_host_and_to_https(self, secure: FlaskClient) -> None:
        cookie = secure.get("/nl/", base_url="https://portaal.example").headers["Set-Cookie"]
        assert cookie.startswith("__Host-sessie=")
        assert {"Secure", "HttpOnly", "SameSite=Lax", "Path=/"} <= set(cookie.split("; "))

    def test_another_host_is_refused(self, secure: FlaskClient) -> None:
        assert secure.get("/nl/", base_url="https://localhost").status_code == 400
