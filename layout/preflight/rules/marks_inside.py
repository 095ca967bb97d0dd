"""What: registration or crop marks stand inside the bleed.

Why: they print on every plate and will be seen at the edge of the paper.

Fix: move them outside the bleed, or leave them out: most newspapers want none.
"""

from collections.abc import Iterator

from layout.diagnostics import Finding, Severity
from layout.preflight.marks import ALL, Mark, Sheet
from layout.preflight.paper import Paper, told
from layout.units import pt

CODE = "I216"
_NEAR = pt(0.5)


def check_marks(paper: Paper) -> Iterator[Finding]:
    """One finding a sheet."""
    for sheet in paper.sheets:
        marks = [mark for mark in sheet.marks if _registers(mark) and _is_inside(mark, sheet)]
        if marks:
            message = "a mark in registration colour stands inside the bleed"
            yield told(CODE, Severity.ERROR, message, "move it outside", marks)


def _registers(mark: Mark) -> bool:
    return any(name == ALL for name, _ in mark.tone.inks)


def _is_inside(mark: Mark, sheet: Sheet) -> bool:
    place, reach = mark.place, sheet.bleed - _NEAR
    across = place.x + place.width > -reach and place.x < sheet.width + reach
    return across and place.y + place.depth > -reach and place.y < sheet.depth + reach
