"""Numbers, amounts and dates as letters from Dutch authorities write them, the same in every language."""

from __future__ import annotations

from datetime import date

from babel.dates import format_date
from markupsafe import Markup, escape

from app.money import Cents, euros
from app.period import Month
from app.web.languages import DUTCH, Language


def money(cents: Cents) -> Markup:
    """Return an amount in Dutch notation, isolated so that it stays whole between Arabic words."""
    return Markup('<bdi dir="ltr" class="bedrag">{}</bdi>').format(euros(cents))


def number_text(number: int) -> str:
    """Return a whole number with Western digits and Dutch thousands."""
    return f"{number:,}".replace(",", ".")


def ratio_text(ratio: int) -> str:
    """Return a ratio per 100.000 as the number before a percent sign: 75000 is 75, 1250 is 1,25."""
    whole, rest = divmod(ratio, 1000)
    return f"{whole}" + (f",{rest:03d}".rstrip("0") if rest else "")


def day_text(day: date, language: Language, *, weekday: bool = False) -> str:
    """Return a date in words, with Western digits and the Gregorian calendar."""
    weekday_first = f"{format_date(day, 'EEEE', locale=language.babel)} " if weekday else ""
    return f"{weekday_first}{day.day} {_month_name(day, language, 'MMMM')} {day.year}"


def _month_name(day: date, language: Language, pattern: str) -> str:
    """Return the name of a month; with the other name where speakers of one language have two."""
    own = format_date(day, pattern, locale=language.babel)
    if language.other_months is None:
        return own
    # The other names are only known in their form inside a date; they have no other.
    return f"{own} ({format_date(day, 'MMMM', locale=language.other_months)})"


def day_markup(day: date, language: Language, *, weekday: bool = False, deadline: bool = False) -> Markup:
    """Return a date; on a deadline the Dutch date stands beside the translated one."""
    own = Markup('<time datetime="{}"><bdi>{}</bdi></time>').format(
        day.isoformat(), day_text(day, language, weekday=weekday)
    )
    if not deadline or language is DUTCH:
        return own
    dutch = Markup(' <bdi lang="nl" dir="ltr" class="day__nl">({})</bdi>')
    return own + dutch.format(day_text(day, DUTCH, weekday=weekday))


def month_text(month: Month, language: Language) -> str:
    """Return a month in words."""
    return f"{_month_name(month.first_day, language, 'LLLL')} {month.year}"


def month_markup(month: Month, language: Language) -> Markup:
    """Return a month in words, isolated."""
    return Markup("<bdi>{}</bdi>").format(month_text(month, language))


def isolated(value: object) -> Markup:
    """Return a value for a gap in a sentence, kept apart from the direction of the words around it."""
    if isinstance(value, Markup):
        return value if value.startswith(("<bdi", "<time")) else Markup("<bdi>") + value + Markup("</bdi>")
    return Markup("<bdi>{}</bdi>").format(escape(value))
