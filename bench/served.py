"""The portal behind the server that `make run` starts: speed under load, memory, time to start."""

from __future__ import annotations

import asyncio
import sys
import tempfile
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from statistics import median

from flask import Flask

from bench import bare
from bench.direct import ask
from bench.figure import Better, Chapter, Figure, quantile
from bench.first_view import can_measure, first_view
from bench.line import request_of
from bench.load import Load, at_full_speed, at_pace, walking
from bench.pages import visit_of
from bench.server import Server, free_port, serving
from bench.visitor import LAST_ASKED, ROUTE, answers_of, settings_of
from tools.serve import GRANIAN, WORKERS

PER_SECOND, PACE_SECONDS = 80, 12.0
FULL_SPEED_SECONDS, ROUNDS, LINES = 3.0, 3, 16
VISITORS, PAUSE_SECONDS = 50, 1.0
OPEN_LINES = 40
QUESTION = f"/nl/route/{ROUTE}/vraag/{LAST_ASKED}"


def served(app: Flask, day: date, environment: dict[str, str], port: int) -> list[Chapter]:
    """Measure the portal as visitors meet it, and beside it a view that does nothing."""
    cookies = visit_of(app, day, without=LAST_ASKED)
    with serving(["make", "--silent", "run", f"PORT={port}"], port, environment, "/nl/") as portal:
        request = request_of(portal.host, QUESTION, cookies)
        asyncio.run(at_full_speed(port, request, 1.0, LINES))
        pace = asyncio.run(at_pace(port, request, PER_SECOND, PACE_SECONDS, OPEN_LINES))
        facts, answers = app.extensions["facts"], answers_of(app.extensions["facts"], day)
        reading = asyncio.run(walking(port, facts, answers, VISITORS, PAUSE_SECONDS))
        hurrying = asyncio.run(walking(port, facts, answers, VISITORS, 0))
        speeds = _beside_bare(portal, request, ask(app, QUESTION, cookies).body)
        memory = portal.memory_mb()
        started = portal.started_in
        seen = list(_first_view(portal, cookies, visit_of(app, day)))
    return [_pace(pace), _walks(reading, hurrying), speeds, _whole(memory, started), *seen]


def _first_view(portal: Server, midway: list[str], at_the_end: list[str]) -> Iterator[Chapter]:
    if can_measure():
        yield first_view(f"http://{portal.host}", midway, at_the_end)
    else:
        print("The first view is not measured: there is no Chromium.", file=sys.stderr)


def _beside_bare(portal: Server, request: bytes, body: bytes) -> Chapter:
    """Measure our page and the bare view in turns, so that what else the machine does hits both."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "page.html.gz")
        file.write_bytes(body)
        port = free_port()
        # As `make run` starts the portal, but for what is served.
        command = [*GRANIAN, *WORKERS, "--port", str(port), "--log-level", "error"]
        command = [*command, "--factory", "bench.bare:create_app"]
        with serving(command, port, {bare.BODY_VARIABLE: str(file)}, bare.PATH) as other:
            simple = request_of(other.host, bare.PATH)
            ours, theirs = [], []
            for _ in range(ROUNDS):
                ours.append(_speed(portal, request))
                theirs.append(_speed(other, simple))
    ratios = [mine[0] / bare_one[0] for mine, bare_one in zip(ours, theirs, strict=True)]
    how = (
        f"Closed loop: {LINES} lines, each asks again as soon as it has its answer; {ROUNDS} turns of"
        f" {FULL_SPEED_SECONDS:g} s each, in turn. The bare view is Flask alone under the same server;"
        " it sends the same compressed bytes from memory. The bench takes its part of the two processors."
    )
    figures = (
        *_compared("question page, ten answers", ours),
        *_compared("bare Flask view of the same bytes", theirs),
        Figure(what="question page ÷ bare view", value=median(ratios), unit="×", digits=3),
    )
    return Chapter("As fast as it can, beside a bare view", how, figures)


def _compared(what: str, turns: Sequence[tuple[float, float]]) -> tuple[Figure, Figure]:
    speed, cost = median(each[0] for each in turns), median(each[1] for each in turns)
    return (
        Figure(what=what, value=speed, unit="requests/s", digits=0),
        Figure(what=f"{what}: processor time", value=cost * 1000, unit="ms", digits=2),
    )


def _speed(server: Server, request: bytes) -> tuple[float, float]:
    """Return requests per second, and the processor time that the whole server spends on one."""
    before = server.cpu_seconds()
    load = asyncio.run(at_full_speed(server.port, request, FULL_SPEED_SECONDS, LINES))
    assert not load.errors, load.wrong
    number = len(load.seconds)
    return number / load.lasted, (server.cpu_seconds() - before) / number


def _pace(load: Load) -> Chapter:
    how = (
        f"Open loop: a request every {1000 / PER_SECOND:g} ms for {PACE_SECONDS:g} s whatever the answers do,"
        f" each timed from the moment it was due, over {OPEN_LINES} open lines. The bench runs on the"
        " same two processors."
    )
    figures = (
        Figure(what="question page, half of the answers within", value=_ms(load, 0.5), unit="ms"),
        Figure(what="question page, 99 % within", value=_ms(load, 0.99), unit="ms", aim=50),
        _errors(load),
    )
    return Chapter(f"Question page with ten answers at {PER_SECOND} per second", how, figures)


def _walks(reading: Load, hurrying: Load) -> Chapter:
    how = (
        f"{VISITORS} visitors at once in nl, en and ar walk from the first page through every question and"
        f" “Klopt dit?” to the outcome, each with a line and cookies of their own: first with"
        f" {PAUSE_SECONDS:g} s between pages, then without any pause, as no people can. Pages and posts."
    )
    return Chapter(
        f"{VISITORS} visitors walking the whole route",
        how,
        (
            Figure(what="95 % of answers within", value=_ms(reading, 0.95), unit="ms", aim=200),
            Figure(what="requests", value=len(reading.seconds) / reading.lasted, unit="per second", digits=0),
            _errors(reading),
            Figure(what="without a pause: 95 % within", value=_ms(hurrying, 0.95), unit="ms"),
            Figure(
                what="without a pause: requests",
                value=len(hurrying.seconds) / hurrying.lasted,
                unit="per second",
                digits=0,
            ),
            _errors(hurrying, "without a pause: "),
        ),
    )


def _whole(memory: float, started: float) -> Chapter:
    how = (
        "Memory: every process that `make run` started, after the load above; what they share counts once."
        " Start: from `make run`, with everything already set up, to the first page."
    )
    figures = (
        Figure(what="memory of all processes", value=memory, unit="MB", digits=0, aim=300),
        Figure(what="second start", value=started, unit="s", aim=5, better=Better.UNDER),
    )
    return Chapter("Memory and start", how, figures)


def _errors(load: Load, prefix: str = "") -> Figure:
    if load.errors:
        print(f"went wrong: {dict(load.wrong)}", file=sys.stderr)
    return Figure(what=f"{prefix}wrong answers", value=load.errors, unit="", digits=0, aim=0)


def _ms(load: Load, share: float) -> float:
    return quantile(load.seconds, share) * 1000


def environment_of(app: Flask, port: int) -> dict[str, str]:
    """Return the settings with which a server reads the same cookies as this application."""
    settings = settings_of(app)
    return {
        "BASE_URL": f"http://localhost:{port}",
        "INSTANCE": str(settings.instance),
        "SESSION_KEYS": " ".join(settings.session_keys),
        "ANSWER_KEYS": " ".join(settings.answer_keys),
    }
