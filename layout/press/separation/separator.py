"""Separations by a press profile, kept between builds by content and profile.

Takes what is wanted of a picture, gives a `Raster`: no more pixels than the press can use, and no more ink than it takes.
"""

import errno
import hashlib
from functools import cached_property
from typing import TYPE_CHECKING

from layout import __version__
from layout.model.page import PHOTOGRAPHS
from layout.model.press import Colour, Press
from layout.model.raster import Coding, Plates, Raster, Separation, Wanted
from layout.png import is_whole, read_png
from layout.typeset.keep import name_of, read_kept, write_kept
from layout.units import EMU_PER_INCH

if TYPE_CHECKING:  # Pillow is imported where nothing was kept
    from layout.press.separation.inking import Inking


def separation_for(press: Press, pages: int) -> Separation | None:
    """How pictures of an issue of so many pages are separated; None where they keep the colours in which they came."""
    if press.colour is Colour.AS_SUPPLIED or press.intent.profile is None:
        return None
    return Separator(press, press.intent.profile.read_bytes(), pages)


_NOISE = 50
"""What coding may add to a pixel, in tenths of a percent of ink."""
_HALOS_PER_INCH = 200
"""A sharpened contour is as wide as the eye can just not see at reading distance, an eighth of a millimetre."""


class Separator:
    """Separates for one press, by its ICC profile. `name` is of all numbers that it goes by."""

    def __init__(self, press: Press, profile: bytes, pages: int) -> None:
        numbers = (press.ink.pictures, press.ink.total, press.resolution.sharpen, _HALOS_PER_INCH)
        self.name = f"{__version__} {hashlib.sha256(profile).hexdigest()} {numbers}"
        self.limit = press.ink.total
        self._press = press
        self._profile = profile
        self._pages = pages

    def plates(self, page: int) -> Plates:
        return Plates.PROCESS if self._press.in_colour(page, self._pages) else Plates.BLACK

    def raster(self, wanted: Wanted) -> Raster:
        size = pixels_needed(wanted, self._press.resolution.most, self._press.resolution.target)
        halo = self._halo(wanted, size)
        kept = name_of("raster", self.name, wanted.source.digest, repr((wanted.box, size, halo)), wanted.plates.value)
        found = read_kept(kept)
        if found is not None:
            width, height, channels, bits, coding, octets = found
            return Raster(width, height, channels, bits, Coding(coding), octets)
        raster = self._separated(wanted, size, halo)
        write_kept(
            kept, (raster.width, raster.height, raster.channels, raster.bits, raster.coding.value, raster.octets)
        )
        return raster

    def inks(self, srgb: tuple[float, float, float], plates: Plates) -> tuple[float, float, float, float]:
        return self._inking.colour(srgb, plates)

    def _halo(self, wanted: Wanted, size: tuple[int, int]) -> float:
        """How many pixels a sharpened contour takes on each side, in halves; 0 for what is not sharpened."""
        if wanted.source.kind not in PHOTOGRAPHS or not self._press.resolution.sharpen:
            return 0
        return max(1, round(2 * size[0] * EMU_PER_INCH / (wanted.width * _HALOS_PER_INCH))) / 2

    def _separated(self, wanted: Wanted, size: tuple[int, int], halo: float) -> Raster:
        line_art = _as_it_is(wanted)
        if line_art is not None:
            return line_art
        from layout.press.separation.coding import coded
        from layout.press.separation.scan import scan, sharpened

        found = scan(wanted.source, wanted.box, size)
        image = sharpened(found.image, self._press.resolution.sharpen, halo) if halo else found.image
        return coded(self._inking.printed(image, found.profile, wanted.plates), found.coding, self._most_coded())

    def _most_coded(self) -> int:
        """The most ink of a pixel once it is coded, in 255ths of a plate: a quarter of the way to what the press takes, but no
        more than `_NOISE` over that of pictures."""
        ink = self._press.ink
        return (ink.pictures + max(0, min(_NOISE, (ink.total - ink.pictures) // 4))) * 255 // 1000

    @cached_property
    def _inking(self) -> "Inking":
        from layout.press.separation.inking import Inking

        try:
            return Inking(self._profile, self._press.ink.pictures)
        except OSError as error:
            raise OSError(errno.EBADMSG, f"it is damaged: {error}", str(self._press.intent.profile)) from error


def _as_it_is(wanted: Wanted) -> Raster | None:
    """The rows of a PNG that is line art and wanted whole: they are ink already."""
    source = wanted.source
    if not source.is_line_art or wanted.box != (0, 0, *source.pixels):
        return None
    png = read_png(source.path.read_bytes())
    if png is None or not png.is_line_art or not is_whole(png):
        return None
    return Raster(png.width, png.height, 1, 1, Coding.PNG, png.rows)


def pixels_needed(wanted: Wanted, most: int, target: int) -> tuple[int, int]:
    """How many pixels are kept of a part: all, or those of `target` an inch where there are over `most`."""
    left, top, right, bottom = wanted.box
    across, down = right - left, bottom - top
    if across * EMU_PER_INCH <= most * wanted.width:
        return across, down
    share = target * wanted.width / (across * EMU_PER_INCH)
    return max(1, round(across * share)), max(1, round(down * share))
