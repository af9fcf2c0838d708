"""Schemes of a municipality beside the national ones: who can have them, and how much when that is known.

Law: Participatiewet (BWBR0015703), art. 35 and 36; Invorderingswet 1990 (BWBR0004770), art. 26.
A municipality sets its own limits and amounts, so they stand in its own folder, each with its days. An amount
that is not known stays unknown: it is never taken for zero, nor an old one for a new one.
"""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum

import msgspec

from app.calculator.numbers import numbers
from app.calculator.rounding import RATIO_ONE
from app.money import Cents
from app.parameters import ParametersOn, Source


class Per(StrEnum):
    """Whom an amount is for."""

    HOUSEHOLD = "household"
    ADULT = "adult"
    CHILD = "child"


class Reason(StrEnum):
    """Why somebody cannot have a scheme."""

    INCOME = "income"
    VERMOGEN = "vermogen"
    AGE = "age"
    STUDENT = "student"
    LOW_INCOME_TOO_SHORT = "low_income_too_short"
    HAD_IT_ALREADY = "had_it_already"
    NO_CHILD_AT_SCHOOL = "no_child_at_school"


class Amounts(msgspec.Struct, frozen=True):
    """The amounts of a scheme per year in cents, by kind, with their days; nothing when not known."""

    first_day: date
    last_day: date | None
    per_year: dict[str, int] | None
    checked_on: date
    confidence: str


class Scheme(msgspec.Struct, frozen=True):
    """A scheme: its limits of income as a part of the norm, its other conditions, and its amounts."""

    id: str
    label: str
    organisation: str
    per: Per
    income_ratio: int
    source: Source
    amounts: tuple[Amounts, ...]
    income_ratio_chronically_ill: int | None = None
    months_of_low_income: int = 0
    months_between: int = 0
    has_vermogen_limit: bool = True
    has_age_limit: bool = False
    excludes_students: bool = False


class Resident(msgspec.Struct, frozen=True):
    """Somebody who may use a scheme, with what it hangs on; nothing where it is not known.

    `schools` names the kind of school of every child that goes to one; income and norm are net with holiday
    pay.
    """

    household: str
    age: int
    income_per_month: int
    norm_per_month: int
    adults: int = 1
    schools: tuple[str, ...] = ()
    counted_vermogen: int = 0
    months_of_low_income: int | None = None
    months_since_last: int | None = None
    is_chronically_ill: bool = False
    was_student: bool = False


class Outcome(msgspec.Struct, frozen=True):
    """What a scheme gives: zero with a reason, an amount, or an amount that is not known.

    `latest_per_year` is the last amount that was known, with its last day; it may no longer hold. It is not
    sure where something about the resident is not known.
    """

    scheme: str
    reason: Reason | None
    per_year: Cents | None
    latest_per_year: Cents | None = None
    latest_until: date | None = None
    is_sure: bool = True


class P(msgspec.Struct, frozen=True):
    """The ages between which the individuele inkomenstoeslag can be had, on one day."""

    leeftijd_volle_norm: int
    leeftijd_aow: int

    @classmethod
    def on(cls, parameters: ParametersOn) -> "P":
        """Return the ages as they stand on the day of the parameters."""
        return numbers(cls, parameters, "participatiewet", leeftijd_aow="aow.leeftijd")


def income_limit_per_month(scheme: Scheme, norm_per_month: int, *, is_chronically_ill: bool = False) -> Cents:
    """Return the highest income with which a scheme can be had, in cents per month.

    Source: Participatiewet, art. 35 and 36 (BWBR0015703); the municipality sets the limit.
    """
    ratio = scheme.income_ratio
    if is_chronically_ill and scheme.income_ratio_chronically_ill is not None:
        ratio = scheme.income_ratio_chronically_ill
    return Cents(norm_per_month * ratio // RATIO_ONE)


def reason_against(scheme: Scheme, resident: Resident, p: P) -> Reason | None:
    """Return why this resident cannot have the scheme; nothing when nothing is known to stand in the way.

    Source: Participatiewet, art. 35 lid 1 and 36 lid 1 and 3 (BWBR0015703); Invorderingswet 1990, art. 26.
    """
    limit = income_limit_per_month(
        scheme, resident.norm_per_month, is_chronically_ill=resident.is_chronically_ill
    )
    low, last = resident.months_of_low_income, resident.months_since_last
    against = {
        Reason.INCOME: resident.income_per_month > limit,
        Reason.VERMOGEN: scheme.has_vermogen_limit and resident.counted_vermogen > 0,
        Reason.AGE: scheme.has_age_limit and not p.leeftijd_volle_norm <= resident.age < p.leeftijd_aow,
        Reason.STUDENT: scheme.excludes_students and resident.was_student,
        Reason.LOW_INCOME_TOO_SHORT: low is not None and low < scheme.months_of_low_income,
        Reason.HAD_IT_ALREADY: last is not None and last < scheme.months_between,
        Reason.NO_CHILD_AT_SCHOOL: scheme.per is Per.CHILD and not resident.schools,
    }
    return next((reason for reason, holds in against.items() if holds), None)


def outcome_on(day: date, scheme: Scheme, resident: Resident, p: P) -> Outcome:
    """Return what the scheme gives this resident on a day.

    Source: Participatiewet, art. 35 and 36 (BWBR0015703); Invorderingswet 1990, art. 26 (BWBR0004770).
    """
    reason = reason_against(scheme, resident, p)
    if reason is not None:
        return Outcome(scheme.id, reason, Cents(0))
    is_sure = not (scheme.months_of_low_income and resident.months_of_low_income is None)
    begun = [each for each in scheme.amounts if each.first_day <= day]
    now = [each for each in begun if each.last_day is None or day <= each.last_day]
    known = [each for each in begun if each.per_year is not None]
    latest = known[-1] if known else None
    if latest is None:
        return Outcome(scheme.id, None, None, is_sure=is_sure)
    amount = _amount(scheme, resident, latest.per_year or {})
    if latest in now[-1:]:
        return Outcome(scheme.id, None, amount, is_sure=is_sure)
    return Outcome(scheme.id, None, None, amount, latest.last_day, is_sure=is_sure)


def _amount(scheme: Scheme, resident: Resident, per_year: dict[str, int]) -> Cents:
    kinds: Iterable[str]
    if scheme.per is Per.HOUSEHOLD:
        kinds = ("paar" if resident.household.startswith("paar") else resident.household,)
    elif scheme.per is Per.ADULT:
        kinds = ("volwassene",) * resident.adults
    else:
        kinds = resident.schools
    return Cents(sum(per_year[kind] for kind in kinds))
