"""TOML files with the line of each value."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.content_file import ContentError, Document, read_toml

GOOD = '''\
# numbers of law
[wekeneis]
label = "Weken # geen \\" commentaar"
source = {law = "WW", article = "17"}
values = [   # dated
  {from = "2013-01-01", value = "26"},

  # the next
  {from = "2026-01-01", value = """
two lines"""}, 3.5,
]
["quoted name"]
a.b = 2026-01-01T10:00:00
c = [[1,
2], []]
[[list.of.tables]]
x = 1
[[list.of.tables]]
y = \'\'\'it's
raw\'\'\'
[list.of.tables.inside]
z = true
'''


@pytest.fixture
def document(tmp_path: Path) -> Document:
    """The document of a file with every kind of TOML."""
    (tmp_path / "x.toml").write_text(GOOD, encoding="utf-8")
    return read_toml(tmp_path / "x.toml")


@pytest.mark.parametrize(
    ("keys", "line"),
    [
        (("wekeneis",), 2),
        (("wekeneis", "label"), 3),
        (("wekeneis", "source", "article"), 4),
        (("wekeneis", "values"), 5),
        (("wekeneis", "values", 0, "value"), 6),
        (("wekeneis", "values", 1), 9),
        (("wekeneis", "values", 1, "value"), 9),
        (("wekeneis", "values", 2), 10),
        (("quoted name",), 12),
        (("quoted name", "a", "b"), 13),
        (("quoted name", "c", 0, 1), 15),
        (("quoted name", "c", 1), 15),
        (("list",), 16),
        (("list", "of", "tables", 0, "x"), 17),
        (("list", "of", "tables", 1), 18),
        (("list", "of", "tables", 1, "y"), 19),
        (("list", "of", "tables", 1, "inside", "z"), 22),
    ],
)
def test_every_value_knows_its_line(document: Document, keys: tuple[str | int, ...], line: int) -> None:
    value = document.data
    for key in keys:
        value = value[key]  # the keys are those of the data
    assert document.line(*keys) == line


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("a = 1\na = 2\n", 2, "twee keer"),
        ("[a]\nb = 1\n[a]\n", 3, "twee keer"),
        ("[a]\nb = \n", 2, "geen goede TOML"),
        ("[a]\nb = 'c\n", 2, "geen goede TOML"),
        ("a = [1,\n2\n", 2, "geen goede TOML"),
        ("a = " + "[" * 5000 + "]" * 5000, 1, "te diep"),
    ],
)
def test_what_is_no_toml_is_refused_with_its_line(tmp_path: Path, text: str, line: int, words: str) -> None:
    (tmp_path / "x.toml").write_text(text, encoding="utf-8")
    with pytest.raises(ContentError) as error:
        read_toml(tmp_path / "x.toml")
    assert words in error.value.words
    assert error.value.line == line


lines = st.lists(
    st.tuples(
        st.sampled_from(["", "# words", "\n\n"]),
        st.sampled_from(
            ["1", '"a # b"', "'c'", "[1, 2]", "{d = 1}", "[\n  1,\n]", '"""\nx\n"""', "2026-01-01"]
        ),
    ),
    max_size=8,
)


@settings(deadline=None)
@given(lines)
def test_the_lines_are_right_whatever_stands_between(
    tmp_path_factory: pytest.TempPathFactory, lines: list[tuple[str, str]]
) -> None:
    text = "".join(f"{before}\nkey_{number} = {value}\n" for number, (before, value) in enumerate(lines))
    path = tmp_path_factory.mktemp("content") / "x.toml"
    path.write_text(text, encoding="utf-8")
    document = read_toml(path)
    for number in range(len(lines)):
        here = text.splitlines()[document.line(f"key_{number}") - 1]
        assert here.startswith(f"key_{number} =")
