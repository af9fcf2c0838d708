"""`make rows`: which tests prove which row of the list of features (`@pytest.mark.row("W8")`)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option that `make rows` uses."""
    parser.addoption("--rows", action="store_true", help="print row → tests and run nothing")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_finish(session: pytest.Session) -> None:
    """Print row → tests, each test once whatever its cases, and show nothing else."""
    if not session.config.getoption("--rows"):
        return
    proofs: dict[str, dict[str, None]] = defaultdict(dict)
    for item in session.items:
        for marker in item.iter_markers("row"):
            for row in marker.args:
                proofs[row][item.nodeid.split("[")[0]] = None
    for line in _lines(proofs):
        print(line)  # noqa: T201 - printing is what it is for
    session.items.clear()


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Call it a success that nothing was run."""
    if session.config.getoption("--rows"):
        session.exitstatus = pytest.ExitCode.OK


def _lines(proofs: dict[str, dict[str, None]]) -> Iterator[str]:
    for row in sorted(proofs, key=_natural):
        for number, test in enumerate(proofs[row]):
            yield f"{row if number == 0 else '':5} {test}"
    yield f"{len(proofs)} rows have a test"


def _natural(row: str) -> tuple[str, int]:
    """The order of the list: W2 before W10."""
    number = re.sub(r"\D", "", row)
    return re.sub(r"\d", "", row), int(number or 0)
