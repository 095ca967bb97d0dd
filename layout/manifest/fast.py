"""Sound keys in no time.

Takes plain Python as `node.to_value` gives it and a class of `keys`, gives an instance; raises Misfit at the first
doubt, and leaves it to pydantic (`adapter`) to say what is wrong, or that nothing is.
"""

import types
from collections.abc import Mapping
from enum import Enum
from functools import cache
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from layout.manifest.keys import Keys, Reads, Within
from layout.manifest.lengths import Unclear


class Misfit(Exception):
    """Something that this reading does not know to be sound."""


def fill_keys(kind: Any, value: Any) -> Any:
    """An instance of a class of `keys` from a dict of words; raises Misfit."""
    if not isinstance(value, dict):
        raise Misfit
    fields, required = _fields(kind)
    if not required <= value.keys():
        raise Misfit
    taken = {}
    for key, written in value.items():
        known = fields.get(key)
        if known is None:
            raise Misfit
        taken[key] = _converted(known, written)
    return kind(**taken)


@cache
def _fields(kind: Any) -> tuple[Mapping[str, Any], frozenset[str]]:
    hints = get_type_hints(kind, include_extras=True)
    return hints, frozenset(name for name in hints if not hasattr(kind, name))


def _converted(kind: Any, value: Any) -> Any:
    if kind is str and isinstance(value, str):
        return value
    origin = get_origin(kind)
    if origin is Annotated:
        return _annotated(kind, value)
    if origin in (Union, types.UnionType):
        return _converted(get_args(kind)[0], value)
    if origin is tuple and isinstance(value, list | tuple):
        item = get_args(kind)[0]
        return tuple([_converted(item, one) for one in value])
    if kind is int and (isinstance(value, int) or (isinstance(value, str) and value.isascii() and value.isdigit())):
        return int(value)
    if kind is bool and value in ("true", "false"):
        return value == "true"
    if isinstance(kind, type) and isinstance(value, kind) and kind is not str:
        return value
    if isinstance(kind, type) and issubclass(kind, Keys):
        return fill_keys(kind, value)
    if isinstance(kind, type) and issubclass(kind, Enum):
        try:
            return kind(value)
        except ValueError:
            raise Misfit from None
    raise Misfit


def _annotated(kind: Any, value: Any) -> Any:
    inner, *notes = get_args(kind)
    for note in notes:
        if isinstance(note, Reads):
            try:
                value = note.read(value)
            except Unclear:
                raise Misfit from None
    value = _converted(inner, value)
    if any(isinstance(note, Within) and not note.least <= value <= note.most for note in notes):
        raise Misfit
    return value
