"""When the job stops again: which benefit is open, until when, and what the employer owes."""

from datetime import date, timedelta
from enum import StrEnum

import msgspec

from app.calculator.flow.budget import budget_at, jobs_of, with_job
from app.calculator.flow.earnings import wage_year
from app.calculator.flow.frame import frame_of
from app.calculator.flow.law_on import Law
from app.calculator.model import WW, Job, Kind, Situation
from app.calculator.rules import transitievergoeding, ww_duur
from app.calculator.rules.transitievergoeding import (
    Employment,
    last_day_to_claim,
    transitievergoeding_at_once,
)
from app.calculator.rules.ww import NOTHING, Earned, Right, has_ended, loon_per_month, ww_per_month
from app.calculator.rules.ww_duur import Arbeidsverleden, duur
from app.money import Cents
from app.period import add_months, months_between


class Back(StrEnum):
    """A way back to a benefit."""

    WW_GOES_ON = "ww_loopt_door"
    """The WW beside the job did not end: it becomes higher again."""
    OLD_WW = "oude_ww"
    """The job ended the WW; the rest of it can begin again."""
    NEW_WW = "nieuwe_ww"
    """From the job itself, after enough weeks of work."""
    BIJSTAND_GOES_ON = "bijstand_loopt_door"
    """The bijstand beside the job did not end: it becomes higher again."""
    BIJSTAND_SHORT = "bijstand_kort"
    """The municipality may use what it knew already."""
    BIJSTAND_NEW = "bijstand_nieuw"
    """An ordinary application."""
    NOTHING_KNOWN = "niets_bekend"


class WayBack(msgspec.Struct, frozen=True):
    """A way back: the first and last day on which it is open, and what it brings.

    `ww_per_month` is gross with holiday pay, in the first month; `months` is how long it lasts at least.
    Nothing means that the day has no limit or is not known.
    """

    back: Back
    until: date | None = None
    ww_per_month: Cents | None = None
    months: int | None = None
    from_day: date | None = None


def ways_back(situation: Situation, job: Job, start: date, law: Law) -> tuple[WayBack, ...]:
    """Return the ways back when this job, begun on the day `start`, stops through no fault of the worker.

    Source: WW, art. 17, 20, 21 and 42 (BWBR0004045); Participatiewet, art. 11, 41 and 43a (BWBR0015703).
    """
    found = [*_ww(situation.person.ww, job, start, law), *_bijstand(situation, job, start, law)]
    return tuple(found) or (WayBack(Back.NOTHING_KNOWN),)


def _ww(right: WW | None, job: Job, start: date, law: Law) -> list[WayBack]:
    found = [] if right is None else _old_ww(right, job, start, law)
    new = _new_ww(job, start, law)
    return found if new is None else [*found, new]


def _old_ww(right: WW, job: Job, start: date, law: Law) -> list[WayBack]:
    """Return the way back to the right of today, as high as in the month in which the work begins.

    Its own last day is the end that is certain: by art. 43 the days without WW may come after it.
    """
    day_before = start - timedelta(1)
    if right.last_day is not None and right.last_day <= day_before:
        return []
    passed = max(0, months_between(law.day, start))
    then = Right(right.loon_per_month, right.month + passed)
    per_month = ww_per_month(then, NOTHING, law.ww)
    if not per_month:
        return []
    left = None if right.last_day is None else months_between(start, right.last_day + timedelta(1))
    goes_on = not has_ended(then, Earned(max(0, job.loon_per_month - job.pensioenpremie_per_month)), law.ww)
    back = Back.WW_GOES_ON if goes_on else Back.OLD_WW
    return [WayBack(back, right.last_day, per_month, left)]


def _new_ww(job: Job, start: date, law: Law) -> WayBack | None:
    """Return the WW that this job gives after enough weeks of work; as high as after a whole year of it.

    How long somebody worked before is not known, so it lasts the shortest time, at least.
    Source: WW, art. 1b, 17, 42 and 47 (BWBR0004045).
    """
    per_year = wage_year(job, law)[2]
    if not per_year:
        return None
    right = Right(loon_per_month(per_year, law.ww), 1)
    per_month = ww_per_month(right, NOTHING, law.ww)
    if not per_month:
        return None
    p = ww_duur.P.on(law.parameters)
    from_day = start + timedelta(weeks=_whole("ww.wekeneis", law))
    return WayBack(Back.NEW_WW, None, per_month, duur(Arbeidsverleden(0, 0, 0), p).months, from_day)


def _bijstand(situation: Situation, job: Job, start: date, law: Law) -> list[WayBack]:
    """Return the ways back to bijstand; none where the rest of the household has enough without this job."""
    if not _is_entitled_without_work(situation, law):
        return []
    if not situation.has_bijstand:
        return [WayBack(Back.BIJSTAND_NEW)]
    then = budget_at(frame_of(situation, law), with_job(situation, job))
    if then.of(Kind.BIJSTAND):
        return [WayBack(Back.BIJSTAND_GOES_ON)]
    # The bijstand ends on the day before the work at the earliest: counted from there, nobody is too late.
    until = add_months(start - timedelta(1), _whole("participatiewet.hergebruik_gegevens", law))
    later = WayBack(Back.BIJSTAND_NEW, from_day=until + timedelta(1))
    return [WayBack(Back.BIJSTAND_SHORT, until), later]


def _is_entitled_without_work(situation: Situation, law: Law) -> bool:
    """Tell whether there is bijstand when the person has no work and no WW (any more)."""
    person = msgspec.structs.replace(situation.person, job=None, ww=None)
    without = msgspec.structs.replace(situation, person=person, has_bijstand=True)
    return budget_at(frame_of(without, law), jobs_of(without)).of(Kind.BIJSTAND) > 0


def _whole(parameter_id: str, law: Law) -> int:
    return msgspec.convert(law.parameters.value(parameter_id), int)


class Lost(msgspec.Struct, frozen=True):
    """What an employer owes who ends a job: an amount at once, gross, in cents.

    `claim_before` is the last day on which the court can be asked for it.
    """

    transitievergoeding: Cents
    claim_before: date


def lost_job(first_day: date, last_day: date, loon_per_month: int, law: Law) -> Lost:
    """Return the transitievergoeding of a job; the wage is gross per month with holiday pay.

    Not for who resigns; a job that ends before it begins is a ValueError.
    Source: BW, art. 7:673 and 7:686a lid 4b (BWBR0005290).
    """
    if last_day < first_day:
        raise ValueError("a job cannot end before it begins")
    p = transitievergoeding.P.on(law.parameters)
    employment = Employment(first_day, last_day, loon_per_month)
    return Lost(transitievergoeding_at_once(employment, p), last_day_to_claim(employment, p))
