"""What follows from a job, in JSON: every hour, the real months, what to do, and how sure it is."""

from __future__ import annotations

import json
from datetime import date
from functools import cache
from typing import Any

import pytest

from app.calculator.flow.law_on import Law, law_on
from app.calculator.flow.unknown import Open
from app.calculator.model import Job
from app.calculator.situation_json import read_situation
from app.calculator.unknown_json import Unknown
from app.calculator.written_json import Around, result_of, written
from tests.calculator.cases import parameters_on
from tests.people import zwolle

TODAY = date(2026, 11, 21)
HOME = {"dwelling": "huur", "kale_huur_cents_per_month": 65_000}
WORK = {"uren_per_week": 24, "uurloon_cents": 1_499}
SINGLE: dict[str, Any] = {
    "person": {"born": "1990-05-01"},
    "home": HOME,
    "has_bijstand": True,
    "offers": [WORK],
}
ON_WW: dict[str, Any] = {
    "person": {
        "born": "1986-02-01",
        "ww": {"loon_cents_per_month": 300_000, "month": 5, "last_day": "2027-06-30"},
    },
    "home": HOME,
    "offers": [{"uren_per_week": 12, "uurloon_cents": 1_499}],
}


@cache
def law_of(day: date) -> Law:
    return law_on(parameters_on(day))


def result(given: dict[str, Any], *, is_brief: bool = False, **more: Any) -> dict[str, Any]:
    """The result as a reader of the JSON has it."""
    asked = read_situation(given | more, TODAY, law_of)
    return dict(json.loads(written(asked, Around(law_of, zwolle().catalogue.items, is_brief))))


def then(given: dict[str, Any], **more: Any) -> dict[str, Any]:
    """What follows from the first job that is offered."""
    return dict(result(given, **more)["then"][0])


def test_every_hour_up_to_forty_has_a_row_that_adds_up() -> None:
    found = then(SINGLE)
    rows = found["sweep"]["rows"]
    assert [row["uren_per_week"] for row in rows] == list(range(41))
    assert all(sum(row["cents_per_month_of"].values()) == row["total_cents_per_month"] for row in rows)
    assert rows[24]["loon_cents_per_month"] == found["job"]["loon_cents_per_month"] == 155_896
    assert rows[24]["total_cents_per_month"] == found["budget"]["total_cents_per_month"]
    assert rows[0]["total_cents_per_month"] == 194_246


def test_a_plateau_says_where_it_is_and_what_takes_the_wage_away() -> None:
    sweep = then(SINGLE)["sweep"]
    [zone] = sweep["zones"]
    assert (zone["kind"], zone["from_hours"], zone["to_hours"]) == ("plateau", 0, 20)
    assert (zone["causes"], zone["better_from_hours"]) == (["bijstand"], 21)
    assert (zone["from_loon_cents_per_month"], zone["change_cents_per_month"]) == (0, 0)
    assert sweep["better_from_hours"] == 21


@pytest.mark.parametrize(
    "job",
    [
        {"loon_cents_per_month": 155_896},
        {"loon_cents_per_month": 0, "uren_per_week": 20},
        {"loon_cents_per_month": 19, "uren_per_week": 20},
    ],
)
def test_without_hours_or_with_almost_no_pay_there_is_no_sweep(job: dict[str, Any]) -> None:
    found = then(SINGLE, offers=[job])
    assert found["sweep"] is None
    assert found["calendar"] is not None


def test_a_cent_an_hour_is_swept() -> None:
    assert then(SINGLE, offers=[{"loon_cents_per_month": 20, "uren_per_week": 20}])["sweep"]["rows"]


def test_twelve_real_months_begin_with_that_of_the_first_working_day() -> None:
    calendar = then(SINGLE, start="2027-02-15")["calendar"]
    months = calendar["months"]
    assert [each["month"] for each in months] == [
        *(f"2027-{number:02}" for number in range(2, 13)),
        "2028-01",
    ]
    for each in months:
        assert sum(payment["cents"] for payment in each["payments"]) == each["total_cents"]
        assert each["is_low"] == (each["short_by_cents"] > 0)
    assert "first_wage_later" in months[0]["notes"]
    assert [each["year"] for each in calendar["settlements"]] == [2027, 2028]
    assert calendar["is_outdated"]


def test_a_low_month_says_how_far_it_is_below_now() -> None:
    calendar = then(SINGLE, start="2026-12-14")["calendar"]
    low = calendar["months"][0]
    assert low["is_low"]
    assert low["short_by_cents"] == calendar["now_cents_per_month"] - low["total_cents"]


def test_work_without_a_first_day_begins_next_month() -> None:
    found = result(SINGLE)
    assert (found["start"], found["is_start_known"]) == ("2026-12-01", False)
    told = result(SINGLE, start="2026-12-01")
    assert (told["start"], told["is_start_known"]) == ("2026-12-01", True)
    assert told["then"] == found["then"]
    assert result(SINGLE, offers=[])["start"] is None


def test_who_reaches_the_aow_age_has_a_result_without_months() -> None:
    found = then(SINGLE, person={"born": "1960-01-10"})
    assert (found["calendar"], found["calendar_not_covered"]) == (None, "aow_age")
    assert len(found["sweep"]["rows"]) == 41
    assert then(SINGLE)["calendar_not_covered"] is None


def test_months_with_other_hours_say_what_to_keep_apart() -> None:
    swing = then(ON_WW)["swing"]
    assert [swing[each]["uren_per_week"] for each in ("low", "usual", "high")] == [9.6, 12, 14.4]
    for each in ("low", "usual", "high"):
        assert sum(swing[each]["cents_per_month_of"].values()) == swing[each]["total_cents_per_month"]
    less = swing["usual"]["cents_per_month_of"]["ww"] - swing["high"]["cents_per_month_of"]["ww"]
    assert swing["set_aside_cents"] == less > 0


def test_each_way_back_says_from_when_until_when() -> None:
    back = {each["back"]: each for each in then(ON_WW)["ways_back"]}
    assert back["ww_loopt_door"]["until"] == "2027-06-30"
    assert back["nieuwe_ww"]["from"] == "2027-06-01"
    assert back["nieuwe_ww"]["ww_cents_per_month"] > 0
    short, new = then(SINGLE)["ways_back"][1:]
    assert (short["back"], short["until"]) == ("bijstand_kort", "2027-11-30")
    assert (new["back"], new["from"]) == ("bijstand_nieuw", "2027-12-01")


def test_a_right_to_ww_without_an_end_is_no_fault() -> None:
    ww = ON_WW["person"]["ww"] | {"last_day": "9999-12-31"}
    back = then(ON_WW, person=ON_WW["person"] | {"ww": ww})["ways_back"]
    assert back[0]["until"] is None


def test_a_third_of_a_months_wage_is_owed_after_a_year() -> None:
    # BW, art. 7:673 lid 2: a third of (1.558,96 + 8 %).
    assert then(SINGLE)["lost"] == {
        "last_day": "2027-11-30",
        "transitievergoeding_cents": 56_122,
        "claim_before": "2028-02-29",
    }


def test_what_is_not_reported_is_paid_back() -> None:
    found = then(SINGLE)["not_reported"]
    assert (found["months"], found["total_cents"]) == (6, 6 * 141_946)
    assert found["of"] == [{"kind": "bijstand", "cents_per_month": 141_946, "total_cents": 6 * 141_946}]


def test_steps_have_a_day_and_an_organisation() -> None:
    steps = {each["item"]: each for each in then(SINGLE)["to_do"]}
    assert steps["werk_melden_gemeente"] == {
        "item": "werk_melden_gemeente",
        "step": "melden",
        "day": "2026-12-01",
        "when": "before",
        "organisation": "gemeente",
        "is_overdue": False,
    }


def test_hours_are_counted_from_the_work_of_now() -> None:
    now = SINGLE["person"] | {"job": WORK}
    more = [{"uren_per_week": 34, "uurloon_cents": 1_499}]
    difference = then(SINGLE, person=now, has_bijstand=False, offers=more)["difference"]
    assert difference["cents_per_hour"] == round(difference["cents_per_month"] * 12 / (10 * 52))
    assert then(SINGLE, person=now, has_bijstand=False)["difference"]["cents_per_hour"] is None


def test_the_exemption_of_an_offer_does_not_hang_on_the_job_of_now() -> None:
    subsidised = WORK | {"uren_per_week": 10, "has_loonkostensubsidie": True}
    usual = subsidised | {"has_loonkostensubsidie": False}
    person = {"born": "1990-05-01", "has_vrijlating": True, "months_used": {"n": 6}}
    with_subsidy = then(SINGLE, person=person | {"job": usual}, offers=[subsidised])["budget"]
    without = then(SINGLE, person=person | {"job": subsidised}, offers=[usual])["budget"]
    assert with_subsidy == then(SINGLE, person=person, offers=[subsidised])["budget"]
    assert without == then(SINGLE, person=person, offers=[usual])["budget"]
    assert with_subsidy["total_cents_per_month"] > without["total_cents_per_month"]


def test_where_all_is_known_there_is_no_range() -> None:
    found = result(SINGLE)
    assert (found["range"], found["then"][0]["range"]) == (None, None)


def test_an_exemption_that_is_unknown_gives_a_range_for_the_work_and_none_for_now() -> None:
    few = [{"uren_per_week": 12, "uurloon_cents": 1_499}]
    found = result(SINGLE, unknown=["vrijlating"], offers=few)
    granted = then(SINGLE, offers=few, person=SINGLE["person"] | {"has_vrijlating": True})
    total = found["then"][0]["budget"]["total_cents_per_month"]
    most = granted["budget"]["total_cents_per_month"]
    assert total < most
    assert found["then"][0]["range"] == {
        "low_cents_per_month": total,
        "high_cents_per_month": most,
        "because": [
            {"unknown": "vrijlating", "low_cents_per_month": total, "high_cents_per_month": most},
        ],
    }
    now = found["now"]["total_cents_per_month"]
    assert found["range"] == {"low_cents_per_month": now, "high_cents_per_month": now, "because": []}


LOW_WW: dict[str, Any] = ON_WW | {
    "person": {"born": "1986-02-01", "ww": {"loon_cents_per_month": 180_000, "month": 5}}
}
COUPLE: dict[str, Any] = {"partner": {"born": "1985-07-15", "job": WORK}}
OPEN = [
    (Unknown.VRIJLATING, SINGLE | {"offers": [{"uren_per_week": 12, "uurloon_cents": 1_499}]}),
    (Unknown.RENT, SINGLE),
    (Unknown.SAVINGS, ON_WW),
    (Unknown.HOUSEMATES, SINGLE),
    (Unknown.PARTNER_INCOME, ON_WW | COUPLE),
    (Unknown.TOESLAG_UWV, LOW_WW),
    (Unknown.WW_MONTH, ON_WW),
    (
        Unknown.PARENTS,
        SINGLE | {"person": {"born": "2007-02-01"}, "offers": [{"uren_per_week": 4, "uurloon_cents": 1_199}]},
    ),
]


@pytest.mark.parametrize(("unknown", "given"), OPEN)
def test_each_unknown_can_move_the_total(unknown: Unknown, given: dict[str, Any]) -> None:
    found = then(given, unknown=[unknown.value])
    [because] = found["range"]["because"]
    assert because["unknown"] == Open(unknown.value)
    assert because["low_cents_per_month"] < because["high_cents_per_month"]
    total = found["budget"]["total_cents_per_month"]
    assert because["low_cents_per_month"] <= total <= because["high_cents_per_month"]


def test_every_unknown_that_may_be_named_was_tried() -> None:
    assert {unknown for unknown, _ in OPEN} == set(Unknown)


def test_an_unknown_that_has_nothing_to_do_with_the_household_changes_nothing() -> None:
    names = ["inkomen_partner", "toeslag_uwv", "maand_van_ww", "spaargeld"]
    found = then(SINGLE, unknown=names)
    assert found["range"]["because"] == []
    home = {"dwelling": "koop", "medebewoners": 1, "kostendelers": 1}
    names = ["vrijlating", "huur", "medebewoners"]
    assert then(ON_WW, home=home, unknown=names)["range"]["because"] == []


def test_a_brief_result_has_the_budgets_and_nothing_more() -> None:
    brief, whole = result(SINGLE, is_brief=True), result(SINGLE)
    [of_work] = brief["then"]
    assert of_work.keys() == {"job", "budget", "difference"}
    assert of_work == {name: whole["then"][0][name] for name in of_work}
    assert brief | {"then": None} == whole | {"then": None}


def test_the_household_that_is_asked_about_stays_as_it_is() -> None:
    asked = read_situation(SINGLE, TODAY, law_of)
    before = asked.situation
    result_of(asked, Around(law_of))
    assert asked.situation == before
    assert asked.offers == (Job(155_896, 2_400, 1_499),)
