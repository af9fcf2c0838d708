"""The wages at which a rule begins, ends, bends or jumps, so that nothing hides between two whole hours.

Between them the total is a straight line, but for the whole euros of tax and toeslagen. Wages are gross cents
per month.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

import msgspec

from app.calculator.flow.frame import Frame
from app.calculator.flow.law_on import Law
from app.calculator.model import Budget, Job, Kind
from app.calculator.rounding import RATIO_ONE
from app.calculator.rules.ww import Right, highest_earnings_with_ww_per_month
from app.money import CENTS_IN_A_EURO, Cents
from app.period import MONTHS_IN_A_YEAR

At = Callable[[int], Budget]
"""What the household has at a wage per month."""

ENDING = (
    Kind.BIJSTAND,
    Kind.TOESLAG_UWV,
    Kind.AANGIFTE,
    Kind.ZORGTOESLAG,
    Kind.HUURTOESLAG,
    Kind.KINDGEBONDEN_BUDGET,
)
"""Rows that fall or rise slowly; where one of them becomes zero, or begins, the total bends."""

STEPPING = Kind.KINDEROPVANGTOESLAG, Kind.LOKAAL
"""Rows that go in steps: the band of an income, the limit of a municipality."""


class Point(msgspec.Struct, frozen=True):
    """What the household has at one wage."""

    loon_per_month: int
    per_month: Cents
    budget: Budget


def points_of(wages: Sequence[int], budgets: Sequence[Budget], at: At, frame: Frame, job: Job) -> list[Point]:
    """Return the whole hours, and one cent below and above every breakpoint between them, by wage.

    `wages` and `budgets` are those of the whole hours; `job` is the one of the most hours.
    """
    found = dict(zip(wages, budgets, strict=True))
    rows = _rows(budgets)
    near = {loon for bend in _bends(wages, budgets, rows, frame) for loon in (bend - 1, bend + 1)}
    # A premium and holiday pay are rounded to cents, so that a jump may be a cent further than its line.
    jumps = [*_ww_limits(frame, job), *_other_parent(wages, budgets)]
    near.update(loon for jump in jumps for loon in range(jump - 1, jump + 3))
    near.add(1)  # The first cent: travel and childcare cost as much as they do at forty hours.
    for loon in near:
        if 0 < loon < wages[-1] and loon not in found:
            found[loon] = at(loon)
    known = sorted(found)
    for kind in STEPPING:
        if kind in rows:
            for low, high in pairwise(known):
                _add_steps(kind, low, high, found, at)
    return [Point(loon, found[loon].per_month, found[loon]) for loon in sorted(found)]


def _rows(budgets: Sequence[Budget]) -> dict[Kind, list[int]]:
    """Return every row over the hours; zero where it is not there."""
    rows: dict[Kind, list[int]] = {}
    for place, budget in enumerate(budgets):
        for line in budget.lines:
            rows.setdefault(line.kind, [0] * len(budgets))[place] += line.per_month
    return rows


def _bends(
    wages: Sequence[int], budgets: Sequence[Budget], rows: dict[Kind, list[int]], frame: Frame
) -> Iterator[int]:
    """Yield the wages at which an amount of law is passed, as a straight line between two hours has it."""
    of_wage, of_income, of_toeslagen = _limits(frame)
    measured = [
        (of_wage, [each.people[0].fiscaal_loon for each in budgets]),
        (of_income, [each.people[0].inkomen for each in budgets]),
        (of_toeslagen, [_exact_income(each) for each in budgets]),
        (_exemption_limits(frame), rows[Kind.LOON]),
    ]
    for limits, values in measured:
        least, most = min(values), max(values)
        for limit in limits:
            if least < limit <= most:
                yield from _crossings(wages, values, limit)
    for kind in ENDING:
        if kind in rows:
            yield from _ends(wages, rows[kind])
            yield from _ends(wages[::-1], rows[kind][::-1])


def _limits(frame: Frame) -> tuple[list[int], list[int], list[int]]:
    """Return the amounts per year at which the wage, the income and the toetsingsinkomen change their effect.

    Source: Wet IB 2001, art. 2.10, 8.10, 8.11 and 8.14a (BWBR0011353); Wet op de zorgtoeslag, art. 2; Wet op
    het kindgebonden budget, art. 2; Wet op de huurtoeslag, art. 21; Besluit kinderopvangtoeslag, bijlage I.
    """
    law = frame.law
    p, kgb, huur = law.belasting, law.kindgebonden_budget, law.huurtoeslag
    of_wage = [p.arbeidskorting_vanaf_2, p.arbeidskorting_vanaf_3, p.arbeidskorting_vanaf_afbouw]
    if frame.youngest is not None:
        most = p.combinatiekorting_maximum * RATIO_ONE // p.combinatiekorting_opbouw
        of_wage += [p.combinatiekorting_vanaf, p.combinatiekorting_vanaf + most]
    ahk = p.algemene_heffingskorting_maximum * RATIO_ONE // p.algemene_heffingskorting_afbouw
    ahk += p.algemene_heffingskorting_vanaf
    of_income = [p.schijf_1_tot, p.schijf_2_tot, p.algemene_heffingskorting_vanaf, ahk]
    of_toeslagen = [kgb.drempelinkomen]
    if frame.situation.partner is not None and frame.kgb_maximum:
        of_toeslagen.append(kgb.drempelinkomen + kgb.drempel_partner)
    if frame.huis is not None:
        of_toeslagen.append(
            huur.inkomensijkpunt_een if frame.huis.persons == 1 else huur.inkomensijkpunt_meer
        )
    if frame.opvang is not None:
        bands = law.kinderopvangtoeslag.vergoeding
        of_toeslagen += [band[0] for last, band in pairwise(bands) if band[1:] != last[1:]]
    return of_wage, of_income, of_toeslagen


def _other_parent(wages: Sequence[int], budgets: Sequence[Budget]) -> Iterator[int]:
    """Yield where the other parent becomes the one with the least wage, who has the combinatiekorting.

    Source: Wet IB 2001, art. 8.14a lid 1 (BWBR0011353).
    """
    if len(budgets[0].people) > 1:
        own = [each.people[0].fiscaal_loon for each in budgets]
        yield from _crossings(wages, own, budgets[0].people[1].fiscaal_loon)


def _exact_income(budget: Budget) -> int:
    """Return the toetsingsinkomen with the cents of the person, so that it goes up in a straight line."""
    own = budget.people[0]
    return budget.toetsingsinkomen + (own.inkomen + own.bijstand) % CENTS_IN_A_EURO


def _exemption_limits(frame: Frame) -> list[int]:
    """Return the net wage at which the exemption is at its maximum; none where there is no maximum.

    Source: Participatiewet, art. 31 lid 2 (BWBR0015703).
    """
    kind = frame.exemptions[0]
    terms = None if kind is None else frame.law.vrijlating.terms[kind]
    if terms is None or terms.maximum is None or not frame.situation.has_bijstand:
        return []
    return [terms.maximum * RATIO_ONE // terms.deel]


def _ww_limits(frame: Frame, job: Job) -> list[int]:
    """Return the highest wages with WW: in a usual month, and in that of the holiday pay.

    Source: WW, art. 20 lid 1c and 41 (BWBR0004045).
    """
    ww = frame.situation.person.ww
    if ww is None or not job.loon_per_month:
        return []
    right, p = Right(ww.loon_per_month, ww.month), frame.law.ww
    limit = highest_earnings_with_ww_per_month(right, p)
    # The month of the holiday pay does not end the right (`earnings.ww_year`): only art. 41 counts in it.
    in_may = highest_earnings_with_ww_per_month(right, msgspec.structs.replace(p, eindgrens=RATIO_ONE))
    counted = job.loon_per_month - job.pensioenpremie_per_month
    return [
        most * job.loon_per_month // of
        for most, of in ((limit, counted), (in_may, counted + _holiday(job, frame.law)))
        if most is not None and of > 0
    ]


def _holiday(job: Job, law: Law) -> int:
    if job.is_all_in:
        return 0
    return job.loon_per_month * MONTHS_IN_A_YEAR * law.minimumloon.vakantiebijslag // RATIO_ONE


def _crossings(wages: Sequence[int], values: Sequence[int], limit: int) -> Iterator[int]:
    for place in range(1, len(values)):
        low, high = values[place - 1], values[place]
        if (low < limit) != (high < limit):
            yield wages[place - 1] + (limit - low) * (wages[place] - wages[place - 1]) // (high - low)


def _ends(wages: Sequence[int], values: Sequence[int]) -> Iterator[int]:
    """Yield where a row becomes zero if it goes on as it did in the hour before."""
    for place in range(2, len(values)):
        before, last = values[place - 2], values[place - 1]
        if not values[place] and 0 < last < before:
            hour = wages[place - 1] - wages[place - 2]
            end = wages[place - 1] + last * hour // (before - last)
            yield sorted((wages[place - 1], end, wages[place]))[1]


def _add_steps(kind: Kind, low: int, high: int, found: dict[int, Budget], at: At) -> None:
    """Add both sides of every step of a row between two wages."""
    if found[low].of(kind) == found[high].of(kind) or high - low <= 1:
        return
    before, first, last = found[low].of(kind), low, high
    while last - first > 1:
        middle = (first + last) // 2
        found[middle] = at(middle)
        if found[middle].of(kind) == before:
            first = middle
        else:
            last = middle
    _add_steps(kind, last, high, found, at)
