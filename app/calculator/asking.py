"""Which questions the pages ask now, and what a form of several holds: kept, wrong, or half typed."""

from collections.abc import Iterable, Mapping

import msgspec
from flask import request
from markupsafe import Markup, escape

from app.calculator.room import room
from app.condition import Known, Truth
from app.facts import cookie
from app.facts.asked import Asked, asked, tried_to_keep
from app.facts.field import Typed, WrongAnswerError
from app.facts.flow import FactsOn, applies, known_facts
from app.facts.forms import read, typed_of
from app.facts.model import Amount, Asks, Fact
from app.facts.retyped import retyped
from app.facts.told import what_to_do
from app.facts.values import Answer, packed, unpacked
from app.period import Period
from app.web.clock import today
from app.web.locale import gettext as _

ONLY_WITH = {
    "brutoloon": "ww",
    "einddatum_ww": "ww",
    "vrijlating_tot_nu": "bijstand",
    "ouders_helpen": "bijstand",
}
"""Questions that routes ask of everybody and the calculator only of who has this income."""
PARTNER_EARNS = frozenset({"loon", "ww"})
PAY = "werk_loon"
MOST_PER_HOUR = 10_000
"""Cents: above it somebody told a month's wage; who really earns more can tell it per month."""
FIRST = ("werk_uren", "werk_loon", "werk_netto")
START = "startdatum_werk"
MORE = ("werk_vakantiegeld", "werk_pensioen", "werk_reis", "werk_subsidie", "werk_urenbeperkt")
CHILDCARE = ("opvang_soort", "opvang_kinderen", "opvang_uren", "opvang_prijs")


class Step(msgspec.Struct, frozen=True):
    """One page of questions: its place among the pages that are asked, and what is not answered on it yet."""

    page: Asks
    number: int
    most: int
    questions: tuple[Fact, ...]


def known_now() -> Mapping[str, Known]:
    """Return what is known of this visitor."""
    return known_facts(cookie.facts_today(), cookie.answers())


def wanted(on: FactsOn, known: Mapping[str, Known], fact: str) -> bool:
    """Whether the calculator has use for a fact of this household."""
    answers = cookie.answers()
    income = answers.get("inkomen_nu")
    if fact in ONLY_WITH and not (isinstance(income, frozenset) and ONLY_WITH[fact] in income):
        return False
    if fact == "inkomen_partner_bruto" and answers.get("inkomen_partner_soort") not in PARTNER_EARNS:
        return False
    if fact == "vrijlating_tot_nu" and answers.get("vrijlating_toegekend") is not True:
        return False
    if fact == "ww_begonnen" and "begindatum_ww" in answers:
        return False
    return applies(on, known, fact) is Truth.YES


def all_wanted() -> list[str]:
    """Return every fact that counts for this household, in the order of the pages."""
    on, known = cookie.facts_today(), known_now()
    return [fact for page in room().asks for fact in page.ask if wanted(on, known, fact)]


def next_step() -> Step | None:
    """Return the first page with a question that is not answered; nothing when all are."""
    on, known, answers = cookie.facts_today(), known_now(), cookie.answers()
    pages = room().asks
    for place, page in enumerate(pages, start=1):
        left = tuple(
            cookie.facts()[fact] for fact in page.ask if fact not in answers and wanted(on, known, fact)
        )
        if left:
            return Step(page, place, len(pages) + 1, left)
    return None


def step_sent() -> Step | None:
    """Return the page that this request's form was made from, with the questions that stood on it."""
    names = frozenset(request.form.getlist("_vraag"))
    pages = room().asks
    for place, page in enumerate(pages, start=1):
        questions = tuple(cookie.facts()[fact] for fact in page.ask if fact in names)
        if questions:
            return Step(page, place, len(pages) + 1, questions)
    return None


def answers_that_apply() -> dict[str, Answer]:
    """Return the answers that count here: what no longer applies must not work on."""
    answers = cookie.answers()
    also = ("begindatum_ww", "heeft_zorgverzekering", "beslag")
    return {fact: answers[fact] for fact in (*all_wanted(), *also) if fact in answers}


def tried(questions: Iterable[Fact]) -> dict[str, Asked]:
    """Keep every answer in this request's form that can be kept; return all questions as they then stand."""
    return {fact.id: tried_to_keep(fact) for fact in questions}


def shown(questions: Iterable[Fact]) -> dict[str, Asked]:
    """Return the questions with their drafts or answers in the fields."""
    return {fact.id: asked(fact) for fact in questions}


class WorkForm(msgspec.Struct, frozen=True):
    """The form about one job: what stands in its fields, and what is wrong."""

    values: Typed
    errors: dict[str, Markup]
    answers: dict[str, Answer]


def work_answers(number: int) -> dict[str, Answer] | None:
    """Return what was answered about the job of this number, from 1; nothing when there is none."""
    kept = cookie.visit().offers
    if not 1 <= number <= len(kept):
        return None
    questions = room().questions
    return {
        fact: unpacked(questions[fact], raw) for fact, raw in kept[number - 1].items() if fact in questions
    }


def work_form(number: int) -> WorkForm:
    """Return the form about a job with its draft or its answers."""
    answers = work_answers(number) or {}
    values: dict[str, str | tuple[str, ...]] = {}
    for fact in room().questions.by_id.values():
        draft = cookie.visit().drafts.get(_draft(number, fact))
        values |= (
            {key: text if isinstance(text, str) else tuple(text) for key, text in draft.items()}
            if draft is not None
            else retyped(fact, answers.get(fact.id))
        )
    return WorkForm(values, {}, answers)


def read_work() -> WorkForm:
    """Read the form of this request; a field that need not be filled in may be empty."""
    values: dict[str, str | tuple[str, ...]] = {}
    errors: dict[str, Markup] = {}
    answers: dict[str, Answer] = {}
    for fact in room().questions.by_id.values():
        typed = typed_of(fact, request.form.to_dict(flat=False))
        values |= typed
        if fact.id not in FIRST[:2] and not _is_filled(typed):
            continue
        try:
            answers[fact.id] = read(fact, typed, today())
        except WrongAnswerError as wrong:
            errors[fact.id] = what_to_do(fact, wrong)
    pay = answers.get(PAY)
    if isinstance(pay, Amount) and pay.period is Period.HOUR and pay.cents > MOST_PER_HOUR:
        errors[PAY] = escape(
            _("Is dit bedrag per maand of per vier weken? Kies dat dan. Per uur is het te hoog.")
        )
    return WorkForm(values, errors, answers)


def _is_filled(typed: Typed) -> bool:
    # A period stands in its list by itself.
    return any(text for name, text in typed.items() if not name.endswith("-periode"))


def keep_work(number: int, answers: Mapping[str, Answer]) -> None:
    """Keep the answers about a job; the number after the last one adds a job."""
    kept = cookie.visit().offers
    raw = {fact: packed(answer) for fact, answer in answers.items()}
    if number <= len(kept):
        kept[number - 1] = raw
    else:
        kept.append(raw)
    for fact in room().questions.by_id.values():
        cookie.visit().drafts.pop(_draft(number, fact), None)
    cookie.changed()


def drop_work(number: int) -> None:
    """Forget a job; those after it move up."""
    kept = cookie.visit().offers
    if 1 <= number <= len(kept):
        del kept[number - 1]
        cookie.changed()


def keep_half_typed_work(number: int) -> None:
    """Keep what this request's form holds as drafts, so that another language loses nothing."""
    for fact in room().questions.by_id.values():
        typed = typed_of(fact, request.form.to_dict(flat=False))
        cookie.visit().drafts[_draft(number, fact)] = {
            key: text if isinstance(text, str) else list(text) for key, text in typed.items()
        }
    cookie.changed()


def _draft(number: int, fact: Fact) -> str:
    return f"{number}:{fact.id}"
