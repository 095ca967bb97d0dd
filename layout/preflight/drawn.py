"""The display list as sheets, so that an editor is told before there is a PDF what a printer would say of it.

Takes `Pages`, gives `Sheet`s whose marks know the source that caused them. What is in drawings and supplied PDFs is not gone
into: that is left to the rules over the finished file.
"""

from collections.abc import Iterator

from layout.diagnostics import Place
from layout.model.extent import reach, x_height
from layout.model.ink import Ink
from layout.model.page import Clip, Fill, Page, Pages, Picture, Placed, Rule
from layout.model.text import Glyphs
from layout.preflight.marks import Kind, Mark, Sheet, Space, Tone, cmyk, spots
from layout.units import EMU_PER_INCH, Emu

_MEASURED = ("jpeg", "png", "tiff")
_UNKNOWN = Tone(Space.OTHER)


def sheets_of_pages(pages: Pages) -> tuple[Sheet, ...]:
    """Every page's marks."""
    return tuple(
        Sheet(page.number, page.width, page.depth, page.bleed, tuple(_marks(page, page.placed, 0, 0)))
        for page in pages.pages
    )


def _marks(page: Page, placed: tuple[Placed, ...], left: Emu, top: Emu) -> Iterator[Mark]:
    for one in placed:
        paint, x, y = one.paint, left + one.x, top + one.y
        if isinstance(paint, Clip):
            yield from _marks(page, paint.placed, x, y)
        elif isinstance(paint, Glyphs):
            depth = x_height(paint)
            place = Place(page.number, x, y - depth, reach(paint), depth)
            yield Mark(Kind.TEXT, place, _tone(paint.ink), paint.size, span=one.span, story=one.story)
        elif isinstance(paint, Fill):
            place = Place(page.number, x, y, paint.width, paint.depth)
            yield Mark(
                Kind.FILL, place, _tone(paint.ink), min(paint.width, paint.depth), span=one.span, story=one.story
            )
        elif isinstance(paint, Rule):
            place = Place(page.number, min(x, x + paint.dx), min(y, y + paint.dy), abs(paint.dx), abs(paint.dy))
            yield Mark(Kind.STROKE, place, _tone(paint.ink), paint.thickness, span=one.span, story=one.story)
        elif isinstance(paint, Picture):
            yield _picture(page, one, paint, x, y)


def _picture(page: Page, one: Placed, picture: Picture, x: Emu, y: Emu) -> Mark:
    left, top, right, foot = picture.crop
    across, down = picture.source.pixels
    shares = ((right - left) * across / picture.width, (foot - top) * down / picture.depth)
    ppi = round(min(shares) * EMU_PER_INCH / 1_000_000) if picture.source.kind in _MEASURED else 10_000
    place = Place(page.number, x, y, picture.width, picture.depth)
    return Mark(Kind.PICTURE, place, _UNKNOWN, 0, False, ppi, picture.source.bits, "", one.span, one.story)


def _tone(ink: Ink) -> Tone:
    if ink.spot is not None:
        return spots({ink.spot: ink.tint / 1000})
    return cmyk(ink.cyan / 1000, ink.magenta / 1000, ink.yellow / 1000, ink.black / 1000)
