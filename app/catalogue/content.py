"""Reads content/support and content/organisations once, at start."""

from collections.abc import Sequence
from pathlib import Path

from flask import Flask, current_app

from app.catalogue.model import Catalogue, Item, Organisation, Topic
from app.condition import Condition
from app.content_file import ContentError, Document, read_yaml
from app.facts.content import condition_at, files_in, refuse_other_name


def load_catalogue(directories: Sequence[Path]) -> Catalogue:
    """Return the catalogue of all directories; a municipality's file replaces the national one by id."""
    organisations = {found.id: found for found in _organisations(directories)}
    items: dict[str, Item] = {}
    conditions: dict[str, Condition] = {}
    step_conditions: dict[tuple[str, str], Condition] = {}
    for path in files_in(directories, "support"):
        document = read_yaml(path)
        item = document.decode(Item)
        refuse_other_name(document, item.id)
        _refuse_unknown_organisation(document, item, organisations)
        items[item.id] = item
        conditions[item.id] = condition_at(document, item.applies, "applies")
        for index, step in enumerate(item.steps):
            if step.only_if is not None:
                step_conditions[item.id, step.id] = condition_at(document, step.only_if, "steps", index, "if")
    return Catalogue(
        items,
        organisations,
        conditions,
        step_conditions,
        events=_topics(directories, "events.yaml"),
        groups=_topics(directories, "groups.yaml"),
    )


def _organisations(directories: Sequence[Path]) -> list[Organisation]:
    found = []
    for path in files_in(directories, "organisations"):
        document = read_yaml(path)
        organisation = document.decode(Organisation)
        refuse_other_name(document, organisation.id)
        found.append(organisation)
    return found


def _topics(directories: Sequence[Path], name: str) -> tuple[Topic, ...]:
    files = [directory / name for directory in directories if (directory / name).exists()]
    return tuple(topic for path in files for topic in read_yaml(path).decode(tuple[Topic, ...]))


def _refuse_unknown_organisation(
    document: Document, item: Item, organisations: dict[str, Organisation]
) -> None:
    named = [("organisation", item.organisation), *(("helpers", helper) for helper in item.helpers)]
    for key, organisation in named:
        if organisation not in organisations:
            words = f"de organisatie ‘{organisation}’ bestaat niet in content/organisations"
            raise ContentError(document.path, document.line(key), words)


def install(app: Flask) -> None:
    """Read what exists in this installation."""
    settings = app.extensions["house"].settings
    app.extensions["catalogue"] = load_catalogue([settings.content, settings.municipality_folder])
    app.jinja_env.globals.update(organisation=lambda each: catalogue().organisations[each])


def catalogue() -> Catalogue:
    """Return everything that exists in this installation."""
    found = current_app.extensions["catalogue"]
    assert isinstance(found, Catalogue)  # noqa: S101 — narrows the type; `install` put it there
    return found
