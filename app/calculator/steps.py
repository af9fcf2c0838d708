"""Every step that a calculation can show: the name of its rule, and the names of what goes into it.

The names stand in the rules themselves; they are read from their text, so that no list beside them can lag.
"""

import ast
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from types import ModuleType

from app.calculator import rules
from app.calculator.rules.vrijlating import Vrijlating
from app.calculator.trace import Rule

NUMBERED = "inkomen_1", "inkomen_2"
"""What goes into the only step that names its inputs by number: the income of each adult."""


@cache
def inputs_by_rule() -> Mapping[str, frozenset[str]]:
    """Return what goes into each rule, by the name of the rule."""
    found: dict[str, set[str]] = defaultdict(set)
    for each in iter_modules(rules.__path__):
        module = import_module(f"{rules.__name__}.{each.name}")
        text = Path(str(module.__file__)).read_text(encoding="utf-8")
        for call, written_on in _traced_in(ast.parse(text)):
            inputs = {name for keyword in call.keywords for name in _names(keyword)}
            for rule in _rules_in(written_on, module):
                found[rule] |= inputs
    return {rule: frozenset(inputs) for rule, inputs in found.items()}


def _traced_in(tree: ast.AST) -> Iterator[tuple[ast.Call, ast.expr]]:
    """Yield every place where a step is made, with what it is made of."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "traced":
            yield node, node.func.value


def _names(keyword: ast.keyword) -> tuple[str, ...]:
    return NUMBERED if keyword.arg is None else (keyword.arg,)


def _rules_in(made_of: ast.expr, module: ModuleType) -> Iterator[str]:
    """Yield the names of the rules; the exemptions are made by letter, so they are no names in the module."""
    named = [getattr(module, node.id, None) for node in ast.walk(made_of) if isinstance(node, ast.Name)]
    known = [each.name for each in named if isinstance(each, Rule)]
    yield from known or (f"vrijlating_{kind}" for kind in Vrijlating)
