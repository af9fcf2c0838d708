"""The numbers of a day put into the struct of a rule, so that no rule looks anything up by name."""

from typing import TypeVar

import msgspec

from app.parameters import ParametersOn

_P = TypeVar("_P", bound=msgspec.Struct)


def numbers(kind: type[_P], parameters: ParametersOn, file: str, **elsewhere: str) -> _P:
    """Return the struct with the number `<file>.<field>` in every field, or the one named in `elsewhere`."""
    ids = {field: elsewhere.get(field, f"{file}.{field}") for field in kind.__struct_fields__}
    return msgspec.convert({field: parameters.value(ids[field]) for field in ids}, kind)
