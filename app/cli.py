"""Commands for editors, translators and administrators: `flask --app app.factory …`."""

from __future__ import annotations

from pathlib import Path

import click
import msgspec
from babel.messages.catalog import Catalog
from flask import Blueprint
from flask.cli import AppGroup

from app.calculator.command import calculate
from app.wayfinder.check.command import content
from app.web import feedback
from app.web.catalogues import DOMAINS, Status
from app.web.clock import today
from app.web.house import house
from app.web.languages import BY_CODE, DUTCH, LANGUAGES, Language
from app.web.translations import build, files, gather
from app.web.translations.coverage import coverage
from app.web.translations.fill import fill
from app.web.translations.merge import merged

APP = Path(__file__).resolve().parent
blueprint = Blueprint("cli", __name__, cli_group=None)
translations = AppGroup("translations", help="Texts and their translations.")
blueprint.cli.add_command(translations)
blueprint.cli.add_command(content)
blueprint.cli.add_command(calculate)


def folder() -> Path:
    """Return where the translations lie."""
    return house().settings.translations


def templates() -> dict[str, Catalog]:
    """Return the Dutch texts as they are now, per catalogue."""
    return {"messages": gather.interface(APP), "content": gather.content(house().settings.content)}


def kept_languages() -> list[Language]:
    """Return the languages that have translations: launched ones, and those with a folder."""
    return [one for one in LANGUAGES if one is not DUTCH and (one.launched or (folder() / one.code).is_dir())]


@translations.command("extract")
def extract() -> None:
    """Write the Dutch texts to translations/*.pot, for translators' own tools."""
    for domain, catalog in templates().items():
        files.replace(folder() / f"{domain}.pot", files.written(catalog, None))
        print(f"{domain}: {len(catalog)} teksten")


@translations.command("update")
@click.option("--check", is_flag=True, help="Change nothing; fail when a file is behind the texts.")
def update(check: bool) -> None:
    """Bring every language up to date with the Dutch texts."""
    behind = []
    for domain, template in templates().items():
        for language in kept_languages():
            path = files.po_path(folder(), language, domain)
            new = files.written(merged(template, files.read(path, language), language), language)
            if check and not (path.exists() and path.read_bytes() == new):
                behind.append(f"{language.code}/{domain}")
            elif not check and files.replace(path, new):
                print(f"{language.code}/{domain}: bijgewerkt")
    if behind:
        raise click.ClickException(f"Loopt achter: {', '.join(behind)}. Doe: flask translations update")


@translations.command("compile")
def compile_all() -> None:
    """Compile all languages into what pages read."""
    for language in kept_languages():
        build.compile_language(folder(), language)


@translations.command("coverage")
@click.option("--missing", is_flag=True, help="Also name the texts that are missing.")
def show_coverage(missing: bool) -> None:
    """Print per language how many texts are checked, machine work, stale or missing."""
    names = [status.name.lower() for status in Status if status is not Status.SOURCE]
    print(f"{'':14}{'texts':>8}" + "".join(f"{name:>9}" for name in names) + "  critical, unchecked")
    for language in kept_languages():
        for row in coverage(folder(), language):
            counts = "".join(f"{row.counts.get(name, 0):>9}" for name in names)
            print(f"{row.language + '/' + row.domain:14}{row.total:>8}{counts}  {row.critical_unchecked}")
            if missing:
                print("".join(f"    {key!r}\n" for key in row.missing), end="")


@translations.command("todo")
@click.argument("code", type=click.Choice([code for code in BY_CODE if code != "nl"]))
def todo(code: str) -> None:
    """Print the texts without a translation, as a JSON file for `fill`."""
    language, missing = BY_CODE[code], {}
    for name in DOMAINS:
        catalog = files.read(files.po_path(folder(), language, name), language)
        for one in files.texts(catalog):
            if files.status_of(one) in {Status.MISSING, Status.STALE}:
                missing[files.key_of(one)] = "" if isinstance(one.id, str) else [""] * catalog.num_plurals
    print(msgspec.json.format(msgspec.json.encode(missing), indent=1).decode())


@translations.command("fill")
@click.argument("code", type=click.Choice([code for code in BY_CODE if code != "nl"]))
@click.argument("file", type=click.Path(exists=True, path_type=Path))
@click.option("--status", type=click.Choice(["machine", "human"]), default="machine")
def fill_from(code: str, file: Path, status: str) -> None:
    """Take translations from a JSON file: a text, or context + U+0004 + text, to words or plural forms."""
    given = msgspec.json.decode(file.read_bytes(), type=dict[str, str | list[str]])
    language, refused = BY_CODE[code], []
    catalogs = {name: files.read(files.po_path(folder(), language, name), language) for name in DOMAINS}
    known = {name: {files.key_of(one) for one in files.texts(catalogs[name])} for name in DOMAINS}
    for name, catalog in catalogs.items():
        part = {key: value for key, value in given.items() if key in known[name]}
        refused += fill(catalog, part, language, today(), status)
        files.replace(files.po_path(folder(), language, name), files.written(catalog, language))
    refused += [
        f"onbekende tekst: {key!r}" for key in given if not any(key in keys for keys in known.values())
    ]
    build.compile_language(folder(), language)
    print(f"{len(given) - len(refused)} van {len(given)} overgenomen")
    if refused:
        raise click.ClickException("Niet overgenomen:\n" + "\n".join(refused))


@blueprint.cli.command("feedback")
def show_feedback() -> None:
    """Print how often each page was said to be wrong, per language."""
    for row in feedback.totals(house().settings.instance):
        print(f"{row.number:5}  {row.page:30} {row.language:4} {row.what}")
