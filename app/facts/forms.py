"""Reads what was typed into a question.

A fact comes from content, so its fields do too; a declared form class could not know them. What cannot be
read comes back as a `Problem`, never as a guess.
"""

import unicodedata
from collections.abc import Callable, Iterator, Mapping
from datetime import date

import msgspec

from app.condition import Missing
from app.facts.field import Field, Problem, Typed, WrongAnswerError
from app.facts.model import Amount, Fact, Kind, Person
from app.facts.values import Answer, Answered
from app.money import NotAnAmount, parse_cents, parse_whole, western_digits
from app.period import Month, Period

LONGEST_DRAFT = 500
DONT_KNOW = "weetniet"
NONE = "geen"
CENTS = 100
WHOLE_AMOUNT_LIMIT = 10_000_000
MOST_PEOPLE = 8
UNSHOWABLE = frozenset({"Cc", "Cn", "Cs"})


def typed_of(fact: Fact, form: Mapping[str, list[str]], prefix: str = "") -> dict[str, str | tuple[str, ...]]:
    """Return what a form holds for one fact, each text cut to the length that a draft may have."""
    name = prefix + fact.id
    several = name if fact.kind is Kind.CHOICES else None
    most = len(fact.options) + 1
    return {
        key: tuple(map(_cut, form[key][:most])) if key == several else _cut(form[key][0])
        for key in (name + part for part in parts_of(fact))
        if form.get(key)
    }


def _cut(text: str) -> str:
    """Cut a text, and leave out what no page may contain: control characters and halves of characters."""
    return "".join(each for each in text[:LONGEST_DRAFT] if unicodedata.category(each) not in UNSHOWABLE)


PARTS = {
    Kind.AMOUNT: ("", "-periode"),
    Kind.DATE: ("-dag", "-maand", "-jaar"),
    Kind.MONTH: ("-maand", "-jaar"),
}


def parts_of(fact: Fact) -> Iterator[str]:
    """Yield what stands after the name of the fact in each of its fields."""
    yield f"-{DONT_KNOW}"
    if fact.kind is not Kind.PEOPLE:
        yield from PARTS.get(fact.kind, ("",))
        return
    for place in range(_most_people(fact) + 1):
        for field in fact.fields:
            yield from (f"-{place}-{field.id}{part}" for part in PARTS.get(field.kind, ("",)))


def read(fact: Fact, typed: Typed, day: date, prefix: str = "") -> Answer:
    """Return the answer that was typed, or raise WrongAnswerError."""
    field = Field(fact, prefix + fact.id, typed, day)
    if fact.kind in {Kind.YES_NO, Kind.CHOICE}:
        return Missing.DONT_KNOW if field.text() == DONT_KNOW else READERS[fact.kind](field)
    if not field.text(f"-{DONT_KNOW}"):
        return READERS[fact.kind](field)
    if _is_empty(field):
        return Missing.DONT_KNOW
    raise WrongAnswerError(Problem.BOTH)


def _is_empty(field: Field) -> bool:
    ignored = {f"{field.name}-{DONT_KNOW}", f"{field.name}-periode"}
    typed = (value for key, value in field.typed.items() if key not in ignored)
    return not any(value.strip() if isinstance(value, str) else value for value in typed)


def _yes_no(field: Field) -> bool:
    match field.text():
        case "ja":
            return True
        case "nee":
            return False
        case other:
            raise WrongAnswerError(Problem.UNREADABLE if other else Problem.NOTHING)


def _choice(field: Field) -> str:
    chosen = field.text()
    if field.fact.option(chosen) is None:
        raise WrongAnswerError(Problem.UNREADABLE if chosen else Problem.NOTHING)
    return chosen


def _choices(field: Field) -> frozenset[str]:
    chosen = frozenset(field.several())
    if not chosen:
        raise WrongAnswerError(Problem.NOTHING)
    if NONE in chosen:
        if len(chosen) > 1:
            raise WrongAnswerError(Problem.BOTH)
        return frozenset()
    if any(field.fact.option(each) is None for each in chosen):
        raise WrongAnswerError(Problem.UNREADABLE)
    return chosen


def _amount(field: Field) -> Amount:
    cents = _number(field, parse_cents)
    _within(field, cents, CENTS)
    try:
        period = Period(field.text("-periode") or field.fact.period)
    except ValueError as error:
        raise WrongAnswerError(Problem.UNREADABLE) from error
    if period not in (field.fact.periods or (field.fact.period,)):
        raise WrongAnswerError(Problem.UNREADABLE)
    return Amount(cents, period)


def _whole(field: Field) -> int:
    number = _number(field, _parse_count)
    _within(field, number, 1)
    return number


def _hours(field: Field) -> int:
    """Return hours in hundredths: they are written as amounts are, 28,8 or 22.75."""
    hundredths = _number(field, parse_cents)
    _within(field, hundredths, CENTS)
    return hundredths


def _parse_count(text: str) -> int:
    """Read a whole number; a zero before it is how many people write the months and days of a date."""
    digits = western_digits(text).strip()
    return parse_whole(digits.lstrip("0") or digits[-1:])


def _number(field: Field, parse: Callable[[str], int]) -> int:
    if not field.text():
        raise WrongAnswerError(Problem.NOTHING)
    try:
        return parse(field.text())
    except (NotAnAmount, ValueError) as error:
        raise WrongAnswerError(Problem.UNREADABLE) from error


def _within(field: Field, number: int, scale: int) -> None:
    limits = field.fact.limits
    low = 0 if limits.min is None else limits.min
    high = WHOLE_AMOUNT_LIMIT if limits.max is None else limits.max
    if number < low * scale:
        raise WrongAnswerError(Problem.TOO_LOW, low)
    if number > high * scale:
        raise WrongAnswerError(Problem.TOO_HIGH, high)


def _date(field: Field) -> date:
    parts = [western_digits(field.text(part)) for part in ("-dag", "-maand", "-jaar")]
    if not any(parts):
        raise WrongAnswerError(Problem.NOTHING)
    try:
        day, month, year = (_parse_count(part) for part in parts)
        found = date(year, month, day)
    except (NotAnAmount, ValueError, OverflowError) as error:
        raise WrongAnswerError(Problem.UNREADABLE) from error
    _near(field, found)
    return found


def _month(field: Field) -> Month:
    return _month_at(field, "")


def _month_at(field: Field, part: str) -> Month:
    parts = [western_digits(field.text(f"{part}{end}")) for end in ("-maand", "-jaar")]
    if not any(parts):
        raise WrongAnswerError(Problem.NOTHING)
    try:
        month, year = (_parse_count(each) for each in parts)
        found = Month(year, month)
        _near(field, found.first_day)
    except (NotAnAmount, OverflowError) as error:
        raise WrongAnswerError(Problem.UNREADABLE) from error
    except WrongAnswerError:
        raise
    except ValueError as error:
        raise WrongAnswerError(Problem.UNREADABLE) from error
    return found


def _near(field: Field, found: date) -> None:
    limits, year = field.fact.limits, field.day.year
    first, last = (
        date(max(1, year - limits.earliest_years_back), 1, 1),
        date(year + limits.latest_years_ahead, 12, 31),
    )
    if found < first:
        raise WrongAnswerError(Problem.TOO_LOW, first)
    if found > last:
        raise WrongAnswerError(Problem.TOO_HIGH, last)


def _postcode4(field: Field) -> str:
    text = western_digits(field.text())
    if not text:
        raise WrongAnswerError(Problem.NOTHING)
    # Many people type the whole postcode; only its four digits are kept.
    digits, letters = text[:4], text[4:].strip()
    if not (digits.isascii() and digits.isdigit() and len(digits) == len("8011") and digits[0] != "0"):
        raise WrongAnswerError(Problem.UNREADABLE)
    if letters and not (len(letters) == len("AB") and letters.isascii() and letters.isalpha()):
        raise WrongAnswerError(Problem.UNREADABLE)
    return digits


def _people(field: Field) -> tuple[Person, ...]:
    most = _most_people(field.fact)
    people = [person for place in range(most + 1) if (person := _person(field, place)) is not None]
    if not people:
        raise WrongAnswerError(Problem.NOTHING)
    if len(people) > most:
        raise WrongAnswerError(Problem.TOO_MANY, most)
    return tuple(people)


def _most_people(fact: Fact) -> int:
    return fact.limits.max or MOST_PEOPLE


def _person(field: Field, place: int) -> Person | None:
    values: dict[str, object] = {}
    for part in field.fact.fields:
        read_part = {Kind.MONTH: _month_at, Kind.YES_NO: _yes_no_at, Kind.NUMBER: _number_at}[part.kind]
        try:
            values[part.id] = read_part(field, f"-{place}-{part.id}")
        except WrongAnswerError as wrong:
            if wrong.problem is not Problem.NOTHING:
                raise
    return Person(values) if values else None


def _yes_no_at(field: Field, part: str) -> bool:
    return _yes_no(msgspec.structs.replace(field, name=field.name + part))


def _number_at(field: Field, part: str) -> int:
    return _number(msgspec.structs.replace(field, name=field.name + part), _parse_count)


READERS: Mapping[Kind, Callable[[Field], Answered]] = {
    Kind.YES_NO: _yes_no,
    Kind.CHOICE: _choice,
    Kind.CHOICES: _choices,
    Kind.AMOUNT: _amount,
    Kind.NUMBER: _whole,
    Kind.HOURS: _hours,
    Kind.DATE: _date,
    Kind.MONTH: _month,
    Kind.POSTCODE4: _postcode4,
    Kind.PEOPLE: _people,
}
