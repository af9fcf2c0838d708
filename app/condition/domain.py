"""Whether a condition asks of each fact something that it can answer; for editors, before anybody visits."""

from collections.abc import Callable, Iterator
from enum import StrEnum

import msgspec

from app.condition.model import All, Comparison, Condition, Not, Operand, Operator, ParameterRef
from app.condition.parse import Path


class Kind(StrEnum):
    """How a fact is answered, as far as a comparison cares."""

    YES_NO = "yes_no"
    CHOICE = "choice"
    CHOICES = "choices"
    AMOUNT = "amount"
    NUMBER = "number"
    DATE = "date"
    MONTH = "month"
    POSTCODE4 = "postcode4"
    PEOPLE = "people"


class Domain(msgspec.Struct, frozen=True):
    """What a fact can be: its kind, the ids of its options, the unit and the limits of its number."""

    kind: str
    options: tuple[str, ...] = ()
    unit: str | None = None
    low: int | None = None
    high: int | None = None


DomainOf = Callable[[str], Domain | None]
UnitOf = Callable[[str], str | None]
Mistake = tuple[Path, str]

_NUMBERS = (Operator.AT_LEAST, Operator.AT_MOST, Operator.UNDER, Operator.OVER)
_DAYS = (Operator.BEFORE, Operator.AFTER)
_OPERATORS: dict[str, tuple[Operator, ...]] = {
    Kind.YES_NO: (Operator.IS,),
    Kind.CHOICE: (Operator.IS,),
    Kind.POSTCODE4: (Operator.IS,),
    Kind.CHOICES: (Operator.INCLUDES,),
    Kind.AMOUNT: _NUMBERS,
    Kind.NUMBER: _NUMBERS,
    Kind.PEOPLE: _NUMBERS,
    Kind.DATE: _DAYS,
    Kind.MONTH: _DAYS,
}
# The word in a question, and the unit of a parameter that may be compared with it.
_UNITS = {
    "jaar": "years",
    "jaren": "years",
    "maand": "months",
    "maanden": "months",
    "week": "weeks",
    "weken": "weeks",
    "dag": "days",
    "dagen": "days",
    "uur": "hours",
    "uren": "hours",
}


def mistakes(condition: Condition, domain_of: DomainOf, unit_of: UnitOf | None = None) -> list[Mistake]:
    """Return each mistake with its path in the content: facts, operators, options and units that do not fit.

    The condition is one as written: not resolved for a day, not guarded.
    """
    return list(_in_condition(condition, (), domain_of, unit_of))


def _in_condition(
    condition: Condition, path: Path, domain_of: DomainOf, unit_of: UnitOf | None
) -> Iterator[Mistake]:
    match condition:
        case Comparison():
            yield from _in_comparison(condition, path, domain_of, unit_of)
        case Not(part):
            yield from _in_condition(part, (*path, "not"), domain_of, unit_of)
        case _:
            join = "all" if isinstance(condition, All) else "any"
            for place, part in enumerate(condition.parts):
                yield from _in_condition(part, (*path, join, place), domain_of, unit_of)


def _in_comparison(
    comparison: Comparison, path: Path, domain_of: DomainOf, unit_of: UnitOf | None
) -> Iterator[Mistake]:
    fact, operator = comparison.fact, comparison.operator
    domain = domain_of(fact)
    if domain is None:
        yield (*path, "fact"), f"de vraag ‘{fact}’ bestaat niet."
        return
    allowed = _OPERATORS[Kind(domain.kind)]
    if operator not in allowed:
        good = " of ".join(f"‘{each}’" for each in allowed)
        yield (*path, str(operator)), f"bij ‘{fact}’ kan ‘{operator}’ niet. Gebruik {good}."
        return
    listed = len(comparison.operands) > 1
    for place, operand in enumerate(comparison.operands):
        here = (*path, str(operator), place) if listed else (*path, str(operator))
        if words := _about_operand(fact, domain, operand, unit_of):
            yield here, words


def _about_operand(fact: str, domain: Domain, operand: Operand, unit_of: UnitOf | None) -> str | None:
    match Kind(domain.kind):
        case Kind.YES_NO:
            return (
                None if isinstance(operand, bool) else f"‘{fact}’ is een ja-nee-vraag. Schrijf true of false."
            )
        case Kind.CHOICE | Kind.CHOICES:
            if operand in domain.options:
                return None
            return f"‘{fact}’ heeft geen antwoord ‘{operand}’. Kies uit: {', '.join(domain.options)}."
        case Kind.POSTCODE4:
            is_postcode = isinstance(operand, str) and len(operand) == 4 and operand.isdecimal()
            return None if is_postcode else "schrijf een postcode als vier cijfers tussen aanhalingstekens."
        case _:
            return _about_limit(fact, domain, operand, unit_of)


def _about_limit(fact: str, domain: Domain, operand: Operand, unit_of: UnitOf | None) -> str | None:
    if not isinstance(operand, ParameterRef):
        return "schrijf een getal of datum van de wet als {parameter: naam}."
    if unit_of is None:
        return None
    unit = unit_of(operand.parameter)
    if unit is None:
        return f"het getal ‘{operand.parameter}’ staat in geen bestand van content/parameters."
    wanted = _wanted_unit(domain)
    if unit == wanted:
        return None
    return f"‘{operand.parameter}’ telt {unit}, maar bij ‘{fact}’ hoort {wanted}."


def _wanted_unit(domain: Domain) -> str:
    match Kind(domain.kind):
        case Kind.AMOUNT:
            return "eurocent"
        case Kind.DATE | Kind.MONTH:
            return "date"
        case _:
            return _UNITS.get(domain.unit or "", "count")
