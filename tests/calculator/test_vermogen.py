"""Vermogen beside bijstand: the limits of article 34, the same as in the questions about savings."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from app.calculator.rules import vermogen
from app.calculator.rules.vermogen import Possessions, counted_vermogen, vermogensgrens
from app.calculator.trace import Traced
from app.facts.derived.household import vermogen_onder_grens
from app.facts.derived.model import Given
from tests.calculator.cases import Case, examples, parameters_on

DAY = date(2026, 11, 21)
P = vermogen.P.on(parameters_on(DAY))
AMOUNTS = st.integers(0, 10_000_000)


@examples("vermogen")
def test_the_examples(case: Case) -> None:
    given = case.given
    possessions = Possessions(
        given["spaargeld"], given["schulden"], given["overwaarde"], given["gespaard_van_bijstand"]
    )
    p = vermogen.P.on(parameters_on(case.day))
    assert {"telt_mee": counted_vermogen(possessions, is_family=given["gezin"], p=p)} == case.expected


@given(AMOUNTS, st.sampled_from(["alleen", "alleen_met_kinderen", "met_partner", "met_partner_en_kinderen"]))
def test_the_way_and_the_calculator_agree_on_savings(savings: int, home: str) -> None:
    known = Given({"spaargeld": savings, "woonsituatie": home}, {}, parameters_on(DAY), DAY)
    counted = counted_vermogen(Possessions(savings), is_family=home != "alleen", p=P)
    assert vermogen_onder_grens(known) is (counted == 0)


@given(AMOUNTS, AMOUNTS, AMOUNTS, st.booleans())
def test_debts_never_add_and_the_trace_says_what_came_out(
    savings: int, debts: int, overwaarde: int, is_family: bool
) -> None:
    trace: list[Traced] = []
    owned = Possessions(savings, debts, overwaarde)
    counted = counted_vermogen(owned, is_family=is_family, p=P, trace=trace)
    assert 0 <= counted <= counted_vermogen(Possessions(savings, 0, overwaarde), is_family=is_family, p=P)
    assert trace[-1].result == counted
    assert counted == 0 or counted + vermogensgrens(is_family=is_family, p=P) <= savings + overwaarde
