"""Every page that a visitor reaches by links, in every language: sound, and no link leads nowhere."""

from __future__ import annotations

from collections import deque
from urllib.parse import urldefrag, urljoin, urlsplit

import pytest
from flask.testing import FlaskClient

from tests.pages import page_of

LANGUAGES = ("nl", "en", "ar")


def _links(client: FlaskClient, path: str) -> list[str]:
    """Look at what a visitor with an empty cookie jar gets at a path; return where it leads on to."""
    client.delete_cookie("antwoorden")
    response = client.get(path, follow_redirects=True)
    assert response.status_code == 200, response.status
    if response.mimetype != "text/html":
        return []
    addresses = [link.get("href", "") for link in page_of(response).all("a")]
    absolute = [urldefrag(urljoin(response.request.path, address)).url for address in addresses if address]
    return [address for address in absolute if not urlsplit(address).netloc and not urlsplit(address).scheme]


@pytest.mark.row("S3")
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_is_sound_and_every_link_leads_somewhere(client: FlaskClient, language: str) -> None:
    waiting = deque([f"/{language}/"])
    linked_from = {waiting[0]: "the start"}
    others = {other for other in LANGUAGES if other != language}
    faults = []
    while waiting:
        path = waiting.popleft()
        try:
            new = [link for link in _links(client, path) if link not in linked_from]
        except Exception as fault:  # every page's fault counts, not only the first
            faults.append(f"{path}, linked from {linked_from[path]}: {type(fault).__name__} {fault}")
            continue
        linked_from |= dict.fromkeys(new, path)
        waiting += [link for link in dict.fromkeys(new) if link.split("/")[1] not in others]
    assert not faults, "\n\n".join(faults)
    assert len(linked_from) > 10, "the crawl found next to nothing"
