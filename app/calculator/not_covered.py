"""Situations the calculator refuses: it says so and never works out something else without a word."""


class NotCovered(LookupError):  # noqa: N818 — the name is what is wrong with the situation
    """A situation for which the rules of this room were not made."""

    def __init__(self, situation: str) -> None:
        super().__init__(situation)
        self.situation = situation
