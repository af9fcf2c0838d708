"""What is shipped: it loads, every id leads somewhere, and the full check finds nothing."""

import re
from datetime import date
from pathlib import Path

import pytest

from app.calculator.law import numbers_used
from app.catalogue.content import load_catalogue
from app.catalogue.model import Catalogue
from app.config import ROOT
from app.content_file import Document, read_toml, read_yaml
from app.facts.content import load_facts
from app.facts.derived import DERIVED
from app.wayfinder.check.inspection import Report, remarks, report
from app.wayfinder.check.texts import texts_of
from app.wayfinder.content import load_way
from app.wayfinder.model import Way

CONTENT = ROOT / "content"
FOLDERS = [CONTENT, CONTENT / "municipalities" / "zwolle"]
DAY = date(2026, 11, 21)
FILES = sorted(path for path in CONTENT.rglob("*") if path.suffix in {".yaml", ".toml"})
NUMBER = re.compile(r"(?<![\w/.-])(?:0\d{2,3}[- ]\d[\d ]{3,8}\d|14 ?0\d{2}|11[23])(?![\w-])")


@pytest.fixture(scope="module")
def checked() -> Report:
    return report(FOLDERS, DAY, ROOT / "static" / "icons.svg", numbers_used)


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load_catalogue(FOLDERS)


@pytest.fixture(scope="module")
def way(catalogue: Catalogue) -> Way:
    return load_way(FOLDERS, load_facts(FOLDERS), catalogue)


def read(path: Path) -> Document:
    return (read_toml if path.suffix == ".toml" else read_yaml)(path)


def digits(text: str) -> str:
    return re.sub(r"\D", "", text)


@pytest.mark.row("R5")
@pytest.mark.row("R8")
def test_the_full_check_finds_nothing(checked: Report) -> None:
    assert [str(finding) for finding in checked.findings] == []


@pytest.mark.row("R5")
def test_no_way_has_more_than_eight_questions(checked: Report) -> None:
    assert checked.routes
    assert [str(each) for each in checked.routes if each.longest.most > 8] == []


@pytest.mark.row("R9")
def test_no_sentence_is_too_long_to_read_at_once() -> None:
    assert [str(remark) for remark in remarks(FOLDERS, DAY)] == []


@pytest.mark.parametrize("path", FILES, ids=[path.relative_to(CONTENT).as_posix() for path in FILES])
def test_every_file_is_read_by_the_strict_reader(path: Path) -> None:
    assert read(path).data


def test_losing_a_job_is_covered_in_full_depth(catalogue: Catalogue, way: Way) -> None:
    assert len(way.routes["baan_kwijt"].consider) >= 20
    assert len(catalogue.organisations) >= 12


def test_every_derived_fact_can_be_told() -> None:
    facts = load_facts(FOLDERS)
    assert [name for name in DERIVED if name not in facts] == []


def test_what_nobody_confirmed_is_never_first(catalogue: Catalogue) -> None:
    unsure = [item for item in catalogue.items.values() if not item.is_confirmed]
    assert [item.id for item in unsure if item.urgent] == []


def test_every_phone_number_in_a_text_is_that_of_an_organisation(catalogue: Catalogue, way: Way) -> None:
    """A number is written in one place; where a text repeats it, it cannot drift away from that."""
    known = {digits(phone.number) for each in catalogue.organisations.values() for phone in each.phone}
    known |= {"112"}
    told = [(path.name, number) for path in FILES for number in phone_numbers(path)]
    told += [("crisis.yaml", crisis.phone) for crisis in way.crises if crisis.phone]
    assert [(name, number) for name, number in told if digits(number) not in known] == []


def phone_numbers(path: Path) -> list[str]:
    document = read(path)
    return [number for text in texts_of(document) for number in NUMBER.findall(text.words)]


def test_an_address_on_the_web_is_a_host_and_nothing_else(catalogue: Catalogue) -> None:
    hosts = {each.id: each.website for each in catalogue.organisations.values() if each.website}
    assert {
        name: host for name, host in hosts.items() if not re.fullmatch(r"[a-z0-9.-]+\.[a-z]{2,}", host)
    } == {}
