"""Sheets of YAML (house styles, press profiles): `extends` followed, keys made fields of the model's dataclasses.

Takes a `Table` and a dataclass, gives an instance; what a key may hold is read from the field's type, so a new option
is a new field and nothing more. Keys are the field names with hyphens. `drop-cap: {lines: 3}` fills `drop_cap_lines`,
`word: [180, 250, 450]` fills `word_min`, `word_ideal` and `word_max`.
"""

import dataclasses
import types
from collections.abc import Callable, Mapping
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Annotated, Any, NamedTuple, TypeVar, Union, get_args, get_origin, get_type_hints

from layout.diagnostics import Span
from layout.manifest.found import Found, suggest
from layout.manifest.lengths import Unclear, read_ink, read_length
from layout.manifest.node import Entry, Listing, Node, Table, Words, read_yaml
from layout.manifest.workspace import read_text
from layout.model.ink import BLACK, Ink
from layout.units import EMU_PER_PT, Emu

T = TypeVar("T")
_RANGES = {2: ("_min", "_max"), 3: ("_min", "_ideal", "_max")}


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
        self._take(kind, kinds, table, "", values)
        for name in required - values.keys():
            key = name.replace("_", "-")
            self.found.error("M011", f'"{key}" is missing here', f"add `{key}: ...`", table.span)
            values[name] = _stand_in(kinds[name])
        return kind(**values)

    def _take(self, kind: Any, kinds: Mapping[str, Any], table: Table, prefix: str, values: dict[str, Any]) -> None:
        for key, entry in table.entries.items():
            name = prefix + key.replace("-", "_")
            if "_" in key:
                hint = f'write "{key.replace("_", "-")}"'
                self.found.error("M010", f'unknown key "{key}"', hint, entry.key)
            elif name in kinds and (name not in values or prefix):
                self._put(name, kinds[name], entry.value, values)
            elif name + "_pt" in kinds:
                self._put(name + "_pt", kinds[name + "_pt"], entry.value, values)
            elif isinstance(entry.value, Table) and (inner := _prefix(name, kinds)):
                self._take(kind, kinds, entry.value, inner, values)
            elif isinstance(entry.value, Listing) and (names := _range(name, entry.value, kinds)):
                for one, item in zip(names, entry.value.items, strict=True):
                    self._put(one, kinds[one], item, values)
            else:
                known = sorted({one.removeprefix(prefix).replace("_", "-") for one in kinds if one.startswith(prefix)})
                self.found.error("M010", f'unknown key "{key}"', suggest(key, known), entry.key)

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
    extends = table.entries.get("extends") if table else None
    if table is None or extends is None:
        return table
    if not isinstance(extends.value, Words) or not extends.value.text:
        found.error("M012", f"`extends` names one {kind.name}", "write `extends: NAME`", extends.value.span)
        return table
    base = read_sheet(extends.value.text, folders, extends.value.span, found, kind, (*seen, name))
    return merge(base, table) if base else None


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


def place(table: Table, key: str) -> Span:
    """Where a key stands, or its table."""
    return table.entries[key].key if key in table.entries else table.span


def _prefix(name: str, kinds: Mapping[str, Any]) -> str:
    for stem in (name + "_", name.removesuffix("s") + "_"):
        if any(one.startswith(stem) for one in kinds):
            return stem
    return ""


def _range(name: str, listing: Listing, kinds: Mapping[str, Any]) -> tuple[str, ...]:
    names = tuple(name + end for end in _RANGES.get(len(listing.items), ()))
    return names if names and all(one in kinds for one in names) else ()


def _whole(words: str) -> int:
    """A whole number; percent are tenths, as ink amounts are."""
    if words.endswith("%"):
        return 10 * _whole(words[:-1])
    digits = words.strip().replace("_", "")
    if not digits.removeprefix("-").isdecimal() or len(digits) > 9:
        raise Unclear("M012", f'"{words}" is not a whole number', "write it in digits, without a unit")
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
