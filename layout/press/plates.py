"""Which plates a page prints on.

Takes a page of a finished PDF, gives the names of its plates, each with the colour space that prints on it alone. What is
set to no ink does not count; a picture in process colours counts for all four. Source: ISO 32000-1:2008, 8.6 (colour).
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from pypdf import PageObject
from pypdf.generic import ArrayObject, DictionaryObject, StreamObject

PROCESS = ("Cyan", "Magenta", "Yellow", "Black")
BLACK = "Black"

# In a string anything may look like an operator.
_STRING = re.compile(rb"\([^()\\]*(?:\\.[^()\\]*)*\)|<[0-9A-Fa-f\s]*>", re.DOTALL)
_OPERATOR = re.compile(rb"(?<!\S)(?:[kKgG]|rg|RG|cs|CS|Do|sh)(?!\S)")
_AMOUNTS = {b"k": 4, b"g": 1, b"rg": 3}
_KINDS = {b"cs": "/ColorSpace", b"do": "/XObject", b"sh": "/Shading"}
_LONGEST = 200
"""Bytes before an operator in which its operands stand."""

Plates = Mapping[str, Any]
"""Names of plates; a plate that is no process ink has the colour space that prints on it."""


def plates_of(page: PageObject) -> Plates:
    """The plates of a page, process inks first."""
    contents = page.get_contents()
    found = dict(
        _plates(
            b"" if contents is None else contents.get_data(), page.get("/Resources", DictionaryObject()).get_object()
        )
    )
    first = {name: None for name in PROCESS if name in found}
    return {**first, **{name: found[name] for name in sorted(found) if name not in first}}


def is_colour(plates: Plates) -> bool:
    """Whether anything but black is printed."""
    return any(name != BLACK for name in plates)


def _plates(content: bytes, resources: DictionaryObject) -> Iterator[tuple[str, Any]]:
    for operator, operands in _operations(_STRING.sub(b" ", content)):
        if operator in _AMOUNTS:
            yield from ((name, None) for name in _inked([float(amount) for amount in operands]))
            continue
        key = operands[0].decode("latin-1")
        value = resources.get(_KINDS[operator], DictionaryObject()).get_object().get(key)
        yield from _plates_of_space(key) if value is None else _plates_of_object(value.get_object(), resources)


def _operations(content: bytes) -> list[tuple[bytes, tuple[bytes, ...]]]:
    """The operators that set an ink or draw an object, each once with the same operands, those for strokes as for areas."""
    found: dict[tuple[bytes, tuple[bytes, ...]], None] = {}
    for match in _OPERATOR.finditer(content):
        operator, at = match[0].lower(), match.start()
        operands = content[max(0, at - _LONGEST) : at].split()[-_AMOUNTS.get(operator, 1) :]
        found[operator, tuple(operands)] = None
    return list(found)


def _inked(amounts: list[float]) -> tuple[str, ...]:
    """The plates that amounts of process inks, of grey or of light print on."""
    if len(amounts) == len(PROCESS):
        return tuple(name for name, amount in zip(PROCESS, amounts, strict=True) if amount)
    if min(amounts) == 1:
        return ()
    return (BLACK,) if min(amounts) == max(amounts) else PROCESS


def _plates_of_object(value: Any, resources: DictionaryObject) -> Iterator[tuple[str, Any]]:
    if isinstance(value, StreamObject) and value.get("/Subtype") == "/Form":
        yield from _plates(value.get_data(), value.get("/Resources", resources).get_object())
    elif isinstance(value, DictionaryObject):
        if "/ColorSpace" in value:
            yield from _plates_of_space(value["/ColorSpace"])
    else:
        yield from _plates_of_space(value)


def _plates_of_space(space: Any) -> Iterator[tuple[str, Any]]:
    kind = space[0] if isinstance(space, ArrayObject) else space
    if kind == "/Separation":
        yield str(space[1])[1:], None if str(space[1])[1:] in PROCESS else space
    elif kind == "/DeviceN":
        yield from ((str(name)[1:], None) for name in space[1])
    elif kind == "/Indexed":
        yield from _plates_of_space(space[1])
    elif kind in ("/DeviceGray", "/CalGray") or (kind == "/ICCBased" and space[1]["/N"] == 1):
        yield BLACK, None
    elif kind != "/Pattern":
        yield from ((name, None) for name in PROCESS)
