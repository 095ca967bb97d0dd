"""Images packed for a PDF.

Takes ink, gives a `Raster`. What came as a JPEG goes out as one, with every plate at full resolution, unless coding would
lift a pixel over the ink limit; everything else keeps its very pixels. Source: TIFF 6.0, section 14 (differences).
"""

import io
import zlib

from PIL import Image, ImageChops

from layout.model.raster import Coding, Raster
from layout.press.separation.ink_limit import most_ink

_QUALITY = 92
_COMPRESSION = 4
_TOLERANCE = 2
"""How far coding may lift a pixel over the limit, in 255ths of a plate: less than a point."""


def coded(image: Image.Image, coding: Coding, limit: int) -> Raster:
    """An image of mode 1, L or CMYK that has no more ink than `limit` (255ths of a plate)."""
    octets = _as_jpeg(image, limit) if coding is Coding.DCT and image.mode != "1" else b""
    if octets:
        return Raster(*image.size, len(image.getbands()), 8, Coding.DCT, octets)
    if image.mode == "1":
        return Raster(*image.size, 1, 1, Coding.FLATE, zlib.compress(image.tobytes(), _COMPRESSION))
    differences = ImageChops.subtract_modulo(image, ImageChops.offset(image, 1, 0))
    differences.paste(image.crop((0, 0, 1, image.height)), (0, 0))
    octets = zlib.compress(differences.tobytes(), _COMPRESSION)
    return Raster(*image.size, len(image.getbands()), 8, Coding.FLATE, octets)


def _as_jpeg(image: Image.Image, limit: int) -> bytes:
    """A JPEG file; nothing where it would have too much ink."""
    file = io.BytesIO()
    image.save(file, "JPEG", quality=_QUALITY, subsampling=0)
    if image.mode == "CMYK":
        with Image.open(file) as decoded:
            if most_ink(decoded) > limit + _TOLERANCE:
                return b""
    return file.getvalue()
