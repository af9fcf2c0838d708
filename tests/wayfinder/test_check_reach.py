"""What nobody can get to is found through the answers, also where rules work things out from them."""

from datetime import date

import pytest

from app.condition import parse
from app.config import ROOT
from app.facts.content import load_facts
from app.facts.flow import facts_on
from app.parameters import Parameters
from app.wayfinder.check.reach import can_hold
from app.wayfinder.check.recording import numbers_behind

FOLDERS = [ROOT / "content", ROOT / "content" / "municipalities" / "zwolle"]
DAY = date(2026, 11, 21)
NUMBERS = Parameters.load([folder / "parameters" for folder in FOLDERS]).on(DAY)
FACTS = facts_on(load_facts(FOLDERS), NUMBERS, DAY)
HEARD = numbers_behind(FACTS.facts.by_id, NUMBERS)

YES = {"fact": "recht_ww", "is": True}
NO = {"fact": "recht_ww", "is": False}


def reachable(condition: object) -> bool:
    return can_hold(FACTS.condition(parse(condition)), FACTS, HEARD)


@pytest.mark.parametrize(
    "condition",
    [
        YES,
        NO,
        {"all": [NO, {"fact": "kan_werken", "is": True}]},
        {"all": [YES, {"fact": "einde_werk", "is": "failliet"}]},
        {"all": [{"fact": "vermogen_onder_grens", "is": True}, {"fact": "huishouden", "is": "paar"}]},
        {"not": {"any": [YES, {"fact": "kan_werken", "is": True}]}},
    ],
)
def test_some_visitor_gets_there(condition: object) -> None:
    assert reachable(condition)


@pytest.mark.parametrize(
    "condition",
    [
        {"all": [YES, {"fact": "kan_werken", "is": False}]},
        {"all": [YES, {"fact": "einde_werk", "is": "zelf_ontslag"}]},
        {"all": [{"fact": "huishouden", "is": "paar"}, {"fact": "woonsituatie", "is": "alleen"}]},
        {"all": [YES, {"fact": "recht_ziektewet", "is": True}]},
        {"all": [{"fact": "kind_in_opvang", "is": True}, {"fact": "huishouden", "is": "alleenstaand"}]},
    ],
)
def test_nobody_gets_there_though_each_part_alone_can_hold(condition: dict[str, list[object]]) -> None:
    assert all(reachable(part) for part in condition["all"])
    assert not reachable(condition)
