"""The outcome of a route: what fits, what may fit, what does not, and what to do first."""

from collections.abc import Mapping

import msgspec

from app.catalogue.model import Item
from app.condition import Known, Missing, Truth, Verdict, evaluate, explain, open_facts
from app.wayfinder.flow import RouteOn, closed_gate, questions_of
from app.wayfinder.model import DatedStep, Fitting, NotNow, Outcome, Possible, Reason
from app.wayfinder.reasons import reasons_for, would_change
from app.wayfinder.steps import dated_steps


def outcome(on: RouteOn, known: Mapping[str, Known]) -> Outcome:
    """Return what the route says to a visitor with these answers on the route's day."""
    closed = closed_gate(on, known)
    if closed is not None:
        # For whom the way is closed nothing on it holds; the way out and a crisis exit do.
        on = msgspec.structs.replace(on, items=())
    verdicts = {item.id: explain(on.conditions[item.id], known) for item in on.items}
    fitting, possible = _fitting(on, known, verdicts), _possible(on, known, verdicts)
    steps = dated_steps(on, known, tuple(fit.item for fit in fitting))
    headline = next((fit.item for fit in fitting if fit.item.headline), None)
    return Outcome(
        on.facts.day,
        fitting,
        possible,
        _not_now(on, known, verdicts),
        steps,
        _first_step(steps, headline),
        headline.headline if headline else None,
        _organisations([fit.item for fit in fitting]) or _organisations([may.item for may in possible]),
        tuple(c for c in on.way.crises if evaluate(on.crises[c.id], known) is Truth.YES),
        closed,
    )


def _fitting(on: RouteOn, known: Mapping[str, Known], verdicts: Mapping[str, Verdict]) -> tuple[Fitting, ...]:
    items = [item for item in on.items if verdicts[item.id].truth is Truth.YES and item.is_confirmed]
    items.sort(key=lambda item: not item.urgent)
    return tuple(
        _fitting_item(on, item, reasons_for(on.facts, known, verdicts[item.id].decisive)) for item in items
    )


def _fitting_item(on: RouteOn, item: Item, reasons: tuple[Reason, ...]) -> Fitting:
    """Return a fitting item; that someone lives here and may work is told only where nothing else is."""
    telling = tuple(reason for reason in reasons if not on.gates.keys() >= set(reason.questions))
    return Fitting(item, reasons, telling or reasons)


def _possible(
    on: RouteOn, known: Mapping[str, Known], verdicts: Mapping[str, Verdict]
) -> tuple[Possible, ...]:
    """Return the items that may fit; what nobody has confirmed stands last, whatever its answers say."""
    found = [
        _possible_item(on, known, item, verdicts[item.id])
        for item in on.items
        if verdicts[item.id].truth is Truth.UNKNOWN
        or (verdicts[item.id].truth is Truth.YES and not item.is_confirmed)
    ]
    found.sort(key=lambda may: (not may.item.is_confirmed, not may.item.urgent, may.unknown_facts))
    return tuple(found)


def _possible_item(on: RouteOn, known: Mapping[str, Known], item: Item, verdict: Verdict) -> Possible:
    settling = open_facts(on.conditions[item.id], known) if item.is_confirmed else ()
    asks = next(questions_of(on, known, settling), None)
    reasons = reasons_for(on.facts, known, verdict.decisive)
    return Possible(item, reasons, asks, len(verdict.facts), None if asks else _to_look_up(known, reasons))


def _to_look_up(known: Mapping[str, Known], reasons: tuple[Reason, ...]) -> str | None:
    """Return the first question behind the reasons that the visitor did not know."""
    behind = (question for reason in reasons for question in reason.questions)
    return next((question for question in behind if known.get(question) is Missing.DONT_KNOW), None)


def _not_now(on: RouteOn, known: Mapping[str, Known], verdicts: Mapping[str, Verdict]) -> tuple[NotNow, ...]:
    return tuple(
        NotNow(
            item,
            reasons_for(on.facts, known, verdicts[item.id].decisive),
            would_change(on.facts, known, verdicts[item.id].decisive),
        )
        for item in on.items
        if verdicts[item.id].truth is Truth.NO
    )


def _first_step(steps: tuple[DatedStep, ...], headline: Item | None) -> DatedStep | None:
    """Return the first step of the item that the headline speaks of."""
    return next((step for step in steps if headline is not None and step.item.id == headline.id), None)


def _organisations(items: list[Item]) -> tuple[str, ...]:
    """Return who helps: the people named with these items, the most often named first."""
    named = [helper for item in items for helper in item.helpers]
    return tuple(sorted(dict.fromkeys(named), key=lambda each: -named.count(each)))
