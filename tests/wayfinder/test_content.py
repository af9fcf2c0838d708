"""Routes and crisis exits as files: what is not installed is left out, what does not exist is refused."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from app.catalogue.content import load_catalogue
from app.content_file import ContentError
from app.facts.content import load_facts
from app.wayfinder.content import load_way
from app.wayfinder.model import Way
from tests.people import VOORBEELDSTAD, zwolle

TOWN = "municipalities/voorbeeldstad"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A copy of the example's content, to be changed."""
    return shutil.copytree(VOORBEELDSTAD, tmp_path / "content")


def way_of(content: Path, *rooms: str) -> Way:
    """The routes of this content."""
    folders = [content, content / TOWN]
    facts = load_facts(folders)
    return load_way(folders, facts, load_catalogue(folders), rooms)


def change(content: Path, name: str, old: str, new: str) -> None:
    """Change one file of the content."""
    path = content / name
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def test_a_room_that_is_not_installed_is_left_out_of_what_comes_next(content: Path) -> None:
    assert way_of(content).routes["hulp"].next == ()
    assert way_of(content, "rekenhulp").routes["hulp"].next == ("rekenhulp",)


def test_a_route_may_lead_to_another_route(content: Path) -> None:
    second = (content / "routes" / "hulp.yaml").read_text("utf-8").replace("id: hulp", "id: later")
    (content / "routes" / "later.yaml").write_text(second.replace("[rekenhulp]", "[hulp]"), "utf-8")
    assert way_of(content).routes["later"].next == ("hulp",)


def test_routes_stand_in_their_order(content: Path) -> None:
    second = (content / "routes" / "hulp.yaml").read_text("utf-8").replace("id: hulp", "id: eerst")
    (content / "routes" / "eerst.yaml").write_text(second + "order: -1\n", "utf-8")
    assert list(way_of(content).routes) == ["eerst", "hulp"]


@pytest.mark.row("W2")
@pytest.mark.parametrize(
    ("name", "old", "new", "line"),
    [
        ("routes/hulp.yaml", "ask: [woont_in_gemeente,", "ask: [bestaat_niet,", 6),
        ("routes/hulp.yaml", "id: hulp", "id: anders", 1),
        ("crisis.yaml", "includes: gevaar", "lijkt_op: gevaar", 2),
    ],
)
def test_what_does_not_exist_is_refused_with_file_and_line(
    content: Path, name: str, old: str, new: str, line: int
) -> None:
    change(content, name, old, new)
    with pytest.raises(ContentError) as refused:
        way_of(content)
    assert refused.value.path.name == Path(name).name
    assert refused.value.line == line, str(refused.value)


def test_an_item_that_this_municipality_does_not_have_is_left_out(content: Path) -> None:
    (content / TOWN / "support" / "taalhulp.yaml").unlink()
    assert "taalhulp" not in way_of(content).routes["hulp"].consider


def test_content_without_crisis_exits_has_none(content: Path) -> None:
    (content / "crisis.yaml").unlink()
    assert way_of(content).crises == ()


def test_crisis_exits_of_the_municipality_stand_beside_those_of_the_country(content: Path) -> None:
    text = (content / "crisis.yaml").read_text("utf-8").replace("id: gevaar", "id: hier")
    (content / TOWN / "crisis.yaml").write_text(text, "utf-8")
    assert [crisis.id for crisis in way_of(content).crises] == ["gevaar", "hier"]


@pytest.mark.row("W1")
def test_the_shipped_route_asks_at_most_eight_things_first() -> None:
    for route in zwolle().way.routes.values():
        assert len(route.ask) <= 8
        assert len(set(route.ask)) == len(route.ask)
        assert len(set(route.consider)) == len(route.consider)


def test_gates_are_asked_before_everything_else() -> None:
    installed = zwolle()
    for route in installed.way.routes.values():
        gates = [fact in installed.facts.gates for fact in route.ask]
        assert gates == sorted(gates, reverse=True)


def test_every_crisis_exit_has_a_number_or_somebody_to_call() -> None:
    for crisis in zwolle().way.crises:
        assert crisis.phone
        if crisis.organisation is not None:
            assert crisis.organisation in zwolle().catalogue.organisations
