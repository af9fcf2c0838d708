"""One question of each kind, and how its fields would be filled in: for tests that need no content."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from app.condition import Missing
from app.facts.field import Typed
from app.facts.forms import read
from app.facts.model import Fact, Kind, Limits, Option, PersonField
from app.facts.values import Answer
from app.period import Period

DAY = date(2026, 11, 21)


def options(*ids: str) -> tuple[Option, ...]:
    """Options with sentences, as content gives them."""
    return tuple(Option(each, each.title(), f"U kiest {each}.", f"U kiest niet {each}.") for each in ids)


YES_NO = Fact(id="woont_hier", kind=Kind.YES_NO, short="Wonen", unknown="Wij weten dit niet.")
CHOICE = Fact(
    id="reden",
    kind=Kind.CHOICE,
    short="Reden",
    unknown="Wij weten dit niet.",
    options=options("rood", "blauw"),
)
CHOICES = Fact(
    id="zorgen",
    kind=Kind.CHOICES,
    short="Zorgen",
    unknown="Wij weten dit niet.",
    options=options("huur", "schuld", "taal"),
    none_label="Geen van deze",
)
AMOUNT = Fact(
    id="loon",
    kind=Kind.AMOUNT,
    short="Loon",
    unknown="Wij weten dit niet.",
    periods=(Period.MONTH, Period.FOUR_WEEKS),
    limits=Limits(min=0, max=50_000),
)
NUMBER = Fact(
    id="weken",
    kind=Kind.NUMBER,
    short="Weken",
    unknown="Wij weten dit niet.",
    unit="weken",
    limits=Limits(min=0, max=36),
)
DATE = Fact(
    id="dag",
    kind=Kind.DATE,
    short="Dag",
    unknown="Wij weten dit niet.",
    limits=Limits(earliest_years_back=3, latest_years_ahead=2),
)
MONTH = Fact(
    id="geboren",
    kind=Kind.MONTH,
    short="Geboren",
    unknown="Wij weten dit niet.",
    limits=Limits(earliest_years_back=100, latest_years_ahead=0),
)
POSTCODE4 = Fact(id="postcode", kind=Kind.POSTCODE4, short="Postcode", unknown="Wij weten dit niet.")
PEOPLE = Fact(
    id="kinderen",
    kind=Kind.PEOPLE,
    short="Kinderen",
    unknown="Wij weten dit niet.",
    person="Kind",
    fields=(
        PersonField("geboren", Kind.MONTH, "Geboren in"),
        PersonField("opvang", Kind.YES_NO, "Naar de opvang"),
        PersonField("dagen", Kind.NUMBER, "Dagen per week"),
    ),
    limits=Limits(max=3),
)
EVERY_KIND = (YES_NO, CHOICE, CHOICES, AMOUNT, NUMBER, DATE, MONTH, POSTCODE4, PEOPLE)


def typed(fact: Fact, **parts: str | tuple[str, ...]) -> Typed:
    """Fill in fields: `all` is the field without a part, `jaar` is `<fact>-jaar`, and `_` stands for `-`."""
    return {
        fact.id if part == "all" else f"{fact.id}-{part.replace('_', '-')}": value
        for part, value in parts.items()
    }


def answer(fact: Fact, fields: Mapping[str, str | tuple[str, ...]], day: date = DAY) -> Answer:
    """Read the answer in these fields."""
    return read(fact, fields, day)


DONT_KNOW = Missing.DONT_KNOW
