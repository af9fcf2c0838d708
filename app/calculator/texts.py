"""The words of the calculator: what a row, a step and an assumption are called, and why a row is zero.

Dutch texts as editors wrote them; whoever shows them translates them.
"""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from pathlib import Path

import msgspec

from app.calculator.assumptions import Assumption
from app.calculator.model import Kind, Reason
from app.calculator.steps import inputs_by_rule
from app.content_file import ContentError, Document, Key, read_yaml

FOLDER = "calculator"


class Unit(StrEnum):
    """How a number of a step is written: euros from cents, a ratio per 100.000, hours from hundredths."""

    EURO = "euro"
    RATIO = "ratio"
    COUNT = "count"
    YEARS = "years"
    MONTHS = "months"
    DAYS = "days"
    HOURS = "hours"
    YES_NO = "yes_no"


class Sign(StrEnum):
    """Whether a number is added or taken off; where every number has one, the sum is the whole step."""

    PLUS = "plus"
    MINUS = "minus"


class _Text(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that an editor wrote."""


class Row(_Text, frozen=True):
    """A row of a budget: its name, what it is and hangs on, and why it may be zero."""

    label: str
    sentence: str
    zero: dict[Reason, str] = {}


class _Zero(msgspec.Struct, frozen=True):
    """The reasons of a row before it is known that each of them exists."""

    zero: dict[str, str] = {}


class InputText(_Text, frozen=True):
    """A number that goes into a step."""

    label: str
    unit: Unit
    sign: Sign | None = None


class RuleText(_Text, frozen=True):
    """A step: what it works out, how, and what goes in."""

    label: str
    does: str
    unit: Unit
    inputs: dict[str, InputText]


class AssumptionText(_Text, frozen=True):
    """What is taken for granted, and who can say for sure."""

    sentence: str
    settled_by: str


class Texts(msgspec.Struct, frozen=True):
    """All of them; each row, reason, rule and assumption of the calculator is in it."""

    rows: Mapping[Kind, Row]
    reasons: Mapping[Reason, str]
    rules: Mapping[str, RuleText]
    assumptions: Mapping[Assumption, AssumptionText]

    def why_zero(self, kind: Kind, reason: Reason) -> str:
        """Return why this row is zero, in words of its own where it has them."""
        return self.rows[kind].zero.get(reason, self.reasons[reason])


def load_texts(content: Path) -> Texts:
    """Read the texts; ContentError when one is missing, belongs to nothing, or is empty."""
    folder = content / FOLDER
    rows, rules = read_yaml(folder / "rows.yaml"), read_yaml(folder / "rules.yaml")
    assumptions = read_yaml(folder / "assumptions.yaml")
    for document in (rows, rules, assumptions):
        _refuse_empty(document, document.data, ())
    _exactly(rows, (), ("rows", "reasons"))
    _exactly(rows, ("rows",), Kind)
    _exactly(rows, ("reasons",), Reason)
    _exactly(assumptions, (), Assumption)
    _exactly(rules, (), inputs_by_rule())
    return Texts(
        rows={kind: _row(rows, kind) for kind in Kind},
        reasons={reason: rows.decode(str, "reasons", reason) for reason in Reason},
        rules={name: _rule(rules, name, inputs) for name, inputs in inputs_by_rule().items()},
        assumptions={each: assumptions.decode(AssumptionText, each) for each in Assumption},
    )


def _row(document: Document, kind: Kind) -> Row:
    zero = document.decode(_Zero, "rows", kind).zero
    for name in zero:
        if name not in list(Reason):
            raise ContentError(document.path, document.line("rows", kind, "zero", name), _left_over(name))
    return document.decode(Row, "rows", kind)


def _rule(document: Document, name: str, inputs: Iterable[str]) -> RuleText:
    found = document.decode(RuleText, name)
    _exactly(document, (name, "inputs"), inputs)
    return found


def _exactly(document: Document, keys: tuple[Key, ...], names: Iterable[str]) -> None:
    """Refuse a group in which a name is missing or left over."""
    group = document.data
    for key in keys:
        group = group[key]
    if not isinstance(group, dict):
        raise ContentError(document.path, document.line(*keys), "hier hoort een groepje sleutels.")
    known = list(map(str, names))
    for name in group:
        if name not in known:
            raise ContentError(document.path, document.line(*keys, name), _left_over(name))
    for name in known:
        if name not in group:
            words = f"de tekst van ‘{name}’ ontbreekt. De berekening kan die laten zien."
            raise ContentError(document.path, document.line(*keys), words)


def _left_over(name: str) -> str:
    return f"‘{name}’ bestaat niet in de berekening. Is het een tikfout? Haal het anders weg."


def _refuse_empty(document: Document, data: object, keys: tuple[Key, ...]) -> None:
    if isinstance(data, dict):
        for key, value in data.items():
            _refuse_empty(document, value, (*keys, key))
    elif isinstance(data, str) and not data.strip():
        raise ContentError(document.path, document.line(*keys), "hier staat geen tekst.")
