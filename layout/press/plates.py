"""Which plates a page prints on.

Takes what a page paints, gives the names of its plates, each with the colour space that prints on it alone. What is set to
no ink does not count; a picture in process colours counts for all four. Source: ISO 32000-1:2008, 8.6 (colour).
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeAlias

from pypdf.generic import ArrayObject, DictionaryObject

from layout.press.scan import Painted

PROCESS = ("Cyan", "Magenta", "Yellow", "Black")
_BLACK = "Black"
_OF_ALL_PROCESS = ("/DeviceCMYK", "/DeviceRGB", "/CalRGB", "/Lab", "/ICCBased")

Plates: TypeAlias = Mapping[str, Any]
"""Names of plates, process inks first; a plate that is no process ink has the colour space that prints on it."""


def plates_of(painted: Iterable[Painted]) -> Plates:
    """The plates of a page."""
    found: dict[str, Any] = {}
    for one in painted:
        found.update(_inked(one.amounts) if one.value is None else _of_object(one.value))
    return in_order(found)


def in_order(plates: Plates) -> Plates:
    """The same plates, process inks first."""
    return {name: plates[name] for name in (*PROCESS, *sorted({*plates} - {*PROCESS})) if name in plates}


def is_colour(plates: Plates) -> bool:
    """Whether anything but black is printed."""
    return any(name != _BLACK for name in plates)


def _inked(amounts: tuple[float, ...]) -> dict[str, Any]:
    """The plates that amounts of process inks, of grey or of light print on."""
    if len(amounts) == len(PROCESS):
        return {name: None for name, amount in zip(PROCESS, amounts, strict=True) if amount}
    if min(amounts) == 1:
        return {}
    return dict.fromkeys((_BLACK,) if min(amounts) == max(amounts) else PROCESS)


def _of_object(value: Any) -> dict[str, Any]:
    if isinstance(value, DictionaryObject):
        return dict(_of_space(value["/ColorSpace"])) if "/ColorSpace" in value else {}
    return dict(_of_space(value))


def _of_space(space: Any) -> Iterator[tuple[str, Any]]:
    kind = space[0] if isinstance(space, ArrayObject) else space
    if kind == "/Separation":
        name = str(space[1])[1:]
        yield name, None if name in PROCESS else space
    elif kind == "/DeviceN":
        yield from ((str(name)[1:], None) for name in space[1])
    elif kind == "/Indexed":
        yield from _of_space(space[1])
    elif kind in ("/DeviceGray", "/CalGray") or (kind == "/ICCBased" and space[1]["/N"] == 1):
        yield _BLACK, None
    elif kind in _OF_ALL_PROCESS:
        yield from ((name, None) for name in PROCESS)
