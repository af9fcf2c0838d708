"""The shape of a situation in JSON, with the unit, the period and the limits of every field.

An amount is a whole number of euro cents and its name says so; hours are hours, with at most two decimals.
A day is written 2026-11-21. What a field leaves out is as its default says.
"""

from datetime import date
from enum import StrEnum
from typing import Annotated, Any

import msgspec
from msgspec import Meta

from app.calculator.model import MOST_OFFERS, Dwelling
from app.calculator.rules.kinderopvangtoeslag import Soort
from app.calculator.rules.vrijlating import Vrijlating
from app.calculator.unknown_json import Unknown

MOST_HOURS_PER_WEEK = 80
MOST_HOURS_PER_MONTH = 400
MOST_CHILDREN = 8
MOST_HOUSEMATES = 20
MOST_MONTHS = 600
MOST_CARE_PER_CHILD = 4
A_MILLION_EUROS = 100_000_000
A_THOUSAND_EUROS = 100_000

Amount = Annotated[int, Meta(ge=0, lt=A_MILLION_EUROS)]
PerHour = Annotated[int, Meta(gt=0, lt=A_THOUSAND_EUROS)]
Months = Annotated[int, Meta(ge=0, le=MOST_MONTHS)]
People = Annotated[int, Meta(ge=0, le=MOST_HOUSEMATES)]


class Uncovered(StrEnum):
    """What the calculator does not work out; whoever has it gets told where to go instead."""

    OWN_BUSINESS = "own_business"
    AOW = "aow"
    WIA = "wia"
    WAJONG = "wajong"
    ZIEKTEWET = "ziektewet"
    STUDENT_FINANCE = "student_finance"
    ALIMONY = "alimony"
    BESLAG = "beslag"


class JobJson(msgspec.Struct, forbid_unknown_fields=True, frozen=True, kw_only=True):
    """Work for an employer; its pay in exactly one way: per hour, month or four weeks, or net per month."""

    uren_per_week: Annotated[
        float,
        Meta(
            ge=0,
            le=MOST_HOURS_PER_WEEK,
            description="Hours of work per week, with at most two decimals: 28.5.",
        ),
    ] = 0
    uurloon_cents: (
        Annotated[PerHour, Meta(description="Gross pay per hour in cents, without holiday pay.")] | None
    ) = None
    loon_cents_per_month: (
        Annotated[Amount, Meta(description="Gross pay per month in cents, without holiday pay.")] | None
    ) = None
    loon_cents_per_four_weeks: (
        Annotated[Amount, Meta(description="Gross pay per four weeks in cents, without holiday pay.")] | None
    ) = None
    netto_loon_cents_per_month: (
        Annotated[
            Amount,
            Meta(
                description="Net pay of a usual month in cents, as a payslip with loonheffingskorting says. "
                "It becomes the lowest gross pay that leaves this much."
            ),
        ]
        | None
    ) = None
    is_all_in: Annotated[
        bool, Meta(description="Whether holiday pay is in the pay given, so that none comes on top.")
    ] = False
    pensioenpremie_cents_per_month: Annotated[
        Amount, Meta(description="Pension premium that the worker pays, in cents per month.")
    ] = 0
    reiskosten_cents_per_month: Annotated[
        Amount, Meta(description="Costs of travel that nobody pays back, in cents per month.")
    ] = 0
    has_loonkostensubsidie: Annotated[
        bool, Meta(description="Whether the employer gets loonkostensubsidie for this work.")
    ] = False


class WWJson(msgspec.Struct, forbid_unknown_fields=True, frozen=True, kw_only=True):
    """A right to WW."""

    loon_cents_per_month: Annotated[
        int,
        Meta(
            gt=0,
            lt=A_MILLION_EUROS,
            description="The old wage per month in cents, gross and with holiday pay: dagloon × 21,75.",
        ),
    ]
    month: Annotated[
        int, Meta(ge=1, le=24, description="Which month of the right it is; the first two pay 75 %.")
    ] = 3
    last_day: Annotated[date, Meta(description="The last day of the right; not before the day.")] | None = (
        None
    )
    has_toeslag: Annotated[bool, Meta(description="Whether UWV adds a toeslag of the Toeslagenwet.")] = False


class AdultJson(msgspec.Struct, forbid_unknown_fields=True, frozen=True, kw_only=True):
    """The person, or the partner: from 18 up to the AOW age."""

    born: Annotated[date, Meta(description="Day of birth.")]
    job: Annotated[JobJson, Meta(description="The work of now.")] | None = None
    ww: WWJson | None = None
    has_vrijlating: Annotated[
        bool, Meta(description="Whether the municipality lets a part of the wage count for nothing.")
    ] = False
    months_used: Annotated[
        dict[Vrijlating, Months],
        Meta(description="Months of each such exemption that were used before, by its letter or article."),
    ] = {}
    is_medisch_urenbeperkt: Annotated[
        bool, Meta(description="Whether UWV found that fewer hours are possible for medical reasons.")
    ] = False
    can_work_more: Annotated[
        bool, Meta(description="Whether more hours are possible; counts with loonkostensubsidie only.")
    ] = True
    is_in_traject: Annotated[
        bool, Meta(description="Whether a course or civic integration gives a right to kinderopvangtoeslag.")
    ] = False
    cannot_rely_on_parents: Annotated[
        bool, Meta(description="Under 21: whether the parents cannot pay, which raises the norm of bijstand.")
    ] = False
    also_has: Annotated[
        tuple[Uncovered, ...],
        Meta(max_length=len(Uncovered), description="What is not covered; naming one gives a refusal."),
    ] = ()


class OpvangJson(msgspec.Struct, forbid_unknown_fields=True, frozen=True, kw_only=True):
    """Childcare of one child, as it is needed while the parents work."""

    soort: Soort
    uren_per_month: Annotated[
        float,
        Meta(gt=0, le=MOST_HOURS_PER_MONTH, description="Hours per month, with at most two decimals."),
    ]
    uurprijs_cents: Annotated[PerHour, Meta(description="Price of an hour in cents.")]


class ChildJson(msgspec.Struct, forbid_unknown_fields=True, frozen=True, kw_only=True):
    """A child under 18 that lives in the household."""

    born: Annotated[date, Meta(description="Day of birth; not after the day.")]
    opvang: Annotated[tuple[OpvangJson, ...], Meta(max_length=MOST_CARE_PER_CHILD)] = ()


class HomeJson(msgspec.Struct, forbid_unknown_fields=True, frozen=True, kw_only=True):
    """The home: only a rented home with an own front door (huur) can give huurtoeslag."""

    dwelling: Dwelling = Dwelling.ANDERS
    kale_huur_cents_per_month: Annotated[
        Amount, Meta(description="Rent without service costs in cents per month; of huur or kamer only.")
    ] = 0
    kostendelers: Annotated[
        People, Meta(description="How many of the medebewoners are 27 or older and share the costs.")
    ] = 0
    medebewoners: Annotated[
        People, Meta(description="All other adults who live there, without the partner.")
    ] = 0
    medebewoners_cents_per_year: (
        Annotated[
            Amount,
            Meta(description="Income of the medebewoners together, gross, in cents per year; null: unknown."),
        ]
        | None
    ) = None


class SituationJson(msgspec.Struct, forbid_unknown_fields=True, frozen=True, kw_only=True):
    """A household as it is now, and the work that is offered to the person."""

    person: AdultJson
    partner: AdultJson | None = None
    children: Annotated[tuple[ChildJson, ...], Meta(max_length=MOST_CHILDREN)] = ()
    home: HomeJson = HomeJson()
    savings_cents: Annotated[
        Amount, Meta(description="What the household owns on 1 January, in cents, its home not counted.")
    ] = 0
    has_bijstand: Annotated[bool, Meta(description="Whether the household has bijstand now.")] = False
    has_opvang_now: Annotated[
        bool, Meta(description="Whether the childcare is used now, and not only when the work begins.")
    ] = False
    is_insured: Annotated[bool, Meta(description="Whether all adults have a Dutch health insurance.")] = True
    months_of_low_income: (
        Annotated[
            Months,
            Meta(description="How many months the income has been low without a break; null: unknown."),
        ]
        | None
    ) = None
    offers: Annotated[
        tuple[JobJson, ...],
        Meta(max_length=MOST_OFFERS, description="Work instead of what the person has now."),
    ] = ()
    start: (
        Annotated[date, Meta(description="The first day of that work, within a year from the day.")] | None
    ) = None
    day: (
        Annotated[date, Meta(description="The day whose rules and amounts are used; today when left out.")]
        | None
    ) = None
    with_schemes: Annotated[
        bool, Meta(description="Whether the schemes of the municipality are looked at.")
    ] = True
    unknown: Annotated[
        tuple[Unknown, ...],
        Meta(
            max_length=len(Unknown),
            description="What is not known for sure; the result then says between which amounts it lies.",
        ),
    ] = ()


def schema() -> dict[str, Any]:
    """Return the JSON Schema of a situation."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema"} | msgspec.json.schema(SituationJson)
