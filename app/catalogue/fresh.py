"""Whether a text of the catalogue can still be trusted: when it was checked, and how long ago that is."""

from datetime import date

import msgspec

from app.period import add_months

MONTHS_TRUSTED = 12
"""After this long a reader is told to check for themselves."""


class Check(msgspec.Struct, frozen=True):
    """When a text was last checked, and whether that is more than a year ago."""

    day: date
    stale: bool


def check_of(checked_on: str, today: date) -> Check:
    """Return what a reader may know about the last check of a text."""
    day = date.fromisoformat(checked_on)
    return Check(day, today > add_months(day, MONTHS_TRUSTED))
