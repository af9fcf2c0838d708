"""When a step is due, in words: a date, a month, or what it is counted from while the date is not known."""

from markupsafe import Markup, escape

from app.catalogue.model import Due, When
from app.facts.cookie import facts
from app.period import Month
from app.wayfinder.model import Certainty, DatedStep
from app.web.locale import gettext as _
from app.web.locale import language, ngettext
from app.web.numbers import day_markup, month_markup
from app.web.say import say


def when_words(step: DatedStep) -> Markup:
    """Return when a step has to be done, as a whole phrase."""
    match step.step.when:
        case When.NOW:
            return escape(_("Nu"))
        case When.BY:
            return _by(step)
        case When.FROM_MONTH:
            return _from_month(step, _("Vanaf %(month)s"), _("Later"))
        case _:
            return _from_month(step, _("Elke maand vanaf %(month)s"), _("Elke maand"))


def _by(step: DatedStep) -> Markup:
    if step.day is None:
        return _counted_from(step.step.by, step.count) if step.step.by else escape(_("Later"))
    words = {"day": day_markup(step.day, language(), weekday=True, deadline=True)}
    if step.overdue:
        return escape(_("Deze datum is voorbij: %(day)s. Doe het vandaag nog.")) % words
    if step.count is None:
        return escape(_("Op %(day)s")) % words
    if step.certainty is Certainty.EARLIEST:
        return escape(_("Uiterlijk %(day)s. Misschien hebt u meer tijd.")) % words
    return escape(_("Uiterlijk %(day)s")) % words


def _from_month(step: DatedStep, with_month: str, without: str) -> Markup:
    if step.day is None:
        return escape(without)
    return escape(with_month) % {"month": month_markup(Month(step.day.year, step.day.month), language())}


def _counted_from(due: Due, count: int | None) -> Markup:
    """Return “Binnen 7 dagen na: uw eerste dag zonder werk”, for whom that day is not known yet."""
    anchor = say(facts()[due.anchor].short)
    if count is None:
        return escape(_("Op deze dag: %(anchor)s")) % {"anchor": anchor}
    return escape(_span(due, count)) % {"number": count, "anchor": anchor}


def _span(due: Due, count: int) -> str:
    if due.before is not None:
        return _before(due, count)
    if due.months is not None:
        return ngettext(
            "Binnen %(number)s maand na: %(anchor)s", "Binnen %(number)s maanden na: %(anchor)s", count
        )
    if due.weeks is not None:
        return ngettext(
            "Binnen %(number)s week na: %(anchor)s", "Binnen %(number)s weken na: %(anchor)s", count
        )
    return ngettext("Binnen %(number)s dag na: %(anchor)s", "Binnen %(number)s dagen na: %(anchor)s", count)


def _before(due: Due, count: int) -> str:
    if due.months is not None:
        return ngettext(
            "Uiterlijk %(number)s maand vóór: %(anchor)s",
            "Uiterlijk %(number)s maanden vóór: %(anchor)s",
            count,
        )
    if due.weeks is not None:
        return ngettext(
            "Uiterlijk %(number)s week vóór: %(anchor)s", "Uiterlijk %(number)s weken vóór: %(anchor)s", count
        )
    return ngettext(
        "Uiterlijk %(number)s dag vóór: %(anchor)s", "Uiterlijk %(number)s dagen vóór: %(anchor)s", count
    )
