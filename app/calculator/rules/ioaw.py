"""IOAW: what follows WW for who was born before 1965, without a look at savings.

Law: Wet inkomensvoorziening oudere en gedeeltelijk arbeidsongeschikte werkloze werknemers (BWBR0004044).
The law gives a net amount; the grondslag is the gross one that leaves it, with holiday pay. Income beside it
is gross with its holiday pay, and both partners' income counts. Amounts are cents per month.
"""

from datetime import date
from enum import StrEnum

import msgspec

from app.calculator.numbers import numbers
from app.calculator.rounding import RATIO_ONE, half_up
from app.calculator.rules import brutering, vrijlating
from app.calculator.rules.brutering import Beside, bruto_per_year
from app.calculator.rules.vrijlating import Regeling, Vrijlating
from app.calculator.trace import Rule, Traced
from app.money import Cents
from app.parameters import ParametersOn
from app.period import MONTHS_IN_A_YEAR

GRONDSLAG = Rule(
    "grondslag_ioaw",
    "IOAW, art. 5 lid 3, 4 en 5 (BWBR0004044)",
    ("ioaw.norm_alleenstaande", "ioaw.norm_partner", "ioaw.norm_woningdeler"),
)
IOAW = Rule("ioaw", "IOAW, art. 9 lid 1 (BWBR0004044)")
UITBETAALD = Rule("ioaw_uitbetaald", "IOAW, art. 9 lid 2 (BWBR0004044)", ("minimumloon.vakantiebijslag",))

REGELING = Regeling(
    "ioaw",
    "IOAW, art. {} (BWBR0004044)",
    {
        Vrijlating.N: "8 lid 2",
        Vrijlating.R: "8 lid 5",
        Vrijlating.Y: "8 lid 7",
        Vrijlating.Z: "8 lid 9",
        Vrijlating.AA: "8 lid 10",
        Vrijlating.A34A: "8a lid 1a",
        Vrijlating.A34A_URENBEPERKT: "8a lid 1b",
    },
)


class Household(StrEnum):
    """Who lives together as the IOAW sees it; a woningdeler shares with someone of 27 or older."""

    ALLEENSTAANDE = "alleenstaande"
    WONINGDELER = "woningdeler"
    PAAR = "paar"


class Norms(msgspec.Struct, frozen=True):
    """The numbers of the IOAW that stand by themselves."""

    geboren_voor: date
    leeftijd_werkloos: int
    duur_ww: int
    norm_alleenstaande: int
    norm_partner: int
    norm_woningdeler: int
    vakantiebijslag: int


class P(msgspec.Struct, frozen=True):
    """The numbers of the IOAW on one day, with the gross grondslag of every household."""

    norms: Norms
    grondslagen: dict[Household, int]
    vrijlating: vrijlating.P

    @classmethod
    def on(cls, parameters: ParametersOn) -> "P":
        """Return the numbers as they stand on the day of the parameters."""
        norms = numbers(Norms, parameters, "ioaw", vakantiebijslag="minimumloon.vakantiebijslag")
        tax = brutering.P.on(parameters)
        return cls(
            norms=norms,
            grondslagen={
                Household.ALLEENSTAANDE: _gross(norms.norm_alleenstaande, tax),
                Household.WONINGDELER: _gross(norms.norm_woningdeler, tax),
                Household.PAAR: 2 * _gross(norms.norm_partner, tax),
            },
            vrijlating=vrijlating.P.of(REGELING, parameters, leeftijd=0),
        )


def has_ioaw(born: date, age_at_loss: int, months_of_ww: int, p: P) -> bool:
    """Tell whether IOAW can follow the WW once it is used up; the age is that at the loss of work.

    Source: IOAW, art. 2 onderdeel a (BWBR0004044).
    """
    norms = p.norms
    is_old_enough = born < norms.geboren_voor and age_at_loss >= norms.leeftijd_werkloos
    return is_old_enough and months_of_ww > norms.duur_ww


def grondslag_per_month(
    household: Household, loon_per_month: int, p: P, trace: list[Traced] | None = None
) -> Cents:
    """Return the gross amount with holiday pay that income is taken from; never more than the old wage.

    Source: IOAW, art. 5 lid 3, 4 and 5 (BWBR0004044).
    """
    # Worked out from the net amount of the law; the published gross amounts were not found.
    gross = p.grondslagen[household]
    result = Cents(min(gross, loon_per_month))
    if trace is not None:
        trace.append(GRONDSLAG.traced(result, bruto_norm=gross, loon=loon_per_month))
    return result


def ioaw_per_month(grondslag: int, income: int, trace: list[Traced] | None = None) -> Cents:
    """Return the IOAW with its holiday pay, in gross cents per month; of a couple each gets half.

    `income` is that of both partners, gross, after what is exempt of each.
    Source: IOAW, art. 8 lid 1 and art. 9 lid 1 (BWBR0004044).
    """
    result = Cents(max(0, grondslag - income))
    if trace is not None:
        trace.append(IOAW.traced(result, grondslag=grondslag, inkomen=income))
    return result


def uitbetaald_per_month(ioaw: int, p: P, trace: list[Traced] | None = None) -> Cents:
    """Return what is paid of the IOAW in the month itself; the rest is holiday pay.

    Source: IOAW, art. 9 lid 2 (BWBR0004044).
    """
    result = Cents(half_up(ioaw * RATIO_ONE, RATIO_ONE + p.norms.vakantiebijslag))
    if trace is not None:
        trace.append(UITBETAALD.traced(result, ioaw=ioaw))
    return result


def _gross(norm_per_month: int, tax: brutering.P) -> int:
    return half_up(bruto_per_year(norm_per_month * MONTHS_IN_A_YEAR, Beside(), tax), MONTHS_IN_A_YEAR)
