"""A question as a page shows it: what stands in its fields, what is wrong, what another window said."""

from collections.abc import Iterable

import msgspec
from flask import redirect, request, url_for
from markupsafe import Markup
from werkzeug.wrappers import Response

from app.facts import cookie
from app.facts.field import Typed, WrongAnswerError
from app.facts.forms import read, typed_of
from app.facts.model import Fact
from app.facts.retyped import retyped
from app.facts.told import told, what_to_do
from app.web.clock import today
from app.web.locale import served

PERIOD = "-periode"
UNPROCESSABLE, CONFLICT = 422, 409
TOWARDS = "naar"


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """One question on a page. `status` is the HTTP status when its answer was not kept, else 0."""

    fact: Fact
    values: Typed
    mark: str
    errors: dict[str, Markup] = {}
    kept_elsewhere: Markup | None = None
    typed_here: Markup | None = None
    status: int = 0

    @property
    def is_begun(self) -> bool:
        """Whether anything was typed or chosen."""
        return _is_begun(self.values)


def asked(fact: Fact) -> Asked:
    """Return a question with its draft, else its kept answer, in the fields."""
    draft = cookie.visit().draft(fact)
    values = retyped(fact, cookie.answers().get(fact.id)) if draft is None else draft
    return Asked(fact=fact, values=values, mark=cookie.mark(fact))


def typed_now(fact: Fact) -> Typed:
    """Return what the form of this request holds for a fact."""
    return typed_of(fact, request.form.to_dict(flat=False))


def is_typed(fact: Fact) -> bool:
    """Whether the form of this request holds anything for a fact."""
    return _is_begun(typed_now(fact))


def _is_begun(typed: Typed) -> bool:
    # A period stands in its list by itself.
    return any(text for name, text in typed.items() if not name.endswith(PERIOD))


def tried_to_keep(fact: Fact) -> Asked:
    """Keep the answer in this request's form; when it cannot be kept, say so in what comes back."""
    typed = typed_now(fact)
    shown = Asked(fact=fact, values=typed, mark=cookie.mark(fact))
    if f"{fact.id}-nog" in request.form:
        return msgspec.structs.replace(shown, status=200)
    try:
        answer = read(fact, typed, today())
    except WrongAnswerError as wrong:
        return msgspec.structs.replace(shown, errors={fact.id: what_to_do(fact, wrong)}, status=UNPROCESSABLE)
    earlier = cookie.answers().get(fact.id)
    changed_elsewhere = request.form.get(f"_gezien-{fact.id}", shown.mark) != shown.mark
    if changed_elsewhere and earlier is not None and earlier != answer:
        return msgspec.structs.replace(
            shown, kept_elsewhere=told(fact, earlier), typed_here=told(fact, answer), status=CONFLICT
        )
    cookie.visit().keep(fact, answer)
    cookie.changed()
    return shown


def keep_half_typed(asked_facts: Iterable[Fact]) -> None:
    """Keep what this request's form holds for these facts as drafts: typed, but not answered yet."""
    for fact in asked_facts:
        typed = typed_now(fact)
        if typed:
            cookie.visit().keep_draft(fact, typed)
    cookie.changed()


def in_other_language(asked_facts: Iterable[Fact]) -> Response:
    """Keep what was typed as drafts, and show the same page in the language that was asked for."""
    keep_half_typed(asked_facts)
    chosen = served(request.form["_taal"])
    # Only where the visitor was going comes along; nothing else that an address may carry.
    towards = {name: value for name, value in request.args.items() if name == TOWARDS}
    arguments = {**(request.view_args or {}), **towards}
    if chosen is not None:
        arguments["language"] = chosen.code
    return redirect(url_for(str(request.endpoint), **arguments), 303)
