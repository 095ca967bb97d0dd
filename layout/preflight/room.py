"""What to write for a slot that is too shallow or too deep: its new rows, so that a remedy can be typed as it is told.

Takes a proof, a page's plan and one of its slots; gives `rows: 12-40`, or nothing where the page has no such room.
"""

from collections.abc import Iterator
from dataclasses import replace

from layout.diagnostics import Place
from layout.model.issue import DummyPages, Slot
from layout.model.page import Page, Part, Picture
from layout.model.style import PageStyle
from layout.preflight.proof import Proof
from layout.units import Emu


def deeper(proof: Proof, plan: DummyPages, slot: Slot, more: int) -> str:
    """The rows of a slot that is to be so many rows deeper: downward or, where something stands below it, upward."""
    page, style = _page(proof, plan), proof.issue.style
    first, last = slot.first_row, min(slot.last_row, page.rows)
    white = style.makeup.rows_between_stories
    beside = [(other.first_row - white, other.last_row + white) for other in plan.slots if _share_units(slot, other)]
    left = style.page.left_of(slot.first_unit - 1)
    right = left + style.page.width_of(slot.last_unit - slot.first_unit + 1)
    gap = -(-style.makeup.ad_gap // style.page.leading)
    ads = (rows for x, end, *rows in ad_rows(page, style.page) if x < right and left < end)
    beside += [(above + 1 - gap, below + gap) for above, below in ads]
    above = [foot for _, foot in beside if foot - white < first]
    highest = max([0, *above]) + 1
    # What is not above stands below; an advertisement may do so within the slot, which then cannot grow that way.
    lowest = min([page.rows, *(head - 1 for head, foot in beside if foot not in above)])
    if last + more <= lowest:
        return f"rows: {first}-{last + more}"
    return f"rows: {first - more}-{last}" if first - more >= highest else ""


def shallower(proof: Proof, plan: DummyPages, slot: Slot, fewer: int) -> str:
    """The rows of a slot that is to be so many rows less deep."""
    return f"rows: {slot.first_row}-{min(slot.last_row, _page(proof, plan).rows) - fewer}"


def place_of(proof: Proof, plan: DummyPages, slot: Slot) -> Place:
    """Where a slot is on its page."""
    page, grid = _page(proof, plan), proof.issue.style.page
    left, top, _, depth = page.live
    head = top + depth - (page.rows - slot.first_row + 1) * grid.leading
    rows = min(slot.last_row, page.rows) - slot.first_row + 1
    width = grid.width_of(slot.last_unit - slot.first_unit + 1)
    return Place(page.number, left + grid.left_of(slot.first_unit - 1), head, width, rows * grid.leading)


def foot(proof: Proof, plan: DummyPages, slot: Slot, rows: int) -> Place:
    """Where the lowest rows of a slot are."""
    whole, depth = place_of(proof, plan, slot), rows * proof.issue.style.page.leading
    return replace(whole, y=whole.y + whole.depth - depth, depth=depth)


def alone(slot: Slot) -> str:
    """The hint for a slot of one unit or one row, where a count was likely meant; nothing for others."""
    for key, first, last in (("columns", slot.first_unit, slot.last_unit), ("rows", slot.first_row, slot.last_row)):
        if 1 < first == last:
            return f"`{key}: {first}` is number {first} alone; write the first and the last, like `{key}: 1-{first}`"
    return ""


def ad_rows(page: Page, style: PageStyle) -> Iterator[tuple[Emu, Emu, int, int]]:
    """Left and right of each advertisement in the live area, EMU, and its rows of the well: from 0, the last exclusive."""
    left, top, _, depth = page.live
    head = top + depth - page.rows * style.leading
    for placed in page.placed:
        if placed.part is Part.AD and isinstance(placed.paint, Picture):
            x, y = placed.x - left, placed.y - head
            yield x, x + placed.paint.width, y // style.leading, -(-(y + placed.paint.depth) // style.leading)


def _page(proof: Proof, plan: DummyPages) -> Page:
    return next(page for page in proof.pages.pages if page.number == plan.first)


def _share_units(one: Slot, other: Slot) -> bool:
    return one != other and one.first_unit <= other.last_unit and other.first_unit <= one.last_unit
