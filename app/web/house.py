"""What every page may need, put together once at start."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import msgspec
from flask import current_app

from app.config import Settings
from app.parameters import Parameters, ParametersOn
from app.web.catalogues import Lookup
from app.web.clock import today
from app.web.glossary import Glossary
from app.web.languages import Language
from app.web.municipality import HelpPoint, Municipality
from app.web.switches import Switchboard


class House(msgspec.Struct, frozen=True, kw_only=True):
    """The furniture that all rooms share."""

    settings: Settings
    municipality: Municipality
    help_point: HelpPoint
    languages: tuple[Language, ...]
    lookups: dict[str, Lookup]
    glossary: Glossary
    parameters: Parameters
    recordings: frozenset[str]
    """Spoken texts that exist, as "<language>/<name>"."""
    switches: Switchboard
    stylesheet: str
    indexable: frozenset[str] = frozenset()
    """Rooms whose pages search engines may list; none of them depends on answers."""


def house() -> House:
    """Return the house of the application that is answering now."""
    # A page asks hundreds of times; through the proxy each would take six times as long.
    found: House = current_app._get_current_object().extensions["house"]  # type: ignore[attr-defined]
    return found


def parameters_today(day: date | None = None) -> ParametersOn:
    """Return the numbers of law that are in force today."""
    return house().parameters.on(day or today())


def found_recordings(folder: Path) -> frozenset[str]:
    """Return which spoken texts lie in content/audio."""
    return frozenset(f"{path.parent.name}/{path.stem}" for path in folder.glob("*/*.opus"))
