"""A form counts only when our own page sent it."""

from __future__ import annotations

from urllib.parse import urlsplit

from flask import Flask, abort, request
from flask_wtf.csrf import CSRFProtect


def install(app: Flask) -> None:
    """Ask every post for the token of the visit, and refuse posts that another site started."""
    app.config.update(
        WTF_CSRF_TIME_LIMIT=None,  # people take a break; the token lives as long as the visit
        WTF_CSRF_SSL_STRICT=False,  # some browsers send no Referer; Origin is checked below
    )

    @app.before_request
    def from_our_own_page() -> None:
        if request.method != "POST":
            return
        origin = request.headers.get("Origin")
        foreign = bool(origin) and origin != "null" and urlsplit(origin or "").netloc != request.host
        if foreign or request.headers.get("Sec-Fetch-Site") == "cross-site":
            abort(400)

    CSRFProtect(app)
