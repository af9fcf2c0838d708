"""The verbs of a way: which question comes next, how many are left, and where the way closes."""

from collections.abc import Collection, Iterable, Iterator, Mapping

import msgspec

from app.catalogue.model import Catalogue, Item
from app.condition import Condition, Known, Truth, evaluate, open_facts
from app.facts.flow import FactsOn, applies, facts_of, open_needs, questions_behind
from app.wayfinder.model import Route, Way


class RouteOn(msgspec.Struct, frozen=True):
    """A route as it stands on one day: its items, and every condition with the numbers of that day."""

    route: Route
    facts: FactsOn
    items: tuple[Item, ...]
    conditions: Mapping[str, Condition]
    step_conditions: Mapping[tuple[str, str], Condition]
    gates: Mapping[str, Condition]
    way: Way
    crises: Mapping[str, Condition]
    questions: frozenset[str]


def route_on(
    route: Route, way: Way, catalogue: Catalogue, on: FactsOn, off: frozenset[str] = frozenset()
) -> RouteOn:
    """Return the route of a day, without the items that are switched off."""
    items = tuple(catalogue.items[item] for item in route.consider if item not in off)
    conditions = {item.id: on.condition(catalogue.conditions[item.id]) for item in items}
    return RouteOn(
        route,
        on,
        items,
        conditions,
        {
            (item.id, step.id): on.condition(catalogue.step_conditions[item.id, step.id])
            for item in items
            for step in item.steps
            if (item.id, step.id) in catalogue.step_conditions
        },
        {fact: on.condition(gate) for fact, gate in on.facts.gates.items() if fact in route.ask},
        way,
        {crisis: on.condition(condition) for crisis, condition in way.crisis_conditions.items()},
        frozenset(route.ask) | _questions_in(on, items, conditions),
    )


def _questions_in(
    on: FactsOn, items: tuple[Item, ...], conditions: Mapping[str, Condition]
) -> frozenset[str]:
    """Return every question that an item or a date of its steps may lead to."""
    looked_at = [fact for condition in conditions.values() for fact in facts_of(condition)]
    anchors = [step.by.anchor for item in items for step in item.steps if step.by is not None]
    return frozenset(each for fact in (*looked_at, *anchors) for each in questions_behind(on.facts[fact]))


def closed_gate(on: RouteOn, known: Mapping[str, Known]) -> str | None:
    """Return the first gate fact whose answer makes this route wrong for the visitor."""
    gates = (fact for fact in on.route.ask if fact in on.gates)
    return next((fact for fact in gates if evaluate(on.gates[fact], known) is Truth.NO), None)


def next_question(on: RouteOn, known: Mapping[str, Known]) -> str | None:
    """Return the first question of the route that can still change something; none means: the outcome."""
    if closed_gate(on, known) is not None:
        return None
    left = [fact for fact in on.route.ask if fact not in known]
    matter = _first_of(_worth_asking(on, known), enough=left[:1]) if left else frozenset()
    return next((fact for fact in left if fact in matter), None)


def _first_of(questions: Iterator[str], enough: Collection[str]) -> frozenset[str]:
    """Return questions up to where there are enough; the rest need not be worked out."""
    found: set[str] = set()
    for question in questions:
        found.add(question)
        if found.issuperset(enough):
            break
    return frozenset(found)


def worth_asking(on: RouteOn, known: Mapping[str, Known]) -> frozenset[str]:
    """Return every unanswered question that can still change an item, a date, a gate or a crisis exit."""
    return frozenset(_worth_asking(on, known))


def _worth_asking(on: RouteOn, known: Mapping[str, Known]) -> Iterator[str]:
    for fact, condition in on.gates.items():
        # A gate is asked even where the derived fact in it is known to be missing: it opens the way.
        yield from open_needs(on.facts, known, fact)
        yield from questions_of(on, known, open_facts(condition, known))
    for condition in on.crises.values():
        yield from questions_of(on, known, open_facts(condition, known))
    for item in on.items:
        # What nobody has confirmed is never worth a question of its own.
        if item.is_confirmed:
            yield from _worth_asking_for(on, known, item)


def _worth_asking_for(on: RouteOn, known: Mapping[str, Known], item: Item) -> Iterator[str]:
    condition = on.conditions[item.id]
    truth = evaluate(condition, known)
    if truth is Truth.NO:
        return
    if truth is Truth.UNKNOWN:
        yield from questions_of(on, known, open_facts(condition, known))
    for step in item.steps:
        wanted = on.step_conditions.get((item.id, step.id))
        if wanted is not None:
            if (truth := evaluate(wanted, known)) is Truth.NO:
                continue
            if truth is Truth.UNKNOWN:
                yield from questions_of(on, known, open_facts(wanted, known))
        if step.by is not None:
            yield from open_needs(on.facts, known, step.by.anchor)


def questions_of(on: RouteOn, known: Mapping[str, Known], facts: Iterable[str]) -> Iterator[str]:
    """Yield the questions behind facts, looking through what derived facts need."""
    for fact in facts:
        yield from open_needs(on.facts, known, fact)


def answered(on: RouteOn, known: Mapping[str, Known]) -> tuple[str, ...]:
    """Return the questions of the route that are answered and apply, in the order of the route."""
    return tuple(
        fact for fact in on.route.ask if fact in known and applies(on.facts, known, fact) is not Truth.NO
    )


class Progress(msgspec.Struct, frozen=True):
    """“Vraag `number` van hooguit `most`”."""

    number: int
    most: int


def progress(on: RouteOn, known: Mapping[str, Known], fact: str) -> Progress:
    """Return where a question stands; going forward `most` never grows."""
    done = answered(on, known)
    number = done.index(fact) + 1 if fact in done else len(done) + 1
    return Progress(number, max(number, len(done) + len(_ahead(on, known))))


def left_to_ask(on: RouteOn, known: Mapping[str, Known]) -> int:
    """Return how many questions of the route can still come at most; none once the way is closed."""
    return 0 if closed_gate(on, known) is not None else len(_ahead(on, known))


def _ahead(on: RouteOn, known: Mapping[str, Known]) -> tuple[str, ...]:
    left = [each for each in on.route.ask if each not in known]
    matter = _first_of(_worth_asking(on, known), enough=left) if left else frozenset()
    return tuple(each for each in left if each in matter)


def before(on: RouteOn, known: Mapping[str, Known], fact: str) -> str | None:
    """Return the question before this one, among those that were answered; none is the start."""
    place = on.route.ask.index(fact) if fact in on.route.ask else len(on.route.ask)
    earlier = [each for each in answered(on, known) if on.route.ask.index(each) < place]
    return earlier[-1] if earlier else None


def extra_answers(on: RouteOn, known: Mapping[str, Known]) -> tuple[str, ...]:
    """Return the answered questions beyond the first tier, in a fixed order."""
    return tuple(fact for fact in sorted(on.questions) if fact in known and fact not in on.route.ask)
