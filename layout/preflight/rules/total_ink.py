"""What: more ink stands on one spot than the press can print.

Why: newsprint takes up little ink: what is over the limit sets off on the facing page and on readers' hands.

Fix: separate the picture with the press's profile, and give tints and grounds less ink.
"""

from collections.abc import Iterator

from layout.diagnostics import Finding, Severity
from layout.preflight.marks import Kind, Mark
from layout.preflight.paper import Paper, by_sheet, told

CODE = "I203"
_TOLERANCE = 15
"""Tenths of a percent: a plate is measured in 256 steps."""
_HINT = "separate pictures with the press's profile; give grounds less ink"


def check_total_ink(paper: Paper) -> Iterator[Finding]:
    """One finding a sheet: as measured on plates; where they are not, or not whole, from the inks of areas and type."""
    limit = paper.press.ink.total
    for page in paper.coverage:
        if page.most > limit + _TOLERANCE:
            message = f"{page.most / 10:.0f} % ink; the press takes {limit / 10:g} %"
            yield Finding(CODE, Severity.ERROR, message, _HINT, place=page.where)
    measured = {page.page for page in paper.coverage if not page.partial}
    for sheet, marks in by_sheet(paper, lambda mark: _is_area(mark) and mark.tone.total * 1000 > limit + _TOLERANCE):
        if sheet.number in measured:
            continue
        worst = max(mark.tone.total for mark in marks)
        yield told(CODE, Severity.ERROR, f"{worst * 100:.0f} % ink; the press takes {limit / 10:g} %", _HINT, marks)


def _is_area(mark: Mark) -> bool:
    return mark.kind in (Kind.FILL, Kind.TEXT, Kind.STROKE)
