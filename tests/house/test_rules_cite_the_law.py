"""Every rule says which law it follows, and every amount over which period it is."""

import re
from collections.abc import Callable
from importlib import import_module
from inspect import getdoc, getmembers, isfunction
from pkgutil import iter_modules
from types import ModuleType
from typing import Any, get_type_hints

import pytest

from app.calculator import rules
from app.calculator.law import numbers_used
from app.calculator.trace import Rule
from app.config import ROOT
from app.money import Cents
from app.parameters import Parameters

MODULES = [import_module(f"{rules.__name__}.{found.name}") for found in iter_modules(rules.__path__)]
NAMES = [module.__name__.rpartition(".")[2] for module in MODULES]
LAW = re.compile(r"art(?:ikel)?\. ?\d[^;]*\((?:BWB[RV]\d{7})\)")
BWB = re.compile(r"BWB[RV]\d{7}")
OFFICIAL = ("Rekenvoorschriften loonheffingen", "Dienst Toeslagen", "Belastingdienst")
PERIOD = re.compile(r"_per_(?:hour|day|week|four_weeks|month|quarter|year)$|_at_once$")


def functions(module: ModuleType) -> list[tuple[str, Callable[..., Any]]]:
    """Return the public functions that stand in the module itself."""
    return [
        (name, each)
        for name, each in getmembers(module, isfunction)
        if each.__module__ == module.__name__ and not name.startswith("_")
    ]


def source_of(each: Callable[..., Any]) -> str:
    """Return what stands behind `Source:` in the docstring, on one line."""
    return " ".join((getdoc(each) or "").partition("Source:")[2].split()).rstrip(".")


EVERY_FUNCTION = [
    pytest.param(each, id=f"{short}.{name}")
    for module, short in zip(MODULES, NAMES, strict=True)
    for name, each in functions(module)
]
EVERY_RULE = [
    pytest.param(module, each, id=f"{short}.{name}")
    for module, short in zip(MODULES, NAMES, strict=True)
    for name, each in getmembers(module, lambda one: isinstance(one, Rule))
]


@pytest.mark.parametrize("module", MODULES, ids=NAMES)
def test_a_module_names_its_law(module: ModuleType) -> None:
    assert re.search(r"\nLaws?: .*\(BWB[RV]\d{7}\)", module.__doc__ or "", re.DOTALL)


@pytest.mark.parametrize("each", EVERY_FUNCTION)
def test_a_function_cites_its_article(each: Callable[..., Any]) -> None:
    source = source_of(each)
    assert LAW.search(source) or source.startswith(OFFICIAL), source


@pytest.mark.parametrize("each", EVERY_FUNCTION)
def test_an_amount_says_its_period(each: Callable[..., Any]) -> None:
    # What somebody owns is of a day, not of a period.
    if get_type_hints(each).get("return") is Cents and "vermogen" not in each.__name__:
        assert PERIOD.search(each.__name__)


@pytest.mark.parametrize(("module", "rule"), EVERY_RULE)
def test_an_explanation_cites_a_law_of_the_code(module: ModuleType, rule: Rule) -> None:
    assert LAW.search(rule.source), rule.source
    cited = " ".join([module.__doc__ or "", *(source_of(each) for _, each in functions(module))])
    assert set(BWB.findall(rule.source)) <= set(BWB.findall(cited))


@pytest.mark.parametrize(("module", "rule"), EVERY_RULE)
def test_the_numbers_of_an_explanation_exist_and_are_used(module: ModuleType, rule: Rule) -> None:
    parameters = Parameters.load([ROOT / "content" / "parameters"])
    assert [each for each in rule.parameters if each not in parameters] == []
    assert set(rule.parameters) <= numbers_used(parameters)
