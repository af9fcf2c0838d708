"""The sealed cookie through the pages: set, moved, lost with an honest notice, and wiped."""

from __future__ import annotations

import pytest
from cryptography.fernet import Fernet
from flask import Flask
from flask.testing import FlaskClient

from app.facts.visit import IDLE_SECONDS, IDLE_SECONDS_SHARED, LARGEST_COOKIE, Visit, seal
from tests.pages import page_of
from tests.wayfinder.visiting import (
    COOKIE,
    NOW,
    answered,
    everything,
    kept,
    keys_of,
    location,
    set_answers,
    visit_of,
)

ROUTE = "/nl/route/baan_kwijt"
GONE = ("niet meer lezen", "wij uw antwoorden gewist")


@pytest.fixture(autouse=True)
def clock(app: Flask, monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """Let every test begin at one moment."""
    monkeypatch.setitem(app.config, "NOW", NOW)
    return monkeypatch


def says_gone(client: FlaskClient, path: str) -> bool:
    """Whether the page at the end of the way says that earlier answers are gone."""
    text = page_of(client.get(path, follow_redirects=True)).text()
    return any(words in text for words in GONE)


def test_nothing_is_set_before_anything_is_answered(client: FlaskClient) -> None:
    for path in (ROUTE, f"{ROUTE}/vraag/woont_in_gemeente", f"{ROUTE}/controleer"):
        response = client.get(path)
        assert not any(COOKIE in each for each in response.headers.getlist("Set-Cookie")), path


@pytest.mark.row("W15")
def test_an_answer_is_kept_in_a_cookie_that_scripts_cannot_read(client: FlaskClient) -> None:
    response = client.post(f"{ROUTE}/vraag/woont_in_gemeente", data={"woont_in_gemeente": "ja"})
    header = next(each for each in response.headers.getlist("Set-Cookie") if each.startswith(COOKIE))
    attributes = {part.strip().casefold() for part in header.split(";")[1:]}
    assert {"httponly", "samesite=lax", "path=/"} <= attributes
    assert not any(each.startswith(("max-age", "expires", "domain")) for each in attributes)
    assert kept(client) == {"woont_in_gemeente": True}


def test_on_a_line_that_is_closed_the_cookie_is_bound_to_this_host(
    app: Flask, tmp_path_factory: pytest.TempPathFactory
) -> None:
    from app.config import Settings  # noqa: PLC0415 - only this test makes a second portal
    from app.factory import create_app  # noqa: PLC0415

    secure = create_app(
        Settings(
            base_url="https://wegwijzer.example",
            session_keys=("a key for tests only, long enough to sign",),
            answer_keys=keys_of(app),
            instance=tmp_path_factory.mktemp("secure"),
        )
    )
    secure.config.update(TESTING=True, WTF_CSRF_ENABLED=False)
    response = secure.test_client().post(
        f"{ROUTE}/vraag/woont_in_gemeente",
        data={"woont_in_gemeente": "ja"},
        base_url="https://wegwijzer.example",
    )
    header = next(each for each in response.headers.getlist("Set-Cookie") if COOKIE in each)
    assert header.startswith(f"__Host-{COOKIE}=")
    assert "Secure" in header
    assert "Domain" not in header


BROKEN = {
    "no cookie of ours": "geen",
    "one letter changed": None,
    "another key": seal(Visit(started=NOW, answers={"zorgen": []}), (Fernet.generate_key().decode(),), NOW),
    "too large": "A" * (LARGEST_COOKIE + 200),
}


@pytest.mark.parametrize("value", BROKEN.values(), ids=BROKEN.keys())
@pytest.mark.parametrize("path", ["", "/vraag/einde_werk", "/controleer", "/uitkomst"])
def test_a_cookie_that_cannot_be_read_gives_a_fresh_start_and_says_so_once(
    app: Flask, value: str | None, path: str
) -> None:
    client = answered(app, einde_werk="ontslagen")
    if value is None:
        sealed = client.get_cookie(COOKIE)
        assert sealed is not None
        value = sealed.value[:60] + ("A" if sealed.value[60] != "A" else "B") + sealed.value[61:]
    client.set_cookie(COOKIE, value)
    assert says_gone(client, ROUTE + path)
    assert not says_gone(client, ROUTE + path), "said once is enough"


@pytest.mark.row("S7")
@pytest.mark.parametrize(("shared", "idle"), [(False, IDLE_SECONDS), (True, IDLE_SECONDS_SHARED)])
def test_after_doing_nothing_for_long_the_answers_are_gone(
    app: Flask, clock: pytest.MonkeyPatch, shared: bool, idle: int
) -> None:
    client = app.test_client()
    set_answers(client, {"kan_werken": True}, shared=shared)
    clock.setitem(app.config, "NOW", NOW + idle)
    assert not says_gone(client, f"{ROUTE}/controleer")
    clock.setitem(app.config, "NOW", NOW + 2 * idle + 1)
    assert says_gone(client, f"{ROUTE}/controleer")


def test_an_answer_after_a_long_time_is_kept_and_the_next_page_says_that_the_others_are_gone(
    app: Flask, clock: pytest.MonkeyPatch
) -> None:
    client = answered(app, woont_in_gemeente=True, mag_hier_werken=True)
    clock.setitem(app.config, "NOW", NOW + IDLE_SECONDS + 1)
    response = client.post(f"{ROUTE}/vraag/geboortemaand", data={"geboortemaand-weetniet": "1"})
    assert says_gone(client, location(response))
    assert not says_gone(client, location(response))


def test_looking_at_a_page_moves_the_limit_at_most_once_a_minute(
    app: Flask, clock: pytest.MonkeyPatch
) -> None:
    client = answered(app, kan_werken=True)
    clock.setitem(app.config, "NOW", NOW + 60)
    client.get(f"{ROUTE}/controleer")
    assert visit_of(client).sealed == NOW
    clock.setitem(app.config, "NOW", NOW + 61)
    client.get(f"{ROUTE}/controleer")
    assert visit_of(client).sealed == NOW + 61


def test_a_page_that_shows_no_answers_does_not_move_the_limit(app: Flask, clock: pytest.MonkeyPatch) -> None:
    client = answered(app, kan_werken=True)
    clock.setitem(app.config, "NOW", NOW + 600)
    client.get("/nl/")
    client.get("/nl/contact")
    assert visit_of(client).sealed == NOW


def test_a_part_of_a_page_does_not_move_the_limit(app: Flask, clock: pytest.MonkeyPatch) -> None:
    client = answered(app, **everything())
    clock.setitem(app.config, "NOW", NOW + 600)
    assert client.get(f"{ROUTE}/uitkomst", headers={"HX-Request": "true"}).status_code == 200
    assert visit_of(client).sealed == NOW
    assert client.get(f"{ROUTE}/uitkomst").status_code == 200
    assert visit_of(client).sealed == NOW + 600


def test_an_answer_that_a_new_version_does_not_know_is_forgotten_in_silence(app: Flask) -> None:
    client = app.test_client()
    token = seal(
        Visit(started=NOW, answers={"einde_werk": "verhuisd", "vroeger": 1, "kan_werken": True}),
        keys_of(app),
        NOW,
    )
    client.set_cookie(COOKIE, token)
    page = page_of(client.get(f"{ROUTE}/controleer"))
    assert "Nu kunnen werken" in page.text()
    assert not any(words in page.text() for words in GONE)


@pytest.mark.row("S7")
@pytest.mark.parametrize("language", ["nl", "en", "ar"])
def test_stop_wipes_everything_and_ends_on_a_page_without_a_past(app: Flask, language: str) -> None:
    client = answered(app, einde_werk="ontslagen", zorgen=["somber"])
    response = client.post(f"/{language}/stop")
    assert '"cookies"' in response.headers["Clear-Site-Data"]
    assert '"storage"' in response.headers["Clear-Site-Data"]
    assert client.get_cookie(COOKIE) is None
    assert client.get_cookie("sessie") is None
    page = page_of(client.get(location(response)))
    assert page.one("html").get("lang") == language
    empty = page_of(client.get(f"/{language}/route/baan_kwijt/controleer"))
    assert not empty.all("dl")


def test_stop_is_not_done_by_a_link(client: FlaskClient) -> None:
    assert client.get("/nl/stop").status_code in {404, 405}


@pytest.mark.row("S7")
def test_a_shared_computer_is_remembered_with_the_answers(app: Flask) -> None:
    client = app.test_client()
    client.post(ROUTE, data={"gedeeld": "1", "hulp": "1"})
    assert (visit_of(client).shared, visit_of(client).helper) == (True, True)
    page = page_of(client.get(f"{ROUTE}/vraag/woont_in_gemeente"))
    assert page.all(data_idle_seconds=str(IDLE_SECONDS_SHARED))
    client.post(ROUTE, data={})
    assert (visit_of(client).shared, visit_of(client).helper) == (False, False)
