"""Huurtoeslag: help with the rent of an own home, in the linear system that began in 2026.

Law: Wet op de huurtoeslag (BWBR0008659).
"""

from collections.abc import Iterable

import msgspec

from app.calculator.numbers import numbers
from app.calculator.rounding import RATIO_ONE, cents_of, half_up, jaaropgaaf, tegemoetkoming, voorschot
from app.calculator.trace import Rule, Traced
from app.money import Cents
from app.parameters import ParametersOn
from app.period import MONTHS_IN_A_YEAR

REKENINKOMEN = Rule("rekeninkomen", "Awir, art. 7 lid 6 (BWBR0018472)", ("toeslagen.kind_inkomen_vrij",))
REKENHUUR = Rule(
    "rekenhuur",
    "Wet op de huurtoeslag, art. 5 en 13 (BWBR0008659)",
    ("huurtoeslag.huurgrens", "huurtoeslag.huurgrens_jong"),
)
SUBSIDIE = Rule(
    "huur_die_vergoed_wordt",
    "Wet op de huurtoeslag, art. 16, 17, 20 en 21 lid 1 (BWBR0008659)",
    (
        "toeslagen.basishuur_een",
        "toeslagen.basishuur_meer",
        "huurtoeslag.kwaliteitskortingsgrens",
        "huurtoeslag.aftoppingsgrens_klein",
        "huurtoeslag.aftoppingsgrens_groot",
        "huurtoeslag.personen_groot",
        "huurtoeslag.deel_boven_kwaliteitskortingsgrens",
        "huurtoeslag.deel_boven_aftoppingsgrens",
    ),
)
VERLAGING = Rule(
    "verlaging_door_inkomen",
    "Wet op de huurtoeslag, art. 21 lid 2 (BWBR0008659)",
    (
        "huurtoeslag.inkomensijkpunt_een",
        "huurtoeslag.inkomensijkpunt_meer",
        "huurtoeslag.afbouw_een",
        "huurtoeslag.afbouw_meer",
    ),
)
HUURTOESLAG = Rule(
    "huurtoeslag_per_maand",
    "Wet op de huurtoeslag, art. 21 (BWBR0008659); Awir, art. 14 lid 5 (BWBR0018472)",
    ("toeslagen.minste_per_jaar",),
)


class Home(msgspec.Struct, frozen=True):
    """A rented home: the rent without service costs, and how many people live in it.

    Children are persons, so a parent with a child is never alone; subtenants are none (art. 2).
    """

    kale_huur_per_month: int
    persons: int
    has_full_limit: bool = True
    """Whether the full huurgrens holds, see `has_full_limit`."""


class P(msgspec.Struct, frozen=True):
    """The numbers of huurtoeslag on one day."""

    huurgrens: int
    huurgrens_jong: int
    leeftijd_huurgrens: int
    kwaliteitskortingsgrens: int
    aftoppingsgrens_klein: int
    aftoppingsgrens_groot: int
    personen_groot: int
    deel_boven_kwaliteitskortingsgrens: int
    deel_boven_aftoppingsgrens: int
    inkomensijkpunt_een: int
    inkomensijkpunt_meer: int
    afbouw_een: int
    afbouw_meer: int
    basishuur_een: int
    basishuur_meer: int
    minste_per_jaar: int
    kind_inkomen_vrij: int
    kind_inkomen_leeftijd: int
    vermogen_een: int
    vermogen_paar: int

    @classmethod
    def on(cls, parameters: ParametersOn) -> "P":
        """Return the numbers as they stand on the day of the parameters."""
        shared = (
            "basishuur_een",
            "basishuur_meer",
            "minste_per_jaar",
            "kind_inkomen_vrij",
            "kind_inkomen_leeftijd",
        )
        return numbers(
            cls,
            parameters,
            "huurtoeslag",
            vermogen_een="toeslagen.huurtoeslag_vermogen_een",
            vermogen_paar="toeslagen.huurtoeslag_vermogen_paar",
            **{name: f"toeslagen.{name}" for name in shared},
        )


def has_full_limit(ages: Iterable[int], p: P, *, with_child: bool, with_handicap: bool) -> bool:
    """Tell whether rent counts up to the full huurgrens: someone is old enough, has a child, or a handicap.

    `ages` are those of the tenant, the partner and the medebewoners.
    Source: Wet op de huurtoeslag, art. 13 lid 1 (BWBR0008659).
    """
    return with_child or with_handicap or any(age >= p.leeftijd_huurgrens for age in ages)


def is_within_vermogen(vermogen: int, medebewoners: Iterable[int], p: P, *, has_partner: bool) -> bool:
    """Tell whether savings on 1 January leave a right to huurtoeslag; each medebewoner has an own limit.

    Source: Awir, art. 7 lid 3 en 4 (BWBR0018472).
    """
    most = p.vermogen_paar if has_partner else p.vermogen_een
    return vermogen <= most and all(each <= p.vermogen_een for each in medebewoners)


def rekeninkomen_per_year(
    adults_per_year: Iterable[int], children_per_year: Iterable[int], p: P, trace: list[Traced] | None = None
) -> Cents:
    """Return the income that counts for huurtoeslag, in cents per year: of everyone who lives in the home.

    `children_per_year` are the incomes of own children below `kind_inkomen_leeftijd` on 1 January.
    Source: Awir, art. 7 lid 6 (BWBR0018472).
    """
    adults = sum(jaaropgaaf(income) for income in adults_per_year)
    children = sum(max(0, jaaropgaaf(income) - p.kind_inkomen_vrij) for income in children_per_year)
    if trace is not None:
        trace.append(REKENINKOMEN.traced(adults + children, volwassenen=adults, kinderen=children))
    return Cents(adults + children)


def huurtoeslag_per_month(
    home: Home, rekeninkomen_per_year: int, p: P, trace: list[Traced] | None = None
) -> Cents:
    """Return the huurtoeslag that is paid per month, in cents per month.

    `rekeninkomen_per_year` is the income of everyone in the home.
    Source: Wet op de huurtoeslag, art. 21 (BWBR0008659); Awir, art. 14 lid 5 (BWBR0018472).
    """
    subsidie = _subsidie(home, p, trace)
    is_alone = home.persons == 1
    above = max(0, rekeninkomen_per_year - (p.inkomensijkpunt_een if is_alone else p.inkomensijkpunt_meer))
    less_per_year = above * (p.afbouw_een if is_alone else p.afbouw_meer)
    # In twelfths, as the law lowers the toeslag of a month by a part of the income of a year.
    exact_per_year = max(0, subsidie * MONTHS_IN_A_YEAR - less_per_year)
    # The law rounds and refuses small amounts by the year; what is paid is an unrounded twelfth, down.
    granted = tegemoetkoming(exact_per_year, p.minste_per_jaar)
    result = voorschot(exact_per_year) if granted else Cents(0)
    if trace is not None:
        less = half_up(less_per_year, MONTHS_IN_A_YEAR * RATIO_ONE)
        trace.append(VERLAGING.traced(less, rekeninkomen=rekeninkomen_per_year, boven_ijkpunt=above))
        trace.append(HUURTOESLAG.traced(result, vergoed=cents_of(subsidie), verlaging=less))
    return result


def _subsidie(home: Home, p: P, trace: list[Traced] | None) -> int:
    """Return the part of the rent that is paid for at a low income, as a product of cents and a ratio."""
    rekenhuur = min(home.kale_huur_per_month, p.huurgrens if home.has_full_limit else p.huurgrens_jong)
    basishuur = p.basishuur_een if home.persons == 1 else p.basishuur_meer
    is_large = home.persons >= p.personen_groot
    aftoppingsgrens = p.aftoppingsgrens_groot if is_large else p.aftoppingsgrens_klein
    exact = max(0, min(rekenhuur, p.kwaliteitskortingsgrens) - basishuur) * RATIO_ONE
    if rekenhuur > p.kwaliteitskortingsgrens:
        second = min(rekenhuur, aftoppingsgrens) - p.kwaliteitskortingsgrens
        exact += second * p.deel_boven_kwaliteitskortingsgrens
    if rekenhuur > aftoppingsgrens:
        exact += (rekenhuur - aftoppingsgrens) * p.deel_boven_aftoppingsgrens
    if trace is not None:
        trace.append(REKENHUUR.traced(rekenhuur, kale_huur=home.kale_huur_per_month))
        step = SUBSIDIE.traced(
            cents_of(exact), rekenhuur=rekenhuur, basishuur=basishuur, aftoppingsgrens=aftoppingsgrens
        )
        trace.append(step)
    return exact
