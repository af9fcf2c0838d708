"""How an amount came about: each rule that took part, its law, what went in, and what came out.

A rule that gets no list to write in does nothing for it.
"""

import msgspec


class Traced(msgspec.Struct, frozen=True):
    """One step of a calculation."""

    rule: str
    source: str
    inputs: tuple[tuple[str, int], ...]
    parameters: tuple[str, ...]
    result: int


class Rule(msgspec.Struct, frozen=True):
    """What is the same each time a rule takes part: its name, its law, and the numbers it works with."""

    name: str
    source: str
    parameters: tuple[str, ...] = ()

    def traced(self, result: int, /, **inputs: int) -> Traced:
        """Return the step with this outcome."""
        return Traced(self.name, self.source, tuple(inputs.items()), self.parameters, result)
