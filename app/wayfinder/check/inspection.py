"""All checks, one after another."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

import msgspec

from app.content_file import ContentError
from app.parameters import Parameters, ParametersOn
from app.wayfinder.check.city import check_city, check_past
from app.wayfinder.check.conditions import check_fit, check_proofs, check_words, guards_of
from app.wayfinder.check.facts import check_facts
from app.wayfinder.check.finding import Finding, found_in
from app.wayfinder.check.glossary import check_glossary
from app.wayfinder.check.links import check_links
from app.wayfinder.check.placed import Placed, conditions_of
from app.wayfinder.check.reach import check_reach
from app.wayfinder.check.reading import Content, read_content
from app.wayfinder.check.recording import Heard, numbers_behind
from app.wayfinder.check.routes import Figures, check_length, check_routes, figures, routes_on
from app.wayfinder.check.support import check_age, check_support
from app.wayfinder.check.texts import check_style, check_texts
from app.wayfinder.check.uses import Uses, check_begun, check_parameters, check_uses, check_worked_out
from app.wayfinder.flow import RouteOn
from app.web.theme import load_theme


class Report(msgspec.Struct, frozen=True):
    """What an editor should mend, and the figures of every route."""

    findings: list[Finding]
    routes: list[Figures]


Users = Callable[[Parameters], frozenset[str]]
"""Says of all numbers which ones other rooms use."""


def nowhere(_parameters: Parameters) -> frozenset[str]:
    """Return which numbers other rooms use when there are none."""
    return frozenset()


def structure(directories: Sequence[Path]) -> list[Finding]:
    """Return what keeps the portal from starting: files that cannot be read as what they should be."""
    content, unreadable = read_content(directories, None)
    _, wrong = conditions_of(content)
    return _in_order([*unreadable, *wrong, *_numbers(directories)[1], *_look(directories)])


def findings(
    directories: Sequence[Path], day: date, sprite: Path | None = None, used_elsewhere: Users = nowhere
) -> list[Finding]:
    """Return everything that an editor should mend, in the order of files and lines."""
    return report(directories, day, sprite, used_elsewhere).findings


def report(
    directories: Sequence[Path], day: date, sprite: Path | None = None, used_elsewhere: Users = nowhere
) -> Report:
    """Return every finding with the figures of every route.

    Icons are only checked against a sprite; other rooms say themselves which numbers they use.
    """
    content, unreadable = read_content(directories, sprite)
    parameters, wrong_numbers = _numbers(directories)
    placed, wrong = conditions_of(content)
    found = [*unreadable, *wrong, *wrong_numbers, *_look(directories), *_by_itself(content)]
    # What cannot be read cannot be linked to or used either; to say so of its neighbours would only confuse.
    if unreadable or wrong or parameters is None:
        return Report(_in_order(found), [])
    numbers = parameters.on(day)
    whole = _Whole(
        content, placed, numbers, numbers_behind(content.questions, numbers), used_elsewhere(parameters)
    )
    loose = _loose(whole)
    if loose:
        return Report(_in_order([*found, *loose]), [])
    try:
        routes = routes_on(directories, parameters, day)
    except ContentError as error:
        return Report(_in_order([*found, found_in(error)]), [])
    counted = [figures(on, whole.heard) for on in routes]
    return Report(_in_order([*found, *_together(whole, routes, counted)]), counted)


class _Whole(msgspec.Struct, frozen=True):
    """All content with its conditions, the numbers of the day, and what derived facts and other rooms use."""

    content: Content
    placed: list[Placed]
    numbers: ParametersOn
    heard: Mapping[str, Heard]
    used_elsewhere: frozenset[str]


def _by_itself(content: Content) -> Iterator[Finding]:
    """Yield what is wrong with a file whatever the other files say."""
    yield from check_facts(content)
    yield from check_support(content)
    yield from check_city(content)
    yield from check_texts(content)
    yield from check_glossary(content)
    yield from check_length(content)


def _loose(whole: _Whole) -> list[Finding]:
    """Return what does not lead to where it should."""
    content = whole.content
    lost = [*check_links(content), *check_fit(content, whole.placed), *guards_of(whole.placed)[1]]
    return [
        *lost,
        *check_begun(content, whole.numbers, whole.used_elsewhere),
        *check_worked_out(content, whole.heard),
    ]


def _together(whole: _Whole, routes: list[RouteOn], counted: list[Figures]) -> list[Finding]:
    """Return what is wrong with the whole, now that all parts of it are known to exist."""
    content, uses = whole.content, Uses(whole.content, whole.placed)
    found = [*check_words(content, whole.placed), *check_proofs(content, whole.placed, whole.numbers)]
    found += check_reach(content, routes, whole.heard)
    # A condition that goes only one way keeps questions from being asked: one mistake, not two.
    found += check_routes(content, uses, [] if found else counted)
    used = check_parameters(content, uses, whole.heard, whole.used_elsewhere)
    return [*found, *check_uses(content, uses), *used]


def remarks(directories: Sequence[Path], day: date) -> list[Finding]:
    """Return advice that stops nothing: long sentences, and what nobody checked for a year."""
    content, _ = read_content(directories, None)
    return _in_order([*check_style(content), *check_age(content, day), *check_past(content, day)])


def _in_order(found: Iterable[Finding]) -> list[Finding]:
    return sorted(set(found))


def _numbers(directories: Sequence[Path]) -> tuple[Parameters | None, list[Finding]]:
    try:
        return Parameters.load([each / "parameters" for each in directories]), []
    except ContentError as error:
        return None, [found_in(error)]


def _look(directories: Sequence[Path]) -> Iterator[Finding]:
    for path in (each / "theme.yaml" for each in directories):
        try:
            if path.exists():
                load_theme(path)
        except ContentError as error:
            yield found_in(error)
