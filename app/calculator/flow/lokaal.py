"""What the municipality may give beside national schemes; an unknown amount never counts as zero."""

import msgspec

from app.calculator.flow.frame import Frame
from app.calculator.flow.means import Means, NetPerson
from app.calculator.rounding import half_up
from app.calculator.rules.lokaal import Outcome, Resident, outcome_on
from app.period import MONTHS_IN_A_YEAR, months_between

PRIMARY, SECONDARY, GROWN = 4, 12, 18


class LokaalAt(msgspec.Struct, frozen=True):
    """The schemes of the municipality at one income, and what the known amounts come to per month."""

    outcomes: tuple[Outcome, ...] = ()
    per_month: int = 0


NONE = LokaalAt()


def lokaal_at(frame: Frame, net: tuple[NetPerson, ...], means: Means) -> LokaalAt:
    """Return which schemes can be had at this income, and the amounts that are known on the day.

    Source: Participatiewet, art. 35 and 36 (BWBR0015703); Invorderingswet 1990, art. 26 (BWBR0004770).
    """
    resident = _resident(frame, sum(each.together for each in net) + means.bijstand)
    law = frame.law
    outcomes = tuple(outcome_on(law.day, scheme, resident, law.lokaal) for scheme in law.schemes)
    per_year = sum(each.per_year or 0 for each in outcomes if each.is_sure)
    return LokaalAt(outcomes, half_up(per_year, MONTHS_IN_A_YEAR))


def _resident(frame: Frame, income: int) -> Resident:
    situation, day = frame.situation, frame.law.day
    ages = [months_between(child.born, day) // MONTHS_IN_A_YEAR for child in situation.children]
    schools = ["basisschool" if age < SECONDARY else "voortgezet" for age in ages if PRIMARY <= age < GROWN]
    household = "alleenstaande_ouder" if ages else "alleenstaand"
    return Resident(
        household="paar" if situation.partner is not None else household,
        age=months_between(situation.person.born, day) // MONTHS_IN_A_YEAR,
        income_per_month=income,
        norm_per_month=frame.norm,
        adults=len(situation.adults),
        schools=tuple(schools),
        counted_vermogen=frame.savings_above_limit,
        months_of_low_income=situation.months_of_low_income,
    )
