"""Derived facts about work, as tables: answers → what the law makes of them, with the article in the row."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from app.condition import Known, Missing, Span
from app.facts.flow import known_facts
from tests.people import someone, zwolle

DAY = date(2026, 11, 21)
UNANSWERED, DONT_KNOW = Missing.UNANSWERED, Missing.DONT_KNOW


def derived(fact: str, day: date = DAY, **answers: Any) -> Known:
    """What is known of a derived fact with these answers."""
    installed = zwolle()
    return known_facts(installed.on(day), someone(installed.facts, **answers))[fact]


@pytest.mark.parametrize(
    ("born", "day", "age"),
    [
        ("1980-02", date(2026, 11, 21), 46),
        ("1980-12", date(2026, 11, 21), 45),
        ("1980-11", date(2026, 11, 21), Span(45, 46)),  # the day of birth is not asked
        ("1980-11", date(2026, 10, 31), 45),
        ("1980-11", date(2026, 11, 30), 46),  # whoever was born in November has turned 46 by now
        ("1980-11", date(2026, 12, 1), 46),
        ("2008-02", date(2026, 3, 1), 18),
        ("1959-11", date(2026, 11, 21), Span(66, 67)),  # AOW 7a: 67 years
        ("1959-10", date(2026, 11, 1), 67),
        ("?", date(2026, 11, 21), DONT_KNOW),
    ],
)
def test_age_is_known_but_for_the_month_of_the_birthday(born: str, day: date, age: Known) -> None:
    assert derived("leeftijd", day, geboortemaand=born) == age


LAST_DAY = "2026-11-30"
NEXT_DAY = date(2026, 12, 1)
FIRST_DAYS: list[tuple[str, dict[str, Any], Known]] = [
    ("WW 16a: contract ends", {"einde_werk": "contract_stopt"}, NEXT_DAY),
    ("WW 16a: dismissed", {"einde_werk": "ontslagen"}, NEXT_DAY),
    ("WW 16a: bankrupt", {"einde_werk": "failliet"}, NEXT_DAY),
    ("WW 16a: resigned", {"einde_werk": "zelf_ontslag"}, NEXT_DAY),
    (
        "WW 19.4: ended early, as the contract allows",
        {"einde_werk": "eerder_gestopt", "tussentijds_stoppen_mag": True},
        NEXT_DAY,
    ),
    (
        "WW 19.4: ended early without a clause: from the agreed end",
        {
            "einde_werk": "eerder_gestopt",
            "tussentijds_stoppen_mag": False,
            "einddatum_contract": "2027-02-28",
        },
        date(2027, 3, 1),
    ),
    (
        "WW 19.4: the agreed end cannot bring the first day forward",
        {
            "einde_werk": "eerder_gestopt",
            "tussentijds_stoppen_mag": False,
            "einddatum_contract": "2026-10-31",
        },
        NEXT_DAY,
    ),
    (
        "WW 19.3, BW 7:672: signed 1 October, 3 years of service, so one month to the end of November",
        {
            "einde_werk": "vaststellingsovereenkomst",
            "overeenkomst_getekend": True,
            "datum_handtekening": "2026-10-01",
            "dienstjaren": 3,
        },
        NEXT_DAY,
    ),
    (
        "WW 19.3, BW 7:672: 5 years of service is two months",
        {
            "einde_werk": "vaststellingsovereenkomst",
            "overeenkomst_getekend": True,
            "datum_handtekening": "2026-11-15",
            "dienstjaren": 5,
        },
        Span(NEXT_DAY, date(2027, 2, 1)),
    ),
    (
        "WW 19.3, BW 7:672: 10 years of service is three months",
        {
            "einde_werk": "vaststellingsovereenkomst",
            "overeenkomst_getekend": True,
            "datum_handtekening": "2026-11-15",
            "dienstjaren": 10,
        },
        Span(NEXT_DAY, date(2027, 3, 1)),
    ),
    (
        "WW 19.3, BW 7:672: 15 years of service is four months",
        {
            "einde_werk": "vaststellingsovereenkomst",
            "overeenkomst_getekend": True,
            "datum_handtekening": "2026-11-15",
            "dienstjaren": 15,
        },
        Span(NEXT_DAY, date(2027, 4, 1)),
    ),
    (
        "WW 19.3: how long is not known, so the longest notice counts",
        {"einde_werk": "vaststellingsovereenkomst"},
        Span(NEXT_DAY, date(2027, 4, 1)),
    ),
    ("WW 16a, 19: without a reason only the early end is certain", {}, Span(NEXT_DAY, date.max)),
    ("not known is as good as not answered", {"einde_werk": "?"}, Span(NEXT_DAY, date.max)),
]


@pytest.mark.parametrize(("law", "answers", "first_day"), FIRST_DAYS, ids=[row[0] for row in FIRST_DAYS])
def test_the_first_unemployed_day(law: str, answers: dict[str, Any], first_day: Known) -> None:
    assert derived("eerste_werkloze_dag", laatste_werkdag=LAST_DAY, **answers) == first_day, law


def test_without_the_last_day_of_work_there_is_no_first_day_without_it() -> None:
    assert derived("eerste_werkloze_dag", einde_werk="ontslagen") is UNANSWERED
    assert derived("eerste_werkloze_dag", einde_werk="ontslagen", laatste_werkdag="?") is DONT_KNOW


def test_an_old_signature_does_not_count_when_nothing_was_signed() -> None:
    """The visitor first said that the letter was signed, and then that it was not."""
    signed: dict[str, Any] = {
        "datum_handtekening": "2027-02-15",
        "dienstjaren": 15,
        "laatste_werkdag": LAST_DAY,
    }
    assert derived(
        "eerste_werkloze_dag",
        einde_werk="vaststellingsovereenkomst",
        overeenkomst_getekend=False,
        **signed,
    ) == Span(NEXT_DAY, date(2027, 4, 1))


@pytest.mark.parametrize(
    ("born", "last_day", "months"),
    [
        ("1966-07", "2026-11-30", Span(724, 725)),  # IOW 2: 60 years and 4 months reached for certain
        ("1966-08", "2026-11-30", Span(723, 724)),  # only if born on the 1st
        ("1966-09", "2026-11-30", Span(722, 723)),
        ("1966-08", "2026-12-30", 724),  # on 31 December certain for the whole of August
    ],
)
def test_the_age_for_the_iow_counts_on_the_first_unemployed_day(
    born: str, last_day: str, months: Known
) -> None:
    known = derived(
        "leeftijd_maanden_eerste_werkloze_dag",
        geboortemaand=born,
        einde_werk="ontslagen",
        laatste_werkdag=last_day,
    )
    assert known == months


ABLE = {"kan_werken": True}
RIGHT_TO_WW: list[tuple[str, dict[str, Any], Known]] = [
    ("WW 16, 17", {"einde_werk": "ontslagen", "weken_gewerkt_van_36": 26, **ABLE}, True),
    ("WW 16, 17", {"einde_werk": "contract_stopt", "weken_gewerkt_van_36": 36, **ABLE}, True),
    ("WW 16, 17", {"einde_werk": "failliet", "weken_gewerkt_van_36": 26, **ABLE}, True),
    ("WW 19.3", {"einde_werk": "vaststellingsovereenkomst", "weken_gewerkt_van_36": 26, **ABLE}, True),
    ("WW 17: 26 of 36 weeks", {"weken_gewerkt_van_36": 25}, False),
    ("WW 16: able to work", {"kan_werken": False}, False),
    ("WW 24, 27: resigned", {"einde_werk": "zelf_ontslag"}, False),
    ("WW 19.4: no clause", {"einde_werk": "eerder_gestopt", "tussentijds_stoppen_mag": False}, False),
    (
        "WW 19.4: a clause",
        {
            "einde_werk": "eerder_gestopt",
            "tussentijds_stoppen_mag": True,
            "weken_gewerkt_van_36": 30,
            **ABLE,
        },
        True,
    ),
    ("one is open", {"einde_werk": "ontslagen", **ABLE}, UNANSWERED),
    ("one is not known", {"einde_werk": "ontslagen", "weken_gewerkt_van_36": "?", **ABLE}, DONT_KNOW),
    ("not known, but it does not matter", {"einde_werk": "?", "weken_gewerkt_van_36": 3}, False),
    (
        "a clause of a contract that is not stopped early says nothing",
        {"einde_werk": "zelf_ontslag", "tussentijds_stoppen_mag": True, "weken_gewerkt_van_36": 36, **ABLE},
        False,
    ),
]


@pytest.mark.parametrize(("law", "answers", "right"), RIGHT_TO_WW)
def test_the_main_conditions_for_ww(law: str, answers: dict[str, Any], right: Known) -> None:
    assert derived("recht_ww", **answers) is right, law


RIGHT_TO_ZIEKTEWET: list[tuple[str, dict[str, Any], Known]] = [
    ("ZW 29.2c", {"kan_werken": False, "einde_werk": "contract_stopt"}, True),
    ("ZW 29.2c", {"kan_werken": False, "einde_werk": "ontslagen"}, True),
    ("ZW 29.2c", {"kan_werken": False, "einde_werk": "failliet"}, True),
    ("ZW 45: giving up work while ill", {"kan_werken": False, "einde_werk": "zelf_ontslag"}, False),
    ("ZW 45: signing while ill", {"kan_werken": False, "einde_werk": "vaststellingsovereenkomst"}, False),
    ("able to work", {"kan_werken": True}, False),
    ("ill, reason open", {"kan_werken": False}, UNANSWERED),
]


@pytest.mark.parametrize(("law", "answers", "right"), RIGHT_TO_ZIEKTEWET)
def test_ill_as_the_work_ends(law: str, answers: dict[str, Any], right: Known) -> None:
    assert derived("recht_ziektewet", **answers) is right, law


SETTLED = {"einde_werk": "vaststellingsovereenkomst", "overeenkomst_getekend": True}
TO_UNDO: list[tuple[str, str, Any, Known, Known]] = [
    ("BW 7:670b.2: 14 days", "2026-11-07", True, date(2026, 11, 21), True),
    ("BW 7:670b.2: 14 days", "2026-11-06", True, date(2026, 11, 20), False),
    ("BW 7:670b.3: 21 days when not mentioned", "2026-10-31", False, date(2026, 11, 21), True),
    ("BW 7:670b.3: 21 days when not mentioned", "2026-10-30", False, date(2026, 11, 20), False),
    ("not known which, not yet over", "2026-11-07", "?", Span(date(2026, 11, 21), date(2026, 11, 28)), True),
    (
        "not known which, perhaps",
        "2026-11-06",
        "?",
        Span(date(2026, 11, 20), date(2026, 11, 27)),
        DONT_KNOW,
    ),
    ("not known which, over", "2026-10-30", "?", Span(date(2026, 11, 13), date(2026, 11, 20)), False),
]


@pytest.mark.parametrize(("law", "signed", "mentioned", "until", "running"), TO_UNDO)
def test_how_long_a_settlement_can_be_undone(
    law: str, signed: str, mentioned: Any, until: Known, running: Known
) -> None:
    answers = {**SETTLED, "datum_handtekening": signed, "bedenktijd_in_overeenkomst": mentioned}
    assert derived("bedenktijd_tot", **answers) == until, law
    assert derived("bedenktijd_loopt", **answers) is running, law
