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
    """One page at 100 dpi; `index` counts from 0."""
    page = document[index]
    try:
        image: Image.Image = page.render(scale=SCALE).to_pil().convert("RGB")
    finally:
        page.close()
    return image


def written(image: Image.Image, form: str, quality: int = 75) -> bytes:
    """A picture as a file: `PNG`, or `WEBP` at a quality."""
    octets = io.BytesIO()
    image.save(octets, form, quality=quality)
    return octets.getvalue()
