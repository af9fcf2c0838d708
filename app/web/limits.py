"""How much a visitor can send: enough for any of our forms, too little to hurt."""

from __future__ import annotations

from flask import Flask, abort, request

LARGEST_BODY = 64 * 1024
MOST_FIELDS = 150
LONGEST_FIELD = 4000


def install(app: Flask) -> None:
    """Refuse bodies, numbers of fields and fields beyond any of our forms, before a room sees them."""
    app.config.update(
        MAX_CONTENT_LENGTH=LARGEST_BODY, MAX_FORM_MEMORY_SIZE=LARGEST_BODY, MAX_FORM_PARTS=MOST_FIELDS
    )

    @app.before_request
    def bounded() -> None:
        if request.method != "POST":
            return
        values = [value for _, value in request.form.items(multi=True)]
        if len(values) > MOST_FIELDS or any(len(value) > LONGEST_FIELD for value in values):
            abort(413)
