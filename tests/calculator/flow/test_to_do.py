"""What to do when work begins: which steps, on which day, with whom."""

from __future__ import annotations

from datetime import date

import msgspec
import pytest

from app.calculator.flow.budget import budget_at, jobs_of, with_job
from app.calculator.flow.frame import frame_of
from app.calculator.flow.law_on import Law, law_on
from app.calculator.flow.to_do import EVERY_STEP, VRIJLATINGEN, Begin, Moment, ToDo, to_do
from app.calculator.model import WW, Adult, Child, Dwelling, Home, Job, Situation
from app.calculator.rules.kinderopvangtoeslag import Opvang, Soort
from app.calculator.rules.minimumloon import maandloon_per_month
from app.calculator.rules.vrijlating import Vrijlating
from app.catalogue.model import When
from tests.calculator.cases import parameters_on
from tests.people import voorbeeldstad, zwolle

DAY = date(2026, 11, 21)
START = date(2026, 12, 1)
BORN = date(1985, 3, 1)
RENTED = Home(Dwelling.HUUR, 65_000)
SINGLE = Situation(person=Adult(born=BORN), home=RENTED, has_bijstand=True)
ON_WW = Situation(person=Adult(born=BORN, ww=WW(300_000)), home=RENTED)
PARENT = Situation(
    person=Adult(born=BORN),
    children=(Child(date(2022, 2, 1), (Opvang(Soort.DAGOPVANG, 80_00, 1000),)),),
    home=RENTED,
    has_bijstand=True,
)


def law(day: date = DAY) -> Law:
    """The law on a day."""
    return law_on(parameters_on(day))


def work(hours: int) -> Job:
    """A job of so many hours a week at the minimum wage."""
    return Job(maandloon_per_month(1499, hours * 100), hours * 100, 1499)


def with_person(situation: Situation, **changed: object) -> Situation:
    """The same household with something else about the person."""
    return msgspec.structs.replace(situation, person=msgspec.structs.replace(situation.person, **changed))


def steps(
    situation: Situation, job: Job, *, start: date = START, day: date = DAY, is_first_month_low: bool = False
) -> dict[str, ToDo]:
    """What this household has to do, by the id of the item."""
    frame = frame_of(situation, law(day))
    now = budget_at(frame, jobs_of(situation))
    then = budget_at(frame, with_job(situation, job), with_opvang=True)
    begin = Begin(situation, job, start, now, then, is_first_month_low)
    found = to_do(begin, law(day), zwolle().catalogue.items, day)
    by_item = {each.item: each for each in found}
    assert len(by_item) == len(found), "no step twice"
    return by_item


def test_every_item_and_step_exists_in_the_shipped_catalogue_and_holds_for_everyone() -> None:
    items = zwolle().catalogue.items
    for item, step_id in EVERY_STEP:
        (step,) = (step for step in items[item].steps if step.id == step_id)
        assert step.only_if is None, (item, step_id)


def test_every_kind_of_exemption_has_its_step() -> None:
    assert VRIJLATINGEN.keys() == set(Vrijlating)


def test_there_is_a_moment_for_every_way_in_which_a_step_can_be_due() -> None:
    assert {each.value for each in When} <= {each.value for each in Moment}


@pytest.mark.row("C17")
def test_beside_bijstand_work_is_reported_before_the_first_day_and_the_wage_every_month() -> None:
    found = steps(SINGLE, work(16))
    assert found["werk_melden_gemeente"] == ToDo(
        "werk_melden_gemeente", "melden", START, Moment.BEFORE, "gemeente"
    )
    assert found["inkomen_doorgeven_bijstand"] == ToDo(
        "inkomen_doorgeven_bijstand", "doorgeven", START, Moment.MONTHLY, "gemeente"
    )
    assert found["loonheffingskorting_een"].organisation == "werkgever"
    assert not found.keys() & {"eerste_maand_overbruggen", "bijstand_stopt_vakantiegeld"}


def test_where_bijstand_stops_there_is_holiday_pay_to_check_from_then_on() -> None:
    found = steps(SINGLE, work(36))
    assert {"werk_melden_gemeente", "bijstand_stopt_vakantiegeld"} <= found.keys()
    assert found["bijstand_stopt_vakantiegeld"].when is Moment.FROM_DAY
    assert found["bijstand_stopt_vakantiegeld"].day == START
    assert not found.keys() & {"inkomen_doorgeven_bijstand", "loonheffingskorting_een"}


def test_a_low_first_month_asks_for_help_also_without_bijstand() -> None:
    assert "eerste_maand_overbruggen" not in steps(ON_WW, work(36))
    assert "eerste_maand_overbruggen" not in steps(SINGLE, work(36))
    low = steps(ON_WW, work(36), is_first_month_low=True)
    assert low["eerste_maand_overbruggen"].when is Moment.NOW
    assert "eerste_maand_overbruggen" in steps(ON_WW, work(36), is_first_month_low=True)
    assert "eerste_maand_overbruggen" in steps(SINGLE, work(36), is_first_month_low=True)


def test_other_toeslagen_are_reported_within_four_weeks_after_the_first_day() -> None:
    found = steps(SINGLE, work(36))["toeslagen_meer_loon"]
    assert (found.when, found.day, found.organisation) == (Moment.BY, date(2026, 12, 29), "dienst_toeslagen")


def test_the_same_toeslagen_need_no_report() -> None:
    # As far as the wage only takes the place of bijstand, the toeslagen stay what they are.
    assert "toeslagen_meer_loon" not in steps(SINGLE, work(4))
    assert "toeslagen_meer_loon" not in steps(
        Situation(person=Adult(born=BORN), savings=50_000_000), work(36)
    )


def test_childcare_is_arranged_before_the_first_day_by_who_has_none_yet() -> None:
    found = steps(PARENT, work(24))["kinderopvang_bij_werk"]
    assert (found.when, found.day) == (Moment.BEFORE, START)
    assert "kinderopvang_bij_werk" not in steps(SINGLE, work(24))


def test_who_has_childcare_already_changes_the_estimate() -> None:
    working = msgspec.structs.replace(with_person(PARENT, job=work(8)), has_opvang_now=True)
    found = steps(working, work(40))
    assert "toeslagen_meer_loon" in found
    assert "kinderopvang_bij_werk" not in found


def test_an_exemption_is_asked_for_where_it_was_not_granted_and_helps() -> None:
    found = steps(SINGLE, work(16))
    assert (found["vrijlating_25"].when, found["vrijlating_25"].day) == (Moment.BEFORE, START)
    assert "vrijlating_25" not in steps(with_person(SINGLE, has_vrijlating=True), work(16))
    assert "vrijlating_25" not in steps(SINGLE, work(40))


def test_an_exemption_that_keeps_bijstand_above_the_norm_is_asked_for_too() -> None:
    # At 24 hours the net wage alone is above the norm; without the exempt part it is below it.
    found = steps(SINGLE, work(24))
    assert "bijstand_stopt_vakantiegeld" in found, "bijstand ends without an exemption"
    assert "vrijlating_25" in found


@pytest.mark.parametrize(
    ("changed", "item"),
    [
        ({"months_used": {Vrijlating.N: 6}, "is_medisch_urenbeperkt": True}, "vrijlating_minder_uren"),
        ({"born": date(2002, 1, 1), "is_medisch_urenbeperkt": True}, "vrijlating_minder_uren"),
    ],
)
def test_after_the_first_exemption_comes_another(changed: dict[str, object], item: str) -> None:
    found = steps(with_person(SINGLE, **changed), work(12))
    assert item in found
    assert "vrijlating_25" not in found


def test_a_single_parent_asks_for_the_second_exemption_after_the_first() -> None:
    assert "vrijlating_ouder" in steps(with_person(PARENT, months_used={Vrijlating.N: 6}), work(16))


def test_with_loonkostensubsidie_the_exemption_is_that_of_the_job_on_offer() -> None:
    job = msgspec.structs.replace(work(16), has_loonkostensubsidie=True)
    found = steps(with_person(SINGLE, months_used={Vrijlating.N: 6}), job)
    assert "vrijlating_loonkostensubsidie" in found


def test_the_rule_of_2027_is_asked_about_from_january() -> None:
    found = steps(SINGLE, work(16))["nieuwe_vrijlating_komt"]
    assert (found.when, found.day) == (Moment.FROM_MONTH, date(2027, 1, 1))
    assert "nieuwe_vrijlating_komt" in steps(with_person(SINGLE, born=date(2002, 1, 1)), work(12))
    assert "nieuwe_vrijlating_komt" not in steps(SINGLE, work(40))


@pytest.mark.parametrize("day", [DAY, date(2027, 1, 4)], ids=["before it", "under it"])
def test_work_that_begins_in_2027_asks_for_the_exemption_of_then(day: date) -> None:
    young = with_person(SINGLE, born=date(2002, 1, 1))
    for situation in (SINGLE, young):
        found = steps(situation, work(16), start=date(2027, 1, 11), day=day)
        assert found["vrijlating_2027"].day == date(2027, 1, 11)
        assert not found.keys() & {"vrijlating_25", "nieuwe_vrijlating_komt"}
    limited = with_person(SINGLE, is_medisch_urenbeperkt=True)
    assert "vrijlating_minder_uren" in steps(limited, work(16), start=date(2027, 1, 11), day=day)


def test_beside_ww_the_income_goes_to_uwv_every_month() -> None:
    found = steps(ON_WW, work(16))
    assert found["solliciteren_met_uwv"] == ToDo(
        "solliciteren_met_uwv", "inkomen_doorgeven", None, Moment.MONTHLY, "uwv"
    )
    assert "loonheffingskorting_een" in found
    assert "werk_melden_gemeente" not in found


def test_a_partner_with_ww_reports_too() -> None:
    couple = Situation(person=Adult(born=BORN), partner=Adult(born=BORN, ww=WW(300_000)), home=RENTED)
    found = steps(couple, work(16))
    assert "solliciteren_met_uwv" in found
    assert "loonheffingskorting_een" not in found


def test_a_ww_below_the_minimum_gets_a_toeslag_of_uwv_if_asked_for() -> None:
    low = with_person(ON_WW, ww=WW(180_000))
    found = steps(low, work(4))["toeslagenwet"]
    # Its term runs from the first day without work, which is not known here.
    assert (found.when, found.day, found.organisation) == (Moment.BY, None, "uwv")
    assert "toeslagenwet" not in steps(with_person(ON_WW, ww=WW(180_000, has_toeslag=True)), work(4))
    assert "toeslagenwet" not in steps(ON_WW, work(4))


def test_what_is_late_is_for_today() -> None:
    late = steps(SINGLE, work(16), start=DAY)
    assert late["werk_melden_gemeente"].is_overdue
    in_time = steps(SINGLE, work(16), start=date(2026, 11, 22))
    assert not in_time["werk_melden_gemeente"].is_overdue
    assert steps(SINGLE, work(36), start=date(2026, 10, 23))["toeslagen_meer_loon"].is_overdue
    assert not steps(SINGLE, work(36), start=date(2026, 10, 24))["toeslagen_meer_loon"].is_overdue


def test_late_is_counted_from_the_day_of_the_visit_and_not_from_that_of_the_law() -> None:
    frame = frame_of(SINGLE, law(START))
    now, then = budget_at(frame, jobs_of(SINGLE)), budget_at(frame, with_job(SINGLE, work(36)))
    begin = Begin(SINGLE, work(36), START, now, then)
    items = zwolle().catalogue.items
    assert not any(each.is_overdue for each in to_do(begin, law(START), items, DAY))
    assert not any(each.is_overdue for each in to_do(begin, law(START), items))
    assert any(each.is_overdue for each in to_do(begin, law(START), items, START))


def test_steps_stand_in_the_order_of_doing() -> None:
    found = list(steps(SINGLE, work(36), is_first_month_low=True).values())
    assert found[0].when is Moment.NOW
    days = [each.day for each in found if each.when in {Moment.BEFORE, Moment.BY} and each.day]
    assert days == sorted(days)
    assert list(steps(SINGLE, work(16)).values())[-1].when is Moment.MONTHLY


def test_a_municipality_without_an_item_has_no_step_of_it() -> None:
    frame = frame_of(SINGLE, law())
    begin = Begin(
        SINGLE,
        work(16),
        START,
        budget_at(frame, jobs_of(SINGLE)),
        budget_at(frame, with_job(SINGLE, work(16))),
    )
    items = voorbeeldstad().catalogue.items
    assert {each.item for each in to_do(begin, law(), items)} <= items.keys()
    assert to_do(begin, law(), {}) == ()


def test_who_has_no_benefit_and_no_toeslag_has_nothing_to_report() -> None:
    assert steps(Situation(person=Adult(born=BORN), savings=50_000_000), work(36)) == {}
