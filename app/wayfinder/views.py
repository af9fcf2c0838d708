"""The pages of a way: start, one question at a time, check, outcome, dates for an agenda, a card to print."""

from collections.abc import Mapping

from flask import Blueprint, Response, abort, redirect, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from app.condition import Known
from app.facts.asked import Asked, asked, in_other_language, is_typed, keep_half_typed, tried_to_keep
from app.facts.cookie import facts, looked_at, start_afresh
from app.facts.model import Fact
from app.wayfinder.calendar import calendar_file
from app.wayfinder.card import ON_A_SHEET, card_of
from app.wayfinder.flow import RouteOn, before, left_to_ask, next_question, progress
from app.wayfinder.outcome import outcome
from app.wayfinder.shown import (
    checked_answers,
    known_already,
    people_who_help,
    questions_in_place,
    to_look_up,
)
from app.wayfinder.today import known_now, route_today
from app.web.clock import today
from app.web.page import page, wants_fragment

blueprint = Blueprint("wayfinder", __name__, template_folder="templates")

START, CHECK, OUTCOME = "begin", "controleer", "uitkomst"
BACK_TO = {START: "wayfinder.start", CHECK: "wayfinder.check", OUTCOME: "wayfinder.result"}


@blueprint.get("/route/<route_id>")
def start(route_id: str) -> Response:
    """Say what this way is about, and have confirmed what another way already asked."""
    on, known = route_today(route_id), known_now()
    looked_at()
    return page("wayfinder/start.html", on=on, known=known_already(on, known), left=left_to_ask(on, known))


@blueprint.post("/route/<route_id>")
def begin(route_id: str) -> AnyResponse:
    """Note how the portal is used, and go to the first question; without one left, to the outcome."""
    on = route_today(route_id)
    current = start_afresh(shared="gedeeld" in request.form, helper="hulp" in request.form)
    if "_taal" in request.form:
        return in_other_language([])
    current.route = route_id
    if next_question(on, known_now()) is None:
        # What was known was confirmed on the page before: to have it checked again would be asking twice.
        return redirect(url_for("wayfinder.result", route_id=route_id), 303)
    return redirect(_onward(on), 303)


@blueprint.get("/route/<route_id>/vraag/<fact_id>")
def question(route_id: str, fact_id: str) -> Response:
    """Ask one question."""
    on = route_today(route_id)
    looked_at()
    return _question(on, asked(_fact_of(on, fact_id)))


@blueprint.post("/route/<route_id>/vraag/<fact_id>")
def answer(route_id: str, fact_id: str) -> AnyResponse:
    """Keep an answer and go on; a language button or “nog iemand” keeps what was typed instead."""
    on = route_today(route_id)
    fact = _fact_of(on, fact_id)
    if "_taal" in request.form:
        return in_other_language([fact])
    tried = tried_to_keep(fact)
    if tried.status:
        return _question(on, tried, tried.status)
    return redirect(_onward(on, request.args.get("naar")), 303)


def _question(on: RouteOn, shown: Asked, status: int = 200) -> Response:
    known = known_now()
    return page(
        "wayfinder/question.html",
        status=status,
        on=on,
        asked=shown,
        progress=progress(on, known, shown.fact.id),
        back=_back(on, known, shown.fact.id),
    )


def _back(on: RouteOn, known: Mapping[str, Known], fact_id: str) -> str:
    came_from = BACK_TO.get(request.args.get("naar", ""))
    if came_from is not None:
        return url_for(came_from, route_id=on.route.id)
    earlier = before(on, known, fact_id)
    if earlier is None:
        return url_for("wayfinder.start", route_id=on.route.id)
    return url_for("wayfinder.question", route_id=on.route.id, fact_id=earlier)


def _onward(on: RouteOn, towards: str | None = None) -> str:
    """Return the next page: a question that still matters, else where the visitor was going."""
    if towards == START:
        return url_for("wayfinder.start", route_id=on.route.id)
    asks = next_question(on, known_now())
    if asks is not None:
        return url_for("wayfinder.question", route_id=on.route.id, fact_id=asks, naar=towards)
    if towards == OUTCOME:
        return url_for("wayfinder.result", route_id=on.route.id, _anchor="hulp")
    return url_for("wayfinder.check", route_id=on.route.id)


@blueprint.get("/route/<route_id>/controleer")
def check(route_id: str) -> AnyResponse:
    """Show every answer before the outcome, each with a way to change it."""
    on = route_today(route_id)
    looked_at()
    known = known_now()
    return page("wayfinder/check.html", on=on, groups=checked_answers(on, known), back=_back(on, known, ""))


@blueprint.get("/route/<route_id>/uitkomst")
def result(route_id: str) -> AnyResponse:
    """Show what fits, what may fit, what does not, and the steps by date."""
    on = route_today(route_id)
    if next_question(on, known_now()) is not None:
        return redirect(_onward(on), 303)
    looked_at()
    return _result(on)


@blueprint.post("/route/<route_id>/uitkomst")
def settle(route_id: str) -> AnyResponse:
    """Answer “Past dit bij u?” in place, and show the outcome again."""
    on = route_today(route_id)
    in_place = [facts()[fact] for fact in on.questions if fact not in on.route.ask]
    if "_taal" in request.form:
        return in_other_language(in_place)
    if "_vraag" in request.form:
        answered = _fact_of(on, request.form["_vraag"])
    elif (begun := next((fact for fact in in_place if is_typed(fact)), None)) is not None:
        answered = begun  # Enter in a field presses no button of its own
    else:
        return redirect(_onward(on, OUTCOME), 303)
    keep_half_typed(fact for fact in in_place if fact is not answered)
    tried = tried_to_keep(answered)
    if tried.status:
        return _result(on, tried, tried.status)
    return redirect(_onward(on, OUTCOME), 303)


def _result(on: RouteOn, tried: Asked | None = None, status: int = 200) -> Response:
    known = known_now()
    found = outcome(on, known)
    questions = questions_in_place(found, tried)
    return page(
        "wayfinder/outcome.html",
        fragment="help",
        status=status,
        on=on,
        outcome=found,
        people=people_who_help(found),
        questions=questions,
        look_ups=to_look_up(found),
        tried=tried,
        # Another window may have settled the help that this question belonged to; it is asked all the same.
        apart=tried if tried not in questions.values() else None,
        in_place=wants_fragment(),
    )


@blueprint.get("/route/<route_id>/agenda.ics")
def agenda(route_id: str) -> Response:
    """Give the dated steps as a file for any agenda."""
    on = route_today(route_id)
    text = calendar_file(outcome(on, known_now()).steps, today())
    response = Response(text, mimetype="text/calendar")
    response.headers["Content-Disposition"] = "attachment; filename=stappen.ics"
    return response


@blueprint.get("/kaart/<route_id>")
def card(route_id: str) -> Response:
    """Show a sheet of cards to print, each with a QR code that leads to this way in this language."""
    route = route_today(route_id).route
    return page("wayfinder/card.html", route=route, card=card_of(route), on_a_sheet=ON_A_SHEET)


def _fact_of(on: RouteOn, fact_id: str) -> Fact:
    """Return a question that belongs to this route; any other is a 404."""
    if fact_id not in facts() or facts()[fact_id].derived or fact_id not in on.questions:
        abort(404)
    return facts()[fact_id]
