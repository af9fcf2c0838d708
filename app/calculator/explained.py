"""A row of a budget in three levels: a sentence, the sum with its numbers, and the law behind each step.

Only data: texts are Dutch and still to be translated, amounts are cents, a ratio is per 100.000.
"""

import re
from collections.abc import Iterator
from datetime import date

import msgspec

from app.calculator.flow.law_on import Law
from app.calculator.model import Kind, Line
from app.calculator.rounding import half_up
from app.calculator.texts import AssumptionText, RuleText, Sign, Texts, Unit
from app.calculator.trace import Traced
from app.money import Cents
from app.parameters import Bands, InForce, ParametersOn
from app.parameters import Source as Cited
from app.parameters import Unit as ParameterUnit
from app.period import MONTHS_IN_A_QUARTER, MONTHS_IN_A_YEAR, Period

LAW_TEXTS = "https://wetten.overheid.nl"

DIVIDED_BY = {Kind.KINDERBIJSLAG: MONTHS_IN_A_QUARTER, Kind.AANGIFTE: MONTHS_IN_A_YEAR}
"""Rows whose last step is of a quarter or a year, and over how many months it is divided."""

OF_THE_CREDIT = frozenset({"combinatiekorting", "heffingskorting_als_middel"})
"""The steps of the credit of a parent, which is worked out together with bijstand."""

_BWB = re.compile(r"\s*\((BWB[RV][0-9]{7})\)")


class Reference(msgspec.Struct, frozen=True):
    """Where something stands: as it is cited, and its address where that is known."""

    words: str
    url: str | None = None


class Shown(msgspec.Struct, frozen=True):
    """One number of a sum: its name, and how it is written; the sign where the sum is only adding."""

    label: str
    value: int
    unit: Unit
    sign: Sign | None = None


class Sum(msgspec.Struct, frozen=True):
    """A step with its numbers filled in."""

    inputs: tuple[Shown, ...]
    result: int


class ParameterShown(msgspec.Struct, frozen=True, kw_only=True):
    """A number of law: its value, since when it holds, where it stands and when somebody looked.

    A table has bands and its value is how many. An outdated number is the latest one that is known.
    """

    id: str
    label: str
    value: int | date
    unit: ParameterUnit
    period: Period | None
    bands: Bands
    since: date
    source: Reference
    read_on: date | None
    checked_on: date
    confidence: str
    is_outdated: bool


class Step(msgspec.Struct, frozen=True, kw_only=True):
    """A rule that took part: what it works out, how, every sum of it, its law, and its numbers of law."""

    rule: str
    label: str
    does: str
    unit: Unit
    sums: tuple[Sum, ...]
    sources: tuple[Reference, ...]
    parameters: tuple[ParameterShown, ...]


class Explained(msgspec.Struct, frozen=True, kw_only=True):
    """A row with everything behind it; `divided_by` is over how many months the last result is spread."""

    kind: Kind
    label: str
    sentence: str
    why_zero: str | None
    per_month: Cents
    steps: tuple[Step, ...]
    divided_by: int | None
    assumptions: tuple[AssumptionText, ...]

    @property
    def is_proven(self) -> bool:
        """Whether the last step comes out at the amount of the row; a step of both partners adds up."""
        if not self.steps:
            return False
        result = sum(each.result for each in self.steps[-1].sums)
        return half_up(result, self.divided_by or 1) == self.per_month

    @property
    def is_outdated(self) -> bool:
        """Whether a number of law behind it is the latest known one and no longer that of the day."""
        return any(each.is_outdated for step in self.steps for each in step.parameters)


def explained(line: Line, law: Law, texts: Texts) -> Explained:
    """Return the row with its words, its steps in the order of the law, and what it takes for granted."""
    row = texts.rows[line.kind]
    steps = tuple(_steps(_relevant(line), law.parameters, texts))
    return Explained(
        kind=line.kind,
        label=row.label,
        sentence=row.sentence,
        why_zero=None if line.reason is None else texts.why_zero(line.kind, line.reason),
        per_month=line.per_month,
        steps=steps,
        divided_by=DIVIDED_BY.get(line.kind),
        assumptions=tuple(texts.assumptions[each] for each in dict.fromkeys(line.assumptions)),
    )


def _relevant(line: Line) -> Iterator[Traced]:
    """Yield the steps that the row needs; bijstand and the credit of a parent share one trace."""
    for traced in line.trace:
        is_credit = traced.rule in OF_THE_CREDIT
        if line.kind is Kind.AANGIFTE and not is_credit:
            continue
        if is_credit and not traced.result:
            continue
        # What bijstand is before tax matters only to the income for the toeslagen.
        if line.kind is Kind.BIJSTAND and traced.rule == "brutering":
            continue
        yield traced


def _steps(trace: Iterator[Traced], parameters: ParametersOn, texts: Texts) -> Iterator[Step]:
    """Yield each rule once, with all its sums; a number of law stands with the first rule that uses it."""
    folded: dict[tuple[str, str], list[Traced]] = {}
    for traced in trace:
        folded.setdefault((traced.rule, traced.source), []).append(traced)
    seen: set[str] = set()
    for (rule, source), made in folded.items():
        words = texts.rules[rule]
        wanted = [each for traced in made for each in traced.parameters if each not in seen]
        seen.update(wanted)
        yield Step(
            rule=rule,
            label=words.label,
            does=words.does,
            unit=words.unit,
            sums=tuple(_sum(traced, words) for traced in made),
            sources=tuple(references(source)),
            parameters=tuple(parameter_shown(parameters.in_force(each)) for each in dict.fromkeys(wanted)),
        )


def _sum(traced: Traced, words: RuleText) -> Sum:
    named = ((words.inputs[name], value) for name, value in traced.inputs)
    shown = tuple(Shown(text.label, value, text.unit, text.sign) for text, value in named)
    return Sum(shown, traced.result)


def references(source: str) -> Iterator[Reference]:
    """Yield the laws that a rule cites, each with its address where the citation has its number."""
    for part in source.split(";"):
        number = _BWB.search(part)
        yield Reference(_BWB.sub("", part).strip(), number and f"{LAW_TEXTS}/{number.group(1)}")


def parameter_shown(now: InForce) -> ParameterShown:
    """Return a number of law as it stands on a day, for a page that lays it open."""
    parameter = now.parameter
    dated = next(each for each in parameter.values if each.first_day == now.since)
    return ParameterShown(
        id=parameter.id,
        label=parameter.label,
        value=now.value,
        unit=parameter.unit,
        period=parameter.period,
        bands=now.bands,
        since=now.since,
        source=_cited(parameter.source),
        read_on=parameter.source.read_on,
        checked_on=dated.checked_on,
        confidence=dated.confidence,
        is_outdated=now.outdated,
    )


def _cited(source: Cited) -> Reference:
    if source.law is None:
        return Reference(source.page or "")
    return Reference(f"{source.law}, art. {source.article}", f"{LAW_TEXTS}/{source.bwb}")
