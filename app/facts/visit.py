"""The answers of one visit, and how they are sealed into one cookie that nobody else can read.

The server keeps nothing: the browser carries the answers, encrypted and authenticated, padded so that
their length tells little. Source: architecture.md section 2.
"""

import base64
import binascii
import hashlib
import zlib
from collections.abc import Mapping, Sequence
from enum import Enum

import msgspec
from cryptography.fernet import Fernet, InvalidToken, MultiFernet

from app.facts.field import Typed
from app.facts.model import Fact, Facts
from app.facts.values import Answer, UnreadableError, packed, unpacked

PADDING = 256
IDLE_SECONDS = 2 * 60 * 60
IDLE_SECONDS_SHARED = 10 * 60
LONGEST_SECONDS = 8 * 60 * 60
RESEAL_AFTER_SECONDS = 60
# How far the clocks of two servers may differ; a cookie from further ahead would live too long.
CLOCKS_DIFFER_SECONDS = 60
# Browsers drop a cookie over 4096 bytes together with its name and attributes.
LARGEST_COOKIE = 3800
LARGEST_UNPACKED = 64 * 1024


class Lost(Enum):
    """Why earlier answers cannot be used any more."""

    TAMPERED = "tampered"
    EXPIRED = "expired"
    OVERSIZED = "oversized"


class LostError(Exception):
    """The cookie cannot be used; the visitor starts afresh and is told so."""

    def __init__(self, why: Lost) -> None:
        super().__init__(why.value)
        self.why = why


class Visit(msgspec.Struct, kw_only=True):
    """What one visit holds: packed answers, half-typed drafts, and how the visitor uses the portal."""

    started: int
    sealed: int = 0
    answers: dict[str, object] = {}
    drafts: dict[str, dict[str, str | list[str]]] = {}
    offers: list[dict[str, object]] = []
    """Work that the calculator looks at, packed as answers are; what is planned is no fact about somebody."""
    shared: bool = False
    helper: bool = False
    route: str | None = None
    lost: Lost | None = None
    """Why an earlier visit could not be read, until a page has said so."""

    @property
    def idle_seconds(self) -> int:
        """How long the answers stay when nothing is done."""
        return IDLE_SECONDS_SHARED if self.shared else IDLE_SECONDS

    def known_answers(self, facts: Facts) -> dict[str, Answer]:
        """Return the answers that still fit their facts; others are forgotten."""
        found: dict[str, Answer] = {}
        for fact_id, raw in self.answers.items():
            if fact_id in facts:
                try:
                    found[fact_id] = unpacked(facts[fact_id], raw)
                except UnreadableError:
                    continue
        return found

    def keep(self, fact: Fact, answer: Answer) -> None:
        """Keep an answer, and drop what was half typed for it."""
        self.answers[fact.id] = packed(answer)
        self.drafts.pop(fact.id, None)

    def keep_draft(self, fact: Fact, typed: Typed) -> None:
        """Keep what was typed but not sent, so that switching the language loses nothing."""
        plain = {
            key: value if isinstance(value, str) else list(value) for key, value in typed.items() if value
        }
        self.drafts.pop(fact.id, None)
        self.drafts[fact.id] = plain

    def draft(self, fact: Fact) -> dict[str, str | tuple[str, ...]] | None:
        """Return what was half typed for a fact, or nothing."""
        found = self.drafts.get(fact.id)
        if found is None:
            return None
        return {key: value if isinstance(value, str) else tuple(value) for key, value in found.items()}


def mark_of(answers: Mapping[str, object], fact_id: str) -> str:
    """Return a short mark of the answer that a form showed, to notice that another tab changed it."""
    if fact_id not in answers:
        return "-"
    return hashlib.sha256(msgspec.json.encode(answers[fact_id])).hexdigest()[:12]


def seal(visit: Visit, keys: Sequence[str], now: int) -> str:
    """Return the visit as a cookie value; the oldest drafts go first when it would grow too large."""
    visit.sealed = now
    sealed = _sealed(visit, keys, now)
    while len(sealed) > LARGEST_COOKIE and visit.drafts:
        del visit.drafts[next(iter(visit.drafts))]
        sealed = _sealed(visit, keys, now)
    if len(sealed) > LARGEST_COOKIE:
        raise LostError(Lost.OVERSIZED)
    return sealed


def _sealed(visit: Visit, keys: Sequence[str], now: int) -> str:
    packed_visit = zlib.compress(msgspec.json.encode(visit), 6)
    with_length = len(packed_visit).to_bytes(2, "big") + packed_visit
    padded = with_length.ljust(-(-len(with_length) // PADDING) * PADDING, b"\0")
    token = _fernet(keys).encrypt_at_time(padded, now)
    return token.decode().rstrip("=")


def unseal(text: str, keys: Sequence[str], now: int) -> Visit:
    """Return the visit in a cookie, or raise LostError with the reason."""
    if len(text) > LARGEST_COOKIE:
        raise LostError(Lost.OVERSIZED)
    try:
        padded = _fernet(keys).decrypt(_with_padding(text))
        length = int.from_bytes(padded[:2], "big")
        unpacker = zlib.decompressobj()
        plain = unpacker.decompress(padded[2 : 2 + length], LARGEST_UNPACKED)
        visit = msgspec.json.decode(plain, type=Visit)
    except (InvalidToken, binascii.Error, zlib.error, msgspec.DecodeError, UnicodeError, ValueError) as error:
        raise LostError(Lost.TAMPERED) from error
    is_early = visit.sealed > now + CLOCKS_DIFFER_SECONDS
    if is_early or now - visit.sealed > visit.idle_seconds or now - visit.started > LONGEST_SECONDS:
        raise LostError(Lost.EXPIRED)
    return visit


def _with_padding(text: str) -> bytes:
    raw = text.encode("ascii")
    padded = raw + b"=" * (-len(raw) % 4)
    base64.urlsafe_b64decode(padded)
    return padded


def _fernet(keys: Sequence[str]) -> MultiFernet:
    return MultiFernet([Fernet(key) for key in keys])
