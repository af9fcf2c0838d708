"""All rules together: their numbers on a day, worked out once for every household and hour of that day."""

from contextlib import suppress

from app.calculator.rules import inkomstenbelasting, loonheffing
from app.parameters import Listening, Parameters

REGELINGEN = (inkomstenbelasting, loonheffing)
"""Every module with rules; each has a struct `P` with its numbers."""


def numbers_used(parameters: Parameters) -> frozenset[str]:
    """Return the ids of all numbers that the rules work with, on any day: a rule may only begin later."""
    used: set[str] = set()
    for day in parameters.first_days:
        listening = Listening(parameters.on(day))
        for regeling in REGELINGEN:
            # On a day long ago most rules have no numbers yet.
            with suppress(LookupError):
                regeling.P.on(listening)
        used |= listening.asked
    return frozenset(used)
