"""What a situation in JSON calls unknown: only that of which the possibilities are known."""

from collections.abc import Iterable
from enum import StrEnum

from app.calculator.flow.law_on import Law
from app.calculator.flow.possible import POSSIBLE
from app.calculator.flow.unknown import Open
from app.calculator.model import Situation


class Unknown(StrEnum):
    """What may be called unknown: only that of which the possibilities are known."""

    VRIJLATING = Open.VRIJLATING.value
    RENT = Open.RENT.value
    SAVINGS = Open.SAVINGS.value
    HOUSEMATES = Open.HOUSEMATES.value
    PARTNER_INCOME = Open.PARTNER_INCOME.value
    TOESLAG_UWV = Open.TOESLAG_UWV.value
    WW_MONTH = Open.WW_MONTH.value
    PARENTS = Open.PARENTS.value


def variants_of(
    unknown: Iterable[Unknown], situation: Situation, law: Law
) -> dict[Open, tuple[Situation, ...]]:
    """Return what the household may be for each thing unknown; nothing for what it has nothing to do with."""
    asked = (Open(each.value) for each in dict.fromkeys(unknown))
    found = {each: POSSIBLE[each](situation, law) for each in asked}
    return {each: variants for each, variants in found.items() if variants}
