"""Kinderopvangtoeslag: help with the cost of childcare while parents work or are on their way to work.

Law: Wet kinderopvang (BWBR0017017) and the Besluit kinderopvangtoeslag made under it.
"""

from collections.abc import Iterable
from enum import StrEnum

import msgspec

from app.calculator.numbers import band_at, numbers
from app.calculator.rounding import RATIO_ONE, cents_of, half_up, tegemoetkoming, voorschot
from app.calculator.trace import Rule, Traced
from app.money import Cents
from app.parameters import Bands, ParametersOn
from app.period import MONTHS_IN_A_YEAR

HUNDREDTHS = 100
"""Hours are whole hundredths of an hour."""

KOSTEN = Rule(
    "opvangkosten_die_meetellen",
    "Wet kinderopvang, art. 1.7 lid 1 en 2 (BWBR0017017); Besluit kinderopvangtoeslag, art. 4",
    (
        "kinderopvangtoeslag.uurprijs_dagopvang",
        "kinderopvangtoeslag.uurprijs_bso",
        "kinderopvangtoeslag.uurprijs_gastouder",
        "kinderopvangtoeslag.uren",
    ),
)
VERGOEDING = Rule(
    "kinderopvangtoeslag_per_maand",
    "Wet kinderopvang, art. 1.8 (BWBR0017017); Besluit kinderopvangtoeslag, bijlage I; "
    "Awir, art. 14 lid 5 (BWBR0018472)",
    ("kinderopvangtoeslag.vergoeding", "toeslagen.minste_per_jaar"),
)


class Soort(StrEnum):
    """A kind of childcare, each with its own highest price."""

    DAGOPVANG = "dagopvang"
    BSO = "bso"
    GASTOUDER = "gastouder"


class Opvang(msgspec.Struct, frozen=True):
    """The childcare of one child: hours in hundredths per month, and what an hour costs."""

    soort: Soort
    uren_per_month: int
    uurprijs: int


class Kosten(msgspec.Struct, frozen=True):
    """The costs that count, per month: of the first child, and of every other one."""

    first_per_month: int
    others_per_month: tuple[int, ...] = ()


class P(msgspec.Struct, frozen=True):
    """The numbers of kinderopvangtoeslag on one day."""

    vergoeding: Bands
    uurprijs_dagopvang: int
    uurprijs_bso: int
    uurprijs_gastouder: int
    uren: int
    minste_per_jaar: int
    opvang_na_werk: int

    @classmethod
    def on(cls, parameters: ParametersOn) -> "P":
        """Return the numbers as they stand on the day of the parameters."""
        shared = {name: f"toeslagen.{name}" for name in ("minste_per_jaar", "opvang_na_werk")}
        return numbers(cls, parameters, "kinderopvangtoeslag", **shared)


def counts_as_active(months_since_work: int | None, p: P, *, in_traject: bool) -> bool:
    """Tell whether what this parent does gives a right; both parents need it in every month.

    `months_since_work` is 0 while working and nothing for who never worked; looking for a job is no traject,
    a course or civic integration is one.
    Source: Wet kinderopvang, art. 1.6 (BWBR0017017).
    """
    return in_traject or (months_since_work is not None and months_since_work <= p.opvang_na_werk)


def kosten_per_month(
    children: Iterable[tuple[Opvang, ...]], p: P, trace: list[Traced] | None = None
) -> Kosten:
    """Return the costs that count, in cents per month; every child brings all its childcare.

    The first child is the one with most hours that count; with as many hours, the one with the highest costs.
    Source: Wet kinderopvang, art. 1.7 lid 1 en 2 (BWBR0017017); Besluit kinderopvangtoeslag, art. 4.
    """
    counted = sorted((_counted(opvang, p) for opvang in children), reverse=True)
    if trace is not None:
        for uren, kosten in counted:
            trace.append(KOSTEN.traced(kosten, uren=uren))
    first, *others = [kosten for _, kosten in counted] or [0]
    return Kosten(first, tuple(others))


def kinderopvangtoeslag_per_month(
    kosten: Kosten, inkomen_per_year: int, p: P, trace: list[Traced] | None = None
) -> Cents:
    """Return the kinderopvangtoeslag that is paid per month, in cents per month.

    `inkomen_per_year` is the toetsingsinkomen of the parent, or of both partners together.
    Source: Wet kinderopvang, art. 1.8 (BWBR0017017); Besluit kinderopvangtoeslag, bijlage I;
    Awir, art. 14 lid 5 (BWBR0018472).
    """
    _, first, next_one = band_at(p.vergoeding, inkomen_per_year)
    paid = cents_of(kosten.first_per_month * first) + sum(
        cents_of(each * next_one) for each in kosten.others_per_month
    )
    exact = paid * MONTHS_IN_A_YEAR * RATIO_ONE
    result = voorschot(exact) if tegemoetkoming(exact, p.minste_per_jaar) else Cents(0)
    if trace is not None:
        step = VERGOEDING.traced(
            result,
            toetsingsinkomen=inkomen_per_year,
            kosten_eerste_kind=kosten.first_per_month,
            kosten_andere_kinderen=sum(kosten.others_per_month),
            deel_eerste_kind=first,
            deel_andere_kinderen=next_one,
        )
        trace.append(step)
    return result


def _counted(childcare: tuple[Opvang, ...], p: P) -> tuple[int, int]:
    """Return the hours and the costs of one child that count: hours up to a maximum, the dearest first."""
    highest = {
        Soort.DAGOPVANG: p.uurprijs_dagopvang,
        Soort.BSO: p.uurprijs_bso,
        Soort.GASTOUDER: p.uurprijs_gastouder,
    }
    prices = sorted(
        ((min(each.uurprijs, highest[each.soort]), each.uren_per_month) for each in childcare), reverse=True
    )
    left, kosten = p.uren * HUNDREDTHS, 0
    for uurprijs, uren in prices:
        counted = min(uren, left)
        left -= counted
        kosten += half_up(uurprijs * counted, HUNDREDTHS)
    return p.uren * HUNDREDTHS - left, kosten
