"""`make cases`: runs every worked example and keeps which came out, for the page that shows them.

A plugin of pytest: `pytest -p tests.calculator.outcomes --cases docs/cases.json tests/calculator`.
"""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Callable, Generator, Iterable, Iterator
from itertools import takewhile
from pathlib import Path
from typing import Any

import msgspec
import pytest

from app.calculator.checked import CaseSet, Checked, Example, Group, Named, fingerprint
from tests.calculator.cases import CASES, Case, read

MOST_OF_A_TABLE = 4
"""How many rows of a table the page shows, beside all that went wrong."""

_OUTCOMES: dict[bytes, list[bool]] = defaultdict(list)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option that says where the outcome goes."""
    parser.addoption("--cases", type=Path, help="run only the worked examples and write their outcome here")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Keep the tests that run a worked example."""
    if config.getoption("--cases"):
        items[:] = [item for item in items if _case(item)]


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Remember how a worked example went; one that more tests run has to pass them all."""
    report = yield
    case = _case(item)
    if case is not None and report.when == "call":
        _OUTCOMES[_key(case)].append(report.passed)
    return report


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Write what was found; an example that no test ran did not come out."""
    path: Path | None = session.config.getoption("--cases")
    if path is not None:
        path.write_bytes(written(checked(lambda case: all(_OUTCOMES.get(_key(case), [False])))))


def checked(has_passed: Callable[[Case], bool]) -> Checked:
    """Return all worked examples with their outcome."""
    return Checked(fingerprint(), tuple(_groups(has_passed)))


def written(found: Checked) -> bytes:
    """Return the file, one value a line, so that a change of one example is a change of a few lines."""
    return msgspec.json.format(msgspec.json.encode(found), indent=1) + b"\n"


def _case(item: pytest.Item) -> Case | None:
    params: dict[str, object] = getattr(getattr(item, "callspec", None), "params", {})
    case = params.get("case")
    return case if isinstance(case, Case) else None


def _key(case: Case) -> bytes:
    return msgspec.json.encode(case)


def _groups(has_passed: Callable[[Case], bool]) -> Iterator[Group]:
    for path in sorted(CASES.glob("*.toml")):
        text = path.read_text(encoding="utf-8")
        outcomes = [has_passed(case) for case in read(path.stem)]
        sets = tuple(_sets(tomllib.loads(text), outcomes))
        if sets:
            yield Group(path.stem, _about(text), sets)


def _about(text: str) -> str:
    """Return the first paragraph of the comment on top of a file of examples."""
    lines = (line.removeprefix("#").strip() for line in text.splitlines())
    return " ".join(takewhile(bool, lines))


def _sets(data: dict[str, Any], outcomes: list[bool]) -> Iterator[CaseSet]:
    """Yield the cases and tables of a file, in the order in which they are read."""
    left = iter(outcomes)
    for case in data.get("case", []):
        yield _set(case, [_example(case["given"], case["expected"], passed=next(left))])
    for table in data.get("table", []):
        given, expected = table["given"], table["expected"]
        rows = (
            _example(
                {**table.get("fixed", {}), **dict(zip(given, row, strict=False))},
                dict(zip(expected, row[len(given) :], strict=True)),
                passed=next(left),
            )
            for row in table["rows"]
        )
        yield _set(table, list(rows))


def _set(of: dict[str, Any], examples: list[Example]) -> CaseSet:
    shown = [each for each in examples if not each.passed]
    shown += [each for each in examples if each.passed][:MOST_OF_A_TABLE]
    passed = sum(each.passed for each in examples)
    return CaseSet(of["name"], of["day"], of["source"], len(examples), passed, tuple(shown))


def _example(given: dict[str, Any], expected: dict[str, Any], *, passed: bool) -> Example:
    return Example(tuple(_named(given)), tuple(_named(expected)), passed)


def _named(values: dict[str, Any]) -> Iterator[Named]:
    for name, value in values.items():
        yield Named(name.replace("_", " "), _words(value))


def _words(value: Any) -> str:
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, dict):
        return ", ".join(f"{each.name} {each.words}" for each in _named(value))
    if isinstance(value, Iterable) and not isinstance(value, str):
        return "; ".join(_words(each) for each in value) or "geen"
    return str(value)
