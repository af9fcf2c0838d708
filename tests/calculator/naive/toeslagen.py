"""The toeslagen and kinderbijslag again, from their laws and the sums that Dienst Toeslagen prints."""

from datetime import date
from fractions import Fraction
from math import floor

from tests.calculator.naive.law import down, law, nearest, nearest_cent, table

ZERO = Fraction(0)


def is_granted(per_year: Fraction, day: date) -> bool:
    """Awir 14 lid 4 en 5: to the nearest euro, and nothing below a least amount."""
    return nearest(per_year) >= law("toeslagen.minste_per_jaar", day)


def zorgtoeslag_per_year(income: Fraction, day: date, *, partner: bool, insured: bool = True) -> Fraction:
    """Wet op de zorgtoeslag, art. 2: the standaardpremie less the normpremie."""
    drempel = law("toeslagen.drempelinkomen", day)
    norm = drempel * law("zorgtoeslag.norm_paar" if partner else "zorgtoeslag.norm_een", day)
    norm += max(ZERO, income - drempel) * law("zorgtoeslag.afbouw", day)
    exact = max(ZERO, law("zorgtoeslag.standaardpremie", day) * (2 if partner else 1) - norm)
    exact *= Fraction(1) if insured else law("zorgtoeslag.deel_partner_onverzekerd", day)
    return nearest(exact) if is_granted(exact, day) else ZERO


def huurtoeslag_per_month(
    rent: Fraction, persons: int, income: Fraction, day: date, *, young: bool = False
) -> Fraction:
    """Wet op de huurtoeslag, art. 21: three parts of the rent, less a twelfth of a part of the income."""
    rekenhuur = min(rent, law("huurtoeslag.huurgrens_jong" if young else "huurtoeslag.huurgrens", day))
    alone, large = persons == 1, persons >= law("huurtoeslag.personen_groot", day)
    knots = [
        law("toeslagen.basishuur_een" if alone else "toeslagen.basishuur_meer", day),
        law("huurtoeslag.kwaliteitskortingsgrens", day),
        law("huurtoeslag.aftoppingsgrens_groot" if large else "huurtoeslag.aftoppingsgrens_klein", day),
        law("huurtoeslag.huurgrens", day),
    ]
    parts = [
        Fraction(1),
        law("huurtoeslag.deel_boven_kwaliteitskortingsgrens", day),
        law("huurtoeslag.deel_boven_aftoppingsgrens", day),
    ]
    total = sum(
        (
            max(ZERO, min(rekenhuur, high) - low) * part
            for low, high, part in zip(knots, knots[1:], parts, strict=False)
        ),
        ZERO,
    )
    ijkpunt = law("huurtoeslag.inkomensijkpunt_een" if alone else "huurtoeslag.inkomensijkpunt_meer", day)
    afbouw = law("huurtoeslag.afbouw_een" if alone else "huurtoeslag.afbouw_meer", day)
    month = max(ZERO, total - max(ZERO, income - ijkpunt) * afbouw / 12)
    return down(month) if is_granted(month * 12, day) else ZERO


def kindgebonden_budget_per_month(ages: list[int], income: Fraction, day: date, *, partner: bool) -> Fraction:
    """Wet op het kindgebonden budget, art. 2: amounts per child, less a part of the income."""
    children = [age for age in ages if age < 18]
    if not children:
        return ZERO
    total = law("kindgebonden_budget.kind", day) * len(children)
    total += law("kindgebonden_budget.verhoging_12", day) * len([age for age in children if 12 <= age <= 15])
    total += law("kindgebonden_budget.verhoging_16", day) * len([age for age in children if 16 <= age <= 17])
    drempel = law("toeslagen.drempelinkomen", day)
    if partner:
        drempel += law("kindgebonden_budget.drempel_partner", day)
    else:
        total += law("kindgebonden_budget.alleenstaande_ouder", day)
    year = max(ZERO, total - max(ZERO, income - drempel) * law("kindgebonden_budget.afbouw", day))
    return down(year / 12) if is_granted(year, day) else ZERO


def kinderbijslag_per_quarter(ages: list[int], day: date) -> Fraction:
    """AKW, art. 12: an amount by age for everyone under 18."""
    rows = table("kinderbijslag.bedrag", day)
    return sum(
        (Fraction(next(amount for begins, amount in reversed(rows) if age >= begins), 100) for age in ages),
        ZERO,
    )


def kinderopvangtoeslag_per_month(
    children: list[tuple[str, Fraction, Fraction]], income: Fraction, day: date
) -> Fraction:
    """Wet kinderopvang, art. 1.7 en 1.8: of each child (kind, hours, price) a part of the costs."""
    counted = []
    for soort, hours, price in children:
        most = min(hours, law("kinderopvangtoeslag.uren", day))
        costs = nearest_cent(most * min(price, law(f"kinderopvangtoeslag.uurprijs_{soort}", day)))
        counted.append((most, costs))
    counted.sort(reverse=True)
    rows = table("kinderopvangtoeslag.vergoeding", day)
    _, first, other = next(row for row in reversed(rows) if floor(income) * 100 >= row[0])
    total = ZERO
    for place, (_, costs) in enumerate(counted):
        total += nearest_cent(costs * Fraction(first if place == 0 else other, 100_000))
    return down(total) if is_granted(total * 12, day) else ZERO
