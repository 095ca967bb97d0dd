"""Picture files as pixels: the part wanted, upright, on paper white, at the size wanted.

Takes a `PictureSource`, gives an image of mode 1, L, RGB, CMYK or LAB with 8 bits a channel, and its ICC profile. A JPEG
is decoded no larger than needed, and of any other picture nothing but the part wanted is turned, flattened or made
smaller. Refuses to know presses. Sources: EXIF 2.32, tag 0x0112; Adobe Technical Note 5116 (APP14 marker).
"""

import errno
import math

from PIL import Image, ImageChops, ImageFilter

from layout.model.page import PictureSource
from layout.model.raster import Box, Coding
from layout.record import record

_TURNED = range(5, 9)
_MIRRORED_ACROSS = (2, 3, 7, 8)
_MIRRORED_DOWN = (3, 4, 6, 7)
_ORIENTATION = 0x0112
_DRAFT = 2
"""How many times more pixels than wanted a JPEG is decoded to, so that it is our filter that makes it smaller."""

Image.MAX_IMAGE_PIXELS = None  # the manifest has refused what has too many


@record
class Scan:
    """Pixels and what their numbers mean; `coding` is DCT for what was a JPEG."""

    image: Image.Image
    profile: bytes | None
    coding: Coding


def scan(source: PictureSource, box: Box, size: tuple[int, int]) -> Scan:
    """The part of a picture in `box`, `size` pixels large; 1-bit art keeps its own. Raises OSError where the file is no
    longer whole."""
    try:
        with Image.open(source.path) as opened:
            return _scan(opened, source, box, size)
    except (OSError, SyntaxError, ValueError, EOFError) as error:  # all of which mean to Pillow that a file is damaged
        if isinstance(error, OSError) and error.filename is not None:
            raise
        raise OSError(errno.EBADMSG, f"it is damaged: {error}", str(source.path)) from error


def _scan(opened: Image.Image, source: PictureSource, box: Box, size: tuple[int, int]) -> Scan:
    whole, wide = source.pixels, size[0] / (box[2] - box[0])
    opened.draft(None, (math.ceil(opened.width * wide * _DRAFT), math.ceil(opened.height * wide * _DRAFT)))
    opened.load()  # which turns a TIFF upright
    orientation = opened.getexif().get(_ORIENTATION, 1)
    stored = _stored(box, whole, orientation)
    if orientation in _TURNED:
        whole, size = whole[::-1], size[::-1]
    # What `draft` has made smaller is a few pixels off the exact share.
    across, down = opened.width / whole[0], opened.height / whole[1]
    exact = (stored[0] * across, stored[1] * down, stored[2] * across, stored[3] * down)
    left, top = math.floor(exact[0]), math.floor(exact[1])
    outer = (left, top, math.ceil(exact[2]), math.ceil(exact[3]))
    image = _flat(opened if outer == (0, 0, *opened.size) else opened.crop(outer), opened, source.kind)
    if image.mode != "1" and (image.size != size or (across, down) != (1, 1)):
        inner = (exact[0] - left, exact[1] - top, exact[2] - left, exact[3] - top)
        image = image.resize(size, Image.Resampling.LANCZOS, box=inner, reducing_gap=3)
    coding = Coding.DCT if source.kind == "jpeg" else Coding.FLATE
    return Scan(_upright(image, orientation), opened.info.get("icc_profile"), coding)


def sharpened(image: Image.Image, percent: int, halo: float) -> Image.Image:
    """Contours stronger by so much, over `halo` pixels; noise stays as it is, and 1-bit art has no contours."""
    if image.mode == "1":
        return image
    if image.mode == "LAB":
        lightness, *colours = image.split()
        return Image.merge("LAB", (sharpened(lightness, percent, halo), *colours))
    return image.filter(ImageFilter.UnsharpMask(halo, percent, 3))


def _stored(box: Box, whole: tuple[int, int], orientation: int) -> Box:
    """Where a box of the upright picture is in the stored one."""
    left, top, right, bottom = box
    across, down = whole
    if orientation in _TURNED:
        left, top, right, bottom = top, left, bottom, right
        across, down = down, across
    if orientation in _MIRRORED_ACROSS:
        left, right = across - right, across - left
    if orientation in _MIRRORED_DOWN:
        top, bottom = down - bottom, down - top
    return left, top, right, bottom


def _upright(image: Image.Image, orientation: int) -> Image.Image:
    if orientation in _MIRRORED_ACROSS:
        image = image.transpose(Image.Transpose.FLIP_LEFT_RIGHT)
    if orientation in _MIRRORED_DOWN:
        image = image.transpose(Image.Transpose.FLIP_TOP_BOTTOM)
    return image.transpose(Image.Transpose.TRANSPOSE) if orientation in _TURNED else image


def _flat(image: Image.Image, opened: Image.Image, kind: str) -> Image.Image:
    """In one of the modes that we print, what shows through laid on paper white."""
    clear = opened.has_transparency_data
    if image.mode == "CMYK":
        # Pillow takes all JPEGs to be inverted, as Adobe's programs write them; only their marker says so.
        by_others = kind == "jpeg" and "adobe" not in opened.info
        return ImageChops.invert(image) if by_others else image
    if image.mode in ("1", "LAB"):
        return image
    if image.mode.startswith("I;16"):
        image = image.convert("I")
    if image.mode == "I":
        image = image.point(lambda value: value * (1 / 257) + 0.5)
    if image.mode in ("I", "F"):
        return image.convert("L")
    mode = "L" if image.mode in ("L", "LA", "La") else "RGB"
    if clear:
        upper = image.convert("RGBA")
        image = Image.alpha_composite(Image.new("RGBA", upper.size, "white"), upper)
    return image if image.mode == mode else image.convert(mode)
