"""What is missing on a machine is said in one sentence, with exit status 2."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.house.files import ROOT

OLD_PYTHON = "#!/bin/sh\nexit 1\n"
WITHOUT_VENV = '#!/bin/sh\ncase "$2" in *ensurepip*) exit 1;; esac\nexit 0\n'
NOT_ROOT = '#!/bin/sh\n[ "$1" = -u ] && echo 1000\n'


def _run(command: list[str], stubs: dict[str, str], folder: Path) -> subprocess.CompletedProcess[str]:
    """Run one of our scripts on a machine that has nothing but these stubs and a few plain tools."""
    for name in ("sh", "dirname", "mktemp", "tail", "rm"):
        (folder / name).symlink_to(str(shutil.which(name)))
    for name, script in stubs.items():
        (folder / name).write_text(script)
        (folder / name).chmod(0o755)
    return subprocess.run(
        command, env={"PATH": str(folder)}, cwd=ROOT, capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize(
    ("command", "stubs", "missing"),
    [
        (["tools/environment.sh", "requirements.txt"], {}, "Python 3.11"),
        (["tools/environment.sh", "requirements.txt"], {"python3": OLD_PYTHON}, "Python 3.11"),
        (["tools/environment.sh", "requirements.txt"], {"python3": WITHOUT_VENV}, "venv"),
        (["tools/browser.sh"], {"id": NOT_ROOT}, "'chromium'"),
        ([".ci/run"], {}, "make"),
    ],
    ids=["no-python", "old-python", "no-venv", "no-browser", "no-make"],
)
def test_what_is_missing_is_named_in_one_sentence(
    command: list[str], stubs: dict[str, str], missing: str, tmp_path: Path
) -> None:
    result = _run(command, stubs, tmp_path)
    assert result.returncode == 2
    assert missing in result.stderr
    assert len(result.stderr.strip().splitlines()) == 1


def test_a_browser_that_is_there_is_enough(tmp_path: Path) -> None:
    result = _run(["tools/browser.sh"], {"chromium": "#!/bin/sh\n"}, tmp_path)
    assert (result.returncode, result.stdout, result.stderr) == (0, "", "")


def test_every_target_says_what_it_does() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    internal = {"static"}
    phony = next(line for line in makefile.splitlines() if line.startswith(".PHONY:")).split()[1:]
    silent = [
        target
        for target in phony
        if target not in internal
        and not any(line.startswith(f"{target}:") and "## " in line for line in makefile.splitlines())
    ]
    assert silent == []
