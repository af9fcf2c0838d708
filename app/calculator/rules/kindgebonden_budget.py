"""Kindgebonden budget: help with the cost of children, on top of kinderbijslag.

Law: Wet op het kindgebonden budget (BWBR0022751).
"""

from collections.abc import Iterable

import msgspec

from app.calculator.numbers import numbers
from app.calculator.rounding import RATIO_ONE, cents_of, tegemoetkoming, voorschot
from app.calculator.trace import Rule, Traced
from app.money import Cents
from app.parameters import ParametersOn

MAXIMUM = Rule(
    "kindgebonden_budget_maximum",
    "Wet op het kindgebonden budget, art. 2 lid 2 t/m 6 (BWBR0022751)",
    (
        "kindgebonden_budget.kind",
        "kindgebonden_budget.verhoging_12",
        "kindgebonden_budget.verhoging_16",
        "kindgebonden_budget.alleenstaande_ouder",
    ),
)
VERMINDERING = Rule(
    "kindgebonden_budget_vermindering",
    "Wet op het kindgebonden budget, art. 2 lid 7 en 8 (BWBR0022751)",
    ("toeslagen.drempelinkomen", "kindgebonden_budget.drempel_partner", "kindgebonden_budget.afbouw"),
)
PER_MONTH = Rule(
    "kindgebonden_budget_per_maand",
    "Wet op het kindgebonden budget, art. 2 lid 7 en 8 (BWBR0022751); Awir, art. 14 lid 5 (BWBR0018472)",
    ("toeslagen.minste_per_jaar",),
)


class P(msgspec.Struct, frozen=True):
    """The numbers of kindgebonden budget on one day."""

    kind: int
    verhoging_12: int
    verhoging_16: int
    leeftijd_verhoging_12: int
    leeftijd_verhoging_16: int
    leeftijd_tot: int
    alleenstaande_ouder: int
    drempel_partner: int
    afbouw: int
    vermogen_een: int
    vermogen_paar: int
    drempelinkomen: int
    minste_per_jaar: int

    @classmethod
    def on(cls, parameters: ParametersOn) -> "P":
        """Return the numbers as they stand on the day of the parameters."""
        shared = {name: f"toeslagen.{name}" for name in ("drempelinkomen", "minste_per_jaar")}
        return numbers(cls, parameters, "kindgebonden_budget", **shared)


def is_within_vermogen(vermogen: int, p: P, *, has_partner: bool) -> bool:
    """Tell whether savings on 1 January, of both partners together, leave a right to kindgebonden budget.

    Source: Wet op het kindgebonden budget, art. 1 lid 4 (BWBR0022751).
    """
    return vermogen <= (p.vermogen_paar if has_partner else p.vermogen_een)


def maximum_per_year(
    ages: Iterable[int], p: P, trace: list[Traced] | None = None, *, has_partner: bool
) -> Cents:
    """Return the kindgebonden budget at a low income, in cents per year; nothing without a child.

    `ages` are those of the children in this month, see `toeslagen.age_in_month`.
    Source: Wet op het kindgebonden budget, art. 2 lid 2 t/m 6 (BWBR0022751).
    """
    counted = [age for age in ages if age < p.leeftijd_tot]
    result = len(counted) * p.kind
    for age in counted:
        if age >= p.leeftijd_verhoging_16:
            result += p.verhoging_16
        elif age >= p.leeftijd_verhoging_12:
            result += p.verhoging_12
    if counted and not has_partner:
        result += p.alleenstaande_ouder
    if trace is not None:
        trace.append(MAXIMUM.traced(result, kinderen=len(counted)))
    return Cents(result)


def kindgebonden_budget_per_month(
    maximum: int, inkomen_per_year: int, p: P, trace: list[Traced] | None = None, *, has_partner: bool
) -> Cents:
    """Return the kindgebonden budget that is paid per month, in cents per month, for this maximum per year.

    `inkomen_per_year` is the toetsingsinkomen of the parent, or of both partners together.
    Source: Wet op het kindgebonden budget, art. 2 lid 7 en 8 (BWBR0022751);
    Awir, art. 14 lid 5 (BWBR0018472).
    """
    drempel = p.drempelinkomen + (p.drempel_partner if has_partner else 0)
    above = max(0, inkomen_per_year - drempel)
    less = above * p.afbouw
    exact = max(0, maximum * RATIO_ONE - less)
    # The law rounds and refuses small amounts by the year; what is paid is an unrounded twelfth, down.
    result = voorschot(exact) if tegemoetkoming(exact, p.minste_per_jaar) else Cents(0)
    if trace is not None:
        step = VERMINDERING.traced(
            cents_of(less), toetsingsinkomen=inkomen_per_year, drempel=drempel, boven_drempel=above
        )
        trace.append(step)
        trace.append(PER_MONTH.traced(result, maximum=maximum, vermindering=cents_of(less)))
    return result
