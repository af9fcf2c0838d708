"""What cannot be in a situation, each with its field as a path: `person.job.uren_per_week`."""

from collections.abc import Iterator
from datetime import date

from app.calculator.asked_json import AdultJson, ChildJson, HomeJson, JobJson, SituationJson
from app.calculator.model import Dwelling
from app.calculator.rules.minimumloon import HUNDREDTHS
from app.period import MONTHS_IN_A_YEAR, add_months, months_between

ADULT = 18

PAYS = "uurloon_cents", "loon_cents_per_month", "loon_cents_per_four_weeks", "netto_loon_cents_per_month"


def hundredths(hours: float) -> int:
    """Return hours as whole hundredths of an hour."""
    return round(hours * HUNDREDTHS)


def mistakes_in(given: SituationJson, day: date) -> Iterator[tuple[str, str]]:
    """Yield what cannot be, each with its field."""
    for name, adult in adults_of(given):
        yield from _mistakes_of_adult(name, adult, day)
    for place, child in enumerate(given.children):
        yield from _mistakes_of_child(f"children[{place}]", child, day)
    yield from _mistakes_of_home(given.home)
    for place, offer in enumerate(given.offers):
        yield from _mistakes_of_job(f"offers[{place}]", offer)
    if given.partner and _has_toeslag(given.person) and _has_toeslag(given.partner):
        yield "partner.ww.has_toeslag", "UWV pays one toeslag to a couple; give it to one of the two"
    if given.has_opvang_now and not any(child.opvang for child in given.children):
        yield "has_opvang_now", "there is no child with opvang"
    if given.start and not day <= given.start <= add_months(day, MONTHS_IN_A_YEAR):
        yield "start", "the work begins on the day or within a year after it"
    if given.start and not given.offers:
        yield "start", "there are no offers"


def _has_toeslag(adult: AdultJson) -> bool:
    return adult.ww is not None and adult.ww.has_toeslag


def adults_of(given: SituationJson) -> Iterator[tuple[str, AdultJson]]:
    """Yield the adults, each with the name of its field."""
    yield "person", given.person
    if given.partner is not None:
        yield "partner", given.partner


def _mistakes_of_adult(name: str, adult: AdultJson, day: date) -> Iterator[tuple[str, str]]:
    if adult.born > day:
        yield f"{name}.born", "this is after the day"
    if adult.job is not None:
        yield from _mistakes_of_job(f"{name}.job", adult.job)
    if adult.ww is not None and adult.ww.last_day is not None and adult.ww.last_day < day:
        yield f"{name}.ww.last_day", "this right has ended before the day; leave ww out"


def _mistakes_of_child(name: str, child: ChildJson, day: date) -> Iterator[tuple[str, str]]:
    if child.born > day:
        yield f"{name}.born", "this is after the day"
    elif months_between(child.born, day) >= ADULT * MONTHS_IN_A_YEAR:
        yield f"{name}.born", "who is 18 or older is no child here; count him or her in home.medebewoners"
    for place, each in enumerate(child.opvang):
        yield from _mistakes_of_hours(f"{name}.opvang[{place}].uren_per_month", each.uren_per_month)


def _mistakes_of_home(home: HomeJson) -> Iterator[tuple[str, str]]:
    rent = "home.kale_huur_cents_per_month"
    if home.dwelling is Dwelling.HUUR and not home.kale_huur_cents_per_month:
        yield rent, "a rented home has a rent"
    if home.dwelling not in (Dwelling.HUUR, Dwelling.KAMER) and home.kale_huur_cents_per_month:
        yield rent, "only huur and kamer have a rent"
    if home.kostendelers > home.medebewoners:
        yield "home.kostendelers", "who shares the costs is one of the medebewoners"
    if home.medebewoners_cents_per_year and not home.medebewoners:
        yield "home.medebewoners_cents_per_year", "there are no medebewoners"


def _mistakes_of_job(name: str, job: JobJson) -> Iterator[tuple[str, str]]:
    yield from _mistakes_of_hours(f"{name}.uren_per_week", job.uren_per_week)
    given = [each for each in PAYS if getattr(job, each) is not None]
    if not given:
        yield name, f"the pay is missing; give one of {', '.join(PAYS)}"
    if len(given) > 1:
        yield f"{name}.{given[1]}", f"the pay is given twice: {given[0]} stands there too"
    if job.uurloon_cents is not None and not job.uren_per_week:
        yield f"{name}.uren_per_week", "pay per hour needs the hours"


def _mistakes_of_hours(name: str, hours: float) -> Iterator[tuple[str, str]]:
    if hundredths(hours) / HUNDREDTHS != hours:
        yield name, "hours have at most two decimals"
