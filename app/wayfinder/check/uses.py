"""What is used where: the facts that a route or an item looks at, and the numbers of law behind them."""

from collections.abc import Iterable, Iterator, Mapping

from app.condition import facts_in, parameters_in
from app.facts.derived import DERIVED
from app.parameters import ParametersOn
from app.wayfinder.check.finding import Finding
from app.wayfinder.check.links import numbers_of
from app.wayfinder.check.placed import Placed
from app.wayfinder.check.reading import Content
from app.wayfinder.check.recording import Heard
from app.wayfinder.check.texts import texts_of
from app.wayfinder.model import Route


class Uses:
    """Which facts stand behind which, in one set of content."""

    def __init__(self, content: Content, placed: list[Placed]) -> None:
        self.content = content
        self.placed = placed
        self._guards = {each.at.owner: each for each in placed if each.at.folder == "facts"}
        self._gates = {each.at.owner: each for each in placed if each.at.folder == "gates"}

    def of_items(self, items: Iterable[str]) -> Iterator[str]:
        """Yield the facts that conditions, steps and dates of these items look at."""
        wanted = set(items)
        for each in self.placed:
            if each.at.folder == "support" and each.at.owner in wanted:
                yield from facts_in(each.condition)
        for item in wanted & self.content.items.keys():
            yield from (step.by.anchor for step in self.content.items[item].value.steps if step.by)

    def of_crises(self) -> Iterator[str]:
        """Yield the facts that decide whether someone has to call now."""
        for each in self.placed:
            if each.at.folder == "crisis":
                yield from facts_in(each.condition)

    def of_gates(self, facts: Iterable[str]) -> Iterator[str]:
        """Yield the facts that close a way which asks these facts."""
        for fact in facts:
            if fact in self._gates:
                yield from (fact, *facts_in(self._gates[fact].condition))

    def with_all_behind(self, facts: Iterable[str]) -> frozenset[str]:
        """Return the facts with everything behind them: what they are worked out from, and their guards."""
        seen: set[str] = set()
        ahead = list(facts)
        while ahead:
            fact = ahead.pop()
            if fact in seen:
                continue
            seen.add(fact)
            ahead += DERIVED[fact].needs if fact in DERIVED else ()
            ahead += facts_in(self._guards[fact].condition) if fact in self._guards else ()
        return frozenset(seen)

    def of_route(self, route: Route) -> frozenset[str]:
        """Return every fact that can change what this route says or asks."""
        # What nobody confirmed is never worth a question of its own.
        sure = [
            item
            for item in route.consider
            if item in self.content.items and self.content.items[item].value.is_confirmed
        ]
        return self.with_all_behind([*self.of_items(sure), *self.of_crises(), *self.of_gates(route.ask)])


def check_uses(content: Content, uses: Uses) -> Iterator[Finding]:
    """Yield a finding for every fact that nothing looks at."""
    asked = [fact for route in content.routes.values() for fact in route.value.ask]
    asked += [fact for page in content.asks for fact in page.value.ask]
    everything = [*asked, *uses.of_items(content.items), *uses.of_crises(), *uses.of_gates(asked)]
    used = uses.with_all_behind(everything)
    for fact_id, fact in content.facts.items():
        if fact_id not in used:
            yield fact.finding(f"geen route en geen vorm van hulp gebruikt ‘{fact_id}’.", "id")


def check_parameters(
    content: Content, uses: Uses, behind: Mapping[str, Heard], elsewhere: frozenset[str]
) -> Iterator[Finding]:
    """Yield a finding for every number that nothing asks for, here or in a room elsewhere."""
    used = set(elsewhere)
    used |= {name for each in uses.placed for name in parameters_in(each.condition)}
    used |= {gap for document in content.documents for text in texts_of(document) for gap in text.gaps}
    used |= {name for item in content.items.values() for _, name in numbers_of(item.value)}
    used = used.union(*(heard.asked for heard in behind.values()))
    for name, entry in content.parameters.items():
        if name not in used:
            yield entry.finding(f"het getal ‘{name}’ wordt nergens gebruikt.")


def check_worked_out(content: Content, behind: Mapping[str, Heard]) -> Iterator[Finding]:
    """Yield a finding for every number without which a derived fact cannot be worked out."""
    for fact_id, heard in behind.items():
        for name in sorted(heard.missed):
            words = f"‘{fact_id}’ wordt uitgerekend met ‘{name}’, maar dat getal bestaat niet."
            yield content.facts[fact_id].finding(words, "id")


def check_begun(content: Content, numbers: ParametersOn, elsewhere: frozenset[str]) -> Iterator[Finding]:
    """Yield a finding for every number that has no value yet on the day; a room elsewhere may look ahead."""
    for name, entry in content.parameters.items():
        first = min((dated.first_day for dated in entry.value.values), default=numbers.day)
        if first > numbers.day and name not in elsewhere:
            yield entry.finding(f"het getal ‘{name}’ heeft pas vanaf {first} een waarde.", "values")
