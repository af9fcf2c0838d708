"""The outcome and the answers made ready for a page: grouped, counted, each question asked in one place."""

from collections.abc import Mapping

import msgspec
from markupsafe import Markup

from app.catalogue.content import catalogue
from app.catalogue.model import Organisation
from app.condition import Known, Missing
from app.facts.asked import Asked, asked
from app.facts.cookie import answers, facts
from app.facts.model import Fact
from app.facts.told import told
from app.wayfinder.flow import RouteOn, answered, extra_answers
from app.wayfinder.model import Outcome

GROUPS = ("werk", "geld", "wonen", "gezin", "gezondheid", "taal", "u")
SHOWN_AT_ONCE = 5


class CheckedAnswer(msgspec.Struct, frozen=True):
    """One line of “Klopt dit?”."""

    fact: Fact
    words: Markup
    is_unknown: bool


def known_already(on: RouteOn, known: Mapping[str, Known]) -> list[CheckedAnswer]:
    """Return every answer that counts on this route, on whichever route it was given."""
    kept = answers()
    return [
        CheckedAnswer(facts()[fact], told(facts()[fact], kept[fact]), isinstance(kept[fact], Missing))
        for fact in (*answered(on, known), *extra_answers(on, known))
    ]


def checked_answers(on: RouteOn, known: Mapping[str, Known]) -> list[tuple[str, list[CheckedAnswer]]]:
    """Return the answers that count, by group."""
    lines = known_already(on, known)
    grouped = [(group, [line for line in lines if line.fact.group == group]) for group in GROUPS]
    return [(group, found) for group, found in grouped if found]


def questions_in_place(found: Outcome, tried: Asked | None) -> dict[str, Asked]:
    """Return the settling question per item; a question that settles two items is asked at the first."""
    asked_here: dict[str, Asked] = {}
    seen: set[str] = set()
    for possible in found.maybe:
        if possible.question is None or possible.question in seen:
            continue
        seen.add(possible.question)
        is_tried = tried is not None and tried.fact.id == possible.question
        asked_here[possible.item.id] = tried if tried and is_tried else asked(facts()[possible.question])
    return asked_here


def to_look_up(found: Outcome) -> dict[str, Fact]:
    """Return per item the question to look up; a question that several items wait for stands at the first."""
    first: dict[str, str] = {}
    for possible in found.maybe:
        if possible.look_up is not None and possible.item.is_confirmed:
            first.setdefault(possible.look_up, possible.item.id)
    return {item: facts()[question] for question, item in first.items()}


def people_who_help(found: Outcome) -> list[Organisation]:
    """Return who helps with what fits, and always someone: the first three are enough to choose from."""
    return [catalogue().organisations[each] for each in found.organisations[:3]]
