"""Components: one file each, shown to developers, and every kind of question usable without a script."""

import gzip
import re
from pathlib import Path
from typing import Any

import msgspec
import pytest
from flask import Flask, render_template_string
from flask.testing import FlaskClient
from markupsafe import Markup

from app.config import Settings
from app.factory import create_app
from app.facts.model import Fact, Kind, Limits, Option, PersonField
from app.period import Period
from tests.conftest import DAY
from tests.pages import page_of
from tests.reading import Page

ROOT = Path(__file__).parents[2]
TEMPLATES = ROOT / "app" / "web" / "templates"
COMPONENTS = sorted((TEMPLATES / "components").glob("*.html"))
CSS = ROOT / "static" / "css"
ICONS = re.findall(r'<symbol id="([^"]+)"', (ROOT / "static" / "icons.svg").read_text("utf-8"))
LONGEST_COMPONENT = 40

OPTIONS = (
    Option(
        "contract", "Mijn contract loopt af", "Uw contract stopt.", "Uw contract loopt door.", "file-text"
    ),
    Option("ontslag", "Mijn werkgever ontslaat mij", "U krijgt ontslag.", "U krijgt geen ontslag."),
)
PEOPLE_FIELDS = (
    PersonField("geboren", Kind.MONTH, "Wanneer is dit kind geboren?"),
    PersonField("opvang", Kind.YES_NO, "Gaat dit kind naar de opvang?"),
    PersonField("dagen", Kind.NUMBER, "Hoeveel dagen?"),
)


def fact(kind: Kind, **more: Any) -> Fact:
    base = {"id": "feit", "short": "Feit", "unknown": "Wij weten het niet.", "question": "Hoe is het?"}
    return Fact(kind=kind, **{**base, **more})


ONE_OF_EACH = [
    fact(Kind.YES_NO, hint="Kort."),
    fact(Kind.CHOICE, options=OPTIONS),
    fact(Kind.CHOICES, options=OPTIONS, none_label="Geen van deze"),
    fact(Kind.AMOUNT, periods=(Period.MONTH,)),
    fact(Kind.AMOUNT, periods=(Period.MONTH, Period.FOUR_WEEKS), hint="Zonder gas."),
    fact(Kind.NUMBER, unit="weken"),
    fact(Kind.DATE, hint="Bijvoorbeeld 30 11 2026."),
    fact(Kind.MONTH),
    fact(Kind.POSTCODE4),
    fact(Kind.PEOPLE, person="Kind", fields=PEOPLE_FIELDS, limits=Limits(max=3)),
]


@pytest.fixture(scope="module")
def developing(settings: Settings) -> Flask:
    app = create_app(msgspec.structs.replace(settings, development=True, pseudo_language=True))
    app.config.update(TESTING=True, TODAY=DAY, WTF_CSRF_ENABLED=False)
    return app


def field(app: Flask, shown: Fact, values: Any = None, errors: Any = None, code: str = "nl") -> Page:
    with app.test_request_context(f"/{code}/"):
        app.preprocess_request()
        html = render_template_string(
            "{{ ui.field(fact, values, errors) }}", fact=shown, values=values or {}, errors=errors or {}
        )
    return Page(html, whole=False)


@pytest.mark.parametrize("path", COMPONENTS, ids=lambda path: path.stem)
def test_a_component_is_one_macro_named_after_its_file_and_says_what_it_takes(path: Path) -> None:
    text = path.read_text("utf-8")
    assert text.startswith("{#")
    assert re.findall(r"\{%-? macro (\w+)\(", text) == [path.stem]
    assert len(text.splitlines()) <= LONGEST_COMPONENT


def test_every_component_that_is_used_exists_and_every_one_is_used() -> None:
    used: set[str] = set()
    for path in [*(ROOT / "app").rglob("*.html"), ROOT / "app" / "web" / "page.py"]:
        used |= set(re.findall(r"\bui(?:\"\])?\.(\w+)", path.read_text("utf-8")))
    names = {path.stem for path in COMPONENTS}
    assert used - names == set()
    assert names - used == set()


def test_every_icon_that_is_named_is_in_the_sprite() -> None:
    assert len(ICONS) == len(set(ICONS))
    named: dict[str, str] = {}
    for path in (ROOT / "content").rglob("*.yaml"):
        for icon in re.findall(r"\bicon(?:_yes|_no)?: ([\w-]+)", path.read_text("utf-8")):
            named[icon] = path.name
    for path in (ROOT / "app").rglob("*.html"):
        for icon in re.findall(
            r"ui\.icon(?:_tile)?\(\"([\w-]+)\"|icon=\"([\w-]+)\"", path.read_text("utf-8")
        ):
            named["".join(icon)] = path.name
    assert {icon: where for icon, where in named.items() if icon not in ICONS} == {}


@pytest.mark.parametrize("code", ["nl", "en", "ar", "qps"])
def test_the_page_with_every_component_is_a_sound_page(developing: Flask, code: str) -> None:
    page = page_of(developing.test_client().get(f"/{code}/onderdelen"))
    shown = {name for element in page.elements() for name in (element.get("class") or "").split()}
    assert {"radio_card", "timeline_row", "crisis", "summary_row", "fit_card", "bring_list"} <= shown


@pytest.mark.row("W3")
@pytest.mark.parametrize("shown", ONE_OF_EACH, ids=lambda shown: f"{shown.kind}-{len(shown.periods)}")
def test_a_field_can_be_used_without_a_script(developing: Flask, shown: Fact) -> None:
    page = field(developing, shown)
    inputs = [one for tag in ("input", "select") for one in page.all(tag)]
    labelled = {label.get("for") for label in page.all("label")}
    assert page.h1 == "Hoe is het?"
    assert inputs
    for one in inputs:
        assert one.get("required") is None
        assert one.get("placeholder") is None
        # A card has nothing to complete; the form that holds it carries the word.
        assert one.get("autocomplete") == (None if one.get("type") in {"radio", "checkbox"} else "off")
        assert one.get("id") in labelled or one.get("aria-label")
    assert page.one(id="feit") in inputs


@pytest.mark.row("W4")
@pytest.mark.parametrize("shown", ONE_OF_EACH, ids=lambda shown: f"{shown.kind}-{len(shown.periods)}")
def test_every_question_can_be_answered_with_not_knowing(developing: Flask, shown: Fact) -> None:
    page = field(developing, shown)
    unknown = page.one(id="feit-weetniet")
    if shown.kind in {Kind.YES_NO, Kind.CHOICE}:
        assert (unknown.get("name"), unknown.get("value"), unknown.get("type")) == (
            "feit",
            "weetniet",
            "radio",
        )
    else:
        assert (unknown.get("name"), unknown.get("value")) == ("feit-weetniet", "1")
    card = page.parents[unknown]
    assert card.get("class") in {"radio_card", "checkbox_card"}


@pytest.mark.parametrize("shown", ONE_OF_EACH, ids=lambda shown: f"{shown.kind}-{len(shown.periods)}")
def test_an_error_is_told_at_the_field_in_its_own_words(developing: Flask, shown: Fact) -> None:
    page = field(developing, shown, errors={"feit": Markup("Kies een antwoord.")})
    assert "Kies een antwoord." in page.text(page.one(id="feit-fout"))
    assert "feit-fout" in (page.one("fieldset", class_="field").get("aria-describedby") or "")
    assert page.one(id="feit").get("aria-invalid") == "true"


@pytest.mark.parametrize("typed", ["1.250,50", "٣٠", "<b>", '"><script>', "\u202e12", "  ", "1e309"])
def test_what_was_typed_is_shown_again_as_typed(developing: Flask, typed: str) -> None:
    page = field(developing, fact(Kind.AMOUNT), {"feit": typed})
    assert page.one(id="feit").get("value") == typed
    assert not page.all("script")
    assert not page.all("b")


def test_answers_that_were_given_are_chosen_again(developing: Flask) -> None:
    assert field(developing, fact(Kind.YES_NO), {"feit": "nee"}).one(id="feit-nee").get("checked") is not None
    chosen = field(developing, fact(Kind.CHOICES, options=OPTIONS), {"feit": ["ontslag"]})
    assert chosen.one(value="ontslag").get("checked") is not None
    assert chosen.one(value="contract").get("checked") is None
    month = field(developing, fact(Kind.MONTH), {"feit-maand": "03", "feit-jaar": "1985"})
    assert month.one("option", value="3").get("selected") is not None
    assert month.one(name="feit-jaar").get("value") == "1985"


def test_people_show_what_was_filled_in_and_one_empty_row(developing: Flask) -> None:
    shown = ONE_OF_EACH[-1]
    assert len(field(developing, shown).all("fieldset", class_="people__person")) == 1
    page = field(developing, shown, {"feit-1-geboren-jaar": "2019"})
    assert len(page.all("fieldset", class_="people__person")) == 3
    assert not page.all(name="feit-nog"), "three is the most"
    assert (
        field(developing, shown, {"feit-0-opvang": "ja"}).one(name="feit-nog").get("formnovalidate")
        is not None
    )


@pytest.mark.parametrize("code", ["nl", "ar"])
def test_numbers_are_written_from_left_to_right(developing: Flask, code: str) -> None:
    for shown in (fact(Kind.AMOUNT), fact(Kind.NUMBER), fact(Kind.POSTCODE4)):
        assert field(developing, shown, code=code).one(id="feit").get("dir") == "ltr"


def test_one_period_is_said_and_more_can_be_chosen(developing: Flask) -> None:
    assert "per maand" in field(developing, ONE_OF_EACH[3]).text()
    page = field(developing, ONE_OF_EACH[4], {"feit-periode": "four_weeks"})
    assert page.one(name="feit-periode", value="four_weeks").get("checked") is not None


def test_a_language_on_a_page_with_a_form_takes_along_what_was_typed(developing: Flask) -> None:
    page = page_of(developing.test_client().get("/nl/onderdelen"))
    buttons = page.all("button", name="_taal")
    assert {button.get("form") for button in buttons} == {"vraag"}
    assert all(button.get("formnovalidate") is not None for button in buttons)


def test_the_sender_stands_on_every_page_in_dutch(developing: Flask) -> None:
    page = page_of(developing.test_client().get("/ar/"))
    sender = page.one("span", class_="header__name")[0]
    assert page.text(sender) == "Gemeente Zwolle"
    assert (sender.get("lang"), sender.get("dir"), sender.get("translate")) == ("nl", "ltr", "no")


def weight(*paths: Path) -> int:
    return len(gzip.compress(b"".join(path.read_bytes() for path in paths)))


def test_the_look_and_the_scripts_stay_light_enough_for_a_weak_phone(client: FlaskClient) -> None:
    sent = client.get("/opmaak.css", headers={"Accept-Encoding": "gzip"})
    assert sent.headers["Content-Encoding"] == "gzip"
    assert len(sent.data) <= 12_000
    assert (
        weight(*(ROOT / "static" / "js").glob("*.js"), ROOT / "static" / "vendor" / "htmx.min.js") <= 18_000
    )
    assert weight(ROOT / "static" / "icons.svg") <= 5_000
