"""Puts the house together; the only module that knows every room."""

from __future__ import annotations

from flask import Flask, redirect
from werkzeug.wrappers import Response

from app import cli
from app.calculator import room as calculator
from app.calculator import views as calculator_pages
from app.calculator import words as calculator_words
from app.calculator.law import numbers_used
from app.catalogue import content as catalogue
from app.catalogue import views as catalogue_pages
from app.config import Settings
from app.facts import cookie as facts
from app.home import views as home
from app.parameters import Parameters
from app.wayfinder import fit
from app.wayfinder import today as ways
from app.wayfinder import views as wayfinder
from app.wayfinder.card import card_pages
from app.wayfinder.check.command import told_in_words
from app.web import compress, errors, headers, limits, locale, log, page, protect
from app.web.catalogues import lookup_for
from app.web.glossary import load_glossary
from app.web.house import House, found_recordings
from app.web.languages import PSEUDO, served_languages
from app.web.municipality import HelpPoint, load_municipality
from app.web.pseudo import PseudoLookup
from app.web.switches import Switchboard
from app.web.theme import load_theme, stylesheet
from app.web.translations.build import compile_when_old
from app.web.views import blueprint as house_blueprint

HOUSE = (compress, headers, limits, locale, protect, page, errors)
ROOMS = [home, wayfinder, calculator_pages, catalogue_pages]
"""Every room: the module with its blueprint. Its pages start with the language: /nl/…"""


@told_in_words
def create_app(settings: Settings) -> Flask:
    """Make the application; wrong content or settings stop it here, in words an editor understands."""
    log.install()
    app = log.QuietFlask("app", static_folder=str(settings.static), template_folder="web/templates")
    app.config.update(
        SECRET_KEY=settings.session_keys[0],
        SECRET_KEY_FALLBACKS=list(settings.session_keys[1:]),
        SESSION_COOKIE_NAME=settings.cookie_name("sessie"),
        SESSION_COOKIE_SECURE=settings.is_secure,
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        TRUSTED_HOSTS=list(settings.trusted_hosts),
        PREFERRED_URL_SCHEME="https" if settings.is_secure else "http",
    )
    app.extensions["house"] = furnished(settings)
    for part in HOUSE:
        part.install(app)
    app.register_blueprint(house_blueprint)
    with_money = (settings.content / "calculator").is_dir()
    for room in ROOMS:
        if room is not calculator_pages or with_money:
            app.register_blueprint(room.blueprint, url_prefix="/<language>")
    app.jinja_env.globals["is_installed"] = app.blueprints.__contains__
    stock(app)
    home.install(app)
    app.register_blueprint(cli.blueprint)
    app.add_url_rule("/", "start", start)
    return app


def stock(app: Flask) -> None:
    """Read what may be asked, what exists and which ways there are; a mistake in it stops the start."""
    for room in (facts, catalogue, ways):
        room.install(app)
    if "calculator" in app.blueprints:
        calculator.install(app)
        calculator_words.install(app)
    app.extensions.update(fit_of_item=fit.fit_of_item, routes_of_item=fit.routes_of_item, cards=card_pages)
    app.extensions["numbers_used"] = numbers_used


def furnished(settings: Settings) -> House:
    """Read everything that lies in content/ and translations/."""
    compile_when_old(settings.translations)
    languages = served_languages(settings.languages, pseudo=settings.pseudo_language)
    municipality = load_municipality(settings.municipality_folder)
    folders = [settings.content / "parameters", settings.municipality_folder / "parameters"]
    return House(
        settings=settings,
        municipality=municipality,
        help_point=HelpPoint(municipality.sender),
        languages=languages,
        lookups={
            one.code: PseudoLookup() if one is PSEUDO else lookup_for(one, settings.translations)
            for one in languages
        },
        glossary=load_glossary(settings.content / "glossary.yaml"),
        parameters=Parameters.load([folder for folder in folders if folder.exists()]),
        recordings=found_recordings(settings.content / "audio"),
        stylesheet=stylesheet(
            load_theme(settings.municipality_folder / "theme.yaml"), settings.static / "css"
        ),
        switches=Switchboard(settings.instance / "switches.yaml"),
        indexable=frozenset({"home", "catalogue"}),
    )


def start() -> Response:
    """Begin in Dutch; another language is offered there, never forced."""
    return redirect("/nl/", 302)
