"""Four households that find out what work leaves, walked in a real browser page by page."""

from __future__ import annotations

import re

import msgspec
from playwright.sync_api import Page, expect

from tests.journeys.walking import Answers, fill_in

DONT_KNOW = "weetniet"
QUESTION = "main form#vraag input[name='_vraag']"
ONWARD = "main form#vraag .actions button"

RENTS: Answers = {
    "huurwoning": "huur",
    "huur_per_maand": {"huur_per_maand": "700"},
    "spaargeld": {"spaargeld": "500"},
    "geen_berekening": "geen",
    "huisgenoot_27": "nee",
}


class MoneyCase(msgspec.Struct, frozen=True):
    """A household: what it answers, the work that it looks at, and the first day of it."""

    answers: Answers
    work: Answers
    start: tuple[int, int, int]


SINGLE = MoneyCase(
    {
        **RENTS,
        "geboortemaand": {"geboortemaand-maand": "5", "geboortemaand-jaar": "1990"},
        "inkomen_nu": "bijstand",
        "woonsituatie": "alleen",
        "vrijlating_toegekend": DONT_KNOW,
    },
    {"werk_uren": {"werk_uren": "24"}, "werk_loon": DONT_KNOW},
    (1, 12, 2026),
)
PARENT = MoneyCase(
    {
        **SINGLE.answers,
        "woonsituatie": "alleen_met_kinderen",
        "kinderen": {
            "kinderen-0-geboortemaand-maand": "3",
            "kinderen-0-geboortemaand-jaar": "2020",
        },
        "vrijlating_toegekend": "ja",
        "vrijlating_tot_nu": "nog_niet",
    },
    {
        "werk_uren": {"werk_uren": "24"},
        "werk_loon": {"werk_loon": "16,50"},
        "opvang_soort": "bso",
        "opvang_uren": {"opvang_uren": "50"},
        "opvang_prijs": {"opvang_prijs": "9,60"},
    },
    (1, 12, 2026),
)
COUPLE = MoneyCase(
    {
        **RENTS,
        "geboortemaand": {"geboortemaand-maand": "5", "geboortemaand-jaar": "1980"},
        "inkomen_nu": "ww",
        "woonsituatie": "met_partner",
        "geboortemaand_partner": {"geboortemaand_partner-maand": "2", "geboortemaand_partner-jaar": "1982"},
        "inkomen_partner_soort": "loon",
        "inkomen_partner_bruto": {"inkomen_partner_bruto": "1500"},
        "brutoloon": {"brutoloon": "2600"},
        "ww_begonnen": {"ww_begonnen-maand": "6", "ww_begonnen-jaar": "2026"},
        "einddatum_ww": {"einddatum_ww-dag": "30", "einddatum_ww-maand": "4", "einddatum_ww-jaar": "2027"},
        "toeslag_uwv": "nee",
    },
    {"werk_uren": {"werk_uren": "20"}, "werk_loon": {"werk_loon": "18"}},
    (1, 12, 2026),
)
YOUNG = MoneyCase(
    {
        **SINGLE.answers,
        "geboortemaand": {"geboortemaand-maand": "5", "geboortemaand-jaar": "2003"},
        "vrijlating_toegekend": "ja",
        "vrijlating_tot_nu": "nog_niet",
    },
    {"werk_uren": {"werk_uren": "12"}, "werk_loon": DONT_KNOW},
    (4, 1, 2027),
)
CASES = {"single": SINGLE, "parent": PARENT, "couple": COUPLE, "young": YOUNG}


def walk_money(page: Page, case: MoneyCase, language: str = "nl") -> list[str]:
    """Walk from the start to the result; return what was asked about the household, in order."""
    asked: list[str] = []
    page.goto(f"/{language}/geld")
    page.locator("main form#vraag button.button").last.click()
    expect(page).to_have_url(re.compile(r"/geld/nu$"))
    while page.url.endswith("/geld/nu"):
        names = [box.get_attribute("value") or "" for box in page.locator(QUESTION).all()]
        for name in names:
            fill_in(page, name, case.answers[name])
        asked += names
        page.locator(ONWARD).click()
        # The next page asks something else, or asks about the work.
        page.locator(f"{QUESTION}[value='{names[0]}']").wait_for(state="detached")
    fill_in_work(page, case)
    expect(page).to_have_url(re.compile(r"/geld/uitkomst$"))
    return asked


def fill_in_work(page: Page, case: MoneyCase) -> None:
    """Fill in the page about the work and send it."""
    expect(page).to_have_url(re.compile(r"/geld/werk/\d$"))
    for name, answer in case.work.items():
        folded = page.locator(f"main details:has([name='{name}']):not([open]) > summary")
        if folded.count():
            folded.first.click()
        fill_in(page, name, answer)
    parts = zip(("dag", "maand", "jaar"), case.start, strict=True)
    fill_in(page, "startdatum_werk", {f"startdatum_werk-{part}": str(number) for part, number in parts})
    page.locator(ONWARD).click()
