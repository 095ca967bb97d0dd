"""What: something stands outside the live area. Text, a picture or a box is in the margin or beyond the edge of the
page.

Why: presses and folders shift paper by some millimetres; what stands in the margin may be cut off.

Fix: shorten a word that no column can hold, or give the piece more room in the dummy or the style.
"""

from collections.abc import Iterator

from layout.diagnostics import Finding, Severity
from layout.model.page import Fill, Page, Part, Picture, Placed
from layout.model.text import Glyphs
from layout.preflight.proof import Extent, Proof
from layout.units import to_mm

CODE = "P104"

_HUNG = 3
"""Punctuation may hang into the margin by an em over this."""


def check_live_area(proof: Proof) -> Iterator[Finding]:
    """One finding a piece of text, a picture or a ground. Grounds of furniture may bleed."""
    for page, texts in proof.placed_texts:
        left, top, width, depth = page.live
        right, foot = left + width, top + depth
        solids = (solid for solid in _solids(page) if not proof.covered(solid.place(page)))
        for extent in (*texts, *solids):
            if extent.left >= left and extent.right <= right and extent.top >= top and extent.foot <= foot:
                continue
            beyond = _beyond(extent, left, right, top, foot)
            if beyond > 0:
                placed = extent.placed
                what = f'"{extent.words}"' if extent.words else _named(placed)
                message = f"{what} stands {to_mm(beyond):.1f} mm outside the live area"
                hint = "give it more room or fewer letters" if extent.words else "give it a slot inside the page's grid"
                yield Finding(CODE, Severity.ERROR, message, hint, placed.span, extent.place(page), placed.story)


def _solids(page: Page) -> Iterator[Extent]:
    for placed in page.placed:
        paint = placed.paint
        if isinstance(paint, Fill | Picture) and placed.part is not Part.FURNITURE:
            extent = Extent(placed.y, placed.x, placed.x + paint.width, placed.y + paint.depth, placed)
            yield _kept(page, extent) if isinstance(paint, Picture) else extent


def _kept(page: Page, extent: Extent) -> Extent:
    """A picture without those of its edges that reach over the trim to the bleed: they are to be cut."""
    left, top, width, depth = page.live
    return Extent(
        top if extent.top <= -page.bleed else extent.top,
        left if extent.left <= -page.bleed else extent.left,
        left + width if extent.right >= page.width + page.bleed else extent.right,
        top + depth if extent.foot >= page.depth + page.bleed else extent.foot,
        extent.placed,
    )


def _named(placed: Placed) -> str:
    return "a picture" if isinstance(placed.paint, Picture) else "a ground"


def _beyond(extent: Extent, left: int, right: int, top: int, foot: int) -> int:
    """How far text reaches out, hanging punctuation forgiven."""
    paint = extent.placed.paint
    hung = paint.size // _HUNG if isinstance(paint, Glyphs) else 0
    return max(left - extent.left - hung, extent.right - right - hung, top - extent.top, extent.foot - foot)
