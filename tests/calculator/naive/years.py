"""The year of every adult of a household again: wage, WW and its toeslag, and what tax leaves of them."""

from datetime import date
from fractions import Fraction
from math import floor

import msgspec

from tests.calculator.naive import toeslagenwet, ww
from tests.calculator.naive.law import law, nearest_cent
from tests.calculator.naive.tax import inkomstenbelasting

ZERO = Fraction(0)
Care = tuple[str, Fraction, Fraction]
"""A kind of childcare, its hours per month and its price."""


class Person(msgspec.Struct, kw_only=True):
    """One adult; the old wage is that behind WW."""

    born: date
    wage: Fraction = ZERO
    holiday_pay_inside: bool = False
    premium: Fraction = ZERO
    travel: Fraction = ZERO
    subsidised: bool = False
    old_wage: Fraction | None = None
    ww_month: int = 3
    toeslag: bool = False
    granted: bool = False
    used: dict[str, int] = {}
    medically_limited: bool = False
    more_hours_possible: bool = True
    in_traject: bool = False


class House(msgspec.Struct, kw_only=True):
    """Everyone and everything in one home; no rent means no home of which the rent counts."""

    people: list[Person]
    children: list[tuple[date, list[Care]]] = []
    rent: Fraction | None = None
    sharing: int = 0
    others: int = 0
    income_of_others: Fraction | None = None
    savings: Fraction = ZERO
    has_bijstand: bool = False
    uses_care: bool = False
    insured: bool = True

    @property
    def couple(self) -> bool:
        """Whether there is a partner."""
        return len(self.people) == 2


class Year(msgspec.Struct):
    """The year of one adult before tax, and what it leaves per month."""

    earned: Fraction
    """Wage with holiday pay, less the premium."""
    ww: Fraction
    toeslag: Fraction
    net_wage: Fraction
    net_ww: Fraction
    net_toeslag: Fraction

    @property
    def income(self) -> Fraction:
        """All of it."""
        return self.earned + self.ww + self.toeslag


def age(born: date, day: date) -> int:
    """Whole years."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def wages(person: Person, day: date) -> tuple[Fraction, Fraction]:
    """WML 15: a year of wage, and the holiday pay on top of it to the cent."""
    year = 12 * person.wage
    on_top = (
        ZERO if person.holiday_pay_inside else nearest_cent(year * law("minimumloon.vakantiebijslag", day))
    )
    return year, on_top


def benefit(person: Person, day: date) -> Fraction:
    """WW 20, 41 and 47: eleven usual months, and the one with holiday pay that does not end the right."""
    if person.old_wage is None:
        return ZERO
    month = person.wage - person.premium
    if month > law("ww.eindgrens", day) * person.old_wage:
        return ZERO
    usual = ww.paid(person.old_wage, person.ww_month, month, ZERO, day)
    _, on_top = wages(person, day)
    last = ww.formula(person.old_wage, person.ww_month, month + on_top, ZERO, day)
    least = law("ww.minimum_deel", day) * law("minimumloon.referentiemaandloon", day)
    return 11 * usual + (last if last >= least else ZERO)


def without_holiday_pay(person: Person, day: date) -> Fraction:
    """AIB 2:5 lid 1: wage less the premium; of holiday pay inside it 8/108 is left out."""
    wage = person.wage - person.premium
    return ww.in_the_month(wage, day) if person.holiday_pay_inside else wage


def supplement(house: House, day: date) -> list[Fraction]:
    """Toeslagenwet 2, 6, 8 and 10: of everyone, over a year, with its holiday pay."""
    return [_supplement(house, place, day) for place in range(len(house.people))]


def _supplement(house: House, place: int, day: date) -> Fraction:
    who = house.people[place]
    if who.old_wage is None or not who.toeslag or not benefit(who, day):
        return ZERO
    partner = house.people[1 - place] if house.couple else None
    ages = [age(born, day) for born, _ in house.children]
    asking = toeslagenwet.Person(
        age(who.born, day),
        None if partner is None else partner.born,
        min(ages) if ages else None,
        False,
        house.sharing > 0,
    )
    own = ww.in_the_month(Fraction(floor(benefit(who, day) / 12 * 100), 100), day)
    other = ZERO
    if partner is not None:
        other = ww.in_the_month(Fraction(floor(benefit(partner, day) / 12 * 100), 100), day)
    old = ww.in_the_month(who.old_wage, day)
    earned = sum((without_holiday_pay(person, day) for person in house.people), ZERO)
    month = toeslagenwet.toeslag(asking, own, old, earned, other=other, day=day)
    return 12 * (month + nearest_cent(month * law("toeslagenwet.vakantie_uitkering", day)))


def year_of(person: Person, toeslag: Fraction, day: date) -> Year:
    """Wet IB 2001: the wage by itself, then what the benefits leave with the tax that they add."""
    year, on_top = wages(person, day)
    gross = year + on_top
    earned = gross - 12 * person.premium
    of_uwv = benefit(person, day)

    def net(income: Fraction) -> Fraction:
        return nearest_cent((income - inkomstenbelasting(income, earned, day)) / 12)

    wage, with_ww, everything = net(earned), net(earned + of_uwv), net(earned + of_uwv + toeslag)
    return Year(earned, of_uwv, toeslag, wage, with_ww - wage, everything - with_ww)
