"""What is on a sheet, mark by mark, whoever made it: the waist between a display list or a PDF and the rules of ink.

A `Sheet` is one page of paper; its places count from the top left corner of the trim, in EMU. Ink amounts are shares from
0 to 1.
"""

from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType

from layout.diagnostics import Place, Span
from layout.record import record
from layout.units import Emu

PROCESS = ("Cyan", "Magenta", "Yellow", "Black")
ALL = "All"
"""The colorant that prints on every plate: registration marks are made of it."""


class Space(Enum):
    """How a colour is said."""

    CMYK = "DeviceCMYK"
    GRAY = "DeviceGray"
    RGB = "RGB"
    SPOT = "Separation or DeviceN"
    OTHER = "another space"


@record
class Tone:
    """A colour as ink: how much of each colorant, none of those that are not named. RGB and what cannot be told has no inks
    of its own: `dark` says whether it looks black, `light` whether it looks white."""

    space: Space
    inks: tuple[tuple[str, float], ...] = ()
    dark: bool = False
    light: bool = False

    @property
    def total(self) -> float:
        """All inks together."""
        return sum(amount for _, amount in self.inks)

    @property
    def is_solid_black(self) -> bool:
        """Whether this is 100 K and nothing else."""
        return self.space is Space.CMYK and self.inks == (("Black", 1.0),)

    @property
    def is_colour(self) -> bool:
        """Whether it needs another plate than black."""
        return any(name not in ("Black", ALL) for name, _ in self.inks) or (self.space is Space.RGB and not self.dark)


class Kind(Enum):
    """What a mark is."""

    TEXT = "text"
    FILL = "fill"
    STROKE = "rule"
    PICTURE = "picture"
    SHADING = "shading"


@record
class Mark:
    """One thing on paper. `size` is that of type, or the thickness of a stroke; `overprint` says that it prints over what
    is below, as OPM 1 has it; `ppi` is a picture's least effective resolution, `bits` those of its channels; `font` is that of type."""

    kind: Kind
    place: Place
    tone: Tone
    size: Emu = 0
    overprint: bool = False
    ppi: int = 0
    bits: int = 8
    words: str = ""
    span: Span | None = None
    story: str | None = None
    font: str = ""


@record
class Sheet:
    """One page of paper; `number` counts from 1."""

    number: int
    width: Emu
    depth: Emu
    bleed: Emu
    marks: tuple[Mark, ...]


PAPER_TONE = Tone(Space.CMYK, (), light=True)


def cmyk(cyan: float, magenta: float, yellow: float, black: float) -> Tone:
    """A tone of the four process inks."""
    amounts = zip(PROCESS, (cyan, magenta, yellow, black), strict=True)
    inks = tuple((name, amount) for name, amount in amounts if amount > 0)
    return Tone(Space.CMYK, inks, _is_dark(cyan, magenta, yellow, black), not inks)


def gray(share: float) -> Tone:
    """A tone of DeviceGray, 0 for black."""
    inks = (("Black", 1 - share),) if share < 1 else ()
    return Tone(Space.GRAY, inks, share <= _DARK, not inks)


def rgb(red: float, green: float, blue: float) -> Tone:
    """A tone of light."""
    return Tone(Space.RGB, (), max(red, green, blue) <= 3 * _DARK, min(red, green, blue) >= 1)


def spots(amounts: Mapping[str, float] = MappingProxyType({})) -> Tone:
    """A tone of named colorants; None prints nothing."""
    inks = tuple((name, amount) for name, amount in amounts.items() if amount > 0 and name != "None")
    by_name = dict(inks)
    dark = _is_dark(*(by_name.get(name, 0.0) for name in PROCESS))
    return Tone(Space.SPOT, inks, dark, not inks)


_DARK = 0.06
"""Up to this share of light a grey passes for black."""


def _is_dark(cyan: float, magenta: float, yellow: float, black: float) -> bool:
    """Whether inks together pass for black (naive conversion, ISO 32000-1, 10.3.5)."""
    return max(1 - min(1, ink + black) for ink in (cyan, magenta, yellow)) <= _DARK
