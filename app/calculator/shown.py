"""What is known already, as lines with a way to change each; and the minimum wage for this visitor."""

from collections.abc import Iterator

import msgspec
from markupsafe import Markup

from app.calculator.asking import all_wanted
from app.calculator.offer import minimum_per_hour
from app.calculator.result import Result
from app.calculator.room import room
from app.condition import Missing
from app.facts import cookie
from app.facts.model import Fact
from app.facts.told import told
from app.money import Cents
from app.period import Month
from app.web.clock import today
from app.web.locale import gettext as _


class KnownLine(msgspec.Struct, frozen=True):
    """One answer that counts for the calculator."""

    fact: Fact
    words: Markup
    is_unknown: bool


def known_lines() -> list[KnownLine]:
    """Return every answer that counts, whichever way asked it."""
    answers, facts = cookie.answers(), cookie.facts()
    return [
        KnownLine(facts[fact], told(facts[fact], answers[fact]), isinstance(answers[fact], Missing))
        for fact in all_wanted()
        if fact in answers
    ]


def minimum_wage_now() -> Cents | None:
    """Return the minimum wage per hour for the age of this visitor; nothing when it is not known."""
    born = cookie.answers().get("geboortemaand")
    if not isinstance(born, Month):
        return None
    try:
        return minimum_per_hour(born.first_day, room().law(today()))
    except LookupError:
        return None


class LocalRow(msgspec.Struct, frozen=True):
    """A scheme of the municipality: its Dutch name, and whether it is kept, as a whole sentence."""

    label: str
    sentence: str


def local_rows(result: Result) -> list[LocalRow]:
    """Return the schemes that this household can have now or with the work."""
    labels = {scheme.id: scheme.label for scheme in result.law.schemes}
    then = {each.scheme: each for each in result.first.budget.lokaal}
    found = []
    for now in result.now.lokaal:
        before, after = now.reason is None, then[now.scheme].reason is None
        if before or after:
            found.append(LocalRow(labels[now.scheme], _kept(is_now=before, is_then=after)))
    return found


def _kept(*, is_now: bool, is_then: bool) -> str:
    if is_now and is_then:
        return _("Dit kunt u misschien krijgen, ook als u werkt.")
    if is_now:
        return _("Dit kunt u nu misschien krijgen. Met dit werk is uw inkomen er te hoog voor.")
    return _("Dit kunt u met dit werk misschien krijgen.")


def assumption_texts(result: Result) -> Iterator[str]:
    """Yield what was taken for granted in the budget with the work, each once, with who can say for sure."""
    texts = room().texts.assumptions
    seen = dict.fromkeys(each for line in result.first.budget.lines for each in line.assumptions)
    for each in seen:
        yield texts[each].sentence
        yield texts[each].settled_by
