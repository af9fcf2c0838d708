"""`flask content check` says what is wrong and fails, or says that all is well and gives the figures."""

import shutil
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest
from click.testing import Result
from flask import Flask

from app.config import Settings
from app.content_file import ContentError
from app.wayfinder.check import structure
from app.wayfinder.check.command import content as command
from app.wayfinder.check.command import told_in_words
from app.wayfinder.check.translations import check_translations
from app.web.languages import BY_CODE
from app.web.translations import files, gather

GOOD = Path(__file__).parent / "good_content"


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Give an installation with the good content, translated into every launched language."""
    settings = Settings(
        session_keys=("for tests only",),
        answer_keys=("for tests only",),
        content=shutil.copytree(GOOD, tmp_path / "content"),
        translations=tmp_path / "translations",
    )
    for code in ("en", "ar"):
        translate(settings, code)
    return settings


def translate(settings: Settings, code: str, *, without: str = "") -> None:
    """Put a translation of every text in place, except of one."""
    catalog = gather.content(settings.content)
    for message in files.texts(catalog):
        message.string = "" if message.id == without else f"{code} {message.id}"
    path = files.po_path(settings.translations, BY_CODE[code], "content")
    files.replace(path, files.written(catalog, BY_CODE[code]))


def run(settings: Settings, *arguments: str) -> Result:
    app = Flask("proef")
    app.config["TODAY"] = date(2026, 11, 21)
    app.extensions["house"] = SimpleNamespace(settings=settings)
    return app.test_cli_runner().invoke(command, ["check", *arguments])


def spoil(settings: Settings, place: str, old: str, new: str) -> None:
    path = settings.content / place
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def test_good_content_passes_with_the_figures_of_every_route(settings: Settings) -> None:
    result = run(settings)
    assert result.exit_code == 0, result.output
    assert "baan_kwijt: vormen van hulp 1, vragen 8, langste weg 8" in result.output


def test_a_finding_is_told_with_file_line_and_words_and_fails(settings: Settings) -> None:
    spoil(settings, "support/geld.yaml", "organisation: loket\nhelpers", "organisation: balie\nhelpers")
    result = run(settings)
    assert result.exit_code == 1
    assert "support/geld.yaml, regel 4: ‘balie’ bestaat niet." in result.output


def test_structure_alone_does_not_mind_what_is_loose(settings: Settings) -> None:
    spoil(settings, "support/geld.yaml", "organisation: loket\nhelpers", "organisation: balie\nhelpers")
    assert run(settings, "--structure").exit_code == 0
    spoil(settings, "support/geld.yaml", "title:", "titel:")
    assert run(settings, "--structure").exit_code == 1


def test_every_file_that_cannot_be_read_is_told_at_once(settings: Settings) -> None:
    spoil(settings, "support/geld.yaml", "title:", "titel:")
    spoil(settings, "facts/reden.yaml", "kind: choice", "kind: keuze")
    spoil(settings, "parameters/proef.toml", 'unit = "weeks"', 'unit = "weken"')
    spoil(settings, "events.yaml", "- {", "{")
    told = {finding.path.name for finding in structure([settings.content])}
    assert told == {"geld.yaml", "reden.yaml", "proef.toml", "events.yaml"}


def test_long_sentences_are_listed_on_request_and_stop_nothing(settings: Settings) -> None:
    long = "Wij helpen u met alle dingen die nu van u gevraagd worden en ook met wat daarna nog komt."
    spoil(settings, "routes/schulden.yaml", "Wij helpen u.", long)
    for code in ("en", "ar"):
        translate(settings, code)
    assert "woorden" not in run(settings).output
    result = run(settings, "--style")
    assert result.exit_code == 0
    assert "deze zin heeft 19 woorden" in result.output


def test_a_text_that_a_launched_language_lacks_is_found_at_the_dutch_text(
    settings: Settings,
) -> None:
    translate(settings, "ar", without="U kunt geld krijgen.")
    result = run(settings)
    assert result.exit_code == 1
    assert "support/geld.yaml, regel 26: deze tekst ontbreekt in het Arabisch" in result.output


def test_a_language_that_is_not_launched_may_lack_everything(settings: Settings) -> None:
    others = [BY_CODE["nl"], BY_CODE["tr"], BY_CODE["so"]]
    assert list(check_translations(settings.content, settings.translations, others)) == []


def test_a_file_that_cannot_be_read_is_not_counted_as_untranslated(settings: Settings) -> None:
    spoil(settings, "events.yaml", "title: ", "title: *")
    found = list(check_translations(settings.content, settings.translations, [BY_CODE["ar"]]))
    assert found == []


def broken(settings: Settings) -> Flask:
    raise ContentError(settings.content / "facts" / "reden.yaml", 1, "dit is maar de eerste fout.")


def test_under_flask_every_mistake_that_stops_the_start_is_told(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    spoil(settings, "support/geld.yaml", "title:", "titel:")
    spoil(settings, "facts/reden.yaml", "kind: choice", "kind: keuze")
    monkeypatch.setenv("FLASK_RUN_FROM_CLI", "true")
    with pytest.raises(SystemExit, match=r"reden\.yaml, regel 2: (?s:.)*geld\.yaml, regel 2: "):
        told_in_words(broken)(settings)


def test_under_flask_a_mistake_that_only_the_start_sees_is_told_too(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FLASK_RUN_FROM_CLI", "true")
    with pytest.raises(SystemExit, match="dit is maar de eerste fout"):
        told_in_words(broken)(settings)


def test_a_server_stops_at_the_first_mistake(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("FLASK_RUN_FROM_CLI", raising=False)
    with pytest.raises(ContentError):
        told_in_words(broken)(settings)
