"""The result page: what stands in its table adds up, for whoever asks, and says the same as its sentence."""

from __future__ import annotations

from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.calculator.pages.random_visits import households, works
from tests.calculator.pages.walking_money import (
    ALONE,
    COUPLE,
    HOURS_24,
    ON_WW,
    PARENT,
    Result,
    household,
    result_of,
)

PEOPLE = {"alone": ALONE, "on WW": ON_WW, "with a child": PARENT, "a couple": COUPLE}


@pytest.fixture(params=list(PEOPLE))
def result(app: Flask, request: pytest.FixtureRequest) -> Result:
    return result_of(household(app, PEOPLE[request.param], HOURS_24))


@pytest.mark.row("C1")
def test_the_first_sentence_says_the_total_of_the_table_and_how_much_more(result: Result) -> None:
    now, then, more = result.together
    assert result.answer == then
    assert then - now == more
    assert more > 0, "the sentence below is another one for less"
    assert f"Dat is € {more} meer dan nu." in result.page.text(result.page.one("p", class_="lead"))


def adds_up(result: Result) -> None:
    columns = list(zip(*result.rows.values(), strict=True))
    assert [sum(column) for column in columns] == result.together
    assert result.answer == result.together[1]
    for _, (wage, benefits, rest, total), _ in result.hours:
        assert wage + benefits + rest == total


def test_the_rows_add_up_as_displayed(result: Result) -> None:
    adds_up(result)
    for now, then, more in result.rows.values():
        assert then - now == more


@settings(max_examples=40)
@given(answers=households(), told=st.lists(works(), min_size=1, max_size=3))
def test_the_rows_add_up_as_displayed_for_any_household_with_up_to_three_jobs(
    app: Flask, answers: dict[str, Any], told: list[dict[str, Any]]
) -> None:
    result = result_of(household(app, answers, *told))
    adds_up(result)
    columns = len(result.together)
    assert columns == (3 if len(told) == 1 else 1 + len(told))


@pytest.mark.row("C11")
def test_the_table_of_hours_has_every_hour_from_none_to_forty(result: Result) -> None:
    assert [hours for hours, _, _ in result.hours] == list(range(41))


@pytest.mark.row("C8", "C11")
@pytest.mark.parametrize("hours", [1, 16, 24, 40])
def test_the_row_of_the_hours_that_were_told_is_the_total(app: Flask, hours: int) -> None:
    result = result_of(household(app, ALONE, {**HOURS_24, "werk_uren": hours * 100}))
    chosen = [(hour, amounts[3]) for hour, amounts, is_chosen in result.hours if is_chosen]
    assert chosen == [(hours, result.answer)]


@pytest.mark.parametrize("hours", [2850, 6000])
def test_hours_that_are_not_in_the_table_choose_no_row(app: Flask, hours: int) -> None:
    result = result_of(household(app, ALONE, {**HOURS_24, "werk_uren": hours}))
    assert not [hour for hour, _, is_chosen in result.hours if is_chosen]


def test_without_work_the_table_of_hours_begins_with_what_there_is_now(app: Flask) -> None:
    result = result_of(household(app, ALONE, HOURS_24))
    assert result.hours[0][1][3] == result.together[0]


def test_who_gets_less_is_told_so(app: Flask) -> None:
    result = result_of(household(app, ON_WW, {"werk_uren": 800, "werk_loon": "?", "werk_reis": 2000}))
    now, then, less = result.together
    assert less == then - now < 0
    assert f"Dat is € {-less:,} minder dan nu.".replace(",", ".") in result.page.text()


@pytest.mark.row("C3")
def test_ww_beside_work_is_lower_and_above_its_limit_the_row_says_why_it_is_none(app: Flask) -> None:
    few, many = (
        result_of(household(app, ON_WW, {"werk_uren": 3200, "werk_loon": [wage, "month"]}))
        for wage in (150_000, 290_000)
    )
    now, then, less = few.rows["ww"]
    assert now > then > 0 > less
    assert many.rows["ww"][1] == 0
    assert "Geen WW, want u verdient te veel naast de WW." in many.page.text()


@pytest.mark.row("C4")
def test_two_benefits_and_a_partner_with_a_third_are_worked_out_together(app: Flask) -> None:
    both = {**ON_WW, **COUPLE, "inkomen_nu": ["ww", "bijstand"], "brutoloon": 900}
    told = both | {"inkomen_partner_soort": "ww", "inkomen_partner_bruto": 500}
    result = result_of(household(app, told, HOURS_24))
    assert {"ww", "ww_partner", "bijstand"} <= set(result.rows)
    assert all(result.rows[kind][0] > 0 for kind in ("ww", "ww_partner", "bijstand"))
    assert result.rows["ww_partner"][2] == 0


@pytest.mark.row("C14")
def test_three_jobs_stand_beside_each_other_each_with_its_way_back(app: Flask) -> None:
    told = [{"werk_uren": hours, "werk_loon": [1600, "hour"]} for hours in (1200, 2400, 3600)]
    result = result_of(household(app, ALONE, *told))
    alone = [result_of(household(app, ALONE, one)).together[1] for one in told]
    assert result.together[1:] == alone
    back = result.page.one("section", aria_labelledby="terug-kop")
    assert len(list(back.iter("h3"))) == 3


@pytest.mark.row("C14")
def test_a_job_can_be_taken_out_of_the_comparison(app: Flask) -> None:
    client = household(app, ALONE, HOURS_24, {**HOURS_24, "werk_uren": 3200})
    assert len(result_of(client).together) == 3
    assert client.post("/nl/geld/werk/2/weg").headers["Location"].endswith("/geld/uitkomst")
    assert result_of(client).together == result_of(household(app, ALONE, HOURS_24)).together


def test_identical_questions_get_identical_results(app: Flask) -> None:
    client = household(app, PARENT, HOURS_24)
    pages = {words_of(client) for _ in range(3)}
    words_of(household(app, ON_WW, HOURS_24))
    assert {words_of(household(app, PARENT, HOURS_24))} == pages


def words_of(client: FlaskClient) -> str:
    """What stands on the result page, without the token of its forms."""
    page = result_of(client).page
    return page.text(page.one("main"))
