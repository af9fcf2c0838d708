"""What a situation in JSON calls unknown, and what each of it may be instead of what is given.

What is given stays one of the possibilities. They are those of the pages (`intake.py`), so that both show
the same range.
"""

from collections.abc import Callable, Iterable
from enum import StrEnum

import msgspec

from app.calculator.flow.law_on import Law
from app.calculator.flow.unknown import Open
from app.calculator.model import Adult, Dwelling, Home, Job, Situation
from app.calculator.rules.minimumloon import HUNDREDTHS, maandloon_per_month

FULL_TIME = 36 * HUNDREDTHS
"""Hours of a partner of whom only is known that there may be a wage; the width of a range, no law."""


class Unknown(StrEnum):
    """What may be called unknown: only that of which the possibilities are known."""

    VRIJLATING = Open.VRIJLATING.value
    RENT = Open.RENT.value
    SAVINGS = Open.SAVINGS.value
    HOUSEMATES = Open.HOUSEMATES.value
    PARTNER_INCOME = Open.PARTNER_INCOME.value
    TOESLAG_UWV = Open.TOESLAG_UWV.value
    WW_MONTH = Open.WW_MONTH.value


def variants_of(
    unknown: Iterable[Unknown], situation: Situation, law: Law
) -> dict[Open, tuple[Situation, ...]]:
    """Return what the household may be for each thing unknown; nothing for what it has nothing to do with."""
    found = {each: _POSSIBLE[each](situation, law) for each in dict.fromkeys(unknown)}
    return {Open(each.value): variants for each, variants in found.items() if variants}


def _vrijlating(situation: Situation, _law: Law) -> tuple[Situation, ...]:
    if not situation.has_bijstand:
        return ()
    return tuple(_with_person(situation, has_vrijlating=each) for each in (False, True))


def _rent(situation: Situation, law: Law) -> tuple[Situation, ...]:
    """Return a low and a high rent: two limits of huurtoeslag.

    Source: Wet op de huurtoeslag, art. 20 (BWBR0008659).
    """
    if situation.home.dwelling is not Dwelling.HUUR:
        return ()
    p = law.huurtoeslag
    rents = p.kwaliteitskortingsgrens, p.aftoppingsgrens_klein
    return tuple(_with_home(situation, kale_huur_per_month=rent) for rent in rents)


def _savings(situation: Situation, law: Law) -> tuple[Situation, ...]:
    # Who has bijstand has told the municipality, and has little.
    if situation.has_bijstand:
        return ()
    over = law.huurtoeslag.vermogen_paar + 1
    return tuple(msgspec.structs.replace(situation, savings=each) for each in (0, over))


def _housemates(situation: Situation, _law: Law) -> tuple[Situation, ...]:
    home: Home = situation.home
    if home.kostendelers:
        return ()
    return (_with_home(situation, kostendelers=1, medebewoners=max(1, home.medebewoners)),)


def _partner_income(situation: Situation, law: Law) -> tuple[Situation, ...]:
    if situation.partner is None:
        return ()
    earning = Job(maandloon_per_month(law.minimumloon.uurloon[-1][1], FULL_TIME))
    partners = [msgspec.structs.replace(situation.partner, job=job) for job in (None, earning)]
    return tuple(msgspec.structs.replace(situation, partner=each) for each in partners)


def _toeslag_uwv(situation: Situation, _law: Law) -> tuple[Situation, ...]:
    ww = situation.person.ww
    if ww is None:
        return ()
    rights = [msgspec.structs.replace(ww, has_toeslag=each) for each in (False, True)]
    return tuple(_with_person(situation, ww=each) for each in rights)


def _ww_month(situation: Situation, law: Law) -> tuple[Situation, ...]:
    """Return the first month of the right, and the first one that pays less.

    Source: WW, art. 47 (BWBR0004045).
    """
    ww = situation.person.ww
    if ww is None:
        return ()
    rights = [msgspec.structs.replace(ww, month=each) for each in (1, law.ww.maanden_begin + 1)]
    return tuple(_with_person(situation, ww=each) for each in rights)


def _with_person(situation: Situation, **changed: object) -> Situation:
    person: Adult = msgspec.structs.replace(situation.person, **changed)
    return msgspec.structs.replace(situation, person=person)


def _with_home(situation: Situation, **changed: object) -> Situation:
    return msgspec.structs.replace(situation, home=msgspec.structs.replace(situation.home, **changed))


_POSSIBLE: dict[Unknown, Callable[[Situation, Law], tuple[Situation, ...]]] = {
    Unknown.VRIJLATING: _vrijlating,
    Unknown.RENT: _rent,
    Unknown.SAVINGS: _savings,
    Unknown.HOUSEMATES: _housemates,
    Unknown.PARTNER_INCOME: _partner_income,
    Unknown.TOESLAG_UWV: _toeslag_uwv,
    Unknown.WW_MONTH: _ww_month,
}
