"""Reads content/facts once, at start."""

from collections.abc import Sequence
from pathlib import Path

from app.condition import Condition, ConditionError, parse
from app.content_file import ContentError, Document, read_yaml
from app.facts.model import Fact, Facts


def load_facts(directories: Sequence[Path], folder: str = "facts") -> Facts:
    """Return the facts of this folder in all directories; a municipality may replace one by its id."""
    by_id: dict[str, Fact] = {}
    guards: dict[str, Condition] = {}
    gates: dict[str, Condition] = {}
    for path in files_in(directories, folder):
        document = read_yaml(path)
        fact = document.decode(Fact)
        refuse_other_name(document, fact.id)
        by_id[fact.id] = fact
        if fact.asked_if is not None:
            guards[fact.id] = condition_at(document, fact.asked_if, "asked_if")
        if fact.gate is not None:
            gates[fact.id] = condition_at(document, fact.gate.stays_if, "gate", "stays_if")
    return Facts(by_id, guards, gates)


def files_in(directories: Sequence[Path], folder: str) -> list[Path]:
    """Return the YAML files of one folder in each directory, in a fixed order."""
    return [path for directory in directories for path in sorted((directory / folder).glob("*.yaml"))]


def condition_at(document: Document, data: object, *keys: str | int) -> Condition:
    """Return the condition that stands at `keys`, or stop with file, line and plain words."""
    try:
        return parse(data)
    except ConditionError as error:
        raise ContentError(document.path, document.line(*keys, *error.path), error.words) from error


def refuse_other_name(document: Document, content_id: str) -> None:
    """Stop when a file is not named after the id in it: a link by id would lead nowhere."""
    if document.path.stem != content_id:
        words = f"het bestand heet ‘{document.path.stem}’, maar de id is ‘{content_id}’"
        raise ContentError(document.path, document.line("id"), words)
