"""`flask content graph` and `flask content report`: what editors look at, as a drawing and as plain text."""

from datetime import date, datetime
from pathlib import Path

import click
from flask.cli import with_appcontext

from app.catalogue.content import load_catalogue
from app.config import Settings
from app.parameters import Parameters
from app.wayfinder.check.drawing import svg
from app.wayfinder.check.graph import Graph, Words, graph_of
from app.wayfinder.check.overview import overview, told
from app.wayfinder.check.routes import routes_on
from app.web.clock import today
from app.web.house import house
from app.web.languages import BY_CODE, DUTCH, LANGUAGES, Language


@click.command("graph")
@click.argument("route")
@click.option("--language", "code", default="nl", type=click.Choice([each.code for each in LANGUAGES]))
@click.option(
    "--output", type=click.Path(dir_okay=False, path_type=Path), help="A file; without it: the screen."
)
@with_appcontext
def graph(route: str, code: str, output: Path | None) -> None:
    """Draw a route: which questions each form of support hangs on, as an SVG."""
    drawing = svg(route_graph(house().settings, route, BY_CODE[code], today()))
    if output is None:
        click.echo(drawing)
        return
    output.write_text(drawing, "utf-8")
    click.echo(f"{output}: {len(drawing)} tekens")


def route_graph(settings: Settings, route: str, language: Language, day: date) -> Graph:
    """Return the graph of a route as a visitor finds it on the day."""
    folders = [settings.content, settings.municipality_folder]
    numbers = Parameters.load([each / "parameters" for each in folders if (each / "parameters").exists()])
    routes = {on.route.id: on for on in routes_on(folders, numbers, day)}
    if route not in routes:
        raise click.ClickException(f"De route ‘{route}’ bestaat niet: {', '.join(routes)}.")
    words = Words(settings.content, settings.translations, settings.municipality)
    others = tuple(each for each in LANGUAGES if each.launched and each is not DUTCH)
    wanted = others if language is DUTCH else (language,)
    return graph_of(routes[route], load_catalogue(folders), words, language, wanted)


@click.command("report")
@click.option("--day", type=click.DateTime(["%Y-%m-%d"]), help="The day to look from; without it: today.")
@with_appcontext
def report(day: datetime | None) -> None:
    """Say what waits for review, what is not sure, and which Dutch is hardest to read."""
    settings = house().settings
    found = overview([settings.content, settings.municipality_folder], day.date() if day else today())
    for line in told(found):
        click.echo(line)
