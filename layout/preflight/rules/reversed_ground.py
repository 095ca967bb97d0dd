"""What: reversed type stands on a ground that is too light for it.

Why: white letters on a pale tint cannot be read.

Fix: give the ground more ink, or set the type in black.
"""

from collections.abc import Iterator

from layout.diagnostics import Finding, Severity
from layout.preflight.marks import Kind, Mark, Sheet
from layout.preflight.paper import Paper, told

CODE = "I207"
_UNKNOWN = (Kind.PICTURE, Kind.SHADING)
_MOST_LOOKS = 2_000_000
"""More than a page's reversed type needs to find its grounds; what asks for more was made to keep us busy."""


def check_reversed_grounds(paper: Paper) -> Iterator[Finding]:
    """One finding a sheet."""
    least = paper.press.type.reversed_ground / 1000
    for sheet in paper.sheets:
        weak = [(amount, mark) for amount, mark in _reversed(sheet) if amount < least]
        if weak:
            amount = min(amount for amount, _ in weak)
            message = f"reversed type on {amount:.0%} ink; {least:.0%} is the least"
            marks = [mark for _, mark in weak]
            yield told(CODE, Severity.ERROR, message, "give the ground more ink, or set the type in black", marks)


def _reversed(sheet: Sheet) -> Iterator[tuple[float, Mark]]:
    """Reversed type with the ink below its middle; 1 on a picture, whose ink is not known here."""
    grounds: list[Mark] = []
    looks = 0
    for mark in sheet.marks:
        if mark.kind is not Kind.TEXT:
            grounds.append(mark)
        elif mark.tone.light and looks < _MOST_LOOKS:
            place = mark.place
            x, y = place.x + place.width // 2, place.y + place.depth // 2
            amount = 0.0
            for ground in reversed(grounds):
                looks += 1
                if _holds(ground, x, y):
                    amount = 1.0 if ground.kind in _UNKNOWN else ground.tone.total
                    break
            yield amount, mark


def _holds(mark: Mark, x: int, y: int) -> bool:
    place = mark.place
    return place.x <= x <= place.x + place.width and place.y <= y <= place.y + place.depth
