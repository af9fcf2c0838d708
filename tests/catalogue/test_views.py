"""The plain pages of what exists, as visitors get them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from urllib.parse import urlsplit

import pytest
from flask import Flask
from flask.testing import FlaskClient
from markupsafe import Markup

from app.catalogue.model import Catalogue, Item
from app.config import Settings
from tests.conftest import DAY
from tests.pages import page_of
from tests.reading import Page

LANGUAGES = ("nl", "en", "ar")
LONG_AFTER = date(2029, 6, 1)
Visit = Callable[[str], Page]


@pytest.fixture(scope="module")
def catalogue(app: Flask) -> Catalogue:
    found: Catalogue = app.extensions["catalogue"]
    return found


@pytest.fixture
def see(client: FlaskClient) -> Visit:
    """Opens a page and judges it as a careful browser would."""
    return lambda path: page_of(client.get(path))


@pytest.fixture
def much_later(app: Flask) -> Iterator[None]:
    app.config["TODAY"] = LONG_AFTER
    yield
    app.config["TODAY"] = DAY


@pytest.fixture
def switched_off(settings: Settings) -> Iterator[Callable[[str], None]]:
    switches = settings.instance / "switches.yaml"

    def off(name: str) -> None:
        switches.write_text(f"switched_off: [{name}]\n", "utf-8")

    yield off
    switches.unlink(missing_ok=True)


def _items(catalogue: Catalogue, *, confirmed: bool) -> list[Item]:
    return [item for item in catalogue.items.values() if item.is_confirmed is confirmed]


def _outward(page: Page) -> list[dict[str, str]]:
    return [dict(link.attrib) for link in page.all("a") if urlsplit(link.get("href", "")).netloc]


# Every page


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_form_of_help_has_a_sound_page(see: Visit, catalogue: Catalogue, language: str) -> None:
    for name in catalogue.items:
        assert see(f"/{language}/hulp/{name}").h1


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_organisation_has_a_sound_page(see: Visit, catalogue: Catalogue, language: str) -> None:
    for one in catalogue.organisations.values():
        found = see(f"/{language}/organisatie/{one.id}")
        assert found.h1 == one.name, "people must recognise the name from a letter or a door"
        assert found.one("h1").find("span").attrib["lang"] == "nl"  # type: ignore[union-attr]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_life_event_and_group_with_help_has_a_sound_page(
    see: Visit, catalogue: Catalogue, language: str
) -> None:
    links = [link.get("href", "") for link in see(f"/{language}/hulp").all("a")]
    topics = [link for link in links if "/onderwerp/" in link]
    assert len(topics) >= 2
    for topic in topics:
        assert see(topic).all("li", class_="support_row")


def test_all_help_is_one_click_away_from_the_list(see: Visit, catalogue: Catalogue) -> None:
    links = {link.get("href") for link in see("/nl/hulp").all("a")}
    assert {f"/nl/hulp/{name}" for name in catalogue.items} <= links


def test_pages_of_the_catalogue_are_kept_nowhere_for_they_carry_a_token(client: FlaskClient) -> None:
    assert client.get("/nl/hulp/ww_uitkering").headers["Cache-Control"] == "no-store"


# One form of help


def test_a_page_of_help_says_what_to_bring_where_how_long_and_whom_to_call(
    see: Visit, catalogue: Catalogue
) -> None:
    for item in catalogue.items.values():
        found = see(f"/nl/hulp/{item.id}")
        labels = [found.text(label) for label in found.all("dt")]
        assert labels[:3] == ["Waar", "Hoe lang duurt het?", "Wie kunt u bellen?"], item.id
        boxes = found.all("input", type="checkbox")
        assert len(boxes) == (0 if item.unknown_bring else len(item.bring)), item.id
        assert len(found.all("li", class_="how_list__step")) == len(item.how), item.id


def test_a_number_of_law_stands_with_what_it_counts(see: Visit) -> None:
    text = see("/nl/hulp/ww_uitkering").text()
    assert "U krijgt meestal binnen 4 weken antwoord." in text
    assert "U werkte minstens 26 weken in de laatste 36 weken." in text
    assert "{" not in text


def test_for_whom_it_is_stands_in_whole_sentences_without_a_gap(see: Visit, catalogue: Catalogue) -> None:
    for name in catalogue.items:
        found = see(f"/nl/hulp/{name}")
        section = found.one("section", aria_labelledby="voor-wie")
        sentences = [found.text(line) for line in section.iter("span") if line.get("data-read") is not None]
        assert sentences, name
        assert all(re.fullmatch(r"[A-Z].*[.:]", sentence) for sentence in sentences), (name, sentences)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_word_of_the_letter_stays_dutch_and_leads_to_its_explanation(see: Visit, language: str) -> None:
    found = see(f"/{language}/hulp/kwijtschelding")
    word = found.one("p", class_="dutch_word").find(".//b")
    assert word is not None
    assert (word.text, word.get("lang"), word.get("translate")) == ("kwijtschelding", "nl", "no")
    assert found.one("a", href="#woord-kwijtschelding") is not None


@pytest.mark.row("W10")
@pytest.mark.parametrize("language", LANGUAGES)
def test_who_helps_can_be_dialled_and_the_number_reads_from_the_left(
    see: Visit, catalogue: Catalogue, language: str
) -> None:
    for item in catalogue.items.values():
        found = see(f"/{language}/hulp/{item.id}")
        dialled = {link.get("href") for link in found.all("a") if link.get("href", "").startswith("tel:")}
        for name in (*item.helpers, item.organisation):
            for phone in catalogue.organisations[name].phone:
                assert f"tel:{re.sub(r'[ -]', '', phone.number)}" in dialled, (item.id, name)
        for link in found.all("a"):
            if link.get("href", "").startswith("tel:"):
                assert [(part.tag, part.get("dir")) for part in link.iter("bdi")] == [("bdi", "ltr")]


@pytest.mark.row("W16")
def test_with_who_helps_stands_which_languages_they_speak(see: Visit, catalogue: Catalogue) -> None:
    for item in catalogue.items.values():
        found = see(f"/nl/hulp/{item.id}")
        helpers = found.one("section", aria_labelledby="helpen")
        for name in (*item.helpers, item.organisation):
            languages = catalogue.organisations[name].languages
            assert languages is None or languages in found.text(helpers), (item.id, name)


def test_where_a_text_comes_from_stands_below_it(see: Visit) -> None:
    text = see("/nl/hulp/ww_uitkering").text()
    assert "Gecontroleerd op 21 november 2026." in text
    assert re.search(r"WW, artikel \d", text)


# Doubt


@pytest.mark.parametrize("language", LANGUAGES)
def test_help_that_nobody_confirmed_says_so_and_names_whom_to_ask(
    see: Visit, catalogue: Catalogue, language: str
) -> None:
    unsure = _items(catalogue, confirmed=False)
    assert unsure
    for item in unsure:
        found = see(f"/{language}/hulp/{item.id}")
        notice = found.one("div", class_="notice--warning")
        whom = item.check_with or item.organisation
        assert [link.get("href") for link in notice.iter("a")] == [f"/{language}/organisatie/{whom}"]


def test_help_that_is_confirmed_carries_no_warning(see: Visit, catalogue: Catalogue) -> None:
    for item in _items(catalogue, confirmed=True):
        assert not see(f"/nl/hulp/{item.id}").all("div", class_="notice--warning"), item.id


def test_an_unconfirmed_number_asks_the_reader_to_check_it(see: Visit, catalogue: Catalogue) -> None:
    for one in catalogue.organisations.values():
        if any(not phone.confirmed for phone in one.phone):
            assert "controleer" in see(f"/nl/organisatie/{one.id}").text().casefold(), one.id


@pytest.mark.usefixtures("much_later")
@pytest.mark.parametrize("path", ["hulp/ww_uitkering", "organisatie/uwv"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_text_that_was_checked_long_ago_says_whom_to_ask(see: Visit, language: str, path: str) -> None:
    found = see(f"/{language}/{path}")
    notice = found.one("div", class_="notice--warning")
    assert "UWV" in found.text(notice)
    if language == "nl":
        assert "langer dan een jaar geleden gecontroleerd" in found.text(notice)


# Ways out and ways on


@pytest.mark.row("S3")
@pytest.mark.parametrize("language", LANGUAGES)
def test_ways_out_lead_only_to_organisations_of_the_catalogue(
    see: Visit, catalogue: Catalogue, language: str
) -> None:
    known = {one.website for one in catalogue.organisations.values() if one.website}
    paths = [f"hulp/{name}" for name in catalogue.items] + [
        f"organisatie/{name}" for name in catalogue.organisations
    ]
    seen = set()
    for path in paths:
        for link in _outward(see(f"/{language}/{path}")):
            address = urlsplit(link["href"])
            assert (address.scheme, address.path, address.query) == ("https", "", "")
            assert address.netloc in known
            assert link["rel"] == "noreferrer"
            assert "target" not in link
            seen.add(address.netloc)
    assert seen


def test_lists_have_no_way_out(see: Visit) -> None:
    assert _outward(see("/nl/hulp")) == []
    assert _outward(see("/nl/hulp/onderwerp/baan_kwijt")) == []


@pytest.mark.parametrize(
    "path", ["hulp/bestaat_niet", "hulp/onderwerp/bestaat_niet", "organisatie/bestaat_niet"]
)
def test_what_does_not_exist_is_said_in_the_language_of_the_visitor(client: FlaskClient, path: str) -> None:
    found = page_of(client.get(f"/ar/{path}"), 404)
    assert found.one("html").get("lang") == "ar"
    assert found.one("html").get("dir") == "rtl"


def test_help_that_is_switched_off_is_gone_everywhere(
    client: FlaskClient, see: Visit, switched_off: Callable[[str], None]
) -> None:
    switched_off("ww_uitkering")
    page_of(client.get("/ar/hulp/ww_uitkering"), 404)
    for path in ("/nl/hulp", "/nl/hulp/onderwerp/baan_kwijt", "/nl/organisatie/uwv"):
        assert "/nl/hulp/ww_uitkering" not in {link.get("href") for link in see(path).all("a")}


def test_an_organisation_that_is_switched_off_has_no_page(
    client: FlaskClient, switched_off: Callable[[str], None]
) -> None:
    switched_off("uwv")
    page_of(client.get("/nl/organisatie/uwv"), 404)


def test_what_the_answers_say_takes_the_place_of_the_way_to_the_questions(
    app: Flask, see: Visit, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(
        app.extensions, "routes_of_item", lambda _: [("baan_kwijt", "Ik raak mijn baan kwijt")]
    )
    monkeypatch.setitem(app.extensions, "fit_of_item", lambda _: None)
    assert see("/ar/hulp/ww_uitkering").one("a", class_="button").get("href") == "/ar/route/baan_kwijt"

    monkeypatch.setitem(app.extensions, "fit_of_item", lambda _: Markup('<p class="fit_card">Past</p>'))
    found = see("/ar/hulp/ww_uitkering")
    assert found.one("p", class_="fit_card") is not None
    assert not found.all("a", class_="button")


def test_without_the_room_above_the_pages_still_stand(
    app: Flask, see: Visit, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(app.extensions, "routes_of_item", raising=False)
    monkeypatch.delitem(app.extensions, "fit_of_item", raising=False)
    assert not see("/nl/hulp/ww_uitkering").all("a", class_="button")
    assert see("/nl/hulp/onderwerp/baan_kwijt").h1
