"""Dated steps: when each thing has to be done, counted from the visitor's own dates."""

from collections.abc import Mapping
from datetime import date, timedelta

from app.catalogue.model import Due, Item, Step, When
from app.condition import Known, Truth, evaluate
from app.facts.derived.model import ends
from app.facts.flow import open_needs, questions_behind
from app.parameters import ParametersOn
from app.period import add_months
from app.wayfinder.flow import RouteOn
from app.wayfinder.model import Certainty, DatedStep


def dated_steps(on: RouteOn, known: Mapping[str, Known], items: tuple[Item, ...]) -> tuple[DatedStep, ...]:
    """Return the steps of the items that fit: now, by date, without a date yet, every month."""
    found = [
        dated_step(on, known, item, step)
        for item in items
        for step in item.steps
        if _wanted(on, known, item, step)
    ]
    return tuple(sorted(found, key=in_order))


def _wanted(on: RouteOn, known: Mapping[str, Known], item: Item, step: Step) -> bool:
    condition = on.step_conditions.get((item.id, step.id))
    return condition is None or evaluate(condition, known) is Truth.YES


def dated_step(on: RouteOn, known: Mapping[str, Known], item: Item, step: Step) -> DatedStep:
    """Return a step with its date; a doubtful one counts from its early end: nobody must wait too long."""
    organisation = step.organisation or item.organisation
    count = None if step.by is None or step.by.number is None else _count(step.by, on.facts.parameters)
    day, certainty = None, Certainty.UNKNOWN
    if step.by is None:
        certainty = Certainty.FIRM
    elif (bounds := ends(known.get(step.by.anchor))) is not None:
        earliest, latest = bounds
        day = _counted(step.by, count or 0, earliest)
        certainty = Certainty.FIRM if earliest == latest else Certainty.EARLIEST
    overdue = day is not None and step.when is When.BY and day < on.facts.day
    has_begun = (
        day is not None and step.when is When.FROM_DAY and certainty is Certainty.FIRM and day <= on.facts.day
    )
    question = _settling(on, known, step, certainty)
    return DatedStep(item, step, day, certainty, overdue, organisation, count, question, has_begun)


def _settling(on: RouteOn, known: Mapping[str, Known], step: Step, certainty: Certainty) -> str | None:
    if step.by is None or certainty is Certainty.FIRM:
        return None
    needs = (
        need
        for fact in questions_behind(on.facts.facts[step.by.anchor])
        for need in open_needs(on.facts, known, fact)
    )
    return next(needs, None)


def _count(due: Due, parameters: ParametersOn) -> int:
    number = due.number
    value = 0 if number is None else parameters.value(number.parameter)
    if not isinstance(value, int):
        raise TypeError("a step is counted in whole days, weeks or months")
    return value


def _counted(due: Due, count: int, anchor: date) -> date:
    signed = count if due.after is not None else -count
    if due.months is not None:
        return add_months(anchor, signed)
    return anchor + timedelta(weeks=signed) if due.weeks is not None else anchor + timedelta(days=signed)


PLACES = {When.NOW: 0, When.BY: 2, When.FROM_DAY: 2, When.FROM_MONTH: 2, When.MONTHLY: 4}


def in_order(step: DatedStep) -> tuple[int, date]:
    """Return where a step stands: now, before an unknown day, by date, without a date, every month."""
    place = PLACES[step.step.when]
    if place == PLACES[When.BY] and step.day is None:
        # Whoever must be ready before a day that is not known had better begin now: after all that is now.
        before = step.step.when is When.BY and step.step.by is not None and step.step.by.is_before_a_day
        place += -1 if before else 1
    return place, step.day or date.max
