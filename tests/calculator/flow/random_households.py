"""Random households for properties that hold for all of them, and the law on a day."""

from datetime import date
from functools import cache

import msgspec
from hypothesis import strategies as st

from app.calculator.flow.budget import budget_at
from app.calculator.flow.frame import Frame
from app.calculator.flow.law_on import Law, law_on
from app.calculator.model import WW, Adult, Budget, Child, Dwelling, Home, Job, Situation
from app.calculator.rules.kinderopvangtoeslag import Opvang, Soort
from app.calculator.rules.lokaal import Amounts, Per, Scheme
from app.calculator.rules.vrijlating import Vrijlating
from app.parameters import Source
from tests.calculator.cases import parameters_on

DAY, NEW_YEAR = date(2026, 11, 21), date(2027, 1, 1)
WAGES = st.integers(0, 600_000)
SCHEME = Scheme(
    id="regeling",
    label="Regeling",
    organisation="gemeente",
    per=Per.HOUSEHOLD,
    income_ratio=110_000,
    source=Source(law="Participatiewet", bwb="BWBR0015703", article="35"),
    amounts=(Amounts(date(2026, 1, 1), None, {"alleenstaand": 48_000}, date(2026, 1, 1), "1"),),
)
"""A scheme of a municipality whose amount is known: 40 euros a month, up to 110 % of the norm."""


@cache
def law(day: date = DAY) -> Law:
    return law_on(parameters_on(day))


def jobs() -> st.SearchStrategy[Job]:
    return st.builds(
        Job,
        loon_per_month=WAGES,
        is_all_in=st.booleans(),
        pensioenpremie_per_month=st.sampled_from([0, 0, 1_000, 15_000]),
    )


def wws() -> st.SearchStrategy[WW]:
    return st.builds(
        WW,
        loon_per_month=st.integers(20_000, 700_000),
        month=st.integers(1, 12),
        has_toeslag=st.booleans(),
    )


def adults(*, works: bool = False) -> st.SearchStrategy[Adult]:
    return st.builds(
        Adult,
        born=st.dates(date(1962, 1, 1), date(2008, 11, 1)),
        job=st.none() | jobs() if works else st.none(),
        ww=st.none() | st.none() | wws(),
        has_vrijlating=st.booleans(),
        months_used=st.sampled_from([{}, {Vrijlating.N: 6}, {Vrijlating.N: 6, Vrijlating.R: 30}]),
        is_medisch_urenbeperkt=st.booleans(),
    )


def children() -> st.SearchStrategy[Child]:
    opvang = st.builds(
        Opvang,
        soort=st.sampled_from(Soort),
        uren_per_month=st.integers(1, 24_000),
        uurprijs=st.integers(500, 1_400),
    )
    return st.builds(
        Child,
        born=st.dates(date(2009, 1, 1), date(2026, 11, 20)),
        opvang=st.lists(opvang, max_size=2).map(tuple),
    )


def homes() -> st.SearchStrategy[Home]:
    return st.builds(
        Home,
        dwelling=st.sampled_from([Dwelling.HUUR, Dwelling.HUUR, Dwelling.KOOP]),
        kale_huur_per_month=st.integers(0, 110_000),
        kostendelers=st.sampled_from([0, 0, 0, 1, 2]),
        medebewoners=st.sampled_from([0, 0, 0, 1]),
        medebewoners_per_year=st.sampled_from([None, 0, 1_500_000]),
    )


def situations() -> st.SearchStrategy[Situation]:
    return st.builds(
        Situation,
        person=adults(),
        partner=st.none() | adults(works=True),
        children=st.lists(children(), max_size=4).map(tuple),
        home=homes(),
        savings=st.sampled_from([0, 0, 0, 1_000_000, 5_000_000, 20_000_000]),
        has_bijstand=st.booleans(),
        is_insured=st.sampled_from([True, True, True, False]),
    )


def paid(loon: int, job: Job | None = None) -> Job | None:
    return msgspec.structs.replace(job or Job(0), loon_per_month=loon) if loon else None


def at(frame: Frame, loon: int, job: Job | None = None) -> Budget:
    """Return the budget of a household whose person works at this wage per month, like this job."""
    others = tuple(adult.job for adult in frame.situation.adults[1:])
    return budget_at(frame, (paid(loon, job), *others), with_opvang=True)
