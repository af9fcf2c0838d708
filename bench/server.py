"""Starts the portal as `make run` does, on a free port, and measures what its processes take."""

from __future__ import annotations

import os
import signal
import socket
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from http.client import HTTPConnection
from pathlib import Path
from subprocess import DEVNULL, Popen, TimeoutExpired

import msgspec

STARTS_WITHIN_SECONDS = 60
STOPS_WITHIN_SECONDS = 15


class Server(msgspec.Struct, frozen=True):
    """A server that answers, with how long it took until the first page was there."""

    port: int
    process: int
    started_in: float

    @property
    def host(self) -> str:
        """The address as visitors write it."""
        return f"localhost:{self.port}"

    def memory_mb(self) -> float:
        """Return the memory of all its processes; what they share is counted once (PSS)."""
        return sum(map(_share_kb, family(self.process))) / 1000

    def cpu_seconds(self) -> float:
        """Return the processor time that its processes have used."""
        return sum(map(_cpu_seconds, family(self.process)))


@contextmanager
def serving(command: Sequence[str], port: int, environment: Mapping[str, str], path: str) -> Iterator[Server]:
    """Run a server until the block ends; it is there once it answers this path."""
    begin = time.perf_counter()
    quiet = {key: value for key, value in os.environ.items() if not key.startswith("MAKE")}
    process = Popen(command, env=quiet | dict(environment), stdout=DEVNULL, start_new_session=True)
    try:
        _wait_for(port, path, process)
        yield Server(port, process.pid, time.perf_counter() - begin)
    finally:
        _stop(process)


def free_port() -> int:
    """Return a port that no program uses now."""
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        return int(door.getsockname()[1])


def _wait_for(port: int, path: str, process: Popen[bytes]) -> None:
    end = time.monotonic() + STARTS_WITHIN_SECONDS
    while time.monotonic() < end and process.poll() is None:
        with suppress(OSError):
            line = HTTPConnection("127.0.0.1", port, timeout=5)
            line.request("GET", path, headers={"Host": f"localhost:{port}"})
            if line.getresponse().status == 200:
                line.close()
                return
        time.sleep(0.02)
    raise RuntimeError("the server does not start: try `make run`")


def _stop(process: Popen[bytes]) -> None:
    running = family(process.pid)
    for sign in (signal.SIGTERM, signal.SIGKILL):
        with suppress(ProcessLookupError):
            os.killpg(process.pid, sign)
        with suppress(TimeoutExpired):
            process.wait(STOPS_WITHIN_SECONDS)
            break
    # The server has a session of its own; make may be gone before it.
    end = time.monotonic() + STOPS_WITHIN_SECONDS
    while time.monotonic() < end and any(map(_is_running, running)):
        time.sleep(0.05)
    for left in filter(_is_running, running):
        with suppress(ProcessLookupError):
            os.kill(left, signal.SIGKILL)


def family(process: int) -> list[int]:
    """Return a process and all that it started, directly or not."""
    parents: dict[int, list[int]] = {}
    for folder in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            parent = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
            parents.setdefault(parent, []).append(int(folder.name))
    found = [process]
    for each in found:
        found += parents.get(each, [])
    return found


def _is_running(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def _share_kb(process: int) -> int:
    lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("Pss:"))


def _cpu_seconds(process: int) -> float:
    user, system = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[11:13]
    return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")
