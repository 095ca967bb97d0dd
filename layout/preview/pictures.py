"""Pictures of pages as wide as the screen wants them: drawn by the issue's own PDF and PDFium, kept while they are asked for.

Takes a paper, one of its leaves and a width in pixels, gives a PNG of the trimmed page. PDFium serves one caller at a time
(fpdfview.h: "none of the PDFium APIs are thread-safe"), so whoever asks waits for the last to be served.
"""

import struct
import zlib
from collections import OrderedDict
from dataclasses import replace
from math import ceil

import pypdfium2

from layout.build import draw_issue
from layout.model.edition import Edition
from layout.preview.shown import Leaf, Paper
from layout.units import to_pt

WIDTHS = range(64, 4097, 16)
"""The widths that may be asked for, in pixels."""

_KEPT_BYTES = 64 << 20
_KEPT_FILES = 64


class Pictures:
    """The pages that were lately looked at."""

    def __init__(self) -> None:
        self._pictures: OrderedDict[tuple[int, int, int], bytes] = OrderedDict()
        self._files: OrderedDict[tuple[int, int], bytes] = OrderedDict()

    def picture(self, paper: Paper, leaf: Leaf, width: int) -> bytes:
        """A page as a PNG, `width` pixels wide. Raises OSError if a font or picture can no longer be read."""
        key = (leaf.page.number, leaf.version, width)
        if key not in self._pictures:
            self._pictures[key] = _rendered(self._file(paper, leaf), leaf, width)
        self._pictures.move_to_end(key)
        while sum(map(len, self._pictures.values())) > _KEPT_BYTES and len(self._pictures) > 1:
            self._pictures.popitem(last=False)
        return self._pictures[key]

    def _file(self, paper: Paper, leaf: Leaf) -> bytes:
        """The PDF of one page."""
        key = (leaf.page.number, leaf.version)
        if key not in self._files:
            alone = replace(paper.pages, pages=(leaf.page,))
            self._files[key] = draw_issue(paper.issue, alone, Edition.PRINT, len(paper.pages.pages))
        self._files.move_to_end(key)
        while len(self._files) > _KEPT_FILES:
            self._files.popitem(last=False)
        return self._files[key]


def _rendered(pdf: bytes, leaf: Leaf, width: int) -> bytes:
    sheet, depth = leaf.page, round(width * leaf.page.depth / leaf.page.width)
    with pypdfium2.PdfDocument(pdf) as document:
        page, scale = document[0], width / to_pt(sheet.width)
        bleed = round(to_pt(sheet.bleed) * scale)
        right = ceil(page.get_width() * scale) - bleed - width
        foot = ceil(page.get_height() * scale) - bleed - depth
        # PDFium's binding takes points and rounds them up to pixels.
        crop = tuple((pixels - 0.5) / scale for pixels in (bleed, foot, right, bleed))
        bitmap = page.render(scale=scale, crop=crop, rev_byteorder=True)
        return _png(bitmap.width, bitmap.height, bytes(bitmap.buffer), bitmap.stride)


def _png(width: int, height: int, pixels: bytes, stride: int) -> bytes:
    """RGB pixels as PNG (ISO/IEC 15948), rows unfiltered: most of a page is white, and choosing filters takes three times
    as long as rendering it."""
    rows = b"".join(b"\0" + pixels[at : at + 3 * width] for at in range(0, stride * height, stride))
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(rows, 1)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))
        for name, content in chunks
    )
