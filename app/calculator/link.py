"""A private link: the answers of a visit packed into what stands after the #, which no server ever sees.

It is made only when asked for, and read back only when the browser posts it. Nobody else can be kept from
reading it, so the page says: who has the link has the answers.
"""

import base64
import binascii
import zlib

import msgspec

from app.calculator.asking import START
from app.calculator.model import MOST_OFFERS
from app.calculator.room import room
from app.facts import cookie
from app.facts.model import Facts
from app.facts.values import UnreadableError, packed, unpacked

LONGEST = 3_000
LARGEST_UNPACKED = 16 * 1024


class _Kept(msgspec.Struct, array_like=True):
    """What the link holds: answers by fact, and the work."""

    answers: dict[str, object]
    offers: list[dict[str, object]]


def private_link() -> str:
    """Return what comes after the #."""
    visit = cookie.visit()
    mine = {fact for each in room().asks for fact in each.ask} | {START}
    kept = _Kept({fact: raw for fact, raw in visit.answers.items() if fact in mine}, visit.offers)
    return base64.urlsafe_b64encode(zlib.compress(msgspec.json.encode(kept), 9)).decode().rstrip("=")


def opened(text: str) -> bool:
    """Put the answers of a link into this visit; False when it is no link of ours, and nothing changes."""
    try:
        kept = _read(text)
    except (ValueError, zlib.error, binascii.Error, msgspec.MsgspecError):
        return False
    answers = _checked(kept.answers, cookie.facts())
    offers = [_checked(each, room().questions) for each in kept.offers[:MOST_OFFERS]]
    if not answers:
        return False
    visit = cookie.visit()
    visit.answers.update(answers)
    visit.offers = [each for each in offers if each]
    visit.drafts.clear()
    cookie.changed()
    return True


def _read(text: str) -> _Kept:
    if len(text) > LONGEST or not text.isascii():
        raise ValueError
    raw = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
    plain = zlib.decompressobj().decompress(raw, LARGEST_UNPACKED)
    return msgspec.json.decode(plain, type=_Kept)


def _checked(raw: dict[str, object], facts: Facts) -> dict[str, object]:
    """Return what still answers a question of ours, packed anew; anything else is left out."""
    found: dict[str, object] = {}
    for fact, value in raw.items():
        if fact not in facts or facts[fact].derived:
            continue
        try:
            found[fact] = packed(unpacked(facts[fact], value))
        except UnreadableError:
            continue
    return found
