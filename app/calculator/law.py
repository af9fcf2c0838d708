"""All rules together: which numbers of law they work with, whichever day it is."""

from collections.abc import Iterator
from contextlib import suppress
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType

from app.calculator import rules
from app.parameters import Listening, Parameters


def regelingen() -> Iterator[ModuleType]:
    """Yield every module of rules that has numbers; it counts by lying in the folder."""
    for found in iter_modules(rules.__path__):
        module = import_module(f"{rules.__name__}.{found.name}")
        if hasattr(module, "P"):
            yield module


def numbers_used(parameters: Parameters) -> frozenset[str]:
    """Return the ids of all numbers that the rules work with, on any day: a rule may only begin later."""
    used: set[str] = set()
    for day in parameters.first_days:
        listening = Listening(parameters.on(day))
        for regeling in regelingen():
            # On a day long ago most rules have no numbers yet.
            with suppress(LookupError):
                regeling.P.on(listening)
        used |= listening.asked
    return frozenset(used)
