"""Derived facts about how old the children at home are."""

from app.condition import Value
from app.facts.derived.model import Given
from app.facts.model import Person
from app.period import Month, months_between


def kind_onder_5(given: Given) -> Value | None:
    """Return whether there is a child so young that a single parent may ask not to look for work.

    Source: Participatiewet art. 9a lid 1 and 4 (BWBR0015703): until the youngest child is five.
    """
    children = given.people.get("kinderen")
    if children is None:
        return None
    young = [_is_younger(given, child, given.law("werkhulp.kind_leeftijd")) for child in children]
    if True in young:
        return True
    return None if None in young else False


def _is_younger(given: Given, child: Person, limit: int) -> bool | None:
    """Return whether a child is under an age; open where the day of birth would decide, or is not known."""
    born = child.values.get("geboortemaand")
    if not isinstance(born, Month):
        return None
    youngest, oldest = (months_between(day, given.day) // 12 for day in (born.last_day, born.first_day))
    return None if youngest < limit <= oldest else oldest < limit
