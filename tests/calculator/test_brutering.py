"""Gross bijstand, and credits that count as means: both must agree with the tax of the year."""

from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.calculator.rules import brutering
from app.calculator.rules.brutering import Beside, Samenloop, bruto_per_year, samenloop_per_year
from app.calculator.rules.inkomstenbelasting import inkomstenbelasting_per_year
from app.calculator.trace import Traced
from app.money import Cents
from tests.calculator.cases import Case, examples, parameters_on
from tests.calculator.naive import brutering as naive

DAY = date(2026, 11, 21)
P = brutering.P.on(parameters_on(DAY))
NET = st.integers(1, 3_000_000)
INCOME = st.integers(0, 5_000_000)


@st.composite
def besides(draw: st.DrawFn) -> Beside:
    earned = draw(INCOME)
    return Beside(earned + draw(st.sampled_from([0, 0, 500_000])), earned, draw(st.booleans()))


def taxed(beside: Beside, bruto: int, *, parent: bool = False) -> int:
    together = beside.inkomen_per_year + bruto
    return inkomstenbelasting_per_year(
        together, beside.arbeidsinkomen_per_year, P, with_combinatiekorting=parent
    )


def outcomes(given: dict[str, Any]) -> dict[str, int]:
    beside = Beside(given["loon"], given["loon"], given.get("combinatiekorting", False))
    if beside.has_combinatiekorting:
        found = samenloop_per_year(given["rest"], beside, P, people=given.get("mensen", 1))
        return {
            "bijstand": found.netto_per_year,
            "heffingskorting": found.heffingskorting_per_year,
            "bruto": found.bruto_per_year,
        }
    return {"bruto": bruto_per_year(given["rest"], beside, P)}


@examples("brutering")
def test_the_examples(case: Case) -> None:
    got = outcomes(case.given)
    assert {name: got[name] for name in case.expected} == case.expected


@given(NET, besides())
def test_the_second_calculation_agrees_on_the_gross_amount(netto: int, beside: Beside) -> None:
    theirs = naive.gross(
        Fraction(netto, 100),
        Fraction(beside.inkomen_per_year, 100),
        Fraction(beside.arbeidsinkomen_per_year, 100),
        DAY,
    )
    assert bruto_per_year(netto, beside, P) == 100 * theirs


@given(st.integers(-1_000_000, 3_000_000), INCOME, st.sampled_from([1, 2]))
def test_the_second_calculation_agrees_on_credits_as_means(rest: int, earned: int, people: int) -> None:
    mine = samenloop_per_year(rest, Beside(earned, earned, has_combinatiekorting=True), P, people=people)
    theirs = naive.together(
        Fraction(rest, 100), Fraction(earned, 100), Fraction(earned, 100), DAY, people=people
    )
    netto, credit, bruto = (int(100 * each) for each in theirs)
    assert mine == Samenloop(Cents(netto), Cents(credit), Cents(bruto))


@given(NET, besides())
def test_the_tax_worked_out_from_the_result_is_the_tax_in_it(netto: int, beside: Beside) -> None:
    bruto = bruto_per_year(netto, beside, P)
    added = taxed(beside, bruto) - taxed(beside, 0)
    assert bruto - added == netto
    assert bruto_per_year(bruto - added, beside, P) == bruto


@given(NET)
def test_without_other_income_the_closed_form_of_the_first_band_comes_out(netto: int) -> None:
    credit = Fraction(P.algemene_heffingskorting_maximum)
    free = credit / Fraction(P.schijf_1_tarief, 100_000)
    exact = netto if netto <= free else (netto - credit) / (1 - Fraction(P.schijf_1_tarief, 100_000))
    if exact <= P.algemene_heffingskorting_vanaf:
        # Income and tax are rounded down by less than a euro each, and tax is paid over tax.
        assert 0 <= exact - bruto_per_year(netto, Beside(), P) <= 212


@given(NET, besides(), st.integers(0, 100_000))
def test_more_net_is_more_gross(netto: int, beside: Beside, more: int) -> None:
    assert bruto_per_year(netto + more, beside, P) >= bruto_per_year(netto, beside, P) + more // 2


@given(st.integers(1, 2_000_000), INCOME, st.sampled_from([1, 2]))
def test_a_credit_brings_nothing_while_there_is_bijstand(rest: int, earned: int, people: int) -> None:
    beside = Beside(earned, earned, has_combinatiekorting=True)
    found = samenloop_per_year(rest, beside, P, people=people)
    due = taxed(beside, found.bruto_per_year)
    assert found.heffingskorting_per_year == due - taxed(beside, found.bruto_per_year, parent=True)
    assert 0 <= found.heffingskorting_per_year <= due
    if found.netto_per_year:
        assert found.netto_per_year + found.heffingskorting_per_year == rest
    else:
        assert found.heffingskorting_per_year >= rest


@given(st.integers(0, 2_000_000), INCOME, st.integers(0, 100_000))
def test_more_beside_bijstand_is_never_less_together(rest: int, earned: int, more: int) -> None:
    beside = Beside(earned, earned, has_combinatiekorting=True)
    before, after = (samenloop_per_year(each, beside, P) for each in (rest + more, rest))
    lost = before.netto_per_year + before.heffingskorting_per_year
    lost -= after.netto_per_year + after.heffingskorting_per_year
    assert 0 <= lost <= more


@pytest.mark.parametrize("people", [1, 2])
def test_the_trace_says_what_came_out(people: int) -> None:
    trace: list[Traced] = []
    beside = Beside(1_200_000, 1_200_000, has_combinatiekorting=True)
    found = samenloop_per_year(600_000, beside, P, trace, people=people)
    steps = {step.rule: step.result for step in trace}
    assert steps["heffingskorting_als_middel"] == found.heffingskorting_per_year
    assert steps["brutering"] == found.bruto_per_year
    assert steps["combinatiekorting"] >= found.heffingskorting_per_year
    assert bruto_per_year(600_000, beside, P, trace) == trace[-1].result
