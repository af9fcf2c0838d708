"""The pages in every language, mirrored where one reads from the right; and a town without a calculator."""

from __future__ import annotations

from typing import Any

import pytest
from flask import Flask

from tests.calculator.pages.walking_money import (
    ALONE,
    COUPLE,
    HOURS_24,
    ON_WW,
    PARENT,
    Result,
    household,
    result_of,
)
from tests.page_faults import finer_faults_of
from tests.pages import page_of
from tests.reading import Page
from tests.wayfinder.example import portal_of_voorbeeldstad

LANGUAGES = pytest.mark.parametrize("language", ["nl", "en", "ar"])
PAGES = (
    "",
    "/nu/spaargeld",
    "/werk/1",
    "/werk/2",
    "/uitkomst",
    "/uitkomst?op=2027-01-01",
    "/uitleg",
    "/link",
)


@pytest.mark.row("C1")
@LANGUAGES
@pytest.mark.parametrize("answers", [ALONE, ON_WW, PARENT, COUPLE])
def test_every_page_is_sound_in_every_language(app: Flask, language: str, answers: dict[str, Any]) -> None:
    client = household(app, answers, HOURS_24)
    for address in PAGES:
        page = page_of(client.get(f"/{language}/geld{address}"))
        assert finer_faults_of(page) == [], address
        assert page.one("html").get("lang") == language
        assert page.one("html").get("dir") == ("rtl" if language == "ar" else "ltr")


@LANGUAGES
def test_the_pages_of_questions_are_sound_in_every_language(app: Flask, language: str) -> None:
    everything: dict[str, Any] = {**COUPLE, "inkomen_nu": ["bijstand", "ww", "loon"]}
    for left in (["geboortemaand"], ["geboortemaand_partner", "huisgenoot_27"], ["huurwoning"], []):
        answers = {fact: each for fact, each in everything.items() if fact not in left}
        page = page_of(household(app, answers).get(f"/{language}/geld/nu"))
        assert finer_faults_of(page) == []


def xs(page: Page) -> list[float]:
    """How far from the left the hours stand under the picture."""
    texts = [each for each in page.all(class_="picture__text") if page.text(each) in {"0", "8", "16", "24"}]
    return [float(each.get("x", "")) for each in texts if each.get("y") == "284"]


@pytest.mark.row("C11")
def test_the_picture_is_mirrored_for_who_reads_from_the_right(app: Flask) -> None:
    client = household(app, ALONE, HOURS_24)
    dutch, arabic = (page_of(client.get(f"/{language}/geld/uitkomst")) for language in ("nl", "ar"))
    assert xs(dutch) == sorted(xs(dutch))
    assert len(xs(dutch)) == 4
    assert xs(arabic) == [360 - x for x in xs(dutch)]
    ring = [float(page.one(class_="picture__you").get("cx", "")) for page in (dutch, arabic)]
    assert ring[0] + ring[1] == pytest.approx(360)


@pytest.mark.row("C11")
def test_the_picture_has_a_name_and_the_table_says_the_same(app: Flask) -> None:
    result = result_of(household(app, ALONE, HOURS_24))
    picture = result.page.one(class_="picture__svg")
    assert picture.get("role") == "img"
    assert "De tabel hieronder zegt hetzelfde" in result.page.text(result.page.one(id="plaatje-naam"))
    points = result.page.one("div", class_="slider").get("data-points", "").split()
    ring = result.page.one(class_="picture__you")
    assert len(points) == len(result.hours) == 41
    assert points[24] == f"{ring.get('cx')},{ring.get('cy')}"


def test_the_amounts_are_the_same_in_every_language(app: Flask) -> None:
    client = household(app, PARENT, HOURS_24)
    found = [result_of(client, f"/{language}/geld/uitkomst") for language in ("nl", "en", "ar")]
    assert [each.rows for each in found] == [found[0].rows] * 3
    assert [each.together for each in found] == [found[0].together] * 3
    assert [each.hours for each in found] == [found[0].hours] * 3


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("address", ["", "/werk/1", "/uitkomst", "/uitleg"])
def test_no_sentence_of_the_page_is_left_in_dutch(app: Flask, language: str, address: str) -> None:
    client = household(app, PARENT, HOURS_24, HOURS_24)
    dutch = page_of(client.get(f"/nl/geld{address}"))
    other = page_of(client.get(f"/{language}/geld{address}"))
    own = sentences(dutch)
    assert len(own) > 2
    assert own & sentences(other) == set()


def sentences(page: Page) -> set[str]:
    """The paragraphs and headings that are not marked as Dutch."""
    main = page.one("main")
    return {
        text
        for each in main.iter()
        if each.tag in {"p", "h1", "h2", "h3", "legend"} and not _is_marked(page, each)
        if " " in (text := page.text(each)) and any(part.islower() for part in text.split())
    }


def _is_marked(page: Page, element: Any) -> bool:
    around = [element, *page.ancestors(element)]
    inside = list(element.iter())
    return any(each.get("lang") == "nl" for each in (*around[:-2], *inside))


def test_dutch_beside_the_result_says_it_in_both_languages(app: Flask) -> None:
    client = household(app, ALONE, HOURS_24)
    client.post("/ar/nederlands-erbij", data={"terug": "/ar/geld/uitkomst"})
    page = page_of(client.get("/ar/geld/uitkomst"))
    assert "bilingual" in page.one("html").get("class", "")
    assert Result(page).together == result_of(client).together


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Flask:
    return portal_of_voorbeeldstad(tmp_path_factory.mktemp("voorbeeldstad"))


@LANGUAGES
def test_a_municipality_without_a_calculator_shows_no_way_to_it(town: Flask, language: str) -> None:
    client = town.test_client()
    assert "calculator" not in town.blueprints
    for address in ("", "route/hulp", "over", "zoeken", "contact"):
        response = client.get(f"/{language}/{address}")
        assert response.status_code == 200, address
        assert "/geld" not in response.text, address
    for address in ("geld", "geld/nu", "geld/uitkomst"):
        assert client.get(f"/{language}/{address}").status_code == 404
