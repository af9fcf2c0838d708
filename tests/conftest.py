"""The app and its client for every test, and the closed door to the world."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import hypothesis
import pytest
from cryptography.fernet import Fernet
from flask import Flask
from flask.testing import FlaskClient

from app.config import Settings

pytest.register_assert_rewrite("tests.pages", "tests.reading")

# Daily the same examples, so that a red test is red for everybody; at night new ones, and many more.
hypothesis.settings.register_profile("daily", deadline=None, derandomize=True)
hypothesis.settings.register_profile("nightly", deadline=None, max_examples=2_000)
hypothesis.settings.load_profile("daily")

DAY = date(2026, 11, 21)
"""The day on which every test takes place, unless it sets another in `app.config["TODAY"]`."""


@pytest.fixture(scope="session")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """The settings of a test installation; a module that needs others overrides this fixture and `app`."""
    instance: Path = tmp_path_factory.mktemp("instance")
    return Settings(
        session_keys=("a key for tests only, long enough to sign",),
        answer_keys=(Fernet.generate_key().decode(),),
        instance=instance,
    )


@pytest.fixture(scope="session")
def app(settings: Settings) -> Flask:
    """The portal as it is shipped, on a fixed day; only the journeys need a token to post a form."""
    from app.factory import create_app  # noqa: PLC0415 - tests of the core load no rooms

    app = create_app(settings)
    app.config.update(TESTING=True, TODAY=DAY, WTF_CSRF_ENABLED=False)
    return app


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    """A visitor with an empty cookie jar."""
    return app.test_client()


@pytest.fixture(scope="session", autouse=True)
def closed_door() -> Iterator[None]:
    """Let no test reach another machine: only loopback and sockets of this machine connect."""
    connect = socket.socket.connect

    def connect_here(self: socket.socket, address: Any) -> None:
        if self.family in {socket.AF_INET, socket.AF_INET6} and address[0] not in {
            "127.0.0.1",
            "::1",
            "localhost",
        }:
            raise AssertionError(f"a test tried to reach {address[0]}")
        connect(self, address)

    patch = pytest.MonkeyPatch()
    patch.setattr(socket.socket, "connect", connect_here)
    yield
    patch.undo()
