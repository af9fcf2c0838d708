"""Why: every verdict told in whole sentences that the visitor's own answers made true."""

from __future__ import annotations

import random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from app.condition import Missing, Truth, comparisons_in, evaluate, explain
from app.facts.flow import questions_behind
from app.wayfinder.model import Outcome, Reason
from app.wayfinder.outcome import outcome
from app.wayfinder.reasons import sentences_missing
from tests.people import Installation, voorbeeldstad, zwolle
from tests.wayfinder.walking import Walk, anybody, possible, visitor

CHANCES = some.randoms(use_true_random=False)


def outcome_of(walk: Walk) -> Outcome:
    """What the route says to a visitor."""
    return outcome(walk.on, walk.known)


@pytest.mark.row("W8")
@settings(max_examples=200, deadline=None)
@given(CHANCES)
def test_everything_that_fits_says_why(chance: random.Random) -> None:
    for fit in outcome_of(anybody(chance)).fits:
        assert fit.reasons, fit.item.id
        assert fit.telling, fit.item.id
        assert set(fit.telling) <= set(fit.reasons)


@pytest.mark.row("W9")
@settings(max_examples=200, deadline=None)
@given(CHANCES)
def test_everything_that_does_not_fit_says_why_and_what_would_change_that(chance: random.Random) -> None:
    for no in outcome_of(anybody(chance)).not_now:
        assert no.reasons, no.item.id
        assert no.would_fit, no.item.id
        assert not {each.sentence for each in no.reasons} & {each.sentence for each in no.would_fit}
        assert no.changes, no.item.id


@pytest.mark.row("W4")
@settings(max_examples=200, deadline=None)
@given(CHANCES)
def test_everything_that_may_fit_says_what_is_not_known_yet(chance: random.Random) -> None:
    walk = anybody(chance)
    for may in outcome_of(walk).maybe:
        assert may.reasons, may.item.id
        if evaluate(walk.on.conditions[may.item.id], walk.known) is Truth.UNKNOWN:
            assert {reason.truth for reason in may.reasons} == {Truth.UNKNOWN}
            assert all(reason.sentence.startswith("Wij weten nog niet") for reason in may.reasons)


@settings(max_examples=200, deadline=None)
@given(CHANCES)
def test_reasons_are_whole_sentences_each_said_once(chance: random.Random) -> None:
    found = outcome_of(anybody(chance))
    for reasons in (
        *(fit.reasons for fit in found.fits),
        *(may.reasons for may in found.maybe),
        *(no.reasons for no in found.not_now),
        *(no.would_fit for no in found.not_now),
    ):
        sentences = [reason.sentence for reason in reasons]
        assert len(set(sentences)) == len(sentences)
        assert all(each[0].isupper() and each.endswith(".") for each in sentences), sentences
        assert all("{grens}" not in each.sentence or each.parameter for each in reasons), reasons


@settings(max_examples=200, deadline=None)
@given(CHANCES)
def test_a_reason_leads_to_questions_that_the_visitor_can_change(chance: random.Random) -> None:
    walk = anybody(chance)
    found = outcome_of(walk)
    for reason in (each for fit in found.fits for each in fit.reasons):
        assert reason.questions
        for question in reason.questions:
            assert not walk.installed.facts[question].derived
        answered = [question for question in reason.questions if question in walk.answers]
        assert answered, f"{reason.sentence} without any answer"


@pytest.mark.row("W9")
@settings(max_examples=100, deadline=None)
@given(CHANCES)
def test_what_does_not_fit_is_decided_by_the_named_answers_alone(chance: random.Random) -> None:
    walk = anybody(chance)
    known = walk.known
    for no in outcome(walk.on, known).not_now:
        condition = walk.on.conditions[no.item.id]
        decisive = {comparison.fact for comparison in explain(condition, known).decisive}
        only = {fact: value for fact, value in known.items() if fact in decisive}
        assert evaluate(condition, only) is Truth.NO, (no.item.id, decisive)
        assert {each for fact in decisive for each in questions_behind(walk.installed.facts[fact])} == set(
            no.changes
        )


SENTENCES: list[tuple[str, dict[str, Any], str, list[str]]] = [
    ("steun", {"woont_in_gemeente": True, "inkomen": [0, "month"]}, "fits",
     ["U woont in {gemeente}.", "Uw inkomen is lager dan {grens}."]),
    ("steun", {"inkomen": [500_000, "month"]}, "not_now", ["Uw inkomen is {grens} of hoger."]),
    ("steun", {"woont_in_gemeente": True, "inkomen": "?"}, "maybe",
     ["Wij weten nog niet wat uw inkomen is."]),
    ("werkhulp", {"reden": "anders"}, "not_now", ["U zoekt andere hulp."]),
    ("taalhulp", {"zorgen": ["taal", "gevaar"]}, "fits", ["Lezen is moeilijk voor u."]),
    ("taalhulp", {"zorgen": ["gevaar"]}, "not_now", ["U noemt geen zorgen over lezen."]),
    ("taalhulp", {"zorgen": []}, "not_now", ["U noemt nu geen zorgen."]),
    ("wijkbezoek", {"postcode": "1234"}, "fits", ["U woont in een wijk met bezoek aan huis."]),
    ("wijkbezoek", {"postcode": "8011"}, "not_now", ["In uw wijk is geen bezoek aan huis."]),
    ("opvanghulp", {"woonsituatie": "alleen"}, "not_now", ["U hebt geen kind op de opvang."]),
    ("opvanghulp", {"woonsituatie": "alleen_met_kinderen", "kinderen": [{"opvang": True}]}, "fits",
     ["U hebt een kind op de opvang."]),
    ("opvanghulp", {}, "maybe", ["Wij weten nog niet of uw kind naar de opvang gaat."]),
    ("proef", {"woont_in_gemeente": True, "reden": "geen_werk"}, "maybe",
     ["U woont in {gemeente}.", "U hebt geen werk."]),
]  # fmt: skip


@pytest.mark.row("W8")
@pytest.mark.parametrize(("item", "answers", "place", "sentences"), SENTENCES)
def test_the_sentences_are_those_of_the_facts(
    item: str, answers: dict[str, Any], place: str, sentences: list[str]
) -> None:
    found = outcome_of(visitor(voorbeeldstad(), "hulp", **answers))
    reasons = next(each.reasons for each in getattr(found, place) if each.item.id == item)
    assert [reason.sentence for reason in reasons] == sentences


WOULD_CHANGE: list[tuple[str, dict[str, Any], list[str]]] = [
    ("steun", {"inkomen": [500_000, "month"]}, ["Uw inkomen is lager dan {grens}."]),
    ("werkhulp", {"reden": "anders"}, ["U hebt geen werk."]),
    ("taalhulp", {"zorgen": []}, ["Lezen is moeilijk voor u."]),
    ("wijkbezoek", {"postcode": "8011"}, ["U woont in een wijk met bezoek aan huis."]),
    ("opvanghulp", {"woonsituatie": "alleen"}, ["U hebt een kind op de opvang."]),
]


@pytest.mark.row("W9")
@pytest.mark.parametrize(("item", "answers", "sentences"), WOULD_CHANGE)
def test_what_would_change_a_not_now(item: str, answers: dict[str, Any], sentences: list[str]) -> None:
    found = outcome_of(visitor(voorbeeldstad(), "hulp", **answers))
    no = next(each for each in found.not_now if each.item.id == item)
    assert [reason.sentence for reason in no.would_fit] == sentences


def test_a_limit_in_a_sentence_is_the_limit_of_that_comparison() -> None:
    found = outcome_of(visitor(voorbeeldstad(), "hulp", inkomen=[500_000, "month"]))
    no = next(each for each in found.not_now if each.item.id == "steun")
    assert no.reasons == (
        Reason("Uw inkomen is {grens} of hoger.", Truth.NO, ("inkomen",), "voorbeeld.inkomensgrens"),
    )


def test_a_reason_from_a_derived_fact_leads_to_the_questions_it_stands_on() -> None:
    walk = visitor(spaargeld=[10_000_000, "month"], woonsituatie="alleen", woont_in_gemeente=True)
    no = next(each for each in outcome_of(walk).not_now if each.item.id == "bijstand")
    assert [reason.questions for reason in no.reasons] == [("spaargeld", "woonsituatie")]


@pytest.mark.row("W8")
@pytest.mark.parametrize("installed", [zwolle(), voorbeeldstad()], ids=["zwolle", "voorbeeldstad"])
def test_every_comparison_of_the_content_has_its_sentences(installed: Installation) -> None:
    conditions = (
        *installed.catalogue.conditions.values(),
        *installed.facts.guards.values(),
        *installed.facts.gates.values(),
    )
    missing = [
        (comparison.fact, what)
        for condition in conditions
        for comparison, what in sentences_missing(installed.facts.by_id, condition)
    ]
    assert missing == []


@pytest.mark.parametrize("installed", [zwolle(), voorbeeldstad()], ids=["zwolle", "voorbeeldstad"])
def test_every_option_of_a_question_can_be_told(installed: Installation) -> None:
    """A question with options is compared with options that exist; the walker must be able to reach each."""
    for item, condition in installed.catalogue.conditions.items():
        for comparison in comparisons_in(condition):
            fact = installed.facts[comparison.fact]
            named = [each for each in comparison.operands if isinstance(each, str)]
            if fact.options:
                assert all(fact.option(each) for each in named), (item, comparison.fact)
            for question in questions_behind(fact):
                assert Missing.DONT_KNOW in possible(installed.facts[question])
