"""What the calculator makes of the facts of a route: the most that a form of support may come to, in cents.

What a route does not ask is free: of all that it may be, what brings most money is taken. So zero means zero
whatever else is true. None means that the calculator does not work this household out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import cache
from itertools import product

import msgspec

from app.calculator.content import load_schemes
from app.calculator.flow.budget import budget
from app.calculator.flow.earnings import tax_of
from app.calculator.flow.law_on import Law, law_on
from app.calculator.intake import intake
from app.calculator.model import Home, Kind, Situation
from app.calculator.not_covered import NotCovered
from app.calculator.rules import (
    ioaw,
    iow,
    studietoeslag,
    toeslagenwet,
    transitievergoeding,
    vrijlating,
    ww_duur,
)
from app.calculator.rules.bijstand import Household, bijstand_per_month, norm_per_month
from app.calculator.rules.kinderopvangtoeslag import Kosten, counts_as_active, kinderopvangtoeslag_per_month
from app.calculator.rules.lokaal import Resident, Scheme, outcome_on
from app.calculator.rules.loonheffing import Korting, loon_of_netto_per_month
from app.calculator.rules.vermogen import Possessions, counted_vermogen
from app.calculator.rules.vrijlating import Vrijlating, Worker, months_left, vrijgelaten_per_month
from app.calculator.rules.ww import NOTHING, Right, loon_per_month, uitbetaald_per_month, ww_per_month
from app.condition import Known
from app.config import ROOT
from app.facts.model import Amount, Person
from app.facts.values import Answer
from app.period import MONTHS_IN_A_YEAR, Month, Period, add_months, months_between
from tests.people import zwolle

COUPLES = frozenset({"met_partner", "met_partner_en_kinderen"})
WITH_CHILDREN = frozenset({"alleen_met_kinderen", "met_partner_en_kinderen"})
GROWN_UP, USUAL_WAGE, CHILDCARE = 40, 250_000, 60_000
"""What stands in for a fact that is not known: an age, a wage and the cost of childcare per month."""


class Told(msgspec.Struct, frozen=True):
    """The facts of one visitor on one day: what is known, the children they named, and the law."""

    known: Mapping[str, Known]
    answers: Mapping[str, Answer]
    law: Law

    def has(self, fact: str, *values: object) -> bool:
        """Whether a fact is known to be one of these."""
        return self.known.get(fact) in values

    def cents(self, fact: str) -> int | None:
        """Return an amount per month, or a number; nothing when it is not known."""
        found = self.known.get(fact)
        return found if isinstance(found, int) and not isinstance(found, bool) else None

    def day(self, fact: str) -> date | None:
        """Return a date; nothing when it is not known."""
        found = self.known.get(fact)
        return found if isinstance(found, date) else None

    @property
    def is_couple(self) -> bool:
        """Whether there is a partner."""
        return self.has("woonsituatie", *COUPLES)

    @property
    def has_children(self) -> bool:
        """Whether there are children at home."""
        return self.has("woonsituatie", *WITH_CHILDREN)

    @property
    def births(self) -> tuple[date, ...]:
        """Return the first and the last day on which the visitor may be born."""
        born = self.known.get("geboortemaand")
        if isinstance(born, Month):
            return born.first_day, born.last_day
        return (add_months(self.law.day, -GROWN_UP * MONTHS_IN_A_YEAR),)

    @property
    def ages(self) -> frozenset[int]:
        """Return the ages in years that the visitor may have."""
        return frozenset(months_between(born, self.law.day) // MONTHS_IN_A_YEAR for born in self.births)

    @property
    def children(self) -> tuple[date, ...] | None:
        """Return when the children were born; nothing when it is not known of every child."""
        people = self.answers.get("kinderen")
        if not self.has_children:
            return ()
        if not isinstance(people, tuple) or not people:
            return None
        born = [each.values.get("geboortemaand") for each in people]
        return tuple(each.first_day for each in born if isinstance(each, Month)) or None

    @property
    def kostendelers(self) -> int:
        """Return the fewest housemates who share the costs."""
        return int(self.has("huisgenoot_27", True))

    @property
    def partner(self) -> int:
        """Return the net income of the partner per month; zero when it is not known."""
        return (self.cents("inkomen_partner") or 0) if self.is_couple else 0


Money = Callable[[Told], int | None]


@cache
def law_of(day: date) -> Law:
    """Return the law of a day, with the schemes of the municipality."""
    schemes = load_schemes(ROOT / "content" / "municipalities" / "zwolle")
    return law_on(zwolle().parameters.on(day), schemes)


def most(found: Iterator[int | None]) -> int | None:
    """Return the most of what can be worked out; nothing when none of it can."""
    amounts = [each for each in found if each is not None]
    return max(amounts, default=None)


def norm(told: Told, age: int, without_parents: int = 0) -> int | None:
    """Return the bijstandsnorm with the partner of whatever age that gives most; nothing when not covered."""
    household = Household(
        age=age,
        partner_age=GROWN_UP if told.is_couple else None,
        has_children=told.has_children,
        kostendelers=told.kostendelers,
        without_parents=without_parents,
    )
    try:
        return norm_per_month(household, told.law.bijstand)
    except NotCovered:
        return None


def too_much_saved(told: Told) -> int:
    """Return the savings above the limit of bijstand; zero when they are not known."""
    is_family = told.is_couple or told.has_children
    return counted_vermogen(
        Possessions(told.cents("spaargeld") or 0), is_family=is_family, p=told.law.vermogen
    )


def bijstand(told: Told) -> int | None:
    """Return the bijstand beside what the partner has; the visitor's own income is not asked in euros."""
    if too_much_saved(told):
        return 0
    norms = (norm(told, age, without_parents(told)) for age in told.ages)
    return most(None if each is None else bijstand_per_month(each, told.partner) for each in norms)


def without_parents(told: Told) -> int:
    """Return how many people under 21 may have no parents to rely on."""
    return 0 if told.has("ouders_helpen", True) else 1 + told.is_couple


def more_for_the_young(told: Told) -> int | None:
    """Return how much more bijstand is for who cannot rely on parents."""
    if too_much_saved(told):
        return 0
    found = ((norm(told, age), norm(told, age, 1)) for age in told.ages)
    return most(None if usual is None or more is None else more - usual for usual, more in found)


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
