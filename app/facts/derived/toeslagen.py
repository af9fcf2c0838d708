"""Derived facts about toeslagen: whether what a partner earns, or the rent, certainly leaves one or none."""

from app.condition import Value
from app.facts.derived.household import COUPLES, RATIO, huishouden
from app.facts.derived.model import Given

Bounds = tuple[int, int]
MONTHS = 12


def inkomen_partner_zorgtoeslag(given: Given) -> Value | None:
    """Return whether the income of the partner alone leaves a right to zorgtoeslag.

    Source: Wet op de zorgtoeslag art. 2 (BWBR0018451).
    """
    limit = given.law("toeslagen.zorgtoeslag_inkomen_paar")
    return _is_within(_partner_per_year(given), (limit, limit))


def inkomen_partner_kindgebonden(given: Given) -> Value | None:
    """Return whether the income of the partner leaves kindgebonden budget for one child; above it stays open.

    Source: Wet op het kindgebonden budget art. 2 lid 2, 7 and 8 (BWBR0022751).
    """
    most = given.law("kindgebonden_budget.kind") - given.law("toeslagen.minste_per_jaar")
    until = given.law("toeslagen.drempelinkomen") + given.law("kindgebonden_budget.drempel_partner")
    until += most * RATIO // given.law("kindgebonden_budget.afbouw")
    partner = _partner_per_year(given)
    return True if partner is not None and partner[1] <= until else None


def huur_past_bij_toeslag(given: Given) -> Value | None:
    """Return whether the rent is high enough, beside what a partner earns, for huurtoeslag.

    Less than the least amount of a year is not paid. Source: Wet op de huurtoeslag art. 5, 16, 17 and 21
    (BWBR0008659); Awir art. 14 lid 5 (BWBR0018472).
    """
    household, rent = huishouden(given), given.number("huur_per_maand")
    if household is None or rent is None:
        return None
    ending = "een" if household == "alleenstaand" else "meer"
    base = given.law(f"toeslagen.basishuur_{ending}")
    # Of the rent above this limit a part counts, which this leaves open.
    least = min(rent, given.law("huurtoeslag.kwaliteitskortingsgrens")) - base
    most = min(rent, given.law("huurtoeslag.huurgrens")) - base
    smallest = given.law("toeslagen.minste_per_jaar")
    if most * MONTHS < smallest:
        return False
    lowered_by, from_income = (
        given.law(f"huurtoeslag.afbouw_{ending}"),
        f"huurtoeslag.inkomensijkpunt_{ending}",
    )
    low, high = (
        given.law(from_income) + (each * MONTHS - smallest) * RATIO // lowered_by for each in (least, most)
    )
    return _is_within(_partner_per_year(given), (low, high))


def _is_within(income: Bounds | None, limits: Bounds) -> bool | None:
    """Return whether an income is certainly under the lowest limit, or certainly over the highest."""
    if income is None:
        return None
    if income[1] <= limits[0]:
        return True
    return False if income[0] > limits[1] else None


def _partner_per_year(given: Given) -> Bounds | None:
    """Return the bounds of what a partner earns before tax in a year, with or without holiday pay.

    Either amount may be known, before tax or after it. Up to the limits of the toeslagen tax is at most the
    rate of the second band of what is earned.
    Source: Awir art. 7 and 8 (BWBR0018472); Wet IB 2001 art. 2.10 (BWBR0011353).
    """
    if huishouden(given) not in COUPLES:
        return None if huishouden(given) is None else (0, 0)
    with_holiday_pay = RATIO + given.law("minimumloon.vakantiebijslag")
    found = [
        (amount * MONTHS, amount * MONTHS * with_holiday_pay // before_tax)
        for amount, before_tax in (
            (given.number("inkomen_partner_bruto"), RATIO),
            (given.number("inkomen_partner"), RATIO - given.law("inkomstenbelasting.schijf_2_tarief")),
        )
        if amount is not None
    ]
    return (max(low for low, _ in found), min(high for _, high in found)) if found else None
