"""What all toeslagen share: whose income counts, and which age holds in a month.

Law: Algemene wet inkomensafhankelijke regelingen, Awir (BWBR0018472).
"""

from collections.abc import Iterable
from datetime import date, timedelta

from app.calculator.rounding import jaaropgaaf
from app.calculator.trace import Rule, Traced
from app.money import Cents
from app.period import MONTHS_IN_A_YEAR, Month, months_between

INKOMEN = Rule("inkomen_van_een_jaar", "Awir, art. 8 (BWBR0018472)")
TOETSINGSINKOMEN = Rule("toetsingsinkomen", "Awir, art. 7 lid 1 en art. 8 (BWBR0018472)")


def inkomen_per_year(loon: int, uitkering: int, bijstand: int, trace: list[Traced] | None = None) -> Cents:
    """Return all income of one person before tax, in cents per year.

    Source: Awir, art. 8 (BWBR0018472).
    """
    result = Cents(loon + uitkering + bijstand)
    if trace is not None:
        trace.append(INKOMEN.traced(result, loon=loon, uitkering=uitkering, bijstand=bijstand))
    return result


def toetsingsinkomen_per_year(incomes_per_year: Iterable[int], trace: list[Traced] | None = None) -> Cents:
    """Return the income that counts for a toeslag, in cents per year: of one person, or of both partners.

    An income is all wage, benefit and bijstand of one person before tax over the whole calendar year, months
    before the toeslag began included.
    Source: Awir, art. 7 lid 1 en art. 8 (BWBR0018472).
    """
    # Not counted: income from savings, a business or abroad. The page says so.
    incomes = [jaaropgaaf(income) for income in incomes_per_year]
    if trace is not None:
        people = {f"inkomen_{number}": income for number, income in enumerate(incomes, start=1)}
        trace.append(TOETSINGSINKOMEN.traced(sum(incomes), **people))
    return Cents(sum(incomes))


def age_in_month(born: date, month: Month) -> int | None:
    """Return the age that counts for a toeslag in a month: a birthday counts from the month after it.

    Nothing is returned for the month of birth and before.
    Source: Awir, art. 5 (BWBR0018472); Wet op het kindgebonden budget, art. 2 lid 1, 3 en 5 (BWBR0022751).
    """
    day_before = month.first_day - timedelta(1)
    return months_between(born, day_before) // MONTHS_IN_A_YEAR if born <= day_before else None
