"""The page of the outcome through HTTP: questions answered in place, the part for a script, the way out."""

from __future__ import annotations

import pytest
from flask import Flask

from tests.pages import fragment_of, page_of
from tests.wayfinder.visiting import NOW, answered, everything, kept, location

ROUTE = "route/baan_kwijt"


@pytest.fixture(autouse=True)
def clock(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every test take place at one moment."""
    monkeypatch.setitem(app.config, "NOW", NOW)


@pytest.mark.row("W4")
def test_a_maybe_is_settled_in_place(app: Flask) -> None:
    client = answered(app, **everything())
    address = f"/nl/{ROUTE}/uitkomst"
    page = page_of(client.get(address))
    asks = [button.get("value") for button in page.all("button", name="_vraag")]
    assert len(asks) == len(set(asks)), "each question stands on the page once"
    assert "krijgt_toeslag" in asks
    response = client.post(address, data={"_vraag": "krijgt_toeslag", "krijgt_toeslag": "ja"})
    assert location(response).split("#")[0] == address
    assert kept(client)["krijgt_toeslag"] is True
    after = page_of(client.get(address))
    assert "krijgt_toeslag" not in [button.get("value") for button in after.all("button", name="_vraag")]


def test_a_wrong_answer_in_place_is_said_there_and_keeps_what_was_typed(app: Flask) -> None:
    client = answered(app, **everything(woonsituatie="alleen"))
    address = f"/nl/{ROUTE}/uitkomst"
    page = page_of(client.post(address, data={"_vraag": "brutoloon", "brutoloon": "veel"}), 422)
    assert page.one("input", name="brutoloon").get("value") == "veel"
    assert "brutoloon" not in kept(client)


def test_only_what_an_answer_can_change_is_sent_to_a_script_that_asks_for_it(app: Flask) -> None:
    client = answered(app, **everything())
    whole = page_of(client.get(f"/nl/{ROUTE}/uitkomst"))
    part = fragment_of(client.get(f"/nl/{ROUTE}/uitkomst", headers={"HX-Request": "true"}))
    assert not part.all("header")
    assert not whole.all(hx_swap_oob="true")
    for identity in ("hulp-kop", "kort", "uw-stappen", "wie-helpt"):
        assert part.text(part.one(id=identity)) == whole.text(whole.one(id=identity))


@pytest.mark.parametrize("question", ["bestaat_niet", "", "leeftijd", "__class__"])
def test_a_question_that_is_not_of_this_way_cannot_be_answered_in_place(app: Flask, question: str) -> None:
    client = answered(app, **everything())
    assert client.post(f"/nl/{ROUTE}/uitkomst", data={"_vraag": question, question: "ja"}).status_code == 404


def test_for_whom_the_way_is_closed_there_is_a_way_out_and_a_way_back(app: Flask) -> None:
    client = answered(app, woont_in_gemeente=True, mag_hier_werken=False)
    page = page_of(client.get(f"/nl/{ROUTE}/uitkomst"))
    assert "Juridisch Loket" in page.text()
    links = {link.get("href") for link in page.all("a")}
    assert f"/nl/{ROUTE}/vraag/mag_hier_werken?naar=uitkomst" in links
    assert not page.all(id="stappen")


def test_a_calendar_is_offered_only_where_there_are_dates(app: Flask) -> None:
    address = f"/nl/{ROUTE}/agenda.ics"
    dated = page_of(answered(app, **everything()).get(f"/nl/{ROUTE}/uitkomst"))
    assert dated.all("a", href=address)
    unknown = page_of(answered(app, **dict.fromkeys(everything(), "?")).get(f"/nl/{ROUTE}/uitkomst"))
    assert not unknown.all("a", href=address)


@pytest.mark.row("W8")
@pytest.mark.row("W9")
@pytest.mark.parametrize("language", ["nl", "en", "ar"])
def test_every_item_stands_on_the_page_with_a_reason_and_a_link(app: Flask, language: str) -> None:
    page = page_of(answered(app, **everything()).get(f"/{language}/{ROUTE}/uitkomst"))
    links = {link.get("href") for link in page.all("a")}
    items = [link for link in links if link and link.startswith(f"/{language}/hulp/")]
    assert len(items) >= 25
    assert page.one(id="nu-niet").tag == "details"


def test_what_nobody_confirmed_says_so(app: Flask) -> None:
    page = page_of(answered(app, **everything(einde_werk="zelf_ontslag")).get(f"/nl/{ROUTE}/uitkomst"))
    assert "Wij weten niet zeker of dit nu bestaat." in page.text()
