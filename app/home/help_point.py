"""Who helps when nothing else does: the organisation that every page and every error names."""

from __future__ import annotations

from collections.abc import Mapping

from app.catalogue.model import Organisation
from app.web.municipality import HelpPoint, Municipality


def help_point(municipality: Municipality, organisations: Mapping[str, Organisation]) -> HelpPoint:
    """Return the first help point with a confirmed number, else the first that exists, without a number."""
    known = [organisations[name] for name in municipality.help_points if name in organisations]
    for one in known:
        for phone in one.phone:
            if phone.confirmed:
                return HelpPoint(one.name, phone.number, confirmed=True)
    return HelpPoint(known[0].name if known else municipality.sender)
