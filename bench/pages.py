"""How much processor time one page costs, from request to compressed answer, for a visitor of ten answers."""

from __future__ import annotations

import statistics
import time
from collections.abc import Mapping
from datetime import date
from wsgiref.types import WSGIEnvironment

from flask import Flask

from app.facts.values import Answer
from bench.direct import answered, ask, environ_of
from bench.figure import Chapter, Figure
from bench.visitor import LAST_ASKED, ROUTE, answers_of, cookie_of, doubts_of, form_of, settings_of

BATCHES = 7
BATCH = 25
AIM_MS = 3.0
LANGUAGES = ("nl", "ar")


def visit_of(app: Flask, day: date, *, without: str | None = None) -> list[str]:
    """Return the cookies of a visitor who answered everything but one question."""
    given = answers_of(app.extensions["facts"], day)
    return _cookies(app, {fact: each for fact, each in given.items() if fact != without})


def in_doubt(app: Flask, day: date) -> list[str]:
    """Return the cookies of a visitor who answered most questions of every route with “Ik weet het niet”."""
    asked = [fact for route in app.extensions["way"].routes.values() for fact in route.ask]
    return _cookies(app, doubts_of(app.extensions["facts"], asked, day))


def with_dutch_beside(app: Flask, cookies: list[str]) -> list[str]:
    """Return the cookies of the same visitor after pressing “Nederlands erbij”."""
    form = form_of(ask(app, f"/ar/route/{ROUTE}", cookies).content)
    pressed = ask(app, "/ar/nederlands-erbij", cookies, form).cookies
    return [cookies[0], *(each for each in pressed if each.startswith("sessie"))]


def _cookies(app: Flask, given: Mapping[str, Answer]) -> list[str]:
    session = next(each for each in ask(app, f"/nl/route/{ROUTE}").cookies if each.startswith("sessie"))
    return [cookie_of(settings_of(app), given), session]


def pages(app: Flask, day: date) -> Chapter:
    """Measure the pages that hang on answers, and two that do not."""
    midway, at_the_end = visit_of(app, day, without=LAST_ASKED), visit_of(app, day)
    doubtful = in_doubt(app, day)
    figures = []
    for language in LANGUAGES:
        route = f"/{language}/route/{ROUTE}"
        question = f"{route}/vraag/{LAST_ASKED}"
        figures += [
            _figure(f"question page, ten answers, {language}", app, question, midway, aim=AIM_MS),
            _posted(f"answer kept and sent on, {language}", app, question, midway, day),
            _figure(f"outcome page, {language}", app, f"{route}/uitkomst", at_the_end),
            _figure(f"outcome page, most not known, {language}", app, f"{route}/uitkomst", doubtful),
            _figure(f"check page, {language}", app, f"{route}/controleer", at_the_end),
            _figure(f"first page, {language}", app, f"/{language}/", []),
        ]
    how = (
        "Processor time in the application for one request, compression included, without the server;"
        f" median of {BATCHES} series of {BATCH} requests. No page is kept from one request to the next."
    )
    return Chapter("Processor time per page", how, tuple(figures))


def _figure(what: str, app: Flask, path: str, cookies: list[str], aim: float | None = None) -> Figure:
    assert ask(app, path, cookies).status == 200, path
    return _measured(what, app, lambda: environ_of(path, cookies), aim)


def _posted(what: str, app: Flask, path: str, cookies: list[str], day: date) -> Figure:
    facts = app.extensions["facts"]
    body = form_of(ask(app, path, cookies).content, facts[LAST_ASKED], answers_of(facts, day)[LAST_ASKED])
    assert ask(app, path, cookies, body).status == 303, path
    return _measured(what, app, lambda: environ_of(path, cookies, body), None)


def _measured(what: str, app: Flask, request: object, aim: float | None) -> Figure:
    assert callable(request)
    series = []
    for _ in range(BATCHES):
        waiting: list[WSGIEnvironment] = [request() for _ in range(BATCH)]
        begin = time.process_time()
        for environ in waiting:
            answered(app, environ)
        series.append((time.process_time() - begin) / BATCH)
    return Figure(what=what, value=statistics.median(series) * 1000, unit="ms", digits=2, aim=aim)
