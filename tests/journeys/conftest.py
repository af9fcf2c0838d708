"""A running portal and the system's browser, which may talk to nobody else."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from flask import Flask
from playwright.sync_api import BrowserContext, Page

from app.config import Settings
from tests.conftest import DAY
from tests.journeys.server import listening, served
from tests.journeys.watch import watched

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost",
]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark everything in this folder as a journey, so that `make check` can do without a browser."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.journey)


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """The system's Chromium, silent towards its maker."""
    if CHROMIUM is None:
        pytest.exit("The journeys need the package 'chromium'; `make test` installs it.", returncode=2)
    return {**browser_type_launch_args, "executable_path": CHROMIUM, "args": FLAGS}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    """A phone of a Dutch visitor; a test that needs another size or language asks `new_context` for it."""
    return {**browser_context_args, "locale": "nl-NL", "viewport": {"width": 360, "height": 640}}


@pytest.fixture(scope="session")
def live_app(settings: Settings) -> Iterator[tuple[Flask, str]]:
    """The portal on a free port of this machine, forms protected as in the real one, and its address."""
    from app.factory import create_app  # noqa: PLC0415 - as in tests/conftest.py

    with listening() as (door, address):
        app = create_app(msgspec.structs.replace(settings, base_url=address))
        app.config["TODAY"] = DAY
        with served(app, door):
            yield app, address


@pytest.fixture(scope="session")
def base_url(live_app: tuple[Flask, str]) -> str:
    """The address of the running portal; `page.goto("/nl/")` counts from here."""
    return live_app[1]


@pytest.fixture
def faults_in_browser() -> list[str]:
    """What went wrong in the browser during a test; a test that plants a fault clears this list."""
    return []


@pytest.fixture
def new_context(
    new_context: Callable[..., BrowserContext], base_url: str, faults_in_browser: list[str]
) -> Iterator[Callable[..., BrowserContext]]:
    """Open a visitor's browser that notes other hosts, script errors and refusals of the content policy."""
    yield lambda **options: watched(new_context(**options), base_url, faults_in_browser)
    assert not faults_in_browser, "\n".join(faults_in_browser)


@pytest.fixture(params=[True, False], ids=["with-script", "without-script"])
def java_script(request: pytest.FixtureRequest) -> bool:
    """Whether the visitor's browser runs scripts: a test that asks this runs twice."""
    return bool(request.param)


@pytest.fixture
def any_page(new_context: Callable[..., BrowserContext], java_script: bool) -> Page:
    """A page in a browser with, and again in one without, JavaScript."""
    return new_context(java_script_enabled=java_script).new_page()
