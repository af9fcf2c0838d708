"""How long a search takes over all that is shipped, without a page around it."""

from __future__ import annotations

from functools import partial

from flask import Flask

from app.home.index import entries
from app.home.search import found
from app.web.house import house
from bench.engine import median_ms
from bench.figure import Chapter, Figure

AIM_MS = 10.0
WORDS = {
    "nl": (
        "ww",
        "ik kan mijn huur niet betalen en krijg brieven van de deurwaarder",
        "xylofoon",
        "toeslag " * 60,
    ),
    "en": ("benefit", "I lost my job and cannot pay the rent this month", "xylophone", "allowance " * 60),
    "ar": ("بطالة", "فقدت عملي ولا أستطيع دفع الإيجار هذا الشهر", "زيلوفون", "مساعدة " * 60),
}
"""One word, a sentence, a word that is nowhere, and more words than anybody types."""


def searching(app: Flask) -> Chapter:
    """Measure the slowest of some searches in each language."""
    figures = []
    with app.app_context():
        stock = app.extensions["stock"]
        for language, asked in WORDS.items():
            index = entries(stock, house().lookups[language], house().glossary)
            slowest = max(median_ms(partial(found, words, index)) for words in asked)
            what = f"search, {language}, over {len(index)} entries"
            figures.append(Figure(what=what, value=slowest, unit="ms", digits=2, aim=AIM_MS))
    return Chapter(
        "Search", "Processor time of the slowest of four searches, median of 300 runs.", tuple(figures)
    )
