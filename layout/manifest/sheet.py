"""Sheets of YAML (house styles, press profiles): `extends` followed, keys made fields of the model's dataclasses.

Takes a `Table` and a dataclass, gives an instance; what a key may hold is read from the field's type, so a new option
is a new field and nothing more. Keys are the field names with hyphens, in the one way that `keys_of` gives:
`drop-cap: {lines: 3}` fills `drop_cap_lines`, `word: [180, 250, 450]` fills `word_min`, `word_ideal` and `word_max`.
"""

import dataclasses
import types
from collections.abc import Callable, Mapping
from enum import Enum
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Annotated, Any, NamedTuple, TypeAlias, TypeVar, Union, get_args, get_origin, get_type_hints

from layout.diagnostics import Span
from layout.manifest.found import Found, suggest
from layout.manifest.lengths import Unclear, read_ink, read_length
from layout.manifest.meant import meant_count, remedy
from layout.manifest.node import Entry, Listing, Node, Table, Words, read_yaml, to_value
from layout.manifest.workspace import read_text
from layout.model.ink import BLACK, Ink
from layout.units import EMU_PER_PT, Emu

T = TypeVar("T")
Ways: TypeAlias = Mapping[str, "str | tuple[str, ...] | Ways"]
"""What a key fills: a field, the fields of a list (with its least first and its most last), or those of a table."""
TABLES = MappingProxyType({"margin": "margins", "drop_cap": "drop-cap", "runt": "runt", "line": "line"})
"""Fields that begin alike and stand in a table: how they begin, and the table's key."""
_RANGE = ("_min", "_ideal", "_max")


@dataclasses.dataclass(slots=True, eq=False, repr=False)
class Sheet:
    """With what a style sheet's keys are read: its inks, and the leading that `lines` stand for."""

    found: Found
    inks: Mapping[str, Ink]
    leading: Emu | None

    def fill(self, kind: Callable[..., T], table: Table, **given: Any) -> T:
        """A `kind` from the table's keys and the fields given; findings for all that does not fit."""
        kinds, required = fields_of(kind)
        values = dict(given)
        self._take(keys_of(kind), kinds, table, values)
        for name in required - values.keys():
            key = name.replace("_", "-")
            self.found.error("M011", f'"{key}" is missing here', f"add `{key}: ...`", table.span)
            values[name] = _stand_in(kinds[name])
        return kind(**values)

    def _take(self, ways: Ways, kinds: Mapping[str, Any], table: Table, values: dict[str, Any]) -> None:
        for key, entry in table.entries.items():
            way, node = ways.get(key), entry.value
            if isinstance(way, str) and way not in values:
                self._put(way, kinds[way], node, values)
            elif isinstance(way, tuple):
                self._put_each(way, kinds, node, values)
            elif isinstance(way, Mapping) and isinstance(node, Table):
                self._take(way, kinds, node, values)
            elif isinstance(way, Mapping):
                hint = f"write {{{', '.join(f'{one}: ...' for one in way)}}}"
                self.found.error("M012", f'"{key}" is a list of keys and values', hint, node.span)
            else:
                hint = f'write "{key.replace("_", "-")}"' if "_" in key else suggest(key, ways)
                self.found.error("M010", f'unknown key "{key}"', hint, entry.key)

    def _put_each(self, names: tuple[str, ...], kinds: Mapping[str, Any], node: Node, values: dict[str, Any]) -> None:
        items = node.items if isinstance(node, Listing) else ()
        if len(items) == 2:
            names = (names[0], names[-1])
        if len(items) != len(names):
            hint = "write [least, most], or with what is aimed at between them"
            self.found.error("M012", "a list of numbers is wanted here", hint, node.span)
            return
        for name, item in zip(names, items, strict=True):
            self._put(name, kinds[name], item, values)

    def _put(self, name: str, kind: Any, node: Node, values: dict[str, Any]) -> None:
        try:
            values[name] = self.convert(kind, node)
        except Unclear as unclear:
            self.found.error(unclear.code, unclear.message, unclear.hint, node.span)
            values[name] = _stand_in(kind)

    def convert(self, kind: Any, node: Node) -> Any:
        """A value of a field's type; raises Unclear."""
        if get_origin(kind) in (Union, types.UnionType):
            kinds = [one for one in get_args(kind) if one is not type(None)]
            return None if isinstance(node, Words) and node.text in (None, "none") else self.convert(kinds[0], node)
        if get_origin(kind) is tuple:
            if not isinstance(node, Listing):
                raise Unclear("M012", "a list is wanted here", "write [one, two]")
            return tuple(self.convert(get_args(kind)[0], item) for item in node.items)
        if dataclasses.is_dataclass(kind) and isinstance(kind, type) and kind is not Ink:
            if not isinstance(node, Table):
                raise Unclear("M012", "keys and values are wanted here", "write {key: value}")
            return self.fill(kind, node)
        if not isinstance(node, Words) or node.text is None:
            raise Unclear("M012", "a single value is wanted here", "write one word, number or length")
        return self._scalar(kind, node.text)

    def _scalar(self, kind: Any, words: str) -> Any:
        if kind is Ink:
            return read_ink(words, self.inks)
        if isinstance(kind, type) and issubclass(kind, Enum):
            known = {str(member.value): member for member in kind}
            if words not in known:
                raise Unclear("M012", f'"{words}" is none of the choices here', suggest(words, known))
            return known[words]
        if get_origin(kind) is Annotated:
            return read_length(words, self.leading)
        if kind is int:
            return _whole(words)
        if kind is float:
            return read_length(words if words[-1:].isalpha() else words + "pt", self.leading) / EMU_PER_PT
        return words


class Kind(NamedTuple):
    """A kind of sheet, and the code of the finding that there is none of a name."""

    name: str
    unknown: str


STYLE = Kind("style", "M030")
PRESS = Kind("press", "M037")


def read_sheet(
    name: str, folders: tuple[Path, ...], span: Span, found: Found, kind: Kind, seen: tuple[str, ...] = ()
) -> Table | None:
    """The sheet `NAME.yaml` of the first folder that has it, laid over what it `extends`; None, with findings, where there
    is nothing to go on with. `span` is where the name is written, `seen` are the sheets that extend this one."""
    if name in seen:
        chain = " -> ".join((*seen[seen.index(name) :], name))
        found.error("M031", f"the {kind.name} extends itself: {chain}", "take out one `extends`", span)
        return None
    path = next((path for folder in folders if (path := folder / f"{name}.yaml").is_file()), None)
    if path is None or not name or Path(name).name != name:
        known = sorted({path.stem for folder in folders for path in folder.glob("*.yaml")})
        found.error(kind.unknown, f'unknown {kind.name} "{name}"', suggest(name, known), span)
        return None
    text = read_text(path, found, span)
    table = read_yaml(text, path, found) if text is not None else None
    version = table.entries.get("layout") if table else None
    if version and to_value(version.value) != "1":
        hint = "write `layout: 1`"
        found.error("M012", f"this program reads version 1 of a {kind.name}", hint, version.value.span)
    extends = table.entries.get("extends") if table else None
    if table is None:
        return None
    if extends is None:
        return table if _is_whole(table, found) else None
    if not isinstance(extends.value, Words) or not extends.value.text:
        found.error("M012", f"`extends` names one {kind.name}", "write `extends: NAME`", extends.value.span)
        return table
    base = read_sheet(extends.value.text, folders, extends.value.span, found, kind, (*seen, name))
    return merge(base, _fitting(base, table, found)) if base else None


def _is_whole(table: Table, found: Found) -> bool:
    """Whether a sheet that extends none is meant so: no key looks like `extends`."""
    from difflib import get_close_matches

    misspelt = next((key for key in table.entries if get_close_matches(key, ["extends"], 1, 0.75)), None)
    if misspelt is not None:
        found.error("M010", f'unknown key "{misspelt}"', 'did you mean "extends"?', table.entries[misspelt].key)
    return misspelt is None


def _fitting(base: Table, table: Table, found: Found) -> Table:
    """A sheet without what has no keys where its base has some, which is told."""
    entries = dict[str, Entry]()
    for key, entry in table.entries.items():
        old = base.get(key)
        if isinstance(old, Table) and isinstance(entry.value, Table):
            entries[key] = Entry(entry.key, _fitting(old, entry.value, found))
        elif isinstance(old, Table):
            hint = "write `key: value` lines below"
            found.error("M012", f'"{key}" is a list of keys and values', hint, entry.value.span)
        else:
            entries[key] = entry
    return Table(entries, table.span)


def merge(base: Table, over: Table) -> Table:
    """The keys of both; where both have one, tables are merged and other values are those of `over`."""
    entries = dict(base.entries)
    for key, entry in over.entries.items():
        old = entries.get(key)
        if old and isinstance(old.value, Table) and isinstance(entry.value, Table):
            entries[key] = Entry(entry.key, merge(old.value, entry.value))
        else:
            entries[key] = entry
    return Table(entries, over.span)


@cache
def fields_of(kind: Any) -> tuple[Mapping[str, Any], frozenset[str]]:
    """The types of a dataclass's fields by name, and the names of those without a default."""
    hints = get_type_hints(kind, include_extras=True)
    fields = dataclasses.fields(kind)
    missing = dataclasses.MISSING
    required = {f.name for f in fields if f.default is missing and f.default_factory is missing}
    return {field.name: hints[field.name] for field in fields}, frozenset(required)


@cache
def keys_of(kind: Any) -> Ways:
    """The keys in which a dataclass's fields are written."""
    names, _ = fields_of(kind)
    ways: dict[str, Any] = {}
    for name in names:
        stem, _, end = name.rpartition("_")
        table = next((table for table in TABLES if name.startswith(table + "_")), None)
        if table:
            ways.setdefault(TABLES[table], {})[name.removeprefix(table + "_").replace("_", "-")] = name
        elif stem + "_min" in names and "_" + end in _RANGE:
            ways[stem.replace("_", "-")] = tuple(stem + end for end in _RANGE if stem + end in names)
        else:
            ways[name.removesuffix("_pt").replace("_", "-")] = name
    return MappingProxyType(ways)


def place(table: Table, key: str) -> Span:
    """Where a key stands, or its table."""
    return table.entries[key].key if key in table.entries else table.span


def _whole(words: str) -> int:
    """A whole number; percent are tenths, as ink amounts are."""
    if words.endswith("%"):
        return 10 * _whole(words[:-1])
    digits = words.strip().replace("_", "")
    if not digits.removeprefix("-").isdecimal() or len(digits) > 9:
        likely = {"bold": "700", "regular": "400"}.get(words) or meant_count(words)
        raise Unclear("M012", f'"{words}" is not a whole number', remedy(likely, "write it in digits, without a unit"))
    return int(digits)


def _stand_in(kind: Any) -> Any:
    """A value to go on with after a finding."""
    if get_origin(kind) in (Union, types.UnionType):
        return None
    if get_origin(kind) is tuple:
        return ()
    if kind is Ink:
        return BLACK
    if isinstance(kind, type) and issubclass(kind, Enum):
        return next(iter(kind))
    if isinstance(kind, type) and dataclasses.is_dataclass(kind):
        return kind()
    return "" if kind is str else EMU_PER_PT
