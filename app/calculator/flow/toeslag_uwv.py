"""The toeslag that UWV adds to a low WW: over a steady year, with its holiday pay."""

from collections.abc import Sequence

from app.calculator.flow.frame import Frame
from app.calculator.flow.law_on import Law
from app.calculator.model import Job
from app.calculator.rules.toeslagenwet import Income, toeslag_per_month, vakantie_uitkering_per_month
from app.calculator.rules.ww import uitbetaald_per_month
from app.calculator.trace import Traced
from app.period import MONTHS_IN_A_YEAR


def toeslag_uwv_per_year(
    frame: Frame, jobs: tuple[Job | None, ...], ww: list[int], trace: list[Traced] | None = None
) -> tuple[int, ...]:
    """Return the toeslag of each adult, in cents per year with its holiday pay; a household has only one.

    Source: Toeslagenwet, art. 2, 6, 8 and 10 (BWBR0004043); Algemeen inkomensbesluit, art. 2:5 (BWBR0031652).
    """
    law, adults = frame.law, frame.situation.adults
    for place, adult in enumerate(adults):
        if adult.ww is None or not adult.ww.has_toeslag or not ww[place]:
            continue
        monthly = [uitbetaald_per_month(each // MONTHS_IN_A_YEAR, law.ww) for each in ww]
        income = income_beside(place, frame, jobs, monthly)
        toeslag = toeslag_per_month(frame.tw_households[place], income, law.toeslagenwet, trace)
        holiday = vakantie_uitkering_per_month(toeslag, law.toeslagenwet, trace)
        per_year = (toeslag + holiday) * MONTHS_IN_A_YEAR
        return tuple(per_year if each == place else 0 for each in range(len(adults)))
    return (0,) * len(adults)


def income_beside(place: int, frame: Frame, jobs: tuple[Job | None, ...], paid: Sequence[int]) -> Income:
    """Return what counts for the toeslag of one adult, all without holiday pay; `paid` is the WW of each.

    Source: Toeslagenwet, art. 6 (BWBR0004043); Algemeen inkomensbesluit, art. 2:5 (BWBR0031652).
    """
    law, right = frame.law, frame.situation.adults[place].ww
    return Income(
        uitkering=paid[place],
        loon_per_month=0 if right is None else uitbetaald_per_month(right.loon_per_month, law.ww),
        arbeid=sum(_without_holiday_pay(job, law) for job in jobs if job is not None),
        overig=sum(paid) - paid[place],
    )


def _without_holiday_pay(job: Job, law: Law) -> int:
    """Return the wage less the pension premium, without the holiday pay that may be in it."""
    loon = max(0, job.loon_per_month - job.pensioenpremie_per_month)
    return uitbetaald_per_month(loon, law.ww) if job.is_all_in else loon
