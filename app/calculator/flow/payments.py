"""What comes in or goes out in the real calendar: each payment in its month, and what it means for the year.

All amounts are cents. Nothing of this file is about a steady month: that is `model.Budget`.
"""

from datetime import date
from enum import StrEnum

import msgspec

from app.money import Cents
from app.period import Month


class Pay(StrEnum):
    """What a payment is of; costs are below zero.

    Schemes of the municipality are paid on application and in no fixed month, so the calendar has none yet.
    """

    LOON = "loon"
    LOON_PARTNER = "loon_partner"
    WW = "ww"
    WW_PARTNER = "ww_partner"
    TOESLAG_UWV = "toeslag_uwv"
    BIJSTAND = "bijstand"
    ZORGTOESLAG = "zorgtoeslag"
    HUURTOESLAG = "huurtoeslag"
    KINDGEBONDEN_BUDGET = "kindgebonden_budget"
    KINDEROPVANGTOESLAG = "kinderopvangtoeslag"
    KINDERBIJSLAG = "kinderbijslag"
    VAKANTIEGELD = "vakantiegeld"
    """Of a job."""
    VAKANTIEGELD_BIJSTAND = "vakantiegeld_bijstand"
    VAKANTIEGELD_WW = "vakantiegeld_ww"
    OPVANGKOSTEN = "opvangkosten"
    REISKOSTEN = "reiskosten"
    LOKAAL = "lokaal"


ONCE_IN_A_WHILE = frozenset(
    {Pay.KINDERBIJSLAG, Pay.VAKANTIEGELD, Pay.VAKANTIEGELD_BIJSTAND, Pay.VAKANTIEGELD_WW, Pay.LOKAAL}
)
"""What an ordinary month does not have."""


class Payment(msgspec.Struct, frozen=True):
    """One payment of a month, net in cents; no day where only the month is known."""

    pay: Pay
    day: date | None
    amount: Cents


class Note(StrEnum):
    """Why a month differs from the one before it."""

    FIRST_WAGE_LATER = "first_wage_later"
    """Work begins; the wage comes at the end of the month, or after the first four weeks."""
    LAST_BENEFIT = "last_benefit"
    OFFSET_MONTH_LATER = "offset_month_later"
    """Bijstand waits for the payslip: that of this month comes next month."""
    INCOME_STATEMENT = "income_statement"
    """WW comes after the statement of the wage of the month before."""
    HOLIDAY_PAY = "holiday_pay"
    EXEMPTION_ENDS = "exemption_ends"
    EXEMPTION_2027 = "exemption_2027"
    HALF_YEAR = "half_year"
    NEW_YEAR = "new_year"
    WW_LOWER = "ww_lower"
    WW_ENDS = "ww_ends"
    EXTRA_WAGE = "extra_wage"
    KINDERBIJSLAG = "kinderbijslag"
    NEW_ESTIMATE = "new_estimate"
    """Toeslagen follow the new income from this month."""


class MonthOf(msgspec.Struct, frozen=True):
    """One month: its payments, why it differs, and how much it is below an ordinary month of now."""

    month: Month
    payments: tuple[Payment, ...]
    notes: tuple[Note, ...]
    is_low: bool
    short_by: Cents

    @property
    def per_month(self) -> Cents:
        """All payments of the month together, less the costs."""
        return Cents(sum(each.amount for each in self.payments))

    def of(self, pay: Pay) -> Cents:
        """Return what comes of one source in the month."""
        return Cents(sum(each.amount for each in self.payments if each.pay is pay))


class Settlement(msgspec.Struct, frozen=True):
    """What is settled over a calendar year, in the year after it: back above zero, to pay below it."""

    year: int
    tax: Cents
    toeslagen: Cents


class Calendar(msgspec.Struct, frozen=True):
    """Twelve months from that of the first working day, beside an ordinary month before it.

    `is_outdated` says that a month uses numbers of law of an earlier year, as its own are not known.
    """

    now_per_month: Cents
    months: tuple[MonthOf, ...]
    settlements: tuple[Settlement, ...]
    is_outdated: bool


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """A payment as it is worked out: in which month of the plan, to which adult, and what is taxed of it.

    `bruto` is taxed income of the year of payment (a wage less its pension premium), `arbeid` the part of it
    that is wage; what is taxed and not net was withheld.
    """

    at: int
    pay: Pay
    net: int
    place: int = 0
    bruto: int = 0
    arbeid: int = 0
    day: date | None = None

    @property
    def withheld(self) -> int:
        """The tax that the payer kept."""
        return self.bruto - self.net if self.bruto else 0
