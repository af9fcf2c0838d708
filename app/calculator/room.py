"""What this room reads at start: the pages of questions, those about the work, refusals, local schemes."""

from datetime import date
from pathlib import Path

import msgspec
from flask import Flask, current_app

from app.calculator.checked import Checked, load_checked
from app.calculator.content import load_schemes
from app.calculator.flow.law_on import Law, law_on
from app.calculator.intake import Refusal
from app.calculator.rules.lokaal import Scheme
from app.calculator.texts import Texts, load_texts
from app.config import ROOT
from app.content_file import ContentError, read_yaml
from app.facts.content import load_facts
from app.facts.model import Asks, Facts
from app.web.house import house

MOST_DAYS_KEPT = 64


class RefusalWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Why we do not calculate, and who can help."""

    id: Refusal
    sentence: str
    organisation: str


class Room(msgspec.Struct):
    """The content of the calculator, and the law of the days that were asked for."""

    asks: tuple[Asks, ...]
    questions: Facts
    refusals: dict[Refusal, RefusalWords]
    schemes: tuple[Scheme, ...]
    texts: Texts
    cases: Checked | None
    laws: dict[tuple[date, bool], Law] = {}

    def law(self, day: date, *, with_schemes: bool = True) -> Law:
        """Return the law of a day, with or without the schemes of this municipality."""
        key = day, with_schemes
        if key not in self.laws:
            if len(self.laws) >= MOST_DAYS_KEPT:
                del self.laws[next(iter(self.laws))]
            self.laws[key] = law_on(house().parameters.on(day), self.schemes if with_schemes else ())
        return self.laws[key]

    def days_known(self) -> tuple[date, date]:
        """Return the first and last day that may be looked at: a year around the newest numbers of law."""
        days = house().parameters.first_days
        first = date(max(days).year - 1, 1, 1)
        return first, date(max(days).year + 1, 12, 31)


def install(app: Flask) -> None:
    """Read the content of the calculator; a mistake in it stops the start."""
    settings = app.extensions["house"].settings
    facts: Facts = app.extensions["facts"]
    folder = settings.content / "calculator"
    app.extensions["calculator"] = Room(
        asks=_asks(folder / "asks.yaml", facts),
        questions=load_facts([settings.content], "calculator/questions"),
        refusals=_refusals(folder / "refusals.yaml", app.extensions["catalogue"].organisations),
        schemes=load_schemes(settings.municipality_folder),
        texts=load_texts(settings.content),
        cases=load_checked(ROOT / "docs"),
    )


def room() -> Room:
    """Return the content of the calculator of this installation."""
    found = current_app.extensions["calculator"]
    assert isinstance(found, Room)  # noqa: S101 — narrows the type; `install` put it there
    return found


def _asks(path: Path, facts: Facts) -> tuple[Asks, ...]:
    document = read_yaml(path)
    pages = tuple(document.decode(Asks, place) for place in range(len(document.data)))
    for place, page in enumerate(pages):
        for at, fact in enumerate(page.ask):
            if fact not in facts or facts[fact].derived:
                words = f"‘{fact}’ is geen vraag in content/facts."
                raise ContentError(path, document.line(place, "ask", at), words)
    return pages


def _refusals(path: Path, organisations: object) -> dict[Refusal, RefusalWords]:
    document = read_yaml(path)
    found = {}
    for place in range(len(document.data)):
        words = document.decode(RefusalWords, place)
        if words.organisation not in organisations:  # type: ignore[operator]
            raise ContentError(
                path, document.line(place, "organisation"), f"‘{words.organisation}’ bestaat niet."
            )
        found[words.id] = words
    if missing := [each.value for each in Refusal if each not in found]:
        raise ContentError(path, 1, f"hier ontbreekt: {', '.join(missing)}.")
    return found
