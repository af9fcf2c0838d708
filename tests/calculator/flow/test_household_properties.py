"""What holds for every household, whatever it earns: sums, order, and what more wage may do."""

from datetime import date

import msgspec
from hypothesis import assume, given
from hypothesis import strategies as st

from app.calculator.flow.budget import budget_at
from app.calculator.flow.earnings import tax_of
from app.calculator.flow.frame import frame_of
from app.calculator.model import WW, Adult, Budget, Child, Dwelling, Home, Job, Kind, Situation
from app.calculator.rules.ww import Right, highest_earnings_with_ww_per_month
from tests.calculator.flow.random_households import DAY, NEW_YEAR, WAGES, at, jobs, law, situations

COSTS = {Kind.OPVANGKOSTEN, Kind.REISKOSTEN}
OF_THE_NORM = {
    Kind.LOON,
    Kind.LOON_PARTNER,
    Kind.WW,
    Kind.WW_PARTNER,
    Kind.TOESLAG_UWV,
    Kind.BIJSTAND,
    Kind.AANGIFTE,
}
TOESLAGEN = (
    Kind.ZORGTOESLAG,
    Kind.HUURTOESLAG,
    Kind.KINDGEBONDEN_BUDGET,
    Kind.KINDEROPVANGTOESLAG,
)
ROUNDING = 60
"""Cents a month: a tax and three credits of a year, each in whole euros, and a month in cents."""
PERSON = Adult(born=date(1990, 1, 1))
RENTED = Home(Dwelling.HUUR, 65_000)


def income(found: Budget) -> int:
    """Return what stands against the norm: net income, bijstand and the credit of a parent."""
    return sum(line.per_month for line in found.lines if line.kind in OF_THE_NORM)


def changed(situation: Situation, **changes: object) -> Situation:
    return msgspec.structs.replace(situation, **changes)


def without_exemption(situation: Situation) -> Situation:
    partner = situation.partner
    return changed(
        situation,
        person=msgspec.structs.replace(situation.person, has_vrijlating=False),
        partner=None if partner is None else msgspec.structs.replace(partner, has_vrijlating=False),
    )


def on_bijstand(situation: Situation) -> Situation:
    return changed(situation, has_bijstand=True, savings=0)


def without_uwv(situation: Situation) -> Situation:
    partner = situation.partner
    return changed(
        situation,
        person=msgspec.structs.replace(situation.person, ww=None),
        partner=None if partner is None else msgspec.structs.replace(partner, ww=None),
    )


@given(situations(), jobs(), WAGES)
def test_only_costs_are_below_zero_and_the_rows_add_up(situation: Situation, job: Job, loon: int) -> None:
    found = at(frame_of(situation, law()), loon, job)
    assert all(line.per_month < 0 if line.kind in COSTS else line.per_month >= 0 for line in found.lines)
    assert found.per_month == sum(found.of(kind) for kind in Kind)
    assert len({line.kind for line in found.lines}) == len(found.lines)
    assert all(line.per_month or line.reason for line in found.lines if line.kind is not Kind.KINDERBIJSLAG)


@given(situations(), jobs(), WAGES)
def test_telling_why_changes_no_amount(situation: Situation, job: Job, loon: int) -> None:
    frame = frame_of(situation, law())
    work = (msgspec.structs.replace(job, loon_per_month=loon), *(each.job for each in situation.adults[1:]))
    plain, traced = budget_at(frame, work), budget_at(frame, work, is_traced=True)
    assert [(line.kind, line.per_month, line.reason) for line in plain.lines] == [
        (line.kind, line.per_month, line.reason) for line in traced.lines
    ]
    assert (plain.people, plain.toetsingsinkomen) == (traced.people, traced.toetsingsinkomen)


@given(situations(), WAGES, st.randoms(use_true_random=False))
def test_the_order_of_children_does_not_matter(situation: Situation, loon: int, random: object) -> None:
    shuffled = list(situation.children)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    other = changed(situation, children=tuple(shuffled))
    assert at(frame_of(other, law()), loon) == at(frame_of(situation, law()), loon)


@given(situations(), WAGES, st.dates(date(2009, 1, 1), date(2026, 10, 1)))
def test_one_more_child_never_gives_less_for_children(situation: Situation, loon: int, born: date) -> None:
    assume(situation.savings == 0)
    more = changed(situation, children=(*situation.children, Child(born)))
    before, after = at(frame_of(situation, law()), loon), at(frame_of(more, law()), loon)
    for kind in (Kind.KINDGEBONDEN_BUDGET, Kind.KINDERBIJSLAG):
        assert after.of(kind) >= before.of(kind)


@given(situations(), WAGES, st.integers(1, 200_000))
def test_kinderbijslag_never_looks_at_the_wage(situation: Situation, loon: int, more: int) -> None:
    frame = frame_of(situation, law())
    assert at(frame, loon).of(Kind.KINDERBIJSLAG) == at(frame, loon + more).of(Kind.KINDERBIJSLAG)


@given(situations(), st.integers(1, 600_000), st.integers(1, 200_000))
def test_a_higher_wage_alone_never_gives_a_higher_toeslag(situation: Situation, loon: int, more: int) -> None:
    frame = frame_of(without_uwv(changed(situation, has_bijstand=False)), law())
    before, after = at(frame, loon), at(frame, loon + more)
    for kind in TOESLAGEN:
        assert after.of(kind) <= before.of(kind)


@given(situations(), WAGES, st.integers(1, 100_000))
def test_beside_bijstand_more_wage_is_never_less_income(situation: Situation, loon: int, more: int) -> None:
    frame = frame_of(without_uwv(on_bijstand(situation)), law())
    before, after = at(frame, loon), at(frame, loon + more)
    if len(before.people) == 1:
        assert after.of(Kind.BIJSTAND) <= before.of(Kind.BIJSTAND) + ROUNDING
        assert income(after) >= income(before) - ROUNDING
    else:
        # The credit may pass to the other parent, who may have no tax to set it against.
        credit = before.of(Kind.AANGIFTE)
        assert income(after) >= income(before) - credit - ROUNDING


@given(situations(), WAGES)
def test_without_exemption_there_is_exactly_the_norm_until_bijstand_ends(
    situation: Situation, loon: int
) -> None:
    frame = frame_of(without_exemption(on_bijstand(situation)), law())
    found = at(frame, loon)
    if found.of(Kind.BIJSTAND):
        assert income(found) == frame.norm
    else:
        assert income(found) >= frame.norm


@given(situations(), WAGES, st.sampled_from([DAY, NEW_YEAR]))
def test_an_exemption_never_takes_away_and_never_gives_more_than_its_maximum(
    situation: Situation, loon: int, day: date
) -> None:
    frame = frame_of(on_bijstand(situation), law(day))
    plain = frame_of(without_exemption(on_bijstand(situation)), law(day))
    gained = income(at(frame, loon)) - income(at(plain, loon))
    kinds = [kind for kind in frame.exemptions if kind is not None]
    maxima = [law(day).vrijlating.terms[kind].maximum for kind in kinds]
    assert gained >= -1
    if None not in maxima:
        assert gained <= sum(each or 0 for each in maxima)


@given(situations(), st.sampled_from([DAY, NEW_YEAR]))
def test_bijstand_ends_without_a_jump(situation: Situation, day: date) -> None:
    frame = frame_of(without_uwv(changed(on_bijstand(situation), children=())), law(day))
    last, first = 0, 600_000
    assume(at(frame, last).of(Kind.BIJSTAND) and not at(frame, first).of(Kind.BIJSTAND))
    while first - last > 1:
        middle = (first + last) // 2
        if at(frame, middle).of(Kind.BIJSTAND):
            last = middle
        else:
            first = middle
    with_, without = at(frame, last), at(frame, first)
    assert with_.of(Kind.BIJSTAND) <= 2 * ROUNDING
    assert abs(without.per_month - with_.per_month) <= 300


@given(
    st.integers(20_000, 700_000), st.integers(1, 12), st.integers(0, 600_000), st.integers(1, 50_000), jobs()
)
def test_ww_with_a_wage_never_falls_before_its_first_limit(
    old: int, month: int, loon: int, more: int, job: Job
) -> None:
    frame = frame_of(Situation(person=Adult(born=date(1990, 1, 1), ww=WW(old, month))), law())
    limit = highest_earnings_with_ww_per_month(Right(old, month), law().ww)
    # In the month of the holiday pay the limit comes sooner; a job with holiday pay in its wage has none.
    job = msgspec.structs.replace(job, is_all_in=True, pensioenpremie_per_month=0)
    assume(limit is not None and loon + more <= limit)
    before, after = at(frame, loon, job), at(frame, loon + more, job)
    together = [found.of(Kind.LOON) + found.of(Kind.WW) for found in (before, after)]
    assert after.of(Kind.WW) > 0
    assert together[1] >= together[0] - ROUNDING


def test_ww_stops_a_cent_above_its_limit() -> None:
    frame = frame_of(Situation(person=Adult(born=date(1990, 1, 1), ww=WW(250_000))), law())
    limit = highest_earnings_with_ww_per_month(Right(250_000, 3), law().ww)
    assert limit is not None
    assert at(frame, limit).people[0].ww > 0
    assert at(frame, limit + 1).people[0].ww == 0
    assert at(frame, limit + 1).per_month < at(frame, limit).per_month - 500


@given(situations(), WAGES)
def test_the_gross_bijstand_of_a_single_person_gives_itself(situation: Situation, loon: int) -> None:
    frame = frame_of(changed(on_bijstand(situation), partner=None, children=()), law())
    found = at(frame, loon)
    year = found.people[0]
    tax = tax_of(year.inkomen + year.bijstand, year.fiscaal_loon, law()) - year.belasting
    assert year.bijstand == 12 * found.of(Kind.BIJSTAND) + tax


@given(situations(), WAGES)
def test_tax_and_toeslagen_are_the_same_in_both_halves_of_a_year(situation: Situation, loon: int) -> None:
    # Everybody has a birthday on 1 January, so that nobody is a year older in between.
    plain = without_uwv(changed(situation, has_bijstand=False))
    situation = changed(
        plain,
        person=_born_on_new_year(plain.person),
        partner=None if plain.partner is None else _born_on_new_year(plain.partner),
        children=tuple(msgspec.structs.replace(each, born=_new_year(each.born)) for each in plain.children),
    )
    halves = [at(frame_of(situation, law(day)), loon) for day in (date(2026, 6, 30), date(2026, 7, 1))]
    for kind in (Kind.LOON, Kind.LOON_PARTNER, Kind.AANGIFTE, *TOESLAGEN):
        assert halves[0].of(kind) == halves[1].of(kind)


def _new_year(born: date) -> date:
    return born.replace(month=1, day=1)


def _born_on_new_year(adult: Adult) -> Adult:
    # On 1 January 2008 of the youngest, so that nobody is under 18.
    return msgspec.structs.replace(adult, born=_new_year(adult.born))


@given(situations(), jobs())
def test_no_wage_is_no_work(situation: Situation, job: Job) -> None:
    frame = frame_of(situation, law())
    unpaid = msgspec.structs.replace(job, loon_per_month=0, pensioenpremie_per_month=0)
    others = tuple(adult.job for adult in situation.adults[1:])
    assert budget_at(frame, (unpaid, *others)).per_month == at(frame, 0).per_month


@given(situations())
def test_the_first_cent_of_wage_changes_nothing_but_childcare(situation: Situation) -> None:
    frame = frame_of(situation, law())
    none, cent = at(frame, 0), at(frame, 1)
    care = [each.of(Kind.OPVANGKOSTEN) + each.of(Kind.KINDEROPVANGTOESLAG) for each in (none, cent)]
    assert abs((cent.per_month - care[1]) - (none.per_month - care[0])) <= 101
