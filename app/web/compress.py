"""Smaller answers for slow phones: gzip for what a browser asks for, and never for what echoes a post."""

from __future__ import annotations

import gzip
from functools import lru_cache

from flask import Flask, Response, request

LEVEL = 5
SMALLEST = 800
KINDS = ("text/", "application/javascript", "image/svg+xml")


def install(app: Flask) -> None:
    """Compress text on its way out."""

    @app.after_request
    def smaller(response: Response) -> Response:
        if not (response.mimetype or "").startswith(KINDS):
            return response
        response.vary.add("Accept-Encoding")
        if not may_be_compressed(response):
            return response
        etag = response.headers.get("ETag")
        if etag is not None:  # a file: read it now, and keep the result as long as the file stays the same
            response.direct_passthrough = False
            small = _file(response.get_data())
            response.headers["ETag"] = f"W/{etag}".replace("W/W/", "W/")
        else:
            small = gzip.compress(response.get_data(), LEVEL, mtime=0)
        response.set_data(small)
        response.headers["Content-Encoding"] = "gzip"
        return response


def may_be_compressed(response: Response) -> bool:
    """Whether an answer may be compressed.

    Size betrays content where a page shows what another site made a visitor send, beside a secret (BREACH).
    Our pages show nothing of an address, so only answers to a post stay as they are.
    """
    return (
        request.method in {"GET", "HEAD"}
        and response.status_code == 200
        and "Content-Encoding" not in response.headers
        and (response.content_length or SMALLEST) >= SMALLEST
        and request.accept_encodings["gzip"] > 0
    )


@lru_cache(maxsize=64)
def _file(content: bytes) -> bytes:
    return gzip.compress(content, 9, mtime=0)
