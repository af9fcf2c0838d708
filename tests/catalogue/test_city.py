"""The pages about a city: who does what, where there is work, and where people can go."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

import msgspec
import pytest
from flask import Flask
from flask.testing import FlaskClient

from app.catalogue.guide import City
from app.config import Settings
from app.factory import create_app
from tests.conftest import DAY
from tests.pages import page_of
from tests.people import VOORBEELDSTAD
from tests.reading import Page

LANGUAGES = ("nl", "en", "ar")
PATHS = ("wie-doet-wat", "waar-is-werk", "plekken")


@pytest.fixture(scope="module")
def town(settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> Flask:
    """A municipality that does not exist, with places of every kind."""
    instance: Path = tmp_path_factory.mktemp("instance")
    app = create_app(
        msgspec.structs.replace(
            settings, content=VOORBEELDSTAD, municipality="voorbeeldstad", instance=instance
        )
    )
    app.config.update(TESTING=True, TODAY=DAY, WTF_CSRF_ENABLED=False)
    return app


@pytest.fixture
def see(town: Flask) -> Callable[[str], Page]:
    """Opens a page of that municipality and judges it as a careful browser would."""
    return lambda path: page_of(town.test_client().get(f"/nl/{path}"))


@pytest.fixture
def switched_off(town: Flask) -> Iterator[Callable[[str], None]]:
    switches: Path = town.extensions["house"].settings.instance / "switches.yaml"

    def off(name: str) -> None:
        switches.write_text(f"switched_off: [{name}]\n", "utf-8")

    yield off
    switches.unlink(missing_ok=True)


def row(page: Page, title: str) -> str:
    """The words of the row with this title."""
    rows = [each for each in page.all("li", class_="person_row") if title in page.text(each)]
    assert len(rows) == 1, [page.text(each) for each in rows]
    return page.text(rows[0])


def links(page: Page) -> list[str]:
    return [link.get("href", "") for link in page.one("main").iter("a")]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", PATHS)
def test_every_page_about_the_shipped_city_is_sound(client: FlaskClient, language: str, path: str) -> None:
    assert page_of(client.get(f"/{language}/{path}")).h1


# Who does what


def test_the_way_is_told_in_the_order_in_which_people_meet_the_organisations(
    see: Callable[[str], Page],
) -> None:
    page = see("wie-doet-wat")
    stages = page.all("li", class_="chain__stage")
    assert [page.text(stage.find("h2")) for stage in stages] == [
        "U gaat naar het werkbureau",
        "U leert lezen",
    ]
    assert "Het werkbureau zoekt met u naar werk." in page.text(stages[0])


def test_every_organisation_has_its_telephone_and_its_page(see: Callable[[str], Page]) -> None:
    page = see("wie-doet-wat")
    assert "tel:0381234567" in links(page)
    assert {"/nl/organisatie/werkbureau", "/nl/organisatie/taalhuis", "/nl/organisatie/gemeente"} <= set(
        links(page)
    )


def test_what_nobody_confirmed_is_told_as_such_with_whom_to_ask(see: Callable[[str], Page]) -> None:
    told = row(see("wie-doet-wat"), "Het taalhuis leert u lezen.")
    assert "Wij weten niet zeker of dit nu zo is. Vraag het bij Taalhuis." in told


def test_what_is_possible_leads_to_the_help_that_belongs_to_it(see: Callable[[str], Page]) -> None:
    page = see("wie-doet-wat")
    one = page.one("li", class_="possible__one")
    assert "U mag werk proberen" in page.text(one)
    assert [link.get("href") for link in one.iter("a")] == ["/nl/hulp/werkhulp"]


def test_when_and_where_it_was_read_stands_on_the_page(see: Callable[[str], Page]) -> None:
    for path in ("wie-doet-wat", "waar-is-werk"):
        text = see(path).text()
        assert "Gecontroleerd op 21 november 2026." in text
        assert "voorbeeldstad.example, gelezen op 21 november 2026" in text


def test_what_is_switched_off_is_met_nowhere(
    see: Callable[[str], Page], switched_off: Callable[[str], None]
) -> None:
    switched_off("taalhuis")
    assert "/nl/organisatie/taalhuis" not in links(see("wie-doet-wat"))
    assert "Leesclub" not in see("plekken").text()
    switched_off("werkhulp")
    assert not [link for path in PATHS for link in links(see(path)) if link == "/nl/hulp/werkhulp"]


# Where there is work


def test_a_sector_names_every_paper_with_its_year(see: Callable[[str], Page]) -> None:
    told = row(see("waar-is-werk"), "Bouw")
    assert "Dit staat in een stuk van 2019: Nota bouw." in told
    assert "Dit staat in een stuk van 2021: Plan voor werk." in told


def test_the_page_says_how_old_its_newest_paper_is_and_who_knows_how_it_is_now(
    see: Callable[[str], Page],
) -> None:
    text = see("waar-is-werk").text()
    assert "Het nieuwste stuk is van 2021. Dat is 5 jaar geleden." in text
    assert "Vraag bij Werkbureau, afdeling; Noord hoe het nu is." in text


def test_the_help_that_leads_to_work_stands_below_the_sectors(see: Callable[[str], Page]) -> None:
    found = links(see("waar-is-werk"))
    assert {"/nl/hulp/proef", "/nl/hulp/werkhulp", "/nl/hulp/taalhulp"} <= set(found)


def test_meetings_with_employers_stand_beside_the_sectors(see: Callable[[str], Page]) -> None:
    assert "Banenmarkt" in see("waar-is-werk").text()


# Places, groups and meetings


def test_only_days_that_are_still_to_come_are_told_soonest_first(see: Callable[[str], Page]) -> None:
    told = row(see("plekken"), "Leesclub")
    assert "14 november" not in told
    assert told.index("21 november 2026") < told.index("1 december 2026")


def test_without_a_day_to_come_the_page_says_so_and_whom_to_ask(see: Callable[[str], Page]) -> None:
    told = row(see("plekken"), "Banenmarkt")
    assert "20 november" not in told
    assert "Datum niet bekend. Plek niet bekend. Niet bekend hoe u zich aanmeldt." in told
    assert told.endswith("Vraag het bij Werkbureau, afdeling; Noord.")


def test_people_sign_up_by_telephone_by_mail_or_on_a_page_elsewhere(see: Callable[[str], Page]) -> None:
    page = see("plekken")
    found = links(page)
    assert {"tel:0381234567", "mailto:lezen@taalhuis.example", "https://taalhuis.example/leesclub"} <= set(
        found
    )
    away = page.one("a", href="https://taalhuis.example/leesclub")
    assert away.get("rel") == "noreferrer"
    assert "U gaat dan weg van deze website." in row(page, "Leesclub")


def test_no_way_to_sign_up_carries_anything_about_the_visitor(client: FlaskClient, town: Flask) -> None:
    for visitor in (client, town.test_client()):
        away = [link for link in links(page_of(visitor.get("/nl/plekken"))) if urlsplit(link).netloc]
        assert not [link for link in away if urlsplit(link).query or urlsplit(link).fragment]


def test_a_place_that_nobody_confirmed_stands_last_and_says_so(
    town: Flask, see: Callable[[str], Page]
) -> None:
    assert "Wij weten niet zeker of dit nu zo is." in row(see("plekken"), "Koffie in de buurt")
    page = page_of(town.test_client().get("/nl/organisatie/gemeente"))
    assert "U kunt gewoon binnenlopen." in row(page, "Koffie in de buurt")


@pytest.mark.parametrize("path", ["organisatie/taalhuis", "hulp/taalhulp", "hulp/onderwerp/zoeken"])
def test_a_group_stands_with_its_organisation_its_help_and_its_subject(
    see: Callable[[str], Page], path: str
) -> None:
    page = see(path)
    assert page.text(page.one("h2", id="naartoe")) == "Hier kunt u naartoe"
    assert "mailto:lezen@taalhuis.example" in links(page)


def test_without_a_place_there_is_no_heading_over_nothing(see: Callable[[str], Page]) -> None:
    assert not see("hulp/steun").all("h2", id="naartoe")


def test_the_pages_lead_to_each_other_and_all_help_leads_to_them(see: Callable[[str], Page]) -> None:
    for path in ("hulp", *PATHS):
        assert {f"/nl/{other}" for other in PATHS if other != path} <= set(links(see(path)))


def test_a_city_about_which_nothing_is_told_has_no_such_pages(town: Flask, client: FlaskClient) -> None:
    kept, town.extensions["city"] = town.extensions["city"], City()
    try:
        visitor = town.test_client()
        assert [visitor.get(f"/nl/{path}").status_code for path in PATHS] == [404, 404, 404]
        assert not {f"/nl/{path}" for path in PATHS} & set(links(page_of(visitor.get("/nl/hulp"))))
    finally:
        town.extensions["city"] = kept


def test_days_that_have_gone_by_leave_the_page_by_themselves(town: Flask, see: Callable[[str], Page]) -> None:
    town.config["TODAY"] = date(2027, 1, 1)
    try:
        assert "Datum niet bekend" not in row(see("plekken"), "Leesclub"), "the hours still hold"
        assert "november" not in row(see("plekken"), "Leesclub")
    finally:
        town.config["TODAY"] = DAY
