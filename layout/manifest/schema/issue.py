"""The schema of `issue.yaml`, from the classes of `keys`."""

import types
from enum import Enum
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from layout.manifest.keys import (
    ArticleKeys,
    DummyKeys,
    IssueKeys,
    Keys,
    PictureKeys,
    Shortens,
    SlotKeys,
    Within,
    Written,
)
from layout.manifest.schema.docstrings import of_class, of_fields
from layout.manifest.schema.notation import TEXT, Schema, whole
from layout.manifest.schema.shape import Definitions, any_of, choice, closed, described, kebab, list_of, or_null
from layout.model.issue import SlotKind

_JUST_ONE: dict[type[Keys], tuple[str, ...]] = {
    ArticleKeys: ("story", "text"),
    PictureKeys: ("file", "grid"),
    SlotKeys: tuple(kind.value for kind in SlotKind),
    DummyKeys: ("page", "pages"),
}
"""Keys of which each entry has exactly one; `issue` and `dummy` see to it when they read."""


def issue_schema() -> Schema:
    """The schema of `issue.yaml`."""
    defs = Definitions()
    return defs.document("issue", "issue.yaml", _object(IssueKeys, defs))


def _object(kind: type[Keys], defs: Definitions) -> Schema:
    told = of_fields(kind)
    properties = {
        key: described(_value(hint, defs), told[key], _default(kind, key))
        for key, hint in get_type_hints(kind, include_extras=True).items()
    }
    required = tuple(key for key in properties if not hasattr(kind, key))
    shape = closed(of_class(kind), properties, required)
    return {**shape, "oneOf": [{"required": [key]} for key in _JUST_ONE[kind]]} if kind in _JUST_ONE else shape


def _default(kind: type[Keys], key: str) -> Any:
    default = getattr(kind, key, None)
    return default.value if isinstance(default, Enum) else default


def _value(kind: Any, defs: Definitions) -> Schema:
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        return or_null(_value(get_args(kind)[0], defs))
    if origin is Annotated:
        return _annotated(*get_args(kind), defs=defs)
    if origin is tuple:
        return list_of(_value(get_args(kind)[0], defs))
    if issubclass(kind, Keys):
        return defs.object(kebab(kind.__name__), lambda: _object(kind, defs))
    if issubclass(kind, Enum):
        return choice(kind)
    if kind is bool:
        return {"type": ["boolean", "string"], "pattern": "^([Tt]rue|[Ff]alse|[Yy]es|[Nn]o|[Oo]n|[Oo]ff)$"}
    assert kind is str
    return TEXT


def _annotated(inner: Any, *notes: Any, defs: Definitions) -> Schema:
    for note in notes:
        if isinstance(note, Shortens):
            return any_of(TEXT if note.notation == "text" else defs.notation(note.notation), _value(inner, defs))
        if isinstance(note, Written):
            return defs.notation(note.notation)
    (bounds,) = (note for note in notes if isinstance(note, Within))
    return whole(bounds.least, bounds.most)
