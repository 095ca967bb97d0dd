"""What the three languages share in JSON Schema: objects defined once, values described, nothing said for nothing."""

from collections.abc import Callable
from enum import Enum
from typing import Any

from layout.manifest.schema.notation import NOTATIONS, Schema


class Definitions:
    """The `$defs` of a schema."""

    def __init__(self) -> None:
        self.made: dict[str, Schema] = {}

    def object(self, name: str, make: Callable[[], Schema]) -> Schema:
        """A reference to an object, which is made where it is named first."""
        assert name not in NOTATIONS
        if name not in self.made:
            self.made[name] = {}
            self.made[name].update(make())
        return {"$ref": f"#/$defs/{name}"}

    def notation(self, name: str) -> Schema:
        """A reference to a notation."""
        if name not in self.made:
            self.made[name] = self._with_inner(NOTATIONS[name])
        return {"$ref": f"#/$defs/{name}"}

    def document(self, name: str, title: str, shape: Schema) -> Schema:
        """A whole schema: `shape` with all that it refers to."""
        head = {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "$id": f"urn:layout-newspaper:schema:{name}",
            "title": title,
        }
        return {**head, **shape, "$defs": dict(sorted(self.made.items()))}

    def _with_inner(self, schema: Schema) -> Schema:
        """The schema, with the notations that it refers to among the definitions."""
        if "$ref" in schema:
            self.notation(schema["$ref"].rpartition("/")[2])
        for inner in (*schema.get("anyOf", ()), *schema.get("properties", {}).values()):
            self._with_inner(inner)
        return schema


def closed(description: str, properties: Schema, required: tuple[str, ...] = ()) -> Schema:
    """An object of these properties and no others."""
    shape = {"type": "object", "description": description, "properties": properties, "additionalProperties": False}
    return {**shape, "required": list(required)} if required else shape


def described(schema: Schema, description: str, default: Any = None) -> Schema:
    """The schema of a property; a default of nothing goes without saying."""
    told = {**schema, "description": description} if description else schema
    return {**told, "default": default} if default not in (None, "", [], ()) else told


def list_of(item: Schema) -> Schema:
    """Any number of them."""
    return {"type": "array", "items": item}


def choice(kind: type[Enum]) -> Schema:
    """One of an enumeration's values."""
    return {"enum": [member.value for member in kind]}


def or_null(schema: Schema) -> Schema:
    """The same, or no value. A notation is written out: editors tell of a choice's halves, not of the property."""
    if (name := schema.get("$ref", "").rpartition("/")[2]) in NOTATIONS:
        schema = {key: told for key, told in NOTATIONS[name].items() if key != "description"}
    if "enum" in schema:
        return {"enum": [*schema["enum"], None]}
    if isinstance(kind := schema.get("type"), str | list):
        return {**schema, "type": [*([kind] if isinstance(kind, str) else kind), "null"]}
    if "anyOf" in schema:
        return {**schema, "anyOf": [*schema["anyOf"], {"type": "null"}]}
    return any_of(schema, {"type": "null"})


def any_of(*schemas: Schema) -> Schema:
    """One of them."""
    flat = (one for schema in schemas for one in (schema["anyOf"] if schema.keys() == {"anyOf"} else [schema]))
    return {"anyOf": list(flat)}


def kebab(name: str) -> str:
    """`PageCountKeys` as a definition's name: `page-count`."""
    return "".join(
        f"-{letter.lower()}" if letter.isupper() else letter
        for letter in name.removesuffix("Keys").removeprefix("Told")
    ).strip("-")
