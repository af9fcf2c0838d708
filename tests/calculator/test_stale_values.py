"""Amounts that go round but are wrong or old: neither the numbers of 2026 nor the results have them."""

import tomllib
from datetime import date
from itertools import pairwise

import msgspec
import pytest

from app.calculator.rules import (
    huurtoeslag,
    inkomstenbelasting,
    kindgebonden_budget,
    loonheffing,
    minimumloon,
    zorgtoeslag,
)
from app.calculator.rules.huurtoeslag import Home, has_full_limit, huurtoeslag_per_month
from app.calculator.rules.inkomstenbelasting import (
    arbeidskorting_per_year,
    has_combinatiekorting,
    inkomstenbelasting_per_year,
)
from app.calculator.rules.kindgebonden_budget import kindgebonden_budget_per_month, maximum_per_year
from app.calculator.rules.loonheffing import Korting, loonheffing_per_month
from app.calculator.rules.zorgtoeslag import zorgtoeslag_per_month, zorgtoeslag_per_year
from app.parameters import Parameters, Unit
from tests.calculator.cases import CASES, ROOT, parameters_on

DAY = date(2026, 11, 21)
ON = parameters_on(DAY)


class Wrong(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Amounts in euros and percentages that do not belong in these files."""

    what: str
    files: list[str]
    amounts: list[str]
    percentages: list[str]


WRONG = msgspec.convert(tomllib.loads((CASES / "verouderd.toml").read_text("utf-8"))["wrong"], list[Wrong])


def numbers_in(files: list[str]) -> dict[Unit, set[int]]:
    """Return every number of these files on any day, by what it counts; the cells of a table are amounts."""
    parameters = Parameters.load([ROOT / "content" / "parameters"])
    found: dict[Unit, set[int]] = {unit: set() for unit in Unit}
    for parameter in (parameters[each] for each in parameters.ids if each.partition(".")[0] in files):
        for dated in parameter.values:
            if parameter.unit is not Unit.DATE:
                found[parameter.unit] |= {int(word) for word in dated.value.split()}
    found[Unit.EUROCENT] |= found[Unit.BANDS]
    return found


@pytest.mark.parametrize("wrong", WRONG, ids=[each.what for each in WRONG])
def test_the_numbers_are_not_the_wrong_ones(wrong: Wrong) -> None:
    found = numbers_in(wrong.files)
    assert found[Unit.EUROCENT]
    amounts = {int(each.replace(".", "").replace(",", "")) for each in wrong.amounts}
    ratios = {
        int(each.replace(",", "").ljust(len(each.partition(",")[0]) + 3, "0")) for each in wrong.percentages
    }
    assert found[Unit.EUROCENT] & amounts == set()
    assert found[Unit.RATIO] & ratios == set()


def test_every_file_that_is_looked_at_exists() -> None:
    files = {path.stem for path in (ROOT / "content" / "parameters").glob("*.toml")}
    assert {file for wrong in WRONG for file in wrong.files} <= files


class TestResults:
    """What other calculators give, and ours does not."""

    def test_the_highest_zorgtoeslag_is_not_131_a_month_or_1548_a_year(self) -> None:
        p = zorgtoeslag.P.on(ON)
        assert zorgtoeslag_per_month(0, p) == 12_900
        assert zorgtoeslag_per_year(0, p) == 155_000

    def test_zorgtoeslag_does_not_end_at_38441(self) -> None:
        p = zorgtoeslag.P.on(ON)
        assert zorgtoeslag_per_month(3_844_200, p) > 0
        assert zorgtoeslag_per_month(4_085_700, p) > 0

    def test_arbeidskorting_has_its_third_part_on_top_of_5300(self) -> None:
        p = inkomstenbelasting.P.on(ON)
        assert arbeidskorting_per_year(4_000_000, p) == 557_700
        assert arbeidskorting_per_year(4_559_200, p) == 568_500

    def test_combinatiekorting_is_also_for_a_child_born_in_2025(self) -> None:
        p = inkomstenbelasting.P.on(ON)
        assert has_combinatiekorting(2_000_000, None, is_oldest=False, child_age=0, p=p)

    def test_huurtoeslag_has_no_income_limit_and_a_high_rent_does_not_end_it(self) -> None:
        p = huurtoeslag.P.on(ON)
        assert huurtoeslag_per_month(Home(65_000, 1), 3_169_900, p) > 0
        assert huurtoeslag_per_month(Home(65_000, 1), 3_250_100, p) > 0
        assert huurtoeslag_per_month(Home(75_000, 2), 4_317_100, p) > 0
        assert huurtoeslag_per_month(Home(150_000, 1), 2_000_000, p) > 0

    def test_huurtoeslag_is_full_from_21_not_from_23(self) -> None:
        p = huurtoeslag.P.on(ON)
        assert has_full_limit([21], p, with_child=False, with_handicap=False)

    def test_huurtoeslag_falls_in_a_straight_line(self) -> None:
        p = huurtoeslag.P.on(ON)
        steps = [
            huurtoeslag_per_month(Home(90_000, 1), income, p)
            for income in range(2_500_000, 4_000_001, 100_000)
        ]
        falls = {before - after for before, after in pairwise(steps)}
        assert falls <= {2_200, 2_300}

    @pytest.mark.parametrize(("age", "more"), [(13, 72_400), (16, 96_400)])
    def test_an_older_child_brings_724_or_964_more(self, age: int, more: int) -> None:
        p = kindgebonden_budget.P.on(ON)
        young, old = (maximum_per_year([each], p, has_partner=True) for each in (5, age))
        assert old - young == more

    def test_a_single_parent_gets_3416_more_and_loses_760_of_ten_thousand(self) -> None:
        p = kindgebonden_budget.P.on(ON)
        alone = maximum_per_year([5], p, has_partner=False)
        assert alone - maximum_per_year([5], p, has_partner=True) == 341_600
        low, high = (
            kindgebonden_budget_per_month(alone, income, p, has_partner=False)
            for income in (2_973_600, 3_973_600)
        )
        assert 76_000 - 1_200 < 12 * (low - high) < 76_000 + 1_200

    def test_nothing_is_taken_off_a_wage_but_loonheffing(self) -> None:
        # The contribution for the Zvw is the employer's, so net pay is what the tax leaves.
        p = loonheffing.P.on(ON)
        assert 400_050 - loonheffing_per_month(400_050, Korting.WHITE, p) == 317_958
        year = inkomstenbelasting.P.on(ON)
        assert 4_000_000 - inkomstenbelasting_per_year(4_000_000, 4_000_000, year) == 3_371_700

    def test_there_is_no_minimum_wage_of_another_half_year(self) -> None:
        uurlonen = {amount for _, amount in minimumloon.P.on(ON).uurloon}
        assert uurlonen & {1_406, 1_440, 1_471} == set()
