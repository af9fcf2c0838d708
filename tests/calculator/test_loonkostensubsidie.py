"""Loonkostensubsidie: the published examples, and its limits."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from app.calculator.rules import loonkostensubsidie
from app.calculator.rules.loonkostensubsidie import loonkostensubsidie_per_month
from app.calculator.trace import Traced
from tests.calculator.cases import Case, examples, parameters_on

P = loonkostensubsidie.P.on(parameters_on(date(2026, 11, 21)))


@examples("loonkostensubsidie")
def test_the_examples(case: Case) -> None:
    p, given = loonkostensubsidie.P.on(parameters_on(case.day)), case.given
    ratio = None if given["loonwaarde"] == "onbekend" else int(given["loonwaarde"]) * 1_000
    trace: list[Traced] = []
    subsidy = loonkostensubsidie_per_month(ratio, given["uren"] * 100, p, trace)
    assert {"subsidie": subsidy} == case.expected
    assert trace[0].result == subsidy == loonkostensubsidie_per_month(ratio, given["uren"] * 100, p)


@given(st.integers(0, 130_000), st.integers(0, 6_000), st.integers(0, 500))
def test_more_hours_never_bring_less_and_a_higher_worth_never_more(worth: int, hours: int, more: int) -> None:
    before = loonkostensubsidie_per_month(worth, hours, P)
    assert 0 <= before <= loonkostensubsidie_per_month(worth, hours + more, P)
    assert loonkostensubsidie_per_month(worth + more, hours, P) <= before
