"""Where people can go: which days are still to come, what nobody told us, and in which order it stands."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from app.catalogue import browse
from app.catalogue.guide import Chain, Possibility, Role, Stage
from app.catalogue.model import Status
from app.catalogue.place import Place, PlaceKind, SignUp, in_order

DAY = date(2026, 11, 21)


def place(name: str, kind: PlaceKind = PlaceKind.GROUP, **values: Any) -> Place:
    given = {"organisation": "loket", "status": Status.CONFIRMED, "sources": (), **values}
    words = dict.fromkeys(("title", "summary", "checked_on", "review_by", "owner"), name)
    return Place(id=name, kind=kind, **{**words, **given})


def test_days_to_come_stand_soonest_first_and_the_day_itself_counts() -> None:
    days = (date(2026, 12, 1), date(2026, 11, 20), DAY)
    assert place("a", dates=days).coming(DAY) == (DAY, date(2026, 12, 1))


@pytest.mark.parametrize(
    ("kind", "known", "missing"),
    [
        (PlaceKind.GROUP, {}, ("date", "where", "sign_up")),
        (PlaceKind.MEETING, {"dates": (date(2026, 11, 20),)}, ("date", "where", "sign_up")),
        (PlaceKind.MEETING, {"dates": (DAY,)}, ("where", "sign_up")),
        (PlaceKind.GROUP, {"hours": "Elke week."}, ("where", "sign_up")),
        (PlaceKind.PLACE, {}, ("hours", "where", "sign_up")),
        (PlaceKind.PLACE, {"walk_in": "Loop binnen."}, ("where",)),
        (PlaceKind.PLACE, {"where": "Hier.", "hours": "Altijd.", "sign_up": SignUp(phone=True)}, ()),
    ],
)
def test_what_nobody_told_us_has_to_be_asked(
    kind: PlaceKind, known: dict[str, Any], missing: tuple[str, ...]
) -> None:
    assert place("a", kind, **known).not_known(DAY) == missing


def test_what_comes_soonest_stands_first_and_what_is_not_sure_last() -> None:
    places = (
        place("unsure", status=Status.TO_CONFIRM, dates=(DAY,)),
        place("open"),
        place("later", dates=(date(2027, 1, 1),)),
        place("soon", dates=(date(2026, 11, 22),)),
    )
    assert [one.id for one in in_order(places, DAY)] == ["soon", "later", "open", "unsure"]


def test_a_kind_without_places_is_left_out() -> None:
    places = (place("a"), place("b", PlaceKind.PLACE), place("c"))
    found = [(kind, [one.id for one in some]) for kind, some in browse.by_kind(places)]
    assert found == [(PlaceKind.PLACE, ["b"]), (PlaceKind.GROUP, ["a", "c"])]


def test_the_website_of_a_form_is_told_without_the_rest_of_its_address() -> None:
    assert SignUp(form="loket.example/aanmelden/groep").host == "loket.example"
    assert SignUp().host == ""


def test_the_way_leaves_out_organisations_and_help_that_are_not_offered() -> None:
    role = Role(organisation="loket", does="Helpt.", items=("geld", "goud"))
    gone = Role(organisation="balie", does="Helpt.")
    chain = Chain(
        summary="", sources=(), checked_on="", review_by="", owner="",
        stages=(Stage(id="a", moment="", title="", summary="", who=(gone, role)),),
        beside=(gone,),
        possible=(Possibility(id="b", title="", summary="", items=("goud",)),),
    )  # fmt: skip
    kept = chain.offered({"loket", "geld"}.__contains__)
    assert [(one.organisation, one.items) for one in kept.stages[0].who] == [("loket", ("geld",))]
    assert kept.beside == ()
    assert kept.possible[0].items == ()
    assert [keys for keys, _ in chain.roles()] == [
        ("stages", 0, "who", 0),
        ("stages", 0, "who", 1),
        ("beside", 0),
    ]
