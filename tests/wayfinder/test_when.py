"""When a step is due, in words, in each language."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import msgspec
import pytest
from flask import Flask

from app.catalogue.model import Due, Number, Step, When
from app.condition import Known, Span
from app.wayfinder.model import DatedStep
from app.wayfinder.steps import dated_step
from app.wayfinder.when import when_words
from tests.people import zwolle

DAYS, WEEKS, MONTHS = (
    Number("ww.aanvraagtermijn"),
    Number("toeslagen.wijzigtermijn"),
    Number("bw.vervaltermijn_ontslag"),
)
ONE_WEEK, ONE_MONTH = Number("ww.failliet_meldtermijn"), Number("bw.opzegtermijn_1")
LAST_DAY = date(2026, 11, 30)


@pytest.fixture(params=["nl", "en", "ar"])
def language(app: Flask, request: pytest.FixtureRequest) -> Iterator[str]:
    """A page in each language."""
    with app.test_request_context(f"/{request.param}/"):
        app.preprocess_request()
        yield str(request.param)


@pytest.fixture
def dutch(app: Flask) -> Iterator[None]:
    """A page in Dutch."""
    with app.test_request_context("/nl/"):
        app.preprocess_request()
        yield


def step(when: When, due: Due | None = None, last_day: Known | None = LAST_DAY) -> DatedStep:
    """A step of the shipped route, counted from the last day of work."""
    installed = zwolle()
    item = installed.catalogue.items["ww_uitkering"]
    known: dict[str, Known] = {} if last_day is None else {"laatste_werkdag": last_day}
    return dated_step(installed.route("baan_kwijt"), known, item, Step(id="x", do="Doe.", when=when, by=due))


def after(number: Number | None = None, unit: str = "days") -> Due:
    """So long after the last day of work."""
    return msgspec.structs.replace(Due(after="laatste_werkdag"), **{unit: number})


def before(number: Number | None = None, unit: str = "days") -> Due:
    """So long before the last day of work; without a number, any day before it."""
    return msgspec.structs.replace(Due(before="laatste_werkdag"), **{unit: number})


WORDS: list[tuple[DatedStep, str]] = [
    (step(When.NOW), "Nu"),
    (step(When.BY, after(DAYS)), "Uiterlijk maandag 7 december 2026"),
    (step(When.BY, after()), "Op maandag 30 november 2026"),
    (step(When.BY, after(DAYS), Span(LAST_DAY, date(2027, 3, 1))),
     "Uiterlijk maandag 7 december 2026. Misschien hebt u meer tijd."),
    (step(When.BY, after(DAYS), date(2026, 11, 1)),
     "Deze datum is voorbij: zondag 8 november 2026. Doe het vandaag nog."),
    (step(When.FROM_MONTH, after(MONTHS, "months")), "Vanaf januari 2027"),
    (step(When.FROM_MONTH, after(MONTHS, "months"), None), "Later"),
    (step(When.MONTHLY), "Elke maand"),
    (step(When.MONTHLY, after()), "Elke maand vanaf november 2026"),
    (step(When.BY, after(DAYS), None), "Binnen 7 dagen na: Laatste dag van uw contract"),
    (step(When.BY, after(WEEKS, "weeks"), None), "Binnen 4 weken na: Laatste dag van uw contract"),
    (step(When.BY, after(ONE_WEEK, "weeks"), None), "Binnen 1 week na: Laatste dag van uw contract"),
    (step(When.BY, after(MONTHS, "months"), None), "Binnen 2 maanden na: Laatste dag van uw contract"),
    (step(When.BY, after(ONE_MONTH, "months"), None), "Binnen 1 maand na: Laatste dag van uw contract"),
    (step(When.BY, before(DAYS, "days"), None), "Uiterlijk 7 dagen vóór: Laatste dag van uw contract"),
    (step(When.BY, before(WEEKS, "weeks"), None), "Uiterlijk 4 weken vóór: Laatste dag van uw contract"),
    (step(When.BY, before(MONTHS, "months"), None), "Uiterlijk 2 maanden vóór: Laatste dag van uw contract"),
    (step(When.BY, after(), None), "Op deze dag: Laatste dag van uw contract"),
    (step(When.BY, before()), "Vóór maandag 30 november 2026"),
    (step(When.BY, before(), Span(LAST_DAY, date(2027, 3, 1))),
     "Vóór maandag 30 november 2026. Misschien hebt u meer tijd."),
    (step(When.BY, before(), None), "Nu, en uiterlijk vóór: Laatste dag van uw contract"),
    (step(When.BY, before(), date(2026, 11, 1)),
     "Deze datum is voorbij: zondag 1 november 2026. Doe het vandaag nog."),
    (step(When.FROM_DAY, after(WEEKS, "weeks")), "Vanaf maandag 28 december 2026"),
    (step(When.FROM_DAY, before(ONE_WEEK, "weeks")), "Vanaf maandag 23 november 2026"),
    (step(When.FROM_DAY, before(WEEKS, "weeks")), "Nu"),
    (step(When.FROM_DAY, after(WEEKS, "weeks"), Span(LAST_DAY, date(2027, 3, 1))),
     "Vanaf maandag 28 december 2026. Misschien is het later."),
    (step(When.FROM_DAY, before(WEEKS, "weeks"), None), "Vanaf 4 weken vóór: Laatste dag van uw contract"),
    (step(When.FROM_DAY, before(ONE_WEEK, "weeks"), None), "Vanaf 1 week vóór: Laatste dag van uw contract"),
    (step(When.FROM_DAY, after(WEEKS, "weeks"), None), "Vanaf 4 weken na: Laatste dag van uw contract"),
    (step(When.FROM_DAY, after(ONE_WEEK, "weeks"), None), "Vanaf 1 week na: Laatste dag van uw contract"),
    (step(When.FROM_DAY, after(), None), "Later"),
]  # fmt: skip


IDS = [f"{place}: {words}" for place, (_, words) in enumerate(WORDS)]


@pytest.mark.row("W10")
@pytest.mark.usefixtures("dutch")
@pytest.mark.parametrize(("due", "words"), WORDS, ids=IDS)
def test_when_a_step_is_due_is_a_whole_phrase(due: DatedStep, words: str) -> None:
    assert " ".join(when_words(due).striptags().split()) == words


@pytest.mark.row("W10")
@pytest.mark.parametrize("due", [due for due, _ in WORDS], ids=IDS)
def test_it_is_said_in_every_language_without_a_gap_left_open(language: str, due: DatedStep) -> None:
    words = when_words(due).striptags()
    assert words.strip(), language
    assert "%(" not in words
    assert "{" not in words
    if language == "ar":
        assert any("\u0600" <= letter <= "\u06ff" for letter in words), words
