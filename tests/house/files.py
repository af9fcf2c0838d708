"""The files of this repository, as the tests of the house see them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from subprocess import run

ROOT = Path(__file__).resolve().parents[2]


@cache
def tracked() -> tuple[Path, ...]:
    """Every file that is, or is about to be, in the repository; what git ignores is left out."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    listed = run(command, cwd=ROOT, capture_output=True, check=True).stdout.decode()
    return tuple(path for name in sorted(set(listed.split("\0"))) if name and (path := ROOT / name).is_file())


def files(folder: str, *suffixes: str) -> list[Path]:
    """The files of the repository in a folder, with one of these endings."""
    return [path for path in tracked() if (ROOT / folder) in path.parents and path.suffix in suffixes]


def lines(path: Path) -> Iterator[tuple[int, str]]:
    """The lines of a text file with their numbers, counted from one."""
    return enumerate(path.read_text("utf-8").splitlines(), start=1)


def name(path: Path) -> str:
    """A file's path as a person would say it, counted from the root."""
    return path.relative_to(ROOT).as_posix()
