"""Income tax of a year: the knots of the law, a second calculation, and what holds for every income."""

from collections.abc import Callable
from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.calculator.rules import inkomstenbelasting
from app.calculator.rules.inkomstenbelasting import (
    algemene_heffingskorting_per_year,
    arbeidskorting_per_year,
    belasting_per_year,
    combinatiekorting_per_year,
    has_combinatiekorting,
    inkomstenbelasting_per_year,
    uitbetaalde_heffingskorting_per_year,
)
from app.calculator.trace import Traced
from tests.calculator.cases import Case, examples, parameters_on
from tests.calculator.naive import tax

DAY = date(2026, 11, 21)
P = inkomstenbelasting.P.on(parameters_on(DAY))
INCOMES = st.integers(0, 15_000_000)


def tax_on_wage(given: dict[str, Any], p: inkomstenbelasting.P, *, parent: bool = False) -> int:
    return inkomstenbelasting_per_year(given["loon"], given["loon"], p, with_combinatiekorting=parent)


OUTCOMES: dict[str, Callable[[dict[str, Any], inkomstenbelasting.P], int]] = {
    "belasting": lambda given, p: belasting_per_year(given["inkomen"], p),
    "algemene_heffingskorting": lambda given, p: algemene_heffingskorting_per_year(given["inkomen"], p),
    "arbeidskorting": lambda given, p: arbeidskorting_per_year(given["arbeidsinkomen"], p),
    "combinatiekorting": lambda given, p: combinatiekorting_per_year(given["arbeidsinkomen"], p),
    "inkomstenbelasting_loon": tax_on_wage,
    "inkomstenbelasting_ouder": lambda given, p: tax_on_wage(given, p, parent=True),
    "inkomstenbelasting_uitkering": lambda given, p: inkomstenbelasting_per_year(given["uitkering"], 0, p),
    "netto_loon": lambda given, p: given["loon"] - tax_on_wage(given, p),
}


@examples("inkomstenbelasting")
def test_the_examples(case: Case) -> None:
    p = inkomstenbelasting.P.on(parameters_on(case.day))
    assert {name: OUTCOMES[name](case.given, p) for name in case.expected} == case.expected


@given(INCOMES, INCOMES, st.booleans())
def test_the_second_calculation_agrees(loon: int, uitkering: int, parent: bool) -> None:
    mine = inkomstenbelasting_per_year(loon + uitkering, loon, P, with_combinatiekorting=parent)
    theirs = tax.inkomstenbelasting(Fraction(loon + uitkering, 100), Fraction(loon, 100), DAY, parent=parent)
    assert mine == 100 * theirs


@given(INCOMES, st.integers(0, 1_000_000))
def test_more_income_never_brings_more_of_the_general_credit(inkomen: int, more: int) -> None:
    assert algemene_heffingskorting_per_year(inkomen + more, P) <= algemene_heffingskorting_per_year(
        inkomen, P
    )


@given(INCOMES, st.integers(0, 1_000_000))
def test_the_arbeidskorting_rises_to_its_top_and_falls_after_it(arbeid: int, more: int) -> None:
    before, after = arbeidskorting_per_year(arbeid, P), arbeidskorting_per_year(arbeid + more, P)
    if arbeid + more <= P.arbeidskorting_vanaf_afbouw:
        assert after >= before
    if arbeid >= P.arbeidskorting_vanaf_afbouw:
        assert after <= before
    assert 0 <= before <= P.arbeidskorting_maximum_3


@given(INCOMES, st.integers(0, 1_000_000))
def test_more_wage_never_brings_less_combinatiekorting(arbeid: int, more: int) -> None:
    assert combinatiekorting_per_year(arbeid + more, P) >= combinatiekorting_per_year(arbeid, P)


@given(INCOMES, st.integers(100, 1_000_000))
def test_of_more_wage_half_is_kept_and_more_wage_is_never_less_net(loon: int, more: int) -> None:
    def net(wage: int) -> int:
        return wage - inkomstenbelasting_per_year(wage, wage, P)

    # Two bands and two credits are rounded by themselves: at most four euros a year beside the rates.
    # The highest rate on wages is 49,50% with the fall of the arbeidskorting: 56,01%.
    assert net(loon + more) - net(loon) >= more * 43_990 // 100_000 - 400
    assert net(loon) >= 0


@given(INCOMES)
def test_tax_has_no_jumps(loon: int) -> None:
    step = inkomstenbelasting_per_year(loon + 100, loon + 100, P) - inkomstenbelasting_per_year(loon, loon, P)
    assert -400 <= step <= 400


@given(INCOMES)
def test_cents_of_a_year_do_not_count(inkomen: int) -> None:
    whole = inkomen - inkomen % 100
    assert inkomstenbelasting_per_year(inkomen, inkomen, P) == inkomstenbelasting_per_year(whole, whole, P)


@pytest.mark.parametrize(
    ("arbeid", "partner", "is_oldest", "child_age", "gets_it"),
    [
        (2_000_000, None, False, 8, True),
        (2_000_000, None, False, 11, True),
        (2_000_000, None, False, 12, False),
        (623_900, None, False, 8, False),
        (623_901, None, False, 8, True),
        (2_000_000, 2_000_001, False, 8, True),
        (2_000_001, 2_000_000, True, 8, False),
        (2_000_000, 2_000_000, True, 8, True),
        (2_000_000, 2_000_000, False, 8, False),
        (2_000_000, 0, False, 8, False),
    ],
)
def test_one_parent_gets_the_combinatiekorting(
    arbeid: int, partner: int | None, is_oldest: bool, child_age: int, gets_it: bool
) -> None:
    assert has_combinatiekorting(arbeid, partner, is_oldest=is_oldest, child_age=child_age, p=P) is gets_it


@pytest.mark.parametrize(
    ("born", "unused", "partner_tax", "paid"),
    [
        (date(1962, 12, 31), 311_500, 500_000, 311_500),
        (date(1962, 12, 31), 311_500, 100_000, 100_000),
        (date(1963, 1, 1), 311_500, 500_000, 0),
    ],
)
def test_only_the_oldest_partners_are_paid_what_they_cannot_use(
    born: date, unused: int, partner_tax: int, paid: int
) -> None:
    trace: list[Traced] = []
    assert uitbetaalde_heffingskorting_per_year(unused, partner_tax, born, P) == paid
    assert uitbetaalde_heffingskorting_per_year(unused, partner_tax, born, P, trace) == trace[0].result


@given(INCOMES, INCOMES)
def test_the_trace_adds_up(loon: int, uitkering: int) -> None:
    trace: list[Traced] = []
    result = inkomstenbelasting_per_year(loon + uitkering, loon, P, trace, with_combinatiekorting=True)
    belasting, *kortingen, verschuldigd = [step.result for step in trace]
    assert verschuldigd == result == max(0, belasting - sum(kortingen))
    assert dict(trace[-1].inputs) == {"belasting": belasting, "kortingen": sum(kortingen)}
