"""All numbers of law of one day, looked up once for every household that is worked out on it."""

import hashlib
from datetime import date
from functools import lru_cache
from operator import itemgetter
from pathlib import Path

import msgspec

from app.calculator.rules import (
    bijstand,
    huurtoeslag,
    inkomstenbelasting,
    kinderbijslag,
    kinderopvangtoeslag,
    kindgebonden_budget,
    lokaal,
    loonheffing,
    minimumloon,
    toeslagenwet,
    vermogen,
    vrijlating,
    ww,
    zorgtoeslag,
)
from app.calculator.rules.lokaal import Scheme
from app.parameters import ParametersOn


class Law(msgspec.Struct, frozen=True, kw_only=True):
    """The numbers of every rule on one day, and the schemes of the municipality."""

    day: date
    parameters: ParametersOn
    fingerprint: str
    """What tells this set of numbers from any other."""
    bijstand: bijstand.P
    vermogen: vermogen.P
    vrijlating: vrijlating.P
    belasting: inkomstenbelasting.P
    loonheffing: loonheffing.P
    minimumloon: minimumloon.P
    ww: ww.P
    toeslagenwet: toeslagenwet.P
    zorgtoeslag: zorgtoeslag.P
    huurtoeslag: huurtoeslag.P
    kindgebonden_budget: kindgebonden_budget.P
    kinderbijslag: kinderbijslag.P
    kinderopvangtoeslag: kinderopvangtoeslag.P
    lokaal: lokaal.P
    schemes: tuple[Scheme, ...] = ()


def law_on(parameters: ParametersOn, schemes: tuple[Scheme, ...] = ()) -> Law:
    """Return the law as it stands on the day of the parameters."""
    return Law(
        day=parameters.day,
        parameters=parameters,
        fingerprint=_fingerprint(parameters),
        bijstand=bijstand.P.on(parameters),
        vermogen=vermogen.P.on(parameters),
        vrijlating=vrijlating.P.on(parameters),
        belasting=inkomstenbelasting.P.on(parameters),
        loonheffing=loonheffing.P.on(parameters),
        minimumloon=minimumloon.P.on(parameters),
        ww=ww.P.on(parameters),
        toeslagenwet=toeslagenwet.P.on(parameters),
        zorgtoeslag=zorgtoeslag.P.on(parameters),
        huurtoeslag=huurtoeslag.P.on(parameters),
        kindgebonden_budget=kindgebonden_budget.P.on(parameters),
        kinderbijslag=kinderbijslag.P.on(parameters),
        kinderopvangtoeslag=kinderopvangtoeslag.P.on(parameters),
        lokaal=lokaal.P.on(parameters),
        schemes=schemes,
    )


class Stamp(msgspec.Struct, frozen=True):
    """What a result was worked out with: the same stamp and answers give the same result for ever."""

    day: date
    parameters: str
    rules: str


def stamp_of(law: Law) -> Stamp:
    """Return the day, the fingerprint of every number of law on it, and that of the rules."""
    return Stamp(law.day, law.fingerprint, rules_fingerprint())


def _fingerprint(parameters: ParametersOn) -> str:
    found = sorted(parameters.everything.items(), key=itemgetter(0))
    words = (f"{each} {now.value} {now.since} {now.bands}" for each, now in found)
    return hashlib.sha256("\n".join(words).encode()).hexdigest()[:12]


@lru_cache(maxsize=1)
def rules_fingerprint() -> str:
    """Return the fingerprint of the text of all rules and of the flow around them."""
    room = Path(__file__).parents[1]
    found = hashlib.sha256()
    for path in sorted([*room.glob("rules/*.py"), *room.glob("flow/*.py"), room / "rounding.py"]):
        found.update(path.read_bytes())
    return found.hexdigest()[:12]
