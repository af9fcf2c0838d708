"""The look of a municipality: what it may change, and what cannot be read is refused."""

from pathlib import Path

import pytest

from app.content_file import ContentError
from app.web.theme import Theme, check_contrast, contrast, load_theme, stylesheet, theme_css

ROOT = Path(__file__).parents[2]
CSS = ROOT / "static" / "css"


def written(folder: Path, text: str) -> Path:
    path = folder / "theme.yaml"
    path.write_text(text, "utf-8")
    return path


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#FFFFFF", "#000000") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


def test_our_own_colours_can_be_read() -> None:
    check_contrast(Theme())


def test_every_municipality_can_be_read() -> None:
    for path in (ROOT / "content" / "municipalities").glob("*/theme.yaml"):
        load_theme(path)


def test_without_a_file_everything_is_ours(tmp_path: Path) -> None:
    assert load_theme(tmp_path / "theme.yaml") == Theme()


def test_a_municipality_may_change_one_colour(tmp_path: Path) -> None:
    theme = load_theme(written(tmp_path, 'light:\n  action: "#395793"\nradius: "0"\n'))
    assert theme.light.action == "#395793"
    assert theme.light.paper == Theme().light.paper
    assert "--action:#395793;" in theme_css(theme)
    assert "--radius:0;" in theme_css(theme)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('light:\n  action: "#476db8"\n', "action op sand"),
        (
            'light:\n  muted: "#8A9698"\n',
            "muted op paper (licht)|muted op paper is niet goed te lezen (licht)",
        ),
        ('light:\n  field: "#C9D0D1"\n', "field op paper"),
        ('dark:\n  ink: "#4E5B5F"\n', "(donker)"),
        ('light:\n  focus-bg: "#1F2A2E"\n', "focus-ink op focus-bg"),
    ],
)
def test_what_cannot_be_read_is_refused_and_the_pair_is_named(tmp_path: Path, text: str, words: str) -> None:
    with pytest.raises(ContentError) as refused:
        load_theme(written(tmp_path, text))
    assert any(each in str(refused.value) for each in words.split("|"))
    assert "theme.yaml" in str(refused.value)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("light:\n  paper: wit\n", 2),
        ('light:\n  ink: "#1F2A2E"\n  link: "url(//elders)"\n', 3),
        ('radius: "12px"\n', 1),
        ('font: "x; } body { display: none"\n', 1),
        ('light:\n  action-hover: "#fff"\n', 2),
    ],
)
def test_a_value_that_is_no_colour_or_size_is_refused_with_its_line(
    tmp_path: Path, text: str, line: int
) -> None:
    with pytest.raises(ContentError) as refused:
        load_theme(written(tmp_path, text))
    assert refused.value.line == line


def test_a_role_that_we_do_not_have_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ContentError):
        load_theme(written(tmp_path, 'light:\n  marquee: "#000000"\n'))


def test_dark_is_for_screens_only() -> None:
    assert "@media screen and (prefers-color-scheme:dark)" in theme_css(Theme())


def test_the_style_sheet_holds_every_file_once() -> None:
    names = (CSS / "order.txt").read_text("utf-8").split()
    assert sorted(names) == sorted(path.name for path in CSS.glob("*.css"))
    assert names[-1] == "print.css"
    sheet = stylesheet(Theme(), CSS)
    assert sheet.startswith(":root{--paper:")
    assert "/*" not in sheet
