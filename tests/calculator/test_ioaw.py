"""IOAW after WW: who has it, its gross grondslag, and what stays beside work."""

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.calculator.rules import ioaw
from app.calculator.rules.ioaw import (
    Household,
    grondslag_per_month,
    has_ioaw,
    ioaw_per_month,
    uitbetaald_per_month,
)
from app.calculator.rules.vrijlating import Vrijlating, Worker, vrijgelaten_per_month, vrijlating_of
from app.calculator.trace import Traced
from tests.calculator.cases import Case, examples, parameters_on
from tests.calculator.naive import ioaw as naive

DAY, NEXT_YEAR = date(2026, 11, 21), date(2027, 1, 1)
P = ioaw.P.on(parameters_on(DAY))
AMOUNTS = st.integers(0, 400_000)
KINDS = st.sampled_from([(day, kind) for day in (DAY, NEXT_YEAR) for kind in Vrijlating]).filter(
    lambda each: each[1] in ioaw.P.on(parameters_on(each[0])).vrijlating.terms
)


@examples("ioaw")
def test_the_examples(case: Case) -> None:
    p, given = ioaw.P.on(parameters_on(case.day)), case.given
    base = grondslag_per_month(Household(given["huishouden"]), given["loon"], p)
    got: dict[str, int] = {"grondslag": base}
    if "arbeid" in given:
        vrij = vrijgelaten_per_month(given["arbeid"], Vrijlating(given["vrijlating"]), p.vrijlating)
        amount = ioaw_per_month(base, given["arbeid"] - vrij)
        got |= {"vrij": vrij, "ioaw": amount, "uitbetaald": uitbetaald_per_month(amount, p)}
    assert {name: got[name] for name in case.expected} == case.expected


@given(st.sampled_from(Household), AMOUNTS, AMOUNTS, KINDS)
def test_the_second_calculation_agrees(
    household: Household, loon: int, arbeid: int, kind: tuple[date, Vrijlating]
) -> None:
    p = ioaw.P.on(parameters_on(kind[0]))
    trace: list[Traced] = []
    base = grondslag_per_month(household, loon, p, trace)
    mine = ioaw_per_month(base, arbeid - vrijgelaten_per_month(arbeid, kind[1], p.vrijlating), trace)
    theirs = naive.grondslag(household, Fraction(loon, 100), kind[0])
    assert base == 100 * theirs
    assert mine == 100 * naive.ioaw(theirs, Fraction(arbeid, 100), kind[1], kind[0])
    assert [step.result for step in trace] == [base, mine]
    assert uitbetaald_per_month(mine, p, trace) == trace[-1].result


@given(AMOUNTS, st.integers(0, 50_000), KINDS)
def test_more_work_is_never_less_together(arbeid: int, more: int, kind: tuple[date, Vrijlating]) -> None:
    p = ioaw.P.on(parameters_on(kind[0]))

    def left(earned: int) -> int:
        return ioaw_per_month(180_000, earned - vrijgelaten_per_month(earned, kind[1], p.vrijlating))

    assert left(arbeid + more) <= left(arbeid)
    assert left(arbeid + more) + more >= left(arbeid)


def test_there_is_no_lowest_age_for_an_exemption() -> None:
    assert vrijlating_of(Worker(61), P.vrijlating) == "n"
    assert vrijlating_of(Worker(61), ioaw.P.on(parameters_on(NEXT_YEAR)).vrijlating) == "34a"


@pytest.mark.parametrize(
    ("born", "age", "ww", "has_it"),
    [
        (date(1964, 12, 31), 50, 4, True),
        (date(1965, 1, 1), 50, 4, False),
        (date(1964, 12, 31), 49, 4, False),
        (date(1964, 12, 31), 50, 3, False),
    ],
)
def test_who_can_have_it(born: date, age: int, ww: int, has_it: bool) -> None:
    assert has_ioaw(born, age, ww, P) is has_it
