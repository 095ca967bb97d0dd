"""The schemas of style sheets and press profiles, from the records that `sheet` fills.

Keys are those of `sheet.keys_of`: one of them fills a field, the fields of a table, or those of a list.
"""

import dataclasses
import types
from collections.abc import Mapping
from enum import Enum
from typing import Annotated, Any, NamedTuple, Union, get_args, get_origin

from layout.diagnostics import Severity
from layout.furniture import OPTIONS
from layout.manifest.schema.docstrings import of_class, of_fields
from layout.manifest.schema.notation import TEXT, Schema
from layout.manifest.schema.shape import Definitions, any_of, choice, closed, described, kebab, list_of, or_null
from layout.manifest.sheet import Ways, fields_of, keys_of
from layout.manifest.style import FURNITURE_SETS, ROLES, VOICES
from layout.model.ink import BLACK, PAPER, Ink
from layout.model.press import SHEET_PAGES, InkLimits, Press, Products
from layout.model.style import BoxLook, Makeup, PageStyle, SloganLook, Style, TextStyle
from layout.units import EMU_PER_MM, EMU_PER_PT, Emu

_TABLES: Mapping[str, str] = {
    "margins": "White around the live area: at the top and foot of the page, at the fold and at the fore-edge.",
    "drop-cap": "The large first letter: how many lines it takes, which role sets it, the white beside it.",
    "runt": "When a paragraph's last line is long enough: so many words, or such a share of the measure.",
    "line": "The same for line art: pictures of black and white alone, without greys.",
}
"""What the tables of `sheet.TABLES` hold."""
_PERCENT = ("total", "pictures", "reversed_ground")
"""Amounts of ink, which are written in percent."""
_PHRASES = {
    "continued-on": "Where a story goes on: `Continued on page {page}`.",
    "continued-from": "Where it comes from: `Continued from page {page}`.",
    "continued-from-front": "The same, from page 1.",
    "continued-from-back": "The same, from the last page.",
    "page": "How a page is referred to: `page {page}`.",
    "number": "The issue's number: `No. {number}`.",
    "price": "The price: `Price {price}`.",
    "contents": "The heading of the contents list.",
    "credit": "Who made a picture: `{credit}`.",
    "advertisement": "The word above advertisements.",
}


class _Field(NamedTuple):
    """A field of a record: where it belongs, its type, what it is and what it is if left out."""

    owner: type
    name: str
    kind: Any
    told: str
    default: Any


def style_schema() -> Schema:
    """The schema of a style sheet."""
    return _Sheet(Definitions(), "length").style()


def press_schema() -> Schema:
    """The schema of a press profile."""
    return _Sheet(Definitions(), "measure").press()


class _Sheet(NamedTuple):
    """A sheet's schema in the making; `length` is the notation of its lengths."""

    defs: Definitions
    length: str

    def style(self) -> Schema:
        told = of_fields(Style)
        text = self.record(TextStyle, "role")
        like = {"like": described(TEXT, "Another role, of which this one takes over all keys that it does not say.")}
        self.defs.object("text-style", lambda: or_null({**text, "properties": {**like, **text["properties"]}}))
        sections = {
            "page": self._replace(length="measure").record(PageStyle),
            "inks": _each(self.defs.notation("colour")),
            "text": self._roles(),
            "boxes": _each(self._look(BoxLook)),
            "slogans": _each(self._look(SloganLook)),
            "makeup": self.record(Makeup),
            "furniture": self._furniture(),
            "words": _phrases(),
            "exceptions": _each(list_of({"type": "string", "minLength": 1})),
        }
        own = {key: described(section, told[key]) for key, section in sections.items()}
        needed = [key for key in own if key != "exceptions"]
        return self.defs.document("style", "A style sheet", self._extending(of_class(Style), own, needed))

    def press(self) -> Schema:
        shape = self.record(Press, "name", "severities")
        grave = {"enum": [*(one.value for one in Severity), "off"]}
        own = {**shape["properties"], "severities": described(_each(grave), of_fields(Press)["severities"])}
        needed = ["standard", "colour"]
        return self.defs.document("press", "A press profile", self._extending(of_class(Press), own, needed))

    def record(self, kind: Any, *given: str) -> Schema:
        """A record of the model as it is written; the fields `given` are not."""
        kinds, _ = fields_of(kind)
        told = of_fields(kind)
        fields = {
            field.name: _Field(kind, field.name, kinds[field.name], told.get(field.name, ""), field.default)
            for field in dataclasses.fields(kind)
        }
        keys = {key: way for key, way in keys_of(kind).items() if way not in given}
        return closed(of_class(kind), {key: self._way(key, way, fields) for key, way in keys.items()})

    def _way(self, key: str, way: str | tuple[str, ...] | Ways, fields: Mapping[str, _Field]) -> Schema:
        if isinstance(way, str):
            return self._property(fields[way])
        if isinstance(way, Mapping):
            return closed(_TABLES[key], {inner: self._way(inner, one, fields) for inner, one in way.items()})
        several = [fields[name] for name in way]
        numbers = {**list_of(self._value(several[0])), "minItems": 2, "maxItems": len(several)}
        told = " ".join(field.told for field in several)
        return described(numbers, told, [field.default for field in several])

    def _property(self, field: _Field) -> Schema:
        return described(self._value(field), field.told, _written(field))

    def _value(self, field: _Field) -> Schema:
        if (field.owner, field.name) == (InkLimits, "colour_pages"):
            return list_of(self.defs.notation("sheet-pages"))
        if (field.owner, field.name) == (Products, "signature"):
            return {**self.defs.notation("number"), "minimum": 0, "multipleOf": SHEET_PAGES}
        return self.defs.notation("amount") if field.name in _PERCENT else self._kind(field.kind)

    def _kind(self, kind: Any) -> Schema:
        origin, inner = get_origin(kind), get_args(kind)
        if origin in (Union, types.UnionType):
            return or_null(self._kind(inner[0]))
        if origin is tuple:
            return list_of(self._kind(inner[0]))
        if origin is Annotated:
            return self.defs.notation(self.length)
        if kind is Ink:
            return self.defs.notation("colour")
        if dataclasses.is_dataclass(kind) and isinstance(kind, type):
            return self.defs.object(kebab(kind.__name__), lambda: self.record(kind))
        if isinstance(kind, type) and issubclass(kind, Enum):
            return choice(kind)
        return self.defs.notation({int: "number", float: "points"}[kind]) if kind in (int, float) else TEXT

    def _roles(self) -> Schema:
        style = {"$ref": "#/$defs/text-style"}
        roles = {role: described(style, f"{what}.") for role, what in ROLES.items()}
        voices = {
            f"^{voice}": described(style, f"A role said anew for text {where}.") for voice, where in VOICES.items()
        }
        return {**_each(style), "properties": roles, "patternProperties": voices}

    def _furniture(self) -> Schema:
        pieces = any_of(*(self._piece(kind, options) for kind, options in OPTIONS.items()))
        self.defs.object("furniture-piece", lambda: pieces)
        pieces_of = {"type": ["array", "null"], "items": {"$ref": "#/$defs/furniture-piece"}}
        sets = {name: described(pieces_of, what) for name, what in FURNITURE_SETS.items()}
        return {**_each(pieces_of), "properties": sets}

    def _piece(self, kind: str, options: type) -> Schema:
        shape = self.record(options)
        named = described(
            {"enum": list(dict.fromkeys((_key(kind), kind)))}, f"Which piece this is: {shape['description']}"
        )
        needed = (_key(field.name) for field in dataclasses.fields(options) if field.default is dataclasses.MISSING)
        return {**shape, "properties": {"kind": named, **shape["properties"]}, "required": ["kind", *needed]}

    def _look(self, kind: type) -> Schema:
        return self.defs.object(kebab(kind.__name__), lambda: or_null(self.record(kind, "name")))

    def _extending(self, told: str, own: Schema, needed: list[str]) -> Schema:
        extends = "The name of another sheet: this one says only what differs from it."
        properties = {
            "layout": described(self.defs.notation("version"), "The version of this language: 1."),
            "extends": described(TEXT, extends),
            **own,
        }
        return {**closed(told, properties), "anyOf": [{"required": ["extends"]}, {"required": needed}]}


def _each(value: Schema) -> Schema:
    """Names of an editor's own choice, with a value each."""
    return {"type": "object", "additionalProperties": value}


def _phrases() -> Schema:
    phrase = {"type": ["string", "number", "null"]}
    phrases = {**_each(phrase), "properties": {key: described(phrase, told) for key, told in _PHRASES.items()}}
    ornament = closed("The line that stands for `---`.", {"sign": described(phrase, "Its signs: `* * *`.")})
    bullets = closed("Lists without numbers.", {"bullet": described(phrase, "What stands before each entry.")})
    return {**_each(phrases), "properties": {"ornament": ornament, "list": bullets}}


def _key(name: str) -> str:
    return name.replace("_", "-")


def _written(field: _Field) -> Any:
    """A default as one writes it; None where it goes without saying, or where there is none."""
    value = field.default
    if value is None or dataclasses.is_dataclass(value) or value is dataclasses.MISSING:
        return {BLACK: "gray(100%)", PAPER: "gray(0%)"}.get(value) if isinstance(value, Ink) else None
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, tuple):
        return [one.value if isinstance(one, Enum) else one for one in value]
    if field.kind == Emu:
        return f"{value / EMU_PER_MM:g}mm" if value and value % (EMU_PER_MM // 10) == 0 else f"{value / EMU_PER_PT:g}pt"
    return f"{value // 10}%" if field.name in _PERCENT else value
