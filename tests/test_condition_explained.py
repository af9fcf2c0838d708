"""What decides a condition, what it still hangs on, and what guards do to that."""

import pytest

from app.condition import (
    All,
    Any,
    Comparison,
    Condition,
    Known,
    Missing,
    Not,
    Operator,
    Span,
    Truth,
    evaluate,
    explain,
    guarded,
    open_facts,
)

YES, NO, UNKNOWN = Truth.YES, Truth.NO, Truth.UNKNOWN
DONT_KNOW = Missing.DONT_KNOW


def is_(fact: str, *operands: bool | str) -> Comparison:
    """Return a comparison with `is`."""
    return Comparison(fact, Operator.IS, operands)


WW = All(
    (
        is_("einde_werk", "stopt", "ontslagen"),
        Comparison("weken", Operator.AT_LEAST, (26,)),
        Not(Any((is_("ziek", True), Comparison("zorgen", Operator.INCLUDES, ("huur",))))),
    )
)


def test_no_is_explained_by_the_part_with_the_fewest_answers() -> None:
    any_of_two = Any((is_("a", True), is_("b", True)))
    verdict = explain(All((any_of_two, is_("c", True), is_("d", True))), dict.fromkeys("abcd", False))
    assert verdict.facts == ("c",)


def test_yes_is_explained_by_all_parts_that_are_needed() -> None:
    verdict = explain(
        WW,
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
    verdict = explain(WW, {"einde_werk": DONT_KNOW, "weken": 30, "ziek": False})
    assert verdict.truth is UNKNOWN
    assert verdict.facts == ("einde_werk", "zorgen")
    assert open_facts(WW, {"einde_werk": DONT_KNOW, "weken": 30, "ziek": False}) == ("zorgen",)


PARTNER = {"inkomen_partner": is_("partner", True), "partner": is_("volwassen", True)}
INCOME = Comparison("inkomen_partner", Operator.UNDER, (26,))


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
