"""What a visitor told on a route, as the calculator reads it; what was not asked is free."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import cache

import msgspec

from app.calculator.content import load_schemes
from app.calculator.flow.law_on import Law, law_on
from app.calculator.not_covered import NotCovered
from app.calculator.rules.bijstand import Household, bijstand_per_month, norm_per_month
from app.calculator.rules.vermogen import Possessions, counted_vermogen
from app.condition import Known
from app.config import ROOT
from app.facts.values import Answer
from app.period import MONTHS_IN_A_YEAR, Month, add_months, months_between
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
