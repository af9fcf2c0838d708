"""The jumps of a household's total that the law makes, each with its law: one that is not here is a mistake.

A jump is a change of more than five euros a month, beside one euro more wage a month or from one day to the
next. What the wage does by itself, and the whole euros of tax and toeslagen, stay below it.
"""

from collections.abc import Callable
from enum import StrEnum

import msgspec

from app.calculator.model import Budget, Kind, Line, PersonYear, Reason
from app.money import Cents

JUMP = 500
"""Cents per month above which a change between two neighbouring euros of wage is a jump."""


class Axis(StrEnum):
    """Along what somebody goes who meets the jump."""

    WAGE = "wage"
    TIME = "time"


class Jump(msgspec.Struct, frozen=True):
    """A jump: its law, the rows it moves, and the largest change of the total per month.

    `most_per_month` is nothing where the amount is the resident's own, or the municipality's. `is_seen` tells
    whether two budgets show it.
    """

    id: str
    law: str
    axis: Axis
    most_per_month: Cents | None
    rows: frozenset[Kind]
    is_seen: Callable[[Budget, Budget], bool]


def explain_jump(before: Budget, after: Budget) -> tuple[Jump, ...]:
    """Return the jumps that two budgets of one household show; none where they do not explain the change.

    They are on the axis of time when the work is the same. Whether a row that is not among those of the jumps
    changes by more than a rounding, or the total by more than the jumps may, is looked at too.
    """
    axis = Axis.TIME if _wages(before) == _wages(after) else Axis.WAGE
    seen = tuple(jump for jump in JUMPS if jump.axis is axis and jump.is_seen(before, after))
    moved = frozenset[Kind]().union(*(jump.rows for jump in seen))
    rest = sum(after.of(kind) - before.of(kind) for kind in Kind if kind not in moved)
    change = abs(after.per_month - before.per_month)
    limits = [jump.most_per_month for jump in seen]
    is_small = None in limits or change <= sum(each or 0 for each in limits) + JUMP
    return seen if is_small and abs(rest) <= JUMP else ()


def _wages(budget: Budget) -> list[tuple[int, int]]:
    return [(year.loon, year.fiscaal_loon) for year in budget.people]


def _line(budget: Budget, kind: Kind) -> Line | None:
    return next((line for line in budget.lines if line.kind is kind), None)


def _begins_or_ends(kind: Kind) -> Callable[[Budget, Budget], bool]:
    return lambda before, after: bool(before.of(kind)) != bool(after.of(kind))


def _changes(*kinds: Kind) -> Callable[[Budget, Budget], bool]:
    return lambda before, after: any(before.of(kind) != after.of(kind) for kind in kinds)


def _people(before: Budget, after: Budget) -> list[tuple[PersonYear, PersonYear]]:
    return list(zip(before.people, after.people, strict=False))


def _ww_ends(before: Budget, after: Budget) -> bool:
    return any(bool(old.ww) != bool(new.ww) for old, new in _people(before, after))


def _ww_misses_a_month(before: Budget, after: Budget) -> bool:
    """Tell whether WW goes on, but changes by more than the wage does."""
    return any(
        old.ww
        and new.ww
        and abs(new.ww - old.ww) > abs(new.loon + new.vakantiegeld - old.loon - old.vakantiegeld)
        for old, new in _people(before, after)
    )


def _opvang_steps(before: Budget, after: Budget) -> bool:
    """Tell whether the same childcare is paid for in another part, and the other way than the income goes."""
    more = after.toetsingsinkomen - before.toetsingsinkomen
    paid = after.of(Kind.KINDEROPVANGTOESLAG) - before.of(Kind.KINDEROPVANGTOESLAG)
    return before.of(Kind.OPVANGKOSTEN) == after.of(Kind.OPVANGKOSTEN) and more * paid < 0


def _other_parent(before: Budget, after: Budget) -> bool:
    """Tell whether the other parent is now the one with the least wage."""
    if len(before.people) != 2 or len(after.people) != 2:
        return False
    old = before.people[0].fiscaal_loon - before.people[1].fiscaal_loon
    new = after.people[0].fiscaal_loon - after.people[1].fiscaal_loon
    return old <= 0 <= new or new <= 0 <= old


def _savings(*kinds: Kind) -> Callable[[Budget, Budget], bool]:
    def is_seen(before: Budget, after: Budget) -> bool:
        for kind in kinds:
            reasons = {line.reason for budget in (before, after) if (line := _line(budget, kind)) is not None}
            if Reason.SAVINGS_TOO_HIGH in reasons and len(reasons) > 1:
                return True
        return False

    return is_seen


def _ww_falls_in_time(before: Budget, after: Budget) -> bool:
    return any(old.ww != new.ww for old, new in _people(before, after))


TOESLAGEN = frozenset(
    {Kind.ZORGTOESLAG, Kind.HUURTOESLAG, Kind.KINDGEBONDEN_BUDGET, Kind.KINDEROPVANGTOESLAG}
)
FOLLOWING = TOESLAGEN | {Kind.BIJSTAND, Kind.AANGIFTE, Kind.LOKAAL}
"""Rows that go along with an income, so that they jump when it does."""
OF_UWV = frozenset({Kind.WW, Kind.WW_PARTNER, Kind.TOESLAG_UWV})
OF_WORK = frozenset({Kind.LOON, Kind.LOON_PARTNER})

JUMPS = (
    Jump("ww_grens", "WW, art. 20 lid 1c en 41 (BWBR0004045); Toeslagenwet, art. 2 (BWBR0004043)",
         Axis.WAGE, Cents(200_000), OF_UWV | FOLLOWING, _ww_ends),
    Jump("ww_vakantiegeld", "WW, art. 41 en 47 (BWBR0004045)",
         Axis.WAGE, Cents(3_000), OF_UWV | FOLLOWING, _ww_misses_a_month),
    Jump("opvang_schijf", "Besluit kinderopvangtoeslag, bijlage I; Wet kinderopvang, art. 1.8 (BWBR0017017)",
         Axis.WAGE, Cents(25_000), frozenset({Kind.KINDEROPVANGTOESLAG}), _opvang_steps),
    Jump("opvang_bij_werk", "Wet kinderopvang, art. 1.6 (BWBR0017017)",
         Axis.WAGE, None, frozenset({Kind.KINDEROPVANGTOESLAG, Kind.OPVANGKOSTEN}),
         _begins_or_ends(Kind.OPVANGKOSTEN)),
    Jump("reiskosten", "geen wet: eigen kosten van het werk",
         Axis.WAGE, None, frozenset({Kind.REISKOSTEN}), _begins_or_ends(Kind.REISKOSTEN)),
    Jump("combinatiekorting_andere_ouder", "Wet IB 2001, art. 8.14a lid 1 (BWBR0011353)",
         Axis.WAGE, Cents(26_000), FOLLOWING, _other_parent),
    Jump("gemeente_inkomensgrens", "Participatiewet, art. 35 en 36 (BWBR0015703)",
         Axis.WAGE, None, frozenset({Kind.LOKAAL}), _changes(Kind.LOKAAL)),
    Jump("vrijlating_begint_of_eindigt", "Participatiewet, art. 31 lid 2 en art. 34a (BWBR0015703)",
         Axis.TIME, None, FOLLOWING, _changes(Kind.BIJSTAND)),
    Jump("vermogen_bijstand", "Participatiewet, art. 34 (BWBR0015703)",
         Axis.TIME, None, FOLLOWING, _savings(Kind.BIJSTAND)),
    Jump("vermogen_toeslagen", "Awir, art. 7 lid 3 (BWBR0018472); Wet op de zorgtoeslag, art. 3",
         Axis.TIME, None, TOESLAGEN,
         _savings(Kind.ZORGTOESLAG, Kind.HUURTOESLAG, Kind.KINDGEBONDEN_BUDGET)),
    Jump("ww_percentage_of_einde", "WW, art. 42 en 47 (BWBR0004045)",
         Axis.TIME, None, OF_UWV | FOLLOWING, _ww_falls_in_time),
    Jump("verjaardag_kind", "AKW, art. 7 en 12 (BWBR0002368); Wet op het kindgebonden budget, art. 2",
         Axis.TIME, None, frozenset({Kind.KINDERBIJSLAG, *FOLLOWING}),
         _changes(Kind.KINDERBIJSLAG, Kind.KINDGEBONDEN_BUDGET, Kind.AANGIFTE)),
    Jump("verjaardag_volwassene",
         "Participatiewet, art. 20 t/m 22a (BWBR0015703); Wet op de huurtoeslag, art. 13 (BWBR0008659)",
         Axis.TIME, None, OF_UWV | FOLLOWING, _changes(Kind.BIJSTAND, Kind.HUURTOESLAG, Kind.TOESLAG_UWV)),
    Jump("nieuwe_bedragen", "elke wet: bedragen van 1 januari en 1 juli",
         Axis.TIME, None, frozenset(Kind), _changes(*Kind)),
)  # fmt: skip
"""Every kind of jump above five euros a month that the rules may produce."""
