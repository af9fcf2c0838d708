"""How long the engine takes: 25 forms of support, ten facts each, with none, half and all of the answers known."""

import random
import statistics
import time
from collections.abc import Callable

from app.condition import All, Any, Comparison, Condition, Known, Missing, Not, Operator, explain, guarded, open_facts

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
    """Return a condition on about ten facts: most must hold, some are a choice, one may not hold."""
    one, two, three, four, five, six, seven = (comparison(fact) for fact in lot.sample(FACTS, 7))
    return All((one, two, Any((three, All((four, five)))), Not(six), seven))


def main() -> None:
    """Print the median of a whole outcome and of a whole next question."""
    lot = random.Random(2026)
    # Some facts are only asked under a guard, as partner and children are.
    guards = {fact: comparison(FACTS[0]) for fact in FACTS[20:24]} | {fact: comparison(FACTS[1]) for fact in FACTS[24:28]}
    items = [guarded(item(lot), guards) for _ in range(ITEMS)]
    for name, share in (("no answers", 0.0), ("half of the answers", 0.5), ("all answers", 1.0)):
        known: dict[str, Known] = {fact: value(fact, lot) for fact in FACTS if lot.random() < share}
        known |= dict.fromkeys(lot.sample(FACTS, 3), Missing.DONT_KNOW) if share == 0.5 else {}
        print(f"{name:20}  outcome {milliseconds(lambda: [explain(each, known) for each in items]):.2f} ms"
              f"  next question {milliseconds(lambda: [open_facts(each, known) for each in items]):.2f} ms")


def milliseconds(work: Callable[[], object]) -> float:
    """Return the median time of the work."""
    times = []
    for _ in range(TIMES):
        begin = time.perf_counter()
        work()
        times.append(time.perf_counter() - begin)
    return statistics.median(times) * 1000


if __name__ == "__main__":
    main()
