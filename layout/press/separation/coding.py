"""Images packed for a PDF.

Takes ink, gives a `Raster`. What came as a JPEG goes out as one, with every plate at full resolution, unless coding would
lift a pixel over the ink limit that is given; everything else keeps its very pixels.
"""

import io
import zlib

from PIL import Image

from layout.model.raster import Coding, Raster
from layout.press.separation.ink_limit import keeps

_QUALITY = 92
_COMPRESSION = 5
"""zlib's level: half the time of level 6 for a tenth more room; halftones, which hardly deflate, are what takes long."""
_TOLERANCE = 2
"""How far coding may lift a pixel over the limit, in 255ths of a plate: less than a point."""


def coded(image: Image.Image, coding: Coding, limit: int) -> Raster:
    """An image of mode 1, L or CMYK, with no more ink in a pixel than `limit` (255ths of a plate)."""
    octets = _as_jpeg(image, limit) if coding is Coding.DCT and image.mode != "1" else b""
    if octets:
        return Raster(*image.size, len(image.getbands()), 8, Coding.DCT, octets)
    bits = 1 if image.mode == "1" else 8
    octets = zlib.compress(image.tobytes(), _COMPRESSION)
    return Raster(*image.size, len(image.getbands()), bits, Coding.FLATE, octets)


def _as_jpeg(image: Image.Image, limit: int) -> bytes:
    """A JPEG file; nothing where it would have too much ink."""
    file = io.BytesIO()
    image.save(file, "JPEG", quality=_QUALITY, subsampling=0)
    if image.mode == "CMYK":
        with Image.open(file) as decoded:
            if not keeps(decoded, limit + _TOLERANCE):
                return b""
    return file.getvalue()
