"""A private link: the answers of a visit packed into what stands after the #, which no server ever sees.

It is made only when asked for, and read back only when the browser posts it. Nobody else can be kept from
reading it, so the page says: who has the link has the answers.
"""

import base64
import binascii
import zlib

import msgspec

from app.calculator.asking import FIRST, START
from app.calculator.model import MOST_OFFERS
from app.calculator.room import room
from app.facts import cookie
from app.facts.field import WrongAnswerError
from app.facts.forms import read
from app.facts.model import Facts
from app.facts.retyped import retyped
from app.facts.values import UnreadableError, packed, unpacked
from app.web.clock import today

LONGEST = 3_000
LARGEST_UNPACKED = 16 * 1024
FROM_ROUTES = frozenset(
    {"begindatum_ww", "heeft_zorgverzekering", "beslag", "woont_in_gemeente"}
    | {"einde_werk", "laatste_werkdag", "dienstjaren"}
)
"""What only routes ask and the result counts with, if it was told there."""


class _Kept(msgspec.Struct, array_like=True):
    """What the link holds: answers by fact, and the work."""

    answers: dict[str, object]
    offers: list[dict[str, object]]


def private_link() -> str:
    """Return what comes after the #."""
    visit, mine = cookie.visit(), _mine()
    kept = _Kept({fact: raw for fact, raw in visit.answers.items() if fact in mine}, visit.offers)
    return base64.urlsafe_b64encode(zlib.compress(msgspec.json.encode(kept), 9)).decode().rstrip("=")


def _mine() -> frozenset[str]:
    """Return the facts that the result counts with."""
    return frozenset(fact for each in room().asks for fact in each.ask) | {START} | FROM_ROUTES


def opened(text: str) -> bool:
    """Put the answers of a link into this visit instead of those that the result counts with.

    False when it is no link of ours, and nothing changes.
    """
    try:
        kept = _read(text)
    except (ValueError, zlib.error, binascii.Error, msgspec.MsgspecError):
        return False
    mine, visit = _mine(), cookie.visit()
    answers = _checked({fact: raw for fact, raw in kept.answers.items() if fact in mine}, cookie.facts())
    offers = [_checked(each, room().questions) for each in kept.offers[:MOST_OFFERS]]
    if not answers:
        return False
    visit.answers = {fact: raw for fact, raw in visit.answers.items() if fact not in mine} | answers
    visit.offers = [each for each in offers if FIRST[0] in each]
    visit.drafts.clear()
    cookie.changed()
    return True


def _read(text: str) -> _Kept:
    if len(text) > LONGEST or not text.isascii():
        raise ValueError
    raw = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
    unpacker = zlib.decompressobj()
    plain = unpacker.decompress(raw, LARGEST_UNPACKED)
    if not unpacker.eof:  # a piece of the end is gone, or there is more than any of our answers take
        raise ValueError
    return msgspec.json.decode(plain, type=_Kept)


def _checked(raw: dict[str, object], facts: Facts) -> dict[str, object]:
    """Return what the form of a question of ours would take, packed anew; anything else is left out."""
    found: dict[str, object] = {}
    for fact_id, value in raw.items():
        if fact_id not in facts or facts[fact_id].derived:
            continue
        fact = facts[fact_id]
        try:
            found[fact_id] = packed(read(fact, retyped(fact, unpacked(fact, value)), today()))
        except (UnreadableError, WrongAnswerError):
            continue
    return found
