"""Pictures on their way to paper: which part of a file is wanted, and the pixels that the press gets of it.

`Separation` is what drawing asks of the press; without one pictures keep the colours in which they came.
"""

from enum import Enum
from typing import Protocol, TypeAlias

from layout.model.page import PictureSource
from layout.record import record
from layout.units import Emu

Box: TypeAlias = tuple[int, int, int, int]
"""Left, top, right and bottom in pixels of the upright picture."""


class Plates(Enum):
    """What a page prints from: the four process inks, or black alone."""

    PROCESS = "process"
    BLACK = "black"


@record
class Wanted:
    """The part of a picture that pages show, and how large that part is where it is placed largest."""

    source: PictureSource
    box: Box
    width: Emu
    depth: Emu
    plates: Plates

    @property
    def part(self) -> tuple[float, float, float, float]:
        """The box in shares of the whole picture."""
        left, top, right, bottom = self.box
        across, down = self.source.pixels
        return left / across, top / down, right / across, bottom / down


class Coding(Enum):
    """How octets are packed: FLATE as a zlib stream, PNG as one of rows filtered as in that, DCT as a JPEG file, in which four
    inks stand inverted as Adobe's programs have them."""

    FLATE = "flate"
    PNG = "png"
    DCT = "dct"


@record
class Raster:
    """Pixels for a PDF: one channel is black ink, 0 for solid (DeviceGray), four are the process inks (DeviceCMYK)."""

    width: int
    height: int
    channels: int
    bits: int
    coding: Coding
    octets: bytes


class Separation(Protocol):
    """Turns pictures and colours into the inks of a press. `name` changes whenever what it gives does."""

    @property
    def name(self) -> str: ...

    @property
    def limit(self) -> int:
        """The most ink that the press takes on one spot, in tenths of a percent."""

    def plates(self, page: int) -> Plates:
        """What a page of this number prints from."""

    def raster(self, wanted: Wanted) -> Raster:
        """A picture separated. Raises OSError where its file cannot be read."""

    def inks(self, srgb: tuple[float, float, float], plates: Plates) -> tuple[float, float, float, float]:
        """Cyan, magenta, yellow and black of an sRGB colour; all numbers 0 to 1."""
