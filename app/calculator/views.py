"""The pages of the calculator: start, what is now, which work, the result, and what goes with it."""

from datetime import date

from flask import Blueprint, Response, abort, redirect, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from app.calculator.asking import (
    CHILDCARE,
    FIRST,
    MORE,
    START,
    Step,
    WorkForm,
    all_wanted,
    drop_work,
    keep_half_typed_work,
    keep_work,
    next_step,
    read_work,
    shown,
    step_sent,
    tried,
    work_form,
)
from app.calculator.chart import chart
from app.calculator.explaining import explained_rows
from app.calculator.link import opened, private_link
from app.calculator.model import MOST_OFFERS
from app.calculator.pictured import hour_rows, lettered_zones, low_months, tiles
from app.calculator.result import Result, Stopped, result_on
from app.calculator.room import room
from app.calculator.shown import assumption_texts, known_lines, local_rows, minimum_wage_now
from app.catalogue import ics
from app.catalogue.content import catalogue
from app.facts import cookie
from app.facts.asked import Asked, asked, in_other_language, keep_half_typed, tried_to_keep
from app.facts.cookie import facts, looked_at, start_afresh
from app.facts.model import Fact
from app.web.clock import today
from app.web.locale import language
from app.web.page import page

blueprint = Blueprint("calculator", __name__, template_folder="templates")

UNPROCESSABLE = 422
SHOWN_AGAIN = 200


@blueprint.get("/geld")
def start() -> Response:
    """Say what this is about, and show what is known already."""
    looked_at()
    return page("calculator/start.html", known=known_lines(), step=next_step())


@blueprint.post("/geld")
def begin() -> AnyResponse:
    """Note how the portal is used, and go to the first page of questions."""
    start_afresh(shared="gedeeld" in request.form, helper="hulp" in request.form)
    if "_taal" in request.form:
        return in_other_language([])
    return redirect(url_for("calculator.now"), 303)


@blueprint.get("/geld/nu")
def now() -> AnyResponse:
    """Ask the next page of questions about the household; when all are known, go on to the work."""
    step = next_step()
    if step is None:
        return redirect(url_for("calculator.work", number=1), 303)
    looked_at()
    return _now(step, shown(step.questions))


@blueprint.post("/geld/nu")
def answer_now() -> AnyResponse:
    """Keep every answer that can be kept; what is wrong is asked again with what was typed."""
    step = step_sent()
    if step is None:
        return redirect(url_for("calculator.now"), 303)
    if "_taal" in request.form:
        return in_other_language(step.questions)
    found = tried(step.questions)
    if any(each.status for each in found.values()):
        keep_half_typed(fact for fact in step.questions if found[fact.id].status)
        return _now(step, found, max(each.status for each in found.values()))
    return redirect(url_for("calculator.now"), 303)


def _now(step: Step, questions: dict[str, Asked], status: int = 200) -> Response:
    errors = {fact: error for each in questions.values() for fact, error in each.errors.items()}
    return page(
        "calculator/now.html",
        status=status,
        step=step,
        questions=questions,
        errors=errors,
        known=known_lines(),
    )


@blueprint.get("/geld/nu/<fact_id>")
def change(fact_id: str) -> Response:
    """Ask one question again."""
    looked_at()
    return _change(asked(_fact_of(fact_id)))


@blueprint.post("/geld/nu/<fact_id>")
def change_answer(fact_id: str) -> AnyResponse:
    """Keep a changed answer and go back to where it was shown; new questions come first."""
    fact = _fact_of(fact_id)
    if "_taal" in request.form:
        return in_other_language([fact])
    found = tried_to_keep(fact)
    if found.status:
        return _change(found, found.status)
    return redirect(_after_change(), 303)


def _change(question: Asked, status: int = 200) -> Response:
    return page("calculator/change.html", status=status, asked=question, back=_came_from())


def _came_from() -> str:
    return url_for("calculator.result") if cookie.visit().offers else url_for("calculator.now")


def _after_change() -> str:
    if next_step() is not None or not cookie.visit().offers:
        return url_for("calculator.now")
    return url_for("calculator.result")


def _fact_of(fact_id: str) -> Fact:
    """Return a question of the calculator; any other is a 404."""
    asks = {fact for each in room().asks for fact in each.ask}
    if fact_id not in asks and fact_id not in {START, "begindatum_ww"}:
        abort(404)
    return facts()[fact_id]


@blueprint.get("/geld/werk/<int:number>")
def work(number: int) -> AnyResponse:
    """Ask about a job: hours, pay, first day, and what need not be filled in."""
    if next_step() is not None:
        return redirect(url_for("calculator.now"), 303)
    _refuse_number(number)
    looked_at()
    return _work(number, work_form(number), asked(facts()[START]))


@blueprint.post("/geld/werk/<int:number>")
def keep(number: int) -> AnyResponse:
    """Keep a job and show what it leaves; what is wrong is asked again."""
    _refuse_number(number)
    if "_taal" in request.form:
        keep_half_typed_work(number)
        return in_other_language([facts()[START]])
    form = read_work()
    begins = tried_to_keep(facts()[START])
    if form.errors or begins.status:
        return _work(number, form, begins, begins.status or UNPROCESSABLE)
    keep_work(number, form.answers)
    return redirect(url_for("calculator.result"), 303)


@blueprint.post("/geld/werk/<int:number>/weg")
def drop(number: int) -> AnyResponse:
    """Leave a job out of the comparison."""
    drop_work(number)
    return redirect(url_for("calculator.result" if cookie.visit().offers else "calculator.now"), 303)


def _refuse_number(number: int) -> None:
    if not 1 <= number <= min(MOST_OFFERS, len(cookie.visit().offers) + 1):
        abort(404)


def _work(number: int, form: WorkForm, begins: Asked, status: int = 200) -> Response:
    return page(
        "calculator/work.html",
        status=status,
        number=number,
        form=form,
        begins=begins,
        errors={**form.errors, **begins.errors},
        questions=room().questions,
        first=FIRST,
        more=MORE,
        childcare=CHILDCARE if "kinderen" in all_wanted() else (),
        minimum=minimum_wage_now(),
        known=known_lines(),
        back=url_for("calculator.result" if cookie.visit().offers else "calculator.start"),
    )


@blueprint.get("/geld/uitkomst")
def result() -> AnyResponse:
    """Show what the household keeps; `op` in the address is another day, and never an answer."""
    found = _found()
    if not isinstance(found, Result):
        return found
    looked_at()
    here = found.first.offer.job.uren_per_week
    picture = chart(found.sweep, found.now.per_month, here, is_rtl=language().direction == "rtl")
    return page(
        "calculator/result.html",
        result=found,
        picture=picture,
        hour_rows=hour_rows,
        zones=lettered_zones,
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
        return page(
            "calculator/stopped.html",
            stopped=found,
            refusals=[room().refusals[each] for each in found.refusals],
            needed=[facts()[each] for each in found.needed],
            known=known_lines(),
        )
    return found


def _day() -> date:
    """Return the day in the address; today where it is none, or one that our numbers of law do not know."""
    try:
        asked_for = date.fromisoformat(request.args.get("op", ""))
    except ValueError:
        return today()
    first, last = room().days_known()
    return asked_for if first <= asked_for <= last else today()


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
        return page("calculator/link.html", status=UNPROCESSABLE, made=None, is_shared=False, is_wrong=True)
    if cookie.visit().shared:
        abort(404)
    looked_at()
    made = url_for("calculator.link", _external=True) + "#" + private_link()
    return page("calculator/link.html", made=made, is_shared=False)


@blueprint.get("/geld/controle")
def checked() -> Response:
    """Show how the calculation is checked, with every worked example and its outcome."""
    return page("calculator/checked.html", cases=room().cases)
