"""Reads what exists once, at start: support, organisations, topics, and what is told about the city."""

from collections.abc import Collection, Sequence
from pathlib import Path
from typing import TypeVar

from flask import Flask, current_app

from app.catalogue.guide import Chain, City, Work
from app.catalogue.model import Catalogue, Item, Organisation, Topic
from app.catalogue.place import Place
from app.condition import Condition
from app.content_file import ContentError, Document, Key, read_yaml
from app.facts.content import condition_at, files_in, refuse_other_name

_Page = TypeVar("_Page", Chain, Work)


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
        _refuse_unknown(document, item.organisation, organisations, "organisation")
        for helper in item.helpers:
            _refuse_unknown(document, helper, organisations, "helpers")
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
    documents = _documents(directories, name)
    return tuple(topic for document in documents for topic in document.decode(tuple[Topic, ...]))


def load_city(directories: Sequence[Path], organisations: Collection[str]) -> City:
    """Return what is told about a city; a municipality's page replaces the national one."""
    chain = _told(directories, "chain.yaml", Chain)
    work = _told(directories, "sectors.yaml", Work)
    found: list[Place] = []
    for document in _documents(directories, "places.yaml"):
        for at, place in enumerate(document.decode(tuple[Place, ...])):
            _refuse_unknown(document, place.organisation, organisations, at, "organisation")
            found.append(place)
    if chain is not None:
        document, told = chain
        for keys, role in told.roles():
            _refuse_unknown(document, role.organisation, organisations, *keys, "organisation")
    return City(tuple(found), chain[1] if chain else None, work[1] if work else None)


def _told(directories: Sequence[Path], name: str, shape: type[_Page]) -> tuple[Document, _Page] | None:
    documents = _documents(directories, name)
    return (documents[-1], documents[-1].decode(shape)) if documents else None


def _documents(directories: Sequence[Path], name: str) -> list[Document]:
    return [read_yaml(path) for directory in directories if (path := directory / name).exists()]


def _refuse_unknown(document: Document, organisation: str, existing: Collection[str], *keys: Key) -> None:
    if organisation not in existing:
        words = f"de organisatie ‘{organisation}’ bestaat niet in content/organisations"
        raise ContentError(document.path, document.line(*keys), words)


def install(app: Flask) -> None:
    """Read what exists in this installation."""
    settings = app.extensions["house"].settings
    directories = [settings.content, settings.municipality_folder]
    found = load_catalogue(directories)
    app.extensions["catalogue"] = found
    app.extensions["city"] = load_city(directories, found.organisations)
    app.jinja_env.globals.update(organisation=lambda each: catalogue().organisations[each], city=city)


def catalogue() -> Catalogue:
    """Return everything that exists in this installation."""
    found = current_app.extensions["catalogue"]
    assert isinstance(found, Catalogue)  # noqa: S101 — narrows the type; `install` put it there
    return found


def city() -> City:
    """Return what is told about the city of this installation."""
    found = current_app.extensions["city"]
    assert isinstance(found, City)  # noqa: S101 — narrows the type; `install` put it there
    return found
