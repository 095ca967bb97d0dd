"""What: reversed type stands on a ground that is too light for it.

Why: white letters on a pale tint cannot be read.

Fix: give the ground more ink, or set the type in black.
"""

from collections.abc import Iterator

from layout.diagnostics import Finding, Severity
from layout.preflight.marks import Kind, Mark, Sheet
from layout.preflight.paper import Paper, told

CODE = "I207"
_GROUNDS = (Kind.FILL, Kind.STROKE)
_UNKNOWN = (Kind.PICTURE, Kind.SHADING)


def check_reversed_grounds(paper: Paper) -> Iterator[Finding]:
    """One finding a sheet."""
    least = paper.press.type.reversed_ground / 1000
    for sheet in paper.sheets:
        weak = [mark for at, mark in enumerate(sheet.marks) if _is_reversed(mark) and _ground(sheet, at) < least]
        if weak:
            amount = min(_ground(sheet, sheet.marks.index(mark)) for mark in weak)
            message = f"reversed type on {amount:.0%} ink; {least:.0%} is the least"
            yield told(CODE, Severity.ERROR, message, "give the ground more ink, or set the type in black", weak)


def _is_reversed(mark: Mark) -> bool:
    return mark.kind is Kind.TEXT and mark.tone.light


def _ground(sheet: Sheet, at: int) -> float:
    """The ink below the middle of a mark; 1 on a picture, whose ink is not known here."""
    place = sheet.marks[at].place
    x, y = place.x + place.width // 2, place.y + place.depth // 2
    for mark in reversed(sheet.marks[:at]):
        if mark.kind in _GROUNDS + _UNKNOWN and _holds(mark, x, y):
            return 1.0 if mark.kind in _UNKNOWN else mark.tone.total
    return 0.0


def _holds(mark: Mark, x: int, y: int) -> bool:
    place = mark.place
    return place.x <= x <= place.x + place.width and place.y <= y <= place.y + place.depth
