"""What a household may be where somebody does not know: a safe lowest and highest for each question.

Nothing comes back where the question has nothing to do with the household. What is worked out with stays one
of the possibilities, as `unknown.range_over` adds it.
"""

from collections.abc import Callable, Mapping

import msgspec

from app.calculator.flow.law_on import Law
from app.calculator.flow.unknown import Open
from app.calculator.model import Adult, Dwelling, Home, Job, Situation
from app.calculator.rules.minimumloon import HUNDREDTHS, maandloon_per_month

FULL_TIME = 36 * HUNDREDTHS
"""Hours of a partner of whom only is known that there may be a wage; the width of a range, no law."""


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


def _parents(situation: Situation, _law: Law) -> tuple[Situation, ...]:
    return tuple(_with_person(situation, cannot_rely_on_parents=each) for each in (False, True))


def _with_person(situation: Situation, **changed: object) -> Situation:
    person: Adult = msgspec.structs.replace(situation.person, **changed)
    return msgspec.structs.replace(situation, person=person)


def _with_home(situation: Situation, **changed: object) -> Situation:
    return msgspec.structs.replace(situation, home=msgspec.structs.replace(situation.home, **changed))


POSSIBLE: Mapping[Open, Callable[[Situation, Law], tuple[Situation, ...]]] = {
    Open.VRIJLATING: _vrijlating,
    Open.RENT: _rent,
    Open.SAVINGS: _savings,
    Open.HOUSEMATES: _housemates,
    Open.PARTNER_INCOME: _partner_income,
    Open.TOESLAG_UWV: _toeslag_uwv,
    Open.WW_MONTH: _ww_month,
    Open.PARENTS: _parents,
}
"""By the question that is open; of others only the person knows what is likely."""
