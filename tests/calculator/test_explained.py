"""A row explains itself: every amount has its sum, its law and its numbers, and the sum comes out at it."""

from datetime import date
from functools import cache

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.calculator.explained import LAW_TEXTS, Explained, Step, Sum, explained, references
from app.calculator.flow.budget import budget
from app.calculator.flow.law_on import Law, law_on
from app.calculator.model import WW, Adult, Child, Dwelling, Home, Job, Kind, Line, Reason, Situation
from app.calculator.not_covered import NotCovered
from app.calculator.rules.kinderopvangtoeslag import Opvang, Soort
from app.calculator.rules.minimumloon import maandloon_per_month
from app.calculator.texts import Sign, load_texts
from app.config import ROOT
from app.money import Cents
from tests.calculator.cases import parameters_on

DAY, NEXT_YEAR = date(2026, 11, 21), date(2027, 1, 1)
TEXTS = load_texts(ROOT / "content")

WITHOUT_LAW = {Kind.OPVANGKOSTEN, Kind.REISKOSTEN, Kind.LOKAAL}
"""What somebody filled in, and schemes of the municipality, which are explained elsewhere."""

WORK = st.builds(
    lambda hours, hourly: Job(maandloon_per_month(hourly, hours), hours, hourly),
    st.integers(100, 4000),
    st.integers(1499, 4000),
)
OLD_WAGE = st.builds(WW, st.integers(50_000, 600_000), month=st.integers(1, 12), has_toeslag=st.booleans())
ADULT = st.builds(
    Adult,
    born=st.dates(date(1965, 1, 1), date(2007, 1, 1)),
    job=st.none() | WORK,
    ww=st.none() | OLD_WAGE,
    has_vrijlating=st.booleans(),
)
DAGOPVANG = Opvang(Soort.DAGOPVANG, 8000, 1050)
CHILD = st.builds(
    Child, st.dates(date(2009, 1, 1), date(2026, 11, 1)), st.sampled_from([(), (), (DAGOPVANG,)])
)
HOME = st.builds(Home, st.sampled_from(Dwelling), st.integers(0, 120_000), st.integers(0, 2))
HOUSEHOLD = st.builds(
    Situation,
    person=ADULT,
    partner=st.none() | ADULT,
    children=st.lists(CHILD, max_size=3).map(tuple),
    home=HOME,
    savings=st.sampled_from([0, 0, 900_000, 20_000_000]),
    has_bijstand=st.booleans(),
    has_opvang_now=st.booleans(),
)


@cache
def law_of(day: date) -> Law:
    return law_on(parameters_on(day))


def rows_of(situation: Situation, day: date = DAY) -> list[Explained]:
    try:
        found = budget(situation, law_of(day))
    except NotCovered:
        return []
    return [explained(line, law_of(day), TEXTS) for line in found.lines]


def results(step: Step) -> list[int]:
    return [each.result for each in step.sums]


def numbers_in(row: Explained, rule: str) -> list[dict[str, int]]:
    """Return what goes into a step, by label, for each of its sums."""
    return [
        {each.label: each.value for each in found.inputs}
        for step in row.steps
        if step.rule == rule
        for found in step.sums
    ]


def outcomes_of(row: Explained, *rules: str) -> set[int]:
    return {result for step in row.steps if step.rule in rules for result in results(step)}


def only_adds(found: Sum) -> bool:
    return bool(found.inputs) and all(each.sign is not None for each in found.inputs)


SINGLE = Situation(
    person=Adult(born=date(1990, 5, 1), job=Job(maandloon_per_month(1499, 1000), 1000, 1499)),
    home=Home(Dwelling.HUUR, 65_000),
    has_bijstand=True,
)
PARENT = Situation(
    person=Adult(born=date(1990, 5, 1), job=Job(maandloon_per_month(1700, 3200), 3200, 1700)),
    children=(
        Child(date(2022, 3, 1), (DAGOPVANG,)),
        Child(date(2017, 3, 1), (Opvang(Soort.BSO, 4000, 950),)),
    ),
    home=Home(Dwelling.HUUR, 65_000),
    has_opvang_now=True,
)


def row_of(situation: Situation, kind: Kind, day: date = DAY) -> Explained:
    return next(each for each in rows_of(situation, day) if each.kind is kind)


@given(HOUSEHOLD, st.sampled_from([DAY, NEXT_YEAR]))
def test_every_amount_has_a_step_with_an_article_and_its_sum_comes_out_at_it(
    situation: Situation, day: date
) -> None:
    for row in rows_of(situation, day):
        if not row.per_month or row.kind in WITHOUT_LAW:
            continue
        assert row.steps, row.kind
        assert all("art." in source.words for step in row.steps for source in step.sources[:1])
        assert row.is_proven, row


@given(HOUSEHOLD, st.sampled_from([DAY, NEXT_YEAR]))
def test_a_step_that_only_adds_and_takes_off_is_exactly_that_sum(situation: Situation, day: date) -> None:
    for row in rows_of(situation, day):
        for found in (each for step in row.steps for each in step.sums if only_adds(each)):
            signed = (each.value if each.sign is Sign.PLUS else -each.value for each in found.inputs)
            assert found.result == max(0, sum(signed))


NORMS = "norm", "norm_jongere", "kostendelersnorm", "kostendelersnorm_samen"
FOLLOWS = [
    ("inkomstenbelasting", "Belasting zonder kortingen", ("belasting",)),
    ("netto_loon", "Belasting over dit loon, per jaar", ("inkomstenbelasting",)),
    ("bijstand", "Norm", NORMS),
    ("bijstand", "Inkomen dat meetelt", ("inkomen_naast_bijstand",)),
    ("ww", "Oud loon dat meetelt", ("maandloon",)),
    ("ww_niet_betaald", "WW per maand", ("ww",)),
    ("toeslag", "Sociaal minimum", ("norm_toeslagenwet",)),
    ("normpremie", "Inkomen per jaar voor de toeslagen", ("toetsingsinkomen",)),
    ("zorgtoeslag", "Wat u zelf kunt betalen, per jaar", ("normpremie",)),
    ("zorgtoeslag_per_maand", "Zorgtoeslag per jaar", ("zorgtoeslag",)),
    ("verlaging_door_inkomen", "Inkomen per jaar", ("toetsingsinkomen", "rekeninkomen")),
    ("huur_die_vergoed_wordt", "Huur die meetelt", ("rekenhuur",)),
    ("huurtoeslag_per_maand", "Deel van de huur dat vergoed kan worden", ("huur_die_vergoed_wordt",)),
    ("huurtoeslag_per_maand", "Wat eraf gaat door uw inkomen", ("verlaging_door_inkomen",)),
    ("kindgebonden_budget_per_maand", "Hoogste bedrag per jaar", ("kindgebonden_budget_maximum",)),
    ("kindgebonden_budget_per_maand", "Wat eraf gaat per jaar", ("kindgebonden_budget_vermindering",)),
    (
        "kinderopvangtoeslag_per_maand",
        "Kosten voor het kind met de meeste uren",
        ("opvangkosten_die_meetellen",),
    ),
]


@given(HOUSEHOLD)
def test_what_goes_into_a_step_came_out_of_one_before_it(situation: Situation) -> None:
    for row in rows_of(situation):
        for rule, label, before in FOLLOWS:
            for numbers in numbers_in(row, rule):
                # The tax of a wage is explained with the wage; bijstand only names what it leaves.
                came_out = outcomes_of(row, *before)
                assert not came_out or numbers[label] in came_out, (row.kind, rule, label)


def test_bijstand_is_the_norm_less_the_income_that_counts() -> None:
    row = row_of(SINGLE, Kind.BIJSTAND)
    (numbers,) = numbers_in(row, "bijstand")
    assert row.per_month == numbers["Norm"] - numbers["Inkomen dat meetelt"] > 0
    assert numbers["Norm"] in outcomes_of(row, "norm")
    assert row.steps[-1].sources[0].words == "Participatiewet, art. 19 lid 2"
    assert row.why_zero is None


def test_a_row_of_a_quarter_says_over_how_many_months_it_is_divided() -> None:
    row = row_of(PARENT, Kind.KINDERBIJSLAG)
    assert (row.divided_by, row.is_proven) == (3, True)
    assert results(row.steps[-1])[0] != row.per_month


def test_the_credit_of_a_parent_shows_only_its_own_steps() -> None:
    row = row_of(PARENT, Kind.AANGIFTE)
    assert {step.rule for step in row.steps} <= {"combinatiekorting", "heffingskorting_als_middel"}
    assert row.divided_by == 12


def test_a_rule_that_took_part_twice_is_one_step_with_two_sums() -> None:
    row = row_of(PARENT, Kind.KINDEROPVANGTOESLAG)
    steps = [step for step in row.steps if step.rule == "opvangkosten_die_meetellen"]
    assert [len(step.sums) for step in steps] == [2]


@given(HOUSEHOLD)
def test_a_number_of_law_stands_once_in_a_row_with_where_and_when_it_was_read(situation: Situation) -> None:
    for row in rows_of(situation):
        shown = [each for step in row.steps for each in step.parameters]
        assert len(shown) == len({each.id for each in shown})
        for each in shown:
            assert each.since <= DAY
            assert each.source.words
            assert each.source.url is None or each.source.url.startswith(f"{LAW_TEXTS}/BWB")


def test_nothing_that_a_calculation_used_is_left_out() -> None:
    found = budget(PARENT, law_of(DAY))
    for line in (each for each in found.lines if each.kind is not Kind.AANGIFTE):
        used = {each for step in line.trace if step.result for each in step.parameters}
        shown = {each.id for step in explained(line, law_of(DAY), TEXTS).steps for each in step.parameters}
        assert used <= shown


def test_an_amount_of_a_year_that_is_not_known_yet_is_called_outdated() -> None:
    assert not row_of(PARENT, Kind.ZORGTOESLAG).is_outdated
    assert row_of(PARENT, Kind.ZORGTOESLAG, NEXT_YEAR).is_outdated


@pytest.mark.parametrize("reason", Reason)
@pytest.mark.parametrize("kind", Kind)
def test_a_row_of_zero_says_why(kind: Kind, reason: Reason) -> None:
    row = explained(Line(kind, Cents(0), reason), law_of(DAY), TEXTS)
    assert row.why_zero
    assert not row.is_proven


def test_a_row_names_each_assumption_once() -> None:
    row = row_of(msgspec.structs.replace(SINGLE, partner=SINGLE.person), Kind.BIJSTAND)
    assert row.assumptions
    assert len(row.assumptions) == len(set(row.assumptions))


def test_a_citation_of_two_laws_becomes_two_references() -> None:
    source = "Wet op de huurtoeslag, art. 21 (BWBR0008659); Besluit kinderopvangtoeslag, art. 4"
    first, second = references(source)
    assert (first.words, first.url) == ("Wet op de huurtoeslag, art. 21", f"{LAW_TEXTS}/BWBR0008659")
    assert (second.words, second.url) == ("Besluit kinderopvangtoeslag, art. 4", None)
