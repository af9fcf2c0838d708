"""What is taken for granted hangs on rules that exist."""

from datetime import date

from app.calculator.assumptions import BY_RULE, Assumption, assumptions_in
from app.calculator.law import regelingen
from app.calculator.rules import vrijlating
from app.calculator.trace import Rule
from tests.calculator.cases import parameters_on


def test_every_rule_that_takes_something_for_granted_exists() -> None:
    names = {each.name for module in regelingen() for each in vars(module).values() if isinstance(each, Rule)}
    for day in (date(2026, 11, 21), date(2027, 1, 1)):
        terms = vrijlating.P.on(parameters_on(day)).terms.values()
        names |= {each.rule.name for each in terms}
    assert set(BY_RULE) <= names


def test_a_trace_names_each_assumption_once() -> None:
    steps = [Rule(name, "").traced(0) for name in ("ww", "iow", "schijf", "ww_einde")]
    assert assumptions_in(steps) == (
        Assumption.WW_ZONDER_ARBEIDSKORTING,
        Assumption.VAKANTIEGELD_NAAST_WW_BIJ_UITBETALING,
        Assumption.WW_STOPT_BIJ_DE_GRENS,
    )
