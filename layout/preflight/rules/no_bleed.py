"""What: something at the page's edge does not reach over it.

Why: paper is never cut exactly; without bleed a white line shows at the edge. What lies wholly upon something that bleeds may
end anywhere: that shows beside it.

Fix: let it reach over the trim by the press's bleed, or keep it inside the margin.
"""

from collections.abc import Iterator

from layout.diagnostics import Finding, Place, Severity
from layout.preflight.marks import ALL, Kind, Mark, Sheet
from layout.preflight.paper import Paper, told
from layout.units import Emu, pt, to_mm

CODE = "I214"
_NEAR = pt(0.5)


def check_bleed(paper: Paper) -> Iterator[Finding]:
    """One finding a sheet."""
    wanted = paper.press.pages.bleed
    for sheet in paper.sheets:
        areas, marks, grounds = filter(_is_area, sheet.marks), list[Mark](), list[Place]()
        for mark in areas:
            if not _stops_short(mark, sheet, wanted):
                grounds.append(mark.place)
            elif not any(_holds(ground, mark.place) for ground in grounds):
                marks.append(mark)
        if marks:
            message = f"it touches the trim and does not bleed by {to_mm(wanted):g} mm"
            yield told(CODE, Severity.ERROR, message, "let it reach over the trim, or keep it inside", marks)


def _is_area(mark: Mark) -> bool:
    registers = any(name == ALL for name, _ in mark.tone.inks)
    return mark.kind is not Kind.TEXT and not mark.tone.light and not registers


def _holds(ground: Place, place: Place) -> bool:
    return (
        ground.x <= place.x
        and ground.y <= place.y
        and ground.x + ground.width >= place.x + place.width
        and ground.y + ground.depth >= place.y + place.depth
    )


def _stops_short(mark: Mark, sheet: Sheet, wanted: Emu) -> bool:
    """Whether an edge of a mark is at the trim or outside of it, but less than the bleed outside."""
    place = mark.place
    right, foot = place.x + place.width, place.y + place.depth
    if right <= 0 or foot <= 0 or place.x >= sheet.width or place.y >= sheet.depth:
        return False
    outside = (-place.x, -place.y, right - sheet.width, foot - sheet.depth)
    return any(-_NEAR <= reach < wanted - _NEAR for reach in outside)
