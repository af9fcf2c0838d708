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
        case When.FROM_DAY:
            return _from_day(step)
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
    doubtful = step.certainty is Certainty.EARLIEST
    if step.step.by is not None and step.step.by.is_before_a_day:
        text = _("Vóór %(day)s. Misschien hebt u meer tijd.") if doubtful else _("Vóór %(day)s")
        return escape(text) % words
    if step.count is None:
        return escape(_("Op %(day)s")) % words
    text = _("Uiterlijk %(day)s. Misschien hebt u meer tijd.") if doubtful else _("Uiterlijk %(day)s")
    return escape(text) % words


def _from_day(step: DatedStep) -> Markup:
    """Return the first day on which it may be done; from then on it is something for now."""
    if step.day is None:
        return _from_a_day_unknown(step)
    if step.has_begun:
        return escape(_("Nu"))
    words = {"day": day_markup(step.day, language(), weekday=True, deadline=True)}
    if step.certainty is Certainty.EARLIEST:
        return escape(_("Vanaf %(day)s. Misschien is het later.")) % words
    return escape(_("Vanaf %(day)s")) % words


def _from_a_day_unknown(step: DatedStep) -> Markup:
    due, count = step.step.by, step.count
    if due is None or due.weeks is None or count is None:
        return escape(_("Later"))
    if due.before is not None:
        words = ngettext(
            "Vanaf %(number)s week vóór: %(anchor)s", "Vanaf %(number)s weken vóór: %(anchor)s", count
        )
    else:
        words = ngettext(
            "Vanaf %(number)s week na: %(anchor)s", "Vanaf %(number)s weken na: %(anchor)s", count
        )
    return escape(words) % {"number": count, "anchor": say(facts()[due.anchor].short)}


def _from_month(step: DatedStep, with_month: str, without: str) -> Markup:
    if step.day is None:
        return escape(without)
    return escape(with_month) % {"month": month_markup(Month(step.day.year, step.day.month), language())}


def _counted_from(due: Due, count: int | None) -> Markup:
    """Return “Binnen 7 dagen na: uw eerste dag zonder werk”, for whom that day is not known yet."""
    anchor = say(facts()[due.anchor].short)
    if due.is_before_a_day:
        return escape(_("Nu, en uiterlijk vóór: %(anchor)s")) % {"anchor": anchor}
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
