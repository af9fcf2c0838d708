"""Bijstand and the credit of a parent, beside all net income of the household, in a steady year."""

import msgspec

from app.calculator.flow.frame import Frame
from app.calculator.model import PersonYear
from app.calculator.rounding import half_up
from app.calculator.rules.bijstand import bijstand_per_month, netto_loon_per_month
from app.calculator.rules.brutering import (
    Beside,
    bruto_per_year,
    heffingskorting_per_year,
    samenloop_per_year,
)
from app.calculator.rules.inkomstenbelasting import has_combinatiekorting
from app.calculator.rules.netto import income_beside_bijstand_per_month, netto_uitkering_per_month
from app.calculator.rules.vrijlating import vrijgelaten_per_month
from app.calculator.trace import Traced
from app.period import MONTHS_IN_A_YEAR

Trace = list[Traced] | None


class NetPerson(msgspec.Struct, frozen=True):
    """What one adult has net per month with holiday pay in it: the wage, and the WW with its toeslag."""

    loon: int
    uitkering: int

    @property
    def together(self) -> int:
        """All net income of this adult, bijstand and toeslagen not counted."""
        return self.loon + self.uitkering


class Means(msgspec.Struct, frozen=True):
    """Bijstand and the credit per month, the exempt wage, and the gross bijstand of each adult per year."""

    bijstand: int
    heffingskorting: int
    vrijgelaten: int
    bruto: tuple[int, ...]


def net_loon(year: PersonYear, trace: Trace = None) -> int:
    """Return the net wage of one adult per month: a twelfth of what a whole year leaves.

    Source: Participatiewet, art. 31 lid 3 and 4 (BWBR0015703).
    """
    bruto = year.loon + year.vakantiegeld
    if not bruto:
        return 0
    return netto_loon_per_month(bruto, year.belasting_over_loon, bruto - year.fiscaal_loon, trace)


def net_person(year: PersonYear, trace: Trace = None) -> NetPerson:
    """Return the net month of one adult: what a whole year leaves, over twelve months.

    Source: Participatiewet, art. 31 lid 3 and 4 (BWBR0015703).
    """
    loon = net_loon(year, trace)
    if year.inkomen == year.fiscaal_loon:
        return NetPerson(loon, 0)
    return NetPerson(loon, netto_uitkering_per_month(year.inkomen, year.belasting, loon, trace))


def means_of(
    frame: Frame, years: tuple[PersonYear, ...], net: tuple[NetPerson, ...], trace: Trace = None
) -> Means:
    """Return the bijstand beside this income, and the credit that one parent may have.

    Source: Participatiewet, art. 19 lid 2 and 4, 31 and 32 (BWBR0015703); Wet IB 2001, art. 8.14a.
    """
    law, holder = frame.law, credit_holder(frame, years)
    year = years[holder or 0]
    beside = Beside(year.inkomen, year.fiscaal_loon, holder is not None)
    if not frame.situation.has_bijstand or frame.savings_above_limit:
        credit = (
            0
            if holder is None
            else heffingskorting_per_year(year.fiscaal_loon, year.belasting, law.belasting, trace)
        )
        return Means(0, half_up(credit, MONTHS_IN_A_YEAR), 0, (0,) * len(years))
    exempt = _exempt(frame, net, trace)
    rest = frame.norm - (sum(each.together for each in net) - exempt)
    if rest <= 0 and holder is None:
        _trace_bijstand(frame, net, exempt, 0, trace)
        return Means(0, 0, exempt, (0,) * len(years))
    found = samenloop_per_year(rest * MONTHS_IN_A_YEAR, beside, law.belasting, trace, people=len(years))
    credit = half_up(found.heffingskorting_per_year, MONTHS_IN_A_YEAR)
    bijstand = max(0, rest - credit) if found.netto_per_year else 0
    _trace_bijstand(frame, net, exempt, credit, trace)
    if not bijstand:
        return Means(0, credit, exempt, (0,) * len(years))
    share = found.netto_per_year // len(years)
    bruto = tuple(
        found.bruto_per_year
        if place == (holder or 0)
        else bruto_per_year(share, Beside(each.inkomen, each.fiscaal_loon), law.belasting)
        for place, each in enumerate(years)
    )
    return Means(bijstand, credit, exempt, bruto)


def credit_holder(frame: Frame, years: tuple[PersonYear, ...]) -> int | None:
    """Return which adult gets the combinatiekorting; nothing when nobody does.

    Source: Wet IB 2001, art. 8.14a lid 1 (BWBR0011353).
    """
    if frame.youngest is None:
        return None
    adults = frame.situation.adults
    for place, year in enumerate(years):
        other = None if len(years) == 1 else years[1 - place].fiscaal_loon
        oldest = other is None or (adults[place].born, place) < (adults[1 - place].born, 1 - place)
        p = frame.law.belasting
        if has_combinatiekorting(year.fiscaal_loon, other, is_oldest=oldest, child_age=frame.youngest, p=p):
            return place
    return None


def _trace_bijstand(frame: Frame, net: tuple[NetPerson, ...], exempt: int, credit: int, trace: Trace) -> None:
    """Write down what the norm is less of; a budget without a trace does not need it."""
    if trace is not None:
        netto = sum(each.together for each in net)
        income = income_beside_bijstand_per_month(netto, exempt, credit, trace)
        bijstand_per_month(frame.norm, income, trace)


def _exempt(frame: Frame, net: tuple[NetPerson, ...], trace: Trace) -> int:
    total = 0
    for kind, each in zip(frame.exemptions, net, strict=True):
        if kind is not None and each.loon:
            total += vrijgelaten_per_month(each.loon, kind, frame.law.vrijlating, trace)
    return total
