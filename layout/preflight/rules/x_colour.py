"""What: something is in a colour space that is not allowed. RGB it is, mostly.

Why: the printer's software would make ink of it by guess (ISO 15930-7, 6.4; PDF/X-1a knows only CMYK, grey and spot inks:
15930-4, 6.4).

Fix: convert pictures and colours to the press's profile; `layout build` does so with whatever it is given.
"""

import re
from collections.abc import Iterator
from types import MappingProxyType
from typing import Any

from pypdf.generic import ArrayObject, DictionaryObject

from layout.diagnostics import Finding, Place
from layout.preflight.file.claim import Claim, missing, painted
from layout.preflight.file.colours import ColourSpace, space_of
from layout.preflight.file.opened import name, plain, table
from layout.preflight.file.tokens import operators
from layout.preflight.marks import Kind, Space

CODE = "X108"
_HINT = "convert it to the press's profile"
_EMPTY = DictionaryObject()
_SUSPECT = re.compile(rb"(?:\b(?:rg|RG)\b)|/(?:DeviceRGB|RGB|CalRGB)\b")
_KINDS = MappingProxyType(
    {"a picture": (Kind.PICTURE,), "a shading": (Kind.SHADING,), "colours": (Kind.TEXT, Kind.FILL, Kind.STROKE)}
)
_RGB = ("/DeviceRGB", "/CalRGB")
_ALLOWED_X1A = ("/DeviceGray", "/DeviceCMYK", "/Separation", "/DeviceN", "/Indexed", "/Pattern")


def check_colour(claim: Claim) -> Iterator[Finding]:
    """One finding for each kind of thing in a wrong space."""
    if not claim.is_x:
        return
    told = dict[str, None]()
    for what, written, resources in _spaces(claim):
        trouble = _trouble(space_of(written, resources), claim)
        if trouble:
            told.setdefault(f"{what} in {trouble}")
    if any(_paints_rgb(content) for content in painted(claim.file) if _SUSPECT.search(content)):
        told.setdefault("colours in DeviceRGB in a content stream")
    for message in told:
        yield missing(CODE, message, _HINT, _place(claim, message))


def _place(claim: Claim, message: str) -> Place | None:
    """Where the first thing stands that is light and not ink, and of the kind that is told of."""
    kinds = next((kinds for what, kinds in _KINDS.items() if message.startswith(what)), ())
    return next((mark.place for mark in claim.marks if mark.tone.space is Space.RGB and mark.kind in kinds), None)


def _trouble(space: ColourSpace, claim: Claim) -> str:
    """The family that is not allowed; nothing if all is well. The alternates of spot inks count too."""
    if claim.is_x1a and space.family and space.family not in _ALLOWED_X1A:
        return space.family[1:]
    if space.family in _RGB:
        return space.family[1:]
    return _trouble(space.base, claim) if space.base is not None else ""


def _spaces(claim: Claim) -> Iterator[tuple[str, Any, DictionaryObject]]:
    """What is in some colour space, the space as it is written, and where it may look up names."""
    for one in claim.file.objects:
        if name(one.get("/Subtype")) == "/Image" and "/ColorSpace" in one:
            yield "a picture", one["/ColorSpace"], _EMPTY
        elif "/ShadingType" in one:
            yield "a shading", one.get("/ColorSpace"), _EMPTY
        elif "/ColorSpace" in one and isinstance(plain(one["/ColorSpace"]), DictionaryObject):
            spaces = table(one["/ColorSpace"])
            yield from (("colours", space, _EMPTY) for space in spaces.values() if _is_space(space))


def _is_space(written: Any) -> bool:
    return isinstance(plain(written), ArrayObject) or bool(name(written))


def _paints_rgb(content: bytes) -> bool:
    for operator, operands in operators(content):
        if operator in ("rg", "RG"):
            return True
        if operator in ("cs", "CS") and operands and operands[0] in _RGB:
            return True
        if operator == "EI" and _is_rgb(space_of(operands[0].get("/CS", operands[0].get("/ColorSpace")), _EMPTY)):
            return True
    return False


def _is_rgb(space: ColourSpace) -> bool:
    return space.family in _RGB or (space.base is not None and _is_rgb(space.base))
