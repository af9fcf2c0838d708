"""The look of a municipality: colours checked for contrast, and one style sheet of them and our files.

A theme may change colours, corners and the font, but not sizes or the focus mark. Below the contrast that
WCAG 2.2 asks for the portal does not start, and the message names the two colours.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import msgspec

from app.content_file import ContentError, read_yaml

TEXT = 4.5
"""Contrast of text with what is behind it (WCAG 2.2, 1.4.3)."""
SHAPE = 3.0
"""Contrast of the edge of a control, an icon and the focus mark (WCAG 2.2, 1.4.11)."""

COLOUR = re.compile(r"#[0-9a-fA-F]{6}\Z")
LENGTH = re.compile(r"(0|\d*\.?\d+rem)\Z")
FONT = re.compile(r"[\w \-,\"]+\Z")
SYSTEM_FONTS = (
    '"Noto Sans", system-ui, "Segoe UI", Roboto, "Noto Sans Arabic", "Geeza Pro", '
    '"Noto Sans Ethiopic", "Kefa", sans-serif'
)


class Light(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    """The roles of colour and our own values for a light screen."""

    paper: str = "#FBF8F3"
    surface: str = "#FFFFFF"
    sand: str = "#F3ECE1"
    ink: str = "#1F2A2E"
    muted: str = "#4E5B5F"
    field: str = "#6B7779"
    line: str = "#D9D0C3"
    action: str = "#14606B"
    on_action: str = "#FFFFFF"
    action_hover: str = "#0E4A53"
    action_soft: str = "#E2F0F1"
    link: str = "#0F5963"
    accent: str = "#B84A1F"
    accent_soft: str = "#FBE7DC"
    positive: str = "#1E6B3C"
    positive_soft: str = "#E4F3E8"
    warning: str = "#7A4B00"
    warning_soft: str = "#FFF1D6"
    negative: str = "#B3261E"
    negative_soft: str = "#FCE9E7"
    info: str = "#2B4C8C"
    info_soft: str = "#E8EEF9"
    focus_bg: str = "#FFDD00"
    focus_ink: str = "#1F2A2E"
    skin_1: str = "#EBC7A6"
    skin_2: str = "#B98058"


class Dark(Light, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    """The same roles on a dark screen."""

    paper: str = "#14191B"
    surface: str = "#1C2326"
    sand: str = "#273236"
    ink: str = "#F2EEE7"
    muted: str = "#B9C2C3"
    field: str = "#8C999B"
    line: str = "#3A464A"
    action: str = "#7CC7D0"
    on_action: str = "#08272C"
    action_hover: str = "#A5DCE3"
    action_soft: str = "#1D3A3F"
    link: str = "#8FD3DB"
    accent: str = "#F0A27E"
    accent_soft: str = "#45291D"
    positive: str = "#8FD6A6"
    positive_soft: str = "#1C3626"
    warning: str = "#F3C56B"
    warning_soft: str = "#3B2F16"
    negative: str = "#FF9E94"
    negative_soft: str = "#47211E"
    info: str = "#A9C2F5"
    info_soft: str = "#222E47"
    skin_1: str = "#C9A27F"
    skin_2: str = "#96684A"


class Theme(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    """What a municipality may choose; what it leaves out is ours."""

    light: Light = Light()
    dark: Dark = Dark()
    radius: str = "1rem"
    radius_control: str = "0.75rem"
    font: str = SYSTEM_FONTS


# What is put on what, and how much contrast that needs. Red is for forms: on a soft ground only on its own.
PAIRS: tuple[tuple[float, str, tuple[str, ...]], ...] = (
    (TEXT, "ink", ("paper", "surface", "sand", "action-soft", "warning-soft", "accent-soft")),
    (TEXT, "muted", ("paper", "surface", "sand", "action-soft")),
    (TEXT, "link", ("paper", "surface", "sand", "action-soft")),
    (TEXT, "on-action", ("action", "action-hover")),
    (TEXT, "action", ("paper", "surface", "sand", "action-soft")),
    (TEXT, "positive", ("positive-soft", "paper", "surface")),
    (TEXT, "warning", ("warning-soft", "paper", "surface")),
    (TEXT, "negative", ("negative-soft", "paper", "surface")),
    (TEXT, "info", ("info-soft",)),
    (TEXT, "focus-ink", ("focus-bg",)),
    (SHAPE, "field", ("paper", "surface", "sand")),
    (SHAPE, "accent", ("accent-soft", "paper", "surface", "sand")),
)


class ContrastError(ValueError):
    """Two colours of a theme are too much alike."""


def load_theme(path: Path) -> Theme:
    """Read theme.yaml; without the file everything is ours."""
    if not path.exists():
        return Theme()
    document = read_yaml(path)
    theme = document.decode(Theme)
    for mode, name, value in _wrong_values(theme):
        keys = (mode, name) if mode else (name,)
        words = f"‘{value}’ is geen waarde voor {name}. Schrijf een kleur als #14606B of een maat als 1rem."
        raise ContentError(path, document.line(*keys), words)
    try:
        check_contrast(theme)
    except ContrastError as error:
        raise ContentError(path, 1, str(error)) from error
    return theme


def _wrong_values(theme: Theme) -> Iterator[tuple[str, str, str]]:
    for mode in ("light", "dark"):
        for name, value in roles(getattr(theme, mode)).items():
            if not COLOUR.match(value):
                yield mode, name, value
    for name, value in (("radius", theme.radius), ("radius-control", theme.radius_control)):
        if not LENGTH.match(value):
            yield "", name, value
    if not FONT.match(theme.font):
        yield "", "font", theme.font


def check_contrast(theme: Theme) -> None:
    """Raise ContrastError for the first pair of colours that cannot be read together, in light or in dark."""
    for mode, palette in (("licht", roles(theme.light)), ("donker", roles(theme.dark))):
        for needed, front, backs in PAIRS:
            for back in backs:
                found = contrast(palette[front], palette[back])
                if found < needed:
                    raise ContrastError(_words(mode, front, back, f"{found:.2f}", f"{needed:.1f}"))


def _words(mode: str, front: str, back: str, found: str, needed: str) -> str:
    return (
        f"De kleur {front} op {back} is niet goed te lezen ({mode}): "
        f"het contrast is {found}, nodig is {needed}. Maak {front} of {back} donkerder of lichter."
    )


def roles(palette: Light) -> dict[str, str]:
    """Return the colours by the names that style sheets use."""
    return msgspec.to_builtins(palette, str_keys=True)  # type: ignore[no-any-return]


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours as WCAG defines it."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return 0.2126 * _linear(red) + 0.7152 * _linear(green) + 0.0722 * _linear(blue)


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4


def theme_css(theme: Theme) -> str:
    """Return the custom properties of a theme: light, and dark when the system asks for it on a screen."""
    shape = {"radius": theme.radius, "radius-control": theme.radius_control, "font": theme.font}
    return (
        f":root{{{_properties({**roles(theme.light), **shape})}}}\n"
        f"@media screen and (prefers-color-scheme:dark){{:root{{{_properties(roles(theme.dark))}}}}}\n"
    )


def _properties(values: dict[str, str]) -> str:
    return "".join(f"--{name}:{value};" for name, value in values.items())


def stylesheet(theme: Theme, folder: Path) -> str:
    """Return the whole style sheet: the theme, then our files in the order of order.txt, without comments."""
    names = (folder / "order.txt").read_text("utf-8").split()
    ours = "".join((folder / name).read_text("utf-8") for name in names)
    return theme_css(theme) + _tightened(ours)


def _tightened(css: str) -> str:
    """Leave out comments and all white space that means nothing; no string in our sheets holds any."""
    bare = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    bare = re.sub(r"\s+", " ", bare)
    return re.sub(r" ?([{};,>]) ?", r"\1", bare).replace(": ", ":").replace(";}", "}\n").strip()
