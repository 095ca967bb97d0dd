"""The file: pages, fonts, pictures and, in the digital edition, links and an outline, through ReportLab's canvas.

Takes `Pages` and what the file shall say of itself, gives bytes that depend on nothing else. Every page carries its own
boxes; no font but the embedded subsets is in the file. Refuses to know any standard: `Identity` is the press's word.
"""

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFString

from layout.draw.ink import Inks
from layout.draw.objects import File, new_file, page_reference
from layout.draw.paint import PlacedLink
from layout.draw.pictures import Pictures
from layout.draw.sheets import show_pages
from layout.model.edition import Edition
from layout.model.identity import Identify
from layout.model.page import Pages
from layout.model.press import Overprint
from layout.model.raster import Separation
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
        separation: the inks that pictures and drawings become; with None they keep the colours in which they came.

    Raises:
        OSError: a font or picture file of the display list can no longer be read.
    """
    file = new_file(pages.language) if separation is not None else new_file(pages.language, in_ink=None)
    pictures = Pictures(file, pages.pages, separation)
    shown = show_pages(file, pages.pages, Inks(file, overprint), pictures)
    if edition is Edition.DIGITAL:
        places = {page.number: index for index, page in enumerate(pages.pages)}
        for ink, made in shown:
            made.Annots = [note for link in ink.links if (note := _annotation(link, places)) is not None] or None
        _write_outline(file, pages, places)
    file.identify(identify)
    return file.written()


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
