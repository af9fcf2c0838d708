"""Dated steps: when each thing has to be done, counted from the visitor's own dates."""

from __future__ import annotations

import random
from datetime import date, timedelta
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from app.catalogue.model import Due, Item, Number, Step, When
from app.condition import Known
from app.facts.flow import known_facts
from app.wayfinder.flow import RouteOn
from app.wayfinder.model import Certainty, DatedStep
from app.wayfinder.outcome import outcome
from app.wayfinder.steps import dated_step, in_order
from tests.people import DAY, someone, voorbeeldstad, zwolle
from tests.wayfinder.walking import anybody, visitor


def step_of(item: str, step: str, day: date = DAY, **answers: Any) -> DatedStep:
    """A step of the shipped content, dated for somebody with these answers."""
    installed = zwolle()
    on = installed.route("baan_kwijt", day)
    found = installed.catalogue.items[item]
    known = known_facts(on.facts, someone(installed.facts, **answers))
    return dated_step(on, known, found, next(each for each in found.steps if each.id == step))


BY_LAW: list[tuple[str, str, str, dict[str, Any], date]] = [
    ("WW 26.1b: a week after the first unemployed day", "ww_uitkering", "aanvragen",
     {"einde_werk": "ontslagen", "laatste_werkdag": "2026-11-30"}, date(2026, 12, 8)),
    ("WW 26.1b, over the turn of the year", "ww_uitkering", "aanvragen",
     {"einde_werk": "contract_stopt", "laatste_werkdag": "2026-12-31"}, date(2027, 1, 8)),
    ("TW: six weeks", "toeslagenwet", "aanvragen",
     {"einde_werk": "contract_stopt", "laatste_werkdag": "2026-11-30"}, date(2027, 1, 12)),
    ("BW 7:686a: two months to contest", "ontslag_aanvechten", "rechter",
     {"einde_werk": "ontslagen", "laatste_werkdag": "2026-12-31"}, date(2027, 2, 28)),
    ("BW 7:686a: two months, in a leap year", "ontslag_aanvechten", "rechter",
     {"einde_werk": "ontslagen", "laatste_werkdag": "2027-12-31"}, date(2028, 2, 29)),
    ("BW 7:686a: three months for the transition payment", "transitievergoeding", "vragen",
     {"einde_werk": "ontslagen", "laatste_werkdag": "2026-11-30"}, date(2027, 2, 28)),
    ("BW 7:686a: three months", "transitievergoeding", "vragen",
     {"einde_werk": "ontslagen", "laatste_werkdag": "2026-10-15"}, date(2027, 1, 15)),
    ("Awir: four weeks", "toeslagen_wijzigen", "doorgeven",
     {"einde_werk": "ontslagen", "laatste_werkdag": "2026-11-30"}, date(2026, 12, 28)),
    ("BW 7:670b: the last day of 14", "overeenkomst_terugdraaien", "ontbinden",
     {"einde_werk": "vaststellingsovereenkomst", "overeenkomst_getekend": True,
      "datum_handtekening": "2026-11-10", "bedenktijd_in_overeenkomst": True}, date(2026, 11, 24)),
    ("Dienst Toeslagen: childcare for three more months", "kinderopvangtoeslag_let_op", "stoppen",
     {"einde_werk": "ontslagen", "laatste_werkdag": "2026-11-30"}, date(2027, 2, 28)),
]  # fmt: skip


@pytest.mark.row("W10")
@pytest.mark.parametrize(("law", "item", "step", "answers", "day"), BY_LAW, ids=[row[0] for row in BY_LAW])
def test_a_step_is_due_when_the_law_says(
    law: str, item: str, step: str, answers: dict[str, Any], day: date
) -> None:
    found = step_of(item, step, **answers)
    assert (found.day, found.certainty, found.overdue) == (day, Certainty.FIRM, False), law


@pytest.mark.row("W4")
def test_a_doubtful_date_counts_from_its_early_end() -> None:
    """After a settlement the first unemployed day may come later (WW 19.3); asking too early does no harm."""
    found = step_of(
        "ww_uitkering", "aanvragen", einde_werk="vaststellingsovereenkomst", laatste_werkdag="2026-11-30"
    )
    assert (found.day, found.certainty) == (date(2026, 12, 8), Certainty.EARLIEST)


def test_even_without_a_reason_the_early_end_is_a_date() -> None:
    found = step_of("ww_uitkering", "aanvragen", laatste_werkdag="2026-11-30")
    assert (found.day, found.certainty) == (date(2026, 12, 8), Certainty.EARLIEST)


@pytest.mark.row("W4")
def test_without_its_own_date_a_step_names_what_it_is_counted_from_and_asks_for_it() -> None:
    found = step_of("ww_uitkering", "aanvragen", einde_werk="ontslagen")
    assert (found.day, found.certainty, found.count) == (None, Certainty.UNKNOWN, 7)
    assert found.question == "laatste_werkdag"
    unknown = step_of("ww_uitkering", "aanvragen", einde_werk="ontslagen", laatste_werkdag="?")
    assert (unknown.day, unknown.question) == (None, None)


@pytest.mark.parametrize(("day", "overdue"), [(date(2026, 12, 8), False), (date(2026, 12, 9), True)])
def test_a_step_is_overdue_from_the_day_after(day: date, overdue: bool) -> None:
    answers = {"einde_werk": "ontslagen", "laatste_werkdag": "2026-11-30"}
    assert step_of("ww_uitkering", "aanvragen", day, **answers).overdue is overdue


ITEM = next(iter(zwolle().catalogue.items.values()))


def counted(due: Due, anchor: date, when: When = When.BY) -> DatedStep:
    """A step counted from `laatste_werkdag`, on the shipped route."""
    on: RouteOn = zwolle().route("baan_kwijt")
    known: dict[str, Known] = {"laatste_werkdag": anchor}
    return dated_step(on, known, ITEM, Step(id="x", do="Doe dit.", when=when, by=due))


WEEKS, MONTHS, DAYS = (
    Number("toeslagenwet.aanvraagtermijn"),
    Number("bw.vervaltermijn_ontslag"),
    Number("bw.bedenktijd"),
)
COUNTED: list[tuple[Due, date, date]] = [
    (Due(after="laatste_werkdag"), date(2026, 11, 30), date(2026, 11, 30)),
    (Due(days=DAYS, after="laatste_werkdag"), date(2026, 12, 20), date(2027, 1, 3)),
    (Due(days=DAYS, before="laatste_werkdag"), date(2027, 1, 3), date(2026, 12, 20)),
    (Due(weeks=WEEKS, after="laatste_werkdag"), date(2026, 11, 30), date(2027, 1, 11)),
    (Due(weeks=WEEKS, before="laatste_werkdag"), date(2027, 1, 11), date(2026, 11, 30)),
    (Due(months=MONTHS, after="laatste_werkdag"), date(2027, 12, 29), date(2028, 2, 29)),
    (Due(months=MONTHS, after="laatste_werkdag"), date(2026, 12, 30), date(2027, 2, 28)),
    (Due(months=MONTHS, before="laatste_werkdag"), date(2027, 4, 30), date(2027, 2, 28)),
]


@pytest.mark.parametrize(("due", "anchor", "day"), COUNTED)
def test_days_weeks_and_months_are_counted_forward_and_back(due: Due, anchor: date, day: date) -> None:
    assert counted(due, anchor).day == day


def test_only_a_step_with_a_last_day_can_be_overdue() -> None:
    past = Due(after="laatste_werkdag")
    assert counted(past, date(2026, 11, 1)).overdue
    assert not counted(past, date(2026, 11, 1), When.FROM_MONTH).overdue


def test_steps_stand_now_first_then_by_date_then_without_a_date_and_what_returns_last() -> None:
    walk = visitor(
        voorbeeldstad(), "hulp", woont_in_gemeente=True, reden="geen_werk", weken=8,
        laatste_dag="2026-11-10", inkomen=[0, "month"], woonsituatie="alleen_met_kinderen",
        kinderen=[{"opvang": True}],
    )  # fmt: skip
    steps = outcome(walk.on, walk.known).steps
    assert [(step.item.id, step.step.id, step.day) for step in steps] == [
        ("steun", "melden", None),
        ("werkhulp", "aanmelden", date(2026, 11, 20)),
        ("opvanghulp", "doorgeven", date(2027, 2, 10)),
        ("steun", "inkomen", None),
    ]
    assert [step.overdue for step in steps] == [False, True, False, False]
    walk.answer("laatste_dag", someone(voorbeeldstad().facts, laatste_dag="?")["laatste_dag"])
    without = outcome(walk.on, walk.known).steps
    assert [step.step.id for step in without] == ["melden", "aanmelden", "doorgeven", "inkomen"]
    assert [step.is_loose for step in without] == [False, True, True, True]


@pytest.mark.row("W10")
def test_before_the_first_working_day_means_that_day_is_not_overdue_and_the_day_after_is() -> None:
    answers = {"startdatum_werk": "2026-12-01"}
    on_the_day = step_of("werk_melden_gemeente", "melden", date(2026, 12, 1), **answers)
    assert (on_the_day.day, on_the_day.overdue) == (date(2026, 12, 1), False)
    assert step_of("werk_melden_gemeente", "melden", date(2026, 12, 2), **answers).overdue


@pytest.mark.row("W10")
@pytest.mark.parametrize(
    ("item", "step", "answers", "day"),
    [
        ("jong_na_ww", "melden", {"einddatum_ww": "2026-12-31"}, date(2026, 12, 3)),
        ("jong_na_ww", "afmaken", {"melding_bijstand": "2026-12-03"}, date(2026, 12, 31)),
        ("bijstand_jong", "aanvragen", {"melding_bijstand": "2026-12-03"}, date(2026, 12, 31)),
    ],
)
def test_pw_41_who_is_young_may_report_or_apply_from_a_day_and_is_never_overdue(
    item: str, step: str, answers: dict[str, Any], day: date
) -> None:
    early, then, late = (
        step_of(item, step, when, **answers)
        for when in (day - timedelta(days=1), day, day + timedelta(days=9))
    )
    assert [each.day for each in (early, then, late)] == [day, day, day]
    assert [each.has_begun for each in (early, then, late)] == [False, True, True]
    assert not any(each.overdue for each in (early, then, late))


def test_what_must_be_ready_before_an_unknown_day_comes_after_now_and_before_what_is_later() -> None:
    begin = Due(before="laatste_werkdag")
    steps = [
        dated_step(zwolle().route("baan_kwijt"), known, ITEM, Step(id=name, do="Doe dit.", when=when, by=due))
        for name, when, due, known in (
            ("nu", When.NOW, None, {}),
            ("voor", When.BY, begin, {}),
            ("op datum", When.BY, begin, {"laatste_werkdag": date(2026, 12, 1)}),
            ("zonder datum", When.BY, Due(days=DAYS, after="laatste_werkdag"), {}),
            ("elke maand", When.MONTHLY, None, {}),
        )
    ]
    steps.reverse()
    assert [each.step.id for each in sorted(steps, key=in_order)] == [
        "nu",
        "voor",
        "op datum",
        "zonder datum",
        "elke maand",
    ]


def test_a_step_under_a_condition_is_for_whom_it_holds() -> None:
    answers: dict[str, Any] = {"woonsituatie": "alleen_met_kinderen", "kinderen": [{"opvang": True}]}
    shown = [
        [step.step.id for step in outcome(walk.on, walk.known).steps if step.item.id == "opvanghulp"]
        for walk in (
            visitor(voorbeeldstad(), "hulp", **answers, reden="geen_werk"),
            visitor(voorbeeldstad(), "hulp", **answers, reden="anders"),
            visitor(voorbeeldstad(), "hulp", **answers),
        )
    ]
    assert shown == [["doorgeven"], [], []]


@settings(max_examples=150, deadline=None)
@given(some.randoms(use_true_random=False))
def test_steps_are_in_order_and_only_of_what_fits(chance: random.Random) -> None:
    walk = anybody(chance)
    found = outcome(walk.on, walk.known)
    fitting: set[str] = {fit.item.id for fit in found.fits}
    assert {step.item.id for step in found.steps} <= fitting
    dated = [step.day for step in found.steps if step.day is not None]
    assert dated == sorted(dated)
    for step in found.steps:
        assert step.organisation in walk.installed.catalogue.organisations
        assert (step.day is None) == (step.step.by is None or step.certainty is Certainty.UNKNOWN)
        assert step.question is None or step.question not in walk.answers


def test_an_item_keeps_its_own_organisation_where_a_step_names_none() -> None:
    bare: Item = msgspec.structs.replace(ITEM, organisation="uwv")
    on = zwolle().route("baan_kwijt")
    step = Step(id="x", do="Doe dit.", when=When.NOW)
    assert dated_step(on, {}, bare, step).organisation == "uwv"
    elsewhere = msgspec.structs.replace(step, organisation="svb")
    assert dated_step(on, {}, bare, elsewhere).organisation == "svb"
