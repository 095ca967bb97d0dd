"""Draws the paper's own advertisements again, beside this file: `python issues/the-forme/ads/draw.py`.

`bound.pdf` is a page as an advertiser sends it: trimmed to its booked size, in process inks, its type embedded. `rounds.svg`
is a drawing, lettering outlined. The same bytes come out with the same fontTools, ReportLab and font packages.
"""

import io
import sys
from pathlib import Path

from fontTools.ttLib import TTFont as Font
from fontTools.varLib.instancer import instantiateVariableFont
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "pictures"))

from kit import GREY, INK, PALE, RED, SANS, SERIF, Sheet, face_path  # noqa: E402

PAGE, QUARTER = 263 * mm, 62.375 * mm
"""Twelve and three units of the tabloid's grid."""
BLEED = 3 * mm


def draw_bound() -> None:
    """A strip across the page: the year's papers, bound."""
    width, depth = PAGE, 44 * mm
    canvas = Canvas(
        str(HERE / "bound.pdf"), pagesize=(width + 2 * BLEED, depth + 2 * BLEED), invariant=1, initialFontName=name_of("head"),
        enforceColorSpace="CMYK",
    )  # fmt: skip
    canvas.setTitle("The Forme, bound")
    canvas.setTrimBox((BLEED, BLEED, BLEED + width, BLEED + depth))
    canvas.setFillColorCMYK(0.1, 0.08, 0.2, 0)
    canvas.rect(0, 0, width + 2 * BLEED, depth + 2 * BLEED, stroke=0, fill=1)
    canvas.translate(BLEED, BLEED)
    _spines(canvas, 7 * mm, 6 * mm, depth - 12 * mm)
    canvas.setFillColorCMYK(0, 0, 0, 1)
    left = 82 * mm
    canvas.setFont(name_of("head"), 38)
    canvas.drawString(left, depth - 17.5 * mm, "A year of The Forme,")
    canvas.drawString(left, depth - 31 * mm, "between two boards")
    canvas.saveState()
    canvas.setFillColorCMYK(0.1, 0.95, 0.9, 0)
    canvas.setFont(name_of("price"), 30)
    canvas.drawRightString(width - 8 * mm, depth - 17.5 * mm, "€48")
    canvas.restoreState()
    canvas.setFillOverprint(True)
    canvas.setOverprintMask(True)
    canvas.setFont(name_of("text"), 9.5)
    canvas.drawString(left, 6.2 * mm, "Fifty-two issues, uncut and unrepentant. Ask at the desk, or reply to the back page.")
    canvas.setFont(name_of("text"), 8)
    canvas.drawRightString(width - 8 * mm, 6.2 * mm, "4.1 kg with the string")
    canvas.save()


def _spines(canvas: Canvas, left: float, foot: float, depth: float) -> None:
    """Twelve volumes on a shelf, one of them pulled out."""
    for month in range(12):
        x = left + month * 5.6 * mm
        lift = 3 * mm if month == 7 else 0
        ink = (0.1, 0.95, 0.9, 0) if month == 7 else (0, 0, 0, 0.9 - 0.25 * (month % 3))
        canvas.setFillColorCMYK(*ink)
        canvas.rect(x, foot + lift, 4.8 * mm, depth - 2 * mm, stroke=0, fill=1)
        canvas.setFillColorCMYK(0.1, 0.08, 0.2, 0)
        for band in (0.18, 0.22, 0.8):
            canvas.rect(x, foot + lift + band * depth, 4.8 * mm, 0.5 * mm, stroke=0, fill=1)
    canvas.setFillColorCMYK(0, 0, 0, 1)
    canvas.rect(left - 2 * mm, foot - 1.2 * mm, 70 * mm, 1.2 * mm, stroke=0, fill=1)


def name_of(role: str) -> str:
    """The registered name of a cut of the paper's faces."""
    face, axes = {
        "head": (SERIF, {"wght": 600, "opsz": 40}),
        "text": (SANS, {"wght": 500}),
        "price": (SANS, {"wght": 800}),
    }[role]
    if role not in pdfmetrics.getRegisteredFontNames():
        cut = io.BytesIO()
        font = instantiateVariableFont(Font(face_path(face), recalcTimestamp=False), axes)
        font["name"].setName(f"TheForme-{role.title()}", 6, 3, 1, 0x409)  # one name a cut, or one is taken for another
        font["name"].removeNames(nameID=6, platformID=1)
        font.save(cut)
        cut.seek(0)
        pdfmetrics.registerFont(TTFont(role, cut))
    return role


def draw_rounds() -> None:
    """A quarter of the page's width: who brings the paper."""
    width, depth = QUARTER / mm * 72 / 25.4, 60 * 72 / 25.4
    sheet = Sheet(width, depth)
    sheet.box(0, 0, width, depth, PALE)
    sheet.box(0, 0, width, 5, RED)
    sheet.words("Bread, milk,", 9, 36, 26, name=SERIF, weight=700, optical=30)
    sheet.words("newspaper", 9, 62, 26, RED, name=SERIF, weight=700, optical=30)
    for number, x in enumerate((22, 66, 110)):
        _doorstep(sheet, x, 118, open_door=number == 1)
    sheet.words("Van 9 is at your door before the kettle.", 9, 143, 7.6, weight=600)
    sheet.words("The circulation desk knows which door.", 9, 155, 7.6, GREY, weight=500)
    sheet.save("../ads/rounds.svg")


def _doorstep(sheet: Sheet, x: float, foot: float, *, open_door: bool) -> None:
    """A door with a step, a bottle and, at one, a paper."""
    sheet.box(x, foot - 40, 26, 40, RED if open_door else INK)
    sheet.box(x + 3, foot - 37, 20, 14, PALE)
    sheet.disc(x + 21, foot - 18, 1.4, PALE)
    sheet.box(x - 4, foot, 38, 3, GREY)
    sheet.box(x + 28, foot - 9, 4, 9, "#ffffff", INK, 0.5)
    if open_door:
        sheet.box(x + 4, foot - 4, 16, 4, "#ffffff", INK, 0.5)
        sheet.line([(x + 6, foot - 2), (x + 18, foot - 2)], INK, 0.5)


if __name__ == "__main__":
    draw_bound()
    draw_rounds()
