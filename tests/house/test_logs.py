"""A hundred words, typed wherever anything can be typed: none of them stays anywhere."""

from __future__ import annotations

import base64
import zlib
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest

from app.facts.forms import parts_of
from tests.house.real_server import Got, Server, Visitor, serving
from tests.people import zwolle

ROUTE = "/nl/route/baan_kwijt"
DATE = ("laatste_werkdag-dag", "laatste_werkdag-maand", "laatste_werkdag-jaar")
REAL = {
    "laatste_werkdag": dict(zip(DATE, ("17", "9", "2025"), strict=True)),
    "geboortemaand": {"geboortemaand-maand": "7", "geboortemaand-jaar": "1967"},
    "brutoloon": {"brutoloon": "2.741,83", "brutoloon-periode": "month"},
    "einde_werk": {"einde_werk": "vaststellingsovereenkomst"},
}
REAL_WORDS = ("1967", "2741", "274183", "2025-09-17", "vaststellingsovereenkomst")

HEADERS = (
    *("User-Agent", "Referer", "Accept-Language", "X-Forwarded-For", "X-Forwarded-Host", "Origin", "Host"),
    *("Cookie", "HX-Current-URL", "HX-Request", "If-None-Match", "Range", "Authorization"),
)
Word = Callable[[], str]


class Canaries:
    """Words that nobody else would type."""

    def __init__(self) -> None:
        self._number = count()
        self.sent: list[str] = []

    def next(self) -> str:
        """Return a word that was not used before."""
        self.sent.append(f"kanarie{next(self._number):04d}")
        return self.sent[-1]


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with serving(tmp_path_factory.mktemp("canaries")) as running:
        yield running


def into_questions(visitor: Visitor, word: Word) -> list[Got]:
    """Put words into every field of every question: as answers, and as drafts to another language."""
    got = []
    for question in sorted(zwolle().route("baan_kwijt").questions):
        fields = {f"{question}{part}": word() for part in parts_of(zwolle().facts[question])}
        address = f"{ROUTE}/vraag/{question}"
        got += [visitor.post(address, fields), visitor.post(address, {**fields, "_taal": "ar"})]
        got.append(visitor.get(address.replace("/nl/", "/ar/")))
    in_place = {"_vraag": "spaargeld", "spaargeld": word(), "_gezien-spaargeld": word()}
    for fields in ({"_vraag": word(), word(): word()}, in_place, {"_taal": word()}):
        got.append(visitor.post(f"{ROUTE}/uitkomst", fields))
    return got


def into_the_calculator(visitor: Visitor, word: Word) -> list[Got]:
    """Put words into every field about the household and the work, the link, and the day of a result."""
    got = []
    facts = [zwolle().facts[fact] for fact in ("inkomen_nu", "kinderen", "spaargeld", "einddatum_ww")]
    for fact in facts:
        fields = {f"{fact.id}{part}": word() for part in parts_of(fact)}
        got += [visitor.post(f"/nl/geld/nu/{fact.id}", {**fields, **more}) for more in ({}, {"_taal": "ar"})]
        got.append(visitor.post("/nl/geld/nu", {**fields, "_vraag": fact.id}))
    work = {name: word() for name in ("werk_uren", "werk_loon", "werk_pensioen", "startdatum_werk-jaar")}
    got += [visitor.post("/nl/geld/werk/1", {**work, **more}) for more in ({}, {"_taal": "en"})]
    got.append(visitor.post("/nl/geld/link", {"sleutel": word()}))
    got += [visitor.get(f"/nl/geld/{path}") for path in (f"uitkomst?op={word()}", f"nu/{word()}", word())]
    return got


def into_other_forms(visitor: Visitor, word: Word) -> list[Got]:
    """Put words into search, “Klopt hier iets niet?”, “Nederlands erbij” and addresses."""
    got = []
    for language in ("nl", "en", "ar"):
        forms: list[tuple[str, dict[str, str]]] = [
            ("zoeken", {"woorden": word()}),
            ("zoeken", {"woorden": word(), "_taal": "en"}),
            ("klopt-niet", {"bladzijde": "home.index", "wat": word(), word(): word()}),
            ("klopt-niet", {"bladzijde": word(), "wat": "mis"}),
            ("nederlands-erbij", {"terug": word()}),
        ]
        got += [visitor.post(f"/{language}/{path}", form) for path, form in forms]
        paths = (f"{word()}?{word()}={word()}", f"hulp/{word()}", f"route/{word()}/vraag/{word()}")
        got += [visitor.get(f"/{language}/{path}") for path in paths]
    return got


def into_the_line(visitor: Visitor, word: Word) -> list[Got]:
    """Put words into headers, cookies, kinds of body, methods, and a body that is too large."""
    got = [visitor.get("/nl/", {header: word()}) for header in HEADERS]
    got.append(visitor.get("/nl/", {"Cookie": f"antwoorden={word()}; sessie={word()}; {word()}={word()}"}))
    got.append(visitor.post("/nl/zoeken", {"csrf_token": word(), "woorden": word()}))
    got.append(visitor.post("/nl/zoeken", {"woorden": word() * 20_000}))
    bodies = (f"multipart/form-data; boundary={word()}", f"text/{word()}")
    got += [visitor.post("/nl/zoeken", {"woorden": word()}, {"Content-Type": body}) for body in bodies]
    methods = ("PUT", "DELETE", "PATCH", "OPTIONS")
    got += [visitor.ask(method, f"/nl/{word()}", word().encode()) for method in methods]
    return got


def give_real_answers(visitor: Visitor) -> None:
    """Answer as people do; these words must not be found back either."""
    for question, fields in REAL.items():
        assert visitor.post(f"{ROUTE}/vraag/{question}", fields).status == 303
    visitor.get(f"{ROUTE}/controleer")
    visitor.get(f"{ROUTE}/uitkomst")
    visitor.get(f"{ROUTE}/agenda.ics")
    for fact in ("geboortemaand", "brutoloon"):
        assert visitor.post(f"/nl/geld/nu/{fact}", REAL[fact]).status == 303
    visitor.post("/nl/geld/link", {})


@pytest.mark.row("S4")
def test_of_a_hundred_words_none_stays_in_a_log_a_file_an_address_or_a_title(server: Server) -> None:
    visitor, canaries = Visitor(server.port), Canaries()
    got = [
        answer
        for typing in (into_questions, into_the_calculator, into_other_forms, into_the_line)
        for answer in typing(visitor, canaries.next)
    ]
    give_real_answers(visitor)
    assert len(canaries.sent) >= 100
    assert not [answer.status for answer in got if answer.status >= 500]
    places = {
        "the server's log": server.log.read_text("utf-8"),
        "addresses": "\n".join(visitor.addresses),
        "titles": "\n".join(words for answer in got for words in titles(answer)),
        "readable cookies": "\n".join(map(readable, visitor.cookies.values())),
        **{str(path): path.read_text("utf-8", "replace") for path in files(server.instance)},
    }
    found = [
        (word, place)
        for place, text in places.items()
        for word in (*canaries.sent, *REAL_WORDS)
        if word in text
    ]
    assert not found


def titles(answer: Got) -> list[str]:
    """The titles of a page; nothing for what is no page."""
    if not answer.text.startswith("<"):
        return []
    page = answer.page
    return [page.text(title) for title in page.all("title")]


def readable(cookie: str) -> str:
    """What anybody can read in a cookie, however it is packed."""
    texts = [cookie]
    for part in cookie.split("."):
        try:
            raw = base64.urlsafe_b64decode(part + "=" * (-len(part) % 4))
            texts.append(raw.decode("utf-8", "replace"))
            texts.append(zlib.decompress(raw).decode("utf-8", "replace"))
        except (ValueError, zlib.error):
            continue
    return "\n".join(texts)


def files(folder: Path) -> list[Path]:
    """Every file under a folder."""
    return [path for path in folder.rglob("*") if path.is_file()]


def test_the_count_of_what_is_wrong_holds_only_what_we_offer(server: Server) -> None:
    visitor = Visitor(server.port)
    visitor.post("/ar/klopt-niet", {"bladzijde": "home.index", "wat": "mis"})
    lines = (server.instance / "feedback.log").read_text("utf-8").splitlines()
    assert {tuple(line.split()[1:]) for line in lines} <= {
        ("home.index", language, what) for language in ("nl", "en", "ar") for what in ("iets", "mis")
    }
