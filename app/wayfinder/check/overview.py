"""What editors should know on a day: what waits for them, what is not sure, which Dutch is hard to read."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

import msgspec

from app.catalogue.guide import Chain, Work
from app.catalogue.model import Organisation, Status
from app.wayfinder.check.finding import Finding
from app.wayfinder.check.readability import Read, Readability, readability
from app.wayfinder.check.reading import Content, read_content
from app.wayfinder.check.support import Checked, everything_checked
from app.wayfinder.check.texts import texts_of
from app.web.glossary import Glossary

WORST = 20


class Waiting(msgspec.Struct, frozen=True, order=True):
    """Something that should have been looked at again by a day."""

    review_by: str
    owner: str
    finding: Finding


class Overview(msgspec.Struct, frozen=True):
    """Everything that an editor wants to see at once."""

    day: date
    overdue: tuple[Waiting, ...]
    next_review: str | None
    statuses: Mapping[str, Mapping[Status, Sequence[str]]]
    """By kind of content: which ids have which status."""
    dutch: Readability
    unreadable: tuple[Finding, ...]


def overview(directories: Sequence[Path], day: date) -> Overview:
    """Return how the content stands on a day."""
    content, unreadable = read_content(directories, None)
    waiting = sorted(_waiting(each) for each in everything_checked(content))
    texts = [text for document in content.documents for text in texts_of(document)]
    glossary = Glossary(entry.value for entry in content.terms)
    return Overview(
        day,
        tuple(each for each in waiting if each.review_by < day.isoformat()),
        next((each.review_by for each in waiting if each.review_by >= day.isoformat()), None),
        _statuses(content),
        readability(texts, glossary, WORST),
        tuple(unreadable),
    )


def _waiting(entry: Checked) -> Waiting:
    return Waiting(entry.value.review_by, entry.value.owner, entry.finding(_title(entry), "review_by"))


def _title(entry: Checked) -> str:
    it = entry.value
    if isinstance(it, Chain | Work):
        return entry.document.path.stem
    return it.name if isinstance(it, Organisation) else it.title


def _statuses(content: Content) -> dict[str, dict[Status, list[str]]]:
    kinds: dict[str, Iterable[tuple[str, Status]]] = {
        "vormen van hulp": ((name, entry.value.status) for name, entry in content.items.items()),
        "organisaties": ((name, entry.value.status) for name, entry in content.organisations.items()),
        "plekken": ((entry.value.id, entry.value.status) for entry in content.places),
    }
    found: dict[str, dict[Status, list[str]]] = {}
    for kind, things in kinds.items():
        found[kind] = defaultdict(list)
        for name, status in things:
            found[kind][status].append(name)
    return found


def told(found: Overview) -> Iterator[str]:
    """Yield the overview as lines of plain text."""
    yield f"Stand op {found.day}"
    yield from (str(finding) for finding in found.unreadable)
    yield ""
    yield from _told_overdue(found)
    for kind, by_status in found.statuses.items():
        yield ""
        yield f"{kind}: {sum(map(len, by_status.values()))}"
        yield f"  bevestigd: {len(by_status.get(Status.CONFIRMED, ()))}"
        unsure = sorted(by_status.get(Status.TO_CONFIRM, ()))
        yield f"  te bevestigen: {len(unsure)}{': ' if unsure else ''}{', '.join(unsure)}"
    yield ""
    yield from _told_dutch(found.dutch)


def _told_overdue(found: Overview) -> Iterator[str]:
    yield f"opnieuw bekijken, te laat: {len(found.overdue)}"
    for each in found.overdue:
        yield f"  {each.review_by}  {each.owner}  {each.finding}"
    if found.next_review is not None:
        yield f"  eerstvolgende: {found.next_review}"


def _told_dutch(dutch: Readability) -> Iterator[str]:
    average = f"{dutch.average:.1f}".replace(".", ",")
    yield f"Nederlands: {dutch.sentences} zinnen, gemiddeld {average} woorden"
    yield f"  te lang: {dutch.long}"
    yield f"  met een moeilijk woord: {dutch.with_hard_words}"
    yield f"  lijdend: {dutch.passive}"
    if dutch.worst:
        yield "begin hiermee:"
    for place, read in enumerate(dutch.worst, 1):
        yield f"{place:4}. {read.text.finding(_why(read))}"
        yield f"      “{read.text.words}”"


def _why(read: Read) -> str:
    sentence = read.hardest
    hard = f"moeilijk: {', '.join(sentence.hard)}" if sentence.hard else ""
    parts = (f"{sentence.words} woorden", hard, "lijdend" if sentence.is_passive else "")
    return "; ".join(part for part in parts if part)
