"""The nouns of the calculator: who lives together, what they get now, which work, and what it leaves.

Every amount is euro cents, before tax unless it says net; hours are hundredths of an hour per week.
"""

from datetime import date
from enum import StrEnum

import msgspec

from app.calculator.assumptions import Assumption
from app.calculator.rules.kinderopvangtoeslag import Opvang
from app.calculator.rules.lokaal import Outcome
from app.calculator.rules.vrijlating import Vrijlating
from app.calculator.trace import Traced
from app.money import Cents

MOST_OFFERS = 3
MOST_HOURS = 40
"""The hours per week up to which a sweep looks."""


class Job(msgspec.Struct, frozen=True):
    """Work for an employer: the wage per month before tax and without holiday pay, and its hours per week.

    `uurloon` is the wage per hour where it was given so; `is_all_in` says that holiday pay is in the wage.
    `pensioenpremie_per_month` is the part that the worker pays.
    """

    loon_per_month: int
    uren_per_week: int = 0
    uurloon: int | None = None
    is_all_in: bool = False
    pensioenpremie_per_month: int = 0
    reiskosten_per_month: int = 0
    has_loonkostensubsidie: bool = False
    is_paid_per_four_weeks: bool = False


class WW(msgspec.Struct, frozen=True):
    """A right to WW: the old wage per month with holiday pay, the month of the right (from 1), its last day.

    `has_toeslag` says that UWV adds a toeslag of the Toeslagenwet.
    """

    loon_per_month: int
    month: int = 3
    last_day: date | None = None
    has_toeslag: bool = False


class Adult(msgspec.Struct, frozen=True, kw_only=True):
    """One of the one or two adults of the household.

    The exemption counts only where the municipality grants it; `months_used` are those of the past.
    """

    born: date
    job: Job | None = None
    ww: WW | None = None
    has_vrijlating: bool = False
    months_used: dict[Vrijlating, int] = {}
    is_medisch_urenbeperkt: bool = False
    has_loonkostensubsidie: bool = False
    """Whether the municipality pays part of the wage in the job that is looked at."""
    can_work_more: bool = True
    is_in_traject: bool = False
    cannot_rely_on_parents: bool = False
    """Under 21: whether the parents cannot pay, which raises the norm."""


class Child(msgspec.Struct, frozen=True):
    """A child that lives in the household, with the childcare that is needed while the parents work."""

    born: date
    opvang: tuple[Opvang, ...] = ()


class Dwelling(StrEnum):
    """How the household lives, as far as huurtoeslag is concerned."""

    HUUR = "huur"
    """A rented home with a front door of its own."""
    KAMER = "kamer"
    KOOP = "koop"
    ANDERS = "anders"


class Home(msgspec.Struct, frozen=True):
    """The home: its rent without service costs, who shares its costs, and how much the others earn.

    `kostendelers` are housemates of 27 or older who share the costs; `medebewoners` are all other adults who
    live there. What they earn in a year is needed for huurtoeslag; nothing means not known.
    """

    dwelling: Dwelling = Dwelling.ANDERS
    kale_huur_per_month: int = 0
    kostendelers: int = 0
    medebewoners: int = 0
    medebewoners_per_year: int | None = None


class Situation(msgspec.Struct, frozen=True, kw_only=True):
    """A household as it is now."""

    person: Adult
    partner: Adult | None = None
    children: tuple[Child, ...] = ()
    home: Home = Home()
    savings: int = 0
    has_bijstand: bool = False
    has_opvang_now: bool = False
    is_insured: bool = True
    months_of_low_income: int | None = None

    @property
    def adults(self) -> tuple[Adult, ...]:
        """The person, and the partner if there is one."""
        return (self.person,) if self.partner is None else (self.person, self.partner)


class Kind(StrEnum):
    """Where money comes from, or goes to, in the order of a page."""

    LOON = "loon"
    LOON_PARTNER = "loon_partner"
    WW = "ww"
    WW_PARTNER = "ww_partner"
    TOESLAG_UWV = "toeslag_uwv"
    BIJSTAND = "bijstand"
    AANGIFTE = "aangifte"
    ZORGTOESLAG = "zorgtoeslag"
    HUURTOESLAG = "huurtoeslag"
    KINDGEBONDEN_BUDGET = "kindgebonden_budget"
    KINDEROPVANGTOESLAG = "kinderopvangtoeslag"
    KINDERBIJSLAG = "kinderbijslag"
    LOKAAL = "lokaal"
    OPVANGKOSTEN = "opvangkosten"
    REISKOSTEN = "reiskosten"


class Reason(StrEnum):
    """Why a line is zero."""

    NO_JOB = "no_job"
    INCOME_TOO_HIGH = "income_too_high"
    SAVINGS_TOO_HIGH = "savings_too_high"
    WW_OVER_LIMIT = "ww_over_limit"
    WW_UNDER_MINIMUM = "ww_under_minimum"
    TOESLAG_EXCLUDED = "toeslag_excluded"
    NOT_RECEIVED = "not_received"
    NO_RENTED_HOME = "no_rented_home"
    RENT_TOO_LOW = "rent_too_low"
    RENT_UNKNOWN = "rent_unknown"
    HOUSEMATES_UNKNOWN = "housemates_unknown"
    NOT_INSURED = "not_insured"
    NO_CHILDREN = "no_children"
    NO_CHILDCARE = "no_childcare"
    NOT_EVERYONE_WORKS = "not_everyone_works"


class Line(msgspec.Struct, frozen=True):
    """One row of a budget, net, in cents per month; costs are below zero."""

    kind: Kind
    per_month: Cents
    reason: Reason | None = None
    trace: tuple[Traced, ...] = ()
    assumptions: tuple[Assumption, ...] = ()


class PersonYear(msgspec.Struct, frozen=True):
    """What one adult has in a steady year, in cents per year before tax, and the tax of that year.

    `fiscaal_loon` is the wage with holiday pay less the pension premium; `belasting` is without the
    combinatiekorting, `belasting_over_loon` that of the wage alone.
    """

    loon: int
    fiscaal_loon: int
    vakantiegeld: int
    ww: int
    toeslag_uwv: int
    bijstand: int
    belasting: int
    belasting_over_loon: int

    @property
    def inkomen(self) -> int:
        """Taxed income without bijstand."""
        return self.fiscaal_loon + self.ww + self.toeslag_uwv


class Budget(msgspec.Struct, frozen=True):
    """What a household has in a month when everything stays as it is for a whole year.

    The rows add up to the total; schemes of the municipality stand apart where their amount is not known.
    """

    lines: tuple[Line, ...]
    people: tuple[PersonYear, ...]
    toetsingsinkomen: Cents
    lokaal: tuple[Outcome, ...] = ()

    @property
    def per_month(self) -> Cents:
        """The total of all rows."""
        return Cents(sum(line.per_month for line in self.lines))

    def of(self, kind: Kind) -> Cents:
        """Return one row; zero where it is not there."""
        return Cents(sum(line.per_month for line in self.lines if line.kind is kind))
