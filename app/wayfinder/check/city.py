"""The pages about a city: where people can go, who does what, and where there is work."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

import msgspec

from app.catalogue.guide import Work
from app.catalogue.place import Place, PlaceKind
from app.wayfinder.check.finding import Finding
from app.wayfinder.check.reading import Content, Entry
from app.wayfinder.check.support import check_origin

_MAIL = re.compile(r"[^@\s]+@[^@\s]+\.[a-z]{2,}")
_FORM = re.compile(r"[a-z0-9.-]+\.[a-z]{2,}(?:/[\w./-]*)?")


def check_city(content: Content) -> Iterator[Finding]:
    """Yield what is missing from the pages about a city."""
    for place in content.places:
        yield from check_origin(place)
        yield from _sign_up(place, content)
        if place.value.dates and place.value.kind is PlaceKind.PLACE:
            yield place.finding("een plek heeft geen datum. Schrijf bij ‘hours’ wanneer ze open is.", "dates")
    for chain in content.chains:
        yield from check_origin(chain)
        yield from _named_twice(chain, chain.value.stages, "stages")
        yield from _named_twice(chain, chain.value.possible, "possible")
        for at, stage in enumerate(chain.value.stages):
            if not stage.who:
                yield chain.finding("hier staat niet wie iemand ontmoet (‘who’).", "stages", at)
    for work in content.works:
        yield from check_origin(work)
        yield from _named_twice(work, work.value.sectors, "sectors")
        yield from _papers(work)


def _sign_up(place: Entry[Place], content: Content) -> Iterator[Finding]:
    how, who = place.value.sign_up, content.organisations.get(place.value.organisation)
    if how is None:
        return
    if not (how.phone or how.mail or how.form):
        yield place.finding("hier staat niet hoe iemand zich aanmeldt. Haal ‘sign_up’ dan weg.", "sign_up")
    if how.phone and who is not None and not who.value.phone:
        words = f"‘{who.value.id}’ heeft geen nummer om te bellen."
        yield place.finding(words, "sign_up", "phone")
    if how.mail is not None and not _MAIL.fullmatch(how.mail):
        yield place.finding(f"‘{how.mail}’ is geen mailadres.", "sign_up", "mail")
    if how.form is not None and not _FORM.fullmatch(how.form):
        words = "schrijf het adres van het formulier zonder https:// en zonder iets na een vraagteken."
        yield place.finding(words, "sign_up", "form")


def _papers(work: Entry[Work]) -> Iterator[Finding]:
    checked = work.value.checked_on[:4]
    for at, sector in enumerate(work.value.sectors):
        if not sector.papers:
            words = "er staat niet in welk stuk dit staat, en van welk jaar het is (‘papers’)."
            yield work.finding(words, "sectors", at)
        for place, paper in enumerate(sector.papers):
            if str(paper.year) > checked:
                words = f"een stuk van {paper.year} was er nog niet toen dit gecontroleerd werd."
                yield work.finding(words, "sectors", at, "papers", place, "year")


def _named_twice(entry: Entry[Any], listed: Sequence[Any], key: str) -> Iterator[Finding]:
    ids = [one.id for one in listed]
    for place, name in enumerate(ids):
        if name in ids[:place]:
            yield entry.finding(f"‘{name}’ staat er twee keer.", key, place, "id")


def check_past(content: Content, day: date) -> Iterator[Finding]:
    """Yield a remark for every group or meeting whose days have all gone by."""
    for place in content.places:
        if place.value.dates and not place.value.coming(day):
            words = "alle dagen zijn voorbij. Schrijf nieuwe op, of haal ze weg."
            yield msgspec.structs.replace(place.finding(words, "dates"), is_remark=True)
