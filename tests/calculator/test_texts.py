"""The words of the calculator: each thing has its own, nothing is left over, and people can read them."""

import re
import shutil
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import pytest

from app.calculator import rules
from app.calculator.assumptions import Assumption
from app.calculator.model import Kind, Reason
from app.calculator.steps import inputs_by_rule
from app.calculator.texts import Sign, Unit, load_texts
from app.calculator.trace import Rule
from app.config import ROOT
from app.content_file import ContentError
from app.wayfinder.check.texts import GAP, LAW, MOST_WORDS
from app.web.translations.gather import content
from app.web.translations.texts import content_texts

CONTENT = ROOT / "content"
TEXTS = load_texts(CONTENT)
FILES = "calculator/rows.yaml", "calculator/rules.yaml", "calculator/assumptions.yaml"
WRITTEN = [text for text in content_texts(CONTENT) if text.place.partition(":")[0] in FILES]


def copied(tmp_path: Path) -> Path:
    """Return a content folder with only the texts of the calculator, to spoil."""
    folder = tmp_path / "content" / "calculator"
    folder.mkdir(parents=True)
    for name in FILES:
        shutil.copy(CONTENT / name, folder)
    return folder.parent


def test_everything_has_its_words() -> None:
    assert set(TEXTS.rows) == set(Kind)
    assert set(TEXTS.reasons) == set(Reason)
    assert set(TEXTS.assumptions) == set(Assumption)
    assert set(TEXTS.rules) == set(inputs_by_rule())


def test_every_rule_of_the_calculator_is_found_in_its_text() -> None:
    modules = [import_module(f"{rules.__name__}.{found.name}") for found in iter_modules(rules.__path__)]
    named = {each.name for module in modules for each in vars(module).values() if isinstance(each, Rule)}
    assert {rule for rule in inputs_by_rule() if not rule.startswith("vrijlating_")} <= named
    assert named <= set(inputs_by_rule())
    assert inputs_by_rule()["bijstand"] == {"norm", "inkomen"}
    assert inputs_by_rule()["vrijlating_34a"] == {"loon"}


def test_what_is_added_or_taken_off_is_of_one_kind() -> None:
    for name, rule in TEXTS.rules.items():
        signed = [each for each in rule.inputs.values() if each.sign]
        assert all(each.unit is rule.unit is Unit.EURO for each in signed), name
        assert not signed or any(each.sign is Sign.PLUS for each in signed), name


def test_translators_get_every_text() -> None:
    given = {message.id for message in content(CONTENT) if message.id}
    words = {each for row in TEXTS.rows.values() for each in (row.label, row.sentence, *row.zero.values())}
    words |= set(TEXTS.reasons.values())
    words |= {each for rule in TEXTS.rules.values() for each in (rule.label, rule.does)}
    words |= {each.label for rule in TEXTS.rules.values() for each in rule.inputs.values()}
    words |= {each for one in TEXTS.assumptions.values() for each in (one.sentence, one.settled_by)}
    assert words - given == set()
    assert words == {text.text for text in WRITTEN}


def test_no_text_holds_a_number_of_law_or_a_gap() -> None:
    assert [text.place for text in WRITTEN if LAW.search(text.text) or GAP.search(text.text)] == []


def test_every_sentence_is_short_enough_to_read() -> None:
    sentences = [each for text in WRITTEN for each in re.split(r"(?<=[.?!:])\s+", text.text)]
    assert [each for each in sentences if len(each.split()) > MOST_WORDS] == []


def test_a_sentence_is_whole_and_a_label_is_not_one() -> None:
    for row in TEXTS.rows.values():
        assert row.sentence.endswith(".")
        assert all(each.endswith(".") for each in row.zero.values())
        assert not row.label.endswith(".")
    assert all(rule.does.endswith(".") for rule in TEXTS.rules.values())
    assert all(each.sentence.endswith(".") for each in TEXTS.assumptions.values())


def test_a_row_says_in_its_own_words_why_it_is_zero() -> None:
    bijstand = TEXTS.why_zero(Kind.BIJSTAND, Reason.INCOME_TOO_HIGH)
    assert bijstand != TEXTS.why_zero(Kind.ZORGTOESLAG, Reason.INCOME_TOO_HIGH)
    assert TEXTS.why_zero(Kind.LOKAAL, Reason.NO_JOB) == TEXTS.reasons[Reason.NO_JOB]


@pytest.mark.parametrize(
    ("file", "old", "new", "words"),
    [
        ("rows.yaml", "  reiskosten:\n", "  reisgeld:\n", "‘reisgeld’ bestaat niet"),
        ("rows.yaml", "  no_childcare: Hier", "  no_opvang: Hier", "‘no_opvang’ bestaat niet"),
        ("rows.yaml", "      rent_too_low:", "      rent_low:", "‘rent_low’ bestaat niet"),
        ("rows.yaml", "label: Bijstand\n", "naam: Bijstand\n", "‘naam’ bestaat niet"),
        ("rules.yaml", "\nbijstand:\n", "\nbijstandje:\n", "‘bijstandje’ bestaat niet"),
        ("rules.yaml", "    inkomen_2:", "    inkomen_3:", "‘inkomen_3’ bestaat niet"),
        ("rules.yaml", "unit: ratio}", "unit: percent}", "kan ‘percent’ niet"),
        ("assumptions.yaml", "twaalf_gelijke_maanden:", "gelijke_maanden:", "‘gelijke_maanden’ bestaat niet"),
        ("assumptions.yaml", "Vraag UWV wanneer uw WW stopt.", '" "', "hier staat geen tekst"),
    ],
)
def test_a_mistake_is_told_with_its_file_and_line(
    tmp_path: Path, file: str, old: str, new: str, words: str
) -> None:
    content_folder = copied(tmp_path)
    path = content_folder / "calculator" / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(ContentError) as error:
        load_texts(content_folder)
    assert words in str(error.value)
    assert error.value.path.name == file
    assert error.value.line > 1


@pytest.mark.parametrize("file", FILES)
def test_a_text_that_is_taken_away_is_missed(tmp_path: Path, file: str) -> None:
    path = copied(tmp_path) / file
    # The last entry of the file: a reason, a rule, an assumption.
    kept = re.split(r"\n(?=[ ]{0,2}\w+:)", path.read_text(encoding="utf-8").rstrip())[:-1]
    path.write_text("\n".join(kept) + "\n", encoding="utf-8")
    with pytest.raises(ContentError):
        load_texts(tmp_path / "content")


@pytest.mark.parametrize("file", FILES)
def test_a_file_that_is_a_list_is_refused(tmp_path: Path, file: str) -> None:
    (copied(tmp_path) / file).write_text("- bijstand\n", encoding="utf-8")
    with pytest.raises(ContentError, match="groepje sleutels"):
        load_texts(tmp_path / "content")
