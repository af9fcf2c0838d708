"""All checks, one after another."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import msgspec

from app.content_file import ContentError
from app.parameters import Parameters
from app.wayfinder.check.conditions import check_fit, check_proofs, check_words, guards_of
from app.wayfinder.check.facts import check_facts
from app.wayfinder.check.finding import Finding, found_in
from app.wayfinder.check.glossary import check_glossary
from app.wayfinder.check.links import check_links
from app.wayfinder.check.placed import conditions_of
from app.wayfinder.check.reading import read_content
from app.wayfinder.check.recording import numbers_behind
from app.wayfinder.check.routes import Figures, check_routes, figures
from app.wayfinder.check.support import check_support
from app.wayfinder.check.texts import check_style, check_texts
from app.wayfinder.check.uses import Uses, check_parameters, check_uses


class Report(msgspec.Struct, frozen=True):
    """What an editor should mend, and the figures of every route."""

    findings: list[Finding]
    routes: list[Figures]


def structure(directories: Sequence[Path]) -> list[Finding]:
    """Return what keeps the portal from starting: files that cannot be read as what they should be."""
    content, unreadable = read_content(directories, None)
    _, wrong = conditions_of(content)
    return sorted({*unreadable, *wrong, *_numbers(directories)[1]})


def findings(directories: Sequence[Path], day: date, sprite: Path | None = None) -> list[Finding]:
    """Return everything that an editor should mend, in the order of files and lines."""
    return report(directories, day, sprite).findings


def report(directories: Sequence[Path], day: date, sprite: Path | None = None) -> Report:
    """Return every finding in the order of files and lines; icons are only checked against a sprite."""
    content, found = read_content(directories, sprite)
    parameters, unreadable = _numbers(directories)
    placed, wrong = conditions_of(content)
    good, unfit = check_fit(content, placed)
    found += [*unreadable, *wrong, *unfit]
    for check in (check_facts, check_support, check_links, check_texts, check_glossary):
        found += check(content)
    found += check_words(content, good)
    found += check_uses(content, Uses(content, placed))
    guards, circles = guards_of(good)
    found += circles
    if parameters is None:
        return Report(sorted(set(found)), [])
    numbers = parameters.on(day)
    heard = numbers_behind({fact_id: entry.value for fact_id, entry in content.facts.items()}, numbers)
    counted = figures(directories, parameters, day, heard)
    found += check_proofs(content, good, guards, numbers)
    found += check_parameters(content, Uses(content, placed), heard)
    found += check_routes(content, counted)
    return Report(sorted(set(found)), counted)


def remarks(directories: Sequence[Path]) -> list[Finding]:
    """Return advice about style, which stops nothing."""
    content, _ = read_content(directories, None)
    return sorted(check_style(content))


def _numbers(directories: Sequence[Path]) -> tuple[Parameters | None, list[Finding]]:
    try:
        return Parameters.load([each / "parameters" for each in directories]), []
    except ContentError as error:
        return None, [found_in(error)]
