"""The pages that tell: the result, every row opened, an agenda, a private link, how it is checked."""

from datetime import date

from flask import Response, abort, redirect, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from app.calculator.asking import (
    next_step,
)
from app.calculator.blueprint import blueprint
from app.calculator.chart import chart
from app.calculator.explaining import explained_rows
from app.calculator.link import opened, private_link
from app.calculator.pictured import hour_rows, lettered_zones, loss_in, low_months, tiles, zones_not_told
from app.calculator.result import Result, Stopped, result_on
from app.calculator.room import room
from app.calculator.shown import assumption_texts, local_rows
from app.calculator.stopped_page import stopped_page
from app.catalogue import ics
from app.catalogue.content import catalogue
from app.facts import cookie
from app.facts.asked import in_other_language
from app.facts.cookie import looked_at
from app.money import western_digits
from app.web.clock import today
from app.web.locale import language
from app.web.page import page

UNPROCESSABLE = 422


@blueprint.get("/geld/uitkomst")
def result() -> AnyResponse:
    """Show what the household keeps; `op` in the address is another day, and never an answer."""
    found = _found()
    if not isinstance(found, Result):
        return found
    looked_at()
    here = found.first.offer.job.uren_per_week
    picture = chart(
        found.sweep, lettered_zones(found), found.now.per_month, here, is_rtl=language().direction == "rtl"
    )
    return page(
        "calculator/result.html",
        result=found,
        is_other_day_unknown="op" in request.args and _asked_day() is None,
        picture=picture,
        hour_rows=hour_rows,
        zones=lettered_zones,
        zones_not_told=zones_not_told,
        loss_in=loss_in,
        months=tiles,
        low_months=low_months,
        local_rows=local_rows,
        assumptions=assumption_texts,
    )


@blueprint.get("/geld/uitleg")
def explanation() -> AnyResponse:
    """Open every row: a sentence, the sum with its numbers, the law with its dates."""
    found = _found()
    if not isinstance(found, Result):
        return found
    looked_at()
    return page("calculator/explanation.html", result=found, rows=explained_rows(found))


@blueprint.get("/geld/agenda.ics")
def agenda() -> AnyResponse:
    """Give the dated steps as a file for any agenda."""
    found = _found()
    if not isinstance(found, Result):
        return found
    items, organisations = catalogue().items, catalogue().organisations
    events = [
        ics.dated(items[one.item], step, one.day, organisations[one.organisation])
        for one in found.to_do
        if one.day is not None
        for step in items[one.item].steps
        if step.id == one.step
    ]
    response = Response(ics.calendar_file(events, today()), mimetype="text/calendar")
    response.headers["Content-Disposition"] = "attachment; filename=stappen.ics"
    return response


def _found() -> Result | AnyResponse:
    """Return the result, or the page that comes before it."""
    if next_step() is not None:
        return redirect(url_for("calculator.now"), 303)
    found = result_on(_day())
    if found is None:
        return redirect(url_for("calculator.work", number=1), 303)
    if isinstance(found, Stopped):
        looked_at()
        return stopped_page(found)
    return found


def _day() -> date:
    """Return the day in the address; today where it is none, or one that our numbers of law do not know."""
    return _asked_day() or today()


def _asked_day() -> date | None:
    try:
        asked_for = date.fromisoformat(western_digits(request.args.get("op", "")).strip())
    except ValueError:
        return None
    first, last = room().days_known()
    return asked_for if first <= asked_for <= last else None


@blueprint.get("/geld/link")
def link() -> Response:
    """Offer a link that keeps the answers after the #, where no server sees them; or open one."""
    return page("calculator/link.html", made=None, is_shared=cookie.visit().shared)


@blueprint.post("/geld/link")
def make_link() -> AnyResponse:
    """Make the link, or open the one of which the script sent what stands after the #."""
    if "_taal" in request.form:
        return in_other_language([])
    if "sleutel" in request.form:
        if opened(request.form["sleutel"]):
            return redirect(url_for("calculator.result"), 303)
        return page(
            "calculator/link.html",
            status=UNPROCESSABLE,
            made=None,
            is_shared=cookie.visit().shared,
            is_wrong=True,
        )
    if cookie.visit().shared:
        abort(404)
    looked_at()
    made = url_for("calculator.link", _external=True) + "#" + private_link()
    return page("calculator/link.html", made=made, is_shared=False)


@blueprint.get("/geld/controle")
def checked() -> Response:
    """Show how the calculation is checked, with every worked example and its outcome."""
    return page("calculator/checked.html", cases=room().cases)
