"""Pictures as XObjects, each written once however often it is placed.

Takes `Picture`s, gives names of XObjects and where they stand. With a press's `Separation` they are what it makes of them.
Without one they keep their colours: a JPEG goes in as it is; so does the compressed content of a plain PNG; whatever else
Pillow reads is decoded and packed, transparency laid on white. An SVG becomes vectors. Nothing is ever fetched.
Sources: ISO 32000-1, 8.9.5 (image dictionaries), 7.4.4.4 (predictors); ITU-T T.81, B.2 (JPEG markers); EXIF 2.32, tag 0x0112.
"""

import math
from collections.abc import Mapping
from typing import TYPE_CHECKING

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFObjectReference, PDFStream

from layout.draw.drawings import begin_drawings
from layout.draw.objects import File, packed
from layout.draw.placements import Key, plates_of, wanted_of
from layout.model.page import Page, Picture, PictureSource
from layout.model.raster import Coding, Raster, Separation, Wanted
from layout.png import CHANNELS, SIGNATURE, read_png
from layout.record import record

if TYPE_CHECKING:  # imported where pictures are separated
    from concurrent.futures import Future

_SPACES = {1: "/DeviceGray", 3: "/DeviceRGB", 4: "/DeviceCMYK"}

# What turns the unit square of a stored picture upright, by EXIF orientation.
_UPRIGHT = {
    2: "-1 0 0 1 1 0 cm ",
    3: "-1 0 0 -1 1 1 cm ",
    4: "1 0 0 -1 0 1 cm ",
    5: "0 -1 -1 0 1 1 cm ",
    6: "0 -1 1 0 0 1 cm ",
    7: "0 1 1 0 0 0 cm ",
    8: "0 1 -1 0 1 0 cm ",
}

# Adobe's programs store CMYK inverted and say so by their marker; others do not invert.
_INVERTED = "[1 0 1 0 1 0 1 0]"

_START_OF_FRAME = frozenset({*range(0xC0, 0xC4), *range(0xC5, 0xC8), *range(0xC9, 0xCC), *range(0xCD, 0xD0)})


@record
class Drawn:
    """A picture's XObject by its name, the operators that go before it, such as those that set its unit square upright, and the part of the picture that
    it holds: left, top, right, bottom in shares of the whole."""

    name: str
    matrix: str = ""
    part: tuple[float, float, float, float] = (0.0, 0.0, 1.0, 1.0)


class Pictures:
    """The pictures of one document: by the digest of their content and the plates that they print from."""

    def __init__(self, file: File, pages: tuple[Page, ...], separation: Separation | None) -> None:
        self._file = file
        self._separation = separation
        self._drawings = begin_drawings(pages, separation)  # no process can be begun once there are threads
        self._wanted = wanted_of(pages, separation) if separation is not None else {}
        self._rasters = _separated(self._wanted, separation) if separation is not None else {}
        self._drawn: dict[Key, Drawn] = {}
        self._references: dict[str, PDFObjectReference] = {}

    def place(self, picture: Picture, page: int) -> Drawn:
        """The picture as it stands in the file, for a page of this number."""
        key = (picture.source.digest, plates_of(page, self._separation))
        found = self._drawn.get(key)
        if found is None:
            name = f"P{len(self._drawn)}"
            form, found = self._read(picture.source, key, name)
            self._file.sign(form.content)
            self._references[name] = self._file.add(form)
            self._drawn[key] = found
        return found

    def reference(self, name: str) -> PDFObjectReference:
        """The XObject of a name that `place` gave."""
        return self._references[name]

    def _read(self, source: PictureSource, key: Key, name: str) -> tuple[PDFStream, Drawn]:
        if source.kind == "svg":
            from layout.draw.vector import svg_object

            found = self._drawings().get(key)
            return svg_object(source, self._file, self._separation, key[1], found=found), Drawn(name)
        if source.kind == "pdf":
            from layout.draw.artwork import AS_A_PAGE_BEGINS, artwork_form

            return artwork_form(source.path.read_bytes(), self._file), Drawn(name, AS_A_PAGE_BEGINS)
        if self._separation is None:
            form, orientation = _as_supplied(source)
            return form, Drawn(name, _UPRIGHT.get(orientation, ""))
        return _raster_object(self._rasters[key].result()), Drawn(name, part=self._wanted[key].part)


def _separated(wanted: Mapping[Key, Wanted], separation: Separation) -> dict[Key, "Future[Raster]"]:
    """Two at a time, since pixels are worked on outside the interpreter's lock, while pages are drawn; more large ones might
    not fit in memory. The largest are begun first, so that none is left to one processor in the end."""
    from concurrent.futures import ThreadPoolExecutor

    compositors = ThreadPoolExecutor(2)
    largest_first = sorted(wanted.items(), key=lambda one: math.prod(one[1].source.pixels), reverse=True)
    begun = {key: compositors.submit(separation.raster, one) for key, one in largest_first}
    compositors.shutdown(wait=False)
    return begun


def _raster_object(raster: Raster) -> PDFStream:
    entries = image_entries(raster.width, raster.height, raster.bits, _SPACES[raster.channels])
    if raster.coding is Coding.PNG:
        entries |= _rows_of_png(raster.width, raster.bits, raster.channels)
    else:
        entries["Filter"] = "/DCTDecode" if raster.coding is Coding.DCT else "/FlateDecode"
    if raster.coding is Coding.DCT and raster.channels == 4:
        entries["Decode"] = _INVERTED
    return PDFStream(PDFDictionary(entries), raster.octets)


def _as_supplied(source: PictureSource) -> tuple[PDFStream, int]:
    """The XObject of a picture file in its own colours, and the EXIF orientation that it still has to be given."""
    content = source.path.read_bytes()
    if content.startswith(b"\xff\xd8"):
        frame = _read_jpeg(content)
        if frame is not None and frame.bits == 8 and frame.channels in _SPACES:
            return _jpeg_object(content, frame), frame.orientation
    elif content.startswith(SIGNATURE):
        made = _png_object(content)
        if made is not None:
            return made, 1
    return _decoded_object(content), 1


@record
class _Frame:
    """What a JPEG's markers say."""

    width: int
    height: int
    channels: int
    bits: int
    orientation: int
    by_adobe: bool


def _read_jpeg(content: bytes) -> _Frame | None:
    """Walk the markers up to the frame header; None if there is none."""
    at, orientation, by_adobe = 2, 1, False
    frame: tuple[int, int, int, int] | None = None
    while at + 4 <= len(content):
        if content[at] != 0xFF:
            at += 1
            continue
        marker = content[at + 1]
        if marker in {0x01, 0xFF} or 0xD0 <= marker <= 0xD8:
            at += 1 if marker == 0xFF else 2
            continue
        if marker in (0xD9, 0xDA):
            break
        length = int.from_bytes(content[at + 2 : at + 4], "big")
        segment = content[at + 4 : at + 2 + length]
        if marker in _START_OF_FRAME and len(segment) >= 6:
            height, width = int.from_bytes(segment[1:3], "big"), int.from_bytes(segment[3:5], "big")
            frame = (width, height, segment[5], segment[0])
        elif marker == 0xE1 and segment.startswith(b"Exif\0\0"):
            orientation = _exif_orientation(segment[6:])
        elif marker == 0xEE and segment.startswith(b"Adobe"):
            by_adobe = True
        at += 2 + length
    return None if frame is None else _Frame(*frame, orientation, by_adobe)


def _exif_orientation(tiff: bytes) -> int:
    def number(at: int, size: int) -> int:
        field = tiff[at : at + size]
        return int.from_bytes(field, "little") if tiff[:2] == b"II" else int.from_bytes(field, "big")

    directory = number(4, 4)
    for entry in range(number(directory, 2)):
        at = directory + 2 + 12 * entry
        if at + 12 > len(tiff):
            break
        if number(at, 2) == 0x0112:
            value = number(at + 8, 2)
            return value if 1 <= value <= 8 else 1
    return 1


def _jpeg_object(content: bytes, frame: _Frame) -> PDFStream:
    entries = image_entries(frame.width, frame.height, 8, _SPACES[frame.channels])
    entries["Filter"] = "/DCTDecode"
    if frame.channels == 4 and frame.by_adobe:
        entries["Decode"] = _INVERTED
    return PDFStream(PDFDictionary(entries), content)


def _png_object(content: bytes) -> PDFStream | None:
    """A plain PNG, its compressed rows as they are; None for any other."""
    png = read_png(content)
    if png is None:
        return None
    channels = CHANNELS[png.colour]
    space = _SPACES[channels]
    if png.palette:
        space = f"[/Indexed /DeviceRGB {len(png.palette) // 3 - 1} <{png.palette.hex()}>]"
    entries = image_entries(png.width, png.height, png.bits, space) | _rows_of_png(png.width, png.bits, channels)
    return PDFStream(PDFDictionary(entries), png.rows)


def _rows_of_png(width: int, bits: int, channels: int) -> dict[str, object]:
    rows = f"<< /Predictor 15 /Colors {channels} /BitsPerComponent {bits} /Columns {width} >>"
    return {"Filter": "/FlateDecode", "DecodeParms": rows}


def _decoded_object(content: bytes) -> PDFStream:
    """Any other picture that Pillow reads, upright, as one bit, grey, RGB or CMYK."""
    import io

    from PIL import Image, ImageOps

    with Image.open(io.BytesIO(content)) as opened:
        image: Image.Image = ImageOps.exif_transpose(opened)
        if image.mode == "P":
            image = image.convert("RGBA" if "transparency" in image.info else "RGB")
        if image.mode in ("LA", "PA", "RGBA", "La", "RGBa"):
            upper = image.convert("RGBA")
            grey = image.mode in ("LA", "La")
            image = Image.alpha_composite(Image.new("RGBA", upper.size, (255, 255, 255, 255)), upper)
            image = image.convert("L" if grey else "RGB")
        elif image.mode.startswith("I;16") or image.mode == "I":
            image = image.convert("I").point(lambda value: value / 257).convert("L")
        elif image.mode not in ("1", "L", "RGB", "CMYK"):
            image = image.convert("RGB")
        bits = 1 if image.mode == "1" else 8
        space = _SPACES[len(image.getbands())]
        return packed(image.tobytes(), image_entries(*image.size, bits, space))


def image_entries(width: int, height: int, bits: int, space: str) -> dict[str, object]:
    """What the dictionary of an image XObject says, but for its coding."""
    return {
        "Type": "/XObject",
        "Subtype": "/Image",
        "Width": width,
        "Height": height,
        "BitsPerComponent": bits,
        "ColorSpace": space,
    }
