"""How long a check of a text holds."""

from __future__ import annotations

from datetime import date

import pytest

from app.catalogue.fresh import check_of


@pytest.mark.parametrize(
    ("today", "stale"),
    [
        (date(2025, 11, 21), False),
        (date(2026, 11, 21), False),
        (date(2026, 11, 22), True),
        (date(2031, 1, 1), True),
    ],
)
def test_a_check_holds_for_one_year(today: date, stale: bool) -> None:
    assert check_of("2025-11-21", today).stale is stale


def test_a_check_on_a_leap_day_holds_until_the_last_of_february() -> None:
    assert not check_of("2024-02-29", date(2025, 2, 28)).stale
    assert check_of("2024-02-29", date(2025, 3, 1)).stale
