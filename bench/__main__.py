"""Measure, print the table and keep it in docs/figures.md."""

from __future__ import annotations

import os
import platform
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from cryptography.fernet import Fernet
from flask import Flask

from app.config import ROOT, Settings
from app.factory import create_app
from app.web.clock import today
from bench.calculating import calculating
from bench.engine import engine
from bench.figure import Chapter, table
from bench.pages import pages
from bench.searching import searching
from bench.served import environment_of, served
from bench.server import free_port
from bench.weights import weights

BUSY = os.getloadavg()[0]
KEPT_IN = ROOT / "docs" / "figures.md"


def main() -> int:
    """Measure everything; a figure that misses its aim is told, and no fault of the bench."""
    begin = time.perf_counter()
    with installation() as (app, port):
        with app.app_context():
            day = today()
        chapters: list[Chapter] = []
        for chapter in measured(app, port, day):
            chapters.append(chapter)
            print(f"\n{chapter.title}\n{table([figure.cells for figure in chapter.figures])}", flush=True)
    KEPT_IN.write_text(page_of(chapters, day.isoformat(), time.perf_counter() - begin), "utf-8")
    missed = [figure.what for chapter in chapters for figure in chapter.figures if not figure.is_met]
    print(f"\nKept in {KEPT_IN.relative_to(ROOT)}.", *(f"\nMisses its aim: {each}" for each in missed))
    return 0


def measured(app: Flask, port: int, day: date) -> Iterator[Chapter]:
    """Measure one thing after the other."""
    yield engine(app, day)
    yield searching(app)
    yield pages(app, day)
    yield weights(app, day)
    yield from calculating(app, day, environment_of(app, port), port)
    yield from served(app, day, environment_of(app, port), port)


@contextmanager
def installation() -> Iterator[tuple[Flask, int]]:
    """Make the portal as it is shipped, with keys and an instance folder of its own."""
    port = free_port()
    with tempfile.TemporaryDirectory() as folder:
        yield (
            create_app(
                Settings(
                    base_url=f"http://localhost:{port}",
                    session_keys=(Fernet.generate_key().decode(),),
                    answer_keys=(Fernet.generate_key().decode(),),
                    instance=Path(folder),
                )
            ),
            port,
        )


def machine() -> str:
    """Say what the figures were measured on, and how busy others kept it."""
    name = f"{os.cpu_count()} processors, Python {platform.python_version()}, {platform.system()}"
    return f"Machine: {name}; load by others before the run: {BUSY:.1f}."


def page_of(chapters: Sequence[Chapter], day: str, seconds: float) -> str:
    """Return docs/figures.md."""
    parts = [
        "# Figures\n",
        f"Written by `make bench` on {day} in {seconds:.0f} s; do not edit. {machine()}",
        "Measured on the portal as `make run` serves it, on one machine; no page is kept to be sent again.",
    ]
    for chapter in chapters:
        parts += [f"\n## {chapter.title}\n", chapter.how, ""]
        parts += [table([figure.cells for figure in chapter.figures])]
        if chapter.rows:
            parts += ["", table(chapter.rows, chapter.head)]
    return "\n".join(parts) + "\n"


if __name__ == "__main__":
    sys.exit(main())
