"""A Flask application of one view that sends bytes from a file: what our own pages are compared with."""

from __future__ import annotations

import os
from pathlib import Path

from flask import Flask, Response

BODY_VARIABLE = "BENCH_BARE_BODY"
PATH = "/kaal"


def create_app() -> Flask:
    """Make the application; the bytes are read once."""
    app = Flask("bare")
    body = Path(os.environ[BODY_VARIABLE]).read_bytes()

    @app.get(PATH)
    def bare() -> Response:
        return Response(body, mimetype="text/html", headers={"Content-Encoding": "gzip"})

    return app
