"""Dated steps as an iCalendar file (RFC 5545) for Google, Apple and Outlook."""

import hashlib
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

import msgspec

from app.catalogue.model import Item, Organisation, Step, When
from app.web.locale import gettext as _
from app.web.say import say_plain

LONGEST_LINE = 73


class Dated(msgspec.Struct, frozen=True):
    """An event of a whole day: its name that never changes, what to do and where.

    `is_monthly` repeats it for a year; `not_before` is a day before which nothing may be done.
    """

    uid: str
    day: date
    summary: str
    place: str
    is_monthly: bool = False
    not_before: bool = False


def dated(item: Item, step: Step, day: date, organisation: Organisation) -> Dated:
    """Return a step of the catalogue as an event, in the language of the visitor.

    Before a day: the day before it is the last one on which it can still be done.
    """
    before = step.when is When.BY and step.by is not None and step.by.is_before_a_day
    on = day - timedelta(days=1) if before else day
    return Dated(
        uid=uid_of(item.id, step.id, on),
        day=on,
        summary=say_plain(step.do),
        place=say_plain(organisation.name),
        is_monthly=step.when is When.MONTHLY,
        not_before=step.when is When.FROM_DAY,
    )


def uid_of(item: str, step: str, on: date) -> str:
    """Return the name of an event: the same step on the same date is the same event in every download."""
    return hashlib.sha256(f"{item}/{step}/{on}".encode()).hexdigest()[:24]


def calendar_file(events: Iterable[Dated], day: date) -> str:
    """Return an all-day event with a reminder for every step; `day` is when the file is made."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Wegwijzer werk en inkomen//NL",
        *(line for event in events for line in _event(event, day)),
        "END:VCALENDAR",
    ]
    return "".join(f"{part}\r\n" for line in lines for part in folded(line))


def _event(event: Dated, day: date) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{event.uid}@wegwijzer"
    yield f"DTSTAMP:{day:%Y%m%d}T000000Z"
    yield f"DTSTART;VALUE=DATE:{event.day:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{event.day + timedelta(days=1):%Y%m%d}"
    if event.is_monthly:
        yield "RRULE:FREQ=MONTHLY;COUNT=12"
    yield f"SUMMARY:{escaped(event.summary)}"
    yield f"LOCATION:{escaped(event.place)}"
    yield f"DESCRIPTION:{escaped(_('Dit is een schatting, geen besluit. Vraag bij twijfel hulp.'))}"
    yield "TRANSP:TRANSPARENT"
    yield from (
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        # Where nothing may be done before the day, a word on the morning itself.
        "TRIGGER:PT9H" if event.not_before else "TRIGGER:-P2D",
        f"DESCRIPTION:{escaped(event.summary)}",
    )
    yield from ("END:VALARM", "END:VEVENT")


def escaped(text: str) -> str:
    """Return a text as the value of a line: on one line, its signs with a meaning escaped."""
    for sign in ("\\", ";", ","):
        text = text.replace(sign, f"\\{sign}")
    return " ".join(text.split())


def folded(line: str) -> Iterator[str]:
    """Cut a line so that no part is longer than 75 bytes; a letter of several bytes stays whole."""
    part, size = "", 0
    for letter in line:
        width = len(letter.encode())
        if size + width > LONGEST_LINE:
            yield part
            part, size = " ", 1
        part, size = part + letter, size + width
    yield part
