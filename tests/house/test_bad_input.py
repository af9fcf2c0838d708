"""Whatever anybody sends to the real server: a page in their language, never a fault of ours."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator

import pytest
from cryptography.fernet import Fernet
from flask import Flask

from app.facts.visit import Visit, seal
from tests.house.real_server import Got, Server, Visitor, serving

ROUTE = "route/baan_kwijt"
NASTY = {
    "nothing": "",
    "null byte": "a\x00b",
    "right-to-left marks": "\u202e\u200f12\u2066",
    "a megabyte": "x" * 1_000_000,
    "beyond every float": "1e309",
    "not a number": "NaN",
    "Arabic digits": "١٢٣٤٥٦٧٨٩",
    "emoji": "👩‍👧🏽",
    "half a character": "\ud800",
    "a tab and a line": "1\t2\r\n3",
    "markup": "\"><script>alert(1)</script>",
    "a template": "{{7*7}}{% print(1) %}%(number)s{grens}",
    "a path": "../../../../etc/passwd",
}  # fmt: skip
NAMES = (
    *("csrf_token", "_taal", "_vraag", "_gezien-zorgen", "woorden", "bladzijde", "wat", "terug", "gedeeld"),
    *("hulp", "zorgen", "zorgen-weetniet", "spaargeld", "spaargeld-periode", "kinderen-0-opvang"),
    *("kinderen-nog", "laatste_werkdag-jaar", "geboortemaand-maand", "weken_gewerkt_van_36"),
)
UNKNOWN = (
    *("route/bestaat_niet", "route/bestaat_niet/vraag/zorgen", f"{ROUTE}/vraag/bestaat_niet"),
    *(f"{ROUTE}/vraag/leeftijd", f"{ROUTE}/vraag/__class__", f"{ROUTE}/vraag/", f"{ROUTE}/bestaat_niet"),
    *("hulp/bestaat_niet", "hulp/..%2fuwv", "hulp/onderwerp/bestaat_niet", "organisatie/bestaat_niet"),
    *("bestaat-niet", "%00", "%ff%fe", "hulp/%E2%80%AE", "a" * 3_000),
)
KINDS_OF_BODY = (
    *("application/json", "multipart/form-data", 'multipart/form-data; boundary="', "text/xml", ""),
    *("x/" + "y" * 500, "application/x-www-form-urlencoded; charset=utf-16"),
)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with serving(tmp_path_factory.mktemp("nasty")) as running:
        yield running
        assert "error" not in running.log.read_text("utf-8").lower()


@pytest.fixture
def visitor(server: Server) -> Visitor:
    return Visitor(server.port)


def posts(app: Flask) -> list[str]:
    """Every address that takes a form, for the route and language of the tests."""
    values: dict[str, str | int] = {
        "language": "nl",
        "route_id": "baan_kwijt",
        "fact_id": "zorgen",
        "number": 1,
    }
    adapter = app.url_map.bind("localhost")
    rules = [rule for rule in app.url_map.iter_rules() if "POST" in (rule.methods or set())]
    return [
        adapter.build(rule.endpoint, {name: values[name] for name in rule.arguments}, method="POST")
        for rule in rules
    ]


def is_in(answer: Got, language: str) -> bool:
    """Whether an answer is a page in this language that names somebody to ask."""
    html = answer.page.one("html")
    return html.get("lang") == language and f'href="/{language}/contact"' in answer.text


@pytest.mark.parametrize("language", ["nl", "en", "ar"])
@pytest.mark.parametrize("path", UNKNOWN)
def test_what_does_not_exist_is_said_in_the_language_of_the_visitor(
    visitor: Visitor, language: str, path: str
) -> None:
    for method in ("GET", "POST"):
        answer = visitor.ask(method, f"/{language}/{path}")
        assert answer.status in ({404} if method == "GET" else {400, 404, 405})
        assert is_in(answer, language)


@pytest.mark.parametrize(
    "path", ["/tr/", "/xx/", "/NL/", "/nl-NL/", "/nederlands/hulp", "/<script>/", "//", "/nl/../ar/"]
)
def test_a_language_that_we_do_not_have_gets_a_dutch_page(visitor: Visitor, path: str) -> None:
    answer = visitor.get(path)
    assert answer.status in {302, 308, 400, 404}
    assert answer.status != 404 or is_in(answer, "nl")
    assert not answer.headers.get("Location", "/").startswith("//")


@pytest.mark.parametrize("value", NASTY.values(), ids=NASTY.keys())
def test_every_form_survives_every_value_in_every_field(visitor: Visitor, app: Flask, value: str) -> None:
    for path in posts(app):
        everywhere = dict.fromkeys(NAMES, value)
        token_kept = {name: text for name, text in everywhere.items() if name != "csrf_token"}
        for form in (token_kept, everywhere, {value: value}):
            answer = visitor.post(path, form)
            assert answer.status in {200, 303, 307, 400, 404, 409, 413, 422}, path
            assert "<script>alert" not in answer.text
            assert "root:" not in answer.text
            assert "49{" not in answer.text


def test_many_fields_and_long_names_are_too_much(visitor: Visitor) -> None:
    for form in (
        {f"veld{number}": "1" for number in range(5_000)},
        {"n" * 100_000: "1"},
        {"zorgen": ["somber"] * 5_000},
    ):
        answer = visitor.post(f"/ar/{ROUTE}/vraag/zorgen", form)
        assert answer.status in {413, 422}
        assert is_in(answer, "ar")


def test_too_large_a_post_is_refused_in_the_language_of_the_page(visitor: Visitor) -> None:
    answer = visitor.post(f"/ar/{ROUTE}/vraag/zorgen", {"zorgen": "x" * 3_000_000})
    assert answer.status == 413
    assert is_in(answer, "ar")


@pytest.mark.parametrize("kind", KINDS_OF_BODY)
def test_another_kind_of_body_is_an_empty_form(visitor: Visitor, kind: str) -> None:
    for body in (b"", b"{}", b"\xff\xfe\x00", b"--x\r\n", b'{"__proto__": 1}'):
        answer = visitor.ask("POST", "/nl/zoeken", body, {"Content-Type": kind})
        assert answer.status == 400
        assert is_in(answer, "nl")


@pytest.mark.parametrize(
    "host", ["elders.example", "localhost.elders.example", "localhost:1@elders.example", "[", "", "a" * 900]
)
def test_another_host_is_refused(visitor: Visitor, host: str) -> None:
    answer = visitor.get("/nl/", {"Host": host})
    assert answer.status == 400
    assert "elders.example" not in answer.text + answer.headers.get("Location", "")


@pytest.mark.parametrize("header", ["X-Forwarded-Host", "X-Forwarded-Proto", "X-Original-URL", "Forwarded"])
def test_a_header_cannot_move_us_elsewhere(visitor: Visitor, header: str) -> None:
    answer = visitor.get("/", {header: "elders.example"})
    assert answer.headers["Location"] == "/nl/"


class TestCookies:
    """A cookie that is not ours, or no longer."""

    @pytest.mark.parametrize(
        "value",
        [
            *("x", "gAAAAA", "A" * 3_000, "A" * 5_000, "%00%ff", "..", "gAAAAABh" + "B" * 1_500, "{}"),
            seal(Visit(started=1, answers={"kan_werken": True}), [Fernet.generate_key().decode()], 1),
        ],
        ids=["a letter", "a beginning", "long", "too long", "bytes", "dots", "forged", "json", "another key"],
    )
    @pytest.mark.parametrize("language", ["nl", "ar"])
    def test_garbage_gives_a_fresh_start_and_says_so(
        self, visitor: Visitor, language: str, value: str
    ) -> None:
        answer = visitor.get(f"/{language}/{ROUTE}", {"Cookie": f"antwoorden={value}"})
        assert answer.status == 200
        assert answer.page.all(class_="notice--warning"), "nothing says that the answers are gone"
        again = visitor.get(f"/{language}/{ROUTE}")
        assert not again.page.all(class_="notice--warning")

    def test_an_expired_visit_says_that_it_was_long(self, server: Server, visitor: Visitor) -> None:
        keys = (server.instance / "answer_keys").read_text("utf-8").split()
        visitor.cookies["antwoorden"] = seal(Visit(started=1, answers={"kan_werken": True}), keys, 1)
        answer = visitor.get(f"/nl/{ROUTE}/vraag/einde_werk")
        assert "U was lang weg" in answer.text
        assert "antwoorden" not in visitor.cookies

    def test_answers_of_another_time_that_fit_no_more_are_left_out(
        self, server: Server, visitor: Visitor
    ) -> None:
        keys, now = (server.instance / "answer_keys").read_text("utf-8").split(), int(time.time())
        odd: dict[str, object] = {"kan_werken": "x", "zorgen": 5, "laatste_werkdag": [], "leeftijd": 40}
        odd |= {"bestaat_niet": True, "kinderen": {}}
        visitor.cookies["antwoorden"] = seal(Visit(started=now, answers=odd, route="x"), keys, now)
        pages = ("", "/controleer", "/vraag/zorgen", "/uitkomst", "/agenda.ics")
        for path in (*(ROUTE + each for each in pages), "hulp/ww_uitkering"):
            assert visitor.get(f"/nl/{path}").status in {200, 303}

    def test_a_forged_session_is_an_empty_one(self, visitor: Visitor) -> None:
        for value in ("x", "eyJubF9lcmJpaiI6dHJ1ZX0.aaaa.bbbb", "." * 50, "A" * 4_000):
            answer = visitor.get("/ar/", {"Cookie": f"sessie={value}"})
            assert answer.status == 200
            assert "bilingual" not in answer.page.one("html").get("class", "")


class TestForms:
    """A form that another page made."""

    @pytest.mark.parametrize("token", ["", "x", "IjEi.aaaa.bbbb", "A" * 3_000, "\x00"])
    @pytest.mark.parametrize("language", ["nl", "ar"])
    def test_a_wrong_token_is_refused_in_the_language_of_the_page(
        self, visitor: Visitor, language: str, token: str
    ) -> None:
        answer = visitor.post(f"/{language}/{ROUTE}/vraag/zorgen", {"csrf_token": token, "zorgen": "somber"})
        assert answer.status == 400
        assert is_in(answer, language)
        assert "antwoorden" not in visitor.cookies

    def test_the_token_of_somebody_else_is_refused(self, server: Server, visitor: Visitor) -> None:
        page = Visitor(server.port).get("/nl/zoeken").page
        other = page.all("input", name="csrf_token")[0].get("value", "")
        assert visitor.post("/nl/stop", {"csrf_token": other}).status == 400

    @pytest.mark.parametrize("origin", ["https://elders.example", "http://localhost:1", "null"])
    def test_a_post_from_elsewhere_is_refused_unless_nobody_knows(
        self, visitor: Visitor, origin: str
    ) -> None:
        answer = visitor.post("/nl/zoeken", {"woorden": "ww"}, {"Origin": origin})
        assert answer.status == (200 if origin == "null" else 400)


@pytest.mark.parametrize(
    "path", ["/nl/", f"/nl/{ROUTE}", f"/nl/{ROUTE}/vraag/zorgen", "/nl/zoeken", "/opmaak.css"]
)
class TestMethods:
    """Ways of asking other than GET and POST."""

    def test_head_is_a_get_without_a_body(self, visitor: Visitor, path: str) -> None:
        asked, headed = visitor.get(path), visitor.ask("HEAD", path)
        assert (headed.status, headed.text) == (200, "")
        assert headed.headers["Content-Type"] == asked.headers["Content-Type"]

    def test_options_says_what_can_be_done(self, visitor: Visitor, path: str) -> None:
        answer = visitor.ask("OPTIONS", path)
        assert answer.status == 200
        assert "GET" in answer.headers["Allow"]
        assert "Access-Control-Allow-Origin" not in answer.headers

    @pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "TRACE", "PROPFIND", "QUATSCH"])
    def test_any_other_is_refused_with_a_page(self, visitor: Visitor, path: str, method: str) -> None:
        answer = visitor.ask(method, path)
        assert answer.status in {400, 405, 501}
        assert re.search(r"GET|POST", answer.headers.get("Allow", "GET"))


def test_the_files_of_the_program_cannot_be_had(visitor: Visitor) -> None:
    for path in (
        "../app/config.py",
        "..%2f..%2fapp/config.py",
        "%2e%2e/pyproject.toml",
        "/etc/passwd",
        "js/",
    ):
        answer = visitor.get(f"/static/{path}")
        assert answer.status in {308, 400, 404}
        assert "python" not in answer.text
        assert "root:" not in answer.text
    assert visitor.get("/geluid/nl/..%2f..%2fcontent.opus").status == 404
