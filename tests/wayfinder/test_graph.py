"""`flask content graph`: a row per question, a ring wherever a form of support hangs on it."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from xml.etree.ElementTree import Element, fromstring

import msgspec
import pytest
from click.testing import Result
from flask import Flask

from app.catalogue.content import load_catalogue
from app.catalogue.model import Catalogue
from app.config import ROOT, Settings
from app.parameters import Parameters
from app.wayfinder.check.command import content as command
from app.wayfinder.check.drawing import THREAD, WARNING, svg
from app.wayfinder.check.graph import Column, Graph, Hold, Row, Words, graph_of
from app.wayfinder.check.overviews import route_graph
from app.wayfinder.check.routes import routes_on
from app.wayfinder.flow import RouteOn
from app.web.languages import BY_CODE, DUTCH
from app.web.translations import files, gather

DAY = date(2026, 11, 21)
GOOD = Path(__file__).parent / "good_content"
ARABIC = BY_CODE["ar"]
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def small(tmp_path: Path) -> Settings:
    """An installation with two small routes, of which one question is translated into Arabic."""
    settings = Settings(
        session_keys=("for tests only",),
        answer_keys=("for tests only",),
        content=shutil.copytree(GOOD, tmp_path / "content"),
        translations=tmp_path / "translations",
    )
    catalog = gather.content(settings.content)
    for message in files.texts(catalog):
        message.string = "لماذا؟" if message.id == "Waarom stopt uw werk?" else ""
    path = files.po_path(settings.translations, ARABIC, "content")
    files.replace(path, files.written(catalog, ARABIC))
    return settings


def run(settings: Settings, *arguments: str) -> Result:
    app = Flask("proef")
    app.config["TODAY"] = DAY
    app.extensions["house"] = SimpleNamespace(settings=settings)
    return app.test_cli_runner().invoke(command, ["graph", *arguments])


def drawn(text: str) -> Element:
    return fromstring(text)  # noqa: S314 — our own drawing


def rows(drawing: Element) -> dict[str, Element]:
    """The rows of a drawing, by question."""
    return {group.get("id", ""): group for group in drawing.iter(f"{SVG}g") if group.get("id")}


def said(element: Element) -> list[str]:
    return [text.text or "" for text in element.iter(f"{SVG}text")]


def rings(row: Element) -> list[tuple[float, bool]]:
    """The rings on a thread: where they stand, and whether they are filled."""
    found = [ring for ring in row.iter(f"{SVG}circle") if ring.get("r") == "6.5"]
    return [(float(ring.get("cx", "0")), ring.get("fill") == THREAD) for ring in found]


# What hangs on what


def test_every_question_of_a_small_route_has_its_row_in_order(small: Settings) -> None:
    graph = route_graph(small, "baan_kwijt", DUTCH, DAY)
    asked = [row.fact for row in graph.rows if row.is_asked]
    assert asked == [
        "woont_hier", "reden", "weken", "geboortemaand", "samen", "loon_partner", "laatste_dag", "zorgen"
    ]  # fmt: skip
    assert [row.fact for row in graph.rows][: len(asked)] == asked, "what is asked later stands below"


def test_an_item_hangs_on_answers_on_what_follows_from_them_and_on_dates(small: Settings) -> None:
    graph = route_graph(small, "baan_kwijt", DUTCH, DAY)
    assert graph.holds["reden", "geld"] is Hold.ANSWER
    assert graph.holds["geboortemaand", "geld"] is Hold.WORKED_OUT
    assert graph.holds["laatste_dag", "geld"] is Hold.DATE
    assert ("zorgen", "geld") not in graph.holds


def test_the_words_of_a_question_are_counted(small: Settings) -> None:
    graph = route_graph(small, "baan_kwijt", DUTCH, DAY)
    row = next(row for row in graph.rows if row.fact == "reden")
    assert (row.question, row.words) == ("Waarom stopt uw werk?", 4)
    assert row.words_in_all > row.words


def test_missing_texts_are_counted_per_language(small: Settings) -> None:
    graph = route_graph(small, "baan_kwijt", DUTCH, DAY)
    row = next(row for row in graph.rows if row.fact == "reden")
    assert row.missing["en"] == row.missing["ar"] + 1, "one question is there in Arabic"
    assert row.is_translated, "Dutch is never missing"


def test_in_another_language_its_own_words_stand_there_and_what_is_missing_is_marked(small: Settings) -> None:
    graph = route_graph(small, "baan_kwijt", ARABIC, DAY)
    by_fact = {row.fact: row for row in graph.rows}
    assert (by_fact["reden"].question, by_fact["reden"].words) == ("لماذا؟", 1)
    assert by_fact["reden"].is_translated
    assert not by_fact["weken"].is_translated
    assert set(by_fact["weken"].missing) == {"ar"}


# The drawing


@pytest.fixture(scope="module")
def shipped() -> tuple[Catalogue, list[RouteOn], Words]:
    """Everything that is shipped, read once."""
    folders = [ROOT / "content", ROOT / "content" / "municipalities" / "zwolle"]
    numbers = Parameters.load([folder / "parameters" for folder in folders])
    words = Words(folders[0], ROOT / "translations", "zwolle")
    return load_catalogue(folders), routes_on(folders, numbers, DAY), words


@pytest.mark.row("R4")
@pytest.mark.parametrize("language", ["nl", "en", "ar"])
def test_every_shipped_route_is_drawn_whole(
    shipped: tuple[Catalogue, list[RouteOn], Words], language: str
) -> None:
    catalogue, routes, words = shipped
    for on in routes:
        graph = graph_of(on, catalogue, words, BY_CODE[language], (ARABIC,))
        drawing = drawn(svg(graph))
        assert list(rows(drawing)) == [row.fact for row in graph.rows]
        assert {*on.questions} == {*rows(drawing)}
        for row, group in zip(graph.rows, rows(drawing).values(), strict=True):
            held = [hold for (fact, _), hold in graph.holds.items() if fact == row.fact]
            assert len(rings(group)) == sum(hold is not Hold.DATE for hold in held), row.fact
            assert any(f"{row.words} woorden" in line for line in said(group))
        assert {column.title for column in graph.columns} <= {*said(drawing)}
        inside(drawing)


def inside(drawing: Element) -> None:
    """Fail when something stands outside the paper."""
    _, _, width, height = map(float, drawing.get("viewBox", "").split())
    for element in drawing.iter():
        for name, most in (("x", width), ("cx", width), ("y", height), ("cy", height)):
            assert 0 <= float(element.get(name, "0")) <= most, (element.tag, element.attrib)


@pytest.mark.parametrize("language", ["nl", "ar"])
def test_nothing_stands_outside_the_paper(small: Settings, language: str) -> None:
    inside(drawn(svg(route_graph(small, "baan_kwijt", BY_CODE[language], DAY))))


@pytest.mark.row("L2")
def test_from_right_to_left_the_drawing_is_the_mirror_image(small: Settings) -> None:
    graph = route_graph(small, "baan_kwijt", DUTCH, DAY)
    mirrored = msgspec.structs.replace(graph, language=ARABIC)
    drawing, mirror = drawn(svg(graph)), drawn(svg(mirrored))
    width = float(drawing.get("viewBox", "").split()[2])
    assert (mirror.get("direction"), mirror.get("lang")) == ("rtl", "ar")
    for fact, row in rows(drawing).items():
        theirs = rings(rows(mirror)[fact])
        assert [(width - x, filled) for x, filled in rings(row)] == theirs


def one_row(question: str, *, language: str = "nl", is_translated: bool = True) -> Element:
    row = Row("feit", question, True, 3, 9, {} if is_translated else {"ar": 2}, is_translated)
    column = Column("geld", "Geld & meer", True, is_translated)
    graph = Graph("Proef <1>", BY_CODE[language], (row,), (column,), {("feit", "geld"): Hold.ANSWER})
    return drawn(svg(graph))


def test_words_that_look_like_markup_stay_words() -> None:
    drawing = one_row('Verdient u < 100 & "meer"?')
    assert {"Proef <1>", "Geld & meer", 'Verdient u < 100 & "meer"?'} <= set(said(drawing))


def test_a_missing_translation_runs_as_dutch_does_and_is_marked() -> None:
    drawing = one_row("Woont u hier?", language="ar", is_translated=False)
    question = next(text for text in drawing.iter(f"{SVG}text") if text.text == "Woont u hier?")
    assert (question.get("lang"), question.get("direction"), question.get("fill")) == ("nl", "ltr", WARNING)
    assert "ontbreekt: ar 2" in said(drawing)


def test_a_long_question_takes_more_lines_and_none_is_lost() -> None:
    question = "In hoeveel van de laatste zesendertig weken werkte u, ook als het maar een uurtje was?"
    lines = [line for line in said(rows(one_row(question))["feit"]) if line in question]
    assert len(lines) > 1
    assert " ".join(lines) == question


def test_a_route_that_nothing_hangs_on_can_be_drawn() -> None:
    row = Row("feit", "Woont u hier?", False, 3, 9, {}, True)
    drawing = drawn(svg(Graph("Leeg", DUTCH, (row,), (), {})))
    assert rings(rows(drawing)["feit"]) == []
    inside(drawing)


# The command


def test_the_drawing_goes_to_the_screen_or_into_a_file(small: Settings, tmp_path: Path) -> None:
    shown = run(small, "baan_kwijt")
    assert shown.exit_code == 0
    path = tmp_path / "baan.svg"
    written = run(small, "baan_kwijt", "--language", "ar", "--output", str(path))
    assert written.exit_code == 0, written.output
    assert drawn(shown.output).get("direction") == "ltr"
    assert drawn(path.read_text("utf-8")).get("direction") == "rtl"


def test_a_route_that_does_not_exist_is_told_with_those_that_do(small: Settings) -> None:
    result = run(small, "niets")
    assert result.exit_code == 1
    assert "De route ‘niets’ bestaat niet: baan_kwijt, schulden." in result.output
