"""The toeslag that UWV adds to a low WW: over a steady year, with its holiday pay."""

from app.calculator.flow.frame import Frame
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
        income = Income(
            uitkering=monthly[place],
            loon_per_month=uitbetaald_per_month(adult.ww.loon_per_month, law.ww),
            arbeid=sum(job.loon_per_month for job in jobs if job is not None),
            overig=sum(monthly) - monthly[place],
        )
        toeslag = toeslag_per_month(frame.tw_households[place], income, law.toeslagenwet, trace)
        holiday = vakantie_uitkering_per_month(toeslag, law.toeslagenwet, trace)
        per_year = (toeslag + holiday) * MONTHS_IN_A_YEAR
        return tuple(per_year if each == place else 0 for each in range(len(adults)))
    return (0,) * len(adults)
