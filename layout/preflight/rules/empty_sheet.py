"""What: a page has nothing on it.

Why: a blank page in a newspaper is mostly a page that was lost on the way.

Fix: give the page something, or the issue fewer pages.
"""

from collections.abc import Iterator

from layout.diagnostics import Finding, Place, Severity
from layout.preflight.marks import Mark, Sheet
from layout.preflight.paper import Paper

CODE = "I211"


def check_empty_sheets(paper: Paper) -> Iterator[Finding]:
    """One finding a page."""
    for sheet in paper.sheets:
        if not any(_is_seen(mark, sheet) for mark in sheet.marks):
            hint = "give it something, or take it out"
            yield Finding(CODE, Severity.ERROR, f"page {sheet.number} is empty", hint, place=Place(sheet.number))


def _is_seen(mark: Mark, sheet: Sheet) -> bool:
    place = mark.place
    across = place.x < sheet.width and place.x + place.width > 0
    return across and place.y < sheet.depth and place.y + place.depth > 0 and not mark.tone.light
