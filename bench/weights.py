"""What the pages weigh on the line, for every kind of page in nl and ar."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

import msgspec
from flask import Flask

from app.catalogue.content import catalogue
from bench.direct import ask
from bench.figure import Chapter, Figure
from bench.pages import LANGUAGES, visit_of
from bench.visitor import LAST_ASKED, ROUTE

# What a browser fetches to show a page: style, scripts, icons; a sprite with `#name` is fetched once.
LOADED = re.compile(rb'(?:<link rel="(?:stylesheet|icon|preload)" href|<script src|<use href|<img src)="(/[^"#]+)')


class Weight(msgspec.Struct, frozen=True):
    """What one page weighs, in bytes as sent."""

    page: str
    language: str
    html: int
    css: int
    js: int
    other: int

    @property
    def first_view(self) -> int:
        """Everything a browser fetches that was never here before."""
        return self.html + self.css + self.js + self.other


def weights(app: Flask, day: date) -> Chapter:
    """Weigh every kind of page."""
    found = list(_weighed(app, day))
    heaviest = max(found, key=lambda each: each.html)
    largest = max(found, key=lambda each: each.first_view)
    figures = (
        _figure(f"HTML, heaviest page ({heaviest.page}, {heaviest.language})", heaviest.html, 15),
        _figure("CSS", max(each.css for each in found), 12),
        _figure("JavaScript", max(each.js for each in found), 18),
        _figure(f"first view, heaviest page ({largest.page}, {largest.language})", largest.first_view, 50),
    )
    rows = [
        (each.page, each.language, *(f"{part / 1024:.1f}" for part in (each.html, each.first_view)))
        for each in found
    ]
    how = "Compressed, as the portal sends it to a browser without anything in its cache; 1 KB is 1024 bytes."
    return Chapter("Page weights", how, figures, rows, ("Page", "Language", "HTML in KB", "First view in KB"))


def _figure(what: str, size: int, aim: float) -> Figure:
    return Figure(what=what, value=size / 1024, unit="KB", aim=aim)


def _weighed(app: Flask, day: date) -> Iterator[Weight]:
    cookies = visit_of(app, day)
    sizes: dict[str, int] = {}
    for language in LANGUAGES:
        for page, path in paths(app).items():
            answer = ask(app, f"/{language}{path}", cookies)
            assert answer.status == 200, path
            files = dict.fromkeys(each.decode() for each in LOADED.findall(answer.content))
            for file in files:
                if file not in sizes:
                    sizes[file] = len(ask(app, file).body)
            css = sum(sizes[file] for file in files if ".css" in file)
            js = sum(sizes[file] for file in files if ".js" in file)
            other = sum(sizes[file] for file in files) - css - js
            yield Weight(page, language, len(answer.body), css, js, other)


def paths(app: Flask) -> dict[str, str]:
    """Return one page of each kind, and every question; of items and organisations the longest texts are taken."""
    with app.app_context():
        found = catalogue()
    item = max(found.items.values(), key=lambda each: len(str(each)))
    organisation = max(found.organisations.values(), key=lambda each: len(str(each)))
    route = f"/route/{ROUTE}"
    questions = {
        f"question {fact}": f"{route}/vraag/{fact}" for fact in app.extensions["way"].routes[ROUTE].ask
    }
    return {
        "first page": "/",
        "start of a route": route,
        **questions,
        "check": f"{route}/controleer",
        "outcome": f"{route}/uitkomst",
        "all help": "/hulp",
        f"item {item.id}": f"/hulp/{item.id}",
        f"organisation {organisation.id}": f"/organisatie/{organisation.id}",
        "search": "/zoeken",
        "languages": "/talen",
        "help and contact": "/contact",
        "accessibility": "/toegankelijkheid",
        "what we keep": "/wat-bewaren-wij",
        "about": "/over",
    }
