"""The reference for editors, `layout/manifest/README.md`: the schemas as tables, in the places that `reference.md` has.

Takes the schemas by name, gives Markdown (GitHub's, with tables). What stories take comes from their reader.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from layout.manifest.schema.notation import NOTATIONS, TEXT, Schema
from layout.manifest.schema.stories import attribute_rows, piece_rows

_TITLES = [notation["title"] for notation in NOTATIONS.values()]
_PAGE = Path(__file__).with_name("reference.md")
_STORY = Path(__file__).parents[3] / "issues/cookbook/stories/horn.md"  # of the sources; an installed program has none


def reference(schemas: Mapping[str, Schema]) -> str:
    """The whole page."""
    parts = {name: _Document(name, schema).told() for name, schema in schemas.items()}
    parts["notations"] = _notations()
    parts["story"] = _STORY.read_text("utf-8").rstrip()
    parts["pieces"] = _table(("written", "what it is", "takes"), piece_rows())
    parts["attributes"] = _table(("attribute", "what it means"), attribute_rows())
    told = re.sub(r"<!-- (\w+) -->", lambda place: parts[place[1]], _PAGE.read_text("utf-8"))
    return f"<!-- Made by: python -m layout.manifest.schema -->\n\n{told}"


def _notations() -> str:
    rows = [
        (one["title"], one["description"], ", ".join(f"`{_plain(example)}`" for example in one.get("examples", ())))
        for name, one in NOTATIONS.items()
        if "description" in one and name != "version"
    ]
    return _table(("notation", "how it is written", "such as"), rows)


class _Document(NamedTuple):
    """A schema on its way to tables: one for the whole, one for each object in it."""

    name: str
    schema: Schema

    def told(self) -> str:
        waiting = [("", self.schema)]
        known = {""}
        sections = []
        for name, schema in waiting:
            sections.append(self._section(name, schema))
            for inner_name, inner in self._objects(schema):
                if inner_name not in known:
                    known.add(inner_name)
                    waiting.append((inner_name, inner))
        return "\n\n".join(sections)

    def _section(self, name: str, schema: Schema) -> str:
        if not name:
            return self._keys(schema)
        branches = schema.get("anyOf", [schema])
        told = schema.get("description", "")
        tables = [f"{self._kind(one)}{self._keys(one)}" for one in branches]
        return "\n\n".join((f"### {self.name.capitalize()}: {name}", *([told] if told else []), *tables))

    def _kind(self, branch: Schema) -> str:
        """What a branch is for, where there are several."""
        kind = branch["properties"].get("kind")
        return f"`kind: {kind['enum'][0]}`: {branch['description']}\n\n" if kind else ""

    def _keys(self, schema: Schema) -> str:
        return _table(("key", "what it is", "may be", "if left out"), self._rows(schema, ""))

    def _rows(self, schema: Schema, before: str) -> Iterator[tuple[str, ...]]:
        required = schema.get("required", ())
        patterns = {key.strip("^") + "...": one for key, one in schema.get("patternProperties", {}).items()}
        for key, one in {**schema.get("properties", {}), **patterns}.items():
            default = f"`{_plain(one['default'])}`" if "default" in one else ""
            if key in required and self.name != "findings":
                default = "*must be said*"
            yield f"{before}`{key}`", one["description"], self._may_be(one, key), default
            if before or schema is not self.schema:
                yield from self._rows(one, f"{before}`{key}` ") if _is_table(one) else ()

    def _may_be(self, schema: Schema, key: str) -> str:
        if (title := schema.get("title")) in _TITLES:
            return f"[{title}](#notations)"
        if "$ref" in schema:
            return self._reference(schema["$ref"].rpartition("/")[2])
        if "anyOf" in schema:
            return " or ".join(self._may_be(one, key) for one in schema["anyOf"] if one != {"type": "null"})
        if "enum" in schema:
            return ", ".join(f"`{choice}`" for choice in schema["enum"] if choice is not None)
        kinds = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
        if "array" in kinds:
            least, most = schema.get("minItems"), schema.get("maxItems")
            count = f"{least} or {most} of " if least != most else f"{least} of " if least else ""
            return f"a list: {count}{self._may_be(schema['items'], key)}"
        if "object" in kinds and isinstance(schema.get("additionalProperties"), dict) and "properties" not in schema:
            return f"names, each with {self._may_be(schema['additionalProperties'], key)}"
        if "object" in kinds:
            return self._link(key) if key in dict(self._objects(self.schema)) else "keys as below"
        return _scalar(kinds, schema)

    def _reference(self, name: str) -> str:
        if name == "version":
            return "`1`"
        if name in NOTATIONS:
            return f"[{NOTATIONS[name]['title']}](#notations)"
        return self._link(name)

    def _link(self, name: str) -> str:
        return f"[{name}](#{self.name}-{name})"

    def _objects(self, schema: Schema) -> Iterator[tuple[str, Schema]]:
        """The objects that a schema speaks of, each with its name: those defined, and sections of the whole."""
        for key, one in schema.get("properties", {}).items():
            if schema is self.schema and _is_table(one):
                yield key, one
        for name in _names(schema, self.schema):
            if name not in NOTATIONS:
                yield name, self.schema["$defs"][name]


def _names(schema: Any, whole: Schema) -> Iterator[str]:
    """The definitions that a schema refers to, its sections aside."""
    if isinstance(schema, list):
        for one in schema:
            yield from _names(one, whole)
    elif isinstance(schema, dict):
        for key, one in schema.items():
            if key == "$ref":
                yield one.rpartition("/")[2]
            elif key != "$defs":
                yield from _names(one, whole)


def _is_table(schema: Schema) -> bool:
    return "properties" in schema


def _scalar(kinds: list[str], schema: Schema) -> str:
    if "boolean" in kinds:
        return "`true` or `false`"
    if "minimum" in schema and "maximum" in schema:
        return f"a number from {schema['minimum']} to {schema['maximum']}"
    if set(TEXT["type"]) <= set(kinds) or kinds == ["string"]:
        return "text"
    if "null" in kinds and "string" in kinds:
        return "text or `null`"
    number = "number" if "number" in kinds else "whole number"
    return f"{number} or `null`" if "null" in kinds else number


def _table(heads: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [heads, ("---",) * len(heads), *rows]
    return "\n".join(f"| {' | '.join(line)} |".replace("  |", " |") for line in lines)


def _plain(value: Any) -> str:
    """A value as one writes it in YAML."""
    if isinstance(value, str):
        return value
    if isinstance(value, dict):
        return f"{{{', '.join(f'{key}: {_plain(one)}' for key, one in value.items())}}}"
    if isinstance(value, list):
        return f"[{', '.join(map(_plain, value))}]"
    return json.dumps(value)
