"""The portal as `make run` serves it, and a visitor who sends it whatever they like."""

from __future__ import annotations

import os
import socket
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from email.message import Message
from http.client import HTTPConnection
from http.cookies import SimpleCookie
from pathlib import Path
from urllib.parse import urlencode

import msgspec

from app.config import ROOT
from tests.reading import Page
from tools.serve import GRANIAN

PATIENCE = 40.0
Sent = Mapping[str, str | list[str]]


class Server(msgspec.Struct, frozen=True):
    """A running server: its port, its files and what it wrote."""

    port: int
    instance: Path
    log: Path


class Got(msgspec.Struct, frozen=True):
    """What came back."""

    status: int
    headers: Message
    text: str

    @property
    def page(self) -> Page:
        """The page that came back, parsed."""
        return Page(self.text)


@contextmanager
def serving(folder: Path) -> Iterator[Server]:
    """Serve the portal on a free port until the block ends; everything it writes is in this folder."""
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        port = door.getsockname()[1]
    server = Server(port, folder / "instance", folder / "server.log")
    environment = {**os.environ, "BASE_URL": f"http://localhost:{port}", "INSTANCE": str(server.instance)}
    with server.log.open("wb") as log:
        process = subprocess.Popen(
            [*GRANIAN, "--workers", "1", "--port", str(port), "--factory", "app.factory:create_app"],
            cwd=ROOT, env=environment, stdout=log, stderr=subprocess.STDOUT,
        )  # fmt: skip
        try:
            _wait_for(port, process)
            yield server
        finally:
            process.terminate()
            process.wait(10)


def _wait_for(port: int, process: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and process.poll() is None:
        try:
            if Visitor(port).get("/nl/over").status == 200:
                return
        except OSError:
            time.sleep(0.1)
    raise AssertionError("the server does not answer")


class Visitor:
    """Somebody with a cookie jar and no manners."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.cookies: dict[str, str] = {}
        self.addresses: list[str] = []

    def get(self, path: str, headers: Mapping[str, str] | None = None) -> Got:
        """Ask for a page."""
        return self.ask("GET", path, headers=headers)

    def post(self, path: str, form: Sent, headers: Mapping[str, str] | None = None) -> Got:
        """Send a form with the token of this visit, as a browser would."""
        token = self.get("/nl/zoeken").page.all("input", name="csrf_token")[0].get("value", "")
        body = urlencode({"csrf_token": token, **form}, doseq=True, errors="surrogatepass").encode()
        kind = {"Content-Type": "application/x-www-form-urlencoded"}
        return self.ask("POST", path, body, {**kind, **(headers or {})})

    def ask(
        self, method: str, path: str, body: bytes | None = None, headers: Mapping[str, str] | None = None
    ) -> Got:
        """Send anything; cookies that come back are kept."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=20)
        jar = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        own = {"Host": f"localhost:{self.port}", **({"Cookie": jar} if jar else {}), **(headers or {})}
        try:
            with suppress(BrokenPipeError):  # who refuses a large body answers before it has read all of it
                connection.request(method, path, body, own)
            response = connection.getresponse()
            text = response.read().decode("utf-8", "replace")
        finally:
            connection.close()
        for line in response.headers.get_all("Set-Cookie") or []:
            for name, morsel in SimpleCookie(line).items():
                self.cookies[name] = morsel.value
                if morsel["max-age"] == "0":
                    del self.cookies[name]
        self.addresses.append(response.headers.get("Location", ""))
        return Got(response.status, response.headers, text)
