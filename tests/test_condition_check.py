"""What the content check says of a condition: it asks what cannot be answered, or nothing at all."""

from datetime import date
from typing import Any as Data

import pytest

from app.condition import (
    All,
    Any,
    Comparison,
    Condition,
    Domain,
    Not,
    Operator,
    always,
    contradictory,
    guarded,
    mistakes,
    parse,
    resolved,
    useless_facts,
)

DOMAINS = {
    "ziek": Domain("yes_no"),
    "partner": Domain("yes_no"),
    "einde": Domain("choice", ("stopt", "ontslagen", "failliet")),
    "zorgen": Domain("choices", ("huur", "schuld")),
    "spaargeld": Domain("amount"),
    "weken": Domain("number", unit="weken", low=0, high=36),
    "kinderen": Domain("people"),
    "dag": Domain("date"),
    "geboren": Domain("month"),
    "postcode": Domain("postcode4"),
}
UNITS = {"grens": "eurocent", "wekeneis": "weeks", "einddatum": "date", "kindertal": "count"}
LAW: dict[str, int | date] = {
    "grens": 100,
    "wekeneis": 26,
    "einddatum": date(2028, 1, 1),
    "ooit": 0,
    "meer": 36,
}


def wrong(data: Data) -> list[tuple[tuple[str | int, ...], str]]:
    """Return the mistakes in a condition as it is written."""
    return mistakes(parse(data), DOMAINS.get, UNITS.get)


def limit(parameter: str) -> dict[str, str]:
    """Return a number of law as it is written."""
    return {"parameter": parameter}


@pytest.mark.parametrize(
    "data",
    [
        {"fact": "ziek", "is": False},
        {"fact": "einde", "is": ["stopt", "failliet"]},
        {"fact": "zorgen", "includes": ["huur"]},
        {"fact": "spaargeld", "under": limit("grens")},
        {"fact": "weken", "at_least": limit("wekeneis")},
        {"fact": "kinderen", "over": limit("kindertal")},
        {"fact": "dag", "before": limit("einddatum")},
        {"fact": "geboren", "after": limit("einddatum")},
        {"fact": "postcode", "is": "8011"},
    ],
)
def test_a_comparison_that_fits_its_fact_is_not_mentioned(data: Data) -> None:
    assert wrong(data) == []


@pytest.mark.parametrize(
    ("data", "key", "words"),
    [
        ({"fact": "zeik", "is": True}, ("fact",), "bestaat niet"),
        ({"fact": "ziek", "is": "ja"}, ("is",), "ja-nee-vraag"),
        ({"fact": "ziek", "includes": "ja"}, ("includes",), "Gebruik ‘is’"),
        ({"fact": "ziek", "is": limit("grens")}, ("is",), "ja-nee-vraag"),
        ({"fact": "einde", "is": ["stopt", "klaar"]}, ("is", 1), "Kies uit: stopt, ontslagen, failliet"),
        ({"fact": "einde", "is": True}, ("is",), "geen antwoord ‘True’"),
        ({"fact": "zorgen", "is": "huur"}, ("is",), "Gebruik ‘includes’"),
        ({"fact": "weken", "before": limit("einddatum")}, ("before",), "‘at_least’ of ‘at_most’"),
        ({"fact": "weken", "at_least": limit("grens")}, ("at_least",), "hoort weeks"),
        ({"fact": "spaargeld", "over": limit("wekeneis")}, ("over",), "hoort eurocent"),
        ({"fact": "kinderen", "over": limit("wekeneis")}, ("over",), "hoort count"),
        ({"fact": "dag", "after": limit("wekeneis")}, ("after",), "hoort date"),
        ({"fact": "dag", "after": limit("wekeneisje")}, ("after",), "staat in geen bestand"),
        ({"fact": "postcode", "is": "80"}, ("is",), "vier cijfers"),
    ],
)
def test_a_comparison_that_does_not_fit_is_told_with_its_place(
    data: Data, key: tuple[str | int, ...], words: str
) -> None:
    right = {"fact": "ziek", "is": True}
    found = wrong({"all": [right, {"any": [{"not": data}]}]})
    assert [path for path, _ in found] == [("all", 1, "any", 0, "not", *key)]
    assert words in found[0][1]


def test_a_number_of_law_may_not_stand_in_a_condition_itself() -> None:
    literal = Comparison("weken", Operator.AT_LEAST, (26,))
    assert mistakes(literal, DOMAINS.get)[0][0] == ("at_least",)


def test_without_a_list_of_parameters_units_are_not_checked() -> None:
    assert mistakes(parse({"fact": "weken", "at_least": limit("grens")}), DOMAINS.get) == []


def on_the_day(data: Data) -> Condition:
    """Return a condition with its numbers filled in."""
    return resolved(parse(data), LAW.__getitem__)


ENOUGH = {"fact": "weken", "at_least": limit("wekeneis")}


@pytest.mark.parametrize(
    "data",
    [
        {"all": [{"fact": "ziek", "is": True}, {"fact": "ziek", "is": False}]},
        {"all": [{"fact": "einde", "is": "stopt"}, {"fact": "einde", "is": ["ontslagen", "failliet"]}]},
        {"all": [ENOUGH, {"fact": "weken", "under": limit("wekeneis")}]},
        {"all": [ENOUGH, {"fact": "weken", "over": limit("meer")}]},
        {"fact": "weken", "under": limit("ooit")},
        {
            "all": [
                {"fact": "dag", "before": limit("einddatum")},
                {"fact": "dag", "after": limit("einddatum")},
            ]
        },
        {
            "all": [
                {"fact": "zorgen", "includes": "huur"},
                {"not": {"fact": "zorgen", "includes": ["huur", "schuld"]}},
            ]
        },
    ],
)
def test_a_condition_that_nobody_can_meet_is_found(data: Data) -> None:
    assert contradictory(on_the_day(data), DOMAINS)
    assert always(Not(on_the_day(data)), DOMAINS)
    assert not always(on_the_day(data), DOMAINS)


@pytest.mark.parametrize(
    "data",
    [
        {"fact": "einde", "is": ["stopt", "ontslagen", "failliet"]},
        {"any": [{"fact": "einde", "is": "stopt"}, {"fact": "einde", "is": ["ontslagen", "failliet"]}]},
        {"fact": "weken", "at_least": limit("ooit")},
        {"fact": "weken", "at_most": limit("meer")},
    ],
)
def test_a_condition_that_everybody_meets_is_found(data: Data) -> None:
    assert always(on_the_day(data), DOMAINS)
    assert not contradictory(on_the_day(data), DOMAINS)
    assert useless_facts(on_the_day(data), DOMAINS)


def test_a_fact_without_limits_has_none() -> None:
    assert not contradictory(on_the_day({"fact": "spaargeld", "under": limit("ooit")}), DOMAINS)
    assert not contradictory(on_the_day({"fact": "onbekend", "under": limit("ooit")}), DOMAINS)


def test_a_fact_with_one_limit_is_only_bound_on_that_side() -> None:
    from_zero = {"weken": Domain("number", low=0)}
    to_36 = {"weken": Domain("number", high=36)}
    under_zero = on_the_day({"fact": "weken", "under": limit("ooit")})
    over_36 = on_the_day({"fact": "weken", "over": limit("meer")})
    assert contradictory(under_zero, from_zero)
    assert not contradictory(over_36, from_zero)
    assert contradictory(over_36, to_36)
    assert not contradictory(under_zero, to_36)


def test_a_condition_that_contradicts_a_guard_cannot_be_met() -> None:
    with_partner = {"spaargeld": parse({"fact": "partner", "is": True})}
    alone = {"all": [{"fact": "partner", "is": False}, {"fact": "spaargeld", "under": limit("grens")}]}
    assert contradictory(guarded(on_the_day(alone), with_partner), DOMAINS)
    assert not contradictory(on_the_day(alone), DOMAINS)


def test_a_fact_that_changes_nothing_is_found() -> None:
    absorbed = {"any": [{"fact": "ziek", "is": True}, {"all": [{"fact": "ziek", "is": True}, ENOUGH]}]}
    assert useless_facts(on_the_day(absorbed), DOMAINS) == ("weken",)
    cancelled = {
        "any": [
            {"all": [{"fact": "partner", "is": True}, ENOUGH]},
            {"all": [{"fact": "partner", "is": False}, ENOUGH]},
        ]
    }
    assert useless_facts(on_the_day(cancelled), DOMAINS) == ("partner",)
    assert useless_facts(on_the_day(ENOUGH), DOMAINS) == ()


def test_a_condition_with_a_number_that_is_not_filled_in_proves_nothing() -> None:
    twice = parse({"all": [ENOUGH, {"not": ENOUGH}]})
    assert not contradictory(twice, DOMAINS)
    assert useless_facts(twice, DOMAINS) == ()


def test_a_list_of_too_many_options_at_two_places_proves_nothing() -> None:
    options = tuple(f"option_{number}" for number in range(9))
    one, two = (Comparison("zorgen", Operator.INCLUDES, some) for some in (options[:5], options[4:]))
    domains = {"zorgen": Domain("choices", options)}
    assert not contradictory(All((one, Not(one), two)), domains)
    assert not contradictory(Any((one, two)), domains)


def test_two_kinds_of_comparison_on_one_fact_prove_nothing() -> None:
    mixed = All(
        (Comparison("einde", Operator.IS, ("stopt",)), Comparison("einde", Operator.INCLUDES, ("stopt",)))
    )
    assert not contradictory(mixed, {})
    assert not always(mixed, {})
