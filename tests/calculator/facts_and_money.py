"""What the calculator makes of the facts of a route: the most that a form of support may come to, in cents.

What a route does not ask is free: of all that it may be, what brings most money is taken. So zero means zero
whatever else is true. None means that the calculator does not work this household out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import product

import msgspec

from app.calculator.flow.budget import budget
from app.calculator.flow.law_on import Law
from app.calculator.intake import intake
from app.calculator.model import Home, Kind, Situation
from app.calculator.not_covered import NotCovered
from app.calculator.rules import (
    studietoeslag,
    transitievergoeding,
    vrijlating,
)
from app.calculator.rules.bijstand import bijstand_per_month
from app.calculator.rules.kinderopvangtoeslag import Kosten, counts_as_active, kinderopvangtoeslag_per_month
from app.calculator.rules.lokaal import Resident, Scheme, outcome_on
from app.calculator.rules.loonheffing import Korting, loon_of_netto_per_month
from app.calculator.rules.vrijlating import Vrijlating, Worker, months_left, vrijgelaten_per_month
from app.facts.model import Amount, Person
from app.facts.values import Answer
from app.period import MONTHS_IN_A_YEAR, Month, Period, add_months, months_between
from tests.calculator.facts_of_uwv import (
    ioaw_after_ww,
    iow_after_ww,
    net_ww,
    toeslag_of_uwv,
    ww,
)
from tests.calculator.facts_told import (
    CHILDCARE,
    GROWN_UP,
    USUAL_WAGE,
    Money,
    Told,
    bijstand,
    law_of,
    more_for_the_young,
    most,
    norm,
    too_much_saved,
    without_parents,
)


def toeslag(kind: Kind) -> Money:
    """Return how much a toeslag comes to in the budget that the calculator makes of these facts."""

    def money(told: Told) -> int | None:
        return most(budget_of(kind, each, told.law) for each in situations(told))

    return money


def budget_of(kind: Kind, situation: Situation, law: Law) -> int | None:
    """Return one row of the budget; nothing for a household that is not covered."""
    try:
        return budget(situation, law).of(kind)
    except NotCovered:
        return None


def situations(told: Told) -> Iterator[Situation]:
    """Yield the households that these facts may be, as the calculator takes them in."""
    for income in incomes_of_partner(told):
        taken = intake({**free(told), **told.answers, **income}, told.law)
        if taken.refusals:
            continue
        # How much housemates earn is not asked.
        yield msgspec.structs.replace(taken.situation, home=with_known_housemates(taken.situation.home))


def with_known_housemates(home: Home) -> Home:
    """Return a home whose other adults earn nothing."""
    return msgspec.structs.replace(home, medebewoners_per_year=0)


def free(told: Told) -> dict[str, Answer]:
    """Return what is taken for facts that are not known: a child of ten, no other housemate."""
    child = Person({"geboortemaand": Month(told.law.day.year - 10, 1)})
    nobody: tuple[Person, ...] = ()
    return {
        "inkomen_nu": frozenset(),
        "kinderen": (child,) if told.has_children else nobody,
        "geboortemaand": Month(told.law.day.year - GROWN_UP, 1),
    }


def incomes_of_partner(told: Told) -> Iterator[dict[str, Answer]]:
    """Yield what the partner may live on: the gross amount, or the wage that leaves the net one."""
    gross = told.cents("inkomen_partner_bruto")
    if gross is None:
        gross = loon_of_netto_per_month(told.partner, Korting.WHITE, told.law.loonheffing)
    if not told.is_couple or not gross:
        yield {"inkomen_partner_soort": "geen"}
        return
    for kind in ("loon", "ww"):
        yield {"inkomen_partner_soort": kind, "inkomen_partner_bruto": Amount(gross, Period.MONTH)}


def opvang(told: Told) -> int | None:
    """Return the kinderopvangtoeslag of who works, when the partner is busy as well and a child is young."""
    partner_is_busy = not told.is_couple or not told.has("partner_werkt", False)
    if not (partner_is_busy and counts_as_active(0, told.law.kinderopvangtoeslag, in_traject=False)):
        return 0
    children = told.children
    young = children is None or any(months_between(each, told.law.day) < 13 * 12 for each in children)
    return kinderopvangtoeslag_per_month(Kosten(CHILDCARE, ()), 0, told.law.kinderopvangtoeslag) * young


def kept_of_wage(*kinds: Vrijlating) -> Money:
    """Return how much of the wage one of these exemptions leaves beside a bijstand that goes on."""

    def money(told: Told) -> int | None:
        first_day = told.day("startdatum_werk") or told.law.day
        law = law_of(max(told.law.day, first_day))
        return most(kept(told, law, age, kind) for age, kind in product(told.ages, kinds))

    return money


def kept(told: Told, law: Law, age: int, kind: Vrijlating) -> int | None:
    """Return what one exemption leaves of the wage; zero without bijstand or months that are left."""
    wage, full = told.cents("nettoloon"), norm(told, age, without_parents(told))
    if full is None:
        return None
    if kind not in law.vrijlating.terms or not may_have(told, law, age, kind):
        return 0
    loon = 50_000 if wage is None else wage
    free_part = vrijgelaten_per_month(loon, kind, law.vrijlating)
    goes_on = bijstand_per_month(full, loon - free_part + told.partner)
    return min(free_part, goes_on)


def may_have(told: Told, law: Law, age: int, kind: Vrijlating) -> bool:
    """Whether the calculator gives this exemption to some worker of whom these facts are true."""
    agreed = told.known.get("afspraken_werk")
    agreements: frozenset[str] = agreed if isinstance(agreed, frozenset) else frozenset()
    used = {"nog_niet": 0, "kort": 5, "lang": 6, "op": 6, "had_werk_al": 6}
    months = used.get(str(told.known.get("vrijlating_tot_nu")), 0)
    child = told.children
    ages = [months_between(each, law.day) // MONTHS_IN_A_YEAR for each in child or ()]
    worker = Worker(
        age=age,
        youngest_child=None if told.is_couple or not told.has_children else min(ages, default=0),
        is_medisch_urenbeperkt="urenbeperking" in agreements,
        has_loonkostensubsidie="loonkostensubsidie" in agreements,
        months_used={Vrijlating.N: months},
    )
    return (
        vrijlating.vrijlating_of(worker, law.vrijlating) is kind
        and months_left(worker, kind, law.vrijlating) != 0
    )


def scheme(scheme_id: str, *, at_future_income: bool = True) -> Money:
    """Return whether a scheme of the municipality can be had: one cent where its amount is not known."""

    def money(told: Told) -> int | None:
        found = next(each for each in told.law.schemes if each.id == scheme_id)
        together = told.cents("inkomen_samen") if at_future_income else None
        # Who says that three years were poor has said what the income of that scheme is.
        income = 0 if found.months_of_low_income else max(together or 0, told.partner + net_ww(told))
        people = ((age, scheme_norm(told, age, scheme_id)) for age in told.ages)
        return most(
            None if full is None else _of_scheme(told, resident(told, age, income, full), found)
            for age, full in people
        )

    return money


def scheme_norm(told: Told, age: int, scheme_id: str) -> int | None:
    """Return the norm that a limit is a part of; the collector of tax may take that of grown-ups for all."""
    is_tax = scheme_id == "kwijtschelding" and age >= told.law.bijstand.leeftijd_vanaf
    return norm(told, max(age, told.law.bijstand.leeftijd_volle_norm) if is_tax else age)


def _of_scheme(told: Told, who: Resident, found: Scheme) -> int:
    outcome = outcome_on(told.law.day, found, who, told.law.lokaal)
    return 0 if outcome.reason is not None else (outcome.per_year or 1)


def resident(told: Told, age: int, income: int, full: int) -> Resident:
    """Return somebody who may use a scheme, with an income that has no holiday pay on top."""
    children = told.children
    ages = [months_between(each, told.law.day) // MONTHS_IN_A_YEAR for each in children or ()]
    schools = (
        ("basisschool",) if children is None else ("basisschool",) * any(4 <= each < 18 for each in ages)
    )
    months = 36 if told.has("lang_laag_inkomen", True) else None
    return Resident(
        household="alleenstaand",
        age=age,
        income_per_month=income,
        norm_per_month=full,
        schools=schools,
        counted_vermogen=too_much_saved(told),
        months_of_low_income=months,
    )


def paid_by_employer(told: Told) -> int:
    """Return the transitievergoeding of who worked so many years."""
    p = transitievergoeding.P.on(told.law.parameters)
    last = told.day("laatste_werkdag") or told.law.day
    months = (told.cents("dienstjaren") or 0) * MONTHS_IN_A_YEAR + MONTHS_IN_A_YEAR - 1
    wage = told.cents("brutoloon")
    job = transitievergoeding.Employment(
        add_months(last, -months), last, USUAL_WAGE if wage is None else wage
    )
    return transitievergoeding.transitievergoeding_at_once(job, p)


def studie(told: Told) -> int | None:
    """Return the studietoeslag of who earns nothing with a traineeship."""
    p = studietoeslag.P.on(told.law.parameters)
    return most(studietoeslag.studietoeslag_per_month(age, 0, p) for age in told.ages)


MONEY: Mapping[str, Money] = {
    "zorgtoeslag": toeslag(Kind.ZORGTOESLAG),
    "huurtoeslag": toeslag(Kind.HUURTOESLAG),
    "kindgebonden_budget": toeslag(Kind.KINDGEBONDEN_BUDGET),
    "kinderopvang_bij_werk": opvang,
    "ww_uitkering": ww,
    "toeslagenwet": toeslag_of_uwv,
    "iow": iow_after_ww,
    "iow_later": iow_after_ww,
    "ioaw": ioaw_after_ww,
    "bijstand": bijstand,
    "bijstand_na_ww": bijstand,
    "bijstand_zonder_uitkering": bijstand,
    "bijstand_jong": bijstand,
    "bijstand_jong_zonder_wachttijd": bijstand,
    "bijstand_18_tot_21": more_for_the_young,
    "vrijlating_25": kept_of_wage(Vrijlating.N),
    "vrijlating_ouder": kept_of_wage(Vrijlating.R),
    "vrijlating_minder_uren": kept_of_wage(Vrijlating.Y, Vrijlating.A34A_URENBEPERKT),
    "vrijlating_loonkostensubsidie": kept_of_wage(Vrijlating.Z),
    "vrijlating_2027": kept_of_wage(Vrijlating.A34A, Vrijlating.A34A_URENBEPERKT),
    "individuele_inkomenstoeslag": scheme("individuele_inkomenstoeslag", at_future_income=False),
    "kindregeling": scheme("kindregeling"),
    "participatiefonds": scheme("participatiefonds"),
    "zorgkosten_gemeente": scheme("hoge_zorgkosten"),
    "kwijtschelding": scheme("kwijtschelding", at_future_income=False),
    "kwijtschelding_na_ww": scheme("kwijtschelding", at_future_income=False),
    "transitievergoeding": paid_by_employer,
    "studietoeslag": studie,
}
"""How much money each form of support stands for, of those that the calculator works out."""
