"""A derived fact is known only when every way to complete the missing answers agrees; all are tried."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import product
from typing import Any

import pytest

from app.condition import Known, Missing, Span
from app.facts.derived import DERIVED
from app.facts.flow import known_facts
from app.facts.values import Answers
from tests.people import one_answer, zwolle

DAY = date(2026, 11, 21)
FACTS, ON = zwolle().facts, zwolle().on(DAY)

CHILDREN = [
    [{"geboortemaand": "2023-05", "opvang": True}],
    [{"geboortemaand": "2021-11", "opvang": False}],
    [{"geboortemaand": "2019-05", "opvang": True}],
    [{"geboortemaand": "2014-11", "opvang": False}],
    [{"geboortemaand": "2010-01"}, {"opvang": False}],
]
# Of each question answers on both sides of what the law looks at, and in the month where it is doubtful.
ANSWERS: Mapping[str, list[Any]] = {
    "geboortemaand": ["1966-08", "1966-11", "1980-02", "1999-11", "2005-11", "2006-05", "2007-03", "2009-01"],
    "laatste_werkdag": ["2026-11-30", "2027-12-31"],
    "einde_werk": ["ontslagen", "vaststellingsovereenkomst", "zelf_ontslag", "eerder_gestopt"],
    "tussentijds_stoppen_mag": [True, False],
    "einddatum_contract": ["2026-10-31", "2028-06-30"],
    "overeenkomst_getekend": [True],
    "datum_handtekening": ["2026-09-30", "2026-11-01", "2026-11-07", "2026-11-20"],
    "bedenktijd_in_overeenkomst": [True, False],
    "dienstjaren": [4, 5, 15],
    "weken_gewerkt_van_36": [25, 26],
    "kan_werken": [True, False],
    "woonsituatie": [
        "alleen",
        "alleen_met_kinderen",
        "met_partner",
        "met_partner_en_kinderen",
        "bij_ouders",
        "met_anderen",
    ],
    "spaargeld": [8_000, 8_000.01, 16_000, 16_000.01],
    "brutoloon": [1_000, 2_384, 3_400],
    "inkomen_partner_bruto": [0, 1_500],
    "huisgenoot_27": [True, False],
    "kinderen": CHILDREN,
    "bijstand_sinds": ["2024-01-15", "2026-05-21", "2026-05-22", "2026-11-20"],
    "einddatum_ww": ["2026-12-31", "2028-06-30"],
    "begindatum_ww": ["2025-01-15", "2026-10-01"],
    "duur_ww_maanden": [3, 12],
    "inkomen_partner": [0, 900, 1_800, 2_100],
    "vrijlating_tot_nu": ["nog_niet", "op", "had_werk_al"],
    "afspraken_werk": [[], ["urenbeperking"]],
    "huurwoning": ["huur"],
    "huur_per_maand": [200, 203, 204.52, 400, 1_200],
    "startdatum_werk": ["2025-06-01", "2026-12-01", "2027-02-01"],
    "nettoloon": [300, 1_200, 1_400, 2_400],
    "inkomen_samen": [300, 900, 1_600, 2_600],
    "bedrijf_fase": ["stoppen"],
    "stopdatum_bedrijf": ["2022-06-30", "2026-08-20", "2026-08-21", "2027-03-01"],
    "uren_bedrijf": [0, 23, 24, 60],
}
# What a derived fact stands on besides its needs: the questions behind the guards of those needs.
BEHIND_GUARDS = {
    "bedenktijd_tot": ("einde_werk", "overeenkomst_getekend"),
    "bedenktijd_loopt": ("einde_werk", "overeenkomst_getekend"),
    "kind_in_opvang": ("woonsituatie",),
    "kind_onder_12": ("woonsituatie",),
    "kind_onder_5": ("woonsituatie",),
    "eerste_werkloze_dag": ("overeenkomst_getekend",),
    "leeftijd_maanden_eerste_werkloze_dag": ("overeenkomst_getekend",),
    "leeftijd_bij_stoppen": ("bedrijf_fase",),
    "huur_past_bij_toeslag": ("huurwoning",),
    "aanvraagtijd_ioaz_voorbij": ("bedrijf_fase",),
}
# Of one partner only amounts before and after tax that can be true together.
EARNS = {"inkomen_partner": [3_000], "inkomen_partner_bruto": [3_700, 5_000]}
OLDER = {"geboortemaand": ["1964-08", "1964-10", "1966-08", "1985-02"]}
AGES = {"geboortemaand": ["1985-02", "2005-11", "2007-03"]}
# Some stand on so many questions that fewer answers to each must do.
FEWER: Mapping[str, Mapping[str, list[Any]]] = {
    "leeftijd_maanden_eerste_werkloze_dag": {
        "geboortemaand": ["1966-08", "1980-02"],
        "laatste_werkdag": ["2026-11-30"],
        "datum_handtekening": ["2026-11-01", "2026-11-20"],
        "dienstjaren": [4, 15],
    },
    "recht_iow": OLDER,
    "recht_ioaw": OLDER,
    "bijstand_na_ww_kan": {
        "geboortemaand": ["1964-08", "1966-08", "1985-02", "2007-03"],
        "einddatum_ww": ["2026-12-31"],
        "woonsituatie": ["alleen", "met_partner"],
        "spaargeld": [8_000, 16_000.01],
        "inkomen_partner": [900, 2_100],
    },
    "bijstand_bij_werk": {
        **AGES,
        "woonsituatie": ["alleen", "met_partner", "met_anderen"],
        "startdatum_werk": ["2026-12-01", "2027-02-01"],
        "nettoloon": [300, 1_400, 1_598],
        "inkomen_partner": [0, 900],
    },
    "inkomen_partner_zorgtoeslag": EARNS,
    "inkomen_partner_kindgebonden": EARNS,
    "huur_past_bij_toeslag": EARNS,
    "inkomen_onder_110": AGES,
    "inkomen_onder_130": AGES,
}
# For these, UNKNOWN is said only when there really are answers that disagree.
COMPLETE = frozenset({"leeftijd", "huishouden", "recht_ww", "recht_ziektewet", "vermogen_onder_grens"})


def questions(derived: str) -> tuple[str, ...]:
    """Every question that decides a derived fact, small enough to try all answers to all of them."""
    return (*BEHIND_GUARDS.get(derived, ()), *DERIVED[derived].needs)


def combinations(derived: str, *, partly: bool) -> Iterator[dict[str, Any]]:
    """Every combination of answers to these questions; partly also those that leave some unanswered."""
    asked = questions(derived)
    possible = {**ANSWERS, **FEWER.get(derived, {})}
    choices = [[*possible[each], *([None] if partly else [])] for each in asked]
    for chosen in product(*choices):
        yield {each: answer for each, answer in zip(asked, chosen, strict=True) if answer is not None}


def value_of(derived: str, given: Mapping[str, Any]) -> Known:
    """What is known of the derived fact with these answers."""
    answers: Answers = {fact: one_answer(FACTS, fact, each) for fact, each in given.items()}
    return known_facts(ON, answers)[derived]


def agrees(known: Known, completed: Known) -> bool:
    """Whether what is said already still stands when everything is known."""
    if known == completed or isinstance(known, Missing):
        return True
    if not isinstance(known, Span) or isinstance(completed, Missing):
        return False
    low, high = (completed.low, completed.high) if isinstance(completed, Span) else (completed, completed)
    bounds: tuple[Any, ...] = (known.low, low, high, known.high)
    return bool(bounds[0] <= bounds[1] and bounds[2] <= bounds[3])


@pytest.mark.parametrize("derived", DERIVED)
def test_what_is_said_early_still_stands_when_everything_is_known(derived: str) -> None:
    everything = [(given, value_of(derived, given)) for given in combinations(derived, partly=False)]
    for given in combinations(derived, partly=True):
        known = value_of(derived, given)
        completions = [value for each, value in everything if given.items() <= each.items()]
        assert completions
        wrong = [value for value in completions if not agrees(known, value)]
        assert not wrong, f"{given}: said {known}, but it can become {wrong[0]}"
        if derived in COMPLETE and isinstance(known, Missing):
            assert len(set(completions)) > 1 or isinstance(completions[0], Missing), (
                f"{given}: every completion is {completions[0]}, but it is called unknown"
            )


@pytest.mark.parametrize("derived", DERIVED)
def test_unanswered_says_that_a_question_is_left_and_not_known_that_none_is(derived: str) -> None:
    for given in combinations(derived, partly=False):
        assert value_of(derived, given) is not Missing.UNANSWERED, given
    nothing: dict[str, Any] = {}
    assert value_of(derived, nothing) is Missing.UNANSWERED
    unknown = dict.fromkeys(questions(derived), "?")
    assert value_of(derived, unknown) is Missing.DONT_KNOW
