"""The numbers of a day put into the struct of a rule, so that no rule looks anything up by name."""

from bisect import bisect_right
from operator import itemgetter
from typing import TypeVar

import msgspec

from app.parameters import Bands, ParametersOn

_P = TypeVar("_P", bound=msgspec.Struct)
_BEGIN = itemgetter(0)


def numbers(kind: type[_P], parameters: ParametersOn, file: str, **elsewhere: str) -> _P:
    """Return the struct with the number `<file>.<field>` in every field, or the one named in `elsewhere`.

    A field that is a table of law gets its bands. A LookupError names every number that is missing.
    """
    found: dict[str, object] = {}
    missing: list[str] = []
    for field in msgspec.structs.fields(kind):
        name = elsewhere.get(field.name, f"{file}.{field.name}")
        try:
            found[field.name] = parameters.bands(name) if field.type == Bands else parameters.value(name)
        except LookupError as error:
            missing.append(str(error))
    if missing:
        raise LookupError("; ".join(missing))
    return msgspec.convert(found, kind)


def band_at(bands: Bands, at: int) -> tuple[int, ...]:
    """Return the row of a table of law that holds at this amount or age: the last that begins by then."""
    return bands[bisect_right(bands, at, key=_BEGIN) - 1]
