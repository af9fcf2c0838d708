"""Smaller answers: pages and files that were asked for, never an answer to a post."""

from __future__ import annotations

import gzip

from flask.testing import FlaskClient

from app.web.compress import SMALLEST

GZIP = {"Accept-Encoding": "gzip, br"}


def test_a_page_is_sent_small_to_who_can_read_it(client: FlaskClient) -> None:
    small = client.get("/nl/over", headers=GZIP)
    assert small.headers["Content-Encoding"] == "gzip"
    assert "Accept-Encoding" in small.vary.as_set(preserve_casing=True)
    assert "Een schatting, geen besluit" in gzip.decompress(small.data).decode()
    assert int(small.headers["Content-Length"]) == len(small.data)


def test_a_page_is_sent_plain_to_who_cannot(client: FlaskClient) -> None:
    assert "Content-Encoding" not in client.get("/nl/over", headers={"Accept-Encoding": "identity"}).headers


def test_the_style_sheet_and_scripts_are_sent_small(client: FlaskClient) -> None:
    for path in ("/opmaak.css", "/static/vendor/htmx.min.js", "/static/icons.svg"):
        plain, small = (client.get(path, headers=headers, buffered=True) for headers in ({}, GZIP))
        assert gzip.decompress(small.data) == plain.data
        assert len(small.data) < len(plain.data) / 2


def test_an_unchanged_file_is_not_sent_again(client: FlaskClient) -> None:
    first = client.get("/static/icons.svg", headers=GZIP, buffered=True)
    again = client.get(
        "/static/icons.svg", headers={**GZIP, "If-None-Match": first.headers["ETag"]}, buffered=True
    )
    assert again.status_code == 304


def test_what_was_typed_is_never_compressed_beside_the_token(client: FlaskClient) -> None:
    assert "Content-Encoding" not in client.post("/nl/zoeken", data={"woorden": "huur"}, headers=GZIP).headers


def test_small_answers_are_left_alone(client: FlaskClient) -> None:
    response = client.get("/.well-known/security.txt", headers=GZIP)
    assert len(response.data) < SMALLEST
    assert "Content-Encoding" not in response.headers
