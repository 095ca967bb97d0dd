"""The plates of the paper as PDFs that can be rendered: what a press would print in each ink, for whoever measures ink.

Takes the display list that `pdf` draws and draws it anew as `Film`s, with the amounts of inks as lights, full for none. What
overprints leaves the plates but black as they are, so it is not drawn on their films. Placed PDFs show no ink here: what is
in them is measured as supplied. Source: ISO 32000-1, 8.6.7 (overprint).
"""

import io
import re
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFObjectReference, PDFStream

from layout.draw.ink import KNOCKOUT, Inks
from layout.draw.objects import File, new_file
from layout.draw.pictures import Drawn, image_entries
from layout.draw.placements import Key
from layout.draw.sheets import show_pages
from layout.draw.vector import View, svg_object
from layout.model.film import Film
from layout.model.ink import Ink
from layout.model.page import Clip, Page, Pages, Picture, Placed, Rule
from layout.model.press import Overprint
from layout.model.raster import Coding, Raster, Separation, Wanted
from layout.model.text import Glyphs
from layout.png import Png, png_file
from layout.typeset.keep import name_of, read_kept, write_kept
from layout.units import EMU_PER_PT, Emu

if TYPE_CHECKING:  # Pillow is imported where there are pictures
    from PIL import Image

PROCESS = ("Cyan", "Magenta", "Yellow", "Black")
"""The plates that every press has, in the order of a pixel's channels."""

_BLACK = "Black"
_LIGHTS = 3
_OF_AREAS, _OF_LINES = ("g", "rg"), ("G", "RG")

_PIXELS_PER_PT = 1
"""As many pixels of a picture as a rendering can show."""
_AMOUNTS = re.compile(rb"^([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+) ([kK])(?=\s|$)", re.MULTILINE)
_NONE = b"\xff"
_UNPACKED = 0
"""A film is rendered and thrown away: deflating it would take longer."""


def draw_films(
    pages: Pages, spots: tuple[str, ...], overprint: Overprint, separation: Separation, wanted: Mapping[Key, Wanted]
) -> tuple[Film, ...]:
    """The pages on the plates of the four process inks and of these spot inks.

    Args:
        pages: all of an issue, or some.
        spots: the names of spot inks.
        overprint: which type and rules print over what is below them.
        separation: the inks that pictures and drawings become.
        wanted: what is wanted of each picture for the whole issue.

    Raises:
        OSError: a font or picture file of the display list can no longer be read.
    """
    channels = _Channels(wanted, separation)
    together = (PROCESS[:3], (_BLACK,), *(spots[at : at + _LIGHTS] for at in range(0, len(spots), _LIGHTS)))
    return tuple(Film(plates, _drawn(pages, plates, overprint, channels)) for plates in together)


def _drawn(pages: Pages, plates: tuple[str, ...], overprint: Overprint, channels: "_Channels") -> bytes:
    file = new_file("", _UNPACKED)
    inks = _FilmInks(file, overprint, plates)
    kept = pages.pages if plates == (_BLACK,) else tuple(_knocking_out(page, inks) for page in pages.pages)
    show_pages(file, kept, inks, _FilmPictures(file, channels, plates))
    return file.written()


def _lit(amounts: Sequence[float], operators: tuple[str, str]) -> str:
    """The operator of a colour that has so much less light than white: one grey, or three lights."""
    if len(amounts) == 1:
        return f"{1 - amounts[0]:.4g} {operators[0]}"
    lights = " ".join([f"{1 - amount:.4g}" for amount in amounts])
    return f"{lights}{' 1' * (_LIGHTS - len(amounts))} {operators[1]}"


class _FilmInks(Inks):
    """Lights in place of inks."""

    __slots__ = ("_plates",)

    def __init__(self, file: File, overprint: Overprint, plates: tuple[str, ...]) -> None:
        super().__init__(file, overprint)
        self._plates = plates

    def fill(self, ink: Ink) -> str:
        return _lit(self._amounts(ink), _OF_AREAS)

    def stroke(self, ink: Ink) -> str:
        return _lit(self._amounts(ink), _OF_LINES)

    def _amounts(self, ink: Ink) -> list[float]:
        if ink.spot is not None:
            amounts = {ink.spot: ink.tint}
        else:
            amounts = dict(zip(PROCESS, (ink.cyan, ink.magenta, ink.yellow, ink.black), strict=True))
        return [amounts.get(plate, 0) / 1000 for plate in self._plates]


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

    def __init__(self, wanted: Mapping[Key, Wanted], separation: Separation) -> None:
        self.separation = separation
        self.wanted = wanted
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

    def drawing(self, code: bytes, plates: tuple[str, ...]) -> bytes:
        """A drawing's operators with the amounts of some inks as lights."""
        pieces = self._drawings.get(code)
        if pieces is None:
            pieces = self._drawings[code] = _AMOUNTS.split(code)
        parts = pieces[:1]
        for at in range(1, len(pieces), 6):
            amounts = dict(zip(PROCESS, map(float, pieces[at : at + 4]), strict=True))
            operators = _OF_AREAS if pieces[at + 4] == b"k" else _OF_LINES
            parts += (_lit([amounts.get(plate, 0.0) for plate in plates], operators).encode(), pieces[at + 5])
        return b"".join(parts)


class _FilmPictures:
    """Some plates of each picture."""

    def __init__(self, file: File, channels: _Channels, plates: tuple[str, ...]) -> None:
        self._file, self._channels, self._plates = file, channels, plates
        # Black lines and letters of drawings overprint: on other plates they are not seen.
        seen = int(plates == (_BLACK,))
        self._view = View(self._lit, f"<< /CA {seen} /ca 1 >>", f"<< /ca {seen} >>", "<< /CA 1 /ca 1 >>")
        self._drawn: dict[Key, Drawn] = {}
        self._references: dict[str, PDFObjectReference] = {}

    def place(self, picture: Picture, page: int) -> Drawn:
        separation = self._channels.separation
        key = (picture.source.digest, separation.plates(page))
        found = self._drawn.get(key)
        if found is None:
            name = f"P{len(self._drawn)}"
            if picture.source.kind == "svg":
                form, found = svg_object(picture.source, self._file, separation, key[1], self._view), Drawn(name)
            elif picture.source.kind == "pdf":
                form, found = _nothing(), Drawn(name)
            else:
                form, found = self._image(key), Drawn(name, part=self._channels.wanted[key].part)
            self._references[name] = self._file.add(form)
            self._drawn[key] = found
        return found

    def _image(self, key: Key) -> PDFStream:
        from PIL import Image

        inks = self._channels.of(key)
        shown = dict(zip(PROCESS if len(inks) > 1 else (_BLACK,), inks, strict=True))
        channels = [shown[plate] for plate in self._plates if plate in shown]
        if len(channels) < len(self._plates):  # a picture is on all process plates or on the black one
            return PDFStream(PDFDictionary(image_entries(1, 1, 8, "/DeviceGray")), _NONE)
        image = Image.merge("RGB", channels) if len(channels) > 1 else channels[0]
        space = "/DeviceRGB" if len(channels) > 1 else "/DeviceGray"
        return PDFStream(PDFDictionary(image_entries(*image.size, 8, space)), image.tobytes())

    def reference(self, name: str) -> PDFObjectReference:
        return self._references[name]

    def _lit(self, code: bytes) -> bytes:
        return self._channels.drawing(code, self._plates)


def _nothing() -> PDFStream:
    return PDFStream(PDFDictionary({"Type": "/XObject", "Subtype": "/Form", "BBox": "[0 0 1 1]"}), b"")


def _pixels(length: Emu) -> int:
    return max(1, length * _PIXELS_PER_PT // EMU_PER_PT)


def _inks_of(raster: Raster, most: tuple[int, int]) -> "tuple[Image.Image, ...]":
    """The channels of a raster in greys, white for none, no larger than so many pixels."""
    from PIL import Image, ImageOps

    Image.MAX_IMAGE_PIXELS = None  # the manifest has refused what has too many
    if raster.coding is Coding.DCT:
        opened: Image.Image = Image.open(io.BytesIO(raster.octets))
    elif raster.coding is Coding.PNG:
        opened = Image.open(io.BytesIO(png_file(Png(raster.width, raster.height, raster.bits, 0, b"", raster.octets))))
    else:
        mode = "CMYK" if raster.channels == 4 else "L" if raster.bits == 8 else "1"
        opened = Image.frombytes(mode, (raster.width, raster.height), zlib.decompress(raster.octets))
    image = opened if raster.channels == 4 else opened.convert("L")
    if image.width > most[0]:
        image = image.resize(most, reducing_gap=2)
    return (image,) if raster.channels == 1 else tuple(ImageOps.invert(channel) for channel in image.split())
