"""A few answers to each question that between them reach every side of every number of law."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta

import msgspec

from app.condition import Missing
from app.facts.model import Amount, Fact, Kind, Person
from app.facts.values import Answer
from app.parameters import InForce, ParametersOn, Unit
from app.period import Month, add_months

MONTHS_PER_YEAR = 12
AGES = range(14, 72)
RICH = 10_000_000
MANY = 1000


class Sides(msgspec.Struct, frozen=True):
    """The numbers of law that an answer may lie on either side of."""

    on: ParametersOn
    names: tuple[str, ...]

    def numbers(self, *units: Unit) -> Iterator[int]:
        """Yield the numbers that count in one of these units."""
        for name in self.names:
            found = _in_force(self.on, name)
            if found and found.parameter.unit in units and isinstance(found.value, int):
                yield found.value

    def days(self) -> Iterator[date]:
        """Yield the dates of law."""
        for name in self.names:
            found = _in_force(self.on, name)
            if found and isinstance(found.value, date):
                yield found.value

    def around(self, *units: Unit) -> Iterator[int]:
        """Yield just under, on and just over each number."""
        for number in self.numbers(*units):
            yield from (max(0, number - 1), number, number + 1)


def _in_force(on: ParametersOn, name: str) -> InForce | None:
    try:
        return on.in_force(name)
    except LookupError:
        return None  # A number that does not exist has no sides; another check reports it.


def answers_to(fact: Fact, on: ParametersOn, names: Iterable[str] = ()) -> tuple[Answer, ...]:
    """Return answers on both sides of the numbers named, each answer of a choice, and *don't know*."""
    found: list[Answer] = []
    for answer in _BY_KIND[fact.kind](fact, Sides(on, tuple(names))):
        if answer not in found:
            found.append(answer)
    return (*found, Missing.DONT_KNOW)


def _yes_no(_: Fact, __: Sides) -> Iterator[Answer]:
    yield from (True, False)


def _choice(fact: Fact, _: Sides) -> Iterator[Answer]:
    yield from (option.id for option in fact.options)


def _choices(fact: Fact, _: Sides) -> Iterator[Answer]:
    yield frozenset()
    yield from (frozenset({option.id}) for option in fact.options)
    yield frozenset(option.id for option in fact.options)


def _amount(fact: Fact, sides: Sides) -> Iterator[Answer]:
    for cents in (0, *sides.around(Unit.EUROCENT), RICH):
        yield Amount(cents, fact.period)


def _number(_: Fact, sides: Sides) -> Iterator[Answer]:
    units = [unit for unit in Unit if unit not in {Unit.EUROCENT, Unit.DATE, Unit.RATIO}]
    yield from (0, *sides.around(*units), MANY)


def _date(_: Fact, sides: Sides) -> Iterator[Answer]:
    day = sides.on.day
    yield from (add_months(day, -30), day - timedelta(days=1), day, day + timedelta(days=1))
    for number in sides.numbers(Unit.DAYS):
        yield from (day - timedelta(days=number + 1), day - timedelta(days=number - 1))
    yield add_months(day, 6)


def _month(_: Fact, sides: Sides) -> Iterator[Answer]:
    ages = {years * MONTHS_PER_YEAR for years in sides.numbers(Unit.YEARS)} | {*sides.numbers(Unit.MONTHS)}
    if not sides.names:
        ages = {years * MONTHS_PER_YEAR + 6 for years in AGES}
    for age in sorted(ages):
        for near in (1, 0, -1) if sides.names else (0,):
            born = add_months(sides.on.day, near - age)
            yield Month(born.year, born.month)
    for day in sides.days():
        for side in (add_months(day, -1), day):
            yield Month(side.year, side.month)


def _postcode(_: Fact, __: Sides) -> Iterator[Answer]:
    yield from ("8011", "1011")


def _people(fact: Fact, sides: Sides) -> Iterator[Answer]:
    yield ()
    yield (Person({}),)
    for years in (4, 40):
        for is_so in (True, False):
            yield (_person(fact, sides.on.day, years, is_so=is_so),)


def _person(fact: Fact, day: date, years: int, *, is_so: bool) -> Person:
    values: dict[Kind, object] = {Kind.MONTH: Month(day.year - years, 1), Kind.YES_NO: is_so, Kind.NUMBER: 1}
    return Person({field.id: values.get(field.kind) for field in fact.fields})


_BY_KIND: dict[Kind, Callable[[Fact, Sides], Iterator[Answer]]] = {
    Kind.YES_NO: _yes_no,
    Kind.CHOICE: _choice,
    Kind.CHOICES: _choices,
    Kind.AMOUNT: _amount,
    Kind.NUMBER: _number,
    Kind.HOURS: _number,
    Kind.DATE: _date,
    Kind.MONTH: _month,
    Kind.POSTCODE4: _postcode,
    Kind.PEOPLE: _people,
}
