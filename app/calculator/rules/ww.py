"""WW: a part of the lost wage, less a part of what is earned beside it, for a number of months.

Laws: Werkloosheidswet (BWBR0004045), chapter II; Wfsv (BWBR0017745), art. 17. Amounts are gross cents per
month. The old wage holds holiday pay, so the benefit does too: UWV keeps that part back and pays it in May.
"""

import msgspec

from app.calculator.numbers import numbers
from app.calculator.rounding import RATIO_ONE, cents_of, half_up
from app.calculator.trace import Rule, Traced
from app.money import Cents
from app.parameters import ParametersOn
from app.period import MONTHS_IN_A_YEAR

MAANDLOON = Rule(
    "ww_maandloon",
    "WW, art. 1b en 47 (BWBR0004045); Wfsv, art. 17 lid 1 (BWBR0017745)",
    ("ww.maximumdagloon", "ww.dagen_per_maand"),
)
UITKERING = Rule(
    "ww",
    "WW, art. 47 (BWBR0004045)",
    ("ww.percentage_begin", "ww.percentage_later", "ww.maanden_begin"),
)
EINDE = Rule("ww_einde", "WW, art. 20 lid 1c (BWBR0004045)", ("ww.eindgrens",))
NIET_BETAALD = Rule(
    "ww_niet_betaald",
    "WW, art. 41 (BWBR0004045)",
    ("ww.minimum_deel", "minimumloon.referentiemaandloon"),
)
PER_JAAR = Rule("ww_per_jaar", "WW, art. 47 (BWBR0004045)")
UITBETAALD = Rule("ww_uitbetaald", "WW, art. 33 lid 3 (BWBR0004045)", ("minimumloon.vakantiebijslag",))


class P(msgspec.Struct, frozen=True):
    """The numbers of WW on one day."""

    percentage_begin: int
    percentage_later: int
    maanden_begin: int
    dagen_per_maand: int
    dagen_per_week: int
    dagloondagen: int
    maximumdagloon: int
    eindgrens: int
    minimum_deel: int
    referentiemaandloon: int
    vakantiebijslag: int

    @classmethod
    def on(cls, parameters: ParametersOn) -> "P":
        """Return the numbers as they stand on the day of the parameters."""
        return numbers(
            cls,
            parameters,
            "ww",
            referentiemaandloon="minimumloon.referentiemaandloon",
            vakantiebijslag="minimumloon.vakantiebijslag",
        )


class Right(msgspec.Struct, frozen=True):
    """A right to WW: the old wage per month with holiday pay, and which month of the right it is, from 1."""

    loon_per_month: int
    month: int


class Earned(msgspec.Struct, frozen=True):
    """What comes in beside WW in a month: earnings, and income instead of earnings (that counts in full)."""

    arbeid: int = 0
    in_verband_met_arbeid: int = 0


NOTHING = Earned()


def loon_per_month(loon_per_year: int, p: P) -> Cents:
    """Return the old wage per month: that of the reference year by day, times the days of a month.

    Source: WW, art. 1b (BWBR0004045); Dagloonbesluit werknemersverzekeringen, art. 5 (BWBR0033000).
    """
    # UWV rounds the dagloon to cents in between; that moves the month by eleven cents at most.
    return Cents(half_up(loon_per_year * p.dagen_per_maand, p.dagloondagen * RATIO_ONE))


def maandloon_per_month(loon_per_month: int, p: P, trace: list[Traced] | None = None) -> Cents:
    """Return the wage that WW is worked out from: the old wage, up to the maximum.

    Source: WW, art. 1b (BWBR0004045); Wfsv, art. 17 lid 1 (BWBR0017745).
    """
    most = cents_of(p.maximumdagloon * p.dagen_per_maand)
    result = Cents(min(loon_per_month, most))
    if trace is not None:
        trace.append(MAANDLOON.traced(result, loon=loon_per_month, hoogste=most))
    return result


def uitkering_per_month(right: Right, earned: Earned, p: P, trace: list[Traced] | None = None) -> Cents:
    """Return p × (A − B × C/D) − E: the benefit before it is looked at whether it is paid.

    Source: WW, art. 47 lid 1 (BWBR0004045).
    """
    maandloon = maandloon_per_month(right.loon_per_month, p, trace)
    share = p.percentage_begin if right.month <= p.maanden_begin else p.percentage_later
    # C/D is the maandloon over the wage without its maximum, so A − B × C/D is A × (wage − B) / wage.
    left = max(0, right.loon_per_month - earned.arbeid)
    part = half_up(share * maandloon * left, RATIO_ONE * right.loon_per_month) if left else 0
    result = Cents(max(0, part - earned.in_verband_met_arbeid))
    if trace is not None:
        step = UITKERING.traced(result, maandloon=maandloon, loon=right.loon_per_month, inkomen=earned.arbeid)
        trace.append(step)
    return result


def has_ended(right: Right, earned: Earned, p: P, trace: list[Traced] | None = None) -> bool:
    """Tell whether the right can end: earnings above a part of the old wage.

    UWV does not always end it over a single month; the page says that it can end.
    Source: WW, art. 20 lid 1c (BWBR0004045).
    """
    result = earned.arbeid * RATIO_ONE > p.eindgrens * right.loon_per_month
    if trace is not None:
        trace.append(EINDE.traced(int(result), loon=right.loon_per_month, inkomen=earned.arbeid))
    return result


def is_paid(uitkering: int, p: P, trace: list[Traced] | None = None) -> bool:
    """Tell whether a benefit is high enough to be paid.

    Source: WW, art. 41 (BWBR0004045).
    """
    result = uitkering * RATIO_ONE >= p.minimum_deel * p.referentiemaandloon
    if trace is not None:
        step = NIET_BETAALD.traced(int(result), ww=uitkering, minimumloon=p.referentiemaandloon)
        trace.append(step)
    return result


def ww_per_month(right: Right, earned: Earned, p: P, trace: list[Traced] | None = None) -> Cents:
    """Return the WW of a month with its holiday pay; zero above either limit.

    Source: WW, art. 20 lid 1c, 41 and 47 (BWBR0004045).
    """
    if has_ended(right, earned, p, trace):
        return Cents(0)
    uitkering = uitkering_per_month(right, earned, p, trace)
    return uitkering if is_paid(uitkering, p, trace) else Cents(0)


def ww_per_year(
    usual_per_month: int, with_holiday_pay: int, p: P, trace: list[Traced] | None = None
) -> Cents:
    """Return the WW of twelve months: usual ones, and one in which the holiday pay of the work comes.

    That month is zero where it is too low to be paid.
    Source: WW, art. 41 and 47 (BWBR0004045).
    """
    last = with_holiday_pay if is_paid(with_holiday_pay, p) else 0
    result = Cents(usual_per_month * (MONTHS_IN_A_YEAR - 1) + last)
    if trace is not None:
        step = PER_JAAR.traced(result, gewone_maand=usual_per_month, maand_met_vakantiegeld=last)
        trace.append(step)
    return result


def uitbetaald_per_month(ww: int, p: P, trace: list[Traced] | None = None) -> Cents:
    """Return what UWV pays of the WW in the month itself; the rest is holiday pay and comes in May.

    Source: WW, art. 33 lid 3 (BWBR0004045).
    """
    result = Cents(half_up(ww * RATIO_ONE, RATIO_ONE + p.vakantiebijslag))
    if trace is not None:
        trace.append(UITBETAALD.traced(result, ww=ww))
    return result


def uren_per_month(uren_per_week: int, p: P) -> int:
    """Return hours a week as hours a month, in the unit they came in, as UWV counts work of one's own.

    Source: WW, art. 27 lid 11 and 47 (BWBR0004045): a week has five days, a month 21,75.
    """
    return half_up(uren_per_week * p.dagen_per_maand, p.dagen_per_week * RATIO_ONE)


def highest_earnings_with_ww_per_month(right: Right, p: P) -> Cents | None:
    """Return the highest earnings beside which WW is still paid; nothing when it is not paid at all.

    Of the two limits the first one counts; which one that is depends on the old wage.
    Source: WW, art. 20 lid 1c and 41 (BWBR0004045).
    """
    share = p.percentage_begin if right.month <= p.maanden_begin else p.percentage_later
    maandloon = maandloon_per_month(right.loon_per_month, p)
    least = -(-p.minimum_deel * p.referentiemaandloon // RATIO_ONE)
    # The benefit is rounded half up, so half a cent less than the least is still enough.
    lost = -(-(2 * least - 1) * RATIO_ONE * right.loon_per_month // (2 * share * max(1, maandloon)))
    highest = min(right.loon_per_month - lost, p.eindgrens * right.loon_per_month // RATIO_ONE)
    return Cents(highest) if right.loon_per_month and highest >= 0 else None
