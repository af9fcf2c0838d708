"""From JSON to a situation: the shape first, then what cannot be, then what is not covered.

The same reading serves the command and the private link of a page. It gets the day of today and the law, asks
for neither, and answers a mistake with the field as a path: `person.job.uren_per_week`.
"""

import re
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import msgspec

from app.calculator.asked_json import (
    AdultJson,
    ChildJson,
    HomeJson,
    JobJson,
    SituationJson,
    Uncovered,
    WWJson,
)
from app.calculator.flow.law_on import Law
from app.calculator.model import WW, Adult, Child, Home, Job, Situation
from app.calculator.possible_json import adults_of, hundredths, mistakes_in
from app.calculator.rules.kinderopvangtoeslag import Opvang
from app.calculator.rules.loonheffing import Korting, loon_of_netto_per_month
from app.calculator.rules.minimumloon import maandloon_per_month
from app.calculator.unknown_json import Unknown
from app.period import MONTHS_IN_A_YEAR, Period, months_between, per_month

MOST_BYTES = 65_536
"""The longest situation that is read."""

DOCUMENT = "$"
"""The field that is named when the whole of it cannot be read."""

GO_TO = {
    Uncovered.OWN_BUSINESS: "gemeente",
    Uncovered.AOW: "svb",
    Uncovered.WIA: "uwv",
    Uncovered.WAJONG: "uwv",
    Uncovered.ZIEKTEWET: "uwv",
    Uncovered.STUDENT_FINANCE: "duo",
    Uncovered.ALIMONY: "sociaal_raadslieden",
    Uncovered.BESLAG: "op_orde",
}
"""The organisation that helps with what is not covered."""

_PLACE = re.compile(r"^(?P<words>.*?)(?: - at (?:`key` in )?`(?P<path>.*)`)?$", re.DOTALL)
_NAMED = re.compile(r"^Object (?:contains unknown|missing required) field `(?P<name>[^`]*)`$", re.DOTALL)


class Refusal(msgspec.Struct, frozen=True, omit_defaults=True):
    """What is wrong, and with which field; a situation that is not covered has its name, and where to go."""

    field: str
    message: str
    reason: str | None = None
    situation: str | None = None
    go_to: str | None = None


class Refused(ValueError):  # noqa: N818 — the name is what happened to the situation
    """A situation that is not worked out."""

    def __init__(
        self, field: str, message: str, situation: str | None = None, go_to: str | None = None
    ) -> None:
        super().__init__(f"{field}: {message}")
        reason = None if situation is None else "not_covered"
        self.refusal = Refusal(field, message, reason, situation, go_to)


class Asked(msgspec.Struct, frozen=True):
    """A situation that can be worked out, the work that is offered, its first day, and the law of the day.

    `unknown` names what of it is not known for sure.
    """

    situation: Situation
    offers: tuple[Job, ...]
    start: date | None
    law: Law
    unknown: tuple[Unknown, ...] = ()

    @property
    def day(self) -> date:
        """The day whose rules and amounts are used."""
        return self.law.day


def read_situation(data: bytes | dict[str, Any], today: date, law_of: Callable[[date], Law]) -> Asked:
    """Return what is asked; Refused when it cannot be read, cannot be, or is not covered.

    `law_of` gives the law of a day, or a LookupError for a day without rules.
    """
    given = _decoded(data)
    law = _law(given, today, law_of)
    for field, words in mistakes_in(given, law.day):
        raise Refused(field, words)
    _refuse_what_is_not_covered(given, law)
    situation = Situation(
        person=_adult("person", given.person, law),
        partner=None if given.partner is None else _adult("partner", given.partner, law),
        children=tuple(Child(each.born, tuple(_opvang(each))) for each in given.children),
        home=_home(given.home),
        savings=given.savings_cents,
        has_bijstand=given.has_bijstand,
        has_opvang_now=given.has_opvang_now,
        is_insured=given.is_insured,
        months_of_low_income=given.months_of_low_income,
    )
    offers = tuple(_job(f"offers[{place}]", each, law) for place, each in enumerate(given.offers))
    return Asked(situation, offers, given.start, law, given.unknown)


def _decoded(data: bytes | dict[str, Any]) -> SituationJson:
    if isinstance(data, bytes) and len(data) > MOST_BYTES:
        raise Refused(DOCUMENT, f"a situation is at most {MOST_BYTES} bytes long")
    try:
        if isinstance(data, bytes):
            return msgspec.json.decode(data, type=SituationJson)
        return msgspec.convert(data, SituationJson)
    except msgspec.ValidationError as error:
        raise Refused(*_told(str(error))) from None
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise Refused(DOCUMENT, f"this is no JSON: {error}") from None


def _told(error: str) -> tuple[str, str]:
    """Return the field and the words of a mistake in the shape."""
    found = _PLACE.match(error)
    words, path = (error, "") if found is None else (found["words"], found["path"] or "")
    if named := _NAMED.match(words):
        path = f"{path or DOCUMENT}.{named['name']}"
    if "RFC3339" in words:
        words = "a day is written 2026-11-21"
    return path.removeprefix(f"{DOCUMENT}.") or DOCUMENT, words


def _law(given: SituationJson, today: date, law_of: Callable[[date], Law]) -> Law:
    day = given.day or today
    if day.year > today.year + 1:
        raise Refused("day", f"the last day that can be looked at is {today.year + 1}-12-31")
    try:
        law = law_of(day)
    except LookupError:
        raise Refused("day", "there are no rules of this day") from None
    return law if given.with_schemes else msgspec.structs.replace(law, schemes=())


def _refuse_what_is_not_covered(given: SituationJson, law: Law) -> None:
    for name, adult in adults_of(given):
        age, before = _age(adult.born, law), "" if name == "person" else "partner_"
        if age < law.bijstand.leeftijd_vanaf:
            words = "people under 18 are not covered"
            raise Refused(f"{name}.born", words, f"{before}under_18", "juridisch_loket")
        if age >= law.bijstand.leeftijd_aow:
            words = "people who have reached the AOW age are not covered"
            raise Refused(f"{name}.born", words, f"{before}aow_age", GO_TO[Uncovered.AOW])
        for place, each in enumerate(adult.also_has):
            words = "this is not covered: nothing is worked out"
            raise Refused(f"{name}.also_has[{place}]", words, each.value, GO_TO[each])


def _age(born: date, law: Law) -> int:
    return months_between(born, law.day) // MONTHS_IN_A_YEAR


def _adult(name: str, given: AdultJson, law: Law) -> Adult:
    return Adult(
        born=given.born,
        job=None if given.job is None else _job(f"{name}.job", given.job, law),
        ww=None if given.ww is None else _ww(given.ww),
        has_vrijlating=given.has_vrijlating,
        months_used=given.months_used,
        is_medisch_urenbeperkt=given.is_medisch_urenbeperkt,
        can_work_more=given.can_work_more,
        is_in_traject=given.is_in_traject,
        cannot_rely_on_parents=given.cannot_rely_on_parents,
    )


def _ww(given: WWJson) -> WW:
    return WW(given.loon_cents_per_month, given.month, given.last_day, given.has_toeslag)


def _job(name: str, given: JobJson, law: Law) -> Job:
    loon = _loon_per_month(given, law)
    if given.pensioenpremie_cents_per_month > loon:
        raise Refused(f"{name}.pensioenpremie_cents_per_month", "the premium is more than the pay")
    return Job(
        loon_per_month=loon,
        uren_per_week=hundredths(given.uren_per_week),
        uurloon=given.uurloon_cents,
        is_all_in=given.is_all_in,
        pensioenpremie_per_month=given.pensioenpremie_cents_per_month,
        reiskosten_per_month=given.reiskosten_cents_per_month,
        has_loonkostensubsidie=given.has_loonkostensubsidie,
        is_paid_per_four_weeks=given.loon_cents_per_four_weeks is not None,
    )


def _loon_per_month(given: JobJson, law: Law) -> int:
    """Return the gross wage per month, in whichever way the pay was given."""
    if given.uurloon_cents is not None:
        return maandloon_per_month(given.uurloon_cents, hundredths(given.uren_per_week))
    if given.loon_cents_per_four_weeks is not None:
        return per_month(given.loon_cents_per_four_weeks, Period.FOUR_WEEKS)
    if given.netto_loon_cents_per_month is not None:
        # The premium comes off before the tax, so it comes back after it.
        taxed = loon_of_netto_per_month(given.netto_loon_cents_per_month, Korting.WHITE, law.loonheffing)
        return taxed + given.pensioenpremie_cents_per_month
    return given.loon_cents_per_month or 0


def _opvang(child: ChildJson) -> Iterator[Opvang]:
    for each in child.opvang:
        yield Opvang(each.soort, hundredths(each.uren_per_month), each.uurprijs_cents)


def _home(given: HomeJson) -> Home:
    return Home(
        dwelling=given.dwelling,
        kale_huur_per_month=given.kale_huur_cents_per_month,
        kostendelers=given.kostendelers,
        medebewoners=given.medebewoners,
        medebewoners_per_year=given.medebewoners_cents_per_year,
    )
