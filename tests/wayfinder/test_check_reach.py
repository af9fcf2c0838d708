"""What nobody can get to is found through the answers, also where rules work things out from them."""

import shutil
from datetime import date
from pathlib import Path

import pytest

import app.wayfinder.check.reach
from app.calculator.law import numbers_used
from app.condition import parse
from app.config import ROOT
from app.facts.content import load_facts
from app.facts.flow import facts_on
from app.parameters import Parameters
from app.wayfinder.check import findings
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


def test_what_would_take_too_long_is_given_the_benefit_of_the_doubt(monkeypatch: pytest.MonkeyPatch) -> None:
    condition = {"all": [YES, {"fact": "kan_werken", "is": False}]}
    monkeypatch.setattr(app.wayfinder.check.reach, "MOST_TRIES", 2)
    assert reachable(condition)


def test_a_number_that_only_a_rule_uses_is_missed_when_it_goes(tmp_path: Path) -> None:
    content = shutil.copytree(ROOT / "content", tmp_path / "content")
    path = content / "parameters" / "toeslagenwet.toml"
    path.write_text(path.read_text("utf-8").replace("[dagnorm_paar]", "[dagnorm_stel]"), "utf-8")
    found = findings([content, content / "municipalities" / "zwolle"], DAY, None, numbers_used)
    assert [each.path.name for each in found] == ["onder_sociaal_minimum.yaml"]
    assert "toeslagenwet.dagnorm_paar" in found[0].words


def test_help_that_answers_shut_out_is_found_in_the_shipped_content(tmp_path: Path) -> None:
    content = shutil.copytree(ROOT / "content", tmp_path / "content")
    path = content / "support" / "bijstand.yaml"
    text = path.read_text("utf-8")
    shut = "applies:\n  all:\n    - {fact: recht_ww, is: true}\n    - {fact: einde_werk, is: zelf_ontslag}\n"
    path.write_text(text.replace("applies:\n  all:\n", shut), "utf-8")
    line = text.splitlines().index("applies:") + 1
    found = findings([content, content / "municipalities" / "zwolle"], DAY, None, numbers_used)
    assert (path, line) in {(each.path, each.line) for each in found if "nooit" in each.words}
