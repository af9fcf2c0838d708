"""Random answers of households that can be worked out, and random work, as the cookie holds them."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

AMOUNTS = st.integers(100, 400_000).map(lambda cents: [cents, "month"])
PAY = [("hour", 900, 6000), ("month", 100, 700_000), ("four_weeks", 100, 600_000)]
WITH_CHILDREN = {"alleen_met_kinderen", "met_partner_en_kinderen"}
WITH_PARTNER = {"met_partner", "met_partner_en_kinderen"}


def months(first: int, last: int) -> st.SearchStrategy[str]:
    return st.builds("{}-{:02d}".format, st.integers(first, last), st.integers(1, 10))


def or_unknown(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.one_of(strategy, strategy, strategy, st.just("?"))


CHILDREN = st.lists(
    st.fixed_dictionaries({"geboortemaand": months(2009, 2026), "opvang": st.booleans()}),
    min_size=1,
    max_size=8,
)


@st.composite
def households(draw: st.DrawFn) -> dict[str, Any]:
    """Answers to every question that this household is asked, some of them “I don't know”."""
    income = draw(
        st.sampled_from([["bijstand"], ["ww"], ["loon"], ["bijstand", "loon"], ["bijstand", "ww"], []])
    )
    lives = draw(st.sampled_from(["alleen", "bij_ouders", "met_anderen", *WITH_CHILDREN, *WITH_PARTNER]))
    told: dict[str, Any] = {
        "geboortemaand": draw(months(1961, 2006)),
        "inkomen_nu": income,
        "woonsituatie": lives,
        "huurwoning": draw(or_unknown(st.sampled_from(["huur", "kamer", "koop", "anders"]))),
        "spaargeld": draw(or_unknown(st.sampled_from([0, 500, 9000, 60_000]))),
        "geen_berekening": [],
    }
    if "bijstand" in income:
        # Only who is under 21 is asked; of anybody else it counts for nothing.
        told["ouders_helpen"] = draw(or_unknown(st.booleans()))
    told |= _of_income(draw, income) | _of_home(draw, told)
    if lives in WITH_CHILDREN:
        told["kinderen"] = draw(CHILDREN)
    if lives in WITH_PARTNER:
        told["geboortemaand_partner"] = draw(or_unknown(months(1961, 2006)))
        told["inkomen_partner_soort"] = draw(st.sampled_from(["loon", "ww", "geen", "bijstand"]))
        told["inkomen_partner_bruto"] = draw(or_unknown(AMOUNTS))
    return told


def _of_income(draw: st.DrawFn, income: list[str]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    if "loon" in income:
        found |= {"loon_nu": draw(AMOUNTS), "uren_nu": draw(or_unknown(st.integers(100, 4000)))}
    if "ww" in income:
        found["brutoloon"] = draw(AMOUNTS)
        found["ww_begonnen"] = draw(or_unknown(months(2025, 2026)))
        found["einddatum_ww"] = draw(or_unknown(st.sampled_from(["2026-12-15", "2027-06-30", "2028-01-01"])))
        found["toeslag_uwv"] = draw(or_unknown(st.booleans()))
    if "bijstand" in income:
        found["vrijlating_toegekend"] = draw(or_unknown(st.booleans()))
        found["vrijlating_tot_nu"] = draw(or_unknown(st.sampled_from(["nog_niet", "kort", "had_werk_al"])))
    return found


def _of_home(draw: st.DrawFn, told: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    if told["huurwoning"] == "huur":
        found["huur_per_maand"] = draw(
            or_unknown(st.integers(1, 120_000).map(lambda cents: [cents, "month"]))
        )
    if told["woonsituatie"] != "alleen":
        found["huisgenoot_27"] = draw(or_unknown(st.booleans()))
        found["aantal_kostendelers"] = draw(or_unknown(st.integers(1, 4)))
    return found


@st.composite
def works(draw: st.DrawFn) -> dict[str, Any]:
    """Answers about a job; most need not be given."""
    period, least, most = draw(st.sampled_from(PAY))
    told: dict[str, Any] = {
        "werk_uren": draw(st.integers(100, 6000)),
        "werk_loon": draw(or_unknown(st.just([draw(st.integers(least, most)), period]))),
    }
    more = {
        "werk_netto": or_unknown(st.sampled_from(["bruto", "netto"])),
        "werk_vakantiegeld": or_unknown(st.booleans()),
        "werk_pensioen": or_unknown(st.integers(0, 50_000).map(lambda cents: [cents, "month"])),
        "werk_reis": st.integers(0, 30_000).map(lambda cents: [cents, "month"]),
        "werk_subsidie": st.booleans(),
        "werk_urenbeperkt": st.booleans(),
        "opvang_soort": st.sampled_from(["geen", "dagopvang", "bso", "gastouder"]),
        "opvang_uren": st.integers(100, 23_000),
        "opvang_kinderen": st.integers(1, 8),
        "opvang_prijs": st.integers(500, 1400).map(lambda cents: [cents, "hour"]),
    }
    return told | {name: draw(each) for name, each in more.items() if draw(st.booleans())}
