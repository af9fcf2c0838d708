"""What is known of a visitor: which answers count, which questions are left, and in what order."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from app.condition import Known, Missing, Truth, evaluate, parse
from app.facts.flow import FactsOn, applies, known_facts, open_needs, questions_behind
from tests.people import Installation, someone, voorbeeldstad, zwolle

UNANSWERED, DONT_KNOW = Missing.UNANSWERED, Missing.DONT_KNOW


def known(installed: Installation, **answers: Any) -> tuple[FactsOn, dict[str, Known]]:
    """The facts of the day, and what is known with these answers."""
    on = installed.on()
    return on, known_facts(on, someone(installed.facts, **answers))


def left(installed: Installation, fact: str, **answers: Any) -> list[str]:
    """The questions that are left behind a fact."""
    on, everything = known(installed, **answers)
    return list(open_needs(on, everything, fact))


def holds(installed: Installation, condition: dict[str, Any], **answers: Any) -> Truth:
    """Whether a condition holds, with its guards and the numbers of the day."""
    on, everything = known(installed, **answers)
    return evaluate(on.condition(parse(condition)), everything)


PARTNER_EARNS_LITTLE = {"fact": "inkomen_partner", "under": {"parameter": "participatiewet.norm_paar"}}


@pytest.mark.row("W5")
def test_an_old_answer_about_a_partner_does_not_work_on_after_alone() -> None:
    earlier: dict[str, Any] = {"inkomen_partner": 500}
    with_partner = holds(zwolle(), PARTNER_EARNS_LITTLE, woonsituatie="met_partner", **earlier)
    alone = holds(zwolle(), PARTNER_EARNS_LITTLE, woonsituatie="alleen", **earlier)
    assert (with_partner, alone) == (Truth.YES, Truth.NO)


@pytest.mark.row("W5")
def test_an_answer_that_applies_again_counts_again() -> None:
    answers = someone(zwolle().facts, woonsituatie="alleen", inkomen_partner=500)
    assert "inkomen_partner" not in known_facts(zwolle().on(), answers)
    answers["woonsituatie"] = "met_partner"
    assert known_facts(zwolle().on(), answers)["inkomen_partner"] == 50_000


def test_an_answer_under_a_guard_that_is_not_known_decides_nothing() -> None:
    assert holds(zwolle(), PARTNER_EARNS_LITTLE, woonsituatie="?", inkomen_partner=500) is Truth.UNKNOWN


def test_guards_reach_through_guards() -> None:
    """The agreed end is asked where no clause allows an early end, and the clause where it came early."""
    agreed = {"tussentijds_stoppen_mag": False, "einddatum_contract": "2027-01-31"}
    _, early = known(zwolle(), einde_werk="eerder_gestopt", **agreed)
    _, dismissed = known(zwolle(), einde_werk="ontslagen", **agreed)
    assert "einddatum_contract" in early
    assert not {"einddatum_contract", "tussentijds_stoppen_mag"} & dismissed.keys()


@pytest.mark.parametrize(
    ("answers", "truth"),
    [
        ({}, Truth.UNKNOWN),
        ({"woonsituatie": "alleen"}, Truth.NO),
        ({"woonsituatie": "alleen_met_kinderen"}, Truth.YES),
        ({"woonsituatie": "?"}, Truth.UNKNOWN),
    ],
)
def test_whether_a_question_applies(answers: dict[str, Any], truth: Truth) -> None:
    on, everything = known(voorbeeldstad(), **answers)
    assert applies(on, everything, "kinderen") is truth
    assert applies(on, everything, "zorgen") is Truth.YES


@pytest.mark.parametrize(
    ("answers", "questions"),
    [
        ({}, ["woonsituatie", "kinderen"]),  # the guard comes first
        ({"woonsituatie": "alleen_met_kinderen"}, ["kinderen"]),
        ({"woonsituatie": "alleen"}, []),
        ({"woonsituatie": "?"}, []),  # under a guard that is not known, the question would mean nothing
        ({"woonsituatie": "alleen_met_kinderen", "kinderen": "?"}, []),
        ({"kinderen": [{"opvang": True}]}, ["woonsituatie"]),  # it is not sure yet that the answer counts
        ({"kinderen": [{"opvang": True}], "woonsituatie": "alleen_met_kinderen"}, []),
    ],
)
def test_the_questions_that_are_left_behind_a_guarded_fact(
    answers: dict[str, Any], questions: list[str]
) -> None:
    assert left(voorbeeldstad(), "kinderen", **answers) == questions


def test_the_questions_behind_a_derived_fact_come_in_the_order_of_its_needs() -> None:
    assert left(zwolle(), "vermogen_onder_grens") == ["spaargeld", "woonsituatie"]
    assert left(zwolle(), "vermogen_onder_grens", spaargeld="?") == ["woonsituatie"]
    assert left(zwolle(), "leeftijd_maanden_eerste_werkloze_dag", einde_werk="ontslagen") == [
        "geboortemaand",
        "laatste_werkdag",
    ]


def test_only_one_who_signed_is_asked_on_which_day() -> None:
    settled: dict[str, Any] = {"einde_werk": "vaststellingsovereenkomst"}
    assert left(zwolle(), "bedenktijd_tot", **settled)[:2] == ["overeenkomst_getekend", "datum_handtekening"]
    assert left(zwolle(), "bedenktijd_tot", **settled, overeenkomst_getekend=False) == []
    assert left(zwolle(), "bedenktijd_tot", **settled, overeenkomst_getekend=True) == [
        "datum_handtekening",
        "bedenktijd_in_overeenkomst",
    ]


@pytest.mark.row("W4")
def test_a_derived_fact_is_unanswered_while_a_question_is_left_and_then_not_known() -> None:
    _, nothing = known(zwolle())
    _, one = known(zwolle(), spaargeld="?")
    _, both = known(zwolle(), spaargeld="?", woonsituatie="alleen")
    assert [each["vermogen_onder_grens"] for each in (nothing, one, both)] == [
        UNANSWERED,
        UNANSWERED,
        DONT_KNOW,
    ]


def test_a_derived_fact_is_one_answer_with_a_question_to_change_for_each_need() -> None:
    facts = zwolle().facts
    assert questions_behind(facts["vermogen_onder_grens"]) == ("spaargeld", "woonsituatie")
    assert questions_behind(facts["zorgen"]) == ("zorgen",)


def test_amounts_are_compared_per_month_and_people_by_their_number() -> None:
    _, everything = known(
        voorbeeldstad(),
        inkomen=[120_000, "four_weeks"],
        woonsituatie="alleen_met_kinderen",
        kinderen=[{"opvang": True}, {"opvang": False}],
    )
    assert everything["inkomen"] == 130_000
    assert everything["kinderen"] == 2


def test_an_answer_to_a_question_that_does_not_exist_any_more_is_left_out() -> None:
    on = voorbeeldstad().on()
    assert "vroeger" not in known_facts(on, {"vroeger": True})


def test_the_day_is_an_argument() -> None:
    installed = zwolle()
    answers = someone(installed.facts, geboortemaand="1980-03")
    ages = [
        known_facts(installed.on(day), answers)["leeftijd"] for day in (date(2026, 1, 1), date(2027, 5, 1))
    ]
    assert ages == [45, 47]
