"""Containers of a story: `::: name argument {attributes}` ... `:::`.

Takes a story's lines, gives a tree of text and containers, each with its lines. Own reading rather than
mdit-py-plugins' container: containers of the same number of colons nest here, and an unclosed one is found where it
opens instead of ending silently with the text.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple, TypeAlias

from layout.diagnostics import Span
from layout.manifest.found import Found

_FENCE = re.compile(r" {0,3}:::+[ \t]*(.*?)[ \t]*:*")
_OPENING = re.compile(r"([\w-]+)(?:[ \t]+([^\s{}]+))?[ \t]*(\{.*\})?")
_ATTRIBUTE = re.compile(r"\s*([A-Za-z][\w-]*)\s*=\s*(?:\"((?:[^\"\\]|\\.)*)\"|'((?:[^'\\]|\\.)*)'|([^\s\"'{}]+))")
DEEPEST = 8


class Stretch(NamedTuple):
    """Lines of Markdown without containers; `line` is the first one's number in the file."""

    text: str
    line: int


class Container(NamedTuple):
    """A container with what it holds; `standing` ones (`put`) hold nothing and take no end."""

    name: str
    argument: str
    attributes: Mapping[str, str]
    parts: tuple["Part", ...]
    lines: tuple[tuple[int, str], ...]
    span: Span


Part: TypeAlias = Stretch | Container


@dataclass(slots=True, eq=False, repr=False)
class _Open:
    """A container that waits for its end."""

    name: str
    argument: str
    attributes: Mapping[str, str]
    line: int
    parts: list[Part]
    start: int


def read_fences(
    text: str, first_line: int, path: Path, kinds: Sequence[str], standing: str, found: Found
) -> tuple[Part, ...]:
    """The parts of a story in order. Findings: unclosed containers, ends without a beginning, broken attributes."""
    if ":::" not in text:
        return (Stretch(text, first_line),)
    lines = text.split("\n")
    stack = [_Open("", "", {}, first_line, [], 0)]
    put_at = -2
    for number, line in enumerate(lines):
        match = _FENCE.fullmatch(line) if ":::" in line else None
        if match is None:
            continue
        span = Span(path, first_line + number, 1 + line.index(":"))
        _end_stretch(stack[-1], lines, number, first_line)
        if match[1]:
            opened = _opened(match[1], number, span, kinds, found)
            if opened.name == standing:
                put_at = number
                stack[-1].parts.append(_closed(opened, lines, number, first_line, path))
            elif len(stack) > DEEPEST:
                found.error("M006", f"containers nested more than {DEEPEST} deep", "close some of them", span)
            else:
                stack.append(opened)
        elif len(stack) > 1:
            done = stack.pop()
            stack[-1].parts.append(_closed(done, lines, number, first_line, path))
        elif number != put_at + 1:
            found.error("M057", "this `:::` ends a container that never began", "remove it, or begin one above", span)
        stack[-1].start = number + 1
    _end_stretch(stack[-1], lines, len(lines), first_line)
    while len(stack) > 1:
        done = stack.pop()
        span = Span(path, first_line + done.line)
        hint = f"write `:::` on a line of its own where it ends: below line {first_line + _last_line(lines, done.line)}, if it has one paragraph"
        found.error("M051", f"the container `::: {done.name}` is not closed", hint, span)
        stack[-1].parts.append(_closed(done, lines, len(lines), first_line, path))
    return tuple(stack[0].parts)


def read_attributes(words: str, span: Span, found: Found) -> dict[str, str]:
    """`{span=2 credit="A. Name"}` as pairs, without typographic marks."""
    inner, at, attributes = words.strip()[1:-1], 0, dict[str, str]()
    while match := _ATTRIBUTE.match(inner, at):
        name = match[1]
        value = next(group for group in match.groups()[1:] if group is not None)
        if name in attributes:
            found.error("M005", f'the attribute "{name}" is written twice', "keep one of them", span)
        attributes[name] = re.sub(r"\\(.)", r"\1", value) if "\\" in value else value
        at = match.end()
    if inner[at:].strip():
        rest, hint = inner[at:].strip(), 'write {name=value other="several words"}'
        message = f"the attributes are not readable from `{rest[:40]}` on"
        if attributes and "=" not in rest and '"' not in rest:
            name, value = next(reversed(attributes.items()))
            hint = f'write `{name}="{value} {rest}"`, in quotes'
        found.error("M056", message, hint, span)
    return attributes


def _opened(words: str, number: int, span: Span, kinds: Sequence[str], found: Found) -> _Open:
    match = _OPENING.fullmatch(words)
    if match is None:
        hint = f"write `::: kind {{name=value}}`; kinds: {', '.join(kinds)}"
        found.error("M056", f"`::: {words[:60]}` is not readable", hint, span)
        return _Open(re.split(r"[\s{]", words)[0], "", {}, number, [], number + 1)
    attributes = read_attributes(match[3], span, found) if match[3] else {}
    return _Open(match[1], match[2] or "", attributes, number, [], number + 1)


def _closed(done: _Open, lines: list[str], number: int, first_line: int, path: Path) -> Container:
    inner = tuple((first_line + at, lines[at]) for at in range(done.line + 1, number))
    span = Span(path, first_line + done.line, 1, first_line + number, 1)
    return Container(done.name, done.argument, done.attributes, tuple(done.parts), inner, span)


def _last_line(lines: list[str], opening: int) -> int:
    """The last line of the first paragraph below a container's beginning."""
    filled = [number for number in range(opening + 1, len(lines)) if lines[number].strip()]
    last = filled[0] if filled else opening
    while last + 1 < len(lines) and lines[last + 1].strip() and ":::" not in lines[last + 1]:
        last += 1
    return last


def _end_stretch(container: _Open, lines: list[str], end: int, first_line: int) -> None:
    text = "\n".join(lines[container.start : end])
    if text.strip():
        container.parts.append(Stretch(text, first_line + container.start))


def containers_in(parts: Sequence[Part]) -> Iterator[Container]:
    """The containers directly among some parts."""
    return (part for part in parts if isinstance(part, Container))
