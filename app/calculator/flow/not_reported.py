"""What has to be paid back when work is not reported: "dan moet u later € x terugbetalen"."""

import msgspec

from app.calculator.model import Budget, Kind
from app.money import Cents

PAID_BY_OTHERS = (
    Kind.WW,
    Kind.WW_PARTNER,
    Kind.TOESLAG_UWV,
    Kind.BIJSTAND,
    Kind.ZORGTOESLAG,
    Kind.HUURTOESLAG,
    Kind.KINDGEBONDEN_BUDGET,
    Kind.KINDEROPVANGTOESLAG,
)
"""The rows that depend on what somebody reports."""


class PaidBack(msgspec.Struct, frozen=True):
    """What is paid too much of one benefit or toeslag: per month, for how many months, and together."""

    kind: Kind
    per_month: Cents
    months: int
    total: Cents


def paid_back(now: Budget, then: Budget, months: int) -> tuple[PaidBack, ...]:
    """Return what was paid too much when everything stays as now for some months beside the new work.

    Net amounts; a fine comes on top. Of bijstand and WW that is still owed after the year has ended, the tax
    is claimed too, so it can be more. Toeslagen: the part of these months in the difference over a year.
    Source: Participatiewet, art. 17 and 58 (BWBR0015703); WW, art. 25 and 36 (BWBR0004045); Awir, art. 17 and
    26 (BWBR0018472).
    """
    found = ((kind, now.of(kind) - then.of(kind)) for kind in PAID_BY_OTHERS)
    return tuple(
        PaidBack(kind, Cents(each), months, Cents(each * months))
        for kind, each in found
        if each > 0 and months > 0
    )
