"""Withholding: the official tables row by row, a second calculation, and what holds for every wage."""

from collections.abc import Callable
from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.calculator.rules import loonheffing
from app.calculator.rules.loonheffing import (
    Korting,
    loon_of_netto_per_month,
    loonheffing_per_four_weeks,
    loonheffing_per_month,
    verrekende_arbeidskorting_per_month,
)
from app.calculator.trace import Traced
from tests.calculator.cases import Case, examples, parameters_on
from tests.calculator.naive import tax

DAY = date(2026, 11, 21)
P = loonheffing.P.on(parameters_on(DAY))
WAGES = st.integers(0, 1_500_000)

OUTCOMES: dict[str, Callable[[dict[str, Any], loonheffing.P], int]] = {
    "zonder_loonheffingskorting": lambda given, p: loonheffing_per_month(
        given["loon_per_maand"], Korting.NONE, p
    ),
    "met_loonheffingskorting": lambda given, p: loonheffing_per_month(
        given["loon_per_maand"], Korting.WHITE, p
    ),
    "uitkering_met_loonheffingskorting": lambda given, p: loonheffing_per_month(
        given["loon_per_maand"], Korting.GREEN, p
    ),
    "verrekende_arbeidskorting": lambda given, p: verrekende_arbeidskorting_per_month(
        given["loon_per_maand"], p
    ),
    "met_loonheffingskorting_vier_weken": lambda given, p: loonheffing_per_four_weeks(
        given["loon_per_vier_weken"], Korting.WHITE, p
    ),
}


@examples("loonheffing")
def test_the_tables(case: Case) -> None:
    p = loonheffing.P.on(parameters_on(case.day))
    assert {name: OUTCOMES[name](case.given, p) for name in case.expected} == case.expected


@given(WAGES, st.sampled_from(Korting))
def test_the_second_calculation_agrees(loon: int, korting: Korting) -> None:
    assert loonheffing_per_month(loon, korting, P) == 100 * tax.loonheffing(
        Fraction(loon, 100), 12, korting.value, DAY
    )
    assert loonheffing_per_four_weeks(loon, korting, P) == 100 * tax.loonheffing(
        Fraction(loon, 100), 13, korting.value, DAY
    )


@given(WAGES)
def test_a_credit_never_makes_the_payer_withhold_more(loon: int) -> None:
    none, green, white = (loonheffing_per_month(loon, korting, P) for korting in Korting)
    assert 0 <= white <= green <= none <= loon


@given(WAGES)
def test_the_payslip_says_what_the_wage_uses_of_the_arbeidskorting(loon: int) -> None:
    green, white = (loonheffing_per_month(loon, each, P) for each in (Korting.GREEN, Korting.WHITE))
    # Each of the three is rounded to a cent by itself.
    assert abs(verrekende_arbeidskorting_per_month(loon, P) - (green - white)) <= 1


@given(WAGES, st.sampled_from(Korting))
def test_a_cent_more_wage_is_never_less_net_but_for_the_step_of_the_table(
    loon: int, korting: Korting
) -> None:
    def net(wage: int) -> int:
        return wage - loonheffing_per_month(wage, korting, P)

    # Within a step nothing more is withheld; on the next one at most three euros a year, rounding included.
    assert net(loon + 1) >= net(loon) - 275
    assert net(loon + 450) >= net(loon)


@given(WAGES, st.sampled_from(Korting))
def test_the_lowest_wage_of_which_this_is_left(netto: int, korting: Korting) -> None:
    loon = loon_of_netto_per_month(netto, korting, P)
    assert loon - loonheffing_per_month(loon, korting, P) == netto
    for lower in {loon - 1, loon - 100, loon - 450, loon - 900} - set(range(-1_000, 0)):
        assert lower - loonheffing_per_month(lower, korting, P) < netto


@pytest.mark.parametrize("loon", [0, 1, 100_000, 400_050, 1_200_000])
def test_the_trace_ends_with_the_outcome_and_names_every_step(loon: int) -> None:
    trace: list[Traced] = []
    result = loonheffing_per_month(loon, Korting.WHITE, P, trace)
    assert [step.rule for step in trace] == [
        "belasting",
        "algemene_heffingskorting",
        "arbeidskorting",
        "loonheffing",
    ]
    assert trace[-1].result == result == loonheffing_per_month(loon, Korting.WHITE, P)
    trace.clear()
    assert verrekende_arbeidskorting_per_month(loon, P, trace) == trace[-1].result
