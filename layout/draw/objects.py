"""ReportLab's document objects behind two calls, so that the rest of the drawing is typed.

Takes PDF objects, gives references. `File` is the canvas and its document: pages are closed through it, and everything
that makes the paper what it is goes into its identifier.
"""

import datetime
import zlib
from collections.abc import Callable, Mapping
from typing import Any

from reportlab.lib.colors import CMYKColor, Color, rgb2cmyk
from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFObjectReference, PDFResourceDictionary, PDFStream
from reportlab.pdfgen.canvas import Canvas

_COMPRESSION = 4
"""zlib's level: a newspaper's text takes a third of the time of level 6 and a tenth more room."""


class BareCanvas(Canvas):
    """ReportLab's canvas without the Helvetica that it puts on every page."""

    def _make_preamble(self) -> None:
        self._preamble = ""

    def setFont(self, *_args: object, **_options: object) -> None:  # noqa: N802
        """Nothing: only drawing libraries call this, and their text is never drawn."""


def in_process_inks(colour: Color) -> CMYKColor:
    """A drawing library's colour in process inks: what three inks share is black's, so greys and black are black alone."""
    if isinstance(colour, CMYKColor):
        return colour
    return CMYKColor(*rgb2cmyk(colour.red, colour.green, colour.blue), alpha=colour.alpha)


class File:
    """One PDF file while it is written. ReportLab keeps what this needs behind underscores, so it is reached here only."""

    __slots__ = ("_document", "canvas")

    def __init__(self, canvas: Any) -> None:
        self.canvas = canvas
        self._document: Any = canvas._doc  # noqa: SLF001

    def add(self, written: object) -> PDFObjectReference:
        """Make an object indirect."""
        reference: PDFObjectReference = self._document.Reference(written)
        return reference

    def sign(self, content: bytes) -> None:
        """Let the file's identifier depend on this content."""
        self._document.updateSignature(content)

    def stamp(self, date: datetime.date) -> None:
        """Make the file on this day, at midnight UTC."""
        self._document._timeStamp.YMDhms = (date.year, date.month, date.day, 0, 0, 0)  # noqa: SLF001

    def close_page(self, content: bytes) -> Any:
        """End a page whose operators are `content`; the page's dictionary stays open for boxes and resources."""
        self.sign(content)
        self.canvas.showPage()
        page = self._document.Pages.pages[-1]
        page.Contents = packed(content, {})
        # ReportLab writes an empty transition and a turn of 0 on every page; printers want neither.
        page.Trans = page.Rotate = None
        return page

    def mark(self, key: str, index: int, top_pt: float) -> None:
        """Give the place `top_pt` above the foot of page `index` (from 0) a name."""
        destination = self.canvas._bookmarkReference(key)  # noqa: SLF001
        destination.xyz(0, top_pt, "null")
        destination.setPage(page_reference(index))

    def record(self, draw: Callable[[Any], None]) -> tuple[bytes, object]:
        """The operators that a drawing library puts on the canvas, with the resources they name: an empty dictionary
        where they name none."""
        canvas = self.canvas
        start = len(canvas._code)  # noqa: SLF001
        draw(canvas)
        code = "\n".join(canvas._code[start:])  # noqa: SLF001
        del canvas._code[start:]  # noqa: SLF001
        resources: Any = PDFResourceDictionary()
        states = canvas._extgstate.getState()  # noqa: SLF001
        if states:
            resources.ExtGState = states
        shadings = canvas._shadingUsed  # noqa: SLF001
        resources.setShading(shadings)
        return code.encode("latin-1"), resources if states or shadings else PDFDictionary()


def page_reference(index: int) -> PDFObjectReference:
    """The reference of a page by its place in the file, from 0; good before the page is drawn."""
    return PDFObjectReference(f"Page{index + 1}")


def packed(content: bytes, entries: Mapping[str, object]) -> PDFStream:
    """A deflated stream with these entries in its dictionary."""
    return PDFStream(PDFDictionary({**entries, "Filter": "/FlateDecode"}), zlib.compress(content, _COMPRESSION))
