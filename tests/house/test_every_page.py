"""Every page that a visitor reaches by links, in every language: sound, and no link leads nowhere."""

from __future__ import annotations

from collections import defaultdict, deque
from urllib.parse import urldefrag, urljoin, urlsplit

import pytest
from flask.testing import FlaskClient

from tests.page_faults import faults_of, finer_faults_of
from tests.reading import Page

LANGUAGES = ("nl", "en", "ar")


def _looked_at(client: FlaskClient, path: str) -> tuple[list[str], list[str]]:
    """Return what is wrong with what a visitor with an empty cookie jar gets, and where it leads on to."""
    client.delete_cookie("antwoorden")
    try:
        response = client.get(path, follow_redirects=True)
    except Exception as error:  # every page's fault counts, whatever it is
        return [f"{type(error).__name__}: {error}"], []
    if response.status_code != 200 or response.mimetype != "text/html":
        return ([] if response.status_code == 200 else [response.status]), []
    page = Page(response.get_data(as_text=True))
    addresses = [link.get("href", "") for link in page.all("a")]
    absolute = [urldefrag(urljoin(response.request.path, address)).url for address in addresses if address]
    ours = [address for address in absolute if not urlsplit(address).netloc and not urlsplit(address).scheme]
    return [*faults_of(page), *finer_faults_of(page)], ours


@pytest.mark.row("S3")
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_is_sound_and_every_link_leads_somewhere(client: FlaskClient, language: str) -> None:
    waiting = deque([f"/{language}/"])
    linked_from = {waiting[0]: "the start"}
    others = {other for other in LANGUAGES if other != language}
    faults = defaultdict(list)
    while waiting:
        path = waiting.popleft()
        wrong, links = _looked_at(client, path)
        for fault in wrong:
            faults[fault].append(f"{path}, linked from {linked_from[path]}")
        new = [link for link in dict.fromkeys(links) if link not in linked_from]
        linked_from |= dict.fromkeys(new, path)
        waiting += [link for link in new if link.split("/")[1] not in others]
    assert not faults, "\n".join(f"{fault}\n    {len(at)} ×: {at[0]}" for fault, at in faults.items())
    assert len(linked_from) > 10, "the crawl found next to nothing"
