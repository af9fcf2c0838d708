"""Derived facts about a contract that still runs."""

from app.condition import Value
from app.facts.derived.model import Given
from app.period import add_months


def aanzegdag_voorbij(given: Given) -> Value | None:
    """Return whether the last day has passed on which the employer had to write that the contract ends.

    Source: Burgerlijk Wetboek 7:668 lid 1 (BWBR0005290): at the latest a month before the end.
    """
    last = given.day_of("laatste_werkdag")
    return None if last is None else given.day > add_months(last, -given.law("bw.aanzegtermijn"))
