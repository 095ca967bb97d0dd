"""The file: pages, fonts, pictures and, in the digital edition, links and an outline, through ReportLab's canvas.

Takes `Pages` and what the file shall say of itself, gives bytes that depend on nothing else. Every page carries its own
boxes; no font but the embedded subsets is in the file. Refuses to know any standard: `Identity` is the press's word.
"""

import io
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFObjectReference, PDFString

from layout.draw.fonts import embed_face
from layout.draw.ink import Inks
from layout.draw.objects import BareCanvas, File, in_process_inks, page_reference
from layout.draw.paint import PageInk, PlacedLink
from layout.draw.pictures import Pictures
from layout.draw.text import FaceText
from layout.model.edition import Edition
from layout.model.identity import Identify
from layout.model.page import Page, Pages
from layout.model.press import Overprint
from layout.model.raster import Separation
from layout.model.text import Face
from layout.units import EMU_PER_PT


def draw_pages(
    pages: Pages, edition: Edition, overprint: Overprint, identify: Identify, separation: Separation | None = None
) -> bytes:
    """Draw the whole issue.

    Args:
        pages: the display list; lengths in EMU.
        edition: with PRINT, links and outline are left out.
        overprint: which type and rules print over what is below them.
        identify: what the file says of itself, by the digest of what is in it.
        separation: the inks that pictures become; with None they keep the colours in which they came.

    Raises:
        OSError: a font or picture file of the display list can no longer be read.
    """
    canvas = BareCanvas(
        io.BytesIO(), pageCompression=1, invariant=1, enforceColorSpace=in_process_inks, lang=pages.language or None,
    )  # fmt: skip
    file = File(canvas)
    inks = Inks(file, overprint)
    pictures = Pictures(file, pages.pages, separation)
    texts: dict[Face, FaceText] = {}

    def face_of(face: Face) -> FaceText:
        found = texts.get(face)
        if found is None:
            found = texts[face] = FaceText(face, f"F{len(texts)}")
        return found

    drawn = []
    for page in pages.pages:
        ink = PageInk(page, inks, face_of, pictures.place)
        drawn.append((ink, _show_page(file, page, ink)))
    fonts = {text.name: embed_face(file, text.opened, text.widths, text.texts) for text in texts.values()}
    places = {page.number: index for index, page in enumerate(pages.pages)}
    for ink, made in drawn:
        made.Resources = _resources(ink, fonts, inks, pictures)
        if edition is Edition.DIGITAL:
            made.Annots = [note for link in ink.links if (note := _annotation(link, places)) is not None] or None
    if edition is Edition.DIGITAL:
        _write_outline(file, pages, places)
    file.identify(identify)
    return bytes(file.canvas.getpdfdata())


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


def _resources(ink: PageInk, fonts: dict[str, PDFObjectReference], inks: Inks, pictures: Pictures) -> PDFDictionary:
    resources = PDFDictionary({"ExtGState": PDFDictionary(inks.states)})
    if ink.faces:
        resources["Font"] = PDFDictionary({name: fonts[name] for name in ink.faces})
    if ink.pictures:
        resources["XObject"] = PDFDictionary({name: pictures.reference(name) for name in ink.pictures})
    spaces = inks.spaces()
    if spaces is not None:
        resources["ColorSpace"] = spaces
    return resources


def _annotation(placed: PlacedLink, places: dict[int, int]) -> PDFDictionary | None:
    """A link annotation; None for a page that the issue has not."""
    link = placed.link
    note = PDFDictionary(
        {
            "Type": "/Annot",
            "Subtype": "/Link",
            "Rect": PDFArray(placed.rectangle),
            "Border": "[0 0 0]",
            "F": 4,
        }
    )
    if link.href is not None:
        note["A"] = PDFDictionary({"S": "/URI", "URI": PDFString(link.href.encode("utf-8"), enc="raw")})
    elif link.page in places:
        note["Dest"] = PDFArray([page_reference(places[link.page]), "/XYZ", "null", "null", "null"])
    else:
        return None
    return note


def _write_outline(file: File, pages: Pages, places: dict[int, int]) -> None:
    """Write the outline; an entry deeper than one level under the last stands one level under it."""
    level = -1
    for number, bookmark in enumerate(pages.outline):
        if bookmark.page not in places:
            continue
        index = places[bookmark.page]
        page = pages.pages[index]
        top = round((page.bleed + page.depth - bookmark.y) / EMU_PER_PT, 3)
        key = f"bookmark-{number}"
        file.mark(key, index, top)
        level = min(bookmark.level, level + 1)
        file.canvas.addOutlineEntry(bookmark.title, key, level)
    if level >= 0:
        file.canvas.showOutline()
