"""How long WW lasts: by the years somebody worked.

Law: Werkloosheidswet (BWBR0004045), art. 42.
"""

import msgspec

from app.calculator.numbers import numbers
from app.calculator.trace import Rule, Traced
from app.parameters import ParametersOn

HALVES = 2
"""Half months in a month."""

DUUR = Rule(
    "ww_duur",
    "WW, art. 42 (BWBR0004045)",
    ("ww.basisduur", "ww.maximale_duur", "ww.jareneis", "ww.jaren_hele_maand", "ww.halve_maand"),
)


class P(msgspec.Struct, frozen=True):
    """The numbers of the duration on one day."""

    basisduur: int
    maximale_duur: int
    jareneis: int
    jareneis_periode: int
    jareneis_uren: int
    jaren_hele_maand: int
    halve_maand: int
    feitelijk_vanaf: int
    fictief_leeftijd: int

    @classmethod
    def on(cls, parameters: ParametersOn) -> "P":
        """Return the numbers as they stand on the day of the parameters."""
        return numbers(cls, parameters, "ww")


class Arbeidsverleden(msgspec.Struct, frozen=True):
    """The years somebody worked: before 2016, after 2015, and of the last five those with enough hours."""

    before_2016: int
    after_2015: int
    of_last_five: int


class Duur(msgspec.Struct, frozen=True):
    """How long WW lasts: whole months, and days for half a month."""

    months: int
    days: int


def fictitious_years(born: int, p: P) -> int:
    """Return the years before 1998 that count as worked: from that of the 18th birthday, by year of birth.

    Source: WW, art. 42 lid 6c (BWBR0004045).
    """
    return max(0, p.feitelijk_vanaf - born - p.fictief_leeftijd)


def duur(verleden: Arbeidsverleden, p: P, trace: list[Traced] | None = None) -> Duur:
    """Return how long WW lasts.

    Source: WW, art. 42 lid 1 and 2 (BWBR0004045).
    """
    # Not counted: half years of care for a child or with a personal budget (art. 42a). The page says so.
    halves = p.basisduur * HALVES
    if verleden.of_last_five >= p.jareneis:
        # The first ten years give a month each; of later ones only those before 2016 still do.
        whole = verleden.before_2016
        whole += min(verleden.after_2015, max(0, p.jaren_hele_maand - verleden.before_2016))
        half = verleden.before_2016 + verleden.after_2015 - whole
        halves = min(max(halves, whole * HALVES + half), p.maximale_duur * HALVES)
    months, rest = divmod(halves, HALVES)
    result = Duur(months, rest * p.halve_maand)
    if trace is not None:
        trace.append(DUUR.traced(months, voor_2016=verleden.before_2016, na_2015=verleden.after_2015))
    return result
