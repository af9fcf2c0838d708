"""Reads all content without stopping at the first mistake: what can be read, and what is wrong."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Generic, TypeVar

import msgspec

from app.catalogue.guide import Chain, Work
from app.catalogue.model import Item, Organisation, Topic
from app.catalogue.place import Place
from app.content_file import ContentError, Document, Key, read_toml, read_yaml
from app.facts.content import refuse_other_name
from app.facts.model import Asks, Fact
from app.parameters import Parameter
from app.wayfinder.check.finding import Finding, found_in
from app.wayfinder.model import CrisisExit, Route
from app.web.glossary import Term
from app.web.municipality import Municipality

_Value = TypeVar("_Value")
# The words in it are for editors; everything else is read by visitors.
EXCEPTIONS = "glossary_exceptions.yaml"
_SYMBOL = re.compile(r'<symbol[^>]*\bid="([^"]+)"')


class Entry(msgspec.Struct, Generic[_Value], frozen=True):
    """A piece of content, with the file and the keys where it stands."""

    value: _Value
    document: Document
    keys: tuple[Key, ...] = ()

    def finding(self, words: str, *keys: Key) -> Finding:
        """Return a finding about what stands at these keys inside the entry."""
        return Finding(self.document.path, self.document.line(*self.keys, *keys), words)


class PlainWord(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A word that looks official and needs no card, with the reason."""

    word: str
    why: str


class Content(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that could be read, by id; what a municipality replaced is left out."""

    documents: tuple[Document, ...]
    facts: Mapping[str, Entry[Fact]]
    items: Mapping[str, Entry[Item]]
    organisations: Mapping[str, Entry[Organisation]]
    routes: Mapping[str, Entry[Route]]
    parameters: Mapping[str, Entry[Parameter]]
    crises: tuple[Entry[CrisisExit], ...]
    events: tuple[Entry[Topic], ...]
    groups: tuple[Entry[Topic], ...]
    terms: tuple[Entry[Term], ...]
    exceptions: tuple[Entry[PlainWord], ...]
    municipalities: tuple[Entry[Municipality], ...]
    places: tuple[Entry[Place], ...]
    chains: tuple[Entry[Chain], ...]
    works: tuple[Entry[Work], ...]
    asks: tuple[Entry[Asks], ...]
    """What the calculator asks, page by page."""
    questions_of_work: Mapping[str, Entry[Fact]]
    icons: frozenset[str] | None

    @property
    def questions(self) -> dict[str, Fact]:
        """Every fact by its id."""
        return {fact_id: entry.value for fact_id, entry in self.facts.items()}


class _Reader:
    """Reads file after file and remembers what was wrong."""

    def __init__(self, directories: Sequence[Path]) -> None:
        self.directories = directories
        self.documents: list[Document] = []
        self.found: list[Finding] = []

    def document(self, path: Path, read: Callable[[Path], Document] = read_yaml) -> Document | None:
        """Return the file as a document, or nothing and a finding."""
        try:
            document = read(path)
        except ContentError as error:
            self.found.append(found_in(error))
            return None
        self.documents.append(document)
        return document

    def decoded(self, document: Document, shape: type[_Value], *keys: Key) -> Iterator[Entry[_Value]]:
        """Yield the value at these keys, or a finding instead."""
        try:
            yield Entry(document.decode(shape, *keys), document, keys)
        except ContentError as error:
            self.found.append(found_in(error))

    def folder(self, name: str, shape: type[_Value]) -> Iterator[Entry[_Value]]:
        """Yield what stands in each file of a folder; a file bears the id of what is in it."""
        for directory in self.directories:
            for path in sorted((directory / name).glob("*.yaml")):
                document = self.document(path)
                for entry in self.decoded(document, shape) if document else ():
                    try:
                        refuse_other_name(entry.document, str(getattr(entry.value, "id", "")))
                    except ContentError as error:
                        self.found.append(found_in(error))
                    yield entry

    def listed(self, name: str, shape: type[_Value]) -> tuple[Entry[_Value], ...]:
        """Return the entries of a file that is one list."""
        paths = [path for directory in self.directories if (path := directory / name).exists()]
        return tuple(entry for path in paths for entry in self._entries(path, shape))

    def _entries(self, path: Path, shape: type[_Value]) -> Iterator[Entry[_Value]]:
        document = self.document(path)
        if document is None:
            return
        if not isinstance(document.data, list):
            self.found.append(Finding(path, 1, "hier hoort een lijst: elke regel begint met een streepje."))
            return
        for place in range(len(document.data)):
            yield from self.decoded(document, shape, place)

    def parameters(self) -> Iterator[tuple[str, Entry[Parameter]]]:
        """Yield each number of law with its full name."""
        for directory in self.directories:
            for path in sorted((directory / "parameters").glob("*.toml")):
                document = self.document(path, read_toml)
                for name in document.data if document else ():
                    for entry in self.decoded(document, Parameter, name) if document else ():
                        yield f"{path.stem}.{name}", entry

    def single(self, name: str, shape: type[_Value]) -> Iterator[Entry[_Value]]:
        """Yield what stands in the file of this name in each directory that has one."""
        for path in [each for directory in self.directories if (each := directory / name).exists()]:
            document = self.document(path)
            if document is not None:
                yield from self.decoded(document, shape)


def read_content(directories: Sequence[Path], sprite: Path | None) -> tuple[Content, list[Finding]]:
    """Return all content and what could not be read; without a sprite nobody checks the icons."""
    reader = _Reader(directories)
    content = Content(
        facts={entry.value.id: entry for entry in reader.folder("facts", Fact)},
        items={entry.value.id: entry for entry in reader.folder("support", Item)},
        organisations={entry.value.id: entry for entry in reader.folder("organisations", Organisation)},
        routes={entry.value.id: entry for entry in reader.folder("routes", Route)},
        parameters=dict(reader.parameters()),
        crises=reader.listed("crisis.yaml", CrisisExit),
        events=reader.listed("events.yaml", Topic),
        groups=reader.listed("groups.yaml", Topic),
        terms=reader.listed("glossary.yaml", Term),
        exceptions=reader.listed(EXCEPTIONS, PlainWord),
        municipalities=tuple(reader.single("municipality.yaml", Municipality)),
        places=reader.listed("places.yaml", Place),
        chains=tuple(reader.single("chain.yaml", Chain)),
        works=tuple(reader.single("sectors.yaml", Work)),
        asks=reader.listed("calculator/asks.yaml", Asks),
        questions_of_work={entry.value.id: entry for entry in reader.folder("calculator/questions", Fact)},
        icons=None if sprite is None else frozenset(_SYMBOL.findall(sprite.read_text("utf-8"))),
        documents=tuple(each for each in reader.documents if each.path.name != EXCEPTIONS),
    )
    return content, reader.found
