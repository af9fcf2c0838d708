"""Who runs this portal: the names on the page and the organisation that helps when nothing else does."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import msgspec

from app.content_file import read_yaml


class Municipality(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The sender of every page."""

    id: str
    name: str
    sender: str
    room: str
    """What this part of the municipality is called: the second line beside the mark."""
    website: str
    organisation: str
    """Id of the municipality itself in the catalogue of organisations."""
    help_points: tuple[str, ...]
    """Ids of organisations where people can call or walk in, the best one first."""
    help_text: str
    checked_on: date
    review_by: date
    owner: str
    contact_url: str = ""
    """Where flaws in security are reported, if there is a page for that."""
    postcodes: tuple[str, ...] = ()


class HelpPoint(msgspec.Struct, frozen=True):
    """Where a visitor finds a person; without a confirmed number there is only the contact page."""

    name: str
    phone: str = ""
    confirmed: bool = False

    @property
    def phone_href(self) -> str:
        """The number as a telephone dials it."""
        digits = "".join(sign for sign in self.phone if sign.isdigit() or sign == "+")
        return f"tel:{digits}"


def load_municipality(folder: Path) -> Municipality:
    """Read municipality.yaml of one municipality."""
    return read_yaml(folder / "municipality.yaml").decode(Municipality)
