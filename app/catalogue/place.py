"""A place, a group or a meeting: where people can go, when, and how they say that they come."""

from datetime import date as Day  # noqa: N812 — a place has dates of its own
from enum import StrEnum

import msgspec

from app.catalogue.model import Source, Status


class PlaceKind(StrEnum):
    """What someone goes to: a door that is open, a group that meets, or one day on which people meet."""

    PLACE = "plek"
    GROUP = "groep"
    MEETING = "bijeenkomst"


class SignUp(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How someone says that they come: by calling the organisation, by mail, on a page without its https://."""

    phone: bool = False
    mail: str | None = None
    form: str | None = None

    @property
    def host(self) -> str:
        """The website on which the form stands."""
        return (self.form or "").partition("/")[0]


class Place(
    msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename={"life_events": "for"}
):
    """Somewhere to go; what is not known is left out here, and the page says whom to ask."""

    id: str
    kind: PlaceKind
    title: str
    summary: str
    organisation: str
    status: Status
    sources: tuple[Source, ...]
    checked_on: str
    review_by: str
    owner: str
    where: str | None = None
    hours: str | None = None
    walk_in: str | None = None
    dates: tuple[Day, ...] = ()
    sign_up: SignUp | None = None
    items: tuple[str, ...] = ()
    life_events: tuple[str, ...] = ()
    icon: str = "map-pin"
    confidence: str | None = None
    check_with: str | None = None

    @property
    def is_confirmed(self) -> bool:
        """Whether the editors know that this exists today."""
        return self.status is Status.CONFIRMED

    def coming(self, today: Day) -> tuple[Day, ...]:
        """Return the days on which it still has to happen."""
        return tuple(day for day in sorted(self.dates) if day >= today)

    def not_known(self, today: Day) -> tuple[str, ...]:
        """Return what a visitor has to ask for: the date or the hours, where, how to say that you come."""
        is_known = {
            "hours" if self.kind is PlaceKind.PLACE else "date": bool(
                self.hours or self.walk_in or self.coming(today)
            ),
            "where": self.where is not None,
            "sign_up": self.sign_up is not None or self.walk_in is not None,
        }
        return tuple(what for what, known in is_known.items() if not known)


def in_order(places: tuple[Place, ...], today: Day) -> tuple[Place, ...]:
    """Return places as people look for them: what has a day first, soonest first; what is not sure last."""
    return tuple(
        sorted(places, key=lambda one: (not one.is_confirmed, next(iter(one.coming(today)), Day.max)))
    )
