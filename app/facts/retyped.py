"""A kept answer as the visitor would have typed it, to be shown in the fields again."""

from datetime import date

from app.condition import Missing
from app.facts.forms import DONT_KNOW, NONE
from app.facts.model import Amount, Fact, Kind, Person
from app.facts.values import Answer
from app.money import Cents, euros
from app.period import Month

ONE_OF = frozenset({Kind.YES_NO, Kind.CHOICE})


def retyped(fact: Fact, answer: Answer | None, prefix: str = "") -> dict[str, str | tuple[str, ...]]:
    """Return every field of a fact with what was answered; nothing for a question not answered yet."""
    name = prefix + fact.id
    match answer:
        case None:
            return {}
        case Missing():
            return {name: DONT_KNOW} if fact.kind in ONE_OF else {f"{name}-{DONT_KNOW}": "1"}
        case frozenset():
            return {name: tuple(sorted(answer)) or (NONE,)}
        case tuple():
            return {
                key: text for place, person in enumerate(answer) for key, text in _person(name, place, person)
            }
        case int() if fact.kind is Kind.HOURS:
            return {name: hours_text(answer)}
        case _:
            return _one(name, answer)


def hours_text(hundredths: int) -> str:
    """Return hours as people write them: 24 or 28,5."""
    whole, rest = divmod(hundredths, 100)
    return f"{whole}" + (f",{rest:02d}".rstrip("0") if rest else "")


def _one(name: str, answer: bool | str | int | date | Month | Amount) -> dict[str, str | tuple[str, ...]]:
    match answer:
        case bool():
            return {name: "ja" if answer else "nee"}
        case Amount(cents, period):
            return {name: euros(Cents(cents)).removeprefix("€").strip(), f"{name}-periode": period.value}
        case date() | Month():
            return _dated(name, answer)
        case _:
            return {name: str(answer)}


def _dated(name: str, answer: date | Month) -> dict[str, str | tuple[str, ...]]:
    if isinstance(answer, Month):
        return {f"{name}-maand": str(answer.number), f"{name}-jaar": str(answer.year)}
    return {
        f"{name}-dag": str(answer.day),
        f"{name}-maand": str(answer.month),
        f"{name}-jaar": str(answer.year),
    }


def _person(name: str, place: int, person: Person) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for part, value in person.values.items():
        key = f"{name}-{place}-{part}"
        match value:
            case Month(year, month):
                found += [(f"{key}-maand", str(month)), (f"{key}-jaar", str(year))]
            case bool():
                found.append((key, "ja" if value else "nee"))
            case _:
                found.append((key, str(value)))
    return found
