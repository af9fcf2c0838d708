"""How long the engine takes: 25 forms of support on ten facts each, with none, half and all answers known."""

import random
import statistics
import time
from collections.abc import Callable

from app.condition import (
    All,
    Any,
    Comparison,
    Condition,
    Known,
    Missing,
    Not,
    Operator,
    explain,
    facts_in,
    guarded,
    open_facts,
)

ITEMS = 25
FACTS = [f"fact_{number}" for number in range(30)]
TIMES = 200


def comparison(fact: str) -> Comparison:
    """Return a comparison as an item may have it; every third fact is a choice, every third a number."""
    match FACTS.index(fact) % 3:
        case 0:
            return Comparison(fact, Operator.IS, (True,))
        case 1:
            return Comparison(fact, Operator.IS, ("one", "two"))
        case _:
            return Comparison(fact, Operator.AT_LEAST, (20,))


def value(fact: str, lot: random.Random) -> Known:
    """Return an answer to a fact."""
    return (lot.random() < 0.5, lot.choice(["one", "three"]), lot.randrange(40))[FACTS.index(fact) % 3]


def item(lot: random.Random) -> Condition:
    """Return a condition as items have it: most must hold, there is some choice, one may not hold."""
    facts = iter(comparison(fact) for fact in lot.sample(FACTS, 9))
    either = Any((next(facts), All((next(facts), next(facts)))))
    return All((next(facts), next(facts), either, Not(next(facts)), *facts))


def measured() -> dict[str, float]:
    """Return the median milliseconds of a whole outcome and a whole next question, by how much is known."""
    lot = random.Random(2026)
    # Some facts are only asked under a guard, as those about a partner or children are.
    guards = dict.fromkeys(FACTS[20:24], comparison(FACTS[0])) | dict.fromkeys(
        FACTS[24:28], comparison(FACTS[1])
    )
    items = [guarded(item(lot), guards) for _ in range(ITEMS)]
    found = {"facts per item": statistics.mean(len(facts_in(each)) for each in items)}
    for share in (0, 50, 100):
        known: dict[str, Known] = {fact: value(fact, lot) for fact in FACTS if lot.random() * 100 < share}
        if share == 50:
            known |= dict.fromkeys(lot.sample(FACTS, 3), Missing.DONT_KNOW)
        found[f"outcome, {share} % answered"] = milliseconds(explain, items, known)
        found[f"next question, {share} % answered"] = milliseconds(open_facts, items, known)
    return found


def milliseconds(
    work: Callable[[Condition, dict[str, Known]], object], items: list[Condition], known: dict[str, Known]
) -> float:
    """Return the median time of the work on all items."""
    times = []
    for _ in range(TIMES):
        begin = time.perf_counter()
        for each in items:
            work(each, known)
        times.append(time.perf_counter() - begin)
    return statistics.median(times) * 1000


if __name__ == "__main__":
    for name, figure in measured().items():
        print(f"{name:30} {figure:6.2f}")
