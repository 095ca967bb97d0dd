"""Proofs: every page as a PNG, all pages on one contact sheet, and what was found marked in red.

Takes a PDF and findings with places, gives PNG files by name. Pages are rendered by PDFium at 100 dpi; a mark is a frame
around the finding's rectangle with its code. Refuses to know how the pages were made: any PDF will do.
"""

from collections.abc import Mapping, Sequence

from PIL import Image, ImageDraw

from layout.diagnostics import Finding, Place
from layout.report.rendering import SCALE, open_pdf, render, written
from layout.units import Emu, to_pt

_THUMB_WIDTH = 280
_ACROSS = 4
_GAP = 12
_MARK = (200, 0, 0)


def proof_files(pdf: bytes, findings: Sequence[Finding], numbers: Sequence[int], bleed: Emu) -> Mapping[str, bytes]:
    """PNG files by name: `page-01.png` and so on, and `contact.png`.

    Args:
        pdf: the pages to show.
        findings: those with a place are marked.
        numbers: the page number of each page of the PDF.
        bleed: how far the sheet reaches beyond the trimmed page, EMU; places count from the trimmed page.

    Raises:
        ValueError: the file is not a PDF that can be read.
    """
    document = open_pdf(pdf)
    pages = [render(document, index) for index in range(len(document))]
    for number, image in zip(numbers, pages, strict=False):
        _mark(image, [finding for finding in findings if finding.place and finding.place.page == number], bleed)
    named = {f"page-{number:02}.png": written(image, "PNG") for number, image in zip(numbers, pages, strict=False)}
    return {**named, "contact.png": written(_contact(pages), "PNG")}


def _mark(image: Image.Image, findings: Sequence[Finding], bleed: Emu) -> None:
    drawing = ImageDraw.Draw(image)
    for finding in findings:
        if finding.place and finding.place.width:
            left, top, right, foot = _pixels(finding.place, bleed)
            drawing.rectangle((left, top, right, foot), outline=_MARK, width=2)
            corner = (left, max(0, top - 12))
            drawing.rectangle(drawing.textbbox(corner, finding.code), fill="white")
            drawing.text(corner, finding.code, fill=_MARK)
    codes = [finding.code for finding in findings if finding.place and not finding.place.width]
    if codes:
        drawing.text((4, 4), " ".join(codes), fill=_MARK)


def _pixels(place: Place, bleed: Emu) -> tuple[int, int, int, int]:
    x, y = place.x + bleed, place.y + bleed
    left, top, right, foot = (round(to_pt(v) * SCALE) for v in (x, y, x + place.width, y + max(place.depth, 1)))
    return left - 2, top - 2, right + 2, foot + 2


def _contact(pages: Sequence[Image.Image]) -> Image.Image:
    """All pages small, `_ACROSS` in a row."""
    thumbs = [page.resize((_THUMB_WIDTH, max(1, page.height * _THUMB_WIDTH // page.width))) for page in pages]
    depth = max((thumb.height for thumb in thumbs), default=0) + _GAP
    rows = -(-len(thumbs) // _ACROSS)
    sheet = Image.new("RGB", (_ACROSS * (_THUMB_WIDTH + _GAP) + _GAP, rows * depth + _GAP), (110, 110, 110))
    for at, thumb in enumerate(thumbs):
        sheet.paste(thumb, (_GAP + at % _ACROSS * (_THUMB_WIDTH + _GAP), _GAP + at // _ACROSS * depth))
    return sheet
