"""Everyday words of somebody under stress, in every language, find the right thing in the real content."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

from tests.pages import page_of

FIRST = 3
"""Who is under stress reads so many results, and no more."""

# What is asked for stands once; each language has its own words for it, chosen before looking what they find.
WANTED = {
    "route/baan_kwijt": ("ontslagen", "fired", "طردوني من العمل"),
    "route/ww_stopt": ("ww bijna op", "my unemployment benefit is ending", "إعانة البطالة ستنتهي"),
    "route/werken_met_bijstand": ("bijverdienen", "side job", "عمل إضافي"),
    "route/jong_zonder_diploma": ("gestopt met school", "dropped out of school", "تركت المدرسة"),
    "route/nieuw_in_zwolle": ("pas in nederland", "new in the netherlands", "جديد في هولندا"),
    "route/eigen_bedrijf": ("eigen zaak beginnen", "start my own business", "أريد فتح محل"),
    "route/eerste_stap": ("altijd thuis en eenzaam", "lonely at home", "وحيد في البيت"),
    "hulp/ruzie_op_het_werk": ("ruzie met mijn baas", "argument with my boss", "مشكلة مع المدير"),
    "hulp/loon_niet_betaald": ("loon niet gekregen", "salary not paid", "لم أستلم راتبي"),
    "hulp/urenbeperking_vaststellen": (
        "ik kan geen hele dagen werken",
        "i cannot work full days",
        "لا أستطيع العمل يوما كاملا",
    ),
    "hulp/laatste_loon_en_papieren": ("vakantiegeld", "holiday pay", "بدل الإجازة"),
    "hulp/werk_melden_gemeente": ("zwart", "cash in hand", "العمل الأسود"),
    "hulp/sociaal_raadslieden": ("brief van uwv", "letter from uwv", "رسالة من UWV"),
    "hulp/taalpunt": ("taalles", "language lessons", "دروس لغة"),
    "hulp/voedselbank": ("eten", "food", "طعام"),
    "hulp/kinderopvang_bij_werk": ("kinderopvang", "childcare", "حضانة"),
    "hulp/bijzondere_bijstand": ("kapotte wasmachine", "broken washing machine", "غسالة معطلة"),
    "hulp/zorgkosten_gemeente": ("tandarts", "dentist", "طبيب الأسنان"),
}
MONEY_WORRIES = (
    ("huur niet betalen", "can't pay my rent", "لا أستطيع دفع الإيجار"),
    ("schulden", "debts", "ديون"),
    ("deurwaarder aan de deur", "bailiff at the door", "مأمور التنفيذ"),
)
ASKED = [
    *((words, place) for place, words in WANTED.items()),
    *((words, "hulp/huur_of_schuld_vroeg_hulp") for words in MONEY_WORRIES),
]
LANGUAGES = ("nl", "en", "ar")
CASES = [
    pytest.param(code, words[place], wanted, id=f"{code}-{words[place]}")
    for words, wanted in ASKED
    for place, code in enumerate(LANGUAGES)
]


def results_of(client: FlaskClient, code: str, words: str) -> list[str]:
    """Search as a visitor does, and give the places of what was found, best first."""
    section = page_of(client.post(f"/{code}/zoeken", data={"woorden": words})).one(
        "section", class_="results"
    )
    return [link.get("href", "").removeprefix(f"/{code}/") for link in section.iter("a")]


@pytest.mark.row("W17")
@pytest.mark.parametrize(("code", "words", "wanted"), CASES)
def test_an_everyday_word_leads_to_the_right_help_within_three_results(
    client: FlaskClient, code: str, words: str, wanted: str
) -> None:
    assert wanted in results_of(client, code, words)[:FIRST]
