"""A kept answer in the reader's own language, for check pages and for “in het andere venster”."""

from datetime import date

from markupsafe import Markup, escape

from app.condition import Missing
from app.facts.field import Problem, WrongAnswerError
from app.facts.model import Amount, Fact, Kind, Person
from app.facts.retyped import hours_text
from app.facts.values import Answer
from app.money import Cents
from app.period import Month, Period
from app.web.locale import gettext as _
from app.web.locale import language
from app.web.numbers import day_markup, isolated, money, month_markup
from app.web.say import say


def told(fact: Fact, answer: Answer) -> Markup:
    """Return what was answered, in words."""
    match answer:
        case Missing():
            return escape(_("U weet dit nog niet"))
        case frozenset():
            return _several(fact, answer)
        case tuple():
            return _people(fact, answer)
        case _:
            return _one(fact, answer)


def _one(fact: Fact, answer: bool | str | int | date | Month | Amount) -> Markup:
    match answer:
        case bool():
            return say((fact.yes_label or "Ja") if answer else (fact.no_label or "Nee"))
        case Amount(cents, period):
            # Savings are no sum per month: without a choice of period there is none to tell.
            return (
                escape(_(PER_PERIOD[period])) % {"amount": money(Cents(cents))}
                if fact.periods
                else money(Cents(cents))
            )
        case Month() | date():
            return _dated(answer)
        case str() if (option := fact.option(answer)) is not None:
            return say(option.label)
        case _:
            number = isolated(
                hours_text(answer) if isinstance(answer, int) and fact.kind is Kind.HOURS else answer
            )
            return Markup("{} {}").format(number, say(fact.unit)) if fact.unit else number


def _dated(answer: Month | date) -> Markup:
    if isinstance(answer, Month):
        return month_markup(answer, language())
    return day_markup(answer, language(), weekday=True)


def N_(text: str) -> str:  # noqa: N802 — the name gettext tools look for
    """Mark a text for translators; it is translated where it is shown."""
    return text


PER_PERIOD = {
    Period.HOUR: N_("%(amount)s per uur"),
    Period.DAY: N_("%(amount)s per dag"),
    Period.WEEK: N_("%(amount)s per week"),
    Period.FOUR_WEEKS: N_("%(amount)s per vier weken"),
    Period.MONTH: N_("%(amount)s per maand"),
    Period.YEAR: N_("%(amount)s per jaar"),
}


def _several(fact: Fact, answer: frozenset[str]) -> Markup:
    if not answer:
        return say(fact.none_label or "Geen van deze")
    chosen = [say(option.label) for option in fact.options if option.id in answer]
    return Markup("<br>").join(chosen)


def _people(fact: Fact, answer: tuple[Person, ...]) -> Markup:
    return Markup("<br>").join(_person(fact, place, person) for place, person in enumerate(answer, 1))


def _person(fact: Fact, place: int, person: Person) -> Markup:
    parts = [
        Markup("{}: {}").format(say(field.label), _field(person.values[field.id]))
        for field in fact.fields
        if field.id in person.values
    ]
    return Markup("{} {}. {}").format(
        say(fact.person or "Persoon"), isolated(place), Markup(". ").join(parts)
    )


def _field(value: object) -> Markup:
    match value:
        case Month():
            return month_markup(value, language())
        case bool():
            return say("Ja") if value else say("Nee")
        case _:
            return isolated(str(value))


TOO_LOW = N_("Dit kan niet kloppen. Vul %(bound)s of meer in.")
TOO_HIGH = N_("Dit kan niet kloppen. Vul %(bound)s of minder in.")
TOO_EARLY = N_("Dit is te lang geleden. Vul een datum in vanaf %(bound)s.")
TOO_LATE = N_("Dit is te ver weg. Vul een datum in tot en met %(bound)s.")
TOO_MANY = N_("U kunt hier hooguit %(bound)s mensen invullen.")
BOTH = N_("Geef een antwoord, of kies ‘Ik weet het niet’. Niet allebei.")


def what_to_do(fact: Fact, wrong: WrongAnswerError) -> Markup:
    """Return what the visitor can do about an answer that could not be used."""
    if wrong.problem is Problem.BOTH:
        return escape(_(BOTH))
    if wrong.bound is None:
        return say(fact.error)
    return escape(_(_words(wrong))) % {"bound": _bound(fact, wrong.bound)}


def _words(wrong: WrongAnswerError) -> str:
    dated = isinstance(wrong.bound, date)
    return {
        Problem.TOO_LOW: TOO_EARLY if dated else TOO_LOW,
        Problem.TOO_HIGH: TOO_LATE if dated else TOO_HIGH,
    }.get(wrong.problem, TOO_MANY)


def _bound(fact: Fact, bound: int | date) -> Markup:
    if isinstance(bound, date):
        return day_markup(bound, language())
    return money(Cents(bound * 100)) if fact.kind is Kind.AMOUNT else isolated(bound)
