"""A whole household in a steady year again, from the laws: what comes in and goes out per month, in euros.

Twelve equal months, as the docstrings of the flow say; everything else is in the laws that are named.
"""

from datetime import date, timedelta
from fractions import Fraction
from math import floor

from tests.calculator.naive import bijstand, brutering, toeslagen
from tests.calculator.naive.law import down, law, nearest_cent, table
from tests.calculator.naive.tax import combinatiekorting, inkomstenbelasting
from tests.calculator.naive.years import Care, House, Person, Year, age, supplement, year_of

ZERO = Fraction(0)


def exemption(house: House, person: Person, day: date) -> str | None:
    """Pw 31 lid 2 and 5 until 2027, art. 34a after it."""
    if not person.granted:
        return None

    def left(kind: str) -> bool:
        return person.used.get(kind, 0) < law(f"participatiewet.vrijlating_{kind}_maanden", day)

    if day >= date(2027, 1, 1):
        return "34a_urenbeperkt" if person.medically_limited else ("34a" if left("34a") else None)
    grown = age(person.born, day) >= 27
    if grown and left("n"):
        return "n"
    if person.medically_limited or person.subsidised:
        return _for_the_limited(person, has_months_of_z=left("z"))
    young_child = any(age(born, day) < 12 for born, _ in house.children)
    return "r" if grown and not house.couple and young_child and left("r") else None


def _for_the_limited(person: Person, *, has_months_of_z: bool) -> str | None:
    if person.medically_limited:
        return "y"
    if has_months_of_z:
        return "z"
    return None if person.more_hours_possible else "aa"


def parent_with_credit(house: House, years: list[Year], day: date) -> int | None:
    """Wet IB 8.14a: with a child under 12 on 1 January, who earns least; of two alike the oldest."""
    new_year = date(day.year, 1, 1)
    if all(age(born, new_year) >= 12 for born, _ in house.children):
        return None
    by_wage = sorted(range(len(years)), key=lambda at: (years[at].earned, house.people[at].born, at))
    least = by_wage[0]
    return least if years[least].earned > law("inkomstenbelasting.combinatiekorting_vanaf", day) else None


def is_rich_for_bijstand(house: House, day: date) -> bool:
    """Pw 34."""
    family = house.couple or any(age(born, day) < 18 for born, _ in house.children)
    return house.savings > law(
        f"participatiewet.vermogensgrens_{'gezin' if family else 'alleenstaande'}", day
    )


def with_bijstand(house: House, years: list[Year], day: date) -> tuple[Fraction, Fraction, list[Fraction]]:
    """Pw 19, 31 and 32: bijstand and credit per month, and the gross bijstand of everyone over a year."""
    holder = parent_with_credit(house, years, day)
    nothing = [ZERO] * len(years)
    if not house.has_bijstand or is_rich_for_bijstand(house, day):
        if holder is None:
            return ZERO, ZERO, nothing
        year = years[holder]
        tax = inkomstenbelasting(year.income, year.earned, day)
        return ZERO, nearest_cent(min(combinatiekorting(down(year.earned), day), tax) / 12), nothing
    rest = bijstand.norm(
        [age(person.born, day) for person in house.people],
        day,
        children=any(age(born, day) < 18 for born, _ in house.children),
        sharing=house.sharing,
    )
    for person, year in zip(house.people, years, strict=True):
        kind = exemption(house, person, day)
        rest -= year.net_wage + year.net_ww + year.net_toeslag
        rest += bijstand.exempt(year.net_wage, kind, day) if kind else ZERO
    if holder is None:
        if rest <= 0:
            return ZERO, ZERO, nothing
        share = Fraction(floor(12 * rest / len(years) * 100), 100)
        return rest, ZERO, [brutering.gross(share, year.income, year.earned, day) for year in years]
    return _beside_credit(rest, years, holder, day)


def _beside_credit(
    rest: Fraction, years: list[Year], holder: int, day: date
) -> tuple[Fraction, Fraction, list[Fraction]]:
    year = years[holder]
    net, credit, gross = brutering.together(12 * rest, year.income, year.earned, day, people=len(years))
    credit_per_month = nearest_cent(credit / 12)
    paid = max(ZERO, rest - credit_per_month) if net else ZERO
    if not paid:
        return ZERO, credit_per_month, [ZERO] * len(years)
    share = Fraction(floor(net / len(years) * 100), 100)
    return (
        paid,
        credit_per_month,
        [
            gross if place == holder else brutering.gross(share, each.income, each.earned, day)
            for place, each in enumerate(years)
        ],
    )


def zorgtoeslag(house: House, income: Fraction, day: date) -> Fraction:
    """Wet op de zorgtoeslag 2 and 3."""
    if not house.insured or house.savings > law(f"toeslagen.zorgtoeslag_vermogen_{_size(house)}", day):
        return ZERO
    return down(toeslagen.zorgtoeslag_per_year(income, day, partner=house.couple) / 12)


def huurtoeslag(house: House, income: Fraction, day: date) -> Fraction:
    """Wet op de huurtoeslag 13 and 21; Awir 7: a housemate of 27 or older is old enough as well."""
    if house.rent is None or house.savings > law(f"toeslagen.huurtoeslag_vermogen_{_size(house)}", day):
        return ZERO
    if house.others and house.income_of_others is None:
        return ZERO
    grown = any(age(person.born, day) >= 21 for person in house.people) or house.sharing > 0
    persons = len(house.people) + len(house.children) + house.others
    together = income + down(house.income_of_others or ZERO)
    return toeslagen.huurtoeslag_per_month(
        house.rent, persons, together, day, young=not (grown or house.children)
    )


def kindgebonden_budget(house: House, income: Fraction, day: date) -> Fraction:
    """Wkgb 1 and 2; Awir 5: a birthday counts from the month after it."""
    if house.savings > law(f"kindgebonden_budget.vermogen_{_size(house)}", day):
        return ZERO
    before = day.replace(day=1) - timedelta(1)
    ages = [age(born, before) for born, _ in house.children if born <= before]
    return toeslagen.kindgebonden_budget_per_month(ages, income, day, partner=house.couple)


def kinderbijslag(house: House, day: date) -> Fraction:
    """AKW 12: the age on the first day of the quarter; a third of a quarter."""
    first = date(day.year, 1 + (day.month - 1) // 3 * 3, 1)
    ages = [age(born, first) for born, _ in house.children if born <= first]
    return nearest_cent(toeslagen.kinderbijslag_per_quarter(ages, day) / 3)


def kinderopvang(house: House, income: Fraction, day: date) -> tuple[Fraction, Fraction]:
    """Wet kinderopvang 1.6, 1.7 and 1.8: the toeslag and the bill, while all work or are in a traject."""
    children = [care for _, care in house.children if care]
    if not house.uses_care or not children:
        return ZERO, ZERO
    if not all(person.wage or person.in_traject for person in house.people):
        return ZERO, ZERO
    counted = sorted((_care_that_counts(care, day) for care in children), reverse=True)
    rows = table("kinderopvangtoeslag.vergoeding", day)
    _, first, other = next(row for row in reversed(rows) if floor(income) * 100 >= row[0])
    total = ZERO
    for place, (_, costs) in enumerate(counted):
        total += nearest_cent(costs * Fraction(first if place == 0 else other, 100_000))
    bill = sum((nearest_cent(hours * price) for care in children for _, hours, price in care), ZERO)
    return down(total) if toeslagen.is_granted(total * 12, day) else ZERO, bill


def _care_that_counts(care: list[Care], day: date) -> tuple[Fraction, Fraction]:
    """The hours and costs of one child: the dearest hours first, up to a number of hours."""
    left, costs = law("kinderopvangtoeslag.uren", day), ZERO
    capped = [
        (min(price, law(f"kinderopvangtoeslag.uurprijs_{kind}", day)), hours) for kind, hours, price in care
    ]
    for price, hours in sorted(capped, reverse=True):
        costs += nearest_cent(price * min(hours, left))
        left -= min(hours, left)
    return law("kinderopvangtoeslag.uren", day) - left, costs


def _size(house: House) -> str:
    return "paar" if house.couple else "een"


def money(house: House, day: date) -> dict[str, Fraction]:
    """Return every row that is not zero, and the toetsingsinkomen of the year."""
    extra = supplement(house, day)
    years = [year_of(person, more, day) for person, more in zip(house.people, extra, strict=True)]
    paid, credit, gross = with_bijstand(house, years, day)
    income = sum((down(year.income + each) for year, each in zip(years, gross, strict=True)), ZERO)
    care, bill = kinderopvang(house, income, day)
    rows = {
        "loon": years[0].net_wage,
        "loon_partner": years[1].net_wage if house.couple else ZERO,
        "ww": years[0].net_ww,
        "ww_partner": years[1].net_ww if house.couple else ZERO,
        "toeslag_uwv": sum((year.net_toeslag for year in years), ZERO),
        "bijstand": paid,
        "aangifte": credit,
        "zorgtoeslag": zorgtoeslag(house, income, day),
        "huurtoeslag": huurtoeslag(house, income, day),
        "kindgebonden_budget": kindgebonden_budget(house, income, day),
        "kinderopvangtoeslag": care,
        "kinderbijslag": kinderbijslag(house, day),
        "opvangkosten": -bill,
        "reiskosten": -sum((person.travel for person in house.people), ZERO),
    }
    return {name: amount for name, amount in rows.items() if amount} | {"toetsingsinkomen": income}
