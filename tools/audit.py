"""`make audit`: look at the pages with heavier tools than `make test` has: Nu validator, pa11y, Lighthouse.

They come from the npm registry into build/audit and need Node.js, Java and Chromium on the machine.
"""

from __future__ import annotations

import json
import re
import shutil
import socket
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from subprocess import DEVNULL, Popen, run
from urllib.error import HTTPError
from urllib.request import urlopen

BUILD = Path("build/audit")
PACKAGES = ["vnu-jar@26", "pa11y@9", "lighthouse@12"]
LINK = re.compile(r'<a\b[^>]*\bhref="(/[^"#?]*)')
NEEDED = {"npm": "npm", "java": "default-jre-headless", "chromium": "chromium"}
FLAGS = ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-background-networking"]
BEGIN = ["/nl/", "/ar/", "/en/"]
OURS = ["--filterpattern", ".*Attribute .hx-.*"]  # htmx's own attributes are meant
MOST_PAGES = 300
LEAST_SCORE = 0.9


def main() -> int:
    """Look at the pages; 1 when something was found, 2 when a tool is missing."""
    for command, package in NEEDED.items():
        if shutil.which(command) is None:
            print(f"make audit needs '{command}': install the package '{package}' first.", file=sys.stderr)
            return 2
    BUILD.mkdir(parents=True, exist_ok=True)
    npm = ["npm", "install", "--silent", "--ignore-scripts", "--no-package-lock", "--no-audit", "--prefix"]
    run([*npm, str(BUILD), *PACKAGES], check=True)
    with served() as address:
        pages = crawled(address)
        print(f"{len(pages)} pages")
        found = [validated(pages), *(tried(address + page) for page in (*BEGIN[:2], "/nl/route/baan_kwijt"))]
    return 1 if any(found) else 0


@contextmanager
def served() -> Iterator[str]:
    """Serve the portal on a free port while the block runs; gives its address."""
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        port = str(door.getsockname()[1])
    granian = [".venv/bin/granian", "--interface", "wsgi", "--no-ws", "--port", port, "--log-level", "error"]
    server = Popen([*granian, "--factory", "app.factory:create_app"])
    try:
        while not _open(int(port)):
            if server.poll() is not None:
                sys.exit("The portal does not start: see above.")
            time.sleep(0.1)
        yield f"http://localhost:{port}"
    finally:
        server.terminate()
        server.wait(timeout=10)


def _open(port: int) -> bool:
    with socket.socket() as door:
        return door.connect_ex(("127.0.0.1", port)) == 0


def crawled(address: str) -> dict[str, Path]:
    """Return every page that a visitor reaches by links, written to a file."""
    folder = BUILD / "pages"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    pages: dict[str, Path] = {}
    waiting = list(BEGIN)
    while waiting and len(pages) < MOST_PAGES:
        path = waiting.pop(0)
        if path in pages or path.startswith(("/static/", "/.well-known/")):
            continue
        try:
            with urlopen(address + path, timeout=20) as answer:  # noqa: S310 - our own
                if "text/html" not in answer.headers["Content-Type"]:
                    continue
                html = answer.read().decode()
        except HTTPError as error:
            print(f"{error.code} {path}")
            continue
        pages[path] = folder / f"{path.strip('/').replace('/', '__')}.html"
        pages[path].write_text(html, "utf-8")
        waiting += LINK.findall(html)
    return pages


def validated(pages: dict[str, Path]) -> bool:
    """Whether the Nu validator finds a fault in these pages."""
    jar = next(BUILD.glob("node_modules/vnu-jar/**/vnu.jar"))
    print("— Nu validator")
    return (
        run(
            [str(shutil.which("java")), "-Xss1m", "-jar", str(jar), *OURS, *map(str, pages.values())],
            check=False,
        ).returncode
        != 0
    )


def tried(address: str) -> bool:
    """Whether pa11y finds a fault in this page, or Lighthouse gives it too low a score."""
    chromium = str(shutil.which("chromium"))
    config = BUILD / "pa11y.json"
    config.write_text(json.dumps({"chromeLaunchConfig": {"executablePath": chromium, "args": FLAGS}}))
    print(f"— pa11y {address}")
    faults = (
        run([BUILD / "node_modules/.bin/pa11y", "--config", config, address], check=False).returncode != 0
    )
    report = BUILD / "lighthouse.json"
    command: list[str | Path] = [
        BUILD / "node_modules/.bin/lighthouse",
        address,
        "--output=json",
        f"--output-path={report}",
        "--quiet",
    ]
    only = "--only-categories=performance,accessibility,best-practices"
    run(
        [*command, only, f"--chrome-flags={' '.join(FLAGS)}"],
        env={"CHROME_PATH": chromium, "PATH": _path()},
        check=True,
        stdout=DEVNULL,
    )
    scores = {name: part["score"] for name, part in json.loads(report.read_text())["categories"].items()}
    print(f"— Lighthouse {address} {scores}")
    return faults or min(scores.values()) < LEAST_SCORE


def _path() -> str:
    return f"{Path(str(shutil.which('node'))).parent}:/usr/bin:/bin"


if __name__ == "__main__":
    sys.exit(main())
