"""The file with schemes of a municipality: what it may say, and what is said about a mistake."""

from pathlib import Path

import pytest

from app.calculator.content import load_schemes
from app.catalogue.content import load_catalogue
from app.content_file import ContentError
from tests.calculator.cases import ROOT

GOOD = """\
[steun]
label = "Steun"
organisation = "gemeente"
per = "adult"
income_limit = "110000"
source = { page = "voorbeeldstad.nl", date = "2026-11-21" }
[[steun.values]]
from = "2025-01-01"
to = "2025-12-31"
checked_on = "2026-11-21"
confidence = "1"
amounts = { volwassene = "100" }
[[steun.values]]
from = "2026-01-01"
checked_on = "2026-11-21"
confidence = "onbekend"
"""


def schemes(folder: Path, text: str) -> None:
    (folder / "schemes.toml").write_text(text, encoding="utf-8")


def test_a_municipality_without_schemes_has_none(tmp_path: Path) -> None:
    assert load_schemes(tmp_path) == ()


def test_an_amount_may_be_left_out(tmp_path: Path) -> None:
    schemes(tmp_path, GOOD)
    (steun,) = load_schemes(tmp_path)
    assert [each.per_year for each in steun.amounts] == [{"volwassene": 100}, None]


@pytest.mark.parametrize(
    ("good", "bad", "line", "words"),
    [
        ('"110000"', '"110,0"', 5, "heel getal"),
        ('volwassene = "100"', 'volwassene = "1,00"', 12, "heel getal"),
        ("volwassene", "paar", 12, "‘paar’"),
        ('{ volwassene = "100" }', "{}", 12, "‘volwassene’"),
        ('to = "2025-12-31"', 'to = "2024-12-31"', 9, "voor de eerste dag"),
        ('from = "2026-01-01"', 'from = "2025-12-31"', 14, "voordat de vorige ophoudt"),
        ('to = "2025-12-31"\n', "", 13, "voordat de vorige ophoudt"),
        ('page = "voorbeeldstad.nl", ', "", 6, "bron"),
        ('per = "adult"', 'per = "kat"', 4, "kat"),
    ],
)
def test_a_mistake_is_said_with_its_line(tmp_path: Path, good: str, bad: str, line: int, words: str) -> None:
    assert good in GOOD
    schemes(tmp_path, GOOD.replace(good, bad, 1))
    with pytest.raises(ContentError, match=words) as found:
        load_schemes(tmp_path)
    assert found.value.line == line


def test_every_scheme_names_an_organisation_that_is_known() -> None:
    folders = [ROOT / "content", ROOT / "content" / "municipalities" / "zwolle"]
    organisations = load_catalogue(folders).organisations
    assert {each.organisation for each in load_schemes(folders[1])} <= set(organisations)
