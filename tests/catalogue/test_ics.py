"""Events of a calendar file: their names, their days and their reminders."""

from __future__ import annotations

from datetime import date

import msgspec
import pytest
from flask import Flask

from app.catalogue.ics import Dated, calendar_file, dated, uid_of
from app.catalogue.model import Due, Number, Step, When
from tests.people import zwolle

START = date(2026, 12, 1)
CALL = Dated("een", START, "Bel; en vraag, wat u moet doen.", "Gemeente")


def lines_of(app: Flask, *events: Dated) -> list[str]:
    """The unfolded lines of a file made on 21 November 2026."""
    with app.test_request_context("/nl/"):
        app.preprocess_request()
        text = calendar_file(events, date(2026, 11, 21))
    assert text.endswith("END:VCALENDAR\r\n")
    return text.replace("\r\n ", "").split("\r\n")


def event_of(app: Flask, step: Step) -> Dated:
    """A step of the report to the municipality as an event."""
    with app.test_request_context("/nl/"):
        app.preprocess_request()
        return dated(
            zwolle().catalogue.items["werk_melden_gemeente"],
            step,
            START,
            zwolle().catalogue.organisations["gemeente"],
        )


def test_an_event_takes_the_whole_day_and_reminds_two_days_before(app: Flask) -> None:
    lines = lines_of(app, CALL)
    assert "UID:een@wegwijzer" in lines
    assert "DTSTAMP:20261121T000000Z" in lines
    assert "DTSTART;VALUE=DATE:20261201" in lines
    assert "DTEND;VALUE=DATE:20261202" in lines
    assert "TRIGGER:-P2D" in lines
    assert "SUMMARY:Bel\\; en vraag\\, wat u moet doen." in lines
    assert "LOCATION:Gemeente" in lines
    assert not any(line.startswith("RRULE") for line in lines)


def test_a_monthly_event_comes_back_for_a_year(app: Flask) -> None:
    assert "RRULE:FREQ=MONTHLY;COUNT=12" in lines_of(app, msgspec.structs.replace(CALL, is_monthly=True))


def test_where_nothing_may_be_done_before_the_day_the_reminder_comes_that_morning(app: Flask) -> None:
    lines = lines_of(app, msgspec.structs.replace(CALL, not_before=True))
    assert "TRIGGER:PT9H" in lines
    assert "TRIGGER:-P2D" not in lines


def test_without_events_the_file_is_a_calendar_all_the_same(app: Flask) -> None:
    assert [line for line in lines_of(app) if line] == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Wegwijzer werk en inkomen//NL",
        "END:VCALENDAR",
    ]


@pytest.mark.parametrize(
    ("by", "day"),
    [
        (Due(before="startdatum_werk"), date(2026, 11, 30)),
        (Due(weeks=Number("toeslagen.wijzigtermijn"), before="startdatum_werk"), START),
        (Due(after="startdatum_werk"), START),
    ],
    ids=["before the day itself", "counted before it", "after it"],
)
def test_only_what_must_be_done_before_a_day_stands_on_the_day_before(app: Flask, by: Due, day: date) -> None:
    event = event_of(app, Step(id="melden", do="Meld uw werk.", when=When.BY, by=by))
    assert event.day == day
    assert event.uid == uid_of("werk_melden_gemeente", "melden", day)


def test_a_step_of_the_catalogue_knows_its_place_and_how_often_it_comes(app: Flask) -> None:
    monthly = event_of(app, Step(id="elke", do="Geef uw loon door.", when=When.MONTHLY))
    from_day = event_of(app, Step(id="later", do="Meld u.", when=When.FROM_DAY))
    assert (monthly.summary, monthly.place) == ("Geef uw loon door.", "Gemeente Zwolle")
    assert monthly.is_monthly
    assert not monthly.not_before
    assert from_day.not_before
    assert not from_day.is_monthly


def test_another_step_or_another_date_has_another_name() -> None:
    names = {
        uid_of("a", "b", START),
        uid_of("a", "c", START),
        uid_of("b", "b", START),
        uid_of("a", "b", date(2026, 12, 2)),
    }
    assert len(names) == 4
    assert uid_of("a", "b", START) in names
