"""A whole page, or only the part of it that htmx asks for: one address, one view, one template."""

from __future__ import annotations

from typing import Any

from flask import Flask, Response, current_app, request
from markupsafe import Markup, escape
from werkzeug.local import LocalProxy

from app.web import locale, numbers, say
from app.web.assets import asset, stylesheet
from app.web.catalogues import Status
from app.web.components import Components
from app.web.house import house

# The notice stands on top of the page, but what it says is known only when all texts have been said.
STATUS_PLACE = Markup("<!--vertaald-->")


def wants_fragment() -> bool:
    """Whether htmx asks for a part of the page; the back button asks for all of it."""
    headers = request.headers
    return (
        "HX-Request" in headers
        and "HX-Boosted" not in headers
        and "HX-History-Restore-Request" not in headers
    )


def page(template: str, fragment: str | None = None, status: int = 200, **context: Any) -> Response:
    """Render a page; with a fragment, only that named block of it when htmx asks."""
    values = dict(context)
    current_app.update_template_context(values)
    source = current_app.jinja_env.get_template(template)
    if fragment and wants_fragment():
        scope = source.new_context(values)
        title = "".join(source.blocks["title"](scope))
        # The same words as in base.html, so that a swap leaves the name of the window as it was.
        sender = escape(house().municipality.sender)
        html = f"<title>{title} – {sender}</title>" + "".join(source.blocks[fragment](scope))
    else:
        html = source.render(values)
    return Response(html.replace(STATUS_PLACE, _status_notice(), 1), status, mimetype="text/html")


def _status_notice() -> str:
    worst = locale.worst_status()
    if worst is Status.SOURCE:
        return ""
    return str(current_app.jinja_env.globals["ui"].translation_notice(worst.name.lower()))  # type: ignore[attr-defined]


def status_notice() -> Markup:
    """Mark the place where the page says how far its translation was checked."""
    return STATUS_PLACE


def notice_banner() -> str | None:
    """Return the notice that an editor has put on every page, in the language of the page or in Dutch."""
    notice = house().switches.now().notice
    return notice.get(locale.language().code) or notice.get("nl")


def day(value: Any, *, weekday: bool = False, deadline: bool = False) -> Markup:
    """Return a date in the language of the page."""
    return numbers.day_markup(value, locale.language(), weekday=weekday, deadline=deadline)


def month_name(value: Any) -> Markup:
    """Return a month in the language of the page."""
    return numbers.month_markup(value, locale.language())


def install(app: Flask) -> None:
    """Offer templates the words, the numbers and the components; all of it also inside macros."""
    environment = app.jinja_env
    environment.trim_blocks = environment.lstrip_blocks = True
    environment.add_extension("jinja2.ext.i18n")
    environment.install_gettext_callables(  # type: ignore[attr-defined]
        locale.gettext, locale.ngettext, newstyle=True, pgettext=locale.pgettext, npgettext=locale.npgettext
    )
    environment.globals.update(
        ui=Components(environment),
        language=LocalProxy(locale.language),
        dutch_beside=LocalProxy(locale.is_dutch_beside),
        municipality=LocalProxy(lambda: house().municipality),
        help_point=LocalProxy(lambda: house().help_point),
        settings=LocalProxy(lambda: house().settings),
        language_links=locale.language_links,
        offered_language=locale.offered_language,
        switch_target=locale.switch_target,
        say=say.say,
        both=say.both,
        say_plain=say.say_plain,
        terms_on_page=say.terms_on_page,
        money=numbers.money,
        bdi=numbers.isolated,
        day=day,
        month_name=month_name,
        asset=asset,
        stylesheet=stylesheet,
        status_notice=status_notice,
        notice_banner=notice_banner,
    )
