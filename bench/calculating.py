"""How long the calculator takes: one household, every hour of work, all that a page shows, a served page."""

from __future__ import annotations

import asyncio
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, timedelta

from flask import Flask

from app.calculator.flow.budget import budget, budget_at
from app.calculator.flow.frame import frame_of
from app.calculator.flow.law_on import Law
from app.calculator.flow.sweep import sweep
from app.calculator.model import Adult, Dwelling, Home, Job, Situation
from app.calculator.result import Result, result_on
from app.calculator.room import room
from app.calculator.rules.minimumloon import maandloon_per_month
from app.config import ROOT
from app.facts.cookie import COOKIE
from app.facts.visit import Visit, seal
from bench.direct import answered, ask, environ_of
from bench.figure import Chapter, Figure, quantile
from bench.line import request_of
from bench.load import Load, at_full_speed, at_pace
from bench.server import serving
from bench.visitor import settings_of

TIMES, IMPORTS = 60, 7
POINTS, MOST_PER_YEAR = 61, 60_000_00
PER_SECOND, PACE_SECONDS, OPEN_LINES = 25, 8.0, 40
RESULT = "/geld/uitkomst"
IMPORT = """
import time
begin = time.process_time()
from datetime import date
from pathlib import Path
from app.calculator.flow import compare, months, not_reported, sweep, swing, to_do, unknown, way_back
from app.calculator.flow.law_on import law_on
from app.parameters import Parameters
law_on(Parameters.load([Path("content/parameters")]).on(date.fromisoformat("{day}")))
print(time.process_time() - begin)
"""
ALONE: dict[str, object] = {
    "geboortemaand": "1990-05",
    "inkomen_nu": ["bijstand"],
    "woonsituatie": "alleen",
    "huurwoning": "huur",
    "huur_per_maand": [65_000, "month"],
    "spaargeld": [50_000, "month"],
    "vrijlating_toegekend": False,
    "huisgenoot_27": False,
    "geen_berekening": [],
}
PARENT = ALONE | {
    "woonsituatie": "alleen_met_kinderen",
    "kinderen": [{"geboortemaand": "2023-05", "opvang": True}],
}
COUPLE = ALONE | {
    "inkomen_nu": ["ww"],
    "brutoloon": [280_000, "month"],
    "ww_begonnen": "2026-07",
    "toeslag_uwv": False,
    "woonsituatie": "met_partner",
    "geboortemaand_partner": "1992-03",
    "inkomen_partner_soort": "loon",
    "inkomen_partner_bruto": [155_000, "month"],
}
FEW: dict[str, object] = {"werk_uren": 1200, "werk_loon": None}
MANY: dict[str, object] = {"werk_uren": 2400, "werk_loon": [1650, "hour"]}
CARE: dict[str, object] = {
    "opvang_soort": "dagopvang",
    "opvang_uren": 10_000,
    "opvang_prijs": [1123, "month"],
}
HOUSEHOLDS: dict[str, tuple[dict[str, object], list[dict[str, object]]]] = {
    "single on bijstand": (ALONE, [MANY, FEW]),
    "single parent with childcare": (PARENT, [MANY | CARE, FEW | CARE]),
    "couple, WW and wages": (COUPLE, [FEW, MANY]),
}
"""What each household tells of itself and of two jobs, as the cookie holds it."""


def calculating(app: Flask, day: date, environment: dict[str, str], port: int) -> list[Chapter]:
    """Measure the calculator by itself, and its result page behind the server."""
    return [_by_itself(app, day), _served(app, day, environment, port)]


def _by_itself(app: Flask, day: date) -> Chapter:
    with app.app_context():
        law = room().law(day, with_schemes=False)
    situation = tenant(law)
    swept, loop = side_by_side([lambda: equal_points(situation, law), calibration])
    minimum = law.minimumloon.uurloon[-1][1]
    own = Job(maandloon_per_month(minimum, 24_00), 24_00, minimum)
    frame, now = frame_of(situation, law), budget(situation, law)
    figures = [
        _ms("one household, with how every row came about", median_ms(lambda: budget(situation, law)), 0.15),
        _ms(f"{POINTS} wages of a single tenant, no explanation", swept, 2.5),
        _ms("calibration: for i in range(20000): x += i*i % 7", loop),
        Figure(what=f"{POINTS} wages ÷ calibration", value=swept / loop, unit="×", digits=2, aim=2.0),
        _ms(
            "41 hours with all breakpoints and zones",
            median_ms(lambda: sweep(frame, own, now.per_month)),
        ),
    ]
    for who in HOUSEHOLDS:
        with visiting(app, who, day):
            figures.append(_ms(f"all that the page shows: {who}", median_ms(lambda: result_on(day)), 8.0))
    figures += [_ms(f"result page, nl: {who}", page_ms(app, "nl", who, day)) for who in HOUSEHOLDS]
    figures += [
        _ms("result page, ar: single on bijstand", page_ms(app, "ar", "single on bijstand", day)),
        _ms("import with all numbers of law, in a fresh process", import_ms(day), 150),
    ]
    how = (
        f"Processor time, median of {TIMES} runs; the wages and the calibration in turns. All that the page"
        " shows: two jobs, 41 hours with breakpoints, how every row came about, twelve months, months with"
        " other hours, ways back, what to do. A page: from request to compressed answer, without the server."
    )
    return Chapter("Calculator", how, tuple(figures))


def tenant(law: Law) -> Situation:
    """Return somebody who lives alone on bijstand in a rented home."""
    born = law.day.replace(year=law.day.year - 36, day=1)
    return Situation(person=Adult(born=born), home=Home(Dwelling.HUUR, 65_000), has_bijstand=True)


def equal_points(situation: Situation, law: Law) -> list[int]:
    """Return what this household has at equal steps of wage, from none to the most."""
    frame = frame_of(situation, law)
    wages = [MOST_PER_YEAR * place // (POINTS - 1) // 12 for place in range(POINTS)]
    return [budget_at(frame, (Job(wage) if wage else None,)).per_month for wage in wages]


def calibration() -> int:
    """Do what takes as long as this machine is slow."""
    x = 0
    for i in range(20000):
        x += i * i % 7
    return x


def side_by_side(works: list[Callable[[], object]]) -> list[float]:
    """Return the median milliseconds of each, measured in turns so that what else runs hits all."""
    times: list[list[float]] = [[] for _ in works]
    for _ in range(TIMES):
        for place, work in enumerate(works):
            begin = time.process_time()
            work()
            times[place].append(time.process_time() - begin)
    return [statistics.median(each) * 1000 for each in times]


def median_ms(work: Callable[[], object]) -> float:
    """Return the processor time of one piece of work, in milliseconds."""
    return side_by_side([work])[0]


def visit_of(app: Flask, who: str, day: date) -> str:
    """Return the cookie of a visitor who told everything about a household and two jobs."""
    told, works = HOUSEHOLDS[who]
    start = {"startdatum_werk": str(day + timedelta(days=14)), "einddatum_ww": str(day + timedelta(days=300))}
    begun, settings = int(time.time()), settings_of(app)
    visit = Visit(started=begun, answers=told | start, offers=works)
    return f"{settings.cookie_name(COOKIE)}={seal(visit, settings.answer_keys, begun)}"


@contextmanager
def visiting(app: Flask, who: str, day: date) -> Iterator[None]:
    """Be in a request of this visitor, as the result page is."""
    request = environ_of(f"/nl{RESULT}", [visit_of(app, who, day)])
    with app.request_context(request):
        found = result_on(day)
        assert isinstance(found, Result), (who, found)
        assert found.months is not None, who
        yield


def page_ms(app: Flask, language: str, who: str, day: date) -> float:
    """Return the processor time of the result page of a household."""
    path, cookies = f"/{language}{RESULT}", [visit_of(app, who, day)]
    assert ask(app, path, cookies).status == 200, who
    waiting = [environ_of(path, cookies) for _ in range(TIMES)]
    return median_ms(lambda: answered(app, waiting.pop()))


def import_ms(day: date) -> float:
    """Return the processor time until a fresh process can calculate, without a web application.

    The first one only compiles, as an installation has done before it serves.
    """
    command = [sys.executable, "-c", IMPORT.format(day=day)]
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    with tempfile.TemporaryDirectory() as folder:
        environment = kept | {"PYTHONPYCACHEPREFIX": folder}
        told = [
            subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True)
            for _ in range(IMPORTS + 1)
        ]
    return statistics.median(float(each.stdout) for each in told[1:]) * 1000


def _served(app: Flask, day: date, environment: dict[str, str], port: int) -> Chapter:
    figures: list[Figure] = []
    with serving(["make", "--silent", "run", f"PORT={port}"], port, environment, "/nl/") as portal:
        for who in HOUSEHOLDS:
            request = request_of(portal.host, f"/nl{RESULT}", [visit_of(app, who, day)])
            asyncio.run(at_full_speed(port, request, 1.0, 4))
            figures += _paced(who, asyncio.run(at_pace(port, request, PER_SECOND, PACE_SECONDS, OPEN_LINES)))
    how = (
        f"Open loop: {PER_SECOND} requests per second for {PACE_SECONDS:g} s for each household, as fifty"
        f" visitors who each look for {50 / PER_SECOND:g} s would make, each timed from the moment it was"
        f" due, over {OPEN_LINES} open lines. The bench runs on the same two processors."
    )
    return Chapter(f"Result page of the calculator at {PER_SECOND} per second", how, tuple(figures))


def _paced(who: str, load: Load) -> list[Figure]:
    half, most = (quantile(load.seconds, share) * 1000 for share in (0.5, 0.95))
    return [
        Figure(what=f"{who}: half of the answers within", value=half, unit="ms"),
        Figure(what=f"{who}: 95 % within", value=most, unit="ms", aim=25),
        Figure(what=f"{who}: wrong answers", value=load.errors, unit="", digits=0, aim=0),
    ]


def _ms(what: str, value: float, aim: float | None = None) -> Figure:
    return Figure(what=what, value=value, unit="ms", digits=2, aim=aim)
