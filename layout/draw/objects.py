"""ReportLab's document objects behind two calls, so that the rest of the drawing is typed.

Takes PDF objects, gives references. `File` is the canvas and its document: pages are closed through it, and everything
that makes the paper what it is goes into its identifier.
"""

import io
import zlib
from collections.abc import Callable, Mapping
from typing import Any

from reportlab.lib.colors import CMYKColor, Color, rgb2cmyk
from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFObject,
    PDFObjectReference,
    PDFResourceDictionary,
    PDFStream,
    PDFString,
)
from reportlab.pdfgen.canvas import Canvas

from layout.model.identity import Identify, Identity, OutputIntent

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

    __slots__ = ("_document", "_level", "canvas")

    def __init__(self, canvas: Any, level: int) -> None:
        self.canvas = canvas
        self._level = level
        self._document: Any = canvas._doc  # noqa: SLF001

    def add(self, written: object) -> PDFObjectReference:
        """Make an object indirect."""
        reference: PDFObjectReference = self._document.Reference(written)
        return reference

    def packed(self, content: bytes, entries: Mapping[str, object]) -> PDFStream:
        """A stream of this file, deflated as much as all are."""
        return packed(content, entries, self._level)

    def written(self) -> bytes:
        """The whole file."""
        return bytes(self.canvas.getpdfdata())

    def sign(self, content: bytes) -> None:
        """Let the file's identifier depend on this content."""
        self._document.updateSignature(content)

    def identify(self, identify: Identify) -> None:
        """Say what the file is, which its identifier depends on; after this nothing is added to it."""
        document = self._document
        identity = identify(document.signature.digest())
        document._pdfVersion = identity.version  # noqa: SLF001
        document.info = _Info(identity)
        catalog = document.Catalog
        catalog.Metadata = self.add(
            PDFStream(PDFDictionary({"Type": "/Metadata", "Subtype": "/XML"}), identity.metadata)
        )
        if identity.intent is not None:
            catalog.__NoDefault__ = [*catalog.__NoDefault__, "OutputIntents"]
            catalog.OutputIntents = PDFArray([self._intent(identity.intent)])
        self.sign(identity.metadata)
        digest = document.signature.hexdigest()
        document._ID = f"[<{digest}><{digest}>]".encode()  # noqa: SLF001

    def _intent(self, intent: OutputIntent) -> PDFDictionary:
        return PDFDictionary(
            {
                "Type": "/OutputIntent",
                "S": "/GTS_PDFX",
                "OutputConditionIdentifier": PDFString(intent.condition),
                "OutputCondition": PDFString(intent.info),
                "RegistryName": PDFString(intent.registry),
                "Info": PDFString(intent.info),
                "DestOutputProfile": self.add(packed(intent.profile, {"N": 4})),
            }
        )

    def close_page(self, content: bytes) -> Any:
        """End a page whose operators are `content`; the page's dictionary stays open for boxes and resources."""
        self.sign(content)
        self.canvas.showPage()
        page = self._document.Pages.pages[-1]
        page.Contents = self.packed(content, {})
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


class _Info(PDFObject):
    """The document information dictionary, in place of ReportLab's, which has keys of its own."""

    def __init__(self, identity: Identity) -> None:
        self._identity = identity

    def digest(self, _signature: object) -> None:
        """Nothing: the identifier is made by now."""

    def format(self, document: object) -> bytes:
        entries: dict[str, object] = {name: PDFString(words) for name, words in self._identity.info.items()}
        entries["Trapped"] = f"/{self._identity.trapped}"
        written: bytes = PDFDictionary(entries).format(document)
        return written


def new_file(
    language: str, level: int = _COMPRESSION, in_ink: Callable[[Color], Color] | None = in_process_inks
) -> File:
    """An empty file.

    Args:
        language: that of its text, nothing where that is unknown.
        level: zlib's.
        in_ink: what becomes of a drawing library's colours; with None they stay RGB.
    """
    canvas = BareCanvas(io.BytesIO(), pageCompression=1, invariant=1, enforceColorSpace=in_ink, lang=language or None)
    return File(canvas, level)


def page_reference(index: int) -> PDFObjectReference:
    """The reference of a page by its place in the file, from 0; good before the page is drawn."""
    return PDFObjectReference(f"Page{index + 1}")


def packed(content: bytes, entries: Mapping[str, object], level: int = _COMPRESSION) -> PDFStream:
    """A deflated stream with these entries in its dictionary."""
    return PDFStream(PDFDictionary({**entries, "Filter": "/FlateDecode"}), zlib.compress(content, level))
