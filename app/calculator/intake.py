"""From the answers of a visit to a situation that can be worked out; honest about what it cannot.

What is not known gets a safe stand-in and its variants, so that the result can show a range. Nothing here is
asked: the pages ask, with the same facts as the routes.
"""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

import msgspec

from app.calculator.flow.law_on import Law
from app.calculator.flow.possible import POSSIBLE
from app.calculator.flow.unknown import Open
from app.calculator.model import WW, Adult, Child, Dwelling, Home, Job, Situation
from app.calculator.rounding import RATIO_ONE, cents_of, half_up
from app.calculator.rules.vrijlating import Vrijlating
from app.calculator.rules.ww import loon_per_month
from app.condition import Missing
from app.facts.model import Amount, Person
from app.facts.values import Answer, Answers
from app.money import Cents
from app.period import MONTHS_IN_A_YEAR, Month, Period, months_between, per_month

COUPLES = frozenset({"met_partner", "met_partner_en_kinderen"})
ADULT = 18


class Refusal(StrEnum):
    """A situation that is refused, with words of its own."""

    OWN_BUSINESS = "own_business"
    AOW_AGE = "aow_age"
    PARTNER_AOW_AGE = "partner_aow_age"
    UNDER_18 = "under_18"
    PARTNER_UNDER_18 = "partner_under_18"
    WIA_OR_ZIEKTEWET = "wia_or_ziektewet"
    WAJONG = "wajong"
    STUDENT_FINANCE = "student_finance"
    ALIMENTATION = "alimentation"
    BESLAG = "beslag"
    PARTNER_OTHER_INCOME = "partner_other_income"


REFUSED_INCOME = {
    "eigen_bedrijf": Refusal.OWN_BUSINESS,
    "ziekte": Refusal.WIA_OR_ZIEKTEWET,
    "wajong": Refusal.WAJONG,
    "studiefinanciering": Refusal.STUDENT_FINANCE,
}
NEEDED = (
    "geboortemaand",
    "inkomen_nu",
    "woonsituatie",
    "kinderen",
    "inkomen_partner_soort",
    "brutoloon",
    "loon_nu",
)
"""Without these nothing can be worked out, so “I do not know” leads to where it can be found."""


OPEN_FACTS = {
    Open.VRIJLATING: "vrijlating_toegekend",
    Open.RENT: "huur_per_maand",
    Open.SAVINGS: "spaargeld",
    Open.HOUSEMATES: "huisgenoot_27",
    Open.PARTNER_INCOME: "inkomen_partner_bruto",
    Open.TOESLAG_UWV: "toeslag_uwv",
    Open.WW_MONTH: "ww_begonnen",
    Open.PARENTS: "ouders_helpen",
}
"""Which question settles what is open."""


class Intake(msgspec.Struct, frozen=True):
    """A situation, what it may be instead for each thing not known, and what stands in the way."""

    situation: Situation
    variants: Mapping[Open, tuple[Situation, ...]]
    refusals: tuple[Refusal, ...]
    needed: tuple[str, ...]


class _Told(msgspec.Struct, frozen=True):
    """The answers that apply, read by kind."""

    answers: Answers
    day: date

    def of(self, fact: str) -> Answer | None:
        """Return an answer; nothing when it is not known or was not asked."""
        found = self.answers.get(fact)
        return None if isinstance(found, Missing) else found

    def several(self, fact: str) -> frozenset[str]:
        found = self.of(fact)
        return found if isinstance(found, frozenset) else frozenset()

    def cents(self, fact: str) -> int | None:
        found = self.of(fact)
        return per_month(Cents(found.cents), found.period) if isinstance(found, Amount) else None

    def amount_at_once(self, fact: str) -> int | None:
        found = self.of(fact)
        return found.cents if isinstance(found, Amount) else None

    def is_per_four_weeks(self, fact: str) -> bool:
        found = self.of(fact)
        return isinstance(found, Amount) and found.period is Period.FOUR_WEEKS

    def number(self, fact: str) -> int | None:
        found = self.of(fact)
        return found if isinstance(found, int) and not isinstance(found, bool) else None

    def born(self, fact: str) -> date | None:
        found = self.of(fact)
        return found.first_day if isinstance(found, Month) else None

    def people(self, fact: str) -> tuple[Person, ...]:
        found = self.of(fact)
        return found if isinstance(found, tuple) else ()


def intake(answers: Answers, law: Law) -> Intake:
    """Return what can be worked out of the answers that apply, on the day of the law."""
    told = _Told(answers, law.day)
    situation = _situation(told, law)
    return Intake(situation, _variants(told, situation, law), _refusals(told, law), _needed(told))


def _needed(told: _Told) -> tuple[str, ...]:
    unknown = {fact for fact in NEEDED if isinstance(told.answers.get(fact), Missing)}
    if any("geboortemaand" not in child.values for child in told.people("kinderen")):
        # A child of whom only the childcare was told would silently not count.
        unknown.add("kinderen")
    return tuple(fact for fact in NEEDED if fact in unknown)


def _refusals(told: _Told, law: Law) -> tuple[Refusal, ...]:
    found = [refusal for income, refusal in REFUSED_INCOME.items() if income in told.several("inkomen_nu")]
    found += _refused_by_age(told.born("geboortemaand"), law, Refusal.UNDER_18, Refusal.AOW_AGE)
    if told.of("woonsituatie") in COUPLES:
        partner = told.born("geboortemaand_partner")
        found += _refused_by_age(partner, law, Refusal.PARTNER_UNDER_18, Refusal.PARTNER_AOW_AGE)
        if told.of("inkomen_partner_soort") == "anders":
            found.append(Refusal.PARTNER_OTHER_INCOME)
    special = told.several("geen_berekening")
    if "alimentatie" in special:
        found.append(Refusal.ALIMENTATION)
    if "beslag" in special or told.of("beslag") is True:
        found.append(Refusal.BESLAG)
    return tuple(found)


def _refused_by_age(born: date | None, law: Law, young: Refusal, old: Refusal) -> list[Refusal]:
    if born is None:
        return []
    age = months_between(born, law.day) // MONTHS_IN_A_YEAR
    if age < law.bijstand.leeftijd_vanaf:
        return [young]
    return [old] if age >= law.bijstand.leeftijd_aow else []


def _situation(told: _Told, law: Law) -> Situation:
    income = told.several("inkomen_nu")
    born = told.born("geboortemaand") or _usual_birth(law)
    person = Adult(
        born=born,
        job=_job_now(told, law) if "loon" in income else None,
        ww=_ww(told, law) if "ww" in income else None,
        has_vrijlating=told.of("vrijlating_toegekend") is True,
        months_used=_months_used(told, law),
        cannot_rely_on_parents=told.of("ouders_helpen") is False,
    )
    partner = _partner(told, law, born) if told.of("woonsituatie") in COUPLES else None
    children = _children(told)
    with_childcare = any(child.values.get("opvang") is True for child in told.people("kinderen"))
    return Situation(
        person=person,
        partner=partner,
        children=children,
        home=_home(told),
        savings=told.amount_at_once("spaargeld") or 0,
        has_bijstand="bijstand" in income,
        has_opvang_now=with_childcare and person.job is not None,
        is_insured=told.of("heeft_zorgverzekering") is not False,
    )


def _usual_birth(law: Law) -> date:
    return law.day.replace(year=law.day.year - law.bijstand.leeftijd_volle_norm - MONTHS_IN_A_YEAR, day=1)


def _job_now(told: _Told, law: Law) -> Job | None:
    loon = told.cents("loon_nu")
    if not loon:
        return None
    return Job(loon, told.number("uren_nu") or 0, is_paid_per_four_weeks=told.is_per_four_weeks("loon_nu"))


def _ww(told: _Told, law: Law) -> WW | None:
    wage = told.cents("brutoloon")
    if not wage:
        return None
    per_year = wage * MONTHS_IN_A_YEAR
    per_year += cents_of(per_year * law.minimumloon.vakantiebijslag)
    began = told.born("ww_begonnen") or told.of("begindatum_ww")
    first = began if isinstance(began, date) else None
    last = told.of("einddatum_ww")
    return WW(
        loon_per_month=loon_per_month(per_year, law.ww),
        # Who does not know it has had WW for a while, as most have; the first months are higher.
        month=max(1, months_between(first, law.day) + 1) if first else law.ww.maanden_begin + 1,
        last_day=last if isinstance(last, date) else None,
        has_toeslag=told.of("toeslag_uwv") is True,
    )


def _months_used(told: _Told, law: Law) -> dict[Vrijlating, int]:
    """Return the months of the first exemption that were used; a part of them where only that is known."""
    terms = law.vrijlating.terms.get(Vrijlating.N)
    if terms is None or terms.maanden is None:
        return {}
    used = {"kort": terms.maanden // 2, "lang": terms.maanden, "op": terms.maanden}
    found = told.of("vrijlating_tot_nu")
    return {Vrijlating.N: used[found]} if isinstance(found, str) and found in used else {}


def _partner(told: _Told, law: Law, born: date) -> Adult:
    own = told.born("geboortemaand_partner") or born
    gross = told.cents("inkomen_partner_bruto") or 0
    match told.of("inkomen_partner_soort"):
        case "loon" if gross:
            return Adult(
                born=own,
                job=Job(gross, is_paid_per_four_weeks=told.is_per_four_weeks("inkomen_partner_bruto")),
            )
        case "ww" if gross:
            return Adult(born=own, ww=_ww_of_amount(gross, law))
        case _:
            return Adult(born=own)


def _ww_of_amount(gross: int, law: Law) -> WW:
    """Return the right that gives this WW per month without holiday pay, in the later months of WW."""
    with_holiday = gross + cents_of(gross * law.minimumloon.vakantiebijslag)
    loon = half_up(with_holiday * RATIO_ONE, law.ww.percentage_later)
    return WW(loon_per_month=loon, month=law.ww.maanden_begin + 1)


def _children(told: _Told) -> tuple[Child, ...]:
    months = (child.values.get("geboortemaand") for child in told.people("kinderen"))
    return tuple(Child(month.first_day) for month in months if isinstance(month, Month))


def _home(told: _Told) -> Home:
    dwelling = told.of("huurwoning")
    sharing = 0
    if told.of("huisgenoot_27") is True:
        sharing = told.number("aantal_kostendelers") or 1
    others = max(sharing, int(told.of("woonsituatie") == "met_anderen"))
    return Home(
        dwelling=Dwelling(dwelling) if isinstance(dwelling, str) else Dwelling.ANDERS,
        kale_huur_per_month=told.cents("huur_per_maand") or 0,
        kostendelers=sharing,
        medebewoners=others,
    )


def _variants(told: _Told, situation: Situation, law: Law) -> dict[Open, tuple[Situation, ...]]:
    """Return what the situation may be for each thing that the visitor does not know."""
    open_now = (each for each, fact in OPEN_FACTS.items() if isinstance(told.answers.get(fact), Missing))
    found = {each: POSSIBLE[each](situation, law) for each in open_now}
    return {each: variants for each, variants in found.items() if variants}
