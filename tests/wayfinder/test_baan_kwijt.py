"""The shipped route, person by person: what somebody answers, and what the law makes of it.

Each row names its source; letters and numbers are the sections of the reference on bijstand and WW.
The parts name items that must stand there; the rest of a list is free. Dates are deadlines.
"""

from __future__ import annotations

from datetime import date
from typing import Any, NamedTuple

import pytest

from app.wayfinder.model import Certainty, Outcome
from app.wayfinder.outcome import outcome
from tests.wayfinder.walking import Walk, visitor

USUAL: dict[str, Any] = {
    "woont_in_gemeente": True,
    "mag_hier_werken": True,
    "geboortemaand": "1980-02",
    "laatste_werkdag": "2026-11-30",
    "kan_werken": True,
    "weken_gewerkt_van_36": 36,
    "zorgen": [],
}
EVERYTHING_UNKNOWN: dict[str, Any] = dict.fromkeys([*USUAL, "einde_werk"], "?")
SIGNED = {"einde_werk": "vaststellingsovereenkomst", "overeenkomst_getekend": True}
CHILD_IN_CARE = {"woonsituatie": "alleen_met_kinderen", "kinderen": [{"opvang": True}]}


class Person(NamedTuple):
    """Somebody who loses a job: their answers beside the usual ones, and what must come out."""

    name: str
    source: str
    answers: dict[str, Any]
    first: str | None = None
    fits: str = ""
    maybe: str = ""
    not_now: str = ""
    dates: dict[str, date] = {}  # noqa: RUF012 - never changed


WW_BY = date(2026, 12, 8)
PEOPLE = [
    Person("Anna, dismissed", "WW 16, 17, 26.1b; BW 7:673, 7:686a; B1, B7, C1",
        {"einde_werk": "ontslagen"}, "ww_uitkering",
        "ontslag_aanvechten transitievergoeding laatste_loon_en_papieren solliciteren_met_uwv",
        "toeslagenwet toeslagen_wijzigen", "bijstand ziektewet loon_uwv_failliet zelf_ontslag_advies",
        {"ww_uitkering.aanvragen": WW_BY, "ontslag_aanvechten.rechter": date(2027, 1, 30),
         "transitievergoeding.vragen": date(2027, 2, 28)}),
    Person("Bram, contract ends", "WW 16, 17; BW 7:673; C1 “contract ends: no action by court”",
        {"einde_werk": "contract_stopt"}, "ww_uitkering",
        "transitievergoeding laatste_loon_en_papieren", "", "ontslag_aanvechten bijstand",
        {"ww_uitkering.aanvragen": WW_BY, "laatste_loon_en_papieren.vragen": date(2026, 11, 30)}),
    Person("Chaima, agreement not signed yet", "C1.1 before signing; BW 7:670b",
        {"einde_werk": "vaststellingsovereenkomst", "overeenkomst_getekend": False},
        "vaststellingsovereenkomst_nakijken", "ww_uitkering", "",
        "overeenkomst_terugdraaien transitievergoeding"),
    Person("Dirk, signed six days ago", "BW 7:670b: 14 days; WW 19.3",
        {**SIGNED, "datum_handtekening": "2026-11-15", "bedenktijd_in_overeenkomst": True},
        "overeenkomst_terugdraaien", "ww_uitkering", "", "transitievergoeding",
        {"overeenkomst_terugdraaien.ontbinden": date(2026, 11, 29)}),
    Person("Esra, signed 18 days ago, nothing about it in the letter", "BW 7:670b.3: 21 days",
        {**SIGNED, "datum_handtekening": "2026-11-03", "bedenktijd_in_overeenkomst": False},
        "overeenkomst_terugdraaien", dates={"overeenkomst_terugdraaien.ontbinden": date(2026, 11, 24)}),
    Person("Farid, signed 18 days ago, it is in the letter", "BW 7:670b: 14 days are over",
        {**SIGNED, "datum_handtekening": "2026-11-03", "bedenktijd_in_overeenkomst": True},
        fits="ww_uitkering", not_now="overeenkomst_terugdraaien"),
    Person("Gerda, signed 18 days ago, does not know what the letter says", "BW 7:670b",
        {**SIGNED, "datum_handtekening": "2026-11-03", "bedenktijd_in_overeenkomst": "?"},
        maybe="overeenkomst_terugdraaien"),
    Person("Hamza, the firm is bankrupt", "WW 61–64, 62: report within a week; BW 7:673c",
        {"einde_werk": "failliet"}, "loon_uwv_failliet", "ww_uitkering", "",
        "transitievergoeding laatste_loon_en_papieren ontslag_aanvechten"),
    Person("Ilse, resigned", "WW 24, 27; C1 variants",
        {"einde_werk": "zelf_ontslag"}, "zelf_ontslag_advies", "laatste_loon_en_papieren",
        "bijstand", "ww_uitkering transitievergoeding toeslagenwet iow_later"),
    Person("Joost, resigned, lives alone, little savings", "Pw 11, 34; WW 24",
        {"einde_werk": "zelf_ontslag", "woonsituatie": "alleen", "spaargeld": [50_000, "month"]},
        "zelf_ontslag_advies", "bijstand kwijtschelding", "", "ww_uitkering"),
    Person("Karima, resigned, too much savings", "Pw 34.3: 8.000",
        {"einde_werk": "zelf_ontslag", "woonsituatie": "alleen", "spaargeld": [800_001, "month"]},
        not_now="bijstand ww_uitkering"),
    Person("Leo, resigned, his partner earns enough", "Pw 21b: norm of a couple 2.027,79",
        {"einde_werk": "zelf_ontslag", "woonsituatie": "met_partner", "spaargeld": [0, "month"],
         "inkomen_partner": [202_779, "month"]}, not_now="bijstand"),
    Person("Mila, resigned, her partner earns little", "Pw 21b",
        {"einde_werk": "zelf_ontslag", "woonsituatie": "met_partner", "spaargeld": [0, "month"],
         "inkomen_partner": [202_778, "month"], "huisgenoot_27": False}, fits="bijstand"),
    Person("Mina, as Mila, with a grown-up son who shares the costs", "Pw 22a: 2 × 878,71",
        {"einde_werk": "zelf_ontslag", "woonsituatie": "met_partner", "spaargeld": [0, "month"],
         "inkomen_partner": [175_742, "month"], "huisgenoot_27": True}, not_now="bijstand kwijtschelding"),
    Person("Nadia, ended early, the contract allows it", "WW 19.4",
        {"einde_werk": "eerder_gestopt", "tussentijds_stoppen_mag": True},
        "te_vroeg_gestopt_contract", "ww_uitkering", "", "bijstand", {"ww_uitkering.aanvragen": WW_BY}),
    Person("Omar, ended early, the contract does not allow it", "WW 19.4: no WW before the agreed end",
        {"einde_werk": "eerder_gestopt", "tussentijds_stoppen_mag": False,
         "einddatum_contract": "2027-02-28"},
        "te_vroeg_gestopt_contract", "", "bijstand", "ww_uitkering",
        {"te_vroeg_gestopt_contract.ww_later": date(2027, 3, 7)}),
    Person("Petra, ill when her contract ends", "ZW 29.2c; C1 “ill at end of contract: ZW, not WW”",
        {"einde_werk": "contract_stopt", "kan_werken": False}, "ziektewet",
        "transitievergoeding", "toeslagenwet", "ww_uitkering bijstand loopbaanadviseur",
        {"ziektewet.controleren": date(2026, 11, 30)}),
    Person("Quin, ill and resigned", "ZW 45; Pw 11",
        {"einde_werk": "zelf_ontslag", "kan_werken": False}, "zelf_ontslag_advies",
        "", "bijstand", "ziektewet ww_uitkering toeslagenwet"),
    Person("Rosa, 24, worked 20 weeks", "WW 17; Pw 41.4: four weeks of searching; A8",
        {"einde_werk": "contract_stopt", "geboortemaand": "2002-05", "weken_gewerkt_van_36": 20},
        "jongeren_zoekperiode", "transitievergoeding", "bijstand", "ww_uitkering"),
    Person("Sam, 27, worked 20 weeks", "Pw 41.12: from 27 no search period",
        {"einde_werk": "contract_stopt", "geboortemaand": "1999-10", "weken_gewerkt_van_36": 20},
        maybe="bijstand", not_now="jongeren_zoekperiode ww_uitkering"),
    Person("Tess, 17", "Pw 11: from 18; toeslagen from 18",
        {"einde_werk": "contract_stopt", "geboortemaand": "2009-05", "weken_gewerkt_van_36": 10},
        not_now="bijstand jongeren_zoekperiode zorgtoeslag huurtoeslag rmc"),
    Person("Umut, 20 without a diploma", "D: RMC 18–23",
        {"einde_werk": "contract_stopt", "geboortemaand": "2006-05", "startkwalificatie": False}, fits="rmc"),
    Person("Vera, 60 years and 4 months on the first day", "IOW 2; B6, I",
        {"einde_werk": "ontslagen", "geboortemaand": "1966-07", "werkjaren_van_5": 4},
        "ww_uitkering", "iow_later"),
    Person("Willem, 60 years and 3 months on the first day", "IOW 2; B6, I",
        {"einde_werk": "ontslagen", "geboortemaand": "1966-09", "werkjaren_van_5": 4}, not_now="iow_later"),
    Person("Xandra, old enough, but too few years for a longer WW", "IOW 2, WW 42; I",
        {"einde_werk": "ontslagen", "geboortemaand": "1966-05", "werkjaren_van_5": 3}, not_now="iow_later"),
    Person("Yusuf, 25 weeks", "WW 17: 26 of 36",
        {"einde_werk": "ontslagen", "weken_gewerkt_van_36": 25}, "ontslag_aanvechten",
        "transitievergoeding", "bijstand", "ww_uitkering toeslagenwet solliciteren_met_uwv"),
    Person("Zoë, 26 weeks", "WW 17: 26 of 36",
        {"einde_werk": "ontslagen", "weken_gewerkt_van_36": 26}, "ww_uitkering", not_now="bijstand"),
    Person("Ali, worries about rent", "C1.9: ask early; D: Op Orde",
        {"einde_werk": "ontslagen", "zorgen": ["huur_of_hypotheek"]},
        fits="huur_of_schuld_vroeg_hulp voedselbank sociaal_wijkteam"),
    Person("Bo, letters are hard", "C4: low literacy, Taalpunt",
        {"einde_werk": "ontslagen", "zorgen": ["taal_of_lezen"]}, fits="taalpunt sociaal_raadslieden",
        not_now="huur_of_schuld_vroeg_hulp"),
    Person("Cem, low wage, alone", "TW 2: 70 % under the norm of a single; B5",
        {"einde_werk": "ontslagen", "woonsituatie": "alleen", "brutoloon": [200_000, "month"]},
        fits="toeslagenwet ww_uitkering", dates={"toeslagenwet.aanvragen": date(2027, 1, 12)}),
    Person("Daan, low wage, partner born after 1971, no young child", "TW 4; B5",
        {"einde_werk": "ontslagen", "woonsituatie": "met_partner", "brutoloon": [200_000, "month"],
         "inkomen_partner_bruto": [0, "month"], "partner_geboren_voor_grens": False},
        not_now="toeslagenwet"),
    Person("Eva, as Daan, with a child of 7", "TW 4; B5",
        {"einde_werk": "ontslagen", "woonsituatie": "met_partner_en_kinderen",
         "brutoloon": [200_000, "month"], "inkomen_partner_bruto": [0, "month"],
         "partner_geboren_voor_grens": False, "kinderen": [{"geboortemaand": "2019-05", "opvang": False}]},
        fits="toeslagenwet", not_now="kinderopvangtoeslag_let_op"),
    Person("Fleur, with a child in childcare and toeslagen", "C1.8: within four weeks; three more months",
        {"einde_werk": "ontslagen", "krijgt_toeslag": True, **CHILD_IN_CARE},
        fits="toeslagen_wijzigen kinderopvangtoeslag_let_op",
        dates={"toeslagen_wijzigen.doorgeven": date(2026, 12, 28),
               "kinderopvangtoeslag_let_op.stoppen": date(2027, 2, 28)}),
    Person("Gijs, had children in childcare, now answers that he lives alone", "W5: a stale answer",
        {"einde_werk": "ontslagen", **CHILD_IN_CARE, "woonsituatie": "alleen"},
        not_now="kinderopvangtoeslag_let_op"),
    Person("Hana, back after a short job, WW not used up", "WW 21, 42b; C4",
        {"einde_werk": "contract_stopt", "eerdere_uitkering": "ww_niet_op"}, fits="weg_terug_na_kort_werk",
        dates={"weg_terug_na_kort_werk.ww_melden": WW_BY}),
    Person("Ivo, back after a short job, bijstand before", "Pw 43a; C3",
        {"einde_werk": "contract_stopt", "eerdere_uitkering": "bijstand_kort", "weken_gewerkt_van_36": 12},
        fits="weg_terug_na_kort_werk"),
    Person("Jasmijn, rents, low rent", "Wht 17: basishuur",
        {"einde_werk": "ontslagen", "woonsituatie": "alleen", "huurwoning": "huur", "spaargeld": [0, "month"],
         "huur_per_maand": [20_252, "month"], "heeft_zorgverzekering": True}, not_now="huurtoeslag",
        fits="zorgtoeslag"),
    Person("Jelle, rents, two euros over", "Wht 17, Awir 14.5: under 24 euros a year is not paid",
        {"einde_werk": "ontslagen", "woonsituatie": "alleen", "huurwoning": "huur", "spaargeld": [0, "month"],
         "huur_per_maand": [20_451, "month"]}, not_now="huurtoeslag"),
    Person("Juno, her partner earns much", "Wzt 2; Wht 21: income of both",
        {"einde_werk": "ontslagen", "woonsituatie": "met_partner", "huurwoning": "huur",
         "spaargeld": [0, "month"], "huur_per_maand": [65_000, "month"], "heeft_zorgverzekering": True,
         "inkomen_partner_bruto": [500_000, "month"]}, not_now="huurtoeslag zorgtoeslag"),
    Person("Kees, rents, ordinary rent", "Wht 17",
        {"einde_werk": "ontslagen", "woonsituatie": "alleen", "huurwoning": "huur", "spaargeld": [0, "month"],
         "huur_per_maand": [65_000, "month"], "heeft_zorgverzekering": True},
        fits="huurtoeslag zorgtoeslag"),
    Person("Lina, knows almost nothing", "W4",
        EVERYTHING_UNKNOWN, maybe="ww_uitkering bijstand ziektewet loon_uwv_failliet sociaal_raadslieden"),
]  # fmt: skip


def outcome_of(person: Person) -> tuple[Walk, Outcome]:
    """The way and the outcome of somebody."""
    walk = visitor(**{**USUAL, **person.answers})
    return walk, outcome(walk.on, walk.known)


@pytest.mark.row("W1")
@pytest.mark.row("W10")
@pytest.mark.parametrize("person", PEOPLE, ids=[person.name for person in PEOPLE])
def test_what_comes_out_is_what_the_law_says(person: Person) -> None:
    walk, found = outcome_of(person)
    assert walk.question is None, "everything that the route asks is answered"
    places = {
        "fits": {fit.item.id for fit in found.fits},
        "maybe": {may.item.id for may in found.maybe},
        "not_now": {no.item.id for no in found.not_now},
    }
    expected = {place: set(getattr(person, place).split()) for place in places}
    wrong = {place: named - places[place] for place, named in expected.items() if named - places[place]}
    assert not wrong, f"{person.source}: {wrong} stand elsewhere"
    if person.first is not None:
        assert found.fits[0].item.id == person.first, person.source
        assert found.headline == found.fits[0].item.headline
    dates = {f"{step.item.id}.{step.step.id}": step.day for step in found.steps}
    assert {name: dates.get(name) for name in person.dates} == person.dates, person.source


@pytest.mark.row("W8")
@pytest.mark.row("W9")
@pytest.mark.parametrize("person", PEOPLE, ids=[person.name for person in PEOPLE])
def test_each_of_them_is_told_why(person: Person) -> None:
    _, found = outcome_of(person)
    assert all(fit.reasons for fit in found.fits)
    assert all(may.reasons for may in found.maybe)
    assert all(no.reasons and no.would_fit for no in found.not_now)


GATES: list[tuple[str, dict[str, Any], str]] = [
    ("AOW age (AOW 7a): no WW any more", {"geboortemaand": "1959-06"}, "geboortemaand"),
    ("lives elsewhere", {"woont_in_gemeente": False}, "woont_in_gemeente"),
    ("no right to live here (Pw 11.2, Koppelingswet)", {"mag_hier_werken": False}, "mag_hier_werken"),
]


@pytest.mark.parametrize(("source", "answers", "gate"), GATES, ids=[row[0] for row in GATES])
def test_for_whom_the_way_is_closed_it_says_so(source: str, answers: dict[str, Any], gate: str) -> None:
    walk = visitor(**answers)
    assert walk.question is None
    assert outcome(walk.on, walk.known).closed_gate == gate
    fact = walk.installed.facts[gate]
    assert fact.gate is not None, source
    assert fact.gate.way_out
    assert fact.gate.organisation in walk.installed.catalogue.organisations


CRISES: list[tuple[str, list[str], list[str]]] = [
    ("K: danger, violence at home", ["niet_veilig_thuis"], ["112", "0800-2000"]),
    ("K: thoughts of suicide", ["somber"], ["113"]),
    ("K: eviction or cut-off", ["binnenkort_huis_uit_of_afgesloten"], ["038-456 9700"]),
    ("K: all of it", ["niet_veilig_thuis", "somber", "binnenkort_huis_uit_of_afgesloten"],
     ["112", "0800-2000", "113", "038-456 9700"]),
    ("no crisis", ["huur_of_hypotheek", "taal_of_lezen"], []),
]  # fmt: skip


@pytest.mark.parametrize(("source", "worries", "numbers"), CRISES, ids=[row[0] for row in CRISES])
def test_in_a_crisis_a_number_stands_above_everything(
    source: str, worries: list[str], numbers: list[str]
) -> None:
    walk = visitor(**{**USUAL, "einde_werk": "ontslagen", "zorgen": worries})
    assert [crisis.phone for crisis in outcome(walk.on, walk.known).crises] == numbers, source


def test_after_a_settlement_the_first_day_for_ww_is_the_earliest_that_can_be() -> None:
    """WW 19.3: it may come later; who asks early loses nothing (B1, I)."""
    walk = visitor(**{**USUAL, "einde_werk": "vaststellingsovereenkomst"})
    step = next(step for step in outcome(walk.on, walk.known).steps if step.item.id == "ww_uitkering")
    assert (step.day, step.certainty) == (WW_BY, Certainty.EARLIEST)


def test_what_is_only_known_from_a_policy_paper_is_never_promised() -> None:
    walk = visitor(**{**USUAL, "einde_werk": "zelf_ontslag"})
    found = outcome(walk.on, walk.known)
    doubtful = {item.id for item in walk.on.items if not item.is_confirmed}
    assert {"de_passage", "solliciteren_met_video"} <= doubtful
    assert doubtful <= {may.item.id for may in found.maybe}
