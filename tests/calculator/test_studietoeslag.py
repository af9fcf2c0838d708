"""Studietoeslag: the published example, and every age."""

from app.calculator.rules import studietoeslag
from app.calculator.rules.studietoeslag import studietoeslag_per_month
from app.calculator.trace import Traced
from app.period import Period, per_month
from tests.calculator.cases import Case, examples, parameters_on


@examples("studietoeslag")
def test_the_examples(case: Case) -> None:
    p, trace = studietoeslag.P.on(parameters_on(case.day)), list[Traced]()
    amount = studietoeslag_per_month(case.given["leeftijd"], case.given["stage"], p, trace)
    assert {"studietoeslag": amount} == case.expected
    assert trace[0].result == studietoeslag_per_month(case.given["leeftijd"], case.given["stage"], p)


@examples("periode")
def test_an_amount_of_four_weeks_or_a_week_is_made_monthly(case: Case) -> None:
    assert {"per_maand": per_month(case.given["bedrag"], Period(case.given["per"]))} == case.expected
