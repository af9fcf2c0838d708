"""The graph of a route as an SVG that stands on its own: a row per question, a column per form of support.

Right-to-left languages get the same drawing mirrored; the words themselves are never mirrored.
"""

import math
from collections.abc import Iterator
from textwrap import wrap

from markupsafe import Markup

from app.wayfinder.check.graph import Column, Graph, Hold, Row

PAPER, INK, MUTED, LINE = "#FBF8F3", "#1F2A2E", "#4E5B5F", "#D9D0C3"
THREAD, DOUBT, WARNING = "#14606B", "#B84A1F", "#7A4B00"

EDGE, RING, WORDS, GAP = 32, 56, 420, 34
LINE_HEIGHT, LETTERS = 21, 46
ROW = 46
LETTER, SLANT = 7.2, 58
FOOT, BETWEEN = 96, 36

LEGEND = {
    Hold.ANSWER: "hangt af van dit antwoord",
    Hold.WORKED_OUT: "hangt af van iets dat uit dit antwoord volgt",
    Hold.DATE: "alleen voor een stap of zijn datum",
}


class _Sheet:
    """Where things stand: x counts from the start of the line, whichever side that is."""

    def __init__(self, graph: Graph) -> None:
        self.graph = graph
        self.is_rtl = graph.language.direction == "rtl"
        self.columns = EDGE + RING + WORDS + GAP
        longest = LETTER * max((len(column.title) for column in graph.columns), default=0)
        self.head = 110 + round(longest * math.sin(math.radians(SLANT)))
        self.width = self.columns + GAP * len(graph.columns) + round(longest * math.cos(math.radians(SLANT)))
        self.tops: list[int] = []
        top = self.head + 40
        for place, row in enumerate(graph.rows):
            top += BETWEEN if _is_first_of_rest(graph, place) else 0
            self.tops.append(top)
            top += ROW + LINE_HEIGHT * len(_lines(row))
        self.height = top + FOOT

    def x(self, at: float) -> float:
        """Return where a distance from the start of the line lies on the paper."""
        return self.width - at if self.is_rtl else at

    def words(self, at: float, y: float, words: str, *, dutch: bool = False, **looks: str | int) -> Markup:
        """Return words that begin at a place; Dutch runs as Dutch does, also in a language that runs back."""
        anchor = "end" if self.is_rtl else "start"
        own: dict[str, str | int] = {"lang": "nl", "direction": "ltr", "text_anchor": anchor} if dutch else {}
        styled = Markup("").join(
            Markup(' {}="{}"').format(name.replace("_", "-"), value)
            for name, value in {**own, **looks}.items()
        )
        return Markup('<text x="{}" y="{}"{}>{}</text>').format(self.x(at), y, styled, words)

    def line(self, start: tuple[float, float], end: tuple[float, float], colour: str, width: float) -> Markup:
        """Return a straight line."""
        return Markup('<path d="M{} {}L{} {}" stroke="{}" stroke-width="{}"/>').format(
            self.x(start[0]), start[1], self.x(end[0]), end[1], colour, width
        )


def svg(graph: Graph) -> str:
    """Return the drawing of a route."""
    sheet = _Sheet(graph)
    parts = [*_heads(sheet), *_rows(sheet), *_legend(sheet)]
    frame = Markup(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {w} {h}" width="{w}" height="{h}" '
        'lang="{lang}" direction="{direction}" font-family="system-ui, Noto Sans, sans-serif" '
        'font-size="15" fill="{ink}" role="img" aria-labelledby="titel">\n<title id="titel">{title}</title>\n'
        '<rect width="{w}" height="{h}" fill="{paper}"/>\n{parts}\n</svg>\n'
    )
    return str(
        frame.format(
            w=sheet.width, h=sheet.height, lang=graph.language.bcp47, direction=graph.language.direction,
            ink=INK, title=graph.title, paper=PAPER, parts=Markup("\n").join(parts),
        )
    )  # fmt: skip


def _heads(sheet: _Sheet) -> Iterator[Markup]:
    yield sheet.words(EDGE, 56, sheet.graph.title, font_size=28, font_weight=700)
    asked = sum(row.is_asked for row in sheet.graph.rows)
    told = (
        f"{asked} vragen, {len(sheet.graph.rows) - asked} later, {len(sheet.graph.columns)} vormen van hulp"
    )
    yield _dutch(sheet, 84, told)
    for place, column in enumerate(sheet.graph.columns):
        yield from _column(sheet, place, column)


def _column(sheet: _Sheet, place: int, column: Column) -> Iterator[Markup]:
    at = sheet.columns + GAP * place
    yield sheet.line((at, sheet.head + 8), (at, sheet.height - FOOT), LINE, 1)
    turn = SLANT if sheet.is_rtl else -SLANT
    colour = _colour(DOUBT if not column.is_confirmed else INK, is_translated=column.is_translated)
    label = sheet.words(
        at, sheet.head, column.title, dutch=not column.is_translated, font_size=14, fill=colour
    )
    yield Markup('<g transform="rotate({} {} {})">{}</g>').format(turn, sheet.x(at), sheet.head, label)


def _colour(own: str, *, is_translated: bool) -> str:
    return own if is_translated else WARNING


def _rows(sheet: _Sheet) -> Iterator[Markup]:
    for place, (row, top) in enumerate(zip(sheet.graph.rows, sheet.tops, strict=True)):
        if _is_first_of_rest(sheet.graph, place):
            yield sheet.line((EDGE, top - BETWEEN), (sheet.width - EDGE, top - BETWEEN), INK, 2)
        yield Markup('<g id="{}">{}</g>').format(row.fact, Markup("").join(_row(sheet, place, row, top)))


def _row(sheet: _Sheet, place: int, row: Row, top: int) -> Iterator[Markup]:
    yield from _thread(sheet, row, top)
    ring = THREAD if row.is_asked else LINE
    yield Markup('<circle cx="{}" cy="{}" r="15" fill="{}" stroke="{}" stroke-width="3"/>').format(
        sheet.x(EDGE + 18), top, PAPER, ring
    )
    if row.is_asked:
        yield Markup('<text x="{}" y="{}" font-weight="700" text-anchor="middle">{}</text>').format(
            sheet.x(EDGE + 18), top + 5, place + 1
        )
    for number, line in enumerate(_lines(row)):
        y = top + 5 + number * LINE_HEIGHT
        colour = _colour(INK, is_translated=row.is_translated)
        yield sheet.words(EDGE + RING, y, line, dutch=not row.is_translated, font_weight=700, fill=colour)
    below = top + 5 + len(_lines(row)) * LINE_HEIGHT
    yield _dutch(sheet, below, f"{row.fact} · {row.words} woorden, {row.words_in_all} in alles", EDGE + RING)
    if row.missing:
        told = ", ".join(f"{code} {many}" for code, many in row.missing.items())
        yield _dutch(sheet, below + 18, f"ontbreekt: {told}", EDGE + RING, WARNING)


def _thread(sheet: _Sheet, row: Row, top: int) -> Iterator[Markup]:
    """Yield the thread of a question, and a ring wherever a form of support hangs on it."""
    held = [
        (sheet.columns + GAP * place, sheet.graph.holds[row.fact, column.item])
        for place, column in enumerate(sheet.graph.columns)
        if (row.fact, column.item) in sheet.graph.holds
    ]
    if held:
        yield sheet.line((sheet.columns - GAP + 4, top), (held[-1][0], top), THREAD, 2)
    for at, hold in held:
        yield _mark(sheet.x(at), top, hold)


def _mark(x: float, y: float, hold: Hold) -> Markup:
    if hold is Hold.DATE:
        return Markup(
            '<rect x="{}" y="{}" width="10" height="10" fill="{}" stroke="{}" stroke-width="2"/>'
        ).format(x - 5, y - 5, PAPER, THREAD)
    fill = THREAD if hold is Hold.ANSWER else PAPER
    return Markup('<circle cx="{}" cy="{}" r="6.5" fill="{}" stroke="{}" stroke-width="3"/>').format(
        x, y, fill, THREAD
    )


def _legend(sheet: _Sheet) -> Iterator[Markup]:
    """Yield what the marks mean; this drawing is for editors, so its own words are Dutch."""
    for place, (hold, words) in enumerate(LEGEND.items()):
        y = sheet.height - FOOT + 28 + place * 24
        yield _mark(sheet.x(EDGE + 8), y - 5, hold)
        yield _dutch(sheet, y, words, EDGE + 28)


def _dutch(sheet: _Sheet, y: float, words: str, at: float = EDGE, colour: str = MUTED) -> Markup:
    """Return words for the editor, who reads Dutch."""
    return sheet.words(at, y, words, dutch=True, font_size=14, fill=colour)


def _is_first_of_rest(graph: Graph, place: int) -> bool:
    """Whether here the questions begin that are not asked one by one."""
    return place > 0 and graph.rows[place - 1].is_asked and not graph.rows[place].is_asked


def _lines(row: Row) -> list[str]:
    return wrap(row.question, LETTERS) or [row.fact]
