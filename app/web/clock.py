"""The only place that asks what day it is."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from flask import current_app

AMSTERDAM = ZoneInfo("Europe/Amsterdam")


def today() -> date:
    """Return the day in the Netherlands; tests set another one in the app's configuration."""
    fixed = current_app.config.get("TODAY")
    return fixed if isinstance(fixed, date) else datetime.now(AMSTERDAM).date()
