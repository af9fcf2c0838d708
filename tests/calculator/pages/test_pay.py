"""Whichever way the pay is told, the same wage leads to the same result."""

from __future__ import annotations

from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import given, settings
from hypothesis import strategies as st

from app.calculator.rules.loonheffing import Korting, loonheffing_per_month
from app.calculator.rules.minimumloon import maandloon_per_month
from tests.calculator.flow.random_households import law
from tests.calculator.pages.walking_money import (
    ALONE,
    HOURS_24,
    ON_WW,
    Result,
    form_fields,
    household,
    result_of,
)
from tests.pages import page_of
from tests.people import DAY
from tests.wayfinder.visiting import location


def paid(app: Flask, answers: dict[str, Any], amount: int, period: str, **more: Any) -> Result:
    work = {"werk_uren": 2400, "werk_loon": [amount, period], **more}
    return result_of(household(app, answers, work))


def net_of(gross: int) -> int:
    return gross - loonheffing_per_month(gross, Korting.WHITE, law(DAY).loonheffing)


@pytest.mark.row("C8")
@pytest.mark.parametrize("answers", [ALONE, ON_WW], ids=["bijstand", "ww"])
@pytest.mark.parametrize("uurloon", [1500, 1750, 2250])
def test_hours_a_month_four_weeks_and_net_lead_to_the_same_result(
    app: Flask, answers: dict[str, Any], uurloon: int
) -> None:
    """A month has 13/12 times four weeks; net is what the table for the month leaves of the gross wage.

    At a step of that table two gross wages leave the same net; the lower one is taken, at most a euro less.
    """
    month = int(maandloon_per_month(uurloon, 2400))
    assert month * 12 % 13 == 0, "an amount of four weeks without a fraction of a cent"
    by_hour = paid(app, answers, uurloon, "hour")
    for result in (
        paid(app, answers, month, "month"),
        paid(app, answers, month * 12 // 13, "four_weeks"),
    ):
        assert result.rows == by_hour.rows
        assert result.together == by_hour.together
    by_net = paid(app, answers, net_of(month), "month", werk_netto="netto")
    assert by_hour.answer - by_net.answer in {0, 1}


@pytest.mark.row("C8")
@settings(max_examples=25)
@given(gross=st.integers(60_000, 400_000))
def test_the_net_of_any_wage_leads_to_the_result_of_that_wage(app: Flask, gross: int) -> None:
    """The table goes in steps of 4,50 a month: that much may be lost, and what toeslagen make of it."""
    by_gross = paid(app, ALONE, gross, "month")
    by_net = paid(app, ALONE, net_of(gross), "month", werk_netto="netto")
    assert abs(by_gross.answer - by_net.answer) <= 5


def test_gross_is_what_is_meant_when_nothing_is_said(app: Flask) -> None:
    silent, gross = (paid(app, ALONE, 1750, "hour", **more) for more in ({}, {"werk_netto": "bruto"}))
    assert silent.rows == gross.rows


def test_pay_that_is_not_known_is_the_minimum_wage_for_the_age(app: Flask) -> None:
    unknown = result_of(household(app, ALONE, HOURS_24))
    assert "Gerekend met het minimumloon: € 14,99 per uur" in unknown.page.text()
    assert unknown.rows == paid(app, ALONE, 1499, "hour").rows
    young = result_of(household(app, {**ALONE, "geboortemaand": "2008-01"}, HOURS_24))
    assert "€ 7,50 per uur" in young.page.text()


@pytest.mark.row("C8")
def test_the_page_offers_the_minimum_wage_for_the_age(app: Flask) -> None:
    for born, amount in (("1990-05", "€ 14,99"), ("2007-01", "€ 8,99"), ("2008-01", "€ 7,50")):
        page = page_of(household(app, {**ALONE, "geboortemaand": born}).get("/nl/geld/werk/1"))
        assert f"het minimumloon: {amount} per uur" in page.text()


@pytest.mark.parametrize(("amount", "period"), [(1498, "hour"), (155_800, "month"), (143_000, "four_weeks")])
def test_pay_under_the_minimum_wage_is_said(app: Flask, amount: int, period: str) -> None:
    assert "Dit loon is lager dan het minimumloon." in paid(app, ALONE, amount, period).page.text()
    assert "Dit loon is lager" not in paid(app, ALONE, amount * 11 // 10, period).page.text()


def test_holiday_pay_that_is_in_the_wage_is_not_counted_twice(app: Flask) -> None:
    apart = paid(app, ALONE, 200_000, "month")
    within = paid(app, ALONE, 216_000, "month", werk_vakantiegeld=True)
    assert apart.rows["loon"] == within.rows["loon"]


def test_the_pension_premium_lowers_what_is_left(app: Flask) -> None:
    without, with_premium = (
        paid(app, ALONE, 220_000, "month", **more) for more in ({}, {"werk_pensioen": 100})
    )
    assert with_premium.rows["loon"][1] < without.rows["loon"][1]


def typed(client: FlaskClient, **fields: str) -> Result:
    """Type the work into its form, as on a page of paper, and return the result."""
    form = form_fields(page_of(client.get("/nl/geld/werk/1")))
    sent = {name.replace("__", "-"): each for name, each in fields.items()}
    assert location(client.post("/nl/geld/werk/1", data=form | sent)).endswith("/geld/uitkomst")
    return result_of(client)


@pytest.mark.row("C8")
@pytest.mark.parametrize("loon", ["17,50", "17.50", "€ 17,50", "١٧٫٥", "17,5"])
@pytest.mark.parametrize("uren", ["24", "24,0", "٢٤"])
def test_pay_and_hours_are_read_as_people_write_them(app: Flask, loon: str, uren: str) -> None:
    fields = {"werk_uren": uren, "werk_loon": loon, "startdatum_werk__weetniet": "1"}
    assert typed(household(app, ALONE), **fields).rows == paid(app, ALONE, 1750, "hour").rows


def test_a_month_wage_is_typed_with_its_period(app: Flask) -> None:
    fields = {"werk_loon": "1.820", "werk_loon__periode": "month", "startdatum_werk__weetniet": "1"}
    assert typed(household(app, ALONE), werk_uren="24", **fields).rows == paid(app, ALONE, 1750, "hour").rows
