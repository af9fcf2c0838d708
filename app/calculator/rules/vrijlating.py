"""Vrijlating: the part of earnings that is not taken off the bijstand.

Law: Participatiewet (BWBR0015703), until 2027 art. 31 lid 2 onderdeel n, r, y, z and aa, after it art. 34a.
Whether n, r, aa or 34a is granted is for the municipality to decide; the caller asks, and shows both.
"""

from collections.abc import Iterator
from enum import StrEnum

import msgspec

from app.calculator.not_covered import NotCovered
from app.calculator.rounding import cents_of
from app.calculator.trace import Rule, Traced
from app.money import Cents
from app.parameters import InForce, ParametersOn


class Vrijlating(StrEnum):
    """An exemption by the letter or the article of the law."""

    N = "n"
    """At the start of work, from 27."""
    R = "r"
    """A single parent with a child under 12, after n."""
    Y = "y"
    """Medically limited in hours."""
    Z = "z"
    """In a job with loonkostensubsidie, after n."""
    AA = "aa"
    """In a job with loonkostensubsidie, after z, when more hours are impossible."""
    A34A = "34a"
    """Everyone, from 2027."""
    A34A_URENBEPERKT = "34a_urenbeperkt"
    """Medically limited in hours, from 2027."""


WITH_MONTHS = frozenset({Vrijlating.N, Vrijlating.R, Vrijlating.Z, Vrijlating.A34A})
WITHOUT_MAXIMUM = frozenset({Vrijlating.A34A, Vrijlating.A34A_URENBEPERKT})


class Regeling(msgspec.Struct, frozen=True):
    """A law with exemptions: the file of its numbers, how it is cited, and the article of each."""

    file: str
    citation: str
    articles: dict[Vrijlating, str]


PARTICIPATIEWET = Regeling(
    "participatiewet",
    "Participatiewet, art. {} (BWBR0015703)",
    {
        Vrijlating.N: "31 lid 2n",
        Vrijlating.R: "31 lid 2r",
        Vrijlating.Y: "31 lid 2y",
        Vrijlating.Z: "31 lid 2z",
        Vrijlating.AA: "31 lid 2aa",
        Vrijlating.A34A: "34a lid 1a",
        Vrijlating.A34A_URENBEPERKT: "34a lid 1b",
    },
)


class Terms(msgspec.Struct, frozen=True):
    """How much of earnings is exempt, up to which amount per month, how long; nothing means no limit."""

    rule: Rule
    deel: int
    maximum: int | None
    maanden: int | None


class P(msgspec.Struct, frozen=True):
    """The exemptions in force on one day, and the ages they hang on."""

    terms: dict[Vrijlating, Terms]
    leeftijd: int
    kind_leeftijd: int

    @classmethod
    def on(cls, parameters: ParametersOn) -> "P":
        """Return the exemptions beside bijstand as they stand on the day of the parameters."""
        leeftijd = _number("participatiewet.vrijlating_leeftijd", parameters)
        return cls.of(PARTICIPATIEWET, parameters, leeftijd)

    @classmethod
    def of(cls, regeling: Regeling, parameters: ParametersOn, leeftijd: int) -> "P":
        """Return the exemptions of another law; n and r are for people of the given age and older."""
        terms = {kind: _terms(regeling, kind, parameters) for kind in Vrijlating}
        return cls(
            terms={kind: each for kind, each in terms.items() if each},
            leeftijd=leeftijd,
            kind_leeftijd=_number(f"{regeling.file}.vrijlating_kind_leeftijd", parameters),
        )


class Worker(msgspec.Struct, frozen=True):
    """Someone who works beside bijstand, with the months of each exemption that are used already.

    The youngest child is that of a single parent with full care; `can_work_more` is for the municipality to
    judge.
    """

    age: int
    youngest_child: int | None = None
    is_medisch_urenbeperkt: bool = False
    has_loonkostensubsidie: bool = False
    can_work_more: bool = True
    months_used: dict[Vrijlating, int] = {}


def vrijgelaten_per_month(
    loon_per_month: int, kind: Vrijlating, p: P, trace: list[Traced] | None = None
) -> Cents:
    """Return what is exempt of one person's earnings, in cents per month; each partner has an own exemption.

    Beside bijstand `loon_per_month` is net with the holiday pay that is built up.
    Source: Participatiewet, art. 31 lid 2n, r, y, z and aa, and from 2027 art. 34a (BWBR0015703).
    """
    if kind not in p.terms:
        raise NotCovered(f"vrijlating_{kind}_not_in_force")
    terms = p.terms[kind]
    exempt = cents_of(loon_per_month * terms.deel)
    result = exempt if terms.maximum is None else Cents(min(exempt, terms.maximum))
    if trace is not None:
        trace.append(terms.rule.traced(result, loon=loon_per_month))
    return result


def vrijlating_of(worker: Worker, p: P) -> Vrijlating | None:
    """Return the exemption this person can get this month; nothing when there is none (any more).

    Source: Participatiewet, art. 31 lid 2 and 5, and from 2027 art. 34a lid 1 (BWBR0015703).
    """
    kinds = _after_2026(worker) if Vrijlating.A34A in p.terms else _until_2027(worker, p)
    return next((kind for kind in kinds if months_left(worker, kind, p) != 0), None)


def months_left(worker: Worker, kind: Vrijlating, p: P) -> int | None:
    """Return how many months of an exemption are left; nothing when it has no end.

    Source: Participatiewet, art. 31 lid 2n, r and z, and from 2027 art. 34a lid 1a (BWBR0015703).
    """
    months = p.terms[kind].maanden
    return None if months is None else max(0, months - worker.months_used.get(kind, 0))


def _until_2027(worker: Worker, p: P) -> tuple[Vrijlating, ...]:
    """Return the exemptions in the order of the law; n and r are not for people under 27 (art. 31 lid 5)."""
    is_adult = worker.age >= p.leeftijd
    first = (Vrijlating.N,) if is_adult else ()
    if worker.is_medisch_urenbeperkt:
        return (*first, Vrijlating.Y)
    if worker.has_loonkostensubsidie:
        last = () if worker.can_work_more else (Vrijlating.AA,)
        return (*first, Vrijlating.Z, *last)
    child = worker.youngest_child
    if is_adult and child is not None and child < p.kind_leeftijd:
        return (*first, Vrijlating.R)
    return first


def _after_2026(worker: Worker) -> tuple[Vrijlating, ...]:
    # Art. 34a lid 2 and 3 (longer, or anew with a new job) are for the municipality to decide.
    return (Vrijlating.A34A_URENBEPERKT,) if worker.is_medisch_urenbeperkt else (Vrijlating.A34A,)


def _terms(regeling: Regeling, kind: Vrijlating, parameters: ParametersOn) -> Terms | None:
    """Return the terms of an exemption; nothing before its first day and after its last.

    Unlike a number, a rule that ended is not used on: another took its place.
    """
    ids = {part: f"{regeling.file}.vrijlating_{kind}_{part}" for part in _parts(kind)}
    begun = [_in_force(each, parameters) for each in ids.values()]
    if begun[0] is None or begun[0].outdated:
        return None
    known = {part: _number(each, parameters) for part, each in ids.items()}
    citation = regeling.citation.format(regeling.articles[kind])
    rule = Rule(f"vrijlating_{kind}", citation, tuple(ids.values()))
    return Terms(rule, known["deel"], known.get("maximum"), known.get("maanden"))


def _parts(kind: Vrijlating) -> Iterator[str]:
    yield "deel"
    if kind not in WITHOUT_MAXIMUM:
        yield "maximum"
    if kind in WITH_MONTHS:
        yield "maanden"


def _in_force(parameter_id: str, parameters: ParametersOn) -> InForce | None:
    try:
        return parameters.in_force(parameter_id)
    except LookupError:
        return None


def _number(parameter_id: str, parameters: ParametersOn) -> int:
    return msgspec.convert(parameters.value(parameter_id), int)
