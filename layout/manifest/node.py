"""YAML as a tree that remembers its places.

Takes bytes of a file, gives `Node`s: mappings, lists and words, each with the `Span` where it is written. Refuses what
an editor does not mean or a machine cannot bear: tabs, duplicate keys, merge keys, tags, alias bombs, deep nests.
Scalars stay words; what a word means (number, date, length) is for whoever reads the key. Source: YAML 1.2.2, events
by libyaml.
"""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

import yaml

from layout.diagnostics import Span
from layout.manifest.found import Found

LARGEST_FILE = 8_000_000
DEEPEST = 40
MOST_NODES = 200_000
_NO_SPACES = {
    "\t": ("a tab stands where YAML wants spaces", "replace the tab by spaces; set the editor to do so"),
    "\u00a0": ("a no-break space stands where YAML wants plain ones", "type plain spaces in its place"),
}
NULLS = frozenset({"", "~", "null", "Null", "NULL"})


class Words(NamedTuple):
    """A scalar. `text` is None for an empty value; `first_line` is where its first line of text stands."""

    text: str | None
    span: Span
    first_line: int = 0


class Listing(NamedTuple):
    """A list."""

    items: tuple["Node", ...]
    span: Span


class Entry(NamedTuple):
    """A key's place and its value."""

    key: Span
    value: "Node"


class Table(NamedTuple):
    """A mapping."""

    entries: dict[str, Entry]
    span: Span

    def get(self, key: str) -> "Node | None":
        """The value of a key, or None."""
        entry = self.entries.get(key)
        return entry.value if entry else None


Node: TypeAlias = Words | Listing | Table

Loc: TypeAlias = tuple[int | str, ...]
"""Where a value stands in the tree: keys, and numbers of items from 0, from the top."""


class _Refused(Exception):
    """The reading cannot go on; the finding is made."""


def read_yaml(text: str, path: Path, found: Found, lines_before: int = 0) -> Table | None:
    """The mapping that a YAML text holds, or None with findings; `lines_before` count those above it in its file."""
    if len(text) > LARGEST_FILE:
        found.error("M006", "this file is larger than 8 MB", "split it", Span(path, 1))
        return None
    reader = _Reader(path, found, lines_before)
    try:
        root = reader.read(text)
    except yaml.MarkedYAMLError as error:
        _syntax_error(error, text, path, found, lines_before)
        return None
    except yaml.YAMLError as error:
        found.error("M003", f"not readable as YAML: {error}", "remove the character", Span(path, 1 + lines_before))
        return None
    except _Refused:
        return None
    if isinstance(root, Table):
        return root
    if root is None or (isinstance(root, Words) and root.text is None):
        return Table({}, Span(path, 1 + lines_before))
    found.error("M008", "keys with values belong here, and nothing else", "write `key: value`, one a line", root.span)
    return None


def to_value(node: Node | None) -> Any:
    """The tree as plain Python: dicts, lists, strings and None."""
    if isinstance(node, Table):
        return {key: to_value(entry.value) for key, entry in node.entries.items()}
    if isinstance(node, Listing):
        return [to_value(item) for item in node.items]
    return node.text if node else None


def place_of(node: Node, loc: Loc) -> Span:
    """Where a value is written: the deepest place on the way to `loc` that exists."""
    span = node.span
    for step in loc:
        if isinstance(node, Table) and step in node.entries:
            node = node.entries[str(step)].value
        elif isinstance(node, Listing) and isinstance(step, int) and step < len(node.items):
            node = node.items[step]
        else:
            break
        span = node.span
    return span


def key_place(node: Node, loc: Loc) -> Span:
    """Where the key at the end of `loc` is written."""
    holder = holder_of(node, loc)
    if isinstance(holder, Table) and loc and loc[-1] in holder.entries:
        return holder.entries[str(loc[-1])].key
    return holder.span


def holder_of(node: Node, loc: Loc) -> Node:
    """What holds the key or item at the end of `loc`."""
    for step in loc[:-1]:
        if isinstance(node, Table) and step in node.entries:
            node = node.entries[str(step)].value
        elif isinstance(node, Listing) and isinstance(step, int) and step < len(node.items):
            node = node.items[step]
    return node


def without(node: Node, loc: Loc) -> Node | None:
    """The tree without the value at `loc`, or without what should hold it; None if nothing is left."""
    if not loc:
        return None
    step, rest = loc[0], loc[1:]
    if isinstance(node, Table) and step in node.entries:
        key, entry = str(step), node.entries[str(step)]
        left = without(entry.value, rest)
        entries = {name: one for name, one in node.entries.items() if name != key}
        return Table({**entries, key: Entry(entry.key, left)} if left else entries, node.span)
    if isinstance(node, Listing) and isinstance(step, int) and step < len(node.items):
        left = without(node.items[step], rest)
        return Listing((*node.items[:step], *((left,) if left else ()), *node.items[step + 1 :]), node.span)
    return None


def _syntax_error(error: yaml.MarkedYAMLError, text: str, path: Path, found: Found, lines_before: int) -> None:
    from layout.manifest.slips import find_slip

    mark = error.problem_mark or error.context_mark
    lines = [*text.split("\n"), ""]
    last = (
        len(text.rstrip().split("\n")) - 1
    )  # what is open at the end is marked on the line below it, which no editor has
    line = min(mark.line if mark else 0, last)
    strange = _strange_space(lines, line)
    if strange is not None:
        number, column = strange
        message, hint = _NO_SPACES[lines[number][column]]
        found.error("M004", message, hint, Span(path, number + 1 + lines_before, column + 1))
        return
    slip = find_slip(error, lines)
    if slip.line > last:
        slip = replace(slip, line=last, column=len(lines[last]))
    found.error("M003", slip.message, slip.hint, Span(path, slip.line + 1 + lines_before, slip.column + 1))


def _strange_space(lines: list[str], line: int) -> tuple[int, int] | None:
    """The line and column of a tab or no-break space in the indentation of a line or its neighbours, or a tab in the line."""
    for number in (line, line - 1, line + 1):
        if 0 <= number < len(lines):
            text = lines[number]
            indent = text[: len(text) - len(text.lstrip())]
            column = next((at for at, sign in enumerate(indent) if sign in _NO_SPACES), None)
            if column is not None:
                return number, column
    return (line, lines[line].index("\t")) if line < len(lines) and "\t" in lines[line] else None


@dataclass(slots=True, eq=False, repr=False)
class _Open:
    """A collection that is being read."""

    span: Span
    anchor: str | None
    entries: dict[str, Entry] | None
    items: list[Node]
    key: Words | None = None
    doubled: bool = False


class _Reader:
    """Builds the tree from libyaml's events with its own stack, so that no depth of input is a depth of calls."""

    def __init__(self, path: Path, found: Found, lines_before: int) -> None:
        self.path, self.found, self.lines_before = path, found, lines_before
        self.anchors: dict[str, tuple[Node, int]] = {}
        self.stack: list[_Open] = []
        self.sizes: list[int] = []
        self.nodes = 0
        self.root: Node | None = None

    def read(self, text: str) -> Node | None:
        for event in yaml.parse(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
            if isinstance(event, yaml.ScalarEvent):
                self._placed(self._words(event), event.anchor, self.nodes)
            elif isinstance(event, yaml.CollectionStartEvent):
                self._open(event)
            elif isinstance(event, yaml.CollectionEndEvent):
                self._close(event)
            elif isinstance(event, yaml.AliasEvent):
                self._alias(event)
            elif isinstance(event, yaml.DocumentStartEvent) and self.root is not None:
                hint = "keep one document a file; remove the `---`"
                self.found.error("M003", "a second YAML document starts here", hint, self._span(event))
                raise _Refused
        return self.root

    def _span(self, event: yaml.Event) -> Span:
        start, end, before = event.start_mark, event.end_mark, self.lines_before + 1
        if start is None or end is None:
            return Span(self.path, before)
        return Span(self.path, start.line + before, start.column + 1, end.line + before, end.column + 1)

    def _words(self, event: yaml.ScalarEvent) -> Words:
        span = self._span(event)
        plain = event.style is None or event.style == ""
        self._check_tag(event.tag, span)
        text = None if plain and event.value in NULLS else event.value
        return Words(text, span, span.line + (event.style in ("|", ">")))

    def _open(self, event: yaml.CollectionStartEvent) -> None:
        span = self._span(event)
        if len(self.stack) >= DEEPEST:
            self.found.error("M006", f"nested more than {DEEPEST} deep", "flatten it", span)
            raise _Refused
        self._check_tag(event.tag, span)
        is_table = isinstance(event, yaml.MappingStartEvent)
        self.stack.append(_Open(span, event.anchor, {} if is_table else None, []))
        self.sizes.append(self.nodes)

    def _check_tag(self, tag: str | None, span: Span) -> None:
        if tag not in (None, "!"):
            self.found.error("M007", f'the tag "{tag}" has no meaning here', "remove it", span)

    def _close(self, event: yaml.Event) -> None:
        done, end = self.stack.pop(), self._span(event)
        span = replace(done.span, end_line=end.end_line, end_column=end.end_column)
        node: Node = Listing(tuple(done.items), span) if done.entries is None else Table(done.entries, span)
        self._placed(node, done.anchor, self.sizes.pop())

    def _alias(self, event: yaml.AliasEvent) -> None:
        span = self._span(event)
        known = self.anchors.get(event.anchor or "")
        if known is None:
            self.found.error("M007", f'the alias "*{event.anchor}" stands for nothing', "write the value itself", span)
            raise _Refused
        self._count(known[1], span)
        self._attach(known[0])

    def _placed(self, node: Node, anchor: str | None, nodes_before: int) -> None:
        self._count(1, node.span)
        if anchor:
            self.anchors[anchor] = (node, self.nodes - nodes_before)
        self._attach(node)

    def _count(self, nodes: int, span: Span) -> None:
        self.nodes += nodes
        if self.nodes > MOST_NODES:
            hint = "write the values out; aliases that multiply are not allowed"
            self.found.error("M006", f"this YAML stands for more than {MOST_NODES:,} values", hint, span)
            raise _Refused

    def _attach(self, node: Node) -> None:
        if not self.stack:
            self.root = node
            return
        top = self.stack[-1]
        if top.entries is None:
            top.items.append(node)
        elif top.key is None:
            top.key = self._key(node, top)
        else:
            first = top.entries.get(top.key.text or "")
            if not top.doubled or (first and isinstance(first.value, Words) and first.value.text is None):
                top.entries[top.key.text or ""] = Entry(top.key.span, node)
            top.key = None

    def _key(self, node: Node, table: _Open) -> Words:
        key = node if isinstance(node, Words) else Words("", node.span)
        table.doubled = True
        if not isinstance(node, Words) or not node.text:
            self.found.error("M003", "a key must be a word", "write `key: value`", node.span)
        elif node.text.startswith("\u00a0"):
            message, hint = _NO_SPACES["\u00a0"]
            self.found.error("M004", message, hint, Span(self.path, node.span.line, node.span.column))
        elif node.text == "<<":
            self.found.error("M007", "merge keys are not part of this language", "write the keys out", node.span)
        elif table.entries is not None and node.text in table.entries:
            first = table.entries[node.text].key.line
            hint = f"it is said before in line {first}; keep one of them"
            self.found.error("M005", f'the key "{node.text}" is written twice', hint, node.span)
        else:
            table.doubled = False
        return key
