"""Content files: what is read, what is refused, and on which line editors are told to look."""

from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.content_file import ContentError, Document, read_toml, read_yaml


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with facts, as in `content`."""
    folder = tmp_path / "content" / "facts"
    folder.mkdir(parents=True)
    return folder


def yaml_of(folder: Path, text: str) -> Document:
    """Return the document of a YAML file with this text."""
    path = folder / "x.yaml"
    path.write_text(text, encoding="utf-8")
    return read_yaml(path)


def toml_of(folder: Path, text: str) -> Document:
    """Return the document of a TOML file with this text."""
    path = folder / "x.toml"
    path.write_text(text, encoding="utf-8")
    return read_toml(path)


GOOD = """\
# a fact
id: einde_werk
minimum_level: 0
below: -5
derived: false
month: 2026-11
phone: 0900-9294
question: >
  Waarom stopt
  uw werk?
no_answer: "no"
options:
  - id: stopt
    label: 'Mijn contract: het stopt'

  - {id: ontslagen, "yes": [one, two]}
"""


def test_ordinary_yaml_is_read_as_it_stands(folder: Path) -> None:
    assert yaml_of(folder, GOOD).data == {
        "id": "einde_werk",
        "minimum_level": 0,
        "below": -5,
        "derived": False,
        "month": "2026-11",
        "phone": "0900-9294",
        "question": "Waarom stopt uw werk?\n",
        "no_answer": "no",
        "options": [
            {"id": "stopt", "label": "Mijn contract: het stopt"},
            {"id": "ontslagen", "yes": ["one", "two"]},
        ],
    }


@pytest.mark.parametrize(
    ("keys", "line"),
    [
        ((), 1),
        (("id",), 2),
        (("question",), 8),
        (("options",), 12),
        (("options", 0), 13),
        (("options", 0, "label"), 14),
        (("options", 1, "yes", 1), 16),
        (("options", 0, "absent", 3), 13),
        (("absent",), 1),
    ],
)
def test_every_value_knows_its_line(folder: Path, keys: tuple[str | int, ...], line: int) -> None:
    assert yaml_of(folder, GOOD).line(*keys) == line


BAD_YAML = [
    ("a: 1\nb: 2\na: 3\n", 3, "de sleutel ‘a’ staat er twee keer."),
    ("a:\n  - b: 1\n    b: 2\n", 3, "de sleutel ‘b’ staat er twee keer."),
    ("a: &x b\n", 1, "een & of * vooraan"),
    ("a: b\nc: *x\n", 2, "een & of * vooraan"),
    ("a: &x [1]\nb: *x\n", 1, "een & of * vooraan"),
    ("a: !!python/object:os.system x\n", 1, "een uitroepteken (!)"),
    ("a: !important\n", 1, "een uitroepteken (!)"),
    ("a: b\n---\nc: d\n", 2, "een tweede document"),
    ("a:\n\n  b: yes\n", 3, "‘yes’ leest de computer als waar of onwaar"),
    ("a: No\n", 1, "‘No’ leest de computer"),
    ("a: [x, on]\n", 1, "‘on’ leest de computer"),
    ("off: x\n", 1, "‘off’ leest de computer"),
    ("a: True\n", 1, "kleine letters"),
    ("a: 2026-01-01\n", 1, "‘2026-01-01’ is een datum"),
    ("a: 2026-1-1 10:00:00\n", 1, "is een datum"),
    ("a: 12:30\n", 1, "als een tijd"),
    ("a: 1:30:00\n", 1, "als een tijd"),
    ("a: 010\n", 1, "begint met een 0"),
    ("a: 0o17\n", 1, "begint met een 0"),
    ("a: 0x1F\n", 1, "begint met een 0"),
    ("a: 0612345678\n", 1, "begint met een 0"),
    ("a: 1.250\n", 1, "geen heel getal"),
    ("a: 1e3\n", 1, "geen heel getal"),
    ("a: .5\n", 1, "geen heel getal"),
    ("a: +5\n", 1, "geen heel getal"),
    ("a: 1_000\n", 1, "geen heel getal"),
    ("a: .inf\n", 1, "geen heel getal"),
    ("a: .NaN\n", 1, "geen heel getal"),
    ("a:\nb: c\n", 1, "hier staat niets"),
    ("a: ~\n", 1, "hier staat niets"),
    ("a: null\n", 1, "hier staat niets"),
    ("<<: {a: b}\n", 1, "eigen betekenis"),
    ("a: =\n", 1, "eigen betekenis"),
    ("1: a\n", 1, "een sleutel is een woord"),
    ("? [a]\n: b\n", 1, "een sleutel is een woord"),
    ("a: b\n\tc: d\n", 2, "een tab"),
    ("a: b\nc: d: e\n", 2, "een dubbele punt"),
    ("a: b\nc: @d\n", 2, "een teken dat niet kan"),
    ("a: b\nc: 'd\ne: f\n", 2, "niet gesloten"),
    ("a: b\nc: {d: [}\n", 2, "geen goede YAML"),
    ("a:\n - b\n c\n", 3, "geen goede YAML"),
    ("a: \x07\n", 1, "onzichtbaar teken"),
    ("", 1, "leeg"),
    ("# only words\n", 1, "leeg"),
    ("[" * 30 + "]" * 30, 1, "te diep genest"),
    ("a: b\n" * 60_000, 1, "groter dan 256 kB"),
]


@pytest.mark.parametrize(("text", "line", "words"), BAD_YAML)
def test_what_could_silently_mean_something_else_is_refused(
    folder: Path, text: str, line: int, words: str
) -> None:
    with pytest.raises(ContentError) as error:
        yaml_of(folder, text)
    assert error.value.line == line
    assert words in error.value.words


def test_a_file_that_is_no_utf_8_is_refused_with_its_line(folder: Path) -> None:
    (folder / "x.yaml").write_bytes(b"a: b\nc: caf\xe9\n")
    with pytest.raises(ContentError, match="UTF-8") as error:
        read_yaml(folder / "x.yaml")
    assert error.value.line == 2


def test_a_mistake_is_told_with_the_file_as_editors_know_it(folder: Path) -> None:
    with pytest.raises(ContentError) as error:
        yaml_of(folder, "a: 1\nwhy: x\nwhy: y\n")
    assert str(error.value) == "content/facts/x.yaml, regel 3: de sleutel ‘why’ staat er twee keer."


def test_a_file_outside_content_is_told_with_its_folder(tmp_path: Path) -> None:
    assert str(ContentError(tmp_path / "facts" / "x.yaml", 1, "fout.")) == "facts/x.yaml, regel 1: fout."


words = st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1)
values = st.recursive(
    st.one_of(words, st.integers(), st.booleans()),
    lambda inside: (
        st.lists(inside, min_size=1, max_size=3) | st.dictionaries(words, inside, min_size=1, max_size=3)
    ),
    max_leaves=10,
)


@settings(deadline=None)
@given(values)
def test_quoted_yaml_reads_back_the_same(tmp_path_factory: pytest.TempPathFactory, value: Any) -> None:
    folder = tmp_path_factory.mktemp("content")
    text = msgspec.json.encode(value).decode()  # JSON is YAML with everything quoted
    assert yaml_of(folder, text).data == value


class Kind(StrEnum):
    """A kind."""

    CHOICE = "choice"


class Option(msgspec.Struct, forbid_unknown_fields=True):
    """An option."""

    id: str
    weight: Annotated[int, msgspec.Meta(ge=0)] = 0
    checked_on: date | None = None

    def __post_init__(self) -> None:
        """Refuse a word."""
        if self.id == "nee":
            raise ValueError("‘nee’ is al een knop")


class Fact(msgspec.Struct, forbid_unknown_fields=True):
    """A fact."""

    id: Annotated[str, msgspec.Meta(pattern="^[a-z_]+$")]
    kind: Kind = Kind.CHOICE
    options: Annotated[tuple[Option, ...], msgspec.Meta(max_length=2)] = ()
    by_name: dict[str, Option] = {}


def test_a_document_becomes_what_it_should_be(folder: Path) -> None:
    document = yaml_of(folder, 'id: x\noptions:\n  - {id: a, checked_on: "2026-11-21"}\n')
    assert document.decode(Fact).options == (Option("a", 0, date(2026, 11, 21)),)
    assert document.decode(Option, "options", 0).id == "a"


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("kind: choice\n", 1, "de sleutel ‘id’ ontbreekt."),
        ("id: x\nwhyy: z\n", 2, "de sleutel ‘whyy’ bestaat niet. Is het een tikfout?"),
        ("id: x\noptions:\n  - id: a\n  - weight: 1\n", 4, "de sleutel ‘id’ ontbreekt."),
        ("id: x\noptions:\n  - id: a\n    weihgt: 1\n", 4, "de sleutel ‘weihgt’ bestaat niet."),
        ("id: 5\n", 1, "bij ‘id’ hoort een tekst, maar er staat een heel getal."),
        (
            "id: x\noptions:\n  - id: a\n    weight: true\n",
            4,
            "hoort een heel getal, maar er staat true of false.",
        ),
        ("id: x\noptions: a\n", 2, "hoort een lijst, maar er staat een tekst."),
        ("id: x\noptions:\n  - a\n", 3, "hier hoort een groepje sleutels, maar er staat een tekst."),
        ("id: x\nkind: chioce\n", 2, "bij ‘kind’ kan ‘chioce’ niet."),
        ("id: x\noptions:\n  - id: a\n    weight: -1\n", 4, "hoort een getal van minstens 0."),
        ("id: x\noptions: [{id: a}, {id: b}, {id: c}]\n", 2, "te kort of te lang"),
        ("id: x\n\noptions:\n  - id: a\n    checked_on: gisteren\n", 5, "hoort een datum"),
        ("id: x\noptions:\n  - id: nee\n", 3, "hier klopt iets niet: ‘nee’ is al een knop."),
        ("id: X\n", 1, "niet de goede vorm"),
        ("id: x\nby_name:\n  a: {id: 3}\n", 2, "hoort een tekst"),
        ("- id: x\n", 1, "hier hoort een groepje sleutels, maar er staat een lijst."),
    ],
)
def test_a_wrong_value_is_told_in_dutch_with_its_line(folder: Path, text: str, line: int, words: str) -> None:
    with pytest.raises(ContentError) as error:
        yaml_of(folder, text).decode(Fact)
    assert words in error.value.words
    assert error.value.line == line
