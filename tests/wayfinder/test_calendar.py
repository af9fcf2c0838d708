"""The dated steps as a calendar file, read back by the rules of RFC 5545."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

import pytest
from flask import Flask
from hypothesis import given
from hypothesis import strategies as some

from app.condition import Known
from app.wayfinder import calendar
from app.wayfinder.steps import dated_step
from tests.people import zwolle
from tests.wayfinder.example import portal_of_voorbeeldstad
from tests.wayfinder.visiting import NOW, answered

LINE = re.compile(r"(?P<name>[A-Z][A-Z-]*)(?P<parameters>(;[A-Z-]+=[^:;]+)*):(?P<value>.*)", re.DOTALL)
MOST_OCTETS = 75


class Property(NamedTuple):
    """One line of a calendar file, unfolded."""

    name: str
    parameters: str
    value: str


def unfolded(raw: bytes) -> Iterator[str]:
    """The lines of a file as they were before folding; fails on what the RFC does not allow."""
    assert raw.endswith(b"\r\n")
    lines = raw[:-2].split(b"\r\n")
    assert not any(b"\r" in line or b"\n" in line for line in lines), "a line ends with CRLF and nothing else"
    assert all(len(line) <= MOST_OCTETS for line in lines), max(lines, key=len)
    # Each part is text by itself: no letter of several bytes was cut in two.
    whole = "\r\n".join(line.decode() for line in lines).replace("\r\n ", "")
    yield from whole.split("\r\n")


def properties(raw: bytes) -> list[Property]:
    """Every property of a calendar file."""
    found = []
    for line in unfolded(raw):
        match = LINE.fullmatch(line)
        assert match, line
        found.append(Property(match["name"], match["parameters"], match["value"]))
    return found


def events(raw: bytes) -> list[dict[str, str]]:
    """The events of a calendar file, each with the values of its properties; nesting is checked."""
    found: list[dict[str, str]] = []
    around: list[str] = []
    for name, _parameters, value in properties(raw):
        if name == "BEGIN":
            around.append(value)
            if value == "VEVENT":
                found.append({})
        elif name == "END":
            assert around.pop() == value
        elif around == ["VCALENDAR", "VEVENT"]:
            assert name not in found[-1], f"{name} twice"
            found[-1][name] = value if name == "RRULE" else unescaped(value)
    assert not around
    return found


def unescaped(value: str) -> str:
    """A text as it was before escaping; fails on a sign that should have been escaped."""
    assert not re.search(r"(?<!\\)(?:\\\\)*[;,]", value), value
    assert re.fullmatch(r"(?:[^\\]|\\[\\;,nN])*", value), value
    return re.sub(r"\\(.)", lambda match: {"n": "\n", "N": "\n"}.get(match[1], match[1]), value)


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Flask:
    """The portal of the municipality that does not exist."""
    return portal_of_voorbeeldstad(tmp_path_factory.mktemp("voorbeeldstad"))


@pytest.fixture(autouse=True)
def clock(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every test take place at one moment."""
    monkeypatch.setitem(app.config, "NOW", NOW)


DISMISSED: dict[str, Any] = {
    "woont_in_gemeente": True,
    "mag_hier_werken": True,
    "geboortemaand": "1980-02",
    "einde_werk": "ontslagen",
    "laatste_werkdag": "2026-11-30",
    "kan_werken": True,
    "weken_gewerkt_van_36": 30,
    "zorgen": ["somber", "schulden_rekeningen"],
    "krijgt_toeslag": True,
}
JOBLESS: dict[str, Any] = {
    "woont_in_gemeente": True,
    "reden": "geen_werk",
    "weken": 8,
    "laatste_dag": "2026-12-31",
    "woonsituatie": "alleen_met_kinderen",
    "kinderen": [{"geboortemaand": "2020-01", "opvang": True}],
}


def file_of(app: Flask, language: str, route: str, **answers: Any) -> bytes:
    """The calendar file of somebody with these answers."""
    response = answered(app, **answers).get(f"/{language}/route/{route}/agenda.ics")
    assert response.status_code == 200
    assert response.content_type == "text/calendar; charset=utf-8"
    assert response.headers["Content-Disposition"].startswith("attachment")
    assert response.headers["Cache-Control"] == "no-store"
    raw: bytes = response.data
    return raw


@pytest.mark.row("W10")
@pytest.mark.parametrize("language", ["nl", "en", "ar"])
def test_the_file_is_a_calendar_by_the_rules_in_every_language(app: Flask, language: str) -> None:
    raw = file_of(app, language, "baan_kwijt", **DISMISSED)
    names = [each.name for each in properties(raw)]
    assert names[:3] == ["BEGIN", "VERSION", "PRODID"]
    assert {each.value for each in properties(raw) if each.name == "VERSION"} == {"2.0"}
    found = events(raw)
    assert len(found) >= 4
    for event in found:
        assert {"UID", "DTSTAMP", "DTSTART", "SUMMARY"} <= event.keys()
        assert re.fullmatch(r"\d{8}T\d{6}Z", event["DTSTAMP"])
        assert event["DTEND"] > event["DTSTART"]
        assert event["SUMMARY"].strip()


def test_arabic_letters_are_folded_whole(app: Flask) -> None:
    raw = file_of(app, "ar", "baan_kwijt", **DISMISSED)
    assert any(line.startswith(b" ") for line in raw.split(b"\r\n")), "there is a folded line to look at"
    assert any(re.search("[\u0600-\u06ff]", event["SUMMARY"]) for event in events(raw))


def test_the_dates_are_those_of_the_steps(app: Flask) -> None:
    dates = [event["DTSTART"] for event in events(file_of(app, "nl", "baan_kwijt", **DISMISSED))]
    # Last pay and papers, WW, income to Dienst Toeslagen, contesting, transition payment.
    assert dates == ["20261130", "20261208", "20261228", "20270130", "20270228"]


def test_an_all_day_event_ends_on_the_day_after(example: Flask) -> None:
    found = events(file_of(example, "nl", "hulp", **JOBLESS))
    assert [(event["DTSTART"], event["DTEND"]) for event in found] == [
        ("20270110", "20270111"),
        ("20270331", "20270401"),
    ]


def test_signs_with_a_meaning_are_escaped(example: Flask) -> None:
    work, care = events(file_of(example, "nl", "hulp", **JOBLESS))
    assert work["LOCATION"] == "Werkbureau, afdeling; Noord"
    assert care["SUMMARY"].startswith("Geef door: geen werk meer; neem brieven, foto’s en een \\ mee.")


def test_a_second_download_has_the_same_names_and_another_date_another(example: Flask) -> None:
    once, again = (events(file_of(example, "nl", "hulp", **JOBLESS)) for _ in range(2))
    arabic = events(file_of(example, "ar", "hulp", **JOBLESS))
    assert [event["UID"] for event in once] == [event["UID"] for event in again]
    assert [event["UID"] for event in once] == [event["UID"] for event in arabic]
    moved = events(file_of(example, "nl", "hulp", **{**JOBLESS, "laatste_dag": "2026-12-30"}))
    assert not {event["UID"] for event in once} & {event["UID"] for event in moved}
    assert len({event["UID"] for event in once}) == len(once)


def test_nothing_personal_stands_in_the_file_beyond_the_steps(app: Flask) -> None:
    text = file_of(app, "nl", "baan_kwijt", **DISMISSED).decode()
    for word in ("1980", "februari", "somber", "zorgen", "schuld", "ontslagen", "ATTENDEE", "ORGANIZER"):
        assert word not in text, word
    assert "http" not in text


def test_without_dates_the_calendar_is_empty_but_valid(app: Flask) -> None:
    assert events(file_of(app, "nl", "baan_kwijt", woont_in_gemeente=True)) == []


def test_to_whom_the_way_is_closed_no_dates_are_given(app: Flask) -> None:
    assert events(file_of(app, "nl", "baan_kwijt", **{**DISMISSED, "mag_hier_werken": False})) == []


def test_reminders_come_two_days_before(example: Flask) -> None:
    raw = file_of(example, "nl", "hulp", **JOBLESS)
    assert raw.count(b"BEGIN:VALARM") == raw.count(b"END:VALARM") == 2
    assert {each.value for each in properties(raw) if each.name == "TRIGGER"} == {"-P2D"}


def test_before_the_first_working_day_is_the_day_before_it(app: Flask) -> None:
    answers = {
        "woont_in_gemeente": True,
        "mag_hier_werken": True,
        "geboortemaand": "1985-03",
        "startdatum_werk": "2026-12-01",
    }
    found = events(file_of(app, "nl", "werken_met_bijstand", **answers))
    reporting = next(event for event in found if event["SUMMARY"].startswith("Meld uw werk"))
    assert (reporting["DTSTART"], reporting["DTEND"]) == ("20261130", "20261201")


def test_an_earliest_day_is_that_day_with_its_reminder_on_that_morning(app: Flask) -> None:
    item = zwolle().catalogue.items["jong_na_ww"]
    known: dict[str, Known] = {"einddatum_ww": date(2026, 12, 31)}
    found = dated_step(zwolle().route("ww_stopt"), known, item, item.steps[0])
    with app.test_request_context("/nl/"):
        app.preprocess_request()
        raw = calendar.calendar_file([found], date(2026, 11, 21)).encode()
    assert [event["DTSTART"] for event in events(raw)] == ["20261203"]
    assert {each.value for each in properties(raw) if each.name == "TRIGGER"} == {"PT9H"}


@given(some.text(max_size=400))
def test_whatever_the_text_its_folded_line_unfolds_to_itself(text: str) -> None:
    line = "SUMMARY:" + calendar._escaped(text)
    parts = list(calendar._folded(line))
    assert all(len(part.encode()) <= MOST_OCTETS for part in parts)
    assert "".join(part if place == 0 else part[1:] for place, part in enumerate(parts)) == line


@given(some.text(max_size=100))
def test_whatever_the_text_it_is_one_line_that_can_be_read_back(text: str) -> None:
    escaped = calendar._escaped(text)
    assert not set(escaped) & set("\r\n\x0b\x0c\x85\u2028\u2029")
    assert unescaped(escaped) == " ".join(text.split())


def test_the_day_of_making_is_the_day_of_the_visit(example: Flask) -> None:
    stamp = {event["DTSTAMP"] for event in events(file_of(example, "nl", "hulp", **JOBLESS))}
    assert stamp == {f"{date(2026, 11, 21):%Y%m%d}T000000Z"}
