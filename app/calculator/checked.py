"""What the page “Zo controleren wij de berekening” shows: every worked example, and whether it came out.

The examples are tests, which an installation does not have; `make cases` runs them and keeps their outcome
in `docs/cases.json`, with a fingerprint of the rules and numbers that they ran with.
"""

import hashlib
from datetime import date
from functools import cache
from pathlib import Path

import msgspec

from app.calculator.flow.law_on import rules_fingerprint
from app.config import ROOT

FILE = "cases.json"

_NUMBERS = ROOT / "content" / "parameters"


class Named(msgspec.Struct, frozen=True):
    """Something that is given or must come out, as the example writes it."""

    name: str
    words: str


class Example(msgspec.Struct, frozen=True):
    """One worked example: what is given, what must come out, and whether it did."""

    given: tuple[Named, ...]
    expected: tuple[Named, ...]
    passed: bool


class CaseSet(msgspec.Struct, frozen=True):
    """One case, or a table with an example per row: a few of them, those that went wrong first."""

    name: str
    day: date
    source: str
    count: int
    passed: int
    examples: tuple[Example, ...]


class Group(msgspec.Struct, frozen=True):
    """All examples of one rule; `file` is where they stand, `about` is what they are about."""

    file: str
    about: str
    sets: tuple[CaseSet, ...]

    @property
    def count(self) -> int:
        """How many examples there are."""
        return sum(each.count for each in self.sets)

    @property
    def passed(self) -> int:
        """How many came out."""
        return sum(each.passed for each in self.sets)


class Checked(msgspec.Struct, frozen=True):
    """The last run of all examples."""

    fingerprint: str
    groups: tuple[Group, ...]

    @property
    def count(self) -> int:
        """How many examples there are."""
        return sum(each.count for each in self.groups)

    @property
    def passed(self) -> int:
        """How many came out."""
        return sum(each.passed for each in self.groups)

    @property
    def is_current(self) -> bool:
        """Whether it ran with the rules and numbers of this installation."""
        return self.fingerprint == fingerprint()


def load_checked(docs: Path) -> Checked | None:
    """Read the last run; nothing when this installation came without one."""
    path = docs / FILE
    return msgspec.json.decode(path.read_bytes(), type=Checked) if path.exists() else None


@cache
def fingerprint() -> str:
    """Return what tells these rules and national numbers of law from any other."""
    found = hashlib.sha256(rules_fingerprint().encode())
    for path in sorted(_NUMBERS.glob("*.toml")):
        found.update(path.read_bytes())
    return found.hexdigest()[:12]
