"""The visitor's answers in this request: read from the sealed cookie once, written back when they changed."""

import time

from flask import Flask, Response, current_app, g, request

from app.facts.content import load_facts
from app.facts.flow import FactsOn, facts_on
from app.facts.model import Fact, Facts
from app.facts.values import Answer
from app.facts.visit import RESEAL_AFTER_SECONDS, Lost, LostError, Visit, mark_of, seal, unseal
from app.web.clock import today
from app.web.house import house, parameters_today
from app.web.page import wants_fragment

COOKIE = "antwoorden"


def install(app: Flask) -> None:
    """Read the facts of this installation, and write the cookie after each request that changed it."""
    settings = app.extensions["house"].settings
    app.extensions["facts"] = load_facts([settings.content, settings.municipality_folder])
    app.after_request(_write)
    app.jinja_env.globals.update(visit=visit, answers_lost=lost, can_be_wiped=can_be_wiped)


def facts() -> Facts:
    """Return every fact of this installation."""
    found = current_app.extensions["facts"]
    assert isinstance(found, Facts)  # noqa: S101 — narrows the type; `install` put it there
    return found


def facts_today() -> FactsOn:
    """Return the facts as they stand today, made once a day."""
    day = today()
    cached = current_app.extensions.get("facts_on")
    if not isinstance(cached, FactsOn) or cached.day != day:
        cached = facts_on(facts(), parameters_today(day), day)
        current_app.extensions["facts_on"] = cached
    return cached


def visit() -> Visit:
    """Return the visit of this request; a new one when there is none, or none that can be used."""
    if "visit" not in g:
        g.visit = _read()
    found = g.visit
    assert isinstance(found, Visit)  # noqa: S101 — narrows the type
    return found


def _read() -> Visit:
    sealed = request.cookies.get(house().settings.cookie_name(COOKIE))
    if sealed is None:
        return Visit(started=now())
    try:
        return unseal(sealed, house().settings.answer_keys, now())
    except LostError as error:
        return Visit(started=now(), lost=error.why)


def lost() -> Lost | None:
    """Return why earlier answers are gone, if they are; the page that asks says so, and no page after it."""
    if "visit_lost" not in g:
        g.visit_lost, visit().lost = visit().lost, None
    found = g.visit_lost
    return found if isinstance(found, Lost) else None


def has_answers() -> bool:
    """Whether this visit holds anything that was filled in."""
    return bool(visit().answers or visit().drafts or visit().offers)


def can_be_wiped() -> bool:
    """Whether there is anything to wipe; on a shared computer there is from the first question on."""
    return has_answers() or visit().shared


def answers() -> dict[str, Answer]:
    """Return the answers of this visit; a page asks dozens of times, so they are unpacked once."""
    if "visit_answers" not in g:
        g.visit_answers = visit().known_answers(facts())
    found: dict[str, Answer] = g.visit_answers
    return found


def mark(fact: Fact) -> str:
    """Return the mark of the answer that a form shows."""
    return mark_of(visit().answers, fact.id)


def changed() -> None:
    """Have the cookie written with this answer."""
    g.visit_changed = True
    g.pop("visit_answers", None)


def looked_at() -> None:
    """Move the idle limit: a full question or outcome page was read; at most once a minute."""
    current = visit()
    if has_answers() and not wants_fragment() and now() - current.sealed > RESEAL_AFTER_SECONDS:
        changed()


def now() -> int:
    """Return the seconds on the clock; tests move it by the app's configuration."""
    fixed = current_app.config.get("NOW")
    return fixed if isinstance(fixed, int) else int(time.time())


def _write(response: Response) -> Response:
    settings = house().settings
    name = settings.cookie_name(COOKIE)
    # A page that leads on says nothing, so the reason stays in the cookie until one has said it.
    was_told = g.get("visit_lost") is not None
    if g.get("visit_changed") or (was_told and has_answers()):
        value = seal(visit(), settings.answer_keys, now())
        response.set_cookie(name, value, path="/", secure=settings.is_secure, httponly=True, samesite="Lax")
    elif was_told:
        response.delete_cookie(name, path="/", secure=settings.is_secure, httponly=True, samesite="Lax")
    return response


def start_afresh(*, shared: bool, helper: bool) -> Visit:
    """Return this visit, set to how the visitor says that they use the portal."""
    current = visit()
    current.shared, current.helper = shared, helper
    changed()
    return current
