"""What is certain of a condition whatever is answered: it can never hold, always holds, or ignores a fact.

Proved over everything that its own facts can be: each option, and each stretch of numbers or days that the
comparisons can tell apart. Guards are part of the condition, so that a fact does not apply is counted too.
The numbers of the day must be filled in.
"""

from collections.abc import Mapping

from app.condition.compare import NO, UNKNOWN, YES, told_apart
from app.condition.domain import Domain, Kind
from app.condition.layout import Layout, Readings
from app.condition.mattering import mattering
from app.condition.model import Comparison, Condition, Value

# What needs more combinations than this is not proved; its author would not understand it either.
MOST_CASES = 100_000

Domains = Mapping[str, Domain]


def contradictory(condition: Condition, domains: Domains) -> bool:
    """Tell whether no answers at all can make the condition hold."""
    return _outcomes(condition, domains) == {NO}


def always(condition: Condition, domains: Domains) -> bool:
    """Tell whether the condition holds whatever is answered."""
    return _outcomes(condition, domains) == {YES}


def useless_facts(condition: Condition, domains: Domains) -> tuple[str, ...]:
    """Return the facts of the condition that can never change whether it holds."""
    layout, readings = _laid(condition, domains)
    useful = mattering(layout, [readings], MOST_CASES)
    return tuple(fact for fact in layout.places if fact not in useful)


def _outcomes(condition: Condition, domains: Domains) -> set[int]:
    layout, readings = _laid(condition, domains)
    found: set[int] = set()
    for _, case in layout.cases(readings, layout.repeated(readings), MOST_CASES):
        value = layout.root.value(case)
        # What is still unknown stands at one place each, so it can go either way.
        found |= {NO, YES} if value == UNKNOWN else {value}
        if len(found) > 1:
            break
    return found


def _laid(condition: Condition, domains: Domains) -> tuple[Layout, Readings]:
    """Return the condition with the classes that its facts really have, and what is certain at each place."""
    layout = Layout(condition)
    yes, no = 0, 0
    for fact, places in layout.places.items():
        values = _values(domains.get(fact), [layout.row[place][0] for place in places])
        classes = layout.classes_of(fact, values)
        if len(classes) == 1:
            yes, no = yes | classes[0][0], no | classes[0][1]
        elif fact in layout.classes:
            layout.classes[fact] = classes
    return layout, (yes, no)


def _values(domain: Domain | None, comparisons: list[Comparison]) -> tuple[Value, ...]:
    found = told_apart(comparisons)
    match domain:
        case Domain(kind=Kind.CHOICE, options=options):
            return options
        case Domain(low=low, high=high) if low is not None or high is not None:
            inside = [each for each in found if isinstance(each, int) and _lies_within(each, low, high)]
            return (*inside, *(limit for limit in (low, high) if limit is not None))
        case _:
            return found


def _lies_within(number: int, low: int | None, high: int | None) -> bool:
    return (low is None or low <= number) and (high is None or number <= high)
