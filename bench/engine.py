"""How long the engine takes over the route as it is shipped, without an application around it."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from datetime import date

from flask import Flask

from app.catalogue.content import catalogue
from app.facts.flow import facts_on, known_facts
from app.wayfinder.flow import next_question, progress, route_on
from app.wayfinder.outcome import outcome
from app.wayfinder.today import way
from app.web.house import house
from bench.figure import Chapter, Figure
from bench.visitor import LAST_ASKED, ROUTE, answers_of, doubts_of

TIMES = 300
AIM_MS = 1.0


def engine(app: Flask, day: date) -> Chapter:
    """Measure the next question, the place in the route and the outcome."""
    with app.app_context():
        facts, found, ways = app.extensions["facts"], catalogue(), way()
        on_day = facts_on(facts, house().parameters.on(day), day)
        on = route_on(ways.routes[ROUTE], ways, found, on_day)
    answers = answers_of(facts, day)
    open_yet = {fact: answer for fact, answer in answers.items() if fact != LAST_ASKED}
    doubts = doubts_of(facts, on.route.ask, day)
    nothing, most, doubt, everything = (known_facts(on_day, each) for each in ({}, open_yet, doubts, answers))
    asked = len(on.route.ask)
    return Chapter(
        "Engine",
        f"Route {ROUTE}: {asked} questions, {len(on.items)} forms of support. Median of {TIMES} runs.",
        (
            _figure("next question, nothing answered", lambda: next_question(on, nothing)),
            _figure("next question, ten answers", lambda: next_question(on, most)),
            _figure("“question 3 of at most 8”, ten answers", lambda: progress(on, most, LAST_ASKED)),
            _figure("outcome, everything answered", lambda: outcome(on, everything)),
            _figure("outcome, most not known", lambda: outcome(on, doubt)),
            _figure("what is known, from ten answers", lambda: known_facts(on_day, open_yet)),
        ),
    )


def _figure(what: str, work: Callable[[], object]) -> Figure:
    work()
    times = []
    for _ in range(TIMES):
        begin = time.perf_counter()
        work()
        times.append(time.perf_counter() - begin)
    return Figure(what=what, value=statistics.median(times) * 1000, unit="ms", digits=2, aim=AIM_MS)
