"""Every page that a visitor reaches by links, in every language: sound, and no link leads nowhere."""

from __future__ import annotations

from collections import deque
from urllib.parse import urldefrag, urljoin, urlsplit

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.pages import page_of

LANGUAGES = ("nl", "en", "ar")


def _followed(client: FlaskClient, path: str) -> TestResponse:
    """What a visitor with an empty cookie jar gets at a path."""
    client.delete_cookie("antwoorden")
    return client.get(path, follow_redirects=True)


def _links(response: TestResponse, path: str) -> list[str]:
    page = page_of(response)
    found = [urldefrag(urljoin(path, link.get("href", ""))).url for link in page.all("a") if link.get("href")]
    return [link for link in found if not urlsplit(link).netloc and not urlsplit(link).scheme]


@pytest.mark.row("S3")
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_is_sound_and_every_link_leads_somewhere(client: FlaskClient, language: str) -> None:
    waiting = deque([f"/{language}/"])
    seen: dict[str, str] = {f"/{language}/": "the start"}
    faults = []
    while waiting:
        path = waiting.popleft()
        response = _followed(client, path)
        if response.status_code != 200:
            faults.append(f"{response.status_code} at {path}, linked from {seen[path]}")
            continue
        if response.mimetype != "text/html" or not path.startswith(f"/{language}/"):
            continue
        try:
            links = _links(response, path)
        except AssertionError as fault:
            faults.append(str(fault))
            continue
        for link in links:
            if link not in seen:
                seen[link] = path
                waiting.append(link)
    assert faults == []
    assert len(seen) > 10, "the crawl found next to nothing"
