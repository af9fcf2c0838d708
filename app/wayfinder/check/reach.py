"""Whether some visitor gets there, through real answers: to a form of support, a step, a crisis exit.

The proofs of `app.condition` take each derived fact for itself; here it is worked out from its questions.
"""

from collections.abc import Iterable, Iterator, Mapping

from app.condition import All, Condition, Missing, Not, Truth, comparisons_in, evaluate, facts_in
from app.facts.derived import DERIVED
from app.facts.flow import FactsOn, facts_of, known_facts
from app.facts.values import Answer
from app.wayfinder.check.finding import Finding
from app.wayfinder.check.reading import Content
from app.wayfinder.check.recording import Heard, classes
from app.wayfinder.flow import RouteOn

MOST_TRIES = 5_000
NEVER = "dit kan nooit kloppen, wat iemand ook antwoordt."
ALWAYS = "dit klopt altijd, wat iemand ook antwoordt."


class _GaveUpError(Exception):
    """More answers would have to be tried than an editor wants to wait for."""


def can_hold(condition: Condition, on: FactsOn, heard: Mapping[str, Heard]) -> bool:
    """Return whether some answers make the condition hold; True as well when too many had to be tried."""
    search = _Search(condition, on, heard)
    try:
        return search.holds_after({}, search.questions)
    except _GaveUpError:
        return True


class _Search:
    """Answers question after question, the most promising answer first, and turns back when all is lost."""

    def __init__(self, condition: Condition, on: FactsOn, heard: Mapping[str, Heard]) -> None:
        self.condition = condition
        self.on = on
        self.tries = 0
        asked = tuple(dict.fromkeys(_asked_for(facts_in(condition), on)))
        guards = [on.guards[question] for question in asked if question in on.guards]
        self.questions = tuple(question for question in asked if question in on.facts)
        self.comparisons = tuple(
            dict.fromkeys(each for part in (condition, *guards) for each in comparisons_in(part))
        )
        self.answers: dict[str, tuple[Answer, ...]] = {
            question: classes(on.facts[question], self.comparisons, heard, on.parameters)
            for question in self.questions
        }

    def holds_after(self, answers: dict[str, Answer], ahead: tuple[str, ...]) -> bool:
        """Return whether the condition can still hold after these answers."""
        if not ahead:
            return False
        question, *rest = ahead
        promising = []
        for answer in self.answers[question]:
            # What holds when somebody does not know an answer holds with every answer as well.
            if answer is Missing.DONT_KNOW:
                continue
            truth, score = self._reading({**answers, question: answer})
            if truth is Truth.YES:
                return True
            if truth is Truth.UNKNOWN:
                promising.append((score, answer))
        promising.sort(key=lambda pair: -pair[0])
        return any(self.holds_after({**answers, question: answer}, tuple(rest)) for _, answer in promising)

    def _reading(self, answers: dict[str, Answer]) -> tuple[Truth, int]:
        self.tries += 1
        if self.tries > MOST_TRIES:
            raise _GaveUpError
        known = known_facts(self.on, answers)
        score = sum(evaluate(comparison, known).value for comparison in self.comparisons)
        return evaluate(self.condition, known), score


def _asked_for(facts: Iterable[str], on: FactsOn) -> Iterator[str]:
    """Yield the questions that decide these facts; the one that guards another comes first."""
    for fact in facts:
        if fact in DERIVED:
            yield from _asked_for(DERIVED[fact].needs, on)
        else:
            yield from _asked_for(facts_of(on.guards.get(fact)), on)
            yield fact


def check_reach(content: Content, routes: Iterable[RouteOn], heard: Mapping[str, Heard]) -> Iterator[Finding]:
    """Yield a finding for everything on a route that no visitor can get to."""
    for on in routes:
        yield from _items(content, on, heard)
        for place, crisis in enumerate(on.way.crises):
            if not can_hold(on.crises[crisis.id], on.facts, heard):
                yield content.crises[place].finding(NEVER, "when")


def _items(content: Content, on: RouteOn, heard: Mapping[str, Heard]) -> Iterator[Finding]:
    inside = tuple(on.gates.values())
    for place, item in enumerate(on.items):
        applies = on.conditions[item.id]
        if not can_hold(applies, on.facts, heard):
            yield content.items[item.id].finding(NEVER, "applies")
            continue
        if not can_hold(All((*inside, applies)), on.facts, heard):
            words = f"‘{item.id}’ past hier bij niemand: wie daarvoor past, mag niet op deze route."
            yield content.routes[on.route.id].finding(words, "consider", place)
        if not can_hold(Not(applies), on.facts, heard):
            yield content.items[item.id].finding(ALWAYS, "applies")
        for at, step in enumerate(item.steps):
            wanted = on.step_conditions.get((item.id, step.id))
            if wanted is not None and not can_hold(All((applies, wanted)), on.facts, heard):
                words = f"de stap ‘{step.id}’ krijgt niemand: zijn ‘if’ kan niet samen met ‘applies’."
                yield content.items[item.id].finding(words, "steps", at, "if")
