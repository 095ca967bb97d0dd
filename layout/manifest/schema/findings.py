"""The schema of `findings.json`, from the records that it is written from."""

import dataclasses
import types
from enum import Enum
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from layout.manifest.schema.docstrings import of_class, of_fields
from layout.manifest.schema.notation import Schema
from layout.manifest.schema.shape import Definitions, choice, closed, described, kebab, list_of, or_null
from layout.model.findings_report import FindingsReport

_PLAIN = {str: "string", int: "integer", float: "number"}


def findings_schema() -> Schema:
    """The schema of `findings.json`."""
    defs = Definitions()
    return defs.document("findings", "findings.json", _object(FindingsReport, defs))


def _object(kind: type, defs: Definitions) -> Schema:
    told = of_fields(kind)
    hints = get_type_hints(kind, include_extras=True)
    properties = {key: described(_value(hint, defs), told[key]) for key, hint in hints.items()}
    return closed(of_class(kind), properties, tuple(properties))


def _value(kind: Any, defs: Definitions) -> Schema:
    origin, inner = get_origin(kind), get_args(kind)
    if origin in (Union, types.UnionType):
        return or_null(_value(inner[0], defs))
    if origin is Annotated:
        plain, limit = inner
        return {**_value(plain, defs), "pattern" if plain is str else "minimum": limit}
    if origin is tuple:
        items = list_of(_value(inner[0], defs))
        return items if inner[-1] is Ellipsis else {**items, "minItems": len(inner), "maxItems": len(inner)}
    assert isinstance(kind, type)
    if dataclasses.is_dataclass(kind):
        return defs.object(kebab(kind.__name__), lambda: _object(kind, defs))
    return choice(kind) if issubclass(kind, Enum) else {"type": _PLAIN[kind]}
