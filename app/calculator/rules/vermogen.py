"""Vermogen: how much someone may own beside bijstand.

Law: Participatiewet (BWBR0015703), art. 34. Amounts are cents; they change each 1 January.
"""

import msgspec

from app.calculator.numbers import numbers
from app.calculator.trace import Rule, Traced
from app.money import Cents
from app.parameters import ParametersOn

VERMOGEN = Rule(
    "vermogen",
    "Participatiewet, art. 34 (BWBR0015703)",
    (
        "participatiewet.vermogensgrens_alleenstaande",
        "participatiewet.vermogensgrens_gezin",
        "participatiewet.vermogensgrens_woning",
    ),
)


class P(msgspec.Struct, frozen=True):
    """The limits on one day."""

    vermogensgrens_alleenstaande: int
    vermogensgrens_gezin: int
    vermogensgrens_woning: int

    @classmethod
    def on(cls, parameters: ParametersOn) -> "P":
        """Return the limits as they stand on the day of the parameters."""
        return numbers(cls, parameters, "participatiewet")


class Possessions(msgspec.Struct, frozen=True):
    """What a household owns and owes, in cents; `overwaarde` is the own home less its mortgage.

    `saved_on_bijstand` is the part of the savings that was put aside out of bijstand while having it.
    """

    savings: int
    debts: int = 0
    overwaarde: int = 0
    saved_on_bijstand: int = 0


def vermogensgrens(*, is_family: bool, p: P) -> Cents:
    """Return how much may be owned; a family is a couple or a single parent.

    Source: Participatiewet, art. 34 lid 3 (BWBR0015703).
    """
    return Cents(p.vermogensgrens_gezin if is_family else p.vermogensgrens_alleenstaande)


def counted_vermogen(
    possessions: Possessions, *, is_family: bool, p: P, trace: list[Traced] | None = None
) -> Cents:
    """Return what is owned above the limit, in cents; above zero there is no right to bijstand.

    Source: Participatiewet, art. 34 lid 1 and 2 (BWBR0015703).
    """
    # Not counted: usual goods, and compensation for suffering. The page says so.
    home = max(0, possessions.overwaarde - p.vermogensgrens_woning)
    owned = possessions.savings - possessions.saved_on_bijstand + home - possessions.debts
    limit = vermogensgrens(is_family=is_family, p=p)
    result = Cents(max(0, owned - limit))
    if trace is not None:
        trace.append(VERMOGEN.traced(result, vermogen=owned, woning=home, grens=limit))
    return result
