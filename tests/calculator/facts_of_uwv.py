"""The most that a benefit of UWV, or what follows it, may come to for what a visitor told."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from app.calculator.flow.earnings import tax_of
from app.calculator.rules import (
    ioaw,
    iow,
    toeslagenwet,
    ww_duur,
)
from app.calculator.rules.loonheffing import Korting, loon_of_netto_per_month
from app.calculator.rules.ww import NOTHING, Right, loon_per_month, uitbetaald_per_month, ww_per_month
from app.period import MONTHS_IN_A_YEAR, months_between
from tests.calculator.facts_told import (
    USUAL_WAGE,
    Told,
    most,
)


def wage_behind_ww(told: Told) -> int:
    """Return the wage behind the WW per month, with its holiday pay."""
    wage = told.cents("brutoloon")
    per_year = (USUAL_WAGE if wage is None else wage) * MONTHS_IN_A_YEAR
    return loon_per_month(per_year * 108 // 100, told.law.ww)


def ww(told: Told) -> int:
    """Return the WW of the first month: the highest that it will be."""
    return ww_per_month(Right(wage_behind_ww(told), 1), NOTHING, told.law.ww)


def net_ww(told: Told) -> int:
    """Return the lowest WW per month after tax, of who has a right to it and named the old wage."""
    if not told.has("recht_ww", True) or told.cents("brutoloon") is None:
        return 0
    right = Right(wage_behind_ww(told), told.law.ww.maanden_begin + 1)
    per_year = ww_per_month(right, NOTHING, told.law.ww) * MONTHS_IN_A_YEAR
    return (per_year - tax_of(per_year, 0, told.law)) // MONTHS_IN_A_YEAR


def toeslag_of_uwv(told: Told) -> int | None:
    """Return the toeslag beside the lowest WW, or beside a Ziektewet that is as high."""
    p, law = told.law.toeslagenwet, told.law
    loon = wage_behind_ww(told)
    later = ww_per_month(Right(loon, law.ww.maanden_begin + 1), NOTHING, law.ww)
    if not later and told.has("recht_ww", True):
        return 0
    income = toeslagenwet.Income(
        uitkering=uitbetaald_per_month(later, law.ww),
        loon_per_month=uitbetaald_per_month(loon, law.ww),
        arbeid=(told.cents("inkomen_partner_bruto") or 0) if told.is_couple else 0,
    )
    return most(
        toeslagenwet.toeslag_per_month(household, income, p) for household in households_of_toeslagenwet(told)
    )


def households_of_toeslagenwet(told: Told) -> Iterator[toeslagenwet.Household]:
    """Yield who may live together, as the Toeslagenwet sees it."""
    p, children = told.law.toeslagenwet, told.children
    for age in told.ages:
        if not p.leeftijd_vanaf <= age < p.leeftijd_aow:
            continue
        late = told.has("partner_geboren_voor_grens", False)
        born = p.partner_geboren_voor if late else date(1970, 1, 1)
        ages = [months_between(each, told.law.day) // MONTHS_IN_A_YEAR for each in children or ()]
        yield toeslagenwet.Household(
            age=age,
            partner_born=born if told.is_couple else None,
            youngest_child=0 if children is None else min(ages, default=None),
            lives_with_parents=told.has("woonsituatie", "bij_ouders"),
            shares_home=bool(told.kostendelers),
        )


def iow_after_ww(told: Told) -> int:
    """Return the IOW that follows a WW that began on a known day."""
    p = iow.P.on(told.law.parameters)
    began = told.day("begindatum_ww") or told.day("eerste_werkloze_dag") or told.law.day
    months = told.cents("duur_ww_maanden") or duur_of_ww(told)
    ages = [months_between(born, began) for born in told.births]
    if not any(iow.has_iow(began, age, months, p) for age in ages):
        return 0
    return iow.iow_per_month(USUAL_WAGE, 0, 0, p)


def duur_of_ww(told: Told) -> int:
    """Return how long the WW lasts of who worked in so many of the last five years."""
    years = told.cents("werkjaren_van_5")
    of_five = 5 if years is None else years
    p = ww_duur.P.on(told.law.parameters)
    return ww_duur.duur(ww_duur.Arbeidsverleden(0, of_five, of_five), p).months


def ioaw_after_ww(told: Told) -> int:
    """Return the IOAW beside the income of the partner."""
    p = ioaw.P.on(told.law.parameters)
    began, months = told.day("begindatum_ww") or told.law.day, told.cents("duur_ww_maanden")
    longest = p.norms.duur_ww + 1 if months is None else months
    ages = [months_between(born, began) // MONTHS_IN_A_YEAR for born in told.births]
    if not any(ioaw.has_ioaw(born, age, longest, p) for born, age in zip(told.births, ages, strict=True)):
        return 0
    alone = ioaw.Household.WONINGDELER if told.kostendelers else ioaw.Household.ALLEENSTAANDE
    household = ioaw.Household.PAAR if told.is_couple else alone
    wage = loon_of_netto_per_month(told.partner, Korting.WHITE, told.law.loonheffing)
    return ioaw.ioaw_per_month(ioaw.grondslag_per_month(household, 10 * USUAL_WAGE, p), wage)
