"""A question of every kind through its page, without a script: filled in, kept, shown again, changed."""

from __future__ import annotations

from typing import Any

import pytest
from flask import Flask

from tests.pages import page_of
from tests.reading import Page
from tests.wayfinder.example import portal_of_voorbeeldstad
from tests.wayfinder.visiting import answered, kept, location


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Flask:
    """The portal of the municipality that does not exist."""
    return portal_of_voorbeeldstad(tmp_path_factory.mktemp("voorbeeldstad"))


KINDS: list[tuple[str, dict[str, Any], Any]] = [
    ("woont_in_gemeente", {"woont_in_gemeente": "nee"}, False),
    ("reden", {"reden": "geen_werk"}, "geen_werk"),
    ("zorgen", {"zorgen": ["taal", "gevaar"]}, ["gevaar", "taal"]),
    ("zorgen", {"zorgen": ["geen"]}, []),
    ("inkomen", {"inkomen": "1.250,50", "inkomen-periode": "four_weeks"}, [125_050, "four_weeks"]),
    ("inkomen", {"inkomen": "١٢٥٠٫٥", "inkomen-periode": "month"}, [125_050, "month"]),
    ("weken", {"weken": "٣١"}, 31),
    (
        "laatste_dag",
        {"laatste_dag-dag": "01", "laatste_dag-maand": "09", "laatste_dag-jaar": "2026"},
        "2026-09-01",
    ),
    ("geboortemaand", {"geboortemaand-maand": "2", "geboortemaand-jaar": "1980"}, "1980-02"),
    ("postcode", {"postcode": "1234 AB"}, "1234"),
    (
        "kinderen",
        {
            "kinderen-0-geboortemaand-maand": "5",
            "kinderen-0-geboortemaand-jaar": "2019",
            "kinderen-0-opvang": "ja",
            "kinderen-0-dagen": "٢",
            "kinderen-1-opvang": "nee",
        },
        [{"geboortemaand": "2019-05", "opvang": True, "dagen": 2}, {"opvang": False}],
    ),
]


def form_data(page: Page) -> dict[str, list[str]]:
    """What a browser would send for a question as it stands."""
    return page.form_data(page.one("form", id="vraag"))


@pytest.mark.row("W3")
@pytest.mark.row("L11")
@pytest.mark.parametrize("language", ["nl", "en", "ar"])
@pytest.mark.parametrize(("question", "fields", "packed"), KINDS)
def test_every_kind_of_answer_is_kept_and_shown_again(
    example: Flask, language: str, question: str, fields: dict[str, Any], packed: object
) -> None:
    client = example.test_client()
    address = f"/{language}/route/hulp/vraag/{question}"
    empty = form_data(page_of(client.get(address)))
    known_fields = {name for name in empty if not name.startswith("_")}
    assert all(name.startswith(question) or name == "csrf_token" for name in known_fields)
    location(client.post(address, data={**empty, **fields}))
    assert kept(client) == {question: packed}
    again = page_of(client.get(address))
    location(client.post(address, data=form_data(again)))
    assert kept(client) == {question: packed}, "sending it unchanged changes nothing"


@pytest.mark.row("W4")
@pytest.mark.parametrize("question", sorted({question for question, _, _ in KINDS}))
def test_an_answer_can_be_changed_into_i_dont_know(example: Flask, question: str) -> None:
    client = example.test_client()
    address = f"/nl/route/hulp/vraag/{question}"
    fields = next(fields for each, fields, _ in KINDS if each == question)
    client.post(address, data=fields)
    one_of = question in {"woont_in_gemeente", "reden"}
    seen = {name: value for name, value in form_data(page_of(client.get(address))).items() if name[0] == "_"}
    unknown = {question: "weetniet"} if one_of else {f"{question}-weetniet": "1"}
    location(client.post(address, data={**seen, **unknown}))
    assert kept(client) == {question: None}
    shown = form_data(page_of(client.get(address)))
    assert shown.get(question) == ["weetniet"] if one_of else shown.get(f"{question}-weetniet") == ["1"]


def test_one_more_person_gives_a_row_and_keeps_what_was_typed(example: Flask) -> None:
    client = example.test_client()
    address = "/nl/route/hulp/vraag/kinderen"
    first = page_of(client.get(address))
    assert len(first.all("fieldset", class_="people__person")) == 1
    data = {**form_data(first), "kinderen-0-dagen": "twee", "kinderen-nog": "1"}
    second = page_of(client.post(address, data=data))
    assert len(second.all("fieldset", class_="people__person")) == 2
    assert second.one("input", name="kinderen-0-dagen").get("value") == "twee"
    full = {f"kinderen-{place}-dagen": "2" for place in range(3)}
    last = page_of(client.post(address, data={**full, "kinderen-nog": "1"}))
    assert len(last.all("fieldset", class_="people__person")) == 3
    assert not last.all("button", name="kinderen-nog")


@pytest.mark.row("W1")
@pytest.mark.parametrize("language", ["nl", "ar"])
def test_the_outcome_of_another_municipality_speaks_of_its_own_help(example: Flask, language: str) -> None:
    client = answered(
        example,
        woont_in_gemeente=True,
        geboortemaand="1980-02",
        reden="geen_werk",
        laatste_dag="2026-11-10",
        inkomen=[0, "month"],
        zorgen=["taal"],
        woonsituatie="alleen_met_kinderen",
        kinderen=[{"opvang": True}],
        weken=8,
    )
    page = page_of(client.get(f"/{language}/route/hulp/uitkomst"))
    links = {link.get("href") or "" for link in page.all("a")}
    for item in ("steun", "werkhulp", "opvanghulp", "taalhulp", "proef", "wijkbezoek"):
        assert any(link.endswith(f"/hulp/{item}") for link in links), item
    assert "Zwolle" not in page.text()
    assert "Voorbeeldstad" in page.text()


def test_a_postcode_can_be_asked_in_place(example: Flask) -> None:
    answers: dict[str, Any] = dict.fromkeys(
        ("woont_in_gemeente", "geboortemaand", "reden", "inkomen", "zorgen", "woonsituatie"), "?"
    )
    client = answered(example, **answers)
    response = client.post("/nl/route/hulp/uitkomst", data={"_vraag": "postcode", "postcode": "8011"})
    assert location(response).startswith("/nl/route/hulp/uitkomst")
    assert kept(client)["postcode"] == "8011"
