"""Questions as files: read in order, replaced by a municipality, refused with file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.content_file import ContentError
from app.facts.content import load_facts
from app.facts.derived import DERIVED
from app.facts.model import Kind
from tests.people import voorbeeldstad, zwolle

QUESTION = """id: kleur
kind: yes_no
short: Kleur
unknown: Wij weten dit niet.
statement: Ja.
denial: Nee.
"""


def written(folder: Path, text: str = QUESTION, name: str = "kleur") -> Path:
    """A folder of content with one question."""
    (folder / "facts").mkdir(parents=True, exist_ok=True)
    (folder / "facts" / f"{name}.yaml").write_text(text, "utf-8")
    return folder


def test_a_municipality_may_ask_in_its_own_words(tmp_path: Path) -> None:
    country = written(tmp_path / "land")
    town = written(tmp_path / "stad", QUESTION.replace("short: Kleur", "short: Verf"))
    assert load_facts([country, town])["kleur"].short == "Verf"
    assert load_facts([country])["kleur"].short == "Kleur"


REFUSED = [
    (QUESTION.replace("id: kleur", "id: klur"), "kleur", 1),
    (QUESTION + "asked_if: {fact: x, lijkt_op: rood}\n", "lijkt_op", 7),
    (QUESTION + "gate:\n  way_out: Weg.\n  stays_if:\n    all: []\n", "", 10),
    (QUESTION.replace("yes_no", "ja_nee"), "ja_nee", 2),
    (QUESTION + "vraag: Hoezo?\n", "vraag", 7),
]


@pytest.mark.parametrize(("text", "word", "line"), REFUSED)
def test_a_mistake_is_refused_with_its_file_and_line(tmp_path: Path, text: str, word: str, line: int) -> None:
    with pytest.raises(ContentError) as refused:
        load_facts([written(tmp_path, text)])
    assert refused.value.path.name == "kleur.yaml"
    assert refused.value.line == line, str(refused.value)
    assert word in str(refused.value)


def test_a_folder_without_questions_is_an_empty_stock(tmp_path: Path) -> None:
    assert load_facts([tmp_path]).by_id == {}


@pytest.mark.row("W3")
def test_the_example_asks_a_question_of_every_kind() -> None:
    asked = {fact.kind for fact in voorbeeldstad().facts.by_id.values() if not fact.derived}
    # Hours of work are asked by the calculator only, which the example does not have.
    assert asked == set(Kind) - {Kind.HOURS}
    assert Kind.HOURS in {fact.kind for fact in zwolle().facts.by_id.values()}


@pytest.mark.row("W7")
def test_every_shipped_question_says_why_where_and_what_to_do() -> None:
    for fact in zwolle().facts.by_id.values():
        if not fact.derived:
            assert all((fact.question, fact.hint, fact.why, fact.where, fact.error, fact.unknown)), fact.id


def test_every_derived_fact_of_the_content_has_its_function_and_its_needs() -> None:
    facts = zwolle().facts
    assert {fact.id for fact in facts.by_id.values() if fact.derived} <= DERIVED.keys()
    assert all(need in facts for fact in DERIVED if fact in facts for need in DERIVED[fact].needs)
