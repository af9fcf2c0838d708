"""How long the engine takes over the route as it is shipped, without an application around it."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from datetime import date
from functools import partial

from flask import Flask

from app.catalogue.content import catalogue
from app.facts.flow import facts_on, known_facts
from app.wayfinder.flow import next_question, progress, route_on
from app.wayfinder.outcome import outcome
from app.wayfinder.today import way
from app.web.house import house
from bench.figure import Chapter, Figure
from bench.visitor import ROUTE, answers_of, doubts_of

TIMES = 300
AIM_MS = 1.0


def engine(app: Flask, day: date) -> Chapter:
    """Measure the next question, the place in the route and the outcome."""
    with app.app_context():
        facts, found, ways = app.extensions["facts"], catalogue(), way()
        on_day = facts_on(facts, house().parameters.on(day), day)
        on = route_on(ways.routes[ROUTE], ways, found, on_day)
    answers = answers_of(facts, day)
    asked = on.route.ask
    # The visitor at every question of the route: what was answered before it, and the three from elsewhere.
    elsewhere = {fact: answer for fact, answer in answers.items() if fact not in asked}
    moments = [elsewhere | {fact: answers[fact] for fact in asked[:number]} for number in range(len(asked))]
    midway = [known_facts(on_day, each) for each in moments]
    everything = known_facts(on_day, answers)
    ons = [route_on(route, ways, found, on_day) for route in ways.routes.values()]
    doubts = [known_facts(on_day, doubts_of(facts, each.route.ask, day)) for each in ons]
    slowest = "slowest moment of the route"
    return Chapter(
        "Engine",
        f"Route {ROUTE}: {len(asked)} questions, {len(on.items)} forms of support;"
        f" {len(ons)} routes in all. Processor time, median of {TIMES} runs.",
        (
            _figure("what is known, from the answers", [lambda: known_facts(on_day, answers)]),
            _figure(f"next question, {slowest}", [partial(next_question, on, each) for each in midway]),
            _figure(
                f"“question 3 of at most 8”, {slowest}",
                [partial(progress, on, each, fact) for each, fact in zip(midway, asked, strict=True)],
            ),
            _figure("outcome, everything answered", [lambda: outcome(on, everything)]),
            _figure(
                "outcome, most not known, slowest of all routes",
                [partial(outcome, each, doubt) for each, doubt in zip(ons, doubts, strict=True)],
            ),
        ),
    )


def _figure(what: str, works: list[Callable[[], object]]) -> Figure:
    slowest = max(map(median_ms, works))
    return Figure(what=what, value=slowest, unit="ms", digits=2, aim=AIM_MS)


def median_ms(work: Callable[[], object]) -> float:
    """Return the processor time of one piece of work, in milliseconds."""
    work()
    times = []
    for _ in range(TIMES):
        begin = time.process_time()
        work()
        times.append(time.process_time() - begin)
    return statistics.median(times) * 1000
