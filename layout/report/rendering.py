"""Pages of any PDF as pictures, by PDFium. Takes the file's bytes, gives Pillow images; knows nothing of who made it."""

import io

import pypdfium2
from PIL import Image

DPI = 100
"""At which people and `layout diff` look at pages: small type can be read, a sheet fits the screen."""

SCALE = DPI / 72


def open_pdf(pdf: bytes) -> pypdfium2.PdfDocument:
    """A PDF to be rendered. Raises ValueError if it cannot be read."""
    try:
        return pypdfium2.PdfDocument(pdf)
    except pypdfium2.PdfiumError as error:
        raise ValueError(str(error)) from None


def render(document: pypdfium2.PdfDocument, index: int) -> Image.Image:
    """One page at 100 dpi; `index` counts from 0. Raises ValueError if it cannot be read."""
    try:
        image: Image.Image = document[index].render(scale=SCALE).to_pil().convert("RGB")
    except pypdfium2.PdfiumError as error:
        raise ValueError(f"page {index + 1}: {error}") from None
    return image


def trimmed(document: pypdfium2.PdfDocument, index: int, image: Image.Image) -> Image.Image:
    """A page's picture without what the knife takes off; a page that is shown turned stays whole."""
    page = document[index]
    if page.get_rotation():
        return image
    left, foot, right, top = page.get_trimbox()
    sheet_left, _, _, sheet_top = page.get_cropbox()
    edges = (left - sheet_left, sheet_top - top, right - sheet_left, sheet_top - foot)
    return image.crop(tuple(round(edge * SCALE) for edge in edges))


def written(image: Image.Image, form: str, quality: int = 75) -> bytes:
    """A picture as a file: a PNG packed fast, or `WEBP` at a quality."""
    octets = io.BytesIO()
    image.save(octets, form, quality=quality, compress_level=2)
    return octets.getvalue()
