"""What the pages weigh on the line, for every kind of page in nl and ar."""

from __future__ import annotations

import re
from datetime import date

import msgspec
from flask import Flask

from app.catalogue.content import catalogue
from bench.direct import ask
from bench.figure import Chapter, Figure
from bench.pages import LANGUAGES, in_doubt, visit_of, with_dutch_beside
from bench.visitor import ROUTE

# What a browser fetches for a page: style, scripts, icons; a sprite with `#name` is fetched once.
LOADED = re.compile(rb'(?<=[" ])(/(?:static/|opmaak\.css)[^"# ]+)')
KB = 1024


class Weight(msgspec.Struct, frozen=True):
    """What one page weighs, in bytes as sent."""

    page: str
    html: int
    css: int
    js: int
    other: int

    @property
    def first_view(self) -> int:
        """Everything a browser fetches that was never here before."""
        return self.html + self.css + self.js + self.other


def weights(app: Flask, day: date) -> Chapter:
    """Weigh every page that exists, and tell the heaviest of each kind."""
    visitors = (visit_of(app, day), in_doubt(app, day))
    heaviest: dict[tuple[str, str], Weight] = {}
    sizes: dict[str, int] = {}
    for language in LANGUAGES:
        for kind, paths in kinds(app).items():
            pages = [(f"/{language}{path}", cookies) for path in paths for cookies in visitors]
            weighed = [_weighed(app, path, cookies, sizes) for path, cookies in pages]
            heaviest[kind, language] = max(filter(None, weighed), key=lambda each: each.html)
    found = list(heaviest.values())
    both = with_dutch_beside(app, visitors[0])
    beside = _weighed(app, f"/ar/route/{ROUTE}/uitkomst", both, sizes)
    assert beside is not None, "this visitor has an outcome"
    html, view = max(found, key=lambda each: each.html), max(found, key=lambda each: each.first_view)
    figures = (
        _figure(f"HTML, heaviest: {html.page}", html.html, 15),
        _figure("CSS", max(each.css for each in found), 12),
        _figure("JavaScript", max(each.js for each in found), 18),
        _figure(f"first view, heaviest: {view.page}", view.first_view, 50),
        _figure("HTML, outcome with Dutch beside, as readers may ask, ar", beside.html, 15),
        _figure("first view, outcome with Dutch beside, ar", beside.first_view, 50),
    )
    how = (
        "Compressed, as sent to a browser with nothing in its cache; 1 KB is 1024 bytes. Of each kind every"
        " page was weighed, for a visitor who answered everything and for one who knows little; the heaviest"
        " is told."
    )
    rows = [_row(kind, [heaviest[kind, language] for language in LANGUAGES]) for kind in kinds(app)]
    head = tuple(
        f"{what}, {language}" for what in ("HTML in KB", "first view in KB") for language in LANGUAGES
    )
    return Chapter("Page weights", how, figures, rows, ("Kind of page", *head))


def _row(kind: str, found: list[Weight]) -> tuple[str, ...]:
    sizes = [each.html for each in found] + [each.first_view for each in found]
    return (kind, *(f"{size / KB:.1f}" for size in sizes))


def _figure(what: str, size: int, aim: float) -> Figure:
    return Figure(what=what, value=size / KB, unit="KB", aim=aim)


def _weighed(app: Flask, path: str, cookies: list[str], sizes: dict[str, int]) -> Weight | None:
    """Return the weight of a page; none where it leads this visitor to a question first."""
    answer = ask(app, path, cookies)
    if answer.status == 303:
        return None
    assert answer.status == 200, f"{answer.status} {path}"
    files = dict.fromkeys(each.decode() for each in LOADED.findall(answer.content))
    for file in files.keys() - sizes:
        sizes[file] = len(ask(app, file).body)
    css = sum(sizes[file] for file in files if ".css" in file)
    js = sum(sizes[file] for file in files if ".js" in file)
    return Weight(path, len(answer.body), css, js, sum(sizes[file] for file in files) - css - js)


def kinds(app: Flask) -> dict[str, list[str]]:
    """Return the paths of every kind of page, without the language."""
    with app.app_context():
        found = catalogue()
    routes = {f"/route/{route.id}": route for route in app.extensions["way"].routes.values()}
    return {
        "first page": ["/"],
        "start of a route": list(routes),
        "question": [f"{path}/vraag/{fact}" for path, route in routes.items() for fact in route.ask],
        "check": [f"{path}/controleer" for path in routes],
        "outcome": [f"{path}/uitkomst" for path in routes],
        "all help": ["/hulp"],
        "form of support": [f"/hulp/{item}" for item in found.items],
        "organisation": [f"/organisatie/{organisation}" for organisation in found.organisations],
        "search": ["/zoeken"],
        "languages": ["/talen"],
        "help and contact": ["/contact"],
        "accessibility": ["/toegankelijkheid"],
        "what we keep": ["/wat-bewaren-wij"],
        "about": ["/over"],
    }
