"""Every test of the calculator's pages takes place at one moment."""

from __future__ import annotations

import pytest
from flask import Flask

from tests.wayfinder.visiting import NOW


@pytest.fixture(autouse=True)
def clock(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every test take place at one moment."""
    monkeypatch.setitem(app.config, "NOW", NOW)
