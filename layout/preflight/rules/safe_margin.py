"""What: type stands so near to the trim that it may be cut off.

Why: folding and trimming wander by millimetres.

Fix: keep type inside the press's safe margin.
"""

from collections.abc import Iterator

from layout.diagnostics import Finding, Severity
from layout.preflight.marks import Kind, Mark, Sheet
from layout.preflight.paper import Paper, told
from layout.units import Emu, pt, to_mm

CODE = "I215"
_NEAR = pt(0.5)


def check_safe_margin(paper: Paper) -> Iterator[Finding]:
    """One finding a sheet."""
    safe = paper.press.pages.safe
    for sheet in paper.sheets:
        marks = [mark for mark in sheet.marks if mark.kind is Kind.TEXT and _is_near(mark, sheet, safe - _NEAR)]
        if marks:
            message = f"type is nearer to the trim than {to_mm(safe):g} mm"
            yield told(CODE, Severity.ERROR, message, "move it inside", marks)


def _is_near(mark: Mark, sheet: Sheet, safe: Emu) -> bool:
    """Whether a mark is partly on the page and nearer to its edge; what is wholly outside is not the page's."""
    place = mark.place
    right, foot = place.x + place.width, place.y + place.depth
    if right <= 0 or foot <= 0 or place.x >= sheet.width or place.y >= sheet.depth:
        return False
    return place.x < safe or place.y < safe or right > sheet.width - safe or foot > sheet.depth - safe
