"""What each adult earns and gets of WW in a steady year, before tax, and the tax of it without bijstand."""

from app.calculator.flow.law_on import Law
from app.calculator.model import WW, Job, PersonYear
from app.calculator.rules.inkomstenbelasting import (
    algemene_heffingskorting_per_year,
    arbeidskorting_per_year,
    belasting_per_year,
    inkomstenbelasting_per_year,
)
from app.calculator.rules.minimumloon import vakantiebijslag_per_year
from app.calculator.rules.ww import Earned, Right, has_ended, uitkering_per_month, ww_per_month, ww_per_year
from app.calculator.trace import Traced
from app.period import MONTHS_IN_A_YEAR

Trace = list[Traced] | None


def wage_year(job: Job | None, law: Law, trace: Trace = None) -> tuple[int, int, int]:
    """Return a year's wage without holiday pay, the holiday pay, and what is taxed of both, in cents.

    Source: WML, art. 15 (BWBR0002638); Wet LB 1964, art. 11 lid 1j (BWBR0002471) for the pension premium.
    """
    if job is None or not job.loon_per_month:
        return 0, 0, 0
    loon = job.loon_per_month * MONTHS_IN_A_YEAR
    holiday = 0 if job.is_all_in else vakantiebijslag_per_year(loon, law.minimumloon, trace)
    return loon, holiday, max(0, loon + holiday - job.pensioenpremie_per_month * MONTHS_IN_A_YEAR)


def ww_year(right: WW | None, job: Job | None, law: Law, trace: Trace = None) -> int:
    """Return the WW of twelve months beside the same work: eleven usual ones, one in which holiday pay comes.

    The month of the holiday pay does not end the right, as a single month above the limit need not.
    Source: WW, art. 20 lid 1c, 41 and 47 (BWBR0004045).
    """
    if right is None:
        return 0
    of = Right(right.loon_per_month, right.month)
    loon, holiday, fiscaal = wage_year(job, law)
    premie = (loon + holiday - fiscaal) // MONTHS_IN_A_YEAR
    usual = Earned((loon // MONTHS_IN_A_YEAR) - premie)
    per_month = ww_per_month(of, usual, law.ww, trace)
    if not holiday or has_ended(of, usual, law.ww):
        return per_month * MONTHS_IN_A_YEAR
    with_holiday = uitkering_per_month(of, Earned(usual.arbeid + holiday), law.ww)
    return ww_per_year(per_month, with_holiday, law.ww, trace)


def tax_of(inkomen: int, arbeid: int, law: Law, trace: Trace = None) -> int:
    """Return the tax of a year without the combinatiekorting, in cents.

    Source: Wet IB 2001, art. 8.8 (BWBR0011353).
    """
    if trace is not None:
        return inkomstenbelasting_per_year(inkomen, arbeid, law.belasting, trace)
    p = law.belasting
    credits_ = algemene_heffingskorting_per_year(inkomen, p) + arbeidskorting_per_year(arbeid, p)
    return max(0, belasting_per_year(inkomen, p) - credits_)


def person_year(
    job: Job | None, ww: int, toeslag: int, law: Law, wage: tuple[int, int, int] | None = None
) -> PersonYear:
    """Return the year of one adult with this work and these benefits, bijstand not yet known."""
    loon, holiday, fiscaal = wage or wage_year(job, law)
    over_loon = tax_of(fiscaal, fiscaal, law)
    inkomen = fiscaal + ww + toeslag
    tax = over_loon if inkomen == fiscaal else tax_of(inkomen, fiscaal, law)
    return PersonYear(
        loon=loon,
        fiscaal_loon=fiscaal,
        vakantiegeld=holiday,
        ww=ww,
        toeslag_uwv=toeslag,
        bijstand=0,
        belasting=tax,
        belasting_over_loon=over_loon,
    )
