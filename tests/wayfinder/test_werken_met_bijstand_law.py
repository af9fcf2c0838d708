"""Work beside bijstand: nothing is past where the law says no, whatever somebody answers and on any day.

The law stands here once more, straight from its articles, without the conditions of the content.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as some

from app.facts.model import Amount
from app.facts.values import Answer
from app.period import Month, months_between
from app.wayfinder.outcome import outcome
from tests.people import DAY
from tests.wayfinder.persons import inside
from tests.wayfinder.walking import Walk, visitor

ROUTE = "werken_met_bijstand"
Given = Mapping[str, Answer]
PARENTS = {"alleen_met_kinderen", "met_partner_en_kinderen"}
IN_FORCE = date(2027, 1, 1)


def age_at_most(given: Given, day: date) -> int:
    """The highest age that somebody can have; a hundred when it is not known."""
    born = given.get("geboortemaand")
    return months_between(born.first_day, day) // 12 if isinstance(born, Month) else 100


def cents(given: Given, fact: str) -> int:
    """An amount in cents per month; zero when it is not known."""
    found = given.get(fact)
    if not isinstance(found, Amount):
        return 0
    return found.cents * 13 // 12 if found.period.value == "four_weeks" else found.cents


def start(given: Given) -> date | None:
    """The first day of work; nothing when it is not known."""
    found = given.get("startdatum_werk")
    return found if isinstance(found, date) else None


def old_rules_are_over(given: Given, day: date) -> bool:
    """Pw 31.2n, r, z: until 2027, and not for work that begins later."""
    begins = start(given)
    return day >= IN_FORCE or (begins is not None and begins >= IN_FORCE)


def new_rules_do_not_count(given: Given, day: date) -> bool:
    """Pw 34a: from 2027 on, or for work that begins then."""
    begins = start(given)
    return day < IN_FORCE and (begins is None or begins < IN_FORCE)


def no_bijstand_left(given: Given) -> bool:
    """Pw 19, 31: what counts after the largest exemption reaches the highest norm of anybody."""
    wage = cents(given, "nettoloon")
    couple = given.get("woonsituatie") not in {"alleen", "alleen_met_kinderen", "bij_ouders", "met_anderen"}
    counted = wage - max(min(wage // 4, 28_500), wage * 15 // 100)
    return counted >= (202_779 if couple else 141_946)


def told(given: Given, fact: str, *options: str) -> bool:
    """Whether one of these was answered."""
    found = given.get(fact)
    return bool(found & set(options)) if isinstance(found, frozenset) else found in options


def no_exemption_of_the_first_months(given: Given, day: date) -> bool:
    """Pw 31.2n: 27 or older, at most six months, new work, until 2027, beside bijstand."""
    return (
        age_at_most(given, day) < 27
        or told(given, "vrijlating_tot_nu", "lang", "op", "had_werk_al")
        or old_rules_are_over(given, day)
        or no_bijstand_left(given)
    )


def no_exemption_of_a_parent(given: Given, day: date) -> bool:
    """Pw 31.2r: a single parent of 27 or older, after n, not beside y or z, until 2027."""
    return (
        age_at_most(given, day) < 27
        or given.get("woonsituatie") != "alleen_met_kinderen"
        or not told(given, "vrijlating_tot_nu", "lang")
        or told(given, "afspraken_werk", "urenbeperking", "loonkostensubsidie")
        or old_rules_are_over(given, day)
        or no_bijstand_left(given)
    )


def after_the_first_months(given: Given, day: date) -> bool:
    """Pw 31.2y and z: unless n still applies."""
    return (
        told(given, "vrijlating_tot_nu", "lang", "op")
        or age_at_most(given, day) < 28
        or old_rules_are_over(given, day)
    )


Law = Callable[[Given, date], bool]
LAW_SAYS_NO: Mapping[str, Law] = {
    "vrijlating_25": no_exemption_of_the_first_months,
    "vrijlating_ouder": no_exemption_of_a_parent,
    "vrijlating_minder_uren": lambda given, day: (
        not told(given, "afspraken_werk", "urenbeperking")
        or not after_the_first_months(given, day)
        or no_bijstand_left(given)
    ),
    "vrijlating_loonkostensubsidie": lambda given, day: (
        not told(given, "afspraken_werk", "loonkostensubsidie")
        or not after_the_first_months(given, day)
        or old_rules_are_over(given, day)
        or no_bijstand_left(given)
    ),
    "vrijlating_2027": lambda given, day: new_rules_do_not_count(given, day) or no_bijstand_left(given),
    "nieuwe_vrijlating_komt": lambda given, day: old_rules_are_over(given, day) or no_bijstand_left(given),
    "inkomen_doorgeven_bijstand": lambda given, _: no_bijstand_left(given),
    "kinderopvang_bij_werk": lambda given, _: (
        given.get("woonsituatie") not in PARENTS
        or (given.get("woonsituatie") != "alleen_met_kinderen" and given.get("partner_werkt") is not True)
    ),
    "toeslagen_meer_loon": lambda given, _: given.get("krijgt_toeslag") is not True,
    "reis_met_bijstand": lambda given, _: no_bijstand_left(given),
    "beslag_op_inkomen": lambda given, _: given.get("beslag") is not True,
    "eerste_maand_overbruggen": lambda given, _: given.get("geld_tot_eerste_loon") is not False,
}
DAYS = (DAY, date(2026, 12, 31), IN_FORCE, date(2027, 6, 1), date(2028, 3, 1))


@settings(max_examples=400, deadline=None)
@given(some.randoms(use_true_random=False), some.sampled_from(DAYS))
def test_never_past_where_the_law_says_no(chance: random.Random, day: date) -> None:
    walk = inside(chance, ROUTE)
    walk = Walk(walk.installed, walk.installed.route(ROUTE, day), walk.answers)
    found = outcome(walk.on, walk.known)
    laws = {fit.item.id: LAW_SAYS_NO[fit.item.id] for fit in found.fits if fit.item.id in LAW_SAYS_NO}
    wrong = [item for item, says_no in laws.items() if says_no(walk.answers, day)]
    assert not wrong, walk.answers


def test_every_answer_of_the_law_is_about_something_on_the_way() -> None:
    considered = {item.id for item in visitor(route=ROUTE).on.items}
    assert LAW_SAYS_NO.keys() <= considered
