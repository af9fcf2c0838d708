"""The dated steps as an iCalendar file (RFC 5545) for Google, Apple and Outlook."""

import hashlib
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from app.catalogue.content import catalogue
from app.catalogue.model import When
from app.wayfinder.model import DatedStep
from app.web.locale import gettext as _
from app.web.say import say_plain

LONGEST_LINE = 73


def calendar_file(steps: Iterable[DatedStep], day: date) -> str:
    """Return an all-day event with a reminder for every step that has a date."""
    events = [line for step in steps if step.day is not None for line in _event(step, day)]
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Wegwijzer werk en inkomen//NL",
        *events,
        "END:VCALENDAR",
    ]
    return "".join(f"{folded}\r\n" for line in lines for folded in _folded(line))


def _event(step: DatedStep, day: date) -> Iterator[str]:
    assert step.day is not None  # noqa: S101 — only dated steps come here
    organisation = catalogue().organisations[step.organisation]
    # Before a day: the day before it is the last one on which it can still be done.
    before = step.step.when is When.BY and step.step.by is not None and step.step.by.is_before_a_day
    on = step.day - timedelta(days=1) if before else step.day
    # The same step on the same date keeps its name, so that a second download does not double it.
    name = hashlib.sha256(f"{step.item.id}/{step.step.id}/{on}".encode()).hexdigest()[:24]
    yield "BEGIN:VEVENT"
    yield f"UID:{name}@wegwijzer"
    yield f"DTSTAMP:{day:%Y%m%d}T000000Z"
    yield f"DTSTART;VALUE=DATE:{on:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{on + timedelta(days=1):%Y%m%d}"
    if step.step.when is When.MONTHLY:
        yield "RRULE:FREQ=MONTHLY;COUNT=12"
    yield f"SUMMARY:{_escaped(say_plain(step.step.do))}"
    yield f"LOCATION:{_escaped(say_plain(organisation.name))}"
    yield f"DESCRIPTION:{_escaped(_('Dit is een schatting, geen besluit. Vraag bij twijfel hulp.'))}"
    yield "TRANSP:TRANSPARENT"
    yield from (
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        # Where nothing may be done before the day, a word on the morning itself.
        "TRIGGER:PT9H" if step.step.when is When.FROM_DAY else "TRIGGER:-P2D",
        f"DESCRIPTION:{_escaped(say_plain(step.step.do))}",
    )
    yield from ("END:VALARM", "END:VEVENT")


def _escaped(text: str) -> str:
    for sign in ("\\", ";", ","):
        text = text.replace(sign, f"\\{sign}")
    return " ".join(text.split())


def _folded(line: str) -> Iterator[str]:
    """Cut a line so that no part is longer than 75 bytes; a letter of several bytes stays whole."""
    part, size = "", 0
    for letter in line:
        width = len(letter.encode())
        if size + width > LONGEST_LINE:
            yield part
            part, size = " ", 1
        part, size = part + letter, size + width
    yield part
