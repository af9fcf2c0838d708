"""“Voor wie is dit?” in whole sentences."""

from __future__ import annotations

from typing import Any

import pytest

from app.catalogue.whom import AllOf, Needs, OneOf, Sentence, needs_of
from app.condition import parse
from app.facts.model import Fact, Kind, Option


def _option(name: str) -> Option:
    return Option(id=name, label=name, statement=f"U koos {name}.", denial=f"U koos niet {name}.")


def _fact(name: str, kind: Kind, **values: Any) -> Fact:
    return Fact(id=name, kind=kind, short="", unknown="", **values)


FACTS = {
    "woont_hier": _fact("woont_hier", Kind.YES_NO, statement="U woont hier.", denial="U woont elders."),
    "reden": _fact("reden", Kind.CHOICE, options=(_option("a"), _option("b"), _option("c"))),
    "weken": _fact("weken", Kind.NUMBER),
}
LIVES = {"fact": "woont_hier", "is": True}
LONG_ENOUGH = {
    "fact": "weken",
    "at_least": {"parameter": "ww.wekeneis"},
    "because": "U werkte {grens}.",
    "because_not": "U werkte minder dan {grens}.",
}
CHOSE_A, CHOSE_A_OR_B = {"fact": "reden", "is": "a"}, {"fact": "reden", "is": ["a", "b"]}
HERE, ELSEWHERE = Sentence("U woont hier."), Sentence("U woont elders.")
WEEKS, FEW_WEEKS = (
    Sentence("U werkte {grens}.", "ww.wekeneis"),
    Sentence("U werkte minder dan {grens}.", "ww.wekeneis"),
)
A, B = Sentence("U koos a."), Sentence("U koos b.")
NOT_A, NOT_B = Sentence("U koos niet a."), Sentence("U koos niet b.")


@pytest.mark.parametrize(
    ("condition", "told"),
    [
        (LIVES, (HERE,)),
        ({"fact": "woont_hier", "is": False}, (ELSEWHERE,)),
        ({"not": LIVES}, (ELSEWHERE,)),
        (LONG_ENOUGH, (WEEKS,)),
        ({"not": LONG_ENOUGH}, (FEW_WEEKS,)),
        (CHOSE_A, (A,)),
        (CHOSE_A_OR_B, (OneOf((A, B)),)),
        ({"not": CHOSE_A_OR_B}, (NOT_A, NOT_B)),
        ({"all": [CHOSE_A_OR_B, LIVES]}, (HERE, OneOf((A, B)))),
        ({"all": [LIVES, {"all": [LIVES, LONG_ENOUGH]}]}, (HERE, WEEKS)),
        ({"any": [LIVES, {"any": [LONG_ENOUGH, CHOSE_A_OR_B]}]}, (OneOf((HERE, WEEKS, A, B)),)),
        ({"not": {"all": [LIVES, CHOSE_A]}}, (OneOf((ELSEWHERE, NOT_A)),)),
        ({"not": {"any": [LIVES, CHOSE_A]}}, (ELSEWHERE, NOT_A)),
    ],
)
def test_a_condition_is_told_in_the_sentences_of_its_facts(
    condition: object, told: tuple[object, ...]
) -> None:
    assert needs_of(parse(condition), FACTS) == Needs(told, ())  # type: ignore[arg-type]


def test_lists_in_lists_stand_apart_from_what_reads_at_once() -> None:
    deep = {"any": [{"all": [LIVES, LONG_ENOUGH]}, CHOSE_A]}

    needs = needs_of(parse({"all": [deep, LIVES]}), FACTS)

    assert needs == Needs((HERE,), (OneOf((AllOf((HERE, WEEKS)), A)),))
