"""Components: every file in templates/components holds one macro of its own name, offered as ui.<name>."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from jinja2 import Environment

SAME_FOR_EVERYONE = frozenset({"icon", "icon_tile"})
"""Drawings of which a page has dozens: without a word, the same in every language, drawn once."""


class Components:
    """The macros, loaded when first used; templates need no import lines, which blocks would not see."""

    def __init__(self, environment: Environment) -> None:
        self._environment = environment

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        macro = getattr(self._environment.get_template(f"components/{name}.html").module, name)
        if not self._environment.auto_reload:
            macro = lru_cache(maxsize=1024)(macro) if name in SAME_FOR_EVERYONE else macro
            setattr(self, name, macro)
        return macro
