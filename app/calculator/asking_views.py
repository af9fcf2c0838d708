"""The pages that ask: start, what is now, one answer again, which work."""

from flask import Response, abort, redirect, request, url_for
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
from app.calculator.blueprint import blueprint
from app.calculator.model import MOST_OFFERS
from app.calculator.result import refused_now
from app.calculator.room import room
from app.calculator.shown import known_lines, minimum_wage_now
from app.calculator.stopped_page import stopped_page
from app.facts import cookie
from app.facts.asked import Asked, asked, in_other_language, keep_half_typed, tried_to_keep
from app.facts.cookie import facts, looked_at, start_afresh
from app.facts.model import Fact
from app.web.page import page

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
    refused = refused_now()
    if refused is not None:
        looked_at()
        return stopped_page(refused)
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
