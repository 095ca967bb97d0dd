"""Proofs as pictures: every page as a PNG, facing pages side by side, all pages on one contact sheet.

Takes a PDF, gives PNG files by name, rendered at 100 dpi with whatever is noted on the pages. Refuses to know how the pages
were made: any PDF will do.
"""

from collections.abc import Iterator, Mapping, Sequence

from PIL import Image

from layout.report.rendering import open_pdf, render, trimmed, written

_THUMB_WIDTH = 280
_ACROSS = 4
_GAP = 12


def proof_files(pdf: bytes, numbers: Sequence[int]) -> Mapping[str, bytes]:
    """PNG files by name: `page-01.png` and so on, `spread-02-03.png` and so on, and `contact.png`.

    Args:
        pdf: the pages to show.
        numbers: the page number of each page of the PDF.

    Raises:
        ValueError: the file is not a PDF that can be read.
    """
    document = open_pdf(pdf)
    pages = {number: render(document, index) for index, number in enumerate(numbers)}
    trims = {number: trimmed(document, index, pages[number]) for index, number in enumerate(numbers)}
    named = {f"page-{number:02}.png": written(image, "PNG") for number, image in pages.items()}
    return {**named, **dict(_spreads(trims)), "contact.png": written(_contact(trims), "PNG")}


def _spreads(pages: Mapping[int, Image.Image]) -> Iterator[tuple[str, bytes]]:
    """Even pages with the odd ones that they face, trimmed, edge to edge."""
    for number, verso in pages.items():
        recto = pages.get(number + 1)
        if number % 2 == 0 and recto is not None:
            spread = Image.new("RGB", (verso.width + recto.width, max(verso.height, recto.height)), "white")
            spread.paste(verso, (0, 0))
            spread.paste(recto, (verso.width, 0))
            yield f"spread-{number:02}-{number + 1:02}.png", written(spread, "PNG")


def _contact(pages: Mapping[int, Image.Image]) -> Image.Image:
    """All pages small, `_ACROSS` in a row, facing pages edge to edge."""
    thumbs = {
        number: page.resize((_THUMB_WIDTH, max(1, page.height * _THUMB_WIDTH // page.width)))
        for number, page in pages.items()
    }
    first = min(thumbs, default=0)
    before = first if len(thumbs) == 1 else first - first % 2
    across = min(_ACROSS, len(thumbs) + first - before)
    rows = -(-(max(thumbs, default=0) + 1 - before) // across) if thumbs else 0
    depth = max((thumb.height for thumb in thumbs.values()), default=0) + _GAP
    width = across * _THUMB_WIDTH + (across // 2 + across % 2 + 1) * _GAP
    sheet = Image.new("RGB", (width, rows * depth + _GAP), (110, 110, 110))
    for number, thumb in thumbs.items():
        row, place = divmod(number - before, across)
        sheet.paste(thumb, (_GAP + place * _THUMB_WIDTH + place // 2 * _GAP, _GAP + row * depth))
    return sheet
