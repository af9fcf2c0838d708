"""`flask content report`: what waits for review, what is not sure, and which Dutch is hardest to read."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest
from flask import Flask

from app.catalogue.model import Status
from app.config import ROOT, Settings
from app.wayfinder.check.command import content as command
from app.wayfinder.check.overview import overview, told
from app.wayfinder.check.readability import hard_words, is_passive, readability, sentences_of
from app.wayfinder.check.reading import read_content
from app.wayfinder.check.texts import texts_of
from app.web.glossary import Glossary, Term

GOOD = Path(__file__).parent / "good_content"
SHIPPED = [ROOT / "content", ROOT / "content" / "municipalities" / "zwolle"]
CARDS = Glossary([Term("ww", "arbeidsongeschiktheid", ("arbeidsongeschikt",), "Niet kunnen werken.")])
REVIEW = date(2027, 5, 1)
"""The day on which everything in the good content has to be looked at again."""


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """Give a copy of the good content, free to change."""
    return shutil.copytree(GOOD, tmp_path / "content")


def run(content: Path, day: date, *arguments: str) -> str:
    """What the command says with the clock on a day."""
    app = Flask("proef")
    app.config["TODAY"] = day
    settings = Settings(session_keys=("x",), answer_keys=("x",), content=content, municipality="proef")
    app.extensions["house"] = SimpleNamespace(settings=settings)
    result = app.test_cli_runner().invoke(command, ["report", *arguments])
    assert result.exit_code == 0, result.output
    return result.output


# What waits for review


@pytest.mark.row("R8")
def test_on_the_day_of_review_nothing_is_late_and_the_day_after_everything_is() -> None:
    on_time, late = overview([GOOD], REVIEW), overview([GOOD], date(2027, 5, 2))
    assert on_time.overdue == ()
    assert on_time.next_review == "2027-05-01"
    about = [*GOOD.glob("support/*.yaml"), *GOOD.glob("organisations/*.yaml")]
    assert len(late.overdue) == len(about) + 3, "the places, the chain and the sectors as well"
    assert late.next_review is None


@pytest.mark.row("R8")
def test_the_clock_or_the_day_given_decides_what_is_late(content: Path) -> None:
    assert "te laat: 0" in run(content, date(2026, 11, 21))
    assert "te laat: 0" not in run(content, date(2027, 6, 1))
    assert "te laat: 0" not in run(content, date(2026, 11, 21), "--day", "2027-06-01")
    assert run(content, date(2027, 6, 1), "--day", "2026-11-21").startswith("Stand op 2026-11-21")


def test_what_is_late_is_told_with_its_day_its_owner_and_its_line(content: Path) -> None:
    said = run(content, date(2027, 6, 1))
    line = next(line for line in said.splitlines() if "geld.yaml" in line)
    assert line.split(maxsplit=2)[:2] == ["2027-05-01", "redactie"]
    assert line.endswith("regel 44: Geld als uw werk stopt")


def test_what_waits_longest_stands_first(content: Path) -> None:
    path = content / "support" / "schuldhulp.yaml"
    text = path.read_text("utf-8")
    path.write_text(text.replace('review_by: "2027-05-01"', 'review_by: "2026-12-01"'), "utf-8")
    waiting = overview([content], date(2027, 6, 1)).overdue
    assert waiting[0].review_by == "2026-12-01"
    assert [each.review_by for each in waiting] == sorted(each.review_by for each in waiting)


# What is not sure


def test_the_status_of_everything_is_counted_and_what_is_not_sure_is_named(content: Path) -> None:
    path = content / "support" / "elders.yaml"
    text = path.read_text("utf-8")
    path.write_text(text.replace("status: bevestigd", "status: te_bevestigen"), "utf-8")
    found = overview([content], REVIEW).statuses["vormen van hulp"]
    assert {status: sorted(ids) for status, ids in found.items()} == {
        Status.CONFIRMED: ["geld", "schuldhulp"],
        Status.TO_CONFIRM: ["elders"],
    }
    assert "te bevestigen: 1: elders" in run(content, REVIEW)


def test_a_file_that_cannot_be_read_is_told_and_the_rest_is_still_counted(content: Path) -> None:
    (content / "support" / "elders.yaml").write_text("title: *\n", "utf-8")
    said = run(content, REVIEW)
    assert "elders.yaml, regel 1:" in said
    assert "vormen van hulp: 2" in said


# The Dutch


@pytest.mark.parametrize(
    "sentence",
    [
        "Uw contract wordt verlengd.",
        "Dat er iets gedaan wordt.",
        "U werd door uw baas ontslagen.",
        "De brieven worden morgen aan u gestuurd.",
        "Uw huur wordt betaald.",
    ],
)
def test_what_is_done_by_nobody_is_passive(sentence: str) -> None:
    assert is_passive(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Uw inkomen wordt lager.",
        "UWV verlengt uw contract.",
        "U wordt gezond.",
        "Wordt u ziek, dan betaalt uw werkgever.",
        "U hebt uw huur betaald.",
        "Uw kind wordt achttien en u betaalt niets.",
    ],
)
def test_what_becomes_or_is_done_by_somebody_is_not(sentence: str) -> None:
    assert not is_passive(sentence)


@pytest.mark.parametrize(
    ("sentence", "hard"),
    [
        ("U krijgt geld tenzij u werkt.", ["tenzij"]),
        ("Vul het vermogensverklaringsformulier in.", ["vermogensverklaringsformulier"]),
        ("Bent u arbeidsongeschikt?", []),
        ("Kijk op verzekeringsmaatschappij.nl voor uw polis.", []),
        ("U moet {participatiewet.kostendelersleeftijd} zijn.", []),
        ("Het kost niets. Indien u wilt, indien u kunt.", ["Indien", "indien"]),
    ],
)
def test_hard_words_are_long_or_official_and_have_no_card(sentence: str, hard: list[str]) -> None:
    assert list(hard_words(sentence, CARDS)) == hard


def test_a_gap_counts_as_one_word_and_every_sentence_for_itself() -> None:
    found = list(sentences_of("U moet {leeftijd.van_de_aow} zijn. Dat is alles!", CARDS))
    assert [sentence.words for sentence in found] == [4, 3]


def test_an_easy_sentence_has_no_points_and_each_trouble_adds_some() -> None:
    def points(text: str) -> int:
        return max(sentence.points for sentence in sentences_of(text, CARDS))

    easy = points("U krijgt elke maand geld van de gemeente.")
    longer = points("U krijgt elke maand geld van de gemeente als u geen werk meer hebt gevonden.")
    assert easy == 0 < longer
    assert points("U krijgt dit indien u werkt.") > 0
    assert points("U wordt gebeld.") > points("U krijgt dit indien u werkt.")


def test_the_hardest_text_stands_first_and_the_same_words_count_once(content: Path) -> None:
    hard = "Indien uw aanvraag door de gemeente wordt afgewezen kunt u altijd bezwaar maken."
    for place, old in (
        ("support/geld.yaml", "U kunt geld krijgen."),
        ("routes/baan_kwijt.yaml", "Uw werk stopt."),
    ):
        path = content / place
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, hard), "utf-8")
    texts = [text for document in read_content([content], None)[0].documents for text in texts_of(document)]
    worst = readability(texts, CARDS, 3).worst
    assert worst[0].text.words == hard
    assert worst[0].hardest.hard == ("Indien",)
    assert [read.text.words for read in worst].count(hard) == 1


def test_at_most_so_many_are_listed_and_none_that_is_easy() -> None:
    texts = [t for document in read_content(SHIPPED, None)[0].documents for t in texts_of(document)]
    worst = readability(texts, CARDS, 20).worst
    assert len(worst) == 20
    assert [read.points for read in worst] == sorted((read.points for read in worst), reverse=True)
    assert readability([], CARDS, 20).worst == ()
    assert readability([], CARDS, 20).average == 0


@pytest.mark.row("R9")
def test_the_shipped_dutch_is_short_and_says_who_does_it() -> None:
    dutch = overview(SHIPPED, date(2026, 11, 21)).dutch
    assert dutch.long == 0
    assert dutch.average < 10
    assert dutch.passive < dutch.sentences / 50
    assert dutch.with_hard_words < dutch.sentences / 20


@pytest.mark.row("R9")
def test_the_report_lists_the_worst_twenty_with_file_line_and_reason() -> None:
    lines = list(told(overview(SHIPPED, date(2026, 11, 21))))
    listed = lines[lines.index("begin hiermee:") + 1 :]
    assert len(listed) == 40
    assert all("content/" in line and ", regel " in line and " woorden" in line for line in listed[::2])
    assert all(line.strip().startswith("“") for line in listed[1::2])
