"""Every row of the result opened: now and then beside each other, in three levels."""

import msgspec

from app.calculator.explained import Explained, explained
from app.calculator.model import Budget, Kind
from app.calculator.result import Result
from app.calculator.room import room


class ExplainedRow(msgspec.Struct, frozen=True):
    """One row with what is behind it now, and with the first work that has it: its number, from 1."""

    kind: Kind
    now: Explained | None
    then: Explained | None
    number: int

    @property
    def either(self) -> Explained:
        """The one that is there; its words are the same."""
        found = self.then or self.now
        assert found is not None  # noqa: S101 — a row stands in the table because one of them has it
        return found


def explained_rows(result: Result) -> list[ExplainedRow]:
    """Return the rows in the order of the table."""
    return [_row(kind, result) for kind in result.kinds]


def _row(kind: Kind, result: Result) -> ExplainedRow:
    now = _of(result.now, kind, result)
    for one in result.offers:
        then = _of(one.budget, kind, result)
        if then is not None:
            return ExplainedRow(kind, now, then, one.number)
    return ExplainedRow(kind, now, None, 1)


def _of(budget: Budget, kind: Kind, result: Result) -> Explained | None:
    line = next((line for line in budget.lines if line.kind is kind), None)
    return None if line is None else explained(line, result.law, room().texts)
