"""A number of law with the word for what it counts: “26 weken”, “€ 8.000”, “67 jaar”."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from markupsafe import Markup

from app.money import Cents
from app.parameters import InForce, Unit
from app.web.catalogues import Lookup, Status, Translated
from app.web.languages import Language
from app.web.numbers import day_markup, isolated, money, number_text, ratio_text


def quantity(found: InForce, language: Language, lookup: Lookup) -> Markup:
    """Return a number of law for a sentence; a ratio and a count leave their word to that sentence."""
    value, unit = found.value, found.parameter.unit
    if isinstance(value, date):
        return day_markup(value, language)
    if unit is Unit.EUROCENT:
        return money(Cents(value))
    if unit is Unit.RATIO:
        return isolated(ratio_text(value))
    words = counted(value, unit, lookup.find_plural)
    text = words.text % {"number": number_text(value)}
    # A word that is not translated yet keeps its own language and direction.
    own = (
        Markup('<bdi lang="nl" dir="ltr">{}</bdi>')
        if words.status is Status.MISSING
        else Markup("<bdi>{}</bdi>")
    )
    return own.format(text)


def counted(number: int, unit: Unit, ngettext: Callable[[str, str, int], Translated]) -> Translated:
    """Return the words for a number of days, weeks, …; `ngettext` is the name that gettext tools look for."""
    match unit:
        case Unit.YEARS:
            return ngettext("%(number)s jaar", "%(number)s jaar", number)
        case Unit.MONTHS:
            return ngettext("%(number)s maand", "%(number)s maanden", number)
        case Unit.WEEKS:
            return ngettext("%(number)s week", "%(number)s weken", number)
        case Unit.DAYS:
            return ngettext("%(number)s dag", "%(number)s dagen", number)
        case Unit.HOURS:
            return ngettext("%(number)s uur", "%(number)s uur", number)
        case _:
            return Translated("%(number)s", Status.SOURCE)
