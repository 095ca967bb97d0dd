"""A manifest's tree becomes typed keys; what does not fit becomes findings with place and remedy.

Takes the tree of `issue.yaml`, gives `IssueKeys` and the tree without what was refused, so that reading can go on and
find the rest.
"""

import re
from collections.abc import Mapping
from itertools import pairwise
from typing import Any

from layout.diagnostics import Span
from layout.manifest.fast import Misfit, fill_keys
from layout.manifest.found import Found, near, suggest
from layout.manifest.keys import IssueKeys
from layout.manifest.meant import meant_count
from layout.manifest.node import (
    Entry,
    Listing,
    Loc,
    Node,
    Table,
    Words,
    holder_of,
    key_place,
    place_of,
    to_value,
    without,
)

_ROUNDS = 6
_UNKNOWN = ("extra_forbidden", "unexpected_keyword_argument")
_STAND_INS = {"layout": "1", "publication": "?", "date": "2000-01-01"}


def validate_issue(table: Table, found: Found) -> tuple[IssueKeys, Table]:
    """The keys, and the tree that they stand in; both lack what findings were made of."""
    keys = _sound(table)
    return (keys, table) if keys else _mended(table, found)


def _sound(table: Table) -> IssueKeys | None:
    try:
        keys = fill_keys(IssueKeys, to_value(table))
    except Misfit:
        return None
    return keys if isinstance(keys, IssueKeys) else None


def _mended(table: Table, found: Found) -> tuple[IssueKeys, Table]:
    """All that pydantic has to say, and the keys that remain when what it refused is taken out."""
    from pydantic import ValidationError

    from layout.manifest.adapter import adapter

    told = False
    for _ in range(_ROUNDS):
        try:
            return adapter().validate_python(to_value(table)), table
        except ValidationError as error:
            errors = error.errors(include_url=False, include_input=True)
        refused = [one["loc"] for one in errors]
        table = _pruned(table, refused if told else _told(errors, table, found))
        told = True
    table = Table({**_stand_ins(table.span), "articles": Entry(table.span, Listing((), table.span))}, table.span)
    return adapter().validate_python(to_value(table)), table


def _told(errors: list[Any], table: Table, found: Found) -> list[Loc]:
    """Makes findings of pydantic's errors; gives the places that cannot be gone on with."""
    from layout.manifest.adapter import known_keys
    from layout.manifest.strays import KINDS, strays

    unknown = [one["loc"] for one in errors if one["type"] in _UNKNOWN]
    elsewhere = strays(table, unknown)
    for loc, right in elsewhere.items():
        hint = f"write the line `{right}:` above it, or move it below the one that is there"
        found.error("M010", f"{KINDS[right]} stands under `{loc[0]}:`", hint, place_of(table, loc))
    others = [one for one in errors if one["loc"][:2] not in elsewhere]
    for one in others:
        if not (one["type"] == "missing" and _is_misspelt(one["loc"], unknown)):
            _report(one, table, known_keys(one["loc"]), found)
    return [*elsewhere, *(one["loc"] for one in others)]


def _is_misspelt(missing: Loc, unknown: list[Loc]) -> bool:
    """Whether a key that is not known, beside the missing one, was likely meant for it."""
    return any(loc[:-1] == missing[:-1] and near(str(loc[-1]), [str(missing[-1])]) for loc in unknown)


def _pruned(table: Table, locs: list[Loc]) -> Table:
    # Later list items first, so that the numbers of the earlier ones stay true.
    for loc in sorted(locs, key=_order, reverse=True):
        left = without(table, loc)
        table = left if isinstance(left, Table) else table
    return Table({**_stand_ins(table.span), **table.entries}, table.span)


def _order(loc: Loc) -> tuple[tuple[int, str], ...]:
    return tuple((step, "") if isinstance(step, int) else (-1, step) for step in loc)


def _stand_ins(span: Span) -> dict[str, Entry]:
    return {key: Entry(span, Words(words, span)) for key, words in _STAND_INS.items()}


def _report(error: Mapping[str, Any], table: Table, known: tuple[str, ...], found: Found) -> None:
    loc: Loc = error["loc"]
    kind = str(error["type"])
    context = error.get("ctx", {})
    if kind in _UNKNOWN:
        key = str(loc[-1])
        hint = _meant(key, error.get("input"), known) or _cut_by_comma(table, loc) or suggest(key, known)
        found.error("M010", f'unknown key "{key}"', hint, key_place(table, loc))
    elif kind == "missing":
        key = str(loc[-1])
        if loc == ("articles",):
            hint = "add `articles:` and below it `- story: stories/name.md`"
            found.error("M023", "the issue has no articles", hint, table.span)
        else:
            example = {"layout": "1", "date": "2026-11-22"}.get(key, "...")
            found.error("M011", f'"{key}" is missing here', f"add `{key}: {example}`", place_of(table, loc))
    elif kind.startswith("M0"):
        found.error(kind, str(context["message"]), str(context["hint"]), place_of(table, loc))
    else:
        name = next((str(step) for step in reversed(loc) if isinstance(step, str)), "this")
        message, hint = _wording(kind, name, error.get("input"), context)
        found.error("M012", message, hint, _value_place(table, loc))


def _value_place(table: Table, loc: Loc) -> Span:
    node: Node = table
    for step in loc:
        if isinstance(node, Table) and step in node.entries:
            entry = node.entries[str(step)]
            node = entry.value
            if isinstance(node, Words) and node.text is None:
                return entry.key
        else:
            return place_of(table, loc)
    return node.span


def _meant(key: str, value: Any, known: tuple[str, ...]) -> str:
    """What an unknown key was likely meant for: a known one, perhaps without its colon or the space behind it."""
    if key in ("ad", "advert", "advertisement") and "article" in known:
        return "an advertisement takes no slot; book it under `ads:`, with its page and corner"
    match = re.fullmatch(r"(\w+)([\s:]+)(.+)", key)
    if value is None and match and match[1] in known:
        lacking = "a space behind the colon" if ":" in match[2] else "a colon"
        return f"write `{match[1]}: {match[3]}`, with {lacking}"
    return suggest(key, known) if near(key, known) else ""


def _cut_by_comma(table: Table, loc: Loc) -> str:
    """The hint for a key without a value that is the rest of the text, or of the range, before it: a comma in braces ends
    both."""
    holder, key = holder_of(table, loc), str(loc[-1])
    entries = list(holder.entries.items()) if isinstance(holder, Table) else []
    for (before, entry), (name, cut) in pairwise(entries):
        if name != key or not isinstance(entry.value, Words) or not isinstance(cut.value, Words):
            continue
        if cut.value.text is None and entry.value.text and entry.value.span.end_line == cut.key.line:
            if entry.value.text.isdigit() and key.isdigit():
                return f"write `{before}: {entry.value.text}-{key}`"
            return f'a comma in braces ends a text; write `{before}: "{entry.value.text}, {key}"`'
    return ""


def _wording(kind: str, name: str, value: Any, context: Mapping[str, Any]) -> tuple[str, str]:
    if value is None:
        return f'"{name}" has no value', "write one, in quotes if it begins with #, or take out the key"
    if kind in ("int_parsing", "int_type", "int_from_float"):
        return _no_number(name, value)
    if kind.startswith("float"):
        return f'"{name}" is a number', "write it in digits"
    if kind.startswith("bool"):
        return f'"{name}" is yes or no', "write true or false"
    if kind in ("greater_than_equal", "less_than_equal"):
        bound = context.get("ge", context.get("le"))
        return f'"{name}" is out of range', f"write {bound} or {'more' if 'ge' in context else 'less'}"
    if kind == "string_type":
        return f'"{name}" is one line of text', "write the words after the colon; put text with a colon in quotes"
    if kind in ("list_type", "too_short", "too_long", "tuple_type"):
        bounds = [str(context[key]) for key in ("min_length", "max_length") if key in context]
        of = f" ({' to '.join(bounds)} of them)" if bounds else ""
        hint = f"write [{value}]" if isinstance(value, str) else "begin each entry with a hyphen, `- one`"
        return f'"{name}" is a list{of}', hint
    if kind == "enum":
        choices = re.findall("'([^']+)'", str(context.get("expected")))
        hint = suggest(str(value), choices, f"choose {', '.join(choices[:-1])} or {choices[-1]}")
        return f'"{value}" is none of the choices for "{name}"', hint
    if isinstance(value, str):
        key = {"articles": "story", "pictures": "file", "boxes": "text"}.get(name, "...")
        return f'"{value}" stands where "{name}" has keys with values', f"write `{key}: {value}`"
    return f'"{name}" is a list of keys and values', "write {key: value}, or `key: value` lines below"


def _no_number(name: str, value: Any) -> tuple[str, str]:
    if not isinstance(value, str):
        return f'"{name}" is a whole number', "write it in digits"
    likely = meant_count(value)
    told = f"{likely}: it says how many" if re.search("[-–]", value) else likely
    hint = f"write {told}" if likely else "write it in digits, without a unit"
    return f'"{value}" is no whole number, which "{name}" takes', hint
