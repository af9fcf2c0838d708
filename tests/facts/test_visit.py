"""The answers of one visit, sealed into one cookie that nobody else can read, change or keep for long."""

from __future__ import annotations

import base64
import time
import tracemalloc
import zlib
from datetime import date, timedelta
from typing import Any

import msgspec
import pytest
from cryptography.fernet import Fernet
from hypothesis import given, settings
from hypothesis import strategies as some

from app.condition import Missing
from app.facts.model import Amount, Fact, Kind, Person
from app.facts.values import Answer
from app.facts.visit import (
    IDLE_SECONDS,
    IDLE_SECONDS_SHARED,
    LARGEST_COOKIE,
    LARGEST_UNPACKED,
    LONGEST_SECONDS,
    PADDING,
    Lost,
    LostError,
    Visit,
    seal,
    unseal,
)
from app.period import Month, Period
from tests.facts.asking import AMOUNT, CHOICES, DATE, EVERY_KIND, YES_NO

KEYS = (Fernet.generate_key().decode(),)
NOW = 1_790_000_000


def sealed_visit(**fields: Any) -> str:
    """A visit that was just sealed."""
    return seal(Visit(started=NOW, **fields), KEYS, NOW)


def lost(text: str, now: int = NOW, keys: tuple[str, ...] = KEYS) -> Lost:
    """Why this cookie cannot be used."""
    with pytest.raises(LostError) as refused:
        unseal(text, keys, now)
    return refused.value.why


PACKED = some.recursive(
    some.none() | some.booleans() | some.integers(0, 10**9) | some.text(max_size=20),
    lambda inner: some.lists(inner, max_size=3) | some.dictionaries(some.text(max_size=9), inner, max_size=3),
    max_leaves=6,
)


@settings(max_examples=100, deadline=None)
@given(
    answers=some.dictionaries(some.text(max_size=30), PACKED, max_size=10),
    drafts=some.dictionaries(
        some.text(max_size=9),
        some.dictionaries(some.text(max_size=9), some.text(max_size=9) | some.lists(some.text(max_size=9))),
        max_size=3,
    ),
    shared=some.booleans(),
    helper=some.booleans(),
)
def test_what_is_sealed_comes_out_the_same(
    answers: dict[str, object], drafts: dict[str, Any], shared: bool, helper: bool
) -> None:
    before = Visit(started=NOW, answers=answers, drafts=drafts, shared=shared, helper=helper, route="baan")
    after = unseal(seal(before, KEYS, NOW + 5), KEYS, NOW + 6)
    assert after == before
    assert after.sealed == NOW + 5


def test_the_length_of_a_cookie_tells_little() -> None:
    """One answer more or less changes nothing that an onlooker could count."""
    lengths = {len(sealed_visit(answers={"einde_werk": "x" * size})) for size in range(60)}
    assert len(lengths) <= 2
    for size in (0, 100, 1_000):
        token = sealed_visit(answers={str(number): number * 7919 for number in range(size // 10)})
        # Fernet: 1 byte version, 8 of time, 16 of IV, the padded text with its own 16 of padding, 32 of MAC.
        text = len(base64.urlsafe_b64decode(token + "=" * (-len(token) % 4))) - 57
        assert text % PADDING == 16


def varied(count: int, children: int) -> list[tuple[Fact, Answer]]:
    """As many answers as a long visit may hold, each of another kind and value."""
    found: list[tuple[Fact, Answer]] = []
    for number in range(count):
        fact = EVERY_KIND[number % 8]
        found.append((msgspec.structs.replace(fact, id=f"vraag_{number}_{fact.id}"), value_of(fact, number)))
    if children:
        people = tuple(
            Person({"geboren": Month(2008 + each, 1 + each), "opvang": each % 2 == 0, "dagen": each})
            for each in range(children)
        )
        found[-1] = (next(fact for fact in EVERY_KIND if fact.kind is Kind.PEOPLE), people)
    return found


def value_of(fact: Fact, number: int) -> Answer:
    """An answer that differs from question to question."""
    answers: dict[Kind, Answer] = {
        Kind.YES_NO: number % 3 == 0,
        Kind.CHOICE: ("rood", "blauw")[number % 2],
        Kind.CHOICES: frozenset(["huur", "schuld", "taal"][: number % 4]),
        Kind.AMOUNT: Amount(100_003 * (number + 1) % 5_000_000, Period.MONTH),
        Kind.NUMBER: number * 7 % 37,
        Kind.DATE: date(2024, 1, 1) + timedelta(days=number * 17),
        Kind.MONTH: Month(1950 + number % 70, 1 + number % 12),
        Kind.POSTCODE4: str(8000 + number * 13 % 999),
    }
    return Missing.DONT_KNOW if number % 11 == 10 else answers[fact.kind]


@pytest.mark.parametrize(("count", "children", "most"), [(10, 0, 700), (45, 0, 1_400), (120, 6, 2_600)])
def test_many_answers_fit_into_one_small_cookie(count: int, children: int, most: int) -> None:
    kept = Visit(started=NOW, route="baan_kwijt")
    for fact, answer in varied(count, children):
        kept.keep(fact, answer)
    size = len(seal(kept, KEYS, NOW))
    print(f"{count} answers with {children} children: {size} bytes of cookie")  # noqa: T201 - a figure to read
    assert size <= most < LARGEST_COOKIE


TOKEN = sealed_visit(answers={"einde_werk": "ontslagen"})


@pytest.mark.parametrize("place", range(0, len(TOKEN), 7))
def test_a_cookie_with_one_letter_changed_is_refused(place: int) -> None:
    other = "A" if TOKEN[place] != "A" else "B"
    assert lost(TOKEN[:place] + other + TOKEN[place + 1 :]) is Lost.TAMPERED


@pytest.mark.parametrize(
    "text",
    [
        "",
        "x",
        "=",
        "geen cookie",
        "é" * 40,
        "\ud800",
        "\x00",
        TOKEN[:-1],
        TOKEN[1:],
        TOKEN + "AAAA",
        TOKEN * 2,
    ],
    ids=ascii,
)
def test_what_is_no_cookie_of_ours_is_refused(text: str) -> None:
    assert lost(text) is Lost.TAMPERED


@given(some.text(max_size=200))
@settings(max_examples=200, deadline=None)
def test_whatever_a_browser_sends_is_refused_and_not_a_crash(text: str) -> None:
    assert lost(text) is Lost.TAMPERED


def test_a_cookie_made_with_another_key_is_refused() -> None:
    forged = seal(Visit(started=NOW, answers={"a": 1}), (Fernet.generate_key().decode(),), NOW)
    assert lost(forged) is Lost.TAMPERED


def test_a_cookie_made_with_an_older_key_still_opens_and_is_sealed_with_the_newest() -> None:
    old, new = KEYS[0], Fernet.generate_key().decode()
    kept = unseal(sealed_visit(answers={"a": 1}), (new, old), NOW)
    assert kept.answers == {"a": 1}
    again = seal(kept, (new, old), NOW)
    assert unseal(again, (new,), NOW).answers == {"a": 1}
    assert lost(again, keys=(old,)) is Lost.TAMPERED


def test_two_cookies_with_the_same_answers_do_not_look_alike() -> None:
    assert sealed_visit(answers={"a": 1}) != sealed_visit(answers={"a": 1})


@pytest.mark.row("S7")
@pytest.mark.parametrize(("shared", "idle"), [(False, IDLE_SECONDS), (True, IDLE_SECONDS_SHARED)])
def test_answers_end_when_nothing_is_done(shared: bool, idle: int) -> None:
    token = sealed_visit(shared=shared, answers={"a": 1})
    assert unseal(token, KEYS, NOW + idle).answers == {"a": 1}
    assert lost(token, NOW + idle + 1) is Lost.EXPIRED


def test_the_limits_are_those_of_the_design() -> None:
    assert (IDLE_SECONDS, IDLE_SECONDS_SHARED, LONGEST_SECONDS) == (2 * 3600, 600, 8 * 3600)


def test_answers_end_after_eight_hours_however_busy_the_visitor_is() -> None:
    busy = Visit(started=NOW, answers={"a": 1})
    for now in range(NOW, NOW + LONGEST_SECONDS + 1, 3_600):
        busy = unseal(seal(busy, KEYS, now), KEYS, now)
    assert lost(seal(busy, KEYS, NOW + LONGEST_SECONDS), NOW + LONGEST_SECONDS + 1) is Lost.EXPIRED


def test_a_cookie_from_the_future_is_refused() -> None:
    """A clock that was set back must not make answers live longer."""
    token = seal(Visit(started=NOW + 7_200, answers={"a": 1}), KEYS, NOW + 7_200)
    assert lost(token, NOW) is Lost.EXPIRED
    assert unseal(token, KEYS, NOW + 7_150).answers == {"a": 1}, "clocks of two servers may differ a little"


def test_a_cookie_that_is_too_large_is_not_even_opened() -> None:
    assert lost("A" * (LARGEST_COOKIE + 1)) is Lost.OVERSIZED


def test_drafts_go_first_when_the_cookie_would_grow_too_large() -> None:
    full = Visit(started=NOW)
    for fact, answer in varied(60, 0):
        full.keep(fact, answer)
    full.keep_draft(DATE, {"dag-dag": noise(500), "dag-maand": noise(500), "dag-jaar": noise(3_000)})
    after = unseal(seal(full, KEYS, NOW), KEYS, NOW)
    assert after.drafts == {}
    assert len(after.answers) == 60


def test_the_newest_draft_stays_when_an_older_one_must_go() -> None:
    full = Visit(started=NOW)
    full.keep_draft(DATE, {"dag-jaar": noise(3_000)})
    full.keep_draft(AMOUNT, {"loon": "1250"})
    assert unseal(seal(full, KEYS, NOW), KEYS, NOW).drafts == {"loon": {"loon": "1250"}}


def test_answers_that_do_not_fit_are_refused_and_not_cut() -> None:
    with pytest.raises(LostError) as refused:
        sealed_visit(answers={"a": noise(5_000)})
    assert refused.value.why is Lost.OVERSIZED


def noise(size: int) -> str:
    """Text that cannot be pressed together."""
    return "".join(chr(33 + number * number * 7919 % 8_191) for number in range(size))


def packed_by_hand(plain: bytes) -> str:
    """A cookie sealed with our key around something that we would never write."""
    squeezed = zlib.compress(plain, 9)
    token = Fernet(KEYS[0]).encrypt_at_time(len(squeezed).to_bytes(2, "big") + squeezed, NOW)
    return token.decode().rstrip("=")


def test_a_bomb_is_not_unpacked() -> None:
    token = packed_by_hand(b'{"started":' + b" " * 1_500_000 + b"1}")
    assert len(token) < LARGEST_COOKIE
    tracemalloc.start()
    try:
        assert lost(token) is Lost.TAMPERED
        assert tracemalloc.get_traced_memory()[1] < 4 * LARGEST_UNPACKED
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize(
    "plain",
    [b"", b"null", b"[]", b'{"started": "x"}', b"{}", b"\xff", b'{"started":1,"answers":[]}', b"[" * 9_000],
)
def test_what_is_no_visit_is_refused(plain: bytes) -> None:
    assert lost(packed_by_hand(plain)) is Lost.TAMPERED


def test_a_padded_text_that_lies_about_its_length_is_refused() -> None:
    token = Fernet(KEYS[0]).encrypt_at_time(b"\xff\xff" + zlib.compress(b'{"started":1}')[:-3], NOW)
    assert lost(token.decode()) in {Lost.TAMPERED, Lost.EXPIRED}
    assert lost(Fernet(KEYS[0]).encrypt_at_time(b"", NOW).decode()) is Lost.TAMPERED


def test_sealing_and_opening_are_quick() -> None:
    kept = Visit(started=NOW)
    for fact, answer in varied(45, 0):
        kept.keep(fact, answer)
    begun = time.perf_counter()
    for _ in range(100):
        unseal(seal(kept, KEYS, NOW), KEYS, NOW)
    assert time.perf_counter() - begun < 1, "10 ms for one cookie is far too slow"


def test_keeping_an_answer_drops_its_draft_and_no_other() -> None:
    kept = Visit(started=NOW)
    kept.keep_draft(DATE, {"dag-dag": "31"})
    kept.keep_draft(YES_NO, {"woont_hier": "ja"})
    kept.keep(DATE, date(2026, 11, 30))
    assert kept.draft(DATE) is None
    assert kept.draft(YES_NO) == {"woont_hier": "ja"}


def test_a_draft_comes_back_as_it_was_typed() -> None:
    kept = Visit(started=NOW)
    kept.keep_draft(CHOICES, {"zorgen": ("huur", "taal")})
    opened = unseal(seal(kept, KEYS, NOW), KEYS, NOW)
    assert opened.draft(CHOICES) == {"zorgen": ("huur", "taal")}
    assert opened.draft(DATE) is None
