"""ReportLab's document objects behind two calls, so that the rest of the drawing is typed.

Takes PDF objects, gives references. `File` is the canvas and its document: pages are closed through it, and everything
that makes the paper what it is goes into its identifier.
"""

import zlib
from collections.abc import Mapping
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFObjectReference, PDFStream
from reportlab.pdfgen.canvas import Canvas

_COMPRESSION = 6


class BareCanvas(Canvas):
    """ReportLab's canvas without the Helvetica that it puts on every page."""

    def _make_preamble(self) -> None:
        self._preamble = ""

    def setFont(self, *args: object, **kwargs: object) -> None:
        """Nothing: only drawing libraries call this, and their text is never drawn."""


class File:
    """One PDF file while it is written."""

    __slots__ = ("canvas", "document")

    def __init__(self, canvas: Any) -> None:
        # ReportLab's published types leave the document out.
        self.canvas = canvas
        self.document: Any = self.canvas._doc

    def add(self, written: PDFDictionary | PDFStream | object) -> PDFObjectReference:
        """Make an object indirect."""
        reference: PDFObjectReference = self.document.Reference(written)
        return reference

    def sign(self, content: bytes) -> None:
        """Let the file's identifier depend on this content."""
        self.document.updateSignature(content)


def packed(content: bytes, entries: Mapping[str, object]) -> PDFStream:
    """A deflated stream with these entries in its dictionary."""
    return PDFStream(PDFDictionary({**entries, "Filter": "/FlateDecode"}), zlib.compress(content, _COMPRESSION))
