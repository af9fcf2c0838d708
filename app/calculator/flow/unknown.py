"""What "ik weet het niet" leaves open: between which amounts, and which answer would settle it most."""

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from itertools import product
from math import prod
from typing import TypeVar

import msgspec

from app.calculator.flow.budget import budget_at, with_job
from app.calculator.flow.frame import frame_of
from app.calculator.flow.law_on import Law
from app.calculator.model import Job, Situation
from app.money import Cents

MOST_COMBINATIONS = 64


class Open(StrEnum):
    """A question of which the answer is not known."""

    VRIJLATING = "vrijlating"
    RENT = "huur"
    SAVINGS = "spaargeld"
    PENSION = "pensioen"
    HOUSEMATES = "medebewoners"
    PARTNER_INCOME = "inkomen_partner"
    TOESLAG_UWV = "toeslag_uwv"
    WW_WAGE = "loon_voor_ww"
    WW_MONTH = "maand_van_ww"
    HOURS = "uren"
    PARENTS = "ouders"


class Range(msgspec.Struct, frozen=True):
    """The lowest and highest total per month, and the same for each unknown alone, the largest first.

    An unknown that changes nothing is not in it: there is no need to look it up.
    """

    low: Cents
    high: Cents
    because: tuple[tuple[Open, Cents, Cents], ...]


Variant = Situation | Job
_Whole = TypeVar("_Whole", bound=msgspec.Struct)


def range_over(
    variants: Mapping[Open, Sequence[Variant]],
    job: Job | None,
    law: Law,
    *,
    situation: Situation,
    with_opvang: bool = True,
) -> Range:
    """Return between which amounts the household may keep with this job, in cents per month.

    Each variant is this very situation, or this job, with another answer to one question: whatever else
    differs counts as a part of that answer. What is worked out with is always one of the possibilities.
    Up to 64 combinations are all worked out; beyond that the effects of the single unknowns are added up.
    """
    others = {
        open_: [each for each in found if each not in (situation, job)] for open_, found in variants.items()
    }
    asked = [open_ for open_, found in others.items() if found]
    options = [(None, *others[open_]) for open_ in asked]

    def total(chosen: Iterable[Variant | None]) -> int:
        one, other = situation, job
        for variant in chosen:
            if isinstance(variant, Situation):
                one = merged(situation, variant, one)
            elif variant is not None:
                other = variant if job is None or other is None else merged(job, variant, other)
        return budget_at(frame_of(one, law), with_job(one, other), with_opvang=with_opvang).per_month

    alone = [(open_, [total((each,)) for each in found]) for open_, found in zip(asked, options, strict=True)]
    if prod(map(len, options)) <= MOST_COMBINATIONS:
        totals = [total(chosen) for chosen in product(*options)]
        low, high = min(totals), max(totals)
    else:
        usual = total(())
        low = usual - sum(usual - min(found) for _, found in alone)
        high = usual + sum(max(found) - usual for _, found in alone)
    spread = [(open_, Cents(min(found)), Cents(max(found))) for open_, found in alone]
    spread.sort(key=lambda each: each[1] - each[2])
    return Range(Cents(low), Cents(high), tuple(each for each in spread if each[1] != each[2]))


def merged(base: _Whole, variant: _Whole, onto: _Whole) -> _Whole:
    """Return `onto` with everything in which the variant differs from the base."""
    changed = {}
    for name in base.__struct_fields__:
        before, after, held = (getattr(each, name) for each in (base, variant, onto))
        if before == after:
            continue
        same_shape = isinstance(before, msgspec.Struct) and type(before) is type(after) is type(held)
        changed[name] = merged(before, after, held) if same_shape else after
    return msgspec.structs.replace(onto, **changed) if changed else onto
