"""WW and bijstand by payment: when each month is paid, what is kept for holiday pay, and the tax on it."""

from collections.abc import Iterator, Sequence

from app.calculator.flow.months_entitled import Entitled
from app.calculator.flow.payments import Entry, Pay
from app.calculator.flow.payments_loon import extra_tax, has_korting_at_employer
from app.calculator.flow.payments_plan import JUNE, MAY, Plan
from app.calculator.rounding import half_up
from app.calculator.rules.bijstand import vakantietoeslag_per_month
from app.calculator.rules.loonheffing import Korting, loonheffing_per_month
from app.period import MONTHS_IN_A_YEAR

WW = Pay.WW, Pay.WW_PARTNER


def ww_entries(plan: Plan, months: Sequence[Entitled]) -> Iterator[Entry]:
    """Return WW and its toeslag, paid in the month after; what UWV keeps comes in May or when WW has ended.

    Source: WW, art. 33 lid 3 (BWBR0004045); Toeslagenwet, art. 10 (BWBR0004043).
    """
    for place, adult in enumerate(plan.situation.adults):
        if adult.ww is None:
            continue
        kept = usual = 0
        for at in range(1, len(months)):
            before, korting = months[at - 1], _korting(plan, months[at], at, place)
            ww, toeslag = before.uitkering[place], before.toeslag[place]
            p = plan.laws[at].loonheffing
            tax = loonheffing_per_month(ww, korting, p)
            more = loonheffing_per_month(ww + toeslag, korting, p) - tax
            if ww:
                usual = ww + toeslag
                yield Entry(at=at, pay=WW[place], net=ww - tax, place=place, bruto=ww)
            if toeslag:
                yield Entry(at=at, pay=Pay.TOESLAG_UWV, net=toeslag - more, place=place, bruto=toeslag)
            kept += before.vakantie[place]
            if kept and (plan.months[at].number == MAY or (before.ww_ended[place] and not ww)):
                usual_per_year = usual * MONTHS_IN_A_YEAR if ww else 0
                less = extra_tax(usual_per_year, kept, korting, plan.laws[at].belasting)
                yield Entry(at=at, pay=Pay.VAKANTIEGELD_WW, net=kept - less, place=place, bruto=kept)
                kept = 0


def _korting(plan: Plan, month: Entitled, at: int, place: int) -> Korting:
    """Return which credit UWV takes off: none while the employer does."""
    whole = plan.job if place == 0 and at >= plan.begin else plan.situation.adults[place].job
    if month.jobs[place] is None or whole is None:
        return Korting.GREEN
    return Korting.NONE if has_korting_at_employer(plan, place, whole, at) else Korting.GREEN


def bijstand_entries(plan: Plan, months: Sequence[Entitled]) -> Iterator[Entry]:
    """Return the bijstand: of a month with work in the month after, when the payslip is known.

    A part of it is kept and paid in June, or when bijstand has ended: then in the last month that is allowed.
    Source: Participatiewet, art. 19 lid 3 and 45 (BWBR0015703).
    """
    kept, bruto = 0, [0] * len(plan.situation.adults)
    last = 0
    for at, month in enumerate(months):
        law = plan.laws[at]
        if kept and _pays_holiday(plan, months, at, last):
            yield from _shared(at, Pay.VAKANTIEGELD_BIJSTAND, kept, bruto)
            kept, bruto = 0, [0] * len(bruto)
        if not month.bijstand:
            continue
        last = at
        reserve = vakantietoeslag_per_month(month.bijstand, law.bijstand)
        reserved = [half_up(each * reserve, month.bijstand) for each in month.bruto]
        paid = [whole - part for whole, part in zip(month.bruto, reserved, strict=True)]
        kept += reserve
        bruto = [old + new for old, new in zip(bruto, reserved, strict=True)]
        when = at + 1 if month.has_wage else at
        if when < len(months):
            yield from _shared(when, Pay.BIJSTAND, month.bijstand - reserve, paid)


def _pays_holiday(plan: Plan, months: Sequence[Entitled], at: int, last: int) -> bool:
    within = plan.laws[at].parameters.value("participatiewet.vakantiegeld_uitbetaling")
    assert isinstance(within, int)  # noqa: S101 — a number of months in the file
    return plan.months[at].number == JUNE or (months[at].bijstand_ended and at == last + within)


def _shared(at: int, pay: Pay, net: int, bruto: Sequence[int]) -> Iterator[Entry]:
    """Return a payment to the household as one to each adult: a couple gets half each."""
    for place, each in enumerate(bruto):
        share = net * (place + 1) // len(bruto) - net * place // len(bruto)
        yield Entry(at=at, pay=pay, net=share, place=place, bruto=each)
