"""Derived facts about the household: who it is by law, its savings, its children, its minimum."""

from app.condition import Value
from app.facts.derived.model import Given, whole_ends
from app.facts.derived.work import leeftijd
from app.facts.model import Person
from app.period import Month, months_between

HOUSEHOLD_OF = {
    "alleen": "alleenstaand",
    "bij_ouders": "alleenstaand",
    "met_anderen": "alleenstaand",
    "alleen_met_kinderen": "alleenstaande_ouder",
    "met_partner": "paar",
    "met_partner_en_kinderen": "paar_met_kinderen",
}
COUPLES = frozenset({"paar", "paar_met_kinderen"})
RATIO = 100_000


def huishouden(given: Given) -> Value | None:
    """Return the household as the Participatiewet sees it; sharing a home with others leaves one single.

    Source: Participatiewet art. 3 and 4 (BWBR0015703).
    """
    home = given.value("woonsituatie")
    return HOUSEHOLD_OF.get(home) if isinstance(home, str) else None


def vermogen_onder_grens(given: Given) -> Value | None:
    """Return whether the savings are at most the limit of this household; both limits may already agree.

    Source: Participatiewet art. 34 lid 3 (BWBR0015703).
    """
    savings, household = given.number("spaargeld"), huishouden(given)
    if savings is None:
        return None
    single = given.law("participatiewet.vermogensgrens_alleenstaande")
    family = given.law("participatiewet.vermogensgrens_gezin")
    if household is None:
        return None if single < savings <= family else savings <= single
    return savings <= (single if household == "alleenstaand" else family)


def onder_sociaal_minimum(given: Given) -> Value | None:
    """Return whether the lowest WW of this wage, with a partner's income, is under the social minimum.

    Source: Toeslagenwet art. 2 and 8 (BWBR0004043); Werkloosheidswet art. 47 for the 70 percent.
    """
    wage, norms = given.number("brutoloon"), _norms_per_month(given)
    partner = _partner_income(given)
    if norms == {0}:
        return False
    if wage is None or partner is None:
        return None
    benefit = wage * given.law("ww.percentage_later") // RATIO
    under = {benefit + partner < norm for norm in norms}
    return under.pop() if len(under) == 1 else None


def _partner_income(given: Given) -> int | None:
    household = huishouden(given)
    if household is None:
        return None
    return given.number("inkomen_partner_bruto") if household in COUPLES else 0


def _norms_per_month(given: Given) -> set[int]:
    """Return every gross norm that may hold, in euro cents per month; zero is none, empty is not known."""
    household, age = huishouden(given), leeftijd(given)
    if household in COUPLES:
        return {_per_month(given, "toeslagenwet.dagnorm_paar")}
    if household is None or age is None:
        return set()
    # In the month of a birthday there are two possible ages, which often have the same norm.
    return {norm for each in whole_ends(age) for norm in _norms_at_age(given, each)}


def _norms_at_age(given: Given, age: int) -> set[int]:
    if age < given.law("toeslagenwet.leeftijd_bij_ouders"):
        return {_norm_of_the_young(given, age)}
    return _norms_of_an_adult(given)


def _norm_of_the_young(given: Given, age: int) -> int:
    if given.value("woonsituatie") == "bij_ouders":
        return 0
    try:
        return _per_month(given, f"toeslagenwet.dagnorm_alleenstaande_{age}")
    except LookupError:
        return 0  # Under 18 the law has no norm.


def _norms_of_an_adult(given: Given) -> set[int]:
    """Return the norm of who shares a home, or of who does not; a single parent can share one as well.

    Source: Toeslagenwet art. 2 lid 7 and 9 (BWBR0004043).
    """
    shares = False if given.value("woonsituatie") == "alleen" else given.truth("huisgenoot_27")
    kinds = {"woningdeler": shares is not False, "alleenstaande": not shares}
    return {_per_month(given, f"toeslagenwet.dagnorm_{kind}") for kind, may_be in kinds.items() if may_be}


def _per_month(given: Given, parameter: str) -> int:
    return given.law(parameter) * given.law("ww.dagen_per_maand") // RATIO


def kind_in_opvang(given: Given) -> Value | None:
    """Return whether a child goes to childcare; what is not known of one child leaves it open.

    Source: Wet kinderopvang art. 1.5 (BWBR0017017).
    """
    children = given.people.get("kinderen")
    if children is None:
        return None
    care = [child.values.get("opvang") for child in children]
    if True in care:
        return True
    return None if None in care else False


def kind_onder_12(given: Given) -> Value | None:
    """Return whether there is a child young enough for a partner's share in the Toeslagenwet.

    Source: Toeslagenwet art. 4 (BWBR0004043).
    """
    children = given.people.get("kinderen")
    if children is None:
        return None
    young = [_is_under(given, child) for child in children]
    if True in young:
        return True
    return None if None in young else False


def _is_under(given: Given, child: Person) -> bool | None:
    born = child.values.get("geboortemaand")
    if not isinstance(born, Month):
        return None
    limit = given.law("toeslagenwet.kind_leeftijd")
    youngest, oldest = (months_between(day, given.day) // 12 for day in (born.last_day, born.first_day))
    return None if youngest < limit <= oldest else oldest < limit
