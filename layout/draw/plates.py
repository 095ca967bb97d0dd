"""One plate of the paper as a PDF in grey: what a press would print in one of its inks, for whoever measures ink.

Takes the display list that `pdf` draws and draws it anew with one ink's amounts as greys, white for none. What overprints
leaves the other plates as they are, so it is not drawn on them. Placed PDFs show no ink here: what is in them is measured
as supplied. Source: ISO 32000-1, 8.6.7 (overprint).
"""

import io
import re
import zlib
from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFObjectReference, PDFStream

from layout.draw.ink import KNOCKOUT, Inks
from layout.draw.objects import File, new_file
from layout.draw.pictures import Drawn, image_entries
from layout.draw.placements import Key, wanted_of
from layout.draw.sheets import show_pages
from layout.draw.vector import View, svg_object
from layout.model.ink import Ink
from layout.model.page import Clip, Page, Pages, Picture, Placed, Rule
from layout.model.press import Overprint
from layout.model.raster import Coding, Raster, Separation, Wanted
from layout.model.text import Glyphs
from layout.typeset.keep import name_of, read_kept, write_kept
from layout.units import EMU_PER_PT, Emu

if TYPE_CHECKING:  # Pillow is imported where there are pictures
    from PIL import Image

PROCESS = ("Cyan", "Magenta", "Yellow", "Black")
"""The plates that every press has, in the order of a pixel's channels."""

_PIXELS_PER_PT = 2
"""As many pixels of a picture as a rendering can show."""
_AMOUNTS = re.compile(rb"(?<![\d.])(\d*\.?\d+) (\d*\.?\d+) (\d*\.?\d+) (\d*\.?\d+) ([kK])(?=\s|$)")
_NONE = b"\xff"
_GREY = {b"k": b"g", b"K": b"G"}


def draw_plates(
    pages: Pages, spots: tuple[str, ...], overprint: Overprint, separation: Separation
) -> Mapping[str, bytes]:
    """The pages as each plate has them, by its name: the four process inks and these spot inks.

    Raises:
        OSError: a font or picture file of the display list can no longer be read.
    """
    channels = _Channels(pages.pages, separation)
    return {plate: _draw_plate(pages, plate, overprint, channels) for plate in (*PROCESS, *spots)}


def _draw_plate(pages: Pages, plate: str, overprint: Overprint, channels: "_Channels") -> bytes:
    file = new_file("")
    inks = _PlateInks(file, overprint, plate)
    kept = pages.pages if plate == "Black" else tuple(_knocking_out(page, inks) for page in pages.pages)
    show_pages(file, kept, inks, _PlatePictures(file, channels, plate))
    return file.written()


class _PlateInks(Inks):
    """Greys in place of inks."""

    __slots__ = ("_plate",)

    def __init__(self, file: File, overprint: Overprint, plate: str) -> None:
        super().__init__(file, overprint)
        self._plate = plate

    def fill(self, ink: Ink) -> str:
        return f"{1 - self._amount(ink) / 1000:g} g"

    def stroke(self, ink: Ink) -> str:
        return f"{1 - self._amount(ink) / 1000:g} G"

    def _amount(self, ink: Ink) -> int:
        if ink.spot is not None:
            return ink.tint if ink.spot == self._plate else 0
        amounts = (ink.cyan, ink.magenta, ink.yellow, ink.black)
        return amounts[PROCESS.index(self._plate)] if self._plate in PROCESS else 0


def _knocking_out(page: Page, inks: Inks) -> Page:
    """The page without what overprints, which only the black plate has."""
    return replace(page, placed=_without_overprint(page.placed, inks))


def _without_overprint(placed: tuple[Placed, ...], inks: Inks) -> tuple[Placed, ...]:
    kept = []
    for one in placed:
        paint = one.paint
        if isinstance(paint, Clip):
            kept.append(replace(one, paint=replace(paint, placed=_without_overprint(paint.placed, inks))))
            continue
        state = KNOCKOUT
        if isinstance(paint, Glyphs):
            state = inks.text_state(paint.ink, paint.size)
        elif isinstance(paint, Rule):
            state = inks.rule_state(paint.ink, paint.thickness)
        if state == KNOCKOUT:
            kept.append(one)
    return tuple(kept)


class _Channels:
    """The inks of each picture in greys, as fine as can be seen, decoded once for all plates."""

    def __init__(self, pages: tuple[Page, ...], separation: Separation) -> None:
        self.separation = separation
        self.wanted = wanted_of(pages, separation)
        self._found: dict[Key, tuple[Image.Image, ...]] = {}
        self._drawings: dict[bytes, list[bytes]] = {}

    def of(self, key: Key) -> "tuple[Image.Image, ...]":
        """One picture's inks: those of `PROCESS`, or black alone."""
        found = self._found.get(key)
        if found is None:
            found = self._found[key] = self._kept_of(self.wanted[key])
        return found

    def _kept_of(self, wanted: Wanted) -> "tuple[Image.Image, ...]":
        """The inks of a picture as an earlier run saw them, else as they are decoded now."""
        from PIL import Image

        most = (_pixels(wanted.width), _pixels(wanted.depth))
        name = name_of(
            "plates", self.separation.name, wanted.source.digest, repr((wanted.box, most)), wanted.plates.value
        )
        kept = read_kept(name)
        if kept is None:
            inks = _inks_of(self.separation.raster(wanted), most)
            write_kept(name, [(image.size, image.tobytes()) for image in inks])
            return inks
        return tuple(Image.frombytes("L", size, octets) for size, octets in kept)

    def drawing(self, code: bytes, channel: int) -> bytes:
        """A drawing's operators with the amounts of one ink (1 to 4; 0 for a spot ink) as greys."""
        pieces = self._drawings.get(code)
        if pieces is None:
            pieces = self._drawings[code] = _AMOUNTS.split(code)
        parts = pieces[:1]
        for at in range(1, len(pieces), 6):
            amount = float(pieces[at + channel - 1]) if channel else 0.0
            parts += (b"%.4f " % (1 - amount), _GREY[pieces[at + 4]], pieces[at + 5])
        return b"".join(parts)


class _PlatePictures:
    """One plate of each picture."""

    def __init__(self, file: File, channels: _Channels, plate: str) -> None:
        self._file, self._channels, self._plate = file, channels, plate
        # Black lines of drawings overprint: on other plates they are not seen.
        black_lines = "<< /CA 1 >>" if plate == "Black" else "<< /CA 0 >>"
        self._view = View(self._greyed, black_lines, "<< /CA 1 >>")
        self._drawn: dict[Key, Drawn] = {}
        self._references: dict[str, PDFObjectReference] = {}

    def place(self, picture: Picture, page: int) -> Drawn:
        separation = self._channels.separation
        key = (picture.source.digest, separation.plates(page))
        found = self._drawn.get(key)
        if found is None:
            name = f"P{len(self._drawn)}"
            if picture.source.kind == "svg":
                content = picture.source.path.read_bytes()
                form, found = svg_object(content, self._file, separation, key[1], self._view), Drawn(name)
            elif picture.source.kind == "pdf":
                form, found = _nothing(), Drawn(name)
            else:
                form, found = self._grey_image(key), Drawn(name, part=self._channels.wanted[key].part)
            self._references[name] = self._file.add(form)
            self._drawn[key] = found
        return found

    def _grey_image(self, key: Key) -> PDFStream:
        inks = self._channels.of(key)
        octets, size = _NONE, (1, 1)
        if self._plate == "Black" or (self._plate in PROCESS and len(inks) > 1):
            image = inks[PROCESS.index(self._plate) if len(inks) > 1 else 0]
            octets, size = image.tobytes(), image.size
        return PDFStream(PDFDictionary(image_entries(*size, 8, "/DeviceGray")), octets)

    def reference(self, name: str) -> PDFObjectReference:
        return self._references[name]

    def _greyed(self, code: bytes) -> bytes:
        return self._channels.drawing(code, PROCESS.index(self._plate) + 1 if self._plate in PROCESS else 0)


def _nothing() -> PDFStream:
    return PDFStream(PDFDictionary({"Type": "/XObject", "Subtype": "/Form", "BBox": "[0 0 1 1]"}), b"")


def _pixels(length: Emu) -> int:
    return max(1, length * _PIXELS_PER_PT // EMU_PER_PT)


def _inks_of(raster: Raster, most: tuple[int, int]) -> "tuple[Image.Image, ...]":
    """The channels of a raster in greys, white for none, no larger than so many pixels."""
    from PIL import Image, ImageOps

    if raster.coding is Coding.DCT:
        opened: Image.Image = Image.open(io.BytesIO(raster.octets))
    else:
        mode = "CMYK" if raster.channels == 4 else "L" if raster.bits == 8 else "1"
        opened = Image.frombytes(mode, (raster.width, raster.height), zlib.decompress(raster.octets))
    image = opened if raster.channels == 4 else opened.convert("L")
    if image.width > most[0]:
        image = image.resize(most, reducing_gap=2)
    return (image,) if raster.channels == 1 else tuple(ImageOps.invert(channel) for channel in image.split())
