"""`flask calculate`: situations in, whole results out; and its document, which must stay true."""

import json
import re
from collections.abc import Callable
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import msgspec
import pytest
from click.testing import Result
from flask import Flask

from app.calculator.command import answers, calculate, situations_in
from app.calculator.flow.law_on import Law, law_on
from app.calculator.unknown_json import Unknown
from app.calculator.written_budget import whole_euros
from tests.calculator.cases import parameters_on

DOCUMENT = Path(__file__).parents[2] / "docs" / "calculator.md"
SINGLE = {
    "person": {"born": "1990-05-01"},
    "home": {"dwelling": "huur", "kale_huur_cents_per_month": 65_000},
    "has_bijstand": True,
    "offers": [{"uren_per_week": 24, "uurloon_cents": 1_499}],
}

Run = Callable[..., Result]


@pytest.fixture
def run(app: Flask) -> Run:
    """The command, as it is run with these arguments and this input."""

    def command(*arguments: str, given: object = b"") -> Result:
        words = given if isinstance(given, bytes) else json.dumps(given).encode()
        return app.test_cli_runner().invoke(calculate, arguments, input=words)

    return command


def cents(text: str) -> int:
    return round(float(text) * 100)


def test_it_says_what_a_household_keeps(run: Run) -> None:
    result = run(given=SINGLE)
    found = json.loads(result.stdout)
    assert (result.exit_code, result.stderr) == (0, "")
    assert found["now"]["total_cents_per_month"] == 194_246
    assert found["then"][0]["budget"]["total_cents_per_month"] == 216_034
    assert found["then"][0]["difference"]["cents_per_month"] == 21_788
    assert found["then"][0]["difference"]["cents_per_hour"] == 210


def test_rows_add_up_in_cents_and_in_whole_euros(run: Run) -> None:
    found = json.loads(run(given=SINGLE).stdout)
    for budget in (found["now"], found["then"][0]["budget"]):
        assert sum(row["cents_per_month"] for row in budget["rows"]) == budget["total_cents_per_month"]
        assert sum(row["euros_per_month"] for row in budget["rows"]) == budget["total_euros_per_month"]
    difference = found["then"][0]["difference"]
    assert sum(difference["cents_per_month_of"].values()) == difference["cents_per_month"]


def test_a_row_of_zero_says_why(run: Run) -> None:
    rows = json.loads(run(given=SINGLE).stdout)["now"]["rows"]
    assert {row["kind"]: row["reason"] for row in rows if not row["cents_per_month"]} == {"loon": "no_job"}


def test_every_number_of_law_says_since_when_and_where_it_stands(run: Run) -> None:
    found = json.loads(run(given=SINGLE).stdout)
    numbers = [
        number for row in found["now"]["rows"] for step in row["trace"] for number in step["parameters"]
    ]
    norm = {
        "id": "participatiewet.norm_alleenstaande",
        "value": 141_946,
        "from": "2026-07-01",
        "outdated": False,
    }
    assert norm in numbers
    assert all(found["parameters"][number["id"]]["source"] for number in numbers)
    assert found["parameters"]["participatiewet.norm_alleenstaande"]["checked_on"]


def test_a_number_of_last_year_is_called_outdated(run: Run) -> None:
    found = json.loads(run(given=SINGLE | {"day": "2027-01-15"}).stdout)
    assert any(
        number["outdated"]
        for row in found["now"]["rows"]
        for step in row["trace"]
        for number in step["parameters"]
    )
    assert found["stamp"]["day"] == "2027-01-15"


def test_the_same_question_has_the_same_answer(run: Run) -> None:
    assert run(given=SINGLE).stdout_bytes == run(given=SINGLE).stdout_bytes


def test_the_result_holds_what_follows_from_the_work(run: Run) -> None:
    [then] = json.loads(run(given=SINGLE).stdout)["then"]
    assert len(then["sweep"]["rows"]) == 41
    assert len(then["calendar"]["months"]) == 12
    assert then["ways_back"]
    assert "werk_melden_gemeente" in {each["item"] for each in then["to_do"]}


def test_a_brief_answer_has_the_budgets_only(run: Run) -> None:
    brief, whole = (json.loads(run(*options, given=SINGLE).stdout) for options in (["--brief"], []))
    assert brief["now"] == whole["now"]
    assert brief["then"][0]["budget"] == whole["then"][0]["budget"]
    assert brief["then"][0].keys() == {"job", "budget", "difference"}


def test_what_is_unknown_gives_a_range(run: Run) -> None:
    [then] = json.loads(run(given=SINGLE | {"unknown": ["huur"]}).stdout)["then"]
    assert then["range"]["low_cents_per_month"] < then["range"]["high_cents_per_month"]
    error = json.loads(run(given=SINGLE | {"unknown": ["uren"]}).stdout)["error"]
    assert error["field"] == "unknown[0]"


def test_schemes_of_the_municipality_can_be_left_out(run: Run) -> None:
    with_schemes = json.loads(run(given=SINGLE).stdout)["now"]["schemes"]
    without = json.loads(run(given=SINGLE | {"with_schemes": False}).stdout)["now"]["schemes"]
    assert {each["scheme"] for each in with_schemes} >= {"kindregeling", "kwijtschelding"}
    assert without == []


def test_every_line_gets_its_own_answer_in_order(run: Run) -> None:
    wrong = SINGLE | {"person": {"born": "2020-05-01"}}
    lines = b"\n".join(json.dumps(each).encode() for each in (SINGLE, wrong, SINGLE)) + b"\n\n"
    result = run(given=lines)
    first, second, third = map(json.loads, result.stdout.splitlines())
    assert result.exit_code == 2
    assert first == third
    assert second["error"]["situation"] == "under_18"


def test_a_file_is_read_as_what_comes_in(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "situation.json"
    path.write_text(json.dumps(SINGLE, indent=2), encoding="utf-8")
    assert run(str(path)).stdout_bytes == run(given=SINGLE).stdout_bytes


@pytest.mark.parametrize("name", ["there_is_no_such_file.json", "."])
def test_a_file_that_cannot_be_read_is_an_error_in_json(run: Run, name: str) -> None:
    result = run(name)
    assert (result.exit_code, result.stderr) == (2, "")
    assert json.loads(result.stdout)["error"]["field"] == "FILE"


NO_SITUATION = [
    b"",
    b"   \n",
    b"{",
    b"[]",
    b"null",
    b"\xff\xfe",
    b'"x"',
    b'{"person":{"born":"1990-05-01"}}x',
]


@pytest.mark.parametrize("given", NO_SITUATION)
def test_what_is_no_situation_is_one_error_and_nothing_else(run: Run, given: bytes) -> None:
    result = run(given=given)
    assert (result.exit_code, result.stderr) == (2, "")
    assert result.stdout.count("\n") == 1
    assert json.loads(result.stdout)["error"]["field"] == "$"


def test_what_a_rule_refuses_is_an_error_as_well() -> None:
    def law_of(day: date) -> Law:
        law = law_on(parameters_on(day))
        only_minors = msgspec.structs.replace(law.toeslagenwet, leeftijd_aow=18)
        return msgspec.structs.replace(law, toeslagenwet=only_minors)

    ww = {"loon_cents_per_month": 180_000, "has_toeslag": True}
    given = json.dumps({"person": {"born": "1990-05-01", "ww": ww}}).encode()
    [(answer, is_fine)] = answers(given, date(2026, 11, 21), law_of)
    error = json.loads(answer)["error"]
    assert not is_fine
    assert (error["field"], error["reason"], error["situation"]) == ("$", "not_covered", "aow_age")


@pytest.mark.parametrize("first", [b"[", b"{"])
def test_lines_of_deep_nesting_are_each_refused(first: bytes) -> None:
    data = first * 1_000_000 + b"\n" + first * 1_000_000
    assert 1 <= len(situations_in(data)) <= 2


def test_a_situation_over_many_lines_is_one(run: Run) -> None:
    assert len(situations_in(json.dumps(SINGLE, indent=2).encode())) == 1
    assert len(situations_in(b'{"a": {}}\n{"b"\n')) == 2


def test_the_schema_names_units_and_limits(run: Run) -> None:
    found = json.loads(run("--schema").stdout)
    job = found["$defs"]["JobJson"]["properties"]
    assert job["uren_per_week"]["maximum"] == 80
    assert "cents" in job["pensioenpremie_cents_per_month"]["description"]
    assert found["$defs"]["SituationJson"]["required"] == ["person"]
    assert found["$defs"]["SituationJson"]["additionalProperties"] is False


@pytest.mark.parametrize(
    ("amounts", "euros"),
    [
        ([], ()),
        ([0, 0], (0, 0)),
        ([150, 150], (2, 1)),
        ([149, 149, 149], (2, 1, 1)),
        ([10_050, -5_025, 0], (100, -50, 0)),
        ([-50], (0,)),
    ],
)
def test_whole_euros_add_up(amounts: list[int], euros: tuple[int, ...]) -> None:
    assert whole_euros(amounts) == euros
    assert sum(euros) == (sum(amounts) + 50) // 100


def situations_of_the_document() -> list[Any]:
    """Return every situation of the document with the table that follows it."""
    parts = re.split(r"```(?:json)?\n", DOCUMENT.read_text(encoding="utf-8"))
    found = [(before, after) for before, after in pairwise(parts) if before.startswith("{\n")]
    rows = r"^\| (\w[\w ]*) \| +(-?[\d.]+)? ?\| (-?[\d.]+) \|$"
    return [(json.loads(before), re.findall(rows, after, re.MULTILINE)) for before, after in found]


def test_the_document_holds_five_situations() -> None:
    assert [len(rows) for _, rows in situations_of_the_document()] == [7, 12, 8, 7, 8]


def test_the_document_names_every_part_of_a_result(run: Run) -> None:
    found = json.loads(run(given=SINGLE).stdout)
    words = DOCUMENT.read_text(encoding="utf-8")
    parts = {*found, *found["then"][0], *found["then"][0]["sweep"], *found["then"][0]["calendar"]}
    assert not {each for each in parts if f"`{each}`" not in words}


def test_the_document_names_everything_that_may_be_unknown() -> None:
    [line] = [
        line for line in DOCUMENT.read_text(encoding="utf-8").splitlines() if line.startswith("- `unknown`")
    ]
    assert set(re.findall(r"`([a-z_]+)`", line)) == {"unknown", *Unknown}


@pytest.mark.parametrize("place", range(5))
def test_the_document_is_true(run: Run, place: int) -> None:
    situation, rows = situations_of_the_document()[place]
    found = json.loads(run(given=situation).stdout)
    now, then = found["now"], found["then"][0]
    stated = {name: (cents(before or "0"), cents(after)) for name, before, after in rows}
    difference = then["difference"]
    assert stated.pop("difference")[1] == difference["cents_per_month"]
    assert stated.pop("per hour")[1] == difference["cents_per_hour"]
    totals = now["total_cents_per_month"], then["budget"]["total_cents_per_month"]
    assert stated.pop("total") == totals
    before, after = (
        {row["kind"]: row["cents_per_month"] for row in budget["rows"]} for budget in (now, then["budget"])
    )
    kinds = before.keys() | after.keys()
    assert stated == {kind: (before.get(kind, 0), after.get(kind, 0)) for kind in kinds}


def test_the_rule_by_itself_in_the_document_comes_out() -> None:
    text = DOCUMENT.read_text("utf-8")
    code = text.partition("```python\n")[2].partition("```")[0]
    assert code.count("assert ") == 4
    exec(compile(code, "docs/calculator.md", "exec"), {})  # noqa: S102 — our own document, run as it says
