"""Derived facts about a WW that ends, as tables: answers → what the law makes of them."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from app.condition import Known, Missing, Span
from app.facts.flow import known_facts
from tests.people import DAY, someone, zwolle

UNANSWERED, DONT_KNOW = Missing.UNANSWERED, Missing.DONT_KNOW
Answers = dict[str, Any]


def derived(fact: str, answers: Answers, day: date = DAY) -> Known:
    """What is known of a derived fact with these answers."""
    installed = zwolle()
    return known_facts(installed.on(day), someone(installed.facts, **answers))[fact]


END: list[tuple[str, str, Known]] = [
    ("1985-02", "2026-12-31", 41),
    ("1960-02", "2027-02-28", 67),  # AOW 7a: 67, whatever day of the month
    ("1960-02", "2027-02-27", Span(66, 67)),  # born on 28 or 29 February, or earlier
    ("1960-02", "2027-01-31", 66),
    ("1960-02", "?", Span(64, 69)),  # WW 42: two years at most, and a year of room
    ("?", "2026-12-31", DONT_KNOW),
]


@pytest.mark.parametrize(("born", "end", "age"), END)
def test_the_age_at_the_end_of_the_ww(born: str, end: str, age: Known) -> None:
    assert derived("leeftijd_einde_ww", {"geboortemaand": born, "einddatum_ww": end}) == age


# Who was born on some day of March 1966 is 60 years and 4 months, whatever the day, from 31 July 2026.
BEGIN: list[tuple[str, str, str, Known]] = [
    ("IOW 2: 724 months", "1966-03", "2026-07-31", 724),
    ("not sure within the month", "1966-03", "2026-07-15", Span(723, 724)),
    ("IOW 2: not yet", "1966-04", "2026-07-31", 723),
    ("nobody under 60 at the end is asked", "1985-02", "2026-07-31", Span(0, 502)),
]


@pytest.mark.parametrize(("source", "born", "begin", "months"), BEGIN)
def test_the_age_in_months_on_the_first_day(source: str, born: str, begin: str, months: Known) -> None:
    answers = {"geboortemaand": born, "begindatum_ww": begin, "einddatum_ww": "2026-12-31"}
    assert derived("leeftijd_maanden_begin_ww", answers) == months, source


def ww(born: str, begin: str = "2025-01-15", end: str = "2026-12-31", months: Any = 23) -> Answers:
    """Somebody with a WW from a day until a day, of so many months."""
    return {
        "geboortemaand": born,
        "begindatum_ww": begin,
        "einddatum_ww": end,
        "duur_ww_maanden": months,
    }


OLDER: list[tuple[str, Answers, Known, Known]] = [
    ("IOW 2: 60 years 4 months on the first day", ww("1964-08"), True, False),
    ("IOW 2: 60 years 3 months; IOAW 2: born before 1965", ww("1964-10"), False, True),
    ("IOAW 2: born on 1 January 1965 or later", ww("1965-01"), False, False),
    ("IOAW 2: born in December 1964", ww("1964-12"), False, True),
    ("IOW 2, IOAW 2: WW not longer than three months", ww("1964-08", months=3), False, False),
    ("IOW 2: just longer", ww("1964-08", months=4), True, False),
    ("AOW 7a: 67 before the end", ww("1959-12"), False, False),
    ("IOW 2: WW from 2028", ww("1966-07", "2028-01-01", "2028-12-31", 12), False, False),
    ("the length is not known", ww("1964-08", months="?"), DONT_KNOW, DONT_KNOW),
    ("the first day is not known", ww("1964-08", begin="?"), DONT_KNOW, DONT_KNOW),
    ("the length is not asked yet", {"geboortemaand": "1964-08", "einddatum_ww": "2026-12-31",
     "begindatum_ww": "2025-01-15"}, UNANSWERED, UNANSWERED),
    ("nobody of 41 needs to say how long it lasted", {"geboortemaand": "1985-02",
     "einddatum_ww": "2026-12-31"}, False, False),
    ("nor does who was born after 1964 and is too young for IOW at the end",
     {"geboortemaand": "1966-10", "einddatum_ww": "2026-12-31"}, False, False),
    ("not even with the end of the WW unknown", {"geboortemaand": "1985-02", "einddatum_ww": "?"},
     False, False),
]  # fmt: skip


@pytest.mark.parametrize(("law", "answers", "iow", "ioaw"), OLDER, ids=[row[0] for row in OLDER])
def test_iow_and_ioaw(law: str, answers: Answers, iow: Known, ioaw: Known) -> None:
    assert derived("recht_iow", answers) is iow, law
    assert derived("recht_ioaw", answers) is ioaw, law


ALONE: Answers = {
    "geboortemaand": "1985-02",
    "einddatum_ww": "2026-12-31",
    "woonsituatie": "alleen",
    "spaargeld": 1_000,
}
COUPLE: Answers = {**ALONE, "woonsituatie": "met_partner", "huisgenoot_27": False}
BIJSTAND: list[tuple[str, Answers, Known]] = [
    ("Pw 11, 21a", ALONE, True),
    ("Pw 34.3: 8.000 is still allowed", {**ALONE, "spaargeld": 8_000}, True),
    ("Pw 34.3: one cent more is not", {**ALONE, "spaargeld": 8_000.01}, False),
    ("Pw 34.3: 16.000 for a single parent", {**ALONE, "woonsituatie": "alleen_met_kinderen",
     "spaargeld": 16_000}, True),
    ("Pw 21b: a partner under 2.027,79", {**COUPLE, "inkomen_partner": 2_027.78}, True),
    ("Pw 21b: a partner at 2.027,79", {**COUPLE, "inkomen_partner": 2_027.79}, False),
    ("Pw 22a: with one who shares the costs, a partner under 2 × 878,71",
     {**COUPLE, "huisgenoot_27": True, "inkomen_partner": 1_757.41}, True),
    ("Pw 22a: and at 2 × 878,71", {**COUPLE, "huisgenoot_27": True, "inkomen_partner": 1_757.42}, False),
    ("Pw 21b: what the partner earns is open", COUPLE, UNANSWERED),
    ("Pw 21b: and not known", {**COUPLE, "inkomen_partner": "?"}, DONT_KNOW),
    ("too much savings decide, whatever the partner earns", {**COUPLE, "spaargeld": 16_000.01}, False),
    ("Pw 20: 19 years, partner under the lowest norm of a couple",
     {**COUPLE, "geboortemaand": "2007-02", "inkomen_partner": 700.83}, True),
    ("Pw 20: 19 years, between the norms: the partner's age decides",
     {**COUPLE, "geboortemaand": "2007-02", "inkomen_partner": 700.84}, DONT_KNOW),
    ("Pw 13: 17 years", {**ALONE, "geboortemaand": "2009-06"}, False),
    ("Pw 20: 18 years", {**ALONE, "geboortemaand": "2008-05"}, True),
    ("Pw 11, 22a: AOW age at the end", {**ALONE, "geboortemaand": "1959-12"}, False),
    ("Pw 15: IOW goes first", {**ALONE, **ww("1964-08")}, False),
    ("Pw 15: IOAW goes first", {**ALONE, **ww("1964-10")}, False),
    ("no IOW after three months of WW", {**ALONE, **ww("1966-03", "2026-10-01", months=3)}, True),
    ("not yet clear whether IOW goes first", {**ALONE, "geboortemaand": "1964-08"}, UNANSWERED),
    ("the end of the WW is not known, but AOW is far", {**ALONE, "einddatum_ww": "?"}, True),
    ("the end of the WW is not known, and AOW is near",
     {**ALONE, "geboortemaand": "1961-02", "einddatum_ww": "?", "begindatum_ww": "2026-10-01",
      "duur_ww_maanden": 3}, DONT_KNOW),
]  # fmt: skip


@pytest.mark.parametrize(("law", "answers", "possible"), BIJSTAND, ids=[row[0] for row in BIJSTAND])
def test_bijstand_after_the_ww(law: str, answers: Answers, possible: Known) -> None:
    assert derived("bijstand_na_ww_kan", answers) is possible, law


@pytest.mark.parametrize(
    ("answers", "room"),
    [
        ({"woonsituatie": "alleen"}, False),  # no partner, no room of a partner
        ({**COUPLE, "inkomen_partner": 2_027.78}, True),  # Pw 21b
        ({**COUPLE, "inkomen_partner": 2_027.79}, False),
        ({**COUPLE, "inkomen_partner": 1_757.41, "huisgenoot_27": "?"}, True),  # Pw 22a: with or without
        ({**COUPLE, "inkomen_partner": 1_757.42, "huisgenoot_27": "?"}, DONT_KNOW),
        ({"woonsituatie": "met_partner"}, UNANSWERED),
        ({"woonsituatie": "?", "geboortemaand": "?"}, DONT_KNOW),
    ],
)
def test_what_a_partner_leaves(answers: Answers, room: Known) -> None:
    assert derived("partner_laat_ruimte", answers) is room
