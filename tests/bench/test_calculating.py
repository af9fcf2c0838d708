"""What the bench measures of the calculator is a whole result, and the same work every time."""

from __future__ import annotations

import pytest
from flask import Flask

from app.calculator.room import room
from app.web.clock import today
from bench.calculating import (
    HOUSEHOLDS,
    POINTS,
    RESULT,
    calibration,
    equal_points,
    side_by_side,
    tenant,
    visit_of,
    visiting,
)
from bench.direct import ask


@pytest.mark.parametrize("who", HOUSEHOLDS)
def test_every_household_gets_a_whole_result_and_its_page(app: Flask, who: str) -> None:
    with app.app_context():
        day = today()
    with visiting(app, who, day):
        pass
    answer = ask(app, f"/nl{RESULT}", [visit_of(app, who, day)])
    assert answer.status == 200
    assert b"<svg" in answer.content


def test_the_wages_go_from_none_to_where_nothing_is_left_of_bijstand(app: Flask) -> None:
    with app.app_context():
        law = room().law(today(), with_schemes=False)
    totals = equal_points(tenant(law), law)
    assert len(totals) == POINTS
    # The first wages only take the place of bijstand.
    assert totals[0] == totals[1]
    assert totals[-1] > totals[0]


def test_works_are_measured_in_turns() -> None:
    done: list[int] = []
    times = side_by_side([lambda: done.append(1), lambda: done.append(2)])
    assert done[:4] == [1, 2, 1, 2]
    assert len(times) == 2


def test_the_calibration_is_a_fixed_loop() -> None:
    assert calibration() == sum(i * i % 7 for i in range(20_000))
