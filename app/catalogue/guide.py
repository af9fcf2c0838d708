"""The nouns of a city: who does what on the way to work, where there is work, and where people can go."""

from collections.abc import Callable, Iterator
from datetime import date

import msgspec
from msgspec.structs import replace

from app.catalogue.model import Source, Status
from app.catalogue.place import Place


class Role(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What one organisation does for someone at one point of the way."""

    organisation: str
    does: str
    items: tuple[str, ...] = ()
    status: Status = Status.CONFIRMED

    @property
    def is_confirmed(self) -> bool:
        """Whether the editors know that this is so today."""
        return self.status is Status.CONFIRMED


class Stage(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One point of the way: when someone gets there, what happens, and whom they meet."""

    id: str
    moment: str
    title: str
    summary: str
    who: tuple[Role, ...]


class Possibility(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Something that people may do and often do not know of, with the help that belongs to it."""

    id: str
    title: str
    summary: str
    items: tuple[str, ...] = ()
    status: Status = Status.CONFIRMED

    @property
    def is_confirmed(self) -> bool:
        """Whether the editors know that this is so today."""
        return self.status is Status.CONFIRMED


class Chain(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """“Wie doet wat”: the way past the organisations, who helps beside it, and what is possible."""

    summary: str
    stages: tuple[Stage, ...]
    possible: tuple[Possibility, ...]
    sources: tuple[Source, ...]
    checked_on: str
    review_by: str
    owner: str
    beside: tuple[Role, ...] = ()
    confidence: str | None = None
    check_with: str | None = None

    def offered(self, is_offered: Callable[[str], bool]) -> "Chain":
        """Return the page without the organisations and forms of support that are not offered."""
        return replace(
            self,
            stages=tuple(replace(stage, who=_offered(stage.who, is_offered)) for stage in self.stages),
            beside=_offered(self.beside, is_offered),
            possible=tuple(replace(one, items=_kept(one.items, is_offered)) for one in self.possible),
        )

    def roles(self) -> Iterator[tuple[tuple[str | int, ...], Role]]:
        """Yield every role with the keys that lead to it in the file."""
        for place, stage in enumerate(self.stages):
            yield from ((("stages", place, "who", at), role) for at, role in enumerate(stage.who))
        yield from ((("beside", at), role) for at, role in enumerate(self.beside))


def _offered(roles: tuple[Role, ...], is_offered: Callable[[str], bool]) -> tuple[Role, ...]:
    kept = (role for role in roles if is_offered(role.organisation))
    return tuple(replace(role, items=_kept(role.items, is_offered)) for role in kept)


def _kept(names: tuple[str, ...], is_offered: Callable[[str], bool]) -> tuple[str, ...]:
    return tuple(name for name in names if is_offered(name))


class Paper(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A paper that says something, and the year in which it was written."""

    page: str
    year: int


class Sector(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A kind of work for which people are wanted, as some papers say, and the help that leads there."""

    id: str
    title: str
    summary: str
    papers: tuple[Paper, ...]
    items: tuple[str, ...] = ()
    icon: str = "briefcase"

    @property
    def latest_year(self) -> int:
        """The year of the newest paper that says so."""
        return max(paper.year for paper in self.papers)


class Work(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """“Waar is werk”: the sectors, and the help that leads to work in any of them."""

    summary: str
    sectors: tuple[Sector, ...]
    checked_on: str
    review_by: str
    owner: str
    sources: tuple[Source, ...]
    items: tuple[str, ...] = ()
    confidence: str | None = None
    check_with: str | None = None

    @property
    def latest_year(self) -> int:
        """The year of the newest paper on the page."""
        return max(sector.latest_year for sector in self.sectors)

    def years_old(self, today: date) -> int:
        """Return how many years ago the newest paper was written."""
        return max(0, today.year - self.latest_year)

    def offered(self, is_offered: Callable[[str], bool]) -> "Work":
        """Return the page without the forms of support that are not offered."""
        return replace(
            self,
            items=_kept(self.items, is_offered),
            sectors=tuple(replace(each, items=_kept(each.items, is_offered)) for each in self.sectors),
        )


class City(msgspec.Struct, frozen=True):
    """What is told about one city besides its forms of support."""

    places: tuple[Place, ...] = ()
    chain: Chain | None = None
    work: Work | None = None
