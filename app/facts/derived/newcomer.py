"""Derived facts about people who are new here: what holds only in the first months."""

from app.condition import Value
from app.facts.derived.model import Given
from app.period import add_months


def eerste_maanden_bijstand(given: Given) -> Value | None:
    """Return whether the municipality still pays fixed costs out of the bijstand of a new statushouder.

    Source: Participatiewet art. 56a lid 2 (BWBR0015703): six months from the day the right to bijstand began.
    """
    since = given.day_of("bijstand_sinds")
    if since is None:
        return None
    return given.day < add_months(since, given.law("inburgering.ontzorgen"))
