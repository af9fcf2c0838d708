"""The budget of a household in a steady month: every source of money, what each comes to, and why.

The order is that of the law: wage, WW and its toeslag, tax, bijstand with its gross amount, income for the
toeslagen, toeslagen, costs. A row and its trace are made together, so that no row lacks its explanation.
"""

import msgspec

from app.calculator.flow.earnings import person_year, ww_year
from app.calculator.flow.frame import Frame, frame_of
from app.calculator.flow.income_lines import means_lines, own_lines
from app.calculator.flow.law_on import Law
from app.calculator.flow.lokaal import NONE, lokaal_at
from app.calculator.flow.means import Means, means_of, net_person
from app.calculator.flow.toeslag_uwv import toeslag_uwv_per_year
from app.calculator.flow.toeslagen_at import toeslag_lines
from app.calculator.model import Budget, Job, Kind, Line, PersonYear, Situation
from app.calculator.rules.brutering import BRUTERING
from app.calculator.rules.toeslagen import inkomen_per_year, toetsingsinkomen_per_year
from app.calculator.trace import Traced
from app.money import Cents

Jobs = tuple[Job | None, ...]


def budget(situation: Situation, law: Law) -> Budget:
    """Return what the household has now, with how every row came about."""
    return budget_at(frame_of(situation, law), jobs_of(situation), is_traced=True)


def jobs_of(situation: Situation) -> Jobs:
    """Return the work that the adults have now."""
    return tuple(adult.job for adult in situation.adults)


def with_job(situation: Situation, job: Job | None) -> Jobs:
    """Return the work of the adults when the person has this job instead of what they have now."""
    return (job, *(adult.job for adult in situation.adults[1:]))


def budget_at(
    frame: Frame, jobs: Jobs, *, is_traced: bool = False, with_opvang: bool | None = None
) -> Budget:
    """Return the budget of a household with this work, in cents per month.

    Childcare counts where it is used now, or where `with_opvang` says so; both only while every parent works.
    """
    situation = frame.situation
    income_trace: list[Traced] | None = [] if is_traced else None
    means_trace: list[Traced] | None = list(frame.norm_trace) if is_traced else None
    before = _years(frame, jobs)
    net = tuple(net_person(each, means_trace) for each in before)
    means = means_of(frame, before, net, means_trace)
    years = _with_bijstand(before, means)
    if income_trace is not None:
        income_trace += (each for each in means_trace or () if each.rule == BRUTERING.name)
    incomes = [_income_of(each, income_trace) for each in years]
    income = toetsingsinkomen_per_year(incomes, income_trace)
    lines = own_lines(frame, jobs, years, net, is_traced=is_traced)
    lines += means_lines(frame, means, tuple(means_trace or ()))
    lines += toeslag_lines(
        frame,
        jobs,
        income,
        None if income_trace is None else tuple(income_trace),
        with_opvang=situation.has_opvang_now if with_opvang is None else with_opvang,
    )
    travel = sum(job.reiskosten_per_month for job in jobs if job is not None)
    if travel:
        lines.append(Line(Kind.REISKOSTEN, Cents(-travel)))
    lokaal = lokaal_at(frame, net, means) if is_traced or frame.has_known_schemes else NONE
    if lokaal.per_month:
        lines.append(Line(Kind.LOKAAL, Cents(lokaal.per_month)))
    return Budget(tuple(lines), years, income, lokaal.outcomes)


def _years(frame: Frame, jobs: Jobs) -> tuple[PersonYear, ...]:
    law, adults = frame.law, frame.situation.adults
    ww = [ww_year(adult.ww, job, law) for adult, job in zip(adults, jobs, strict=True)]
    toeslagen = toeslag_uwv_per_year(frame, jobs, ww)
    return tuple(
        person_year(job, benefit, toeslag, law)
        for job, benefit, toeslag in zip(jobs, ww, toeslagen, strict=True)
    )


def _income_of(year: PersonYear, trace: list[Traced] | None) -> int:
    return inkomen_per_year(year.fiscaal_loon, year.ww + year.toeslag_uwv, year.bijstand, trace)


def _with_bijstand(years: tuple[PersonYear, ...], means: Means) -> tuple[PersonYear, ...]:
    if not any(means.bruto):
        return years
    return tuple(
        msgspec.structs.replace(year, bijstand=bruto) for year, bruto in zip(years, means.bruto, strict=True)
    )
