"""What a browser does unseen: it asks other hosts, stumbles over a script, is refused something."""

from __future__ import annotations

from playwright.sync_api import BrowserContext

PATIENCE = 10_000
"""How many milliseconds a journey waits for something before it fails."""
EXPECTED = ("Failed to load resource", "htmx: htmx:error: Failed to fetch")
"""What the console says of a 422, a 404 or a lost connection that a journey asked for."""


def watched(context: BrowserContext, own: str, faults: list[str]) -> BrowserContext:
    """Return the context; from now on what goes wrong in it is added to the faults."""

    def note_request(address: str) -> None:
        if not address.startswith((f"{own}/", "data:", "blob:", "about:")):
            faults.append(f"asked another host: {address}")

    def note_console(kind: str, text: str) -> None:
        if kind == "error" and not text.startswith(EXPECTED):
            faults.append(f"console: {text}")

    context.set_default_timeout(PATIENCE)
    context.on("request", lambda request: note_request(request.url))
    context.on("weberror", lambda error: faults.append(f"script error: {error.error}"))
    context.on("console", lambda line: note_console(line.type, line.text))
    return context
