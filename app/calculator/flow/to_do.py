"""What to do when work begins, where, and before when: steps of the support that exists, with their dates.

Only ids stand here. What to do, in which words and languages, and how a date is counted is content of the
catalogue; what a municipality does not have is left out.
"""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from enum import StrEnum

import msgspec

from app.calculator.flow.budget import budget_at, jobs_of
from app.calculator.flow.frame import Frame, frame_of
from app.calculator.flow.law_on import Law
from app.calculator.model import Budget, Job, Kind, Situation
from app.calculator.rounding import cents_of
from app.calculator.rules.vrijlating import Vrijlating
from app.catalogue.model import Due, Item, When
from app.parameters import ParametersOn
from app.period import add_months

TOESLAGEN = Kind.ZORGTOESLAG, Kind.HUURTOESLAG, Kind.KINDGEBONDEN_BUDGET, Kind.KINDEROPVANGTOESLAG
COUNTED = Kind.LOON, Kind.LOON_PARTNER, Kind.WW, Kind.WW_PARTNER, Kind.TOESLAG_UWV, Kind.AANGIFTE
"""The rows that are taken off bijstand."""

MELDEN = "werk_melden_gemeente", "melden"
LOON_DOORGEVEN = "inkomen_doorgeven_bijstand", "doorgeven"
INKOMEN_DOORGEVEN_UWV = "solliciteren_met_uwv", "inkomen_doorgeven"
LOONHEFFINGSKORTING = "loonheffingskorting_een", "kiezen"
TOESLAGEN_WIJZIGEN = "toeslagen_meer_loon", "doorgeven"
OPVANG_REGELEN = "kinderopvang_bij_werk", "regelen"
OVERBRUGGEN = "eerste_maand_overbruggen", "vragen"
VAKANTIEGELD_NAKIJKEN = "bijstand_stopt_vakantiegeld", "nakijken"
TOESLAG_UWV = "toeslagenwet", "aanvragen"
NIEUWE_VRIJLATING = "nieuwe_vrijlating_komt", "vragen"
VRIJLATINGEN = {
    Vrijlating.N: ("vrijlating_25", "vragen"),
    Vrijlating.R: ("vrijlating_ouder", "vragen"),
    Vrijlating.Y: ("vrijlating_minder_uren", "vragen"),
    Vrijlating.Z: ("vrijlating_loonkostensubsidie", "vragen"),
    Vrijlating.AA: ("vrijlating_loonkostensubsidie", "vragen"),
    Vrijlating.A34A: ("vrijlating_2027", "vragen"),
    Vrijlating.A34A_URENBEPERKT: ("vrijlating_minder_uren", "vragen"),
}
EVERY_STEP = (
    MELDEN,
    LOON_DOORGEVEN,
    INKOMEN_DOORGEVEN_UWV,
    LOONHEFFINGSKORTING,
    TOESLAGEN_WIJZIGEN,
    OPVANG_REGELEN,
    OVERBRUGGEN,
    VAKANTIEGELD_NAKIJKEN,
    TOESLAG_UWV,
    NIEUWE_VRIJLATING,
    *VRIJLATINGEN.values(),
)
"""Every item and step that may be chosen here."""


class Moment(StrEnum):
    """When a step is due: before a day (the day itself is too late) or by it (that day is still in time)."""

    NOW = "now"
    BEFORE = "before"
    BY = "by"
    FROM_DAY = "from_day"
    FROM_MONTH = "from_month"
    MONTHLY = "monthly"


class ToDo(msgspec.Struct, frozen=True):
    """One step: the item and step of the catalogue, its day where one is known, and with whom.

    `is_overdue` says that the day has passed, so that it is for today.
    """

    item: str
    step: str
    day: date | None
    when: Moment
    organisation: str
    is_overdue: bool = False


class Begin(msgspec.Struct, frozen=True):
    """A household of which the person begins a job on a day, with its budget now and then.

    `is_first_month_low` says that a month comes in which less money arrives than now.
    """

    situation: Situation
    job: Job
    start: date
    now: Budget
    then: Budget
    is_first_month_low: bool = False


def to_do(begin: Begin, law: Law, items: Mapping[str, Item], day: date | None = None) -> tuple[ToDo, ...]:
    """Return what to do, in the order of doing: now, by date, without a date, every month.

    `day` is that of the visit, by which a step is late; the law may be that of a later first day of work.
    Source: Participatiewet, art. 17 and 31 (BWBR0015703); WW, art. 25 (BWBR0004045); Awir, art. 17
    (BWBR0018472); Wet LB 1964, art. 23 (BWBR0002471).
    """
    steps = dict.fromkeys([*_beside_bijstand(begin, law), *_of_uwv(begin, law), *_for_everyone(begin)])
    found = [_dated(items[item], step, begin, law.parameters) for item, step in steps if item in items]
    return tuple(sorted((_late(each, day) for each in found), key=_in_order))


def _beside_bijstand(begin: Begin, law: Law) -> Iterator[tuple[str, str]]:
    if not begin.situation.has_bijstand:
        return
    yield MELDEN
    if not begin.then.of(Kind.BIJSTAND):
        if begin.now.of(Kind.BIJSTAND):
            yield VAKANTIEGELD_NAKIJKEN
    else:
        yield LOON_DOORGEVEN
    yield from _vrijlating(begin, law)


def _vrijlating(begin: Begin, law: Law) -> Iterator[tuple[str, str]]:
    """Return the exemption to ask for where it would leave more, and the one that begins in 2027."""
    person = msgspec.structs.replace(begin.situation.person, job=begin.job, has_vrijlating=True)
    frame = frame_of(msgspec.structs.replace(begin.situation, person=person), law)
    begins = _day("participatiewet.nieuwe_vrijlating_vanaf", law.parameters)
    is_granted = begin.situation.person.has_vrijlating
    if law.day < begins <= begin.start:
        if not is_granted and _gains_from_2027(begin, frame):
            limited = person.is_medisch_urenbeperkt
            yield VRIJLATINGEN[Vrijlating.A34A_URENBEPERKT if limited else Vrijlating.A34A]
        return
    kind = frame.exemptions[0]
    if kind is not None and not is_granted and _gains(begin, frame):
        yield VRIJLATINGEN[kind]
    if law.day < begins and _gains_from_2027(begin, frame):
        yield NIEUWE_VRIJLATING


def _gains(begin: Begin, granted: Frame) -> bool:
    """Tell whether an exemption of today would leave more, also where bijstand would end without it."""
    with_exemption = budget_at(granted, jobs_of(granted.situation))
    return with_exemption.of(Kind.BIJSTAND) > begin.then.of(Kind.BIJSTAND)


def _gains_from_2027(begin: Begin, frame: Frame) -> bool:
    """Tell whether the exemption of 2027 would leave bijstand beside this wage, by the amounts of today.

    Source: Participatiewet, art. 34a lid 1 (BWBR0015703).
    """
    deel = _number("participatiewet.nieuwe_vrijlating_deel", frame.law.parameters)
    counted = sum(begin.then.of(kind) for kind in COUNTED) - cents_of(begin.then.of(Kind.LOON) * deel)
    return bool(begin.then.of(Kind.LOON)) and counted < frame.norm


def _of_uwv(begin: Begin, law: Law) -> Iterator[tuple[str, str]]:
    situation = begin.situation
    if all(adult.ww is None for adult in situation.adults):
        return
    yield INKOMEN_DOORGEVEN_UWV
    ww = situation.person.ww
    if ww is None or ww.has_toeslag or not begin.then.of(Kind.WW):
        return
    asked = msgspec.structs.replace(ww, has_toeslag=True)
    person = msgspec.structs.replace(situation.person, job=begin.job, ww=asked)
    with_toeslag = msgspec.structs.replace(situation, person=person)
    if budget_at(frame_of(with_toeslag, law), jobs_of(with_toeslag)).of(Kind.TOESLAG_UWV):
        yield TOESLAG_UWV


def _for_everyone(begin: Begin) -> Iterator[tuple[str, str]]:
    now, then = begin.now, begin.then
    if begin.is_first_month_low:
        yield OVERBRUGGEN
    if begin.job.loon_per_month and any(then.of(kind) for kind in (Kind.BIJSTAND, Kind.WW)):
        yield LOONHEFFINGSKORTING
    # They are paid in whole euros, so every difference is one that Dienst Toeslagen would settle.
    if any(now.of(kind) and now.of(kind) != then.of(kind) for kind in TOESLAGEN):
        yield TOESLAGEN_WIJZIGEN
    if then.of(Kind.KINDEROPVANGTOESLAG) and not now.of(Kind.KINDEROPVANGTOESLAG):
        yield OPVANG_REGELEN


def _dated(item: Item, step_id: str, begin: Begin, parameters: ParametersOn) -> ToDo:
    step = next(each for each in item.steps if each.id == step_id)
    due = step.by
    anchor = None if due is None else _anchor(due.anchor, begin.start, parameters)
    day = None if due is None or anchor is None else _counted(due, anchor, parameters)
    before = step.when is When.BY and due is not None and due.is_before_a_day
    when = Moment.BEFORE if before else Moment(step.when.value)
    if (item.id, step_id) == VAKANTIEGELD_NAKIJKEN:
        # The bijstand ends when the work begins, so there is nothing to look at before.
        day, when = begin.start, Moment.FROM_DAY
    return ToDo(item.id, step_id, day, when, step.organisation or item.organisation)


def _late(one: ToDo, today: date | None) -> ToDo:
    """Say that a step is late; of a day before which it must be done, the day itself is too late."""
    if one.day is None or today is None or one.when not in {Moment.BEFORE, Moment.BY}:
        return one
    late = one.day <= today if one.when is Moment.BEFORE else one.day < today
    return msgspec.structs.replace(one, is_overdue=late)


def _anchor(fact: str, start: date, parameters: ParametersOn) -> date | None:
    """Return the day that a date is counted from, as far as it follows from the first day of work."""
    if fact == "startdatum_werk":
        return start
    if fact == "begin_nieuwe_vrijlating":
        return max(start, _day("participatiewet.nieuwe_vrijlating_vanaf", parameters))
    return None


def _counted(due: Due, anchor: date, parameters: ParametersOn) -> date:
    count = 0 if due.number is None else _number(due.number.parameter, parameters)
    signed = count if due.after is not None else -count
    if due.months is not None:
        return add_months(anchor, signed)
    return anchor + (timedelta(weeks=signed) if due.weeks is not None else timedelta(days=signed))


def _number(parameter_id: str, parameters: ParametersOn) -> int:
    return msgspec.convert(parameters.value(parameter_id), int)


def _day(parameter_id: str, parameters: ParametersOn) -> date:
    return msgspec.convert(parameters.value(parameter_id), date)


PLACES = {Moment.NOW: 0, Moment.MONTHLY: 3}


def _in_order(one: ToDo) -> tuple[int, date]:
    undated = 2 if one.day is None else 1
    return PLACES.get(one.when, undated), one.day or date.max
