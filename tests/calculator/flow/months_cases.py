"""Households whose months are worked out, and the law of each day for them."""

from datetime import date
from functools import cache

from app.calculator.flow.law_on import Law, law_on
from app.calculator.flow.months import calendar
from app.calculator.flow.payments import MonthOf, Note
from app.calculator.model import WW, Adult, Child, Dwelling, Home, Job, Situation
from app.calculator.rules.kinderopvangtoeslag import Opvang, Soort
from app.calculator.rules.minimumloon import maandloon_per_month
from app.calculator.rules.vrijlating import Vrijlating
from tests.calculator.cases import parameters_on

DECEMBER = date(2026, 12, 1)
BORN = date(1990, 5, 5)
HUUR = Home(Dwelling.HUUR, 65_000)
OPVANG = (Opvang(Soort.DAGOPVANG, 10_000, 1_050),)
CHILD = (Child(date(2022, 3, 3), OPVANG),)


@cache
def law_for(day: date) -> Law:
    return law_on(parameters_on(day))


def one_law(_day: date) -> Law:
    """Return the same law for every day: nothing changes but the months."""
    return law_for(date(2026, 11, 21))


def job_of(hours: int, **other: object) -> Job:
    """Return work at the minimum wage of the end of 2026."""
    return Job(maandloon_per_month(1499, hours * 100), hours * 100, 1499, **other)  # type: ignore[arg-type]


def adult(job: Job | None = None, **other: object) -> Adult:
    return Adult(born=BORN, job=job, **other)  # type: ignore[arg-type]


def on_bijstand(*adults: Adult, children: tuple[Child, ...] = (), has_opvang_now: bool = False) -> Situation:
    return Situation(
        person=adults[0],
        partner=adults[1] if adults[1:] else None,
        children=children,
        home=HUUR,
        has_bijstand=True,
        has_opvang_now=has_opvang_now,
    )


def without_bijstand(*adults: Adult, children: tuple[Child, ...] = ()) -> Situation:
    return Situation(
        person=adults[0],
        partner=adults[1] if adults[1:] else None,
        children=children,
        home=HUUR,
        has_opvang_now=bool(children),
    )


EXEMPT_FOR_GOOD = {
    "has_vrijlating": True,
    "is_medisch_urenbeperkt": True,
    "months_used": {Vrijlating.N: 6},
}

STEADY = {
    "bijstand beside 16 hours": on_bijstand(adult(job_of(16))),
    "bijstand with an exemption": on_bijstand(adult(job_of(16), **EXEMPT_FOR_GOOD)),
    "bijstand of a couple": on_bijstand(adult(job_of(16)), adult(job_of(8))),
    "bijstand of a couple without work": on_bijstand(adult(), adult()),
    "bijstand of a parent": on_bijstand(adult(job_of(14)), children=CHILD, has_opvang_now=True),
    "bijstand of a parent with little left": on_bijstand(
        adult(job_of(19)), children=CHILD, has_opvang_now=True
    ),
    "bijstand of a parent with an exemption": on_bijstand(
        adult(job_of(20), **EXEMPT_FOR_GOOD), children=CHILD, has_opvang_now=True
    ),
    "bijstand above WW": on_bijstand(adult(ww=WW(150_000, 14))),
    "wage alone": without_bijstand(adult(job_of(32))),
    "wage with premium and travel": without_bijstand(
        adult(job_of(32, pensioenpremie_per_month=6_000, reiskosten_per_month=5_000))
    ),
    "wage with holiday pay in it": without_bijstand(adult(Job(200_000, 2_400, is_all_in=True))),
    "wage of four weeks": without_bijstand(adult(job_of(32, is_paid_per_four_weeks=True))),
    "high wage": without_bijstand(adult(Job(450_000, 4_000))),
    "wage of a parent": without_bijstand(adult(job_of(24)), children=CHILD),
    "WW alone": without_bijstand(adult(ww=WW(300_000, 14))),
    "WW above the wage": without_bijstand(adult(job_of(10), ww=WW(400_000, 14))),
    "WW below the wage": without_bijstand(adult(job_of(20), ww=WW(300_000, 14))),
    "WW with a toeslag": without_bijstand(adult(job_of(4), ww=WW(150_000, 14, has_toeslag=True))),
    "WW of the partner": without_bijstand(adult(job_of(24)), adult(ww=WW(280_000, 14))),
}
"""Households that stay as they are."""

BEGINNERS = {
    "bijstand, 16 hours": (on_bijstand(adult()), job_of(16)),
    "bijstand with an exemption, 16 hours": (on_bijstand(adult(has_vrijlating=True)), job_of(16)),
    "bijstand, 36 hours": (on_bijstand(adult()), job_of(36)),
    "bijstand of a parent, 24 hours": (on_bijstand(adult(), children=CHILD), job_of(24)),
    "bijstand of a parent, 12 hours": (on_bijstand(adult(), children=CHILD), job_of(12)),
    "bijstand of a couple, 20 hours": (on_bijstand(adult(), adult(job_of(8))), job_of(20)),
    "bijstand, four weeks": (on_bijstand(adult()), job_of(20, is_paid_per_four_weeks=True)),
    "WW, 20 hours": (without_bijstand(adult(ww=WW(300_000, 2))), job_of(20)),
    "WW, 40 hours": (without_bijstand(adult(ww=WW(250_000, 2))), job_of(40)),
    "WW with a toeslag, 8 hours": (
        without_bijstand(adult(ww=WW(150_000, 1, has_toeslag=True))),
        job_of(8),
    ),
    "WW until March, no work": (without_bijstand(adult(ww=WW(300_000, 5, date(2027, 3, 10)))), None),
    "partner with wage, 24 hours": (without_bijstand(adult(), adult(Job(260_000))), job_of(24)),
    "more hours": (on_bijstand(adult(job_of(8))), job_of(24)),
    "a job that stops": (without_bijstand(adult(job_of(24)), children=CHILD), None),
}
"""Households in which the person begins other work."""

STARTS = date(2026, 3, 1), date(2026, 10, 16), DECEMBER, date(2026, 12, 14), date(2027, 1, 1)


def months_of(situation: Situation, job: Job | None, start: date = DECEMBER) -> dict[str, MonthOf]:
    return {str(each.month): each for each in calendar(situation, job, start, law_for).months}


def with_note(note: Note, found: dict[str, MonthOf]) -> list[str]:
    return [month for month, each in found.items() if note in each.notes]
