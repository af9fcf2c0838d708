"""What is taken for granted hangs on rules that exist."""

from app.calculator.assumptions import BY_RULE, Assumption, assumptions_in
from app.calculator.steps import inputs_by_rule
from app.calculator.trace import Rule


def test_every_rule_that_takes_something_for_granted_exists() -> None:
    assert set(BY_RULE) <= set(inputs_by_rule())


def test_a_trace_names_each_assumption_once() -> None:
    steps = [Rule(name, "").traced(0) for name in ("ww", "iow", "schijf", "ww_einde")]
    assert assumptions_in(steps) == (
        Assumption.WW_ZONDER_ARBEIDSKORTING,
        Assumption.VAKANTIEGELD_NAAST_WW_BIJ_UITBETALING,
        Assumption.WW_STOPT_BIJ_DE_GRENS,
    )
