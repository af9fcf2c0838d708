"""What every page can do: stop, show Dutch beside, say that something is wrong, play a spoken text."""

from __future__ import annotations

from flask import (
    Blueprint,
    Response,
    abort,
    current_app,
    redirect,
    request,
    send_from_directory,
    session,
    url_for,
)
from werkzeug.wrappers import Response as AnyResponse

from app.web import feedback
from app.web.clock import today
from app.web.house import house
from app.web.locale import DUTCH_BESIDE, language

blueprint = Blueprint("house", __name__)
ANSWERS = "antwoorden"


@blueprint.post("/<language>/nederlands-erbij")
def dutch_beside() -> AnyResponse:
    """Show the Dutch text beside the translation from now on, or no longer."""
    if not session.pop(DUTCH_BESIDE, False):
        session[DUTCH_BESIDE] = True
    return redirect(way_back(), 303)


@blueprint.post("/<language>/klopt-niet", endpoint="feedback")
def report() -> AnyResponse:
    """Count that something on a page is wrong, and say thanks."""
    page, what = request.form.get("bladzijde", ""), request.form.get("wat", "")
    if page not in current_app.view_functions:
        abort(400)
    what = what if what in feedback.KINDS else "iets"
    feedback.count(house().settings.instance, f"{today()} {page} {language().code} {what}")
    return redirect(url_for("home.thanks"), 303)


@blueprint.post("/<language>/stop")
def stop() -> AnyResponse:
    """Wipe everything this visit left in the browser, and end on a page without a past."""
    response = redirect(url_for("home.stopped"), 303)
    session.clear()
    forget_answers(response)
    response.headers["Clear-Site-Data"] = '"cache", "cookies", "storage"'
    return response


@blueprint.get("/opmaak.css")
def stylesheet() -> Response:
    """Send the style sheet of this municipality: its theme and our own files as one."""
    return Response(house().stylesheet, mimetype="text/css")


@blueprint.get("/geluid/<code>/<name>.opus")
def recording(code: str, name: str) -> Response:
    """Send a spoken text."""
    if f"{code}/{name}" not in house().recordings:
        abort(404)
    return send_from_directory(
        house().settings.content / "audio" / code, f"{name}.opus", mimetype="audio/ogg"
    )


def forget_answers(response: AnyResponse) -> None:
    """Tell the browser to drop the answers and the visit."""
    settings = house().settings
    for name in (settings.cookie_name(ANSWERS), settings.cookie_name("sessie")):
        response.delete_cookie(name, path="/", secure=settings.is_secure, httponly=True, samesite="Lax")


def way_back() -> str:
    """Return the page that the visitor was on: a path of this site, else the first page."""
    path = request.form.get("terug", "")
    is_ours = path.startswith(f"/{language().code}/") and "\\" not in path and path.isprintable()
    return path if is_ours else f"/{language().code}/"
