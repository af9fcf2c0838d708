"""The toeslag of UWV again, per day as the Toeslagenwet does it."""

from datetime import date
from fractions import Fraction

import msgspec

from tests.calculator.naive.law import law, nearest_cent, table

NOTHING = Fraction(0)


class Person(msgspec.Struct):
    """Somebody with a benefit."""

    age: int
    partner_born: date | None
    youngest: int | None
    parents: bool
    shares: bool


def norm(person: Person, day: date) -> Fraction | None:
    """Art. 2 and 3: the amount per day; nothing without a right."""
    if person.age < 18:
        return None
    if person.partner_born is not None:
        young = person.youngest is not None and person.youngest < law("toeslagenwet.kind_leeftijd", day)
        if person.partner_born > date(1971, 12, 31) and not young:
            return None
        return law("toeslagenwet.dagnorm_paar", day)
    if person.age < 21:
        return None if person.parents else law(f"toeslagenwet.dagnorm_alleenstaande_{person.age}", day)
    return law(f"toeslagenwet.dagnorm_{'woningdeler' if person.shares else 'alleenstaande'}", day)


def minimum_wage(person: Person, day: date) -> Fraction:
    """Art. 1: per month, for who is alone that of the age."""
    full = law("minimumloon.referentiemaandloon", day)
    if person.partner_born is not None:
        return full
    share = [row[1] for row in table("toeslagenwet.minimumjeugdloon", day) if row[0] <= person.age][-1]
    return nearest_cent(full * share / 100_000)


def exempt(person: Person, earned: Fraction, day: date) -> Fraction:
    """Art. 7."""
    minimum = minimum_wage(person, day)
    first = nearest_cent(law("toeslagenwet.vrijlating_vast", day) * minimum)
    if earned <= first:
        return earned
    more = nearest_cent(law("toeslagenwet.vrijlating_deel", day) * (earned - first))
    return min(first + more, nearest_cent(law("toeslagenwet.vrijlating_maximum", day) * minimum), earned)


def toeslag(
    person: Person, benefit: Fraction, wage: Fraction, earned: Fraction, *, other: Fraction, day: date
) -> Fraction:
    """Art. 8 and 8a, in the years in which part of the earnings is exempt."""
    per_day = norm(person, day)
    if per_day is None:
        return NOTHING
    days = law("ww.dagen_per_maand", day)
    income = benefit + earned - exempt(person, earned, day) + other
    amount = nearest_cent(max(NOTHING, per_day - income / days) * days)
    kind = "paar" if person.partner_born else "alleenstaande"
    if person.partner_born is None and person.shares and person.age >= 21:
        kind = "woningdeler"
    if wage < law(f"toeslagenwet.laag_loon_{kind}", day) * minimum_wage(person, day):
        amount = min(amount, max(NOTHING, wage - benefit))
    return amount
