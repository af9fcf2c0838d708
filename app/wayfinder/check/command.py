"""`flask content check`: what editors have to mend, with file, line and plain words."""

import sys

import click
from flask.cli import AppGroup

from app.wayfinder.check.inspection import findings, remarks, structure
from app.web.clock import today
from app.web.house import house

content = AppGroup("content", help="Texts, conditions and numbers in content/.")


@content.command("check")
@click.option("--structure", "only_structure", is_flag=True, help="Only what keeps the portal from starting.")
@click.option("--style", is_flag=True, help="Also list sentences that are long; they stop nothing.")
def check(*, only_structure: bool, style: bool) -> None:
    """Look at all content; the exit status is 1 when something has to be mended."""
    settings = house().settings
    folders = [settings.content, settings.municipality_folder]
    found = (
        structure(folders) if only_structure else findings(folders, today(), settings.static / "icons.svg")
    )
    for finding in (*found, *(remarks(folders) if style else ())):
        click.echo(str(finding))
    click.echo(f"{len(found)} bevindingen" if found else "Geen bevindingen: de inhoud klopt.")
    sys.exit(1 if found else 0)
