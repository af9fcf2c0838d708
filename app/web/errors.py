"""Pages for when something goes wrong: in the visitor's language, with somebody to call, nothing echoed."""

from __future__ import annotations

import msgspec
from flask import Flask, Response, current_app, g, request
from werkzeug.exceptions import HTTPException

from app.web.house import house
from app.web.languages import DUTCH
from app.web.locale import served


class Fault(msgspec.Struct, frozen=True):
    """What a page says about one kind of error; Dutch texts, found by the extractor through N_."""

    title: str
    text: str


def N_(text: str) -> str:  # noqa: N802 the name gettext tools look for
    """Mark a text for translators; it is translated when the page is made."""
    return text


NOT_FOUND = Fault(
    N_("Deze pagina is er niet"),
    N_("Misschien is het adres niet goed. Of de pagina is weg. Begin op de eerste pagina."),
)
REFUSED = Fault(
    N_("Dit is niet gelukt"),
    N_("De pagina stond misschien te lang open. Ga terug, laad de pagina opnieuw en probeer het nog eens."),
)
TOO_LARGE = Fault(N_("Dit is te veel tekst"), N_("Ga terug en vul minder in. Een kort antwoord is genoeg."))
TOO_OFTEN = Fault(
    N_("Even wachten"), N_("Er komen nu veel vragen binnen. Probeer het over een minuut nog een keer.")
)
BROKEN = Fault(
    N_("Er ging iets mis bij ons"),
    N_("Dit ligt niet aan u. Probeer het later nog een keer. Of vraag hulp aan een medewerker."),
)
FAULTS = {400: REFUSED, 404: NOT_FOUND, 405: NOT_FOUND, 413: TOO_LARGE, 429: TOO_OFTEN}


def install(app: Flask) -> None:
    """Answer every error with a page of our own."""
    app.register_error_handler(HTTPException, error_page)
    app.register_error_handler(500, lambda _: error_page(None))


def error_page(error: HTTPException | None) -> Response:
    """Make the page for an error: no session, no database, nothing of what was sent."""
    status = error.code or 500 if error is not None else 500
    if error is not None and status < 400:  # a redirect of the router itself
        return Response(status=status, headers=[("Location", getattr(error, "new_url", "/"))])
    g.language = served(request.path.split("/")[1]) or DUTCH
    fault = FAULTS.get(status, BROKEN if status >= 500 else REFUSED)
    template = current_app.jinja_env.get_template("error.html")
    html = template.render(fault=fault, status=status, languages=house().languages)
    response = Response(html, status, mimetype="text/html")
    if status == 405 and error is not None:
        response.headers["Allow"] = ", ".join(sorted(getattr(error, "valid_methods", None) or ()))
    return response
