"""Colour spaces of a PDF, and colours in them as inks.

Takes a colour space object and the page's resources, gives a `ColourSpace`. Source: ISO 32000-1, 8.6.
"""

from collections.abc import Sequence
from typing import Any

from pypdf.generic import DictionaryObject

from layout.preflight.file.opened import listing, name, number, plain, table
from layout.preflight.marks import Space, Tone, cmyk, gray, rgb, spots
from layout.record import record

_DEVICE = {
    "/DeviceGray": ("/DeviceGray", 1), "/G": ("/DeviceGray", 1), "/CalGray": ("/CalGray", 1),
    "/DeviceRGB": ("/DeviceRGB", 3), "/RGB": ("/DeviceRGB", 3), "/CalRGB": ("/CalRGB", 3),
    "/DeviceCMYK": ("/DeviceCMYK", 4), "/CMYK": ("/DeviceCMYK", 4), "/Lab": ("/Lab", 3), "/Pattern": ("/Pattern", 0),
}  # fmt: skip
_DEEPEST = 8


@record
class ColourSpace:
    """A space by its family's name, its channels, the names of its colorants, and the space that it rests on: the base of
    an index, the alternate of colorants."""

    family: str
    count: int
    colorants: tuple[str, ...] = ()
    base: "ColourSpace | None" = None

    @property
    def is_rgb(self) -> bool:
        """Whether colours in it are light, not ink."""
        return self.family in ("/DeviceRGB", "/CalRGB", "/Lab") or (self.family == "/ICCBased" and self.count == 3)

    def initial(self) -> Tone:
        """The colour that it begins with."""
        if self.colorants:
            return self.tone((1.0,) * self.count)
        return self.tone((0.0, 0.0, 0.0, 1.0) if self.count == 4 else (0.0,) * self.count)

    def tone(self, amounts: Sequence[float]) -> Tone:
        """A colour in this space; one of no meaning is no ink."""
        given = [amount for amount in amounts if isinstance(amount, float)]
        if self.colorants and len(given) >= self.count:
            return spots(dict(zip(self.colorants, given, strict=False)))
        if self.count == 4 and len(given) >= 4:
            return _in(self.family, cmyk(*given[:4]))
        if self.family == "/Lab" and len(given) >= 3:
            return Tone(Space.OTHER, (), given[0] <= 10, given[0] >= 99)
        if self.count == 3 and len(given) >= 3:
            return rgb(*given[:3])
        if self.count == 1 and given:
            return _in(self.family, gray(given[0]))
        return Tone(Space.OTHER)


def _in(family: str, tone: Tone) -> Tone:
    """The tone; one that a profile converts is no device's own."""
    return Tone(Space.OTHER, tone.inks, tone.dark, tone.light) if family == "/ICCBased" else tone


UNKNOWN = ColourSpace("", 0)
GRAY = ColourSpace("/DeviceGray", 1)
RGB = ColourSpace("/DeviceRGB", 3)
CMYK = ColourSpace("/DeviceCMYK", 4)


def space_of(written: Any, resources: DictionaryObject, depth: int = 0) -> ColourSpace:
    """The colour space that is written in a content stream or a dictionary."""
    if depth > _DEEPEST:
        return UNKNOWN
    if named := name(written):
        if named in _DEVICE:
            return ColourSpace(*_DEVICE[named])
        own = plain(table(resources.get("/ColorSpace")).get(named))
        return UNKNOWN if own is None or name(own) == named else space_of(own, resources, depth + 1)
    parts = listing(written)
    family = name(parts[0]) if parts else ""
    if family in _DEVICE and family != "/Pattern":
        return ColourSpace(*_DEVICE[family])
    if family == "/ICCBased" and len(parts) > 1:
        count = int(number(table(parts[1]).get("/N")))
        return ColourSpace(family, count if count in (1, 3, 4) else 0)
    if family in ("/Indexed", "/I") and len(parts) > 1:
        return ColourSpace("/Indexed", 1, (), space_of(parts[1], resources, depth + 1))
    if family == "/Separation" and len(parts) > 2:
        return ColourSpace(family, 1, (name(parts[1])[1:],), space_of(parts[2], resources, depth + 1))
    if family == "/DeviceN" and len(parts) > 2:
        colorants = tuple(name(one)[1:] for one in listing(parts[1]))
        return ColourSpace(family, len(colorants), colorants, space_of(parts[2], resources, depth + 1))
    if family == "/Pattern":
        base = space_of(parts[1], resources, depth + 1) if len(parts) > 1 else None
        return ColourSpace(family, 0, (), base)
    return UNKNOWN
