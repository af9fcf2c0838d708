"""Earnings beside bijstand: which exemption, how much of it, and what stays."""

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.calculator.not_covered import NotCovered
from app.calculator.rules import bijstand, vrijlating
from app.calculator.rules.bijstand import bijstand_per_month, norm_per_month
from app.calculator.rules.vrijlating import (
    Vrijlating,
    Worker,
    months_left,
    vrijgelaten_per_month,
    vrijlating_of,
)
from app.calculator.trace import Traced
from tests.calculator.cases import Case, examples, parameters_on
from tests.calculator.naive import bijstand as naive
from tests.calculator.test_bijstand import household_of

NOW, NEXT_YEAR = date(2026, 11, 21), date(2027, 1, 1)
P, P_2027 = (vrijlating.P.on(parameters_on(day)) for day in (NOW, NEXT_YEAR))
EARNINGS = st.integers(0, 400_000)
KINDS = st.sampled_from([(NOW, kind) for kind in P.terms] + [(NEXT_YEAR, kind) for kind in P_2027.terms])


@pytest.mark.row("C2")
@examples("vrijlating")
def test_the_examples(case: Case) -> None:
    p = vrijlating.P.on(parameters_on(case.day))
    norm = norm_per_month(household_of(case.given), bijstand.P.on(parameters_on(case.day)))
    loon, kind = case.given["loon"], case.given.get("vrijlating")
    vrij = vrijgelaten_per_month(loon, Vrijlating(kind), p) if kind else 0
    amount = bijstand_per_month(norm, loon - vrij)
    got = {"vrij": vrij, "bijstand": amount, "samen": loon + amount}
    assert {name: got[name] for name in case.expected} == case.expected


def test_a_rule_holds_on_its_own_days_only() -> None:
    last = vrijlating.P.on(parameters_on(date(2026, 12, 31)))
    assert set(last.terms) == {*"nryz", "aa"}
    assert set(P_2027.terms) == {"34a", "34a_urenbeperkt"}
    for kind, p in ((Vrijlating.A34A, last), (Vrijlating.N, P_2027)):
        with pytest.raises(NotCovered):
            vrijgelaten_per_month(60_000, kind, p)


def used(kind: Vrijlating, months: int, **more: int) -> dict[Vrijlating, int]:
    return {kind: months, **{Vrijlating(name): value for name, value in more.items()}}


@pytest.mark.row("C2")
@pytest.mark.parametrize(
    ("worker", "kind"),
    [
        (Worker(27), "n"),
        (Worker(26), None),
        (Worker(27, months_used=used(Vrijlating.N, 5)), "n"),
        (Worker(27, months_used=used(Vrijlating.N, 6)), None),
        (Worker(35, youngest_child=11), "n"),
        (Worker(35, youngest_child=11, months_used=used(Vrijlating.N, 6)), "r"),
        (Worker(35, youngest_child=12, months_used=used(Vrijlating.N, 6)), None),
        (Worker(35, youngest_child=3, months_used=used(Vrijlating.N, 6, r=30)), None),
        (Worker(26, youngest_child=3), None),
        (Worker(35, is_medisch_urenbeperkt=True), "n"),
        (Worker(35, is_medisch_urenbeperkt=True, months_used=used(Vrijlating.N, 6)), "y"),
        (Worker(20, is_medisch_urenbeperkt=True), "y"),
        (Worker(35, has_loonkostensubsidie=True), "n"),
        (Worker(35, 3, has_loonkostensubsidie=True, months_used=used(Vrijlating.N, 6)), "z"),
        (Worker(20, has_loonkostensubsidie=True), "z"),
        (Worker(20, has_loonkostensubsidie=True, months_used=used(Vrijlating.Z, 12)), None),
        (
            Worker(20, has_loonkostensubsidie=True, can_work_more=False, months_used=used(Vrijlating.Z, 12)),
            "aa",
        ),
        (Worker(20, is_medisch_urenbeperkt=True, has_loonkostensubsidie=True), "y"),
    ],
)
def test_which_exemption_until_2027(worker: Worker, kind: str | None) -> None:
    assert vrijlating_of(worker, P) == kind


@pytest.mark.row("C2")
@pytest.mark.parametrize(
    ("worker", "kind"),
    [
        (Worker(20), "34a"),
        (Worker(35, months_used=used(Vrijlating.A34A, 12)), None),
        (Worker(35, months_used=used(Vrijlating.A34A, 11, n=6)), "34a"),
        (Worker(35, is_medisch_urenbeperkt=True, months_used=used(Vrijlating.A34A, 12)), "34a_urenbeperkt"),
    ],
)
def test_which_exemption_from_2027(worker: Worker, kind: str | None) -> None:
    assert vrijlating_of(worker, P_2027) == kind


def test_how_many_months_are_left() -> None:
    assert months_left(Worker(35, months_used=used(Vrijlating.N, 4)), Vrijlating.N, P) == 2
    assert months_left(Worker(35, months_used=used(Vrijlating.N, 9)), Vrijlating.N, P) == 0
    assert months_left(Worker(35), Vrijlating.R, P) == 30
    assert months_left(Worker(35), Vrijlating.Y, P) is None
    assert months_left(Worker(35), Vrijlating.A34A, P_2027) == 12


@given(EARNINGS, st.integers(0, 250_000), KINDS)
def test_the_second_calculation_agrees(loon: int, norm: int, kind: tuple[date, Vrijlating]) -> None:
    day, which = kind
    vrij = vrijgelaten_per_month(loon, which, vrijlating.P.on(parameters_on(day)))
    theirs = naive.beside(Fraction(loon, 100), which, Fraction(norm, 100), day)
    assert bijstand_per_month(norm, loon - vrij) == 100 * theirs


@given(EARNINGS, st.integers(0, 50_000), st.integers(35_000, 250_000), KINDS)
def test_more_wage_is_never_less_and_bijstand_ends_without_a_jump(
    loon: int, more: int, norm: int, kind: tuple[date, Vrijlating]
) -> None:
    p = vrijlating.P.on(parameters_on(kind[0]))

    def left(wage: int) -> tuple[int, int]:
        amount = bijstand_per_month(norm, wage - vrijgelaten_per_month(wage, kind[1], p))
        return amount, wage + amount

    (before, together), (after, later) = left(loon), left(loon + more)
    assert after <= before
    assert later >= together
    assert left(loon + 1)[1] - together in {0, 1}


@pytest.mark.row("C2")
@given(EARNINGS, KINDS)
def test_an_exemption_stays_under_its_maximum_and_its_share(loon: int, kind: tuple[date, Vrijlating]) -> None:
    terms = vrijlating.P.on(parameters_on(kind[0])).terms[kind[1]]
    trace: list[Traced] = []
    vrij = vrijgelaten_per_month(loon, kind[1], vrijlating.P.on(parameters_on(kind[0])), trace)
    assert 0 <= vrij <= (loon if terms.maximum is None else min(loon, terms.maximum))
    assert trace == [
        Traced(f"vrijlating_{kind[1]}", terms.rule.source, (("loon", loon),), terms.rule.parameters, vrij)
    ]
