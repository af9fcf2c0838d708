"""`flask calculate`: reads a situation as JSON and writes everything that is worked out, as JSON.

One situation may be spread over lines; several stand on a line each, and each gets its own line of answer.
"""

import sys
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import lru_cache
from pathlib import Path

import click
import msgspec
from flask.cli import with_appcontext

from app.calculator.asked_json import schema
from app.calculator.content import load_schemes
from app.calculator.flow.law_on import Law, law_on
from app.calculator.not_covered import NotCovered
from app.calculator.situation_json import DOCUMENT, Refusal, Refused, read_situation
from app.calculator.written_json import Around, refused_json, written
from app.catalogue.content import catalogue
from app.catalogue.model import Item
from app.web.clock import today
from app.web.house import house

MOST_BYTES = 64 * 1024 * 1024
WRONG = 2
"""The exit status when any situation was refused."""
DAYS_KEPT = 128
NO_ITEMS: Mapping[str, Item] = {}


@click.command("calculate")
@click.argument("file", default="-", type=click.Path(path_type=Path, allow_dash=True))
@click.option("--schema", "only_schema", is_flag=True, help="Only print the JSON Schema of a situation.")
@click.option("--brief", "is_brief", is_flag=True, help="Only the budgets, without what follows from a job.")
@with_appcontext
def calculate(file: Path, *, only_schema: bool, is_brief: bool) -> None:
    """Work out the situations in FILE, or those that come in: JSON in, JSON out."""
    if only_schema:
        click.echo(msgspec.json.format(msgspec.json.encode(schema()), indent=2))
        return
    is_right = True
    items = catalogue().items
    for answer, is_fine in answers(_read(file), today(), _laws(), items, is_brief=is_brief):
        click.echo(answer)
        is_right = is_right and is_fine
    sys.exit(0 if is_right else WRONG)


def answers(
    data: bytes | None,
    day: date,
    law_of: Callable[[date], Law],
    items: Mapping[str, Item] = NO_ITEMS,
    *,
    is_brief: bool = False,
) -> Iterator[tuple[bytes, bool]]:
    """Yield the answer to every situation, and whether it was worked out.

    `items` is the support that exists, out of which the steps to take are chosen.
    """
    around = Around(law_of, items, is_brief)
    if data is None:
        yield refused_json(Refusal("FILE", "this file cannot be read")), False
    elif len(data) > MOST_BYTES:
        yield refused_json(Refusal(DOCUMENT, f"this is longer than {MOST_BYTES} bytes")), False
    else:
        for each in situations_in(data):
            yield _answer(each, day, around)


def situations_in(data: bytes) -> list[bytes]:
    """Return each situation by itself: one per line, where the first line is a whole one."""
    lines = [line for line in data.splitlines() if line.strip()]
    if len(lines) > 1 and (_is_json(lines[0]) or all(line.startswith(b"{") for line in lines)):
        return lines
    return [data]


def _is_json(line: bytes) -> bool:
    try:
        msgspec.json.decode(line, type=msgspec.Raw)
    except (msgspec.DecodeError, RecursionError):
        return False
    return True


def _answer(data: bytes, day: date, around: Around) -> tuple[bytes, bool]:
    try:
        return written(read_situation(data, day, around.law_of), around), True
    except Refused as error:
        return refused_json(error.refusal), False
    except NotCovered as error:
        words = "the rules were not made for this household"
        return refused_json(Refusal(DOCUMENT, words, "not_covered", error.situation)), False


def _read(file: Path) -> bytes | None:
    if str(file) == "-":
        return sys.stdin.buffer.read(MOST_BYTES + 1)
    try:
        with file.open("rb") as opened:
            return opened.read(MOST_BYTES + 1)
    except (OSError, ValueError):
        return None


def _laws() -> Callable[[date], Law]:
    """Return the law of a day with the schemes of this municipality, worked out once for every day.

    A calendar asks for about twenty days, the first of the months around the first working day.
    """
    portal = house()
    schemes = load_schemes(portal.settings.municipality_folder)

    @lru_cache(maxsize=DAYS_KEPT)
    def law_of(day: date) -> Law:
        return law_on(portal.parameters.on(day), schemes)

    return law_of
