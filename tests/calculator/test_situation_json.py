"""From JSON to a situation: four ways of pay, what cannot be, and what is not covered."""

import json
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from app.calculator.asked_json import Uncovered
from app.calculator.flow.law_on import Law, law_on
from app.calculator.model import Dwelling, Job, Situation
from app.calculator.rules.vrijlating import Vrijlating
from app.calculator.situation_json import GO_TO, Asked, Refused, read_situation
from tests.calculator.cases import parameters_on

TODAY = date(2026, 11, 21)
ORGANISATIONS = Path(__file__).parents[2] / "content" / "organisations"


@cache
def law_of(day: date) -> Law:
    return law_on(parameters_on(day))


def read(**given: Any) -> Asked:
    return read_situation({"person": {"born": "1990-05-01"}} | given, TODAY, law_of)


def refusal(**given: Any) -> tuple[str, str]:
    with pytest.raises(Refused) as caught:
        read(**given)
    return caught.value.refusal.field, caught.value.refusal.message


def person(**given: Any) -> dict[str, Any]:
    return {"born": "1990-05-01"} | given


def test_one_day_of_birth_is_enough() -> None:
    asked = read()
    assert (asked.situation.person.born, asked.offers, asked.start, asked.day) == (
        date(1990, 5, 1),
        (),
        None,
        TODAY,
    )


def test_bytes_and_what_is_decoded_already_are_read_alike() -> None:
    given = {"person": person(), "offers": [{"uren_per_week": 28.5, "uurloon_cents": 1_499}]}
    assert read_situation(json.dumps(given).encode(), TODAY, law_of) == read_situation(given, TODAY, law_of)


def test_everything_that_is_given_comes_over() -> None:
    care = {"soort": "bso", "uren_per_month": 40.25, "uurprijs_cents": 998}
    asked = read(
        person=person(
            has_vrijlating=True,
            months_used={"n": 6},
            is_medisch_urenbeperkt=True,
            can_work_more=False,
            is_in_traject=True,
            ww={"loon_cents_per_month": 300_000, "month": 5, "last_day": "2027-03-31", "has_toeslag": True},
        ),
        partner={"born": "1991-01-31"},
        children=[{"born": "2020-02-29", "opvang": [care]}],
        home={
            "dwelling": "huur",
            "kale_huur_cents_per_month": 70_000,
            "kostendelers": 1,
            "medebewoners": 2,
            "medebewoners_cents_per_year": 1_200_000,
        },
        savings_cents=123_456,
        has_bijstand=True,
        has_opvang_now=True,
        is_insured=False,
        months_of_low_income=36,
    )
    found = asked.situation
    assert found.person.months_used == {Vrijlating.N: 6}
    assert found.person.ww is not None
    assert (found.person.ww.month, found.person.ww.last_day) == (5, date(2027, 3, 31))
    assert found.partner is not None
    assert found.children[0].opvang[0].uren_per_month == 4_025
    assert found.home.dwelling is Dwelling.HUUR
    assert (found.home.kostendelers, found.home.medebewoners, found.home.medebewoners_per_year) == (
        1,
        2,
        1_200_000,
    )
    assert (found.savings, found.months_of_low_income) == (123_456, 36)
    assert (found.has_bijstand, found.has_opvang_now, found.is_insured) == (True, True, False)
    assert (found.person.has_vrijlating, found.person.is_medisch_urenbeperkt) == (True, True)
    assert (found.person.can_work_more, found.person.is_in_traject) == (False, True)


def job(**given: Any) -> Job:
    return read(offers=[given]).offers[0]


def test_pay_per_hour_is_52_weeks_over_12_months() -> None:
    found = job(uren_per_week=24, uurloon_cents=1_499)
    assert (found.loon_per_month, found.uren_per_week, found.uurloon) == (155_896, 2_400, 1_499)


def test_pay_per_month_stays_what_it_is() -> None:
    assert job(loon_cents_per_month=155_896).loon_per_month == 155_896


def test_pay_per_four_weeks_is_13_times_a_year() -> None:
    found = job(loon_cents_per_four_weeks=130_000)
    assert (found.loon_per_month, found.is_paid_per_four_weeks) == (140_833, True)


def test_net_pay_becomes_the_gross_pay_that_leaves_it() -> None:
    # The official table: of 2.000 a month 61,25 is withheld.
    assert job(netto_loon_cents_per_month=193_875).loon_per_month <= 200_000
    assert job(netto_loon_cents_per_month=193_875).loon_per_month > 199_000
    with_premium = job(netto_loon_cents_per_month=193_875, pensioenpremie_cents_per_month=5_000)
    assert with_premium.loon_per_month == job(netto_loon_cents_per_month=193_875).loon_per_month + 5_000


JOB = {"uren_per_week": 24, "uurloon_cents": 1_499}

IMPOSSIBLE: dict[str, dict[str, Any]] = {
    "person.born": {"person": {"born": "2026-11-22"}},
    "partner.born": {"partner": {"born": "2026-11-22"}},
    "person.job": {"person": person(job={})},
    "person.job.uren_per_week": {"person": person(job={"uurloon_cents": 1_499})},
    "person.ww.last_day": {"person": person(ww={"loon_cents_per_month": 1, "last_day": "2026-11-20"})},
    "partner.job.uren_per_week": {"partner": person(job=JOB | {"uren_per_week": 24.125})},
    "offers[0].uren_per_week": {"offers": [JOB | {"uren_per_week": 80.5}]},
    "offers[1].loon_cents_per_month": {"offers": [JOB, JOB | {"loon_cents_per_month": 1}]},
    "offers[0].pensioenpremie_cents_per_month": {
        "offers": [{"loon_cents_per_month": 10, "pensioenpremie_cents_per_month": 11}]
    },
    "children[0].born": {"children": [{"born": "2027-01-01"}]},
    "children[1].born": {"children": [{"born": "2010-01-01"}, {"born": "2008-11-21"}]},
    "children[0].opvang[0].uren_per_month": {
        "children": [
            {
                "born": "2020-01-01",
                "opvang": [{"soort": "bso", "uren_per_month": 1.005, "uurprijs_cents": 900}],
            }
        ]
    },
    "home.kale_huur_cents_per_month": {"home": {"dwelling": "koop", "kale_huur_cents_per_month": 1}},
    "home.kostendelers": {"home": {"kostendelers": 1}},
    "home.medebewoners_cents_per_year": {"home": {"medebewoners_cents_per_year": 1}},
    "has_opvang_now": {"has_opvang_now": True, "children": [{"born": "2020-01-01"}]},
    "start": {"start": "2026-11-20", "offers": [JOB]},
    "day": {"day": "2028-01-01"},
    "savings_cents": {"savings_cents": 100_000_000},
    "person.months_used": {"person": person(months_used={"q": 1})},
    "person.months_used[...]": {"person": person(months_used={"n": -1})},
    "wages": {"wages": 1},
    "offers": {"offers": [JOB] * 4},
    "children": {"children": [{"born": "2020-01-01"}] * 9},
}


@pytest.mark.parametrize("field", IMPOSSIBLE)
def test_what_cannot_be_is_refused_with_its_field(field: str) -> None:
    found, words = refusal(**IMPOSSIBLE[field])
    assert found == field
    assert words


def test_a_rented_home_without_rent_is_refused() -> None:
    assert refusal(home={"dwelling": "huur"})[0] == "home.kale_huur_cents_per_month"


def test_a_couple_has_one_toeslag_of_uwv() -> None:
    ww = {"loon_cents_per_month": 200_000, "has_toeslag": True}
    assert refusal(person=person(ww=ww), partner=person(ww=ww))[0] == "partner.ww.has_toeslag"


def test_work_without_offers_has_no_start() -> None:
    assert refusal(start="2026-12-01") == ("start", "there are no offers")
    assert read(start="2026-12-01", offers=[JOB]).start == date(2026, 12, 1)


def test_a_day_before_the_rules_is_refused() -> None:
    assert refusal(day="1999-01-01") == ("day", "there are no rules of this day")


def test_another_day_brings_its_own_law() -> None:
    assert read(day="2027-01-01").law.day == date(2027, 1, 1)


@pytest.mark.parametrize("who", ["person", "partner"])
@pytest.mark.parametrize("situation", list(Uncovered))
def test_what_is_not_covered_is_never_worked_out(who: str, situation: Uncovered) -> None:
    with pytest.raises(Refused) as caught:
        read(**{who: person(also_has=[situation.value])})
    found = caught.value.refusal
    assert (found.field, found.reason, found.situation) == (f"{who}.also_has[0]", "not_covered", situation)
    assert (ORGANISATIONS / f"{found.go_to}.yaml").exists()


@pytest.mark.parametrize(
    ("who", "born", "situation"),
    [
        ("person", "1959-11-21", "aow_age"),
        ("partner", "1959-11-21", "partner_aow_age"),
        ("person", "2008-11-22", "under_18"),
        ("partner", "2008-11-22", "partner_under_18"),
    ],
)
def test_who_is_too_young_or_too_old_is_not_covered(who: str, born: str, situation: str) -> None:
    with pytest.raises(Refused) as caught:
        read(**{who: {"born": born}})
    found = caught.value.refusal
    assert (found.field, found.situation) == (f"{who}.born", situation)
    assert (ORGANISATIONS / f"{found.go_to}.yaml").exists()


@pytest.mark.parametrize("born", ["1959-11-22", "2008-11-21"])
def test_one_day_later_or_earlier_is_covered(born: str) -> None:
    assert isinstance(read(person={"born": born}).situation, Situation)


def test_every_refusal_says_where_to_go() -> None:
    assert set(GO_TO) == set(Uncovered)
