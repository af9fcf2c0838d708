"""Headers of every answer: pages, fragments, files and errors alike."""

from __future__ import annotations

from flask import Flask, Response, request

from app.web.house import house
from app.web.locale import language

CONTENT_SECURITY_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; media-src 'self' blob:; manifest-src 'self'; frame-ancestors 'none'; "
    "form-action 'self'; base-uri 'none'; object-src 'none'"
)
ALWAYS = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), display-capture=()",
}
TWO_YEARS = "max-age=63072000; includeSubDomains"
FILES = {"static", "house.recording", "house.stylesheet"}


def install(app: Flask) -> None:
    """Put the headers on every answer of the application."""

    @app.after_request
    def put_headers(response: Response) -> Response:
        response.headers.update(ALWAYS)
        if house().settings.is_secure:
            response.headers["Strict-Transport-Security"] = TWO_YEARS
        if request.endpoint in FILES and response.status_code < 400:
            _keep(response)
        else:
            _forget(response)
        return response


def _keep(response: Response) -> None:
    """A file with the mark of its content in its address never changes."""
    response.cache_control.clear()
    response.headers["Cache-Control"] = (
        "public, max-age=31536000, immutable" if "v" in request.args else "public, max-age=3600"
    )


def _forget(response: Response) -> None:
    """A page holds a person's answers, or at least the token of their visit: nobody keeps a copy."""
    response.headers["Cache-Control"] = "no-store"
    response.vary.update(("HX-Request", "Cookie", "Accept-Language"))
    if response.mimetype == "text/html":
        response.headers["Content-Language"] = language().bcp47
    room = (request.endpoint or "").partition(".")[0]
    if room not in house().indexable or request.method not in {"GET", "HEAD"} or response.status_code != 200:
        response.headers["X-Robots-Tag"] = "noindex"
