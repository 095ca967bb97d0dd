"""What: small black knocks out, or white overprints. Black type or a thin black rule knocks out what is below it; over
a ground on which solid black would be more ink than the press takes, it may.

Why: where a knocked-out letter and its hole do not meet exactly, paper shines through as a white edge; and white that
overprints is not there at all.

Fix: let black type and rules under the press's limits overprint with overprint mode 1, and white knock out.
"""

from collections.abc import Iterator
from functools import reduce

from layout.diagnostics import Finding, Place, Severity
from layout.model.press import Overprint, Press
from layout.preflight.marks import Kind, Mark, Sheet
from layout.preflight.paper import Paper, by_sheet, told
from layout.units import pt, to_pt

CODE = "I202"
_NEAR = pt(1)
_MOST_GROUNDS = 400
"""More are looked at as one, so that no file can make this run for ever."""


def check_overprint(paper: Paper) -> Iterator[Finding]:
    """One finding a sheet for type, for rules and for white."""
    limits = paper.press.overprint
    small = (
        (Kind.TEXT, f"black type under {to_pt(limits.text):g} pt knocks out what is below it"),
        (Kind.STROKE, f"a black rule under {to_pt(limits.rules):g} pt knocks out what is below it"),
    )
    for sheet in paper.sheets:
        knocking = list(_knocking_out(sheet, paper.press))
        for kind, message in small:
            if alike := [mark for mark in knocking if mark.kind is kind]:
                yield told(CODE, Severity.ERROR, message, "set it to overprint (OPM 1)", alike)
    for _, marks in by_sheet(paper, lambda mark: mark.overprint and mark.tone.light):
        yield told(CODE, Severity.ERROR, "white overprints and will not be seen", "let it knock out", marks)


def _knocking_out(sheet: Sheet, press: Press) -> Iterator[Mark]:
    """The black marks that knock out and meet nothing below them which takes so much ink that there is no room for black."""
    grounds: list[Place] = []
    for mark in sheet.marks:
        if _knocks_out(mark, press.overprint) and not any(_meet(mark.place, ground) for ground in grounds):
            yield mark
        if sum(amount for ink, amount in mark.tone.inks if ink != "Black") * 1000 > press.ink.total - 1000:
            grounds.append(mark.place)
            if len(grounds) > _MOST_GROUNDS:
                grounds = [reduce(_around, grounds)]


def _meet(one: Place, other: Place) -> bool:
    across = one.x - _NEAR < other.x + other.width and other.x - _NEAR < one.x + one.width
    return across and one.y - _NEAR < other.y + other.depth and other.y - _NEAR < one.y + one.depth


def _around(one: Place, other: Place) -> Place:
    left, top = min(one.x, other.x), min(one.y, other.y)
    right, foot = max(one.x + one.width, other.x + other.width), max(one.y + one.depth, other.y + other.depth)
    return Place(one.page, left, top, right - left, foot - top)


def _knocks_out(mark: Mark, limits: Overprint) -> bool:
    if mark.overprint or not mark.tone.is_solid_black:
        return False
    return (mark.kind is Kind.TEXT and mark.size < limits.text) or (
        mark.kind is Kind.STROKE and mark.size < limits.rules
    )
