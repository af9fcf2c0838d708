"""Conditions in named cases: reading them, guards, the numbers of the day, and what decides."""

from datetime import date
from typing import Any as Data

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.condition import (
    All,
    Any,
    Comparison,
    Condition,
    ConditionError,
    Known,
    Missing,
    Not,
    Operator,
    ParameterRef,
    Span,
    Truth,
    comparisons_in,
    evaluate,
    explain,
    facts_in,
    guarded,
    open_facts,
    parameters_in,
    parse,
    resolved,
)
from app.period import Month

YES, NO, UNKNOWN = Truth.YES, Truth.NO, Truth.UNKNOWN
DONT_KNOW = Missing.DONT_KNOW

LAW: dict[str, int | date] = {"ww.wekeneis": 26, "iow.einddatum": date(2028, 1, 1)}
WEKENEIS = {"parameter": "ww.wekeneis"}


def condition(data: Data) -> Condition:
    """Return the condition as it is on a day."""
    return resolved(parse(data), LAW.__getitem__)


def is_(fact: str, *operands: bool | str) -> Comparison:
    """Return a comparison with `is`."""
    return Comparison(fact, Operator.IS, operands)


WW = {
    "all": [
        {"fact": "einde_werk", "is": ["stopt", "ontslagen"]},
        {
            "fact": "weken",
            "at_least": WEKENEIS,
            "because": "U werkte minstens {grens}.",
            "because_not": "U werkte minder dan {grens}.",
        },
        {"not": {"any": [{"fact": "ziek", "is": True}, {"fact": "zorgen", "includes": "huur"}]}},
    ]
}


def test_a_condition_is_read_from_the_data_of_a_file() -> None:
    assert parse(WW) == All(
        (
            is_("einde_werk", "stopt", "ontslagen"),
            Comparison(
                "weken",
                Operator.AT_LEAST,
                (ParameterRef("ww.wekeneis"),),
                "U werkte minstens {grens}.",
                "U werkte minder dan {grens}.",
                "ww.wekeneis",
            ),
            Not(Any((is_("ziek", True), Comparison("zorgen", Operator.INCLUDES, ("huur",))))),
        )
    )


def test_its_facts_and_parameters_are_named_once_and_in_order() -> None:
    twice = parse({"all": [WW, {"fact": "ziek", "is": False}, WW]})
    assert facts_in(twice) == ("einde_werk", "weken", "ziek", "zorgen")
    assert parameters_in(twice) == ("ww.wekeneis",)
    assert len(comparisons_in(twice)) == 9


def test_a_comparison_keeps_the_name_of_its_parameter_when_the_number_is_filled_in() -> None:
    weken = comparisons_in(condition(WW))[1]
    assert weken.operands == (26,)
    assert weken.parameter == "ww.wekeneis"


@pytest.mark.parametrize(
    ("data", "path", "words"),
    [
        ("ja", (), "hier hoort een voorwaarde"),
        ({"some": []}, (), "Er staat: ‘some’"),
        ({}, (), "Er staat: niets"),
        ({"all": [], "any": []}, (), "‘all’, ‘any’"),
        ({"all": []}, ("all",), "minstens één"),
        ({"any": {"fact": "ziek", "is": True}}, ("any",), "een lijst"),
        ({"all": [{"not": 3}]}, ("all", 0, "not"), "hier hoort een voorwaarde"),
        ({"fact": 3, "is": True}, ("fact",), "naam van een vraag"),
        ({"fact": "ziek", "is": True, "becuase": "U bent ziek."}, ("becuase",), "‘becuase’ kan niet"),
        ({"fact": "ziek"}, (), "precies één"),
        ({"fact": "ziek", "is": True, "over": WEKENEIS}, (), "precies één"),
        ({"fact": "weken", "at_least": [WEKENEIS]}, ("at_least",), "geen lijst"),
        ({"fact": "einde", "is": []}, ("is",), "leeg"),
        ({"fact": "einde", "is": ["stopt", "stopt"]}, ("is",), "twee keer"),
        ({"fact": "einde", "is": ["stopt", 3]}, ("is", 1), "{parameter: naam}"),
        ({"fact": "weken", "at_least": 26}, ("at_least",), "{parameter: naam}"),
        ({"fact": "dag", "before": "2026-01-01"}, ("before",), "{parameter: naam}"),
        ({"fact": "weken", "at_least": {"param": "ww.wekeneis"}}, ("at_least",), "{parameter: naam}"),
        ({"fact": "weken", "at_least": {"parameter": 26}}, ("at_least",), "{parameter: naam}"),
        ({"fact": "ziek", "is": True, "because": 3}, ("because",), "een zin"),
    ],
)
def test_a_condition_that_is_none_says_where_and_what_to_do(
    data: Data, path: tuple[str | int, ...], words: str
) -> None:
    with pytest.raises(ConditionError) as error:
        parse(data)
    assert error.value.path == path
    assert words in error.value.words


def test_a_condition_can_be_nested_too_deep_to_understand() -> None:
    data: Data = {"fact": "ziek", "is": True}
    for _ in range(100_000):
        data = {"not": data}
    with pytest.raises(ConditionError, match="te diep"):
        parse(data)


@pytest.mark.parametrize(
    ("data", "value", "truth"),
    [
        ({"is": True}, True, YES),
        ({"is": True}, False, NO),
        ({"is": ["stopt", "failliet"]}, "failliet", YES),
        ({"is": ["stopt", "failliet"]}, "ontslagen", NO),
        ({"includes": ["huur", "schuld"]}, frozenset({"huur", "zorg"}), YES),
        ({"includes": "huur"}, frozenset(), NO),
        ({"at_least": WEKENEIS}, 26, YES),
        ({"at_least": WEKENEIS}, 25, NO),
        ({"at_most": WEKENEIS}, 26, YES),
        ({"at_most": WEKENEIS}, 27, NO),
        ({"under": WEKENEIS}, 26, NO),
        ({"over": WEKENEIS}, 27, YES),
        ({"over": WEKENEIS}, Span(27, 30), YES),
        ({"over": WEKENEIS}, Span(26, 27), UNKNOWN),
        ({"over": WEKENEIS}, Span(20, 26), NO),
        ({"before": {"parameter": "iow.einddatum"}}, date(2027, 12, 31), YES),
        ({"before": {"parameter": "iow.einddatum"}}, date(2028, 1, 1), NO),
        ({"after": {"parameter": "iow.einddatum"}}, date(2028, 1, 2), YES),
        ({"after": {"parameter": "iow.einddatum"}}, Month(2028, 2), YES),
        ({"after": {"parameter": "iow.einddatum"}}, Month(2028, 1), UNKNOWN),
        ({"before": {"parameter": "iow.einddatum"}}, Month(2028, 1), NO),
        ({"is": WEKENEIS}, 26, YES),
        ({"is": WEKENEIS}, Span(26, 26), YES),
        ({"is": WEKENEIS}, Span(26, 27), UNKNOWN),
        ({"is": WEKENEIS}, Span(27, 28), NO),
        ({"is": True}, DONT_KNOW, UNKNOWN),
    ],
)
def test_one_comparison(data: dict[str, Data], value: Known, truth: Truth) -> None:
    assert evaluate(condition({"fact": "x", **data}), {"x": value}) is truth


def test_nothing_answered_is_unknown() -> None:
    assert evaluate(condition(WW), {}) is UNKNOWN


@given(
    st.sampled_from(Operator),
    st.sampled_from([True, "huur", 26, date(2026, 1, 1), Month(2026, 1), ParameterRef("ww.wekeneis")]),
    st.sampled_from(
        [
            True,
            "huur",
            26,
            date(2026, 1, 1),
            Month(2026, 1),
            frozenset({"huur"}),
            Span(1, 3),
            Span(30, 20),
            DONT_KNOW,
        ]
    ),
)
def test_a_visitor_never_meets_a_wrong_type(operator: Operator, operand: Data, value: Known) -> None:
    one = Comparison("x", operator, (operand,))
    several = All((one, Not(one), Comparison("x", Operator.IS, (27, 20)), is_("y", True)))
    assert evaluate(several, {"x": value}) in set(Truth)
    assert explain(several, {"x": value, "y": True}).truth in set(Truth)
    assert open_facts(several, {"x": value}) in {(), ("y",), ("x",), ("x", "y")}


def test_no_is_explained_by_the_part_with_the_fewest_answers() -> None:
    any_of_two = Any((is_("a", True), is_("b", True)))
    verdict = explain(All((any_of_two, is_("c", True), is_("d", True))), dict.fromkeys("abcd", False))
    assert verdict.facts == ("c",)


def test_yes_is_explained_by_all_parts_that_are_needed() -> None:
    verdict = explain(
        condition(WW),
        {"einde_werk": "stopt", "weken": 30, "ziek": False, "zorgen": frozenset(), "leeftijd": 40},
    )
    assert verdict.truth is YES
    assert verdict.facts == ("einde_werk", "weken", "ziek", "zorgen")
    assert [each.fact for each in verdict.decisive] == ["einde_werk", "weken", "ziek", "zorgen"]


def test_an_answer_that_changes_nothing_is_no_reason() -> None:
    always_so_with_a = Any((is_("a", True), All((is_("a", False), is_("b", True)))))
    assert explain(always_so_with_a, {"b": True, "a": False}).facts == ("b",)
    assert explain(always_so_with_a, {"b": True}).truth is YES


def test_certain_by_cases_is_explained_without_the_fact_that_was_missing() -> None:
    either_way = All((is_("a", True), Any((is_("b", True), is_("b", False))), is_("c", True)))
    verdict = explain(either_way, {"a": True, "c": True})
    assert (verdict.truth, verdict.facts) == (YES, ("a", "c"))
    assert [each.fact for each in verdict.decisive] == ["a", "c"]


def test_where_either_answer_is_enough_the_earlier_is_named() -> None:
    either_way = All((Any((is_("b", True), is_("b", False))), Any((is_("a", True), is_("c", True)))))
    assert explain(either_way, {"a": True, "c": True}).facts == ("a",)


def test_unknown_names_what_it_hangs_on_and_what_is_not_known() -> None:
    verdict = explain(condition(WW), {"einde_werk": DONT_KNOW, "weken": 30, "ziek": False})
    assert verdict.truth is UNKNOWN
    assert verdict.facts == ("einde_werk", "zorgen")
    assert open_facts(condition(WW), {"einde_werk": DONT_KNOW, "weken": 30, "ziek": False}) == ("zorgen",)


PARTNER = {"inkomen_partner": is_("partner", True), "partner": is_("volwassen", True)}
INCOME = condition({"fact": "inkomen_partner", "under": WEKENEIS})


def test_a_guarded_fact_does_not_count_while_its_guard_is_no() -> None:
    stale = {"volwassen": True, "partner": False, "inkomen_partner": 3}
    assert evaluate(guarded(INCOME, PARTNER), stale) is NO
    assert explain(guarded(INCOME, PARTNER), stale).facts == ("partner",)
    assert evaluate(guarded(Not(INCOME), PARTNER), stale) is YES


def test_guards_of_guards_come_first() -> None:
    assert open_facts(guarded(INCOME, PARTNER), {}) == ("volwassen", "partner", "inkomen_partner")
    assert open_facts(guarded(INCOME, PARTNER), {"volwassen": True}) == ("partner", "inkomen_partner")
    assert open_facts(guarded(INCOME, PARTNER), {"volwassen": False}) == ()


@pytest.mark.parametrize("guarded_part", [INCOME, Not(INCOME)])
def test_under_a_guard_that_the_visitor_does_not_know_nothing_is_asked(guarded_part: Condition) -> None:
    item = guarded(All((guarded_part, is_("werk", True))), PARTNER)
    known: dict[str, Known] = {"volwassen": True, "partner": DONT_KNOW}
    assert open_facts(item, known) == ("werk",)
    assert explain(item, known).facts == ("partner", "werk")
    assert explain(item, {**known, "inkomen_partner": 3}).facts == ("partner", "werk")


def test_a_guard_that_another_answer_can_still_open_is_asked() -> None:
    item = guarded(INCOME, {"inkomen_partner": Any((is_("partner", True), is_("samenwonend", True)))})
    assert open_facts(item, {"partner": DONT_KNOW}) == ("samenwonend", "inkomen_partner")


def test_two_facts_under_one_guard_that_is_not_known_are_both_left_alone() -> None:
    guard = is_("partner", True)
    item = guarded(
        All((INCOME, is_("partner_werkt", True))), {"inkomen_partner": guard, "partner_werkt": guard}
    )
    assert open_facts(item, {"partner": DONT_KNOW}) == ()


def test_what_is_not_known_at_two_places_may_cancel_out() -> None:
    either = Any((All((is_("a", True), is_("b", True))), All((is_("a", False), is_("b", True)))))
    assert evaluate(either, {"a": DONT_KNOW, "b": True}) is YES
    assert open_facts(either, {"a": DONT_KNOW}) == ("b",)


def test_what_is_not_known_at_two_places_and_elsewhere_may_cancel_out() -> None:
    either = Any(
        (All((is_("a", True), is_("b", True))), All((is_("a", False), is_("b", True))), is_("c", True))
    )
    assert open_facts(either, {"a": DONT_KNOW, "c": DONT_KNOW}) == ("b",)


def test_guards_that_guard_each_other_are_refused() -> None:
    with pytest.raises(ValueError, match="a → b → a"):
        guarded(is_("a", True), {"a": is_("b", True), "b": is_("a", True)})


def test_a_fact_known_as_a_span_can_still_be_asked() -> None:
    assert open_facts(INCOME, {"inkomen_partner": Span(20, 30)}) == ("inkomen_partner",)


def test_a_span_that_is_upside_down_does_not_stop_the_page() -> None:
    def x(operator: Operator, *operands: int) -> Comparison:
        return Comparison("x", operator, operands)

    from_5_to_7 = (x(Operator.AT_LEAST, 5), x(Operator.AT_MOST, 7))
    nowhere = All(
        (*from_5_to_7, Not(x(Operator.IS, 5, 6, 7)), Any((x(Operator.OVER, 5), x(Operator.UNDER, 6))))
    )
    assert evaluate(nowhere, {"x": Span(7, 5)}) is NO
    assert open_facts(nowhere, {"x": Span(7, 5)}) == ()


def test_what_needs_more_combinations_than_are_tried_stays_unknown_and_open() -> None:
    facts = [f"f{number}" for number in range(7)]
    tautologies = All(tuple(Any((is_(fact, True), is_(fact, False))) for fact in facts))
    assert evaluate(tautologies, {}) is UNKNOWN
    assert open_facts(tautologies, {}) == ("f6",)
