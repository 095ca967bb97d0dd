"""Pages in a file: each with its content, its boxes and the fonts, pictures and inks that it uses.

Takes pages and what inks and pictures are in this file, gives the pages' dictionaries, still open. No font but the embedded
subsets comes into the file.
"""

from typing import Any, Protocol

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFObjectReference

from layout.draw.fonts import embed_face
from layout.draw.ink import Inks
from layout.draw.objects import File
from layout.draw.paint import PageInk
from layout.draw.pictures import Drawn
from layout.draw.text import FaceText
from layout.model.page import Page, Picture
from layout.model.text import Face
from layout.units import EMU_PER_PT


class Placing(Protocol):
    """The pictures of a file."""

    def place(self, picture: Picture, page: int) -> Drawn:
        """A picture as it stands in the file, for a page of this number."""

    def reference(self, name: str) -> PDFObjectReference:
        """The XObject of a name that `place` gave."""


def show_pages(file: File, pages: tuple[Page, ...], inks: Inks, pictures: Placing) -> list[tuple[PageInk, Any]]:
    """Write the pages; gives each page's content and its dictionary."""
    texts: dict[Face, FaceText] = {}

    def face_of(face: Face) -> FaceText:
        found = texts.get(face)
        if found is None:
            found = texts[face] = FaceText(face, f"F{len(texts)}")
        return found

    shown = []
    for page in pages:
        ink = PageInk(page, inks, face_of, pictures.place)
        shown.append((ink, _show_page(file, page, ink)))
    fonts = {text.name: embed_face(file, text.opened, text.widths, text.texts) for text in texts.values()}
    for ink, made in shown:
        made.Resources = _resources(ink, fonts, inks, pictures)
    return shown


def _show_page(file: File, page: Page, ink: PageInk) -> Any:
    """Close a page: its content, and its boxes with the media as large as trim and bleed."""
    made = file.close_page(ink.content())
    bleed, width, depth = (length / EMU_PER_PT for length in (page.bleed, page.width, page.depth))
    media = _box(0, 0, width + 2 * bleed, depth + 2 * bleed)
    made.MediaBox = made.CropBox = made.BleedBox = media
    made.TrimBox = _box(bleed, bleed, bleed + width, bleed + depth)
    return made


def _box(*edges_pt: float) -> str:
    return f"[{' '.join(f'{edge:.4f}'.rstrip('0').rstrip('.') for edge in edges_pt)}]"


def _resources(ink: PageInk, fonts: dict[str, PDFObjectReference], inks: Inks, pictures: Placing) -> PDFDictionary:
    resources = PDFDictionary({"ExtGState": PDFDictionary(inks.states)})
    if ink.faces:
        resources["Font"] = PDFDictionary({name: fonts[name] for name in ink.faces})
    if ink.pictures:
        resources["XObject"] = PDFDictionary({name: pictures.reference(name) for name in ink.pictures})
    spaces = inks.spaces()
    if spaces is not None:
        resources["ColorSpace"] = spaces
    return resources
