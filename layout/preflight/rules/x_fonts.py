"""What: a font is not in the file, or is drawn (Type 3).

Why: the printer has not your fonts; another one takes other room and other letters (ISO 15930-7, 6.5).

Fix: export with all fonts embedded, those that every program knows too.
"""

from collections.abc import Iterator

from layout.diagnostics import Finding
from layout.preflight.file.claim import Claim, missing
from layout.preflight.file.fonts import font_of
from layout.preflight.file.opened import name

CODE = "X107"
_FONTS = ("/Type0", "/Type1", "/MMType1", "/TrueType", "/Type3")


def check_fonts(claim: Claim) -> Iterator[Finding]:
    """One finding a font."""
    told = set[str]()
    for one in claim.file.objects:
        if name(one.get("/Subtype")) not in _FONTS or name(one.get("/Type")) not in ("/Font", ""):
            continue
        font = font_of(one)
        if font.kind == "/Type3":
            trouble = "is drawn glyph by glyph (Type 3)"
        elif not font.embedded:
            trouble = "is not embedded"
        else:
            continue
        if (message := f"the font {font.name} {trouble}") not in told:
            told.add(message)
            place = next((mark.place for mark in claim.marks if mark.font == font.name), None)
            yield missing(CODE, message, "export with all fonts embedded", place)
