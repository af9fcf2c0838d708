"""The dated steps of an outcome as a calendar file."""

from collections.abc import Iterable
from datetime import date

from app.catalogue import ics
from app.catalogue.content import catalogue
from app.wayfinder.model import DatedStep

# What the tests of the whole file read by name.
_escaped, _folded = ics.escaped, ics.folded


def calendar_file(steps: Iterable[DatedStep], day: date) -> str:
    """Return an all-day event with a reminder for every step that has a date."""
    organisations = catalogue().organisations
    events = (
        ics.dated(step.item, step.step, step.day, organisations[step.organisation])
        for step in steps
        if step.day is not None
    )
    return ics.calendar_file(events, day)
