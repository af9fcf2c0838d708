"""What toeslagen share: whose income counts, and which age holds in a month."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.calculator.rules.toeslagen import age_in_month, toetsingsinkomen_per_year
from app.calculator.trace import Traced
from app.period import Month


def test_incomes_count_in_whole_euros_and_together() -> None:
    trace: list[Traced] = []
    assert toetsingsinkomen_per_year([2_020_412]) == 2_020_400
    assert toetsingsinkomen_per_year([2_020_412, 99], trace) == 2_020_400
    assert dict(trace[0].inputs) == {"inkomen_1": 2_020_400, "inkomen_2": 0}
    assert toetsingsinkomen_per_year([]) == 0


@given(st.permutations([123_456, 999_999, 5_000_000]))
def test_the_order_of_people_does_not_matter(incomes: list[int]) -> None:
    assert toetsingsinkomen_per_year(incomes) == 6_123_300


@pytest.mark.parametrize(
    ("born", "month", "age"),
    [
        (date(2014, 6, 15), "2026-06", 11),
        (date(2014, 6, 15), "2026-07", 12),
        (date(2014, 6, 1), "2026-06", 11),
        (date(2014, 5, 31), "2026-06", 12),
        (date(2026, 3, 1), "2026-03", None),
        (date(2026, 3, 31), "2026-04", 0),
        (date(2026, 4, 1), "2026-04", None),
        (date(2008, 2, 29), "2026-02", 17),
        (date(2008, 2, 29), "2026-03", 18),
    ],
)
def test_a_birthday_counts_from_the_month_after_it(born: date, month: str, age: int | None) -> None:
    assert age_in_month(born, Month.parse(month)) == age
