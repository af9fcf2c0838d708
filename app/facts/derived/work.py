"""Derived facts about work that ends: age, the first unemployed day, and the main right to a benefit."""

import calendar
from datetime import date, timedelta

from app.condition import Value
from app.facts.derived.model import Given, all_of, ends, span
from app.period import Month, add_months, months_between

SETTLEMENT = "vaststellingsovereenkomst"
ENDS_WITH_WW = frozenset({"contract_stopt", "ontslagen", SETTLEMENT, "failliet"})
ENDS_WITH_ZIEKTEWET = frozenset({"contract_stopt", "ontslagen", "failliet", "eerder_gestopt"})
TERMS_TO_UNDO = ("bedenktijd", "bedenktijd_niet_vermeld")


def leeftijd(given: Given) -> Value | None:
    """Return the age in whole years on the day; a span in the month of the birthday itself."""
    born = given.value("geboortemaand")
    if not isinstance(born, Month):
        return None
    return span(
        months_between(born.last_day, given.day) // 12, months_between(born.first_day, given.day) // 12
    )


def eerste_werkloze_dag(given: Given) -> Value | None:
    """Return the first unemployed day, or the span in which it must lie.

    Deadlines count from the early end of a span, so that nobody is told to wait too long.

    Source: Werkloosheidswet art. 16a and 19 lid 3 (BWBR0004045): after a settlement the notice period that
    the employer should have kept counts from the written agreement.
    """
    last, reason = given.day_of("laatste_werkdag"), given.value("einde_werk")
    if last is None:
        return None
    next_day = last + timedelta(days=1)
    if reason == "eerder_gestopt":
        return _after_early_end(given, next_day)
    if reason is None:
        # A contract that was stopped too early may have run for years: no last day is certain.
        return span(next_day, date.max)
    return span(
        next_day, max(next_day, _after_longest_notice(given, last)) if reason == SETTLEMENT else next_day
    )


def _after_early_end(given: Given, next_day: date) -> date | None:
    """Return the first unemployed day of who had a fixed contract: the agreed end counts without a clause.

    Source: Werkloosheidswet art. 19 lid 4 (BWBR0004045).
    """
    may_end_early, agreed = given.truth("tussentijds_stoppen_mag"), given.day_of("einddatum_contract")
    if may_end_early:
        return next_day
    if may_end_early is None or agreed is None:
        return None
    return max(next_day, agreed + timedelta(days=1))


def _after_longest_notice(given: Given, last: date) -> date:
    """Return the day after the notice period, counted to the end of its month.

    Source: Burgerlijk Wetboek 7:672 lid 1 and 2 (BWBR0005290): one to four months by years of service.
    """
    signed = given.day_of("datum_handtekening") or last
    end = add_months(signed, _notice_in_months(given))
    return end.replace(day=calendar.monthrange(end.year, end.month)[1]) + timedelta(days=1)


def _notice_in_months(given: Given) -> int:
    years = given.number("dienstjaren")
    for step in ("1", "2", "3"):
        if years is not None and years < given.law(f"bw.opzegtermijn_grens_{step}"):
            return given.law(f"bw.opzegtermijn_{step}")
    return given.law("bw.opzegtermijn_4")


def leeftijd_maanden_eerste_werkloze_dag(given: Given) -> Value | None:
    """Return the age in whole months on the first unemployed day (for the IOW: 60 years and 4 months).

    Source: Wet inkomensvoorziening oudere werklozen art. 2 (BWBR0024394).
    """
    born, first_day = given.value("geboortemaand"), ends(eerste_werkloze_dag(given))
    if not isinstance(born, Month) or first_day is None:
        return None
    return span(months_between(born.last_day, first_day[0]), months_between(born.first_day, first_day[1]))


def recht_ww(given: Given) -> Value | None:
    """Return whether the main conditions for WW hold: the reason, the weeks worked, and able to work.

    Source: Werkloosheidswet art. 16, 17, 19 lid 4 and 24 (BWBR0004045).
    """
    weeks = given.number("weken_gewerkt_van_36")
    worked_enough = None if weeks is None else weeks >= given.law("ww.wekeneis")
    return all_of(_reason_gives_ww(given), worked_enough, given.truth("kan_werken"))


def _reason_gives_ww(given: Given) -> bool | None:
    reason = given.value("einde_werk")
    if reason == "eerder_gestopt":
        return given.truth("tussentijds_stoppen_mag")
    return None if reason is None else reason in ENDS_WITH_WW


def recht_ziektewet(given: Given) -> Value | None:
    """Return whether someone who falls ill as the work ends may count on the Ziektewet.

    Signing a settlement or resigning while ill can cost the right, so those give NO.

    Source: Ziektewet art. 29 lid 2 and 45 (BWBR0001888).
    """
    able, reason = given.truth("kan_werken"), given.value("einde_werk")
    return all_of(
        None if able is None else not able, None if reason is None else reason in ENDS_WITH_ZIEKTEWET
    )


def bedenktijd_tot(given: Given) -> Value | None:
    """Return the last day on which a settlement can be undone without a reason.

    Source: Burgerlijk Wetboek 7:670b (BWBR0005290): longer when the agreement does not mention it.
    """
    signed, mentioned = given.day_of("datum_handtekening"), given.truth("bedenktijd_in_overeenkomst")
    if signed is None:
        return None
    short, long = (signed + timedelta(days=given.law(f"bw.{term}")) for term in TERMS_TO_UNDO)
    if mentioned is None:
        return span(short, long)
    return short if mentioned else long


def bedenktijd_loopt(given: Given) -> Value | None:
    """Return whether a signed settlement can still be undone on the day.

    Source: Burgerlijk Wetboek 7:670b (BWBR0005290).
    """
    until = ends(bedenktijd_tot(given))
    if until is None:
        return None
    earliest, latest = until
    return None if earliest < given.day <= latest else given.day <= earliest
