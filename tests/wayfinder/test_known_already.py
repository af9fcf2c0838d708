"""Who walked one way and opens another confirms what is known: nothing is asked twice."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import msgspec
import pytest
from flask import Flask
from flask.testing import FlaskClient

from app.config import Settings
from app.factory import create_app
from tests.conftest import DAY
from tests.pages import page_of
from tests.people import VOORBEELDSTAD
from tests.reading import Page

FIRST, SECOND = "/nl/route/hulp", "/nl/route/verder"
SECOND_WAY = """
id: verder
title: Ik wil verder
summary: Hulp na de eerste hulp.
first_word: We kijken verder met u.
ask: [woont_in_gemeente, reden, inkomen, weken]
consider: [steun, werkhulp, wijkbezoek]
"""
ANSWERS: dict[str, dict[str, Any]] = {
    "woont_in_gemeente": {"woont_in_gemeente": "ja"},
    "reden": {"reden": "geen_werk"},
    "inkomen": {"inkomen": "900", "inkomen-periode": "month"},
    "weken": {"weken": "10"},
}


@pytest.fixture(scope="module")
def town(settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> Flask:
    """A municipality with two ways that share questions."""
    content = shutil.copytree(VOORBEELDSTAD, tmp_path_factory.mktemp("town") / "content")
    (content / "routes" / "verder.yaml").write_text(SECOND_WAY, "utf-8")
    app = create_app(msgspec.structs.replace(settings, content=Path(content), municipality="voorbeeldstad"))
    app.config.update(TESTING=True, TODAY=DAY, WTF_CSRF_ENABLED=False)
    return app


@pytest.fixture
def visitor(town: Flask) -> FlaskClient:
    """Somebody in that municipality, with an empty cookie jar."""
    return town.test_client()


def answer(visitor: FlaskClient, route: str, *facts: str, **other: Any) -> str:
    """Answer these questions on a route, and return where the last one led."""
    leads = ""
    for fact in facts:
        leads = visitor.post(f"{route}/vraag/{fact}", data={**ANSWERS.get(fact, {}), **other}).location
    return leads


def start(visitor: FlaskClient, route: str = SECOND) -> Page:
    """The first page of a route, judged as a careful browser would."""
    return page_of(visitor.get(route))


def known(page: Page) -> dict[str, str]:
    """What the page says that we know: the question and the answer."""
    rows = page.all("div", class_="summary_row")
    return {page.text(row.find("dt")): page.text(row.find("dd")) for row in rows}


def button(page: Page) -> str:
    """The words of the one button of the form."""
    form = page.one("form", id="vraag")
    return page.text(next(form.iter("button")))


@pytest.mark.row("W5")
def test_who_comes_first_is_told_nothing_and_begins(visitor: FlaskClient) -> None:
    page = start(visitor)
    assert known(page) == {}
    assert button(page) == "Begin"
    assert "hooguit 4 vragen" in page.text()


@pytest.mark.row("W5")
def test_answers_of_another_way_are_shown_once_with_one_button(visitor: FlaskClient) -> None:
    answer(visitor, FIRST, "woont_in_gemeente", "reden", "inkomen")
    page = start(visitor)
    assert page.text(page.one("h2", id="weten")) == "Dit weten wij al"
    assert known(page) == {
        "Wonen in Voorbeeldstad": "Ja",
        "Reden": "Ik heb geen werk",
        "Inkomen": "€ 900 per maand",
    }
    assert button(page) == "Ja, dit klopt"
    assert "nog hooguit 1 vraag" in page.text()


def test_only_what_this_way_uses_is_shown(visitor: FlaskClient) -> None:
    answer(visitor, FIRST, "reden")
    visitor.post(
        f"{FIRST}/vraag/geboortemaand", data={"geboortemaand-maand": "3", "geboortemaand-jaar": "1980"}
    )
    assert list(known(start(visitor))) == ["Reden"]


@pytest.mark.row("W5")
def test_after_the_button_only_the_remaining_questions_come(visitor: FlaskClient) -> None:
    answer(visitor, FIRST, "woont_in_gemeente", "reden", "inkomen")
    asked, leads = [], visitor.post(SECOND).location
    while "/vraag/" in leads:
        asked.append(leads.rpartition("/")[2])
        leads = answer(visitor, SECOND, asked[-1])
    assert asked == ["weken"]
    assert leads == f"{SECOND}/controleer"


@pytest.mark.row("W5")
def test_the_answers_of_the_other_way_count_in_the_outcome(visitor: FlaskClient) -> None:
    answer(visitor, FIRST, "woont_in_gemeente", "reden", "inkomen")
    visitor.post(SECOND)
    answer(visitor, SECOND, "weken")
    page = page_of(visitor.get(f"{SECOND}/uitkomst"))
    titles = [page.text(title) for title in page.all("h3", class_="support_row__title")]
    assert titles[:2] == ["Geld van de gemeente", "Hulp bij werk zoeken"]


def test_when_everything_is_known_the_button_leads_to_the_outcome_at_once(visitor: FlaskClient) -> None:
    answer(visitor, FIRST, *ANSWERS)
    answer(visitor, SECOND, "weken")
    page = start(visitor)
    assert "geen vragen meer" in page.text()
    assert visitor.post(SECOND).location == f"{SECOND}/uitkomst"


def test_an_answer_that_is_not_known_is_not_asked_again_either(visitor: FlaskClient) -> None:
    answer(visitor, FIRST, "reden", reden="weetniet")
    assert known(start(visitor)) == {"Reden": "U weet dit nog niet"}
    assert visitor.post(SECOND).location == f"{SECOND}/vraag/woont_in_gemeente"


@pytest.mark.row("W5")
def test_changing_an_answer_comes_back_and_the_change_counts(visitor: FlaskClient) -> None:
    answer(visitor, FIRST, "woont_in_gemeente", "reden", "inkomen")
    page = start(visitor)
    change = next(a.get("href", "") for a in page.all("a") if "/vraag/reden" in a.get("href", ""))
    question = page_of(visitor.get(change))
    assert question.one("a", class_="back_link").get("href") == SECOND
    led = visitor.post(change, data={"reden": "weinig_geld"}).location
    assert led == SECOND
    again = start(visitor)
    assert known(again)["Reden"] == "Ik heb weinig geld"
    assert "geen vragen meer" in again.text(), "how many weeks matters only without work"
    assert visitor.post(SECOND).location == f"{SECOND}/uitkomst"


def test_a_change_that_brings_a_new_question_is_confirmed_before_it_is_asked(visitor: FlaskClient) -> None:
    answer(visitor, FIRST, "woont_in_gemeente", "inkomen")
    answer(visitor, FIRST, "reden", reden="weinig_geld")
    led = visitor.post(f"{SECOND}/vraag/reden?naar=begin", data={"reden": "geen_werk"}).location
    assert led == SECOND
    assert visitor.post(SECOND).location == f"{SECOND}/vraag/weken"


def test_an_answer_that_closes_the_way_leads_to_the_way_out(visitor: FlaskClient) -> None:
    answer(visitor, FIRST, "woont_in_gemeente", woont_in_gemeente="nee")
    page = start(visitor)
    assert "geen vragen meer" in page.text()
    assert visitor.post(SECOND).location == f"{SECOND}/uitkomst"
    assert "uw eigen gemeente" in page_of(visitor.get(f"{SECOND}/uitkomst")).text()


@pytest.mark.row("S8")
def test_a_shared_computer_and_a_helper_stay_so_on_the_next_way(visitor: FlaskClient) -> None:
    visitor.post(FIRST, data={"gedeeld": "1", "hulp": "1"})
    answer(visitor, FIRST, "reden")
    page = start(visitor)
    form = page.form_data(page.one("form", id="vraag"))
    assert (form["gedeeld"], form["hulp"]) == (["1"], ["1"])
    assert page.all("div", data_idle_seconds="600"), "answers on the page are wiped like anywhere else"
    assert "voor iemand anders" in page.text()
    visitor.post(SECOND, data=form)
    again = page_of(visitor.get(f"{SECOND}/vraag/weken"))
    assert again.all("div", data_idle_seconds="600")


@pytest.mark.row("L3")
def test_another_language_shows_the_same_page_and_keeps_the_ticks(visitor: FlaskClient) -> None:
    answer(visitor, FIRST, "reden")
    led = visitor.post(SECOND, data={"_taal": "ar", "gedeeld": "1"}).location
    assert led == "/ar/route/verder"
    page = page_of(visitor.get(led))
    assert page.form_data(page.one("form", id="vraag"))["gedeeld"] == ["1"]
    assert len(known(page)) == 1


LOST_A_JOB: dict[str, dict[str, Any]] = {
    "woont_in_gemeente": {"woont_in_gemeente": "ja"},
    "mag_hier_werken": {"mag_hier_werken": "ja"},
    "geboortemaand": {"geboortemaand-maand": "2", "geboortemaand-jaar": "1980"},
    "einde_werk": {"einde_werk": "ontslagen"},
    "kan_werken": {"kan_werken": "ja"},
    "zorgen": {"zorgen-weetniet": "1"},
}


@pytest.mark.row("W5")
@pytest.mark.parametrize("language", ["nl", "en", "ar"])
def test_who_lost_a_job_confirms_on_every_other_way_that_is_shipped(
    client: FlaskClient, app: Flask, language: str
) -> None:
    for fact, fields in LOST_A_JOB.items():
        assert client.post(f"/nl/route/baan_kwijt/vraag/{fact}", data=fields).status_code == 303
    for route in app.extensions["way"].routes.values():
        address = f"/{language}/route/{route.id}"
        shared = LOST_A_JOB.keys() & set(route.ask)
        assert len(known(start(client, address))) >= len(shared), route.id
        leads = client.post(address).location
        assert leads.rpartition("/")[2] not in LOST_A_JOB, f"{route.id} asks again: {leads}"
