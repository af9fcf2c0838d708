"""The page with worked examples shows what was really run, with these rules."""

import msgspec
import pytest

from app.calculator.checked import Checked, load_checked
from app.config import ROOT
from tests.calculator.cases import CASES, Case, read
from tests.calculator.outcomes import MOST_OF_A_TABLE, checked, written

DOCS = ROOT / "docs"


def recorded() -> Checked:
    found = load_checked(DOCS)
    assert found is not None, "run `make cases`"
    return found


@pytest.mark.row("C19")
def test_the_page_shows_the_examples_of_today_and_each_came_out() -> None:
    assert recorded().groups == checked(lambda _: True).groups, "run `make cases`"


@pytest.mark.row("C19")
def test_they_ran_with_the_rules_and_numbers_of_today() -> None:
    assert recorded().is_current, "run `make cases`"


def test_every_example_is_counted() -> None:
    files = [path.stem for path in CASES.glob("*.toml") if read(path.stem)]
    assert {group.file for group in recorded().groups} == set(files)
    assert recorded().count == recorded().passed == sum(len(read(file)) for file in files)


def test_an_example_that_went_wrong_is_counted_and_shown_first() -> None:
    wrong = read("zorgtoeslag")[9]
    found = checked(lambda case: case != wrong)
    (group,) = (each for each in found.groups if each.file == "zorgtoeslag")
    assert group.passed == group.count - 1
    (table,) = (each for each in group.sets if each.passed < each.count)
    assert [each.passed for each in table.examples] == [False] + [True] * MOST_OF_A_TABLE


def test_an_example_says_what_it_is_about_in_words() -> None:
    group = next(each for each in recorded().groups if each.file == "kinderopvangtoeslag")
    assert group.about.startswith("Kinderopvangtoeslag per maand.")
    assert group.sets[0].examples[0].given[1].words == "soort dagopvang, uren 122,00, uurprijs 10,50"


def test_a_change_of_the_rules_makes_the_run_one_of_before() -> None:
    assert not msgspec.structs.replace(recorded(), fingerprint="0").is_current


def test_the_file_is_read_back_as_it_was_written() -> None:
    found = checked(_has_whole_euros)
    assert msgspec.json.decode(written(found), type=Checked) == found


def _has_whole_euros(case: Case) -> bool:
    return all(not isinstance(each, int) or each % 100 == 0 for each in case.expected.values())
