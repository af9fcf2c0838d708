"""Conditions in named cases: reading them, guards, the numbers of the day, and what decides."""

from datetime import date
from typing import Any as Data

import pytest
from hypothesis import given, settings
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


@settings(deadline=None)
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
