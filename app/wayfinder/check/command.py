"""`flask content check`: what editors have to mend, with file, line and plain words."""

import os
import sys
from collections.abc import Callable
from functools import wraps
from typing import Protocol

import click
from flask import Flask, current_app
from flask.cli import AppGroup

from app.config import Settings
from app.content_file import ContentError
from app.wayfinder.check.finding import found_in
from app.wayfinder.check.inspection import Report, nowhere, remarks, report, structure
from app.wayfinder.check.overviews import graph
from app.wayfinder.check.overviews import report as overview
from app.wayfinder.check.translations import check_translations
from app.web.clock import today
from app.web.house import house
from app.web.languages import LANGUAGES


class Maker(Protocol):
    """What makes the application: from the settings given, or from the environment."""

    def __call__(self, settings: Settings | None = None) -> Flask:
        """Return the application."""


content = AppGroup("content", help="Texts, conditions and numbers in content/.")
content.add_command(graph)
content.add_command(overview)


@content.command("check")
@click.option("--structure", "only_structure", is_flag=True, help="Only what keeps the portal from starting.")
@click.option("--style", is_flag=True, help="Also list long sentences and what waits for review.")
def check(*, only_structure: bool, style: bool) -> None:
    """Look at all content; the exit status is 1 when something has to be mended."""
    settings = house().settings
    folders = [settings.content, settings.municipality_folder]
    found = Report(structure(folders), []) if only_structure else full_report(settings)
    for line in (*found.findings, *(remarks(folders, today()) if style else ()), *found.routes):
        click.echo(str(line))
    many = len(found.findings)
    click.echo(f"{many} keer is er iets te herstellen." if many else "De inhoud klopt.")
    sys.exit(1 if many else 0)


def full_report(settings: Settings) -> Report:
    """Return everything about the content of an installation, missing translations last."""
    folders = [settings.content, settings.municipality_folder]
    # A number that only the calculator works with is not a forgotten one.
    used = current_app.extensions.get("numbers_used", nowhere)
    found = report(folders, today(), settings.static / "icons.svg", used)
    missing = check_translations(settings.content, settings.translations, LANGUAGES)
    return Report([*found.findings, *sorted(missing)], found.routes)


def told_in_words(make: Callable[[Settings], Flask]) -> Maker:
    """Let `flask …` name every mistake that keeps the portal from starting, not only the first, in words."""

    @wraps(make)
    def made(settings: Settings | None = None) -> Flask:
        settings = settings or Settings.from_env()
        try:
            return make(settings)
        except ContentError as error:
            if os.environ.get("FLASK_RUN_FROM_CLI") != "true":
                raise
            found = structure([settings.content, settings.municipality_folder]) or [found_in(error)]
            raise SystemExit("\n".join(map(str, found))) from error

    return made
